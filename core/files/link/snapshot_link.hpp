#pragma once

#include "core/base/error.hpp"
#include "core/codec/seal.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace middleground::io {

// "#d2." + base64url without padding over: kind, CRC-32, length, raw deflate with a preset dictionary. FORMATS.md has the bytes.
// Frozen: every link that was ever made is read, "#d1." and "#d0." of the time before too. They have the same bytes as far as they go: what
// came with 2 (events that set aside, who asked, days before which nothing happens) they cannot say. Links of another prefix are refused
// with a clear message.
inline constexpr std::string_view link_prefix = "#d2.";
inline constexpr int discord_limit = 1900; // characters of the whole link
inline constexpr int slack_limit = 4000;
inline constexpr int link_limit = 8000; // above it the file is the way out
inline constexpr std::uint32_t max_encoded_bytes = 64u << 10;
inline constexpr std::uint32_t max_decoded_bytes = 256u << 10; // enforced while inflating

// The fragment, beginning with "#d2.". Fails when it would be longer than link_limit.
Result<std::string> encode_link(const Deal& deal);      // internal: everything
Result<std::string> encode_link(const BuyerPlan& plan); // buyer-safe: what is listed in buyer_plan.hpp
// The same deal for whoever knows the passphrase, which must not be empty. Takes a third of a second and 64 MiB.
Result<std::string> encode_link(const Deal& deal, std::string_view passphrase, const SealEntropy& entropy);

// The same without the limit of what can be sent, for keeping a deal in little room: up to max_encoded_bytes. decode_link reads it.
Result<std::string> encode_archive(const Deal& deal);

// What a link holds.
using Snapshot = std::variant<Deal, BuyerPlan>;

// Accepts a whole URL, a fragment with or without '#', and the usual damage: "%23" for '#', percent-encoding, white space, trailing "_ * )
// . ,". A link cut anywhere, or changed, gives one clear error. Ends in
// check (check.hpp) or check_plan (buyer_plan.hpp). The passphrase is used where the link wants one.
Result<Snapshot> decode_snapshot(std::string_view text, Date today, std::string_view passphrase = {});
// The same for those who need a deal: a plan is refused.
Result<Deal> decode_link(std::string_view text, Date today, std::string_view passphrase = {});
// Whether it is a whole link that only a passphrase opens.
bool wants_passphrase(std::string_view text);

// Names the content of a deal: 16 hexadecimal digits, the same for equal content everywhere, wherever the copy came from.
std::string snapshot_name(const Deal& deal);

// Whether the text looks like one of our links at all (so that a pasted text or a page address can be told from one).
bool looks_like_link(std::string_view text);

}
