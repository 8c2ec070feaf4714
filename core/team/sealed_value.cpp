#include "core/team/sealed_value.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/team/team_json.hpp"

#include <algorithm>
#include <array>

namespace middleground::team {

namespace {

constexpr char seal_version = '\1';
constexpr std::size_t nonce_bytes = std::tuple_size_v<io::SealNonce>;
constexpr std::size_t header_bytes = 1 + nonce_bytes;
constexpr std::size_t length_bytes = 4; // of the JSON, then of what it is deflated to; lowest byte first
constexpr std::size_t hash_bytes = 16;
constexpr std::string_view said = "said"; // no key of a bucket's value

void put_length(std::string& out, std::size_t length) {
    for (std::size_t i = 0; i < length_bytes; ++i) {
        out += static_cast<char>(length >> (8 * i) & 0xff);
    }
}

std::size_t length_at(std::string_view bytes, std::size_t place) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < length_bytes; ++i) {
        length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[place + i])) << (8 * i);
    }
    return length;
}

std::string framed(std::string_view json) {
    const auto packed = io::deflated(std::array{json}, io::link_dictionary);
    std::string frame;
    put_length(frame, json.size());
    put_length(frame, packed.size());
    return frame + packed;
}

std::optional<std::string> unframed(std::string_view frame) {
    if (frame.size() < 2 * length_bytes) return {};
    const auto length = length_at(frame, 0);
    const auto packed = length_at(frame, length_bytes);
    const auto rest = frame.substr(2 * length_bytes);
    if (length > most_value_json || packed > rest.size()) return {};
    if (rest.find_first_not_of('\0', packed) != std::string_view::npos) return {};
    return io::inflated(rest.substr(0, packed), io::link_dictionary, static_cast<std::uint32_t>(length));
}

std::string sealed_frame(std::string frame, std::size_t size, const io::SecretKey& key, std::string_view context, const io::SealNonce& nonce) {
    frame.resize(size - header_bytes - io::seal_tag_bytes, '\0');
    std::string bytes(1, seal_version);
    bytes.append(nonce.begin(), nonce.end());
    return bytes + io::sealed_with(key, frame, context, nonce);
}

std::optional<std::string> opened_frame(std::string_view bytes, const io::SecretKey& key, std::string_view context) {
    if (bytes.size() < header_bytes) return {};
    io::SealNonce nonce{};
    std::ranges::copy(bytes.substr(1, nonce_bytes), reinterpret_cast<char*>(nonce.data()));
    return io::opened_with(key, bytes.substr(header_bytes), context, nonce);
}

}

std::size_t step_above(std::size_t bytes) {
    constexpr std::size_t kib = 1024;
    for (std::size_t step = kib; step < most_value_bytes; step *= 2) {
        if (bytes <= step) return step;
        // Half way to the next: 3, 6, 12 …
        if (step > kib && bytes <= step + step / 2 && step + step / 2 < most_value_bytes) return step + step / 2;
    }
    return most_value_bytes;
}

Sealer::Sealer(const Key& key, std::string_view server_id)
    : server_id_(server_id), values_(io::key_for(key.bytes, "middleground team values 1 " + server_id_)),
      names_(io::key_for(key.bytes, "middleground team names 1 " + server_id_)) {}

std::string Sealer::context_of(std::string_view key_in_bucket) const {
    return std::string("middleground team ") + seal_version + server_id_ + '/' + std::string(key_in_bucket);
}

Result<std::string> Sealer::sealed(std::string_view key_in_bucket, std::string_view json, const io::SealNonce& nonce) const {
    if (json.size() > most_value_json) {
        return fail("It is too large for the team's server", std::to_string(json.size() >> 10) + " KiB", "Remove what is no longer needed, old notes first.");
    }
    auto frame = framed(json);
    const auto size = frame.size() + header_bytes + io::seal_tag_bytes;
    if (size > most_value_bytes) {
        return fail("It is too large for the team's server", std::to_string(size >> 10) + " of " + std::to_string(most_value_bytes >> 10) + " KiB",
                    "Remove what is no longer needed, old notes first.");
    }
    return sealed_frame(std::move(frame), step_above(size), values_, context_of(key_in_bucket), nonce);
}

Result<std::string> Sealer::opened(std::string_view key_in_bucket, std::string_view bytes) const {
    const auto damaged = [] { return fail("It cannot be opened: it was damaged or forged"); };
    if (bytes.empty() || bytes.size() > most_value_bytes) return damaged();
    if (bytes.front() != seal_version && static_cast<unsigned char>(bytes.front()) < 8) {
        // Said only where it may be true; the version is part of what is sealed.
        return fail("It was written by a newer version of Middleground, or damaged", {}, "Update Middleground, or reload the page.");
    }
    const auto frame = opened_frame(bytes, values_, context_of(key_in_bucket));
    if (!frame) return damaged();
    auto json = unframed(*frame);
    if (!json) return fail("It cannot be unpacked");
    return std::move(*json);
}

std::string Sealer::sealed_saying(std::string_view json, const io::SealNonce& nonce) const {
    auto frame = framed(json);
    const auto size = frame.size() + header_bytes + io::seal_tag_bytes;
    return sealed_frame(std::move(frame), size <= said_bytes ? said_bytes : step_above(size), values_, context_of(said), nonce);
}

std::optional<std::string> Sealer::opened_saying(std::string_view bytes) const {
    if (bytes.empty() || bytes.front() != seal_version || bytes.size() > most_value_bytes) return {};
    const auto frame = opened_frame(bytes, values_, context_of(said));
    if (!frame) return {};
    return unframed(*frame);
}

std::string Sealer::key_of_deal(const DealId& deal) const {
    return std::string(deal_key_prefix) + to_hex(io::keyed_hash(names_, "deal " + deal.text, hash_bytes));
}

std::string Sealer::key_of_member(std::string_view member) const {
    return std::string(member_key_prefix) + to_hex(io::keyed_hash(names_, "member " + std::string(member), hash_bytes));
}

std::string name_of_bytes(std::string_view bytes) {
    return io::to_base64url(io::hash_of(bytes, hash_bytes));
}

io::SealNonce nonce_of(std::string_view base64url) {
    io::SealNonce nonce{};
    const auto bytes = io::from_base64url(base64url);
    if (bytes && bytes->size() == nonce.size()) std::ranges::copy(*bytes, reinterpret_cast<char*>(nonce.data()));
    return nonce;
}

std::string words_of(const io::SealNonce& nonce) {
    return io::to_base64url({reinterpret_cast<const char*>(nonce.data()), nonce.size()});
}

std::string nonce_words_in(std::string_view bytes) {
    return bytes.size() < header_bytes ? std::string() : io::to_base64url(bytes.substr(1, nonce_bytes));
}

}
