#include "core/records/source_key.hpp"

#include "core/base/id.hpp"
#include "core/base/random.hpp"

#include <cstdint>

namespace middleground {

namespace {

constexpr std::uint64_t fnv_basis = 14695981039346656037u;
constexpr std::uint64_t fnv_prime = 1099511628211u;
constexpr int key_length = 12;
constexpr int bits_a_letter = 5;

// FNV-1a.
std::uint64_t hashed(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
    }
    return hash;
}

}

std::string source_key(std::string_view kind, std::string_view name) {
    using namespace std::string_view_literals;
    // FNV's high bits depend little on the last bytes: SplitMix64 spreads them.
    auto bits = Random(hashed(hashed(hashed(fnv_basis, kind), "\0"sv), name)).next();
    std::string key;
    for (int i = 0; i < key_length; ++i, bits >>= bits_a_letter) {
        key += id_alphabet[bits & 31];
    }
    return key;
}

}
