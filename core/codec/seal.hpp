#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Encryption with a passphrase: a key from Argon2id, then XChaCha20-Poly1305. FORMATS.md has the bytes.
namespace middleground::io {

// What has to be random, and new for each seal: the platform's entropy, never a seed that repeats.
struct SealEntropy {
    std::array<unsigned char, 16> salt{};
    std::array<unsigned char, 24> nonce{};
};

// What the key costs whoever guesses, as RFC 9106 advises where memory is scarce. The limits are looked at before any work is done.
struct SealCost {
    std::uint32_t memory_mib = 64;
    std::uint32_t passes = 3;
};
inline constexpr std::uint32_t most_memory_mib = 64;
inline constexpr std::uint32_t most_passes = 10;
inline constexpr std::size_t seal_header_bytes = 2 + 16 + 24; // cost, salt, nonce
inline constexpr std::size_t seal_tag_bytes = 16;
inline constexpr std::size_t most_passphrase_bytes = 1000;

// Header, then the text encrypted and its tag. `context` is authenticated with them and not in them. Nothing when the cost is beyond the
// limits or there is not enough memory.
std::optional<std::string> sealed(std::string_view text, std::string_view context, std::string_view passphrase, const SealEntropy& entropy,
                                  SealCost cost = {});

// Whether the header is there and asks for no more than the limits.
bool is_seal(std::string_view bytes);

enum class Unseal : std::uint8_t { wrong, no_memory }; // wrong: the passphrase, the context or a byte; nothing says which
struct Unsealed {
    std::optional<std::string> text;
    Unseal why_not = Unseal::wrong;
};
Unsealed unsealed(std::string_view bytes, std::string_view context, std::string_view passphrase);

// The passphrase as it counts: without white space around it.
std::string_view passphrase_of(std::string_view typed);
// Overwrites a secret, also where an optimiser sees no use in it.
void wipe(std::string& secret);

}
