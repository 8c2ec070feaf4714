#include "core/base/math/exact_math.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace middleground {

namespace {

// ln 2 in two parts: the first has so many zeros at its end that its multiples are exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double one_by_ln2 = 1.44269504088896338700;
constexpr double square_root_of_2 = 1.41421356237309514547;
constexpr double half_log_2_pi = 0.91893853320467274178;

constexpr int exponent_bias = 1023;
constexpr int mantissa_bits = 52;

// Exact, for exponents of normal numbers.
double power_of_two(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + exponent_bias) << mantissa_bits);
}

}

double exponential(double x) {
    constexpr double limit = 700;
    if (!(x > -limit)) return 0;
    if (x > limit) x = limit;
    const double scaled = x * one_by_ln2;
    const int power = static_cast<int>(scaled + (scaled < 0 ? -0.5 : 0.5));
    const double rest = x - power * ln2_high - power * ln2_low;
    // Taylor's series; |rest| is at most ln 2 / 2, so that term 14 is below 1e-17.
    double sum = 1;
    for (int term = 14; term > 0; --term) {
        sum = 1 + sum * rest / term;
    }
    return sum * power_of_two(power);
}

double logarithm(double x) {
    constexpr double smallest = std::numeric_limits<double>::min();
    if (!(x > smallest)) x = smallest;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    int power = static_cast<int>(bits >> mantissa_bits) - exponent_bias;
    double mantissa = x / power_of_two(power);
    if (mantissa > square_root_of_2) {
        mantissa /= 2;
        power += 1;
    }
    // ln m = 2 artanh((m - 1) / (m + 1)); the square of that is at most 0.03, so that term 25 is below 1e-19.
    const double s = (mantissa - 1) / (mantissa + 1);
    const double square = s * s;
    double sum = 0;
    for (int term = 25; term > 1; term -= 2) {
        sum = (sum + 1.0 / term) * square;
    }
    return power * ln2_high + (power * ln2_low + 2 * s * (1 + sum));
}

double log_gamma(double x) {
    // Stirling's series needs a large argument: gamma(x) = gamma(x + n) / (x (x + 1) .. (x + n - 1)).
    double product = 1;
    while (x < 10) {
        product *= x;
        x += 1;
    }
    const double inverse = 1 / x;
    const double square = inverse * inverse;
    const double series =
        inverse *
        (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * 691 / 360360)))));
    return (x - 0.5) * logarithm(x) - x + half_log_2_pi + series - logarithm(product);
}

double logistic(double x) {
    if (x >= 0) return 1 / (1 + exponential(-x));
    const double e = exponential(x);
    return e / (1 + e);
}

double log_one_plus_exp(double x) {
    return x > 0 ? x + logarithm(1 + exponential(-x)) : logarithm(1 + exponential(x));
}

double normal_below(double x) {
    constexpr double edge = 8;
    if (!(x > -edge)) return 0;
    if (x > edge) return 1;
    // Marsaglia's series: x + x^3 / 3 + x^5 / (3 5) + ...
    double term = x;
    double sum = x;
    for (int i = 3; i < 400; i += 2) {
        term *= x * x / i;
        sum += term;
    }
    return 0.5 + sum * exponential(-x * x / 2 - half_log_2_pi);
}

double normal_quantile(double p) {
    double low = -8;
    double high = 8;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (normal_below(middle) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

}
