#include "core/forecast/lanes.hpp"

#include <algorithm>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace middleground {

namespace {

using Eight = std::uint32_t __attribute__((vector_size(32)));
constexpr std::uint32_t groups = block_size / 8;

const Eight* eights(const Lanes& lanes) {
    return reinterpret_cast<const Eight*>(lanes.data());
}
Eight* eights(Lanes& lanes) {
    return reinterpret_cast<Eight*>(lanes.data());
}

void look_up(const std::uint32_t* table, const Eight& rows, Eight& numbers) {
    for (int i = 0; i < 8; ++i) {
        numbers[i] = table[rows[i]];
    }
}

namespace narrow {
#define LOOK_UP look_up
#include "core/forecast/lanes_body.inc"
#undef LOOK_UP
}

// Once more for machines that have registers of eight numbers: which one is asked for at run time.
#if defined(__x86_64__)
namespace wide {
#define LOOK_UP(table, rows, numbers) \
    numbers = reinterpret_cast<Eight>(_mm256_i32gather_epi32(reinterpret_cast<const int*>(table), reinterpret_cast<__m256i>(rows), 4))
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
#include "core/forecast/lanes_body.inc"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#undef LOOK_UP
}

bool is_wide() {
    static const bool is = __builtin_cpu_supports("avx2") != 0;
    return is;
}
#define ON_THIS_MACHINE(function, ...) (is_wide() ? wide::function(__VA_ARGS__) : narrow::function(__VA_ARGS__))
#else
#define ON_THIS_MACHINE(function, ...) narrow::function(__VA_ARGS__)
#endif

}

void keys_of(std::uint64_t seed, std::uint32_t first, Lanes& keys) {
    const auto low = mixed(static_cast<std::uint32_t>(seed));
    const auto high = mixed(static_cast<std::uint32_t>(seed >> 32) + golden_ratio);
    ON_THIS_MACHINE(keys, low, high, first, keys);
}

void draw_answers(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers) {
    ON_THIS_MACHINE(answers, futures, key + try_number * golden_ratio, answers);
}

void draw_both(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers, Lanes& rows) {
    ON_THIS_MACHINE(both, futures, key + try_number * golden_ratio, answers, rows);
}

void play_try(const Try& one, const Tried& tried) {
    ON_THIS_MACHINE(play, one, tried);
}

#undef ON_THIS_MACHINE

void raise_to(Lanes& numbers, const Lanes& others) {
    for (std::uint32_t i = 0; i < block_size; ++i) {
        numbers[i] = std::max(numbers[i], others[i]);
    }
}

}
