#include "core/codec/seal_key.hpp"

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
extern "C" {
#include <argon2.h> // libsodium's own, which it calls itself only: without extern "C", and with any cost
}
#include <sodium/crypto_aead_xchacha20poly1305.h>
#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/utils.h>

#include <algorithm>

namespace middleground::io {

namespace {

static_assert(seal_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(std::tuple_size_v<SealNonce> == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(std::tuple_size_v<SecretKey> == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string blake2b(const unsigned char* key, std::size_t key_bytes, std::string_view text, std::size_t bytes) {
    std::string hash(std::clamp<std::size_t>(bytes, crypto_generichash_blake2b_BYTES_MIN, crypto_generichash_blake2b_BYTES_MAX), '\0');
    crypto_generichash_blake2b(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), bytes_of(text), text.size(), key, key_bytes);
    return hash;
}

}

std::optional<SecretKey> passphrase_key(std::string_view passphrase, const SealSalt& salt, SealCost cost) {
    const bool within = cost.memory_mib >= 1 && cost.memory_mib <= most_memory_mib && cost.passes >= 1 && cost.passes <= most_passes;
    if (!within) return {};
    constexpr std::uint32_t lanes = 1;
    std::optional<SecretKey> key(std::in_place);
    const bool made = argon2id_hash_raw(cost.passes, cost.memory_mib * 1024, lanes, passphrase.data(), passphrase.size(), salt.data(), salt.size(),
                                        key->data(), key->size()) == ARGON2_OK;
    if (!made) key.reset();
    return key;
}

std::string sealed_with(const SecretKey& key, std::string_view text, std::string_view context, const SealNonce& nonce) {
    std::string box(text.size() + seal_tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr, bytes_of(text), text.size(),
                                               bytes_of(context), context.size(), nullptr, nonce.data(), key.data());
    return box;
}

std::optional<std::string> opened_with(const SecretKey& key, std::string_view box, std::string_view context, const SealNonce& nonce) {
    if (box.size() < seal_tag_bytes) return {};
    std::string text(box.size() - seal_tag_bytes, '\0');
    const bool right = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, bytes_of(box),
                                                                  box.size(), bytes_of(context), context.size(), nonce.data(), key.data()) == 0;
    if (!right) return {};
    return text;
}

std::string hash_of(std::string_view text, std::size_t bytes) {
    return blake2b(nullptr, 0, text, bytes);
}

std::string keyed_hash(const SecretKey& key, std::string_view text, std::size_t bytes) {
    return blake2b(key.data(), key.size(), text, bytes);
}

SecretKey key_for(const SecretKey& key, std::string_view purpose) {
    SecretKey made{};
    const auto hash = keyed_hash(key, purpose, made.size());
    std::ranges::copy(hash, reinterpret_cast<char*>(made.data()));
    return made;
}

void wipe(SecretKey& key) {
    sodium_memzero(key.data(), key.size());
}

}
