#pragma once

#include "core/base/error.hpp"
#include "core/model/playbook.hpp"

#include <string>
#include <string_view>

namespace middleground::io {

// "#p1." + base64url without padding over: CRC-32, length, raw deflate of the playbook's file without white space, with the dictionary of deals'
// links. FORMATS.md has the bytes. Nothing of any deal is in it.
inline constexpr std::string_view playbook_link_prefix = "#p1.";

// The fragment, beginning with "#p1.". Fails when it would be longer than link_limit.
Result<std::string> encode_playbook_link(const Playbook& playbook);

// Accepts what decode_snapshot accepts, with the same repairs. Cut or changed gives one clear error, and so does what read_playbook refuses.
Result<Playbook> decode_playbook_link(std::string_view text);

// Whether the text holds a playbook's link rather than a deal's, whole or not.
bool looks_like_playbook_link(std::string_view text);
// Of a deal, a plan or a playbook.
bool looks_like_any_link(std::string_view text);

}
