#include "core/io/snapshot_link.hpp"

#include "core/io/base64url.hpp"
#include "core/io/bytes.hpp"
#include "core/io/check.hpp"
#include "core/io/deflate.hpp"
#include "core/io/json.hpp"
#include "core/io/link_dictionary.hpp"
#include "core/io/link_text.hpp"
#include "core/io/packed.hpp"

#include <algorithm>
#include <array>

namespace middleground::io {

namespace {

// What is inside the frame, and in which packed form and with which dictionary; the number in link_prefix is that of the frame itself.
enum class Kind : unsigned char { deal = 0, plan = 1 };
constexpr std::array<std::string_view, 2> frames{"0", "1"}; // that are read
constexpr std::uint32_t crc_bytes = 4;

std::unexpected<Error> damaged() {
    return fail("The link is cut off or was changed", {}, "Copy it again, or ask for the file.");
}

std::unexpected<Error> newer() {
    return fail("This link was made by another version of Middleground", {}, "Update Middleground, or reload the page.");
}

// Over all other bytes of the frame: over what travels and not over what is in it, because a changed deflate stream may give the same.
std::uint32_t check_sum(unsigned char kind, std::string_view rest) {
    std::string checked(1, static_cast<char>(kind));
    checked += rest;
    return crc_32(checked);
}

// kind, CRC-32 (lowest byte first), length of the payload, the payload deflated.
struct Frame {
    unsigned char kind = 0;
    std::optional<std::string> payload; // only of a kind that we know: others may have another dictionary
};

bool is_known(unsigned char kind) {
    return kind <= static_cast<unsigned char>(Kind::plan);
}

std::optional<Frame> open_frame(std::string_view bytes) {
    ByteReader reader(bytes);
    const auto kind = reader.take(1);
    const auto sum = reader.take(crc_bytes);
    if (!kind || !sum) return {};
    Frame frame{static_cast<unsigned char>(kind->front()), {}};
    std::uint32_t stored = 0;
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        stored |= static_cast<std::uint32_t>(static_cast<unsigned char>((*sum)[i])) << (8 * i);
    }
    const auto checked = *reader.take(reader.left());
    if (stored != check_sum(frame.kind, checked)) return {};
    ByteReader rest(checked);
    const auto length = rest.number();
    if (is_known(frame.kind) && length && *length <= max_decoded_bytes) {
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

Result<Snapshot> snapshot_of(std::string_view body) {
    const auto bytes = from_base64url(body);
    const auto frame = bytes ? open_frame(*bytes) : std::nullopt;
    if (!frame) return damaged();
    // The check sum is right: whoever wrote what cannot be read meant something that we do not know.
    const auto parts = frame->payload ? split(*frame->payload) : std::nullopt;
    if (!parts) return newer();
    if (frame->kind == static_cast<unsigned char>(Kind::plan)) {
        if (auto plan = unpack_plan(*parts)) return Snapshot(std::move(*plan));
    } else if (auto deal = unpack_deal(*parts)) {
        return Snapshot(std::move(*deal));
    }
    return newer();
}

Result<std::string> framed(Kind kind, const std::optional<PackedParts>& parts, std::size_t limit = link_limit) {
    if (!parts) return fail("The deal holds text or ids that do not fit into a link", {}, "Send it as a file.");
    std::string lengths;
    for (const auto* section : {&parts->ids, &parts->masks, &parts->numbers, &parts->dates}) {
        put_number(lengths, section->size());
    }
    const auto ids = lengths + parts->ids;
    const auto structure = parts->masks + parts->numbers + parts->dates;
    const auto payload = ids + structure + parts->texts;
    const auto too_long = [limit](const std::string& length) {
        return fail("The link would be longer than " + std::to_string(limit) + " characters", length, "Send it as a file.");
    };
    if (payload.size() > max_decoded_bytes) return too_long({});

    std::string rest;
    put_number(rest, payload.size());
    rest += deflated(std::array<std::string_view, 3>{ids, structure, parts->texts}, link_dictionary);
    std::string bytes(1, static_cast<char>(kind));
    const auto sum = check_sum(static_cast<unsigned char>(kind), rest);
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        bytes += static_cast<char>(sum >> (8 * i) & 0xff);
    }
    bytes += rest;
    auto link = std::string(link_prefix) + to_base64url(bytes);
    if (link.size() > limit) return too_long(std::to_string(link.size()));
    return link;
}

}

Result<std::string> encode_link(const Deal& deal) {
    return framed(Kind::deal, pack_deal(deal));
}

Result<std::string> encode_archive(const Deal& deal) {
    return framed(Kind::deal, pack_deal(deal), max_encoded_bytes);
}

Result<std::string> encode_link(const BuyerPlan& plan) {
    return framed(Kind::plan, pack_plan(plan));
}

Result<Snapshot> decode_snapshot(std::string_view text, Date today) {
    if (text.size() > max_encoded_bytes) return fail("This is too long to be one of our links", {}, "Open it as a file.");
    const auto link = find_link(text);
    if (!link.found) return fail("This is not a link to a deal", {}, "Copy the whole link, from https to its last letter.");
    if (!link.version.empty() && std::ranges::find(frames, link.version) == frames.end()) return newer();
    Result<Snapshot> snapshot = damaged();
    for (const auto& body : link.bodies) {
        auto tried = snapshot_of(body);
        if (!tried && tried.error() == damaged().error()) continue;
        snapshot = std::move(tried);
        break;
    }
    if (!snapshot) return snapshot;
    const auto* deal = std::get_if<Deal>(&*snapshot);
    const auto valid = deal ? check(*deal, today) : check_plan(std::get<BuyerPlan>(*snapshot));
    if (!valid) return std::unexpected(valid.error());
    return snapshot;
}

Result<Deal> decode_link(std::string_view text, Date today) {
    auto snapshot = decode_snapshot(text, today);
    if (!snapshot) return std::unexpected(snapshot.error());
    if (auto* deal = std::get_if<Deal>(&*snapshot)) return std::move(*deal);
    return fail("This link holds a plan for the buyer, not the deal", {}, "Ask for the link that is for colleagues.");
}

std::string snapshot_name(const Deal& deal) {
    auto content = deal;
    content.based_on.clear();
    std::uint64_t hash = 0xcbf29ce484222325u; // FNV-1a, 64 bits
    for (const char c : write_deal_compact(content)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    }
    std::string name;
    for (int shift = 60; shift >= 0; shift -= 4) {
        name += "0123456789abcdef"[hash >> shift & 0xf];
    }
    return name;
}

bool looks_like_link(std::string_view text) {
    return text.size() <= max_encoded_bytes && find_link(text).found;
}

}
