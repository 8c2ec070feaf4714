#include "core/codec/seal.hpp"

#include "core/base/text.hpp"
#include "core/codec/seal_key.hpp"

#include <sodium/utils.h>

#include <algorithm>

namespace middleground::io {

namespace {

constexpr std::size_t salt_at = 2;
constexpr std::size_t nonce_at = salt_at + std::tuple_size_v<decltype(SealEntropy::salt)>;

// A key that is overwritten when it is no longer needed.
struct Key {
    Key(std::string_view passphrase, std::string_view salt_bytes, SealCost cost) {
        SealSalt salt{};
        std::ranges::copy(salt_bytes, reinterpret_cast<char*>(salt.data()));
        made = passphrase_key(passphrase, salt, cost);
    }
    ~Key() {
        if (made) wipe(*made);
    }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;

    std::optional<SecretKey> made;
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
    if (!key.made) return {};
    return out + sealed_with(*key.made, text, header, entropy.nonce);
}

bool is_seal(std::string_view bytes) {
    return bytes.size() >= seal_header_bytes + seal_tag_bytes && is_within_limits(cost_of(bytes));
}

Unsealed unsealed(std::string_view bytes, std::string_view context, std::string_view passphrase) {
    if (!is_seal(bytes)) return {};
    const auto header = bytes.substr(0, seal_header_bytes);
    const auto box = bytes.substr(seal_header_bytes);
    const Key key(passphrase_of(passphrase), header.substr(salt_at, nonce_at - salt_at), cost_of(header));
    if (!key.made) return {{}, Unseal::no_memory};
    SealNonce nonce{};
    std::ranges::copy(header.substr(nonce_at), reinterpret_cast<char*>(nonce.data()));
    return {opened_with(*key.made, box, std::string(context) + std::string(header), nonce), Unseal::wrong};
}

std::string_view passphrase_of(std::string_view typed) {
    return trimmed(typed);
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}
