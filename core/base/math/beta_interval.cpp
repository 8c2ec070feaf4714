#include "core/base/math/beta_interval.hpp"

#include "core/base/math/exact_math.hpp"

namespace middleground {

namespace {

constexpr double tiny = 1e-300;

double away_from_zero(double value) {
    return value < tiny && value > -tiny ? tiny : value;
}

double distance_to_one(double value) {
    return value > 1 ? value - 1 : 1 - value;
}

// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by the method of Lentz. Converges within some
// multiples of the root of a + b for x below (a + 1) / (a + b + 2).
double continued_fraction(double a, double b, double x) {
    constexpr int most_steps = 20000;
    double numerator = 1;
    double denominator = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double value = denominator;
    for (int i = 1; i < most_steps; ++i) {
        const double m = i;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        denominator = 1 / away_from_zero(1 + even * denominator);
        numerator = away_from_zero(1 + even / numerator);
        value *= denominator * numerator;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        denominator = 1 / away_from_zero(1 + odd * denominator);
        numerator = away_from_zero(1 + odd / numerator);
        const double change = denominator * numerator;
        value *= change;
        if (distance_to_one(change) < 1e-15) break;
    }
    return value;
}

}

double beta_share_below(double a, double b, double x) {
    if (!(x > 0)) return 0;
    if (!(x < 1)) return 1;
    const double scale = exponential(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * logarithm(x) + b * logarithm(1 - x));
    if (x < (a + 1) / (a + b + 2)) return scale * continued_fraction(a, b, x) / a;
    return 1 - scale * continued_fraction(b, a, 1 - x) / b;
}

double beta_value_at(double a, double b, double share) {
    if (!(share > 0)) return 0;
    if (!(share < 1)) return 1;
    // Halving is slow and never fails, whatever a and b are.
    double low = 0;
    double high = 1;
    while (high - low > 1e-10) {
        const double middle = (low + high) / 2;
        (beta_share_below(a, b, middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

}
