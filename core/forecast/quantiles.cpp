#include "core/forecast/quantiles.hpp"

#include "core/base/math/exact_math.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// In log-odds t the density of Beta(a, b) is p^a (1 - p)^b with p = 1 / (1 + e^-t): smooth for every a and b, so that sums on an even grid
// are accurate. Beyond 24 there is less than 1e-10, but for a or b below 1; what there is of it then counts at the edge.
constexpr double edge = 24;
constexpr double step = 1.0 / 64;
constexpr int grid_points = static_cast<int>(2 * edge / step) + 1;
constexpr std::size_t most_remembered = 256;
constexpr double most_known = 4000; // narrower ones would fall between two points of the grid

double at(int point) {
    return -edge + step * point;
}

}

ForecastTables::ForecastTables() {
    for (int i = 0; i < grid_points; ++i) {
        log_chance_.push_back(-log_one_plus_exp(-at(i)));
        log_rest_.push_back(-log_one_plus_exp(at(i)));
    }
    for (int row = 0; row < patience_rows; ++row) {
        patience_.push_back(static_cast<std::uint32_t>(-logarithm(1 - (row + 0.5) / patience_rows) * 1e6 + 0.5));
    }
    for (int row = 0; row < quantile_rows; ++row) {
        normal_[static_cast<std::size_t>(row)] = normal_quantile((row + 0.5) / quantile_rows);
    }
}

const ForecastTables::Rows& ForecastTables::log_odds(double a, double b) {
    for (const auto& known : known_) {
        if (known.a == a && known.b == b) return known.rows;
    }
    if (known_.size() == most_remembered) known_.clear();
    known_.push_back({a, b, rows_of(a, b)});
    return known_.back().rows;
}

ForecastTables::Rows ForecastTables::rows_of(double a, double b) const {
    const double scale = a + b > most_known ? most_known / (a + b) : 1;
    a *= scale;
    b *= scale;
    // Against its own height at the mode, so that nothing vanishes.
    const double mode = logarithm(a) - logarithm(b);
    const double height = -a * log_one_plus_exp(-mode) - b * log_one_plus_exp(mode);
    std::vector<double> below(grid_points); // trapezoids
    double sum = 0;
    double last = 0;
    for (int i = 0; i < grid_points; ++i) {
        const auto point = static_cast<std::size_t>(i);
        const double density = exponential(a * log_chance_[point] + b * log_rest_[point] - height);
        sum += i == 0 ? 0 : (last + density) / 2;
        below[point] = sum;
        last = density;
    }
    Rows rows{};
    int point = 1;
    for (int row = 0; row < quantile_rows; ++row) {
        const double wanted = sum * (row + 0.5) / quantile_rows;
        while (point < grid_points - 1 && below[static_cast<std::size_t>(point)] < wanted) {
            ++point;
        }
        const double low = below[static_cast<std::size_t>(point - 1)];
        const double high = below[static_cast<std::size_t>(point)];
        const double share = high > low ? std::clamp((wanted - low) / (high - low), 0.0, 1.0) : 0;
        rows[static_cast<std::size_t>(row)] = at(point - 1) + step * share;
    }
    return rows;
}

std::array<std::uint16_t, quantile_rows> triangular_days(int min, int mode, int max) {
    std::array<std::uint16_t, quantile_rows> rows{};
    const double width = max - min;
    const double rise = mode - min;
    const double fall = max - mode;
    for (int row = 0; row < quantile_rows; ++row) {
        const double u = (row + 0.5) / quantile_rows;
        const double days = u * width < rise ? min + std::sqrt(u * width * rise) : max - std::sqrt((1 - u) * width * fall);
        rows[static_cast<std::size_t>(row)] = static_cast<std::uint16_t>(std::clamp(days + 0.5, 0.0, 65535.0));
    }
    return rows;
}

std::array<std::uint16_t, quantile_rows> log_normal_days(double median, double spread, const QuantileRows& normal) {
    std::array<std::uint16_t, quantile_rows> rows{};
    for (std::size_t row = 0; row < quantile_rows; ++row) {
        rows[row] = static_cast<std::uint16_t>(std::clamp(median * exponential(spread * normal[row]) + 0.5, 0.0, 65535.0));
    }
    return rows;
}

}
