#include "core/io/snapshot_link.hpp"

#include "core/io/base64url.hpp"
#include "core/io/bytes.hpp"
#include "core/io/check.hpp"
#include "core/io/deflate.hpp"
#include "core/io/link_dictionary.hpp"
#include "core/io/link_text.hpp"
#include "core/io/packed.hpp"

#include <array>

namespace middleground::io {

namespace {

// Of the packed form and the dictionary; the letter in link_prefix is that of the frame around them.
constexpr unsigned char packed_version = 0;
constexpr std::uint32_t crc_bytes = 4;

std::unexpected<Error> damaged() {
    return fail("The link is cut off or was changed", {}, "Copy it again, or ask for the file.");
}

std::unexpected<Error> newer() {
    return fail("This link was made by another version of Middleground", {}, "Update Middleground, or reload the page.");
}

// Over all other bytes of the frame: over what travels and not over what is in it, because a changed deflate stream may give the same.
std::uint32_t check_sum(unsigned char version, std::string_view rest) {
    std::string checked(1, static_cast<char>(version));
    checked += rest;
    return crc_32(checked);
}

// version, CRC-32 (lowest byte first), length of the payload, the payload deflated.
struct Frame {
    unsigned char version = 0;
    std::optional<std::string> payload; // only of our version: others may have another dictionary
};

std::optional<Frame> open_frame(std::string_view bytes) {
    ByteReader reader(bytes);
    const auto version = reader.take(1);
    const auto sum = reader.take(crc_bytes);
    if (!version || !sum) return {};
    Frame frame{static_cast<unsigned char>(version->front()), {}};
    std::uint32_t stored = 0;
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        stored |= static_cast<std::uint32_t>(static_cast<unsigned char>((*sum)[i])) << (8 * i);
    }
    const auto checked = *reader.take(reader.left());
    if (stored != check_sum(frame.version, checked)) return {};
    ByteReader rest(checked);
    const auto length = rest.number();
    if (frame.version == packed_version && length && *length <= max_decoded_bytes) {
        frame.payload = inflated(*rest.take(rest.left()), link_dictionary, static_cast<std::uint32_t>(*length));
    }
    return frame;
}

// The sections with their lengths before them; the texts are what is left.
std::optional<PackedParts> split(std::string_view payload) {
    ByteReader reader(payload);
    std::array<std::uint64_t, 4> lengths;
    for (auto& length : lengths) {
        const auto number = reader.number();
        if (!number) return {};
        length = *number;
    }
    PackedParts parts;
    const std::array<std::string*, 4> sections{&parts.ids, &parts.masks, &parts.numbers, &parts.dates};
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto section = reader.take(lengths[i]);
        if (!section) return {};
        *sections[i] = *section;
    }
    parts.texts = *reader.take(reader.left());
    return parts;
}

Result<Deal> deal_of(std::string_view body) {
    const auto bytes = from_base64url(body);
    const auto frame = bytes ? open_frame(*bytes) : std::nullopt;
    if (!frame) return damaged();
    const auto parts = frame->payload ? split(*frame->payload) : std::nullopt;
    auto deal = parts ? unpack_deal(*parts) : std::nullopt;
    // The check sum is right: whoever wrote this meant something that we do not know.
    if (!deal) return newer();
    return std::move(*deal);
}

}

Result<std::string> encode_link(const Deal& deal) {
    const auto parts = pack_deal(deal);
    if (!parts) return fail("The deal holds text or ids that do not fit into a link", {}, "Send it as a file.");
    std::string lengths;
    for (const auto* section : {&parts->ids, &parts->masks, &parts->numbers, &parts->dates}) {
        put_number(lengths, section->size());
    }
    const auto ids = lengths + parts->ids;
    const auto structure = parts->masks + parts->numbers + parts->dates;
    const auto payload = ids + structure + parts->texts;
    const auto too_long = [](const std::string& length) {
        return fail("The link would be longer than " + std::to_string(link_limit) + " characters", length, "Send the deal as a file.");
    };
    if (payload.size() > max_decoded_bytes) return too_long({});

    std::string rest;
    put_number(rest, payload.size());
    rest += deflated(std::array<std::string_view, 3>{ids, structure, parts->texts}, link_dictionary);
    std::string bytes(1, static_cast<char>(packed_version));
    const auto sum = check_sum(packed_version, rest);
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        bytes += static_cast<char>(sum >> (8 * i) & 0xff);
    }
    bytes += rest;
    auto link = std::string(link_prefix) + to_base64url(bytes);
    if (link.size() > link_limit) return too_long(std::to_string(link.size()));
    return link;
}

Result<Deal> decode_link(std::string_view text, Date today) {
    if (text.size() > max_encoded_bytes) return fail("This is too long to be one of our links", {}, "Open it as a file.");
    const auto link = find_link(text);
    if (!link.found) return fail("This is not a link to a deal", {}, "Copy the whole link, from https to its last letter.");
    if (!link.version.empty() && link.version != "0") return newer();
    Result<Deal> deal = damaged();
    for (const auto& body : link.bodies) {
        auto tried = deal_of(body);
        if (!tried && tried.error() == damaged().error()) continue;
        deal = std::move(tried);
        break;
    }
    if (!deal) return deal;
    if (auto valid = check(*deal, today); !valid) return std::unexpected(valid.error());
    return deal;
}

bool looks_like_link(std::string_view text) {
    return text.size() <= max_encoded_bytes && find_link(text).found;
}

}
