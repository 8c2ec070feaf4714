#pragma once

#include "core/codec/seal.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

// Encryption with a key, and what is made of one: XChaCha20-Poly1305, BLAKE2b.
namespace middleground::io {

using SecretKey = std::array<unsigned char, 32>;
using SealNonce = std::array<unsigned char, 24>;
using SealSalt = std::array<unsigned char, 16>;

// Argon2id; `passphrase` as it is given. Nothing when the cost is beyond the limits or there is not enough memory.
std::optional<SecretKey> passphrase_key(std::string_view passphrase, const SealSalt& salt, SealCost cost = {});

// The text encrypted, and its tag of seal_tag_bytes behind it. `context` is authenticated with it and not in it. Never twice with one nonce.
std::string sealed_with(const SecretKey& key, std::string_view text, std::string_view context, const SealNonce& nonce);
// Nothing when the key, the context, the nonce or a byte is another.
std::optional<std::string> opened_with(const SecretKey& key, std::string_view box, std::string_view context, const SealNonce& nonce);

// BLAKE2b, 16 to 64 bytes of it. With a key nobody makes or guesses it who has not the key.
std::string hash_of(std::string_view text, std::size_t bytes);
std::string keyed_hash(const SecretKey& key, std::string_view text, std::size_t bytes);
// A key of its own for a purpose.
SecretKey key_for(const SecretKey& key, std::string_view purpose);

void wipe(SecretKey& key);

}
