#include "core/files/link/snapshot_link.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/files/check.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/files/link/link_text.hpp"
#include "core/files/link/packed.hpp"

#include <algorithm>
#include <array>

namespace middleground::io {

namespace {

// What is inside the frame, and in which packed form and with which dictionary; the number in link_prefix is that of the frame itself.
// Locked: a kind and its content, encrypted.
enum class Kind : unsigned char { deal = 0, plan = 1, locked = 2 };
constexpr std::array<std::string_view, 3> frames{"0", "1", "2"}; // that are read
constexpr std::uint32_t crc_bytes = 4;

std::unexpected<Error> damaged() {
    return fail("The link is cut off or has been changed", {}, "Copy it again, or ask for the file.");
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

std::unexpected<Error> too_long(const std::string& length) {
    return fail("The link would be longer than " + std::to_string(link_limit) + " characters", length, "Send it as a file.");
}

// kind, CRC-32 (lowest byte first), and what they are about: for a deal or a plan its content, else a seal.
struct Frame {
    unsigned char kind = 0;
    std::string rest;
};

bool is(const Frame& frame, Kind kind) {
    return frame.kind == static_cast<unsigned char>(kind);
}

std::optional<Frame> open_frame(std::string_view bytes) {
    ByteReader reader(bytes);
    const auto kind = reader.take(1);
    const auto sum = reader.take(crc_bytes);
    if (!kind || !sum) return {};
    Frame frame{static_cast<unsigned char>(kind->front()), std::string(*reader.take(reader.left()))};
    std::uint32_t stored = 0;
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        stored |= static_cast<std::uint32_t>(static_cast<unsigned char>((*sum)[i])) << (8 * i);
    }
    if (stored != check_sum(frame.kind, frame.rest)) return {};
    return frame;
}

// Of what may be the letters of the link, the first that are one. Looked for by the check sum, so that no passphrase is tried on the others.
std::optional<Frame> frame_in(const LinkText& link) {
    for (const auto& body : link.bodies) {
        const auto bytes = from_base64url(body);
        if (auto frame = bytes ? open_frame(*bytes) : std::nullopt) return frame;
    }
    return {};
}

// Length of the payload, then the payload deflated.
std::optional<std::string> payload_of(std::string_view content) {
    ByteReader rest(content);
    const auto length = rest.number();
    if (!length || *length > max_decoded_bytes) return {};
    return inflated(*rest.take(rest.left()), link_dictionary, static_cast<std::uint32_t>(*length));
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

// The check sum is right: whoever wrote what cannot be read meant something that we do not know.
Result<Snapshot> snapshot_of(const Frame& frame) {
    const bool is_plan = is(frame, Kind::plan);
    if (!is_plan && !is(frame, Kind::deal)) return newer();
    const auto payload = payload_of(frame.rest);
    const auto parts = payload ? split(*payload) : std::nullopt;
    if (!parts) return newer();
    if (is_plan) {
        if (auto plan = unpack_plan(*parts)) return Snapshot(std::move(*plan));
    } else if (auto deal = unpack_deal(*parts)) {
        return Snapshot(std::move(*deal));
    }
    return newer();
}

constexpr std::string_view lock_context{"\2", 1}; // the kind of the frame, which is authenticated with the header

Result<Frame> unlocked(const Frame& frame, std::string_view passphrase) {
    if (!is_seal(frame.rest)) return newer();
    if (passphrase_of(passphrase).empty()) {
        return fail("This link is protected with a passphrase", {}, "Ask whoever sent the link for it.");
    }
    auto opened = unsealed(frame.rest, lock_context, passphrase);
    if (!opened.text && opened.why_not == Unseal::no_memory) {
        return fail("There is not enough memory to open this link", {}, "Close other programs or tabs, then try again.");
    }
    if (!opened.text) {
        return fail("The passphrase does not open this link", {},
                    "Type it again: capital letters count. If it is right, the link was changed on the way.");
    }
    if (opened.text->empty()) return newer();
    return Frame{static_cast<unsigned char>(opened.text->front()), opened.text->substr(1)};
}

Result<std::string> content_of(const std::optional<PackedParts>& parts) {
    if (!parts) return fail("The deal holds text or ids that do not fit into a link", {}, "Send it as a file.");
    std::string lengths;
    for (const auto* section : {&parts->ids, &parts->masks, &parts->numbers, &parts->dates}) {
        put_number(lengths, section->size());
    }
    const auto ids = lengths + parts->ids;
    const auto structure = parts->masks + parts->numbers + parts->dates;
    const auto size = ids.size() + structure.size() + parts->texts.size();
    if (size > max_decoded_bytes) return too_long({});
    std::string content;
    put_number(content, size);
    content += deflated(std::array<std::string_view, 3>{ids, structure, parts->texts}, link_dictionary);
    return content;
}

Result<std::string> framed(Kind kind, const Result<std::string>& rest, std::size_t limit = link_limit) {
    if (!rest) return rest;
    std::string bytes(1, static_cast<char>(kind));
    const auto sum = check_sum(static_cast<unsigned char>(kind), *rest);
    for (std::uint32_t i = 0; i < crc_bytes; ++i) {
        bytes += static_cast<char>(sum >> (8 * i) & 0xff);
    }
    bytes += *rest;
    auto link = std::string(link_prefix) + to_base64url(bytes);
    if (link.size() > limit) return too_long(std::to_string(link.size()));
    return link;
}

}

Result<std::string> encode_link(const Deal& deal) {
    return framed(Kind::deal, content_of(pack_deal(deal)));
}

Result<std::string> encode_archive(const Deal& deal) {
    return framed(Kind::deal, content_of(pack_deal(deal)), max_encoded_bytes);
}

Result<std::string> encode_link(const BuyerPlan& plan) {
    return framed(Kind::plan, content_of(pack_plan(plan)));
}

Result<std::string> encode_link(const Deal& deal, std::string_view passphrase, const SealEntropy& entropy) {
    const auto length = passphrase_of(passphrase).size();
    if (length == 0) return fail("The passphrase is empty", {}, "Use some words that nobody would guess.");
    if (length > most_passphrase_bytes) return fail("The passphrase is too long", std::to_string(length) + " bytes", "Use a shorter one.");
    const auto content = content_of(pack_deal(deal));
    if (!content) return content;
    // Before the work, which is the same for links of any length.
    if (content->size() > link_limit) return too_long({});
    auto box = sealed(static_cast<char>(Kind::deal) + *content, lock_context, passphrase, entropy);
    if (!box) return fail("There is not enough memory to protect this link", {}, "Close other programs or tabs, then try again.");
    return framed(Kind::locked, std::move(*box));
}

Result<Snapshot> decode_snapshot(std::string_view text, Date today, std::string_view passphrase) {
    if (text.size() > max_encoded_bytes) return fail("This is too long to be one of our links", {}, "Open it as a file.");
    const auto link = find_link(text);
    if (!link.found) return fail("This is not a link to a deal", {}, "Copy the whole link, from https to its last character.");
    if (!link.version.empty() && std::ranges::find(frames, link.version) == frames.end()) return newer();
    Result<Frame> frame = damaged();
    if (auto found = frame_in(link)) frame = is(*found, Kind::locked) ? unlocked(*found, passphrase) : std::move(*found);
    Result<Snapshot> snapshot = frame ? snapshot_of(*frame) : std::unexpected(frame.error());
    if (!snapshot) return snapshot;
    const auto* deal = std::get_if<Deal>(&*snapshot);
    const auto valid = deal ? check(*deal, today) : check_plan(std::get<BuyerPlan>(*snapshot));
    if (!valid) return std::unexpected(valid.error());
    return snapshot;
}

Result<Deal> decode_link(std::string_view text, Date today, std::string_view passphrase) {
    auto snapshot = decode_snapshot(text, today, passphrase);
    if (!snapshot) return std::unexpected(snapshot.error());
    if (auto* deal = std::get_if<Deal>(&*snapshot)) return std::move(*deal);
    return fail("This link holds a plan for the buyer, not the deal", {}, "Ask for the internal link.");
}

bool wants_passphrase(std::string_view text) {
    if (text.size() > max_encoded_bytes) return false;
    const auto link = find_link(text);
    const auto frame = std::ranges::find(frames, link.version) == frames.end() ? std::nullopt : frame_in(link);
    return frame && is(*frame, Kind::locked) && is_seal(frame->rest);
}

std::string snapshot_name(const Deal& deal) {
    auto content = deal;
    content.based_on.clear();
    content.diary.clear();
    auto text = write_deal_compact(content);
    // As in version 1, in which names were given first, so that they outlive versions.
    const auto version = text.find(std::to_string(schema_version));
    text.replace(version, std::to_string(schema_version).size(), "1");
    std::uint64_t hash = 0xcbf29ce484222325u; // FNV-1a, 64 bits
    for (const char c : text) {
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
