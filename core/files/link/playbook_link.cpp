#include "core/files/link/playbook_link.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/files/link/link_text.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/files/link/summed_link.hpp"

#include <array>

namespace middleground::io {

namespace {

constexpr char letter = 'p';
constexpr std::string_view version = "1";

}

Result<std::string> encode_playbook_link(const Playbook& playbook) {
    const auto text = write_playbook_compact(playbook);
    const auto too_long = [](const std::string& length) {
        return fail("The link would be longer than " + std::to_string(link_limit) + " characters", length, "Export the playbook and send the file.");
    };
    if (text.size() > max_decoded_bytes) return too_long({});
    std::string rest;
    put_number(rest, text.size());
    rest += deflated(std::array<std::string_view, 1>{text}, link_dictionary);
    auto link = std::string(playbook_link_prefix) + to_base64url(with_sum(rest));
    if (link.size() > link_limit) return too_long(std::to_string(link.size()));
    return link;
}

Result<Playbook> decode_playbook_link(std::string_view text) {
    if (text.size() > max_encoded_bytes) return fail("This is too long to be one of our links", {}, "Open it as a file.");
    const auto link = find_link(text, letter);
    if (!link.found) return fail("This is not a link to a playbook", {}, "Copy the whole link, from https to its last character.");
    const auto newer = [] {
        return fail("This playbook's link was made by another version of Middleground", {}, "Update Middleground, or reload the page.");
    };
    if (!link.version.empty() && link.version != version) return newer();
    const auto content = summed_content(link);
    if (!content) return fail("The link to a playbook is cut off or has been changed", {}, "Copy it again, or ask for the file.");
    ByteReader reader(*content);
    const auto length = reader.number();
    if (!length || *length > max_decoded_bytes) return newer();
    const auto file = inflated(*reader.take(reader.left()), link_dictionary, static_cast<std::uint32_t>(*length));
    return file ? read_playbook(*file) : Result<Playbook>(newer());
}

bool looks_like_playbook_link(std::string_view text) {
    return text.size() <= max_encoded_bytes && !find_link(text).found && find_link(text, letter).found;
}

bool looks_like_any_link(std::string_view text) {
    return looks_like_link(text) || looks_like_playbook_link(text);
}

}
