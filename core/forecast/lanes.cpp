#include "core/forecast/lanes.hpp"

#include <algorithm>

namespace middleground {

namespace {

using Eight = std::uint32_t __attribute__((vector_size(32)));
constexpr std::uint32_t groups = block_size / 8;

#define MIDDLEGROUND_INLINE [[gnu::always_inline]] inline

MIDDLEGROUND_INLINE void mix(Eight& x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
}

MIDDLEGROUND_INLINE const Eight* eights(const Lanes& lanes) {
    return reinterpret_cast<const Eight*>(lanes.data());
}
MIDDLEGROUND_INLINE Eight* eights(Lanes& lanes) {
    return reinterpret_cast<Eight*>(lanes.data());
}

MIDDLEGROUND_INLINE void keys_with(std::uint32_t low, std::uint32_t high, std::uint32_t first, Lanes& keys) {
    Eight number = {0, 1, 2, 3, 4, 5, 6, 7};
    number += first;
    auto* out = eights(keys);
    for (std::uint32_t i = 0; i < groups; ++i) {
        Eight x = number * golden_ratio + low;
        mix(x);
        x ^= high;
        mix(x);
        out[i] = x;
        number += 8;
    }
}

MIDDLEGROUND_INLINE void answers_with(const Lanes& futures, std::uint32_t key, Lanes& answers) {
    const auto* from = eights(futures);
    auto* out = eights(answers);
    for (std::uint32_t i = 0; i < groups; ++i) {
        Eight x = from[i] ^ key;
        mix(x);
        out[i] = x;
    }
}

MIDDLEGROUND_INLINE void both_with(const Lanes& futures, std::uint32_t key, Lanes& answers, Lanes& rows) {
    const auto* from = eights(futures);
    auto* out = eights(answers);
    auto* more = eights(rows);
    for (std::uint32_t i = 0; i < groups; ++i) {
        Eight x = from[i] ^ key;
        mix(x);
        out[i] = x;
        x += golden_ratio;
        mix(x);
        more[i] = x;
    }
}

// The same twice, for machines that have registers of eight numbers and for those that have not: which one is asked for at run time.
#if defined(__x86_64__)
#define MIDDLEGROUND_WIDE 1
[[gnu::target("avx2")]] void wide_keys(std::uint32_t low, std::uint32_t high, std::uint32_t first, Lanes& keys) {
    keys_with(low, high, first, keys);
}
[[gnu::target("avx2")]] void wide_answers(const Lanes& futures, std::uint32_t key, Lanes& answers) {
    answers_with(futures, key, answers);
}
[[gnu::target("avx2")]] void wide_both(const Lanes& futures, std::uint32_t key, Lanes& answers, Lanes& rows) {
    both_with(futures, key, answers, rows);
}
bool is_wide() {
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    return wide;
}
#endif

}

void keys_of(std::uint64_t seed, std::uint32_t first, Lanes& keys) {
    const auto low = mixed(static_cast<std::uint32_t>(seed));
    const auto high = mixed(static_cast<std::uint32_t>(seed >> 32) + golden_ratio);
#ifdef MIDDLEGROUND_WIDE
    if (is_wide()) return wide_keys(low, high, first, keys);
#endif
    keys_with(low, high, first, keys);
}

void draw_answers(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers) {
    key += try_number * golden_ratio;
#ifdef MIDDLEGROUND_WIDE
    if (is_wide()) return wide_answers(futures, key, answers);
#endif
    answers_with(futures, key, answers);
}

void draw_both(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers, Lanes& rows) {
    key += try_number * golden_ratio;
#ifdef MIDDLEGROUND_WIDE
    if (is_wide()) return wide_both(futures, key, answers, rows);
#endif
    both_with(futures, key, answers, rows);
}

void raise_to(Lanes& numbers, const Lanes& others) {
    for (std::uint32_t i = 0; i < block_size; ++i) {
        numbers[i] = std::max(numbers[i], others[i]);
    }
}

}
