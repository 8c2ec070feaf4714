#pragma once

#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/codec/seal_key.hpp"
#include "core/team/membership.hpp"

#include <optional>
#include <string>
#include <string_view>

// The bytes of a value in the bucket: version (1 byte), nonce (24), and sealed with a key of the team's the JSON of the value, deflated and
// filled up to a step, so that sizes say little. FORMATS.md has them.
namespace middleground::team {

// A sealed value has one of these sizes in KiB: 1, 2, 3, 4, 6, 8, 12, 16 … 512, 768, 900.
inline constexpr std::size_t most_value_bytes = 900u << 10;
inline constexpr std::size_t most_value_json = 8u << 20; // enforced before inflating
inline constexpr std::size_t said_bytes = 256;           // all that is said to those who are here has this size, or a step

// The keys of a team, made once.
class Sealer {
public:
    Sealer(const Key& key, std::string_view server_id);

    // Fails when it would be above most_value_bytes. `nonce` is never used for another value.
    Result<std::string> sealed(std::string_view key_in_bucket, std::string_view json, const io::SealNonce& nonce) const;
    // Errors: cannot be opened (the key, the place or a byte is another), a newer version.
    Result<std::string> opened(std::string_view key_in_bucket, std::string_view bytes) const;

    // The same for what is said and not kept.
    std::string sealed_saying(std::string_view json, const io::SealNonce& nonce) const;
    std::optional<std::string> opened_saying(std::string_view bytes) const;

    // Keys of the bucket: the same for everybody of the team, and without the team's key they say nothing.
    std::string key_of_deal(const DealId& deal) const;
    std::string key_of_member(std::string_view member) const;

private:
    std::string context_of(std::string_view key_in_bucket) const;

    std::string server_id_;
    io::SecretKey values_{};
    io::SecretKey names_{};
};

inline constexpr std::string_view check_key = "check";
inline constexpr std::string_view deal_key_prefix = "d.";
inline constexpr std::string_view member_key_prefix = "m.";

// Names sealed bytes: 22 letters of base64url of their BLAKE2b.
std::string name_of_bytes(std::string_view bytes);
// The least step that holds so many bytes; most_value_bytes when none does.
std::size_t step_above(std::size_t bytes);

io::SealNonce nonce_of(std::string_view base64url); // zeros when it is none
std::string words_of(const io::SealNonce& nonce);
// The nonce that sealed bytes begin with.
std::string nonce_words_in(std::string_view bytes);

}
