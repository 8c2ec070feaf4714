#include "core/codec/seal.hpp"

#include "core/base/text.hpp"

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
extern "C" {
#include <argon2.h> // libsodium's own, which it calls itself only: without extern "C", and with any cost
}
#include <sodium/crypto_aead_xchacha20poly1305.h>
#include <sodium/utils.h>

namespace middleground::io {

namespace {

using Aead = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
static_assert(seal_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(std::tuple_size_v<decltype(SealEntropy::nonce)> == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

constexpr std::size_t salt_at = 2;
constexpr std::size_t nonce_at = salt_at + std::tuple_size_v<decltype(SealEntropy::salt)>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

// A key that is overwritten when it is no longer needed.
class Key {
public:
    Key(std::string_view passphrase, std::string_view salt, SealCost cost) {
        constexpr std::uint32_t lanes = 1;
        made_ = argon2id_hash_raw(cost.passes, cost.memory_mib * 1024, lanes, passphrase.data(), passphrase.size(), salt.data(), salt.size(),
                                  bytes_.data(), bytes_.size()) == ARGON2_OK;
    }
    ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;

    bool is_made() const { return made_; }
    const unsigned char* bytes() const { return bytes_.data(); }

private:
    Aead bytes_{};
    bool made_ = false;
};

bool is_within_limits(SealCost cost) {
    return cost.memory_mib >= 1 && cost.memory_mib <= most_memory_mib && cost.passes >= 1 && cost.passes <= most_passes;
}

SealCost cost_of(std::string_view header) {
    return {static_cast<unsigned char>(header[0]), static_cast<unsigned char>(header[1])};
}

}

std::optional<std::string> sealed(std::string_view text, std::string_view context, std::string_view passphrase, const SealEntropy& entropy,
                                  SealCost cost) {
    if (!is_within_limits(cost)) return {};
    std::string out{static_cast<char>(cost.memory_mib), static_cast<char>(cost.passes)};
    out.append(entropy.salt.begin(), entropy.salt.end());
    out.append(entropy.nonce.begin(), entropy.nonce.end());
    const auto header = std::string(context) + out;
    const Key key(passphrase_of(passphrase), std::string_view(out).substr(salt_at, entropy.salt.size()), cost);
    if (!key.is_made()) return {};
    std::string box(text.size() + seal_tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr, bytes_of(text), text.size(),
                                               bytes_of(header), header.size(), nullptr, entropy.nonce.data(), key.bytes());
    return out + box;
}

bool is_seal(std::string_view bytes) {
    return bytes.size() >= seal_header_bytes + seal_tag_bytes && is_within_limits(cost_of(bytes));
}

Unsealed unsealed(std::string_view bytes, std::string_view context, std::string_view passphrase) {
    if (!is_seal(bytes)) return {};
    const auto header = bytes.substr(0, seal_header_bytes);
    const auto box = bytes.substr(seal_header_bytes);
    const Key key(passphrase_of(passphrase), header.substr(salt_at, nonce_at - salt_at), cost_of(header));
    if (!key.is_made()) return {{}, Unseal::no_memory};
    const auto authenticated = std::string(context) + std::string(header);
    std::string text(box.size() - seal_tag_bytes, '\0');
    const bool right = crypto_aead_xchacha20poly1305_ietf_decrypt(
                           reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, bytes_of(box), box.size(),
                           bytes_of(authenticated), authenticated.size(), bytes_of(header.substr(nonce_at)), key.bytes()) == 0;
    if (!right) return {};
    return {std::move(text), {}};
}

std::string_view passphrase_of(std::string_view typed) {
    return trimmed(typed);
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}
