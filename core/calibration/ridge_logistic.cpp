#include "core/calibration/ridge_logistic.hpp"

#include "core/base/math/exact_math.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr double least_pivot = 1e-12;

}

double log_loss(double score, std::uint8_t won) {
    return log_one_plus_exp(score) - (won != 0 ? score : 0);
}

double base_log_odds(const std::vector<std::uint8_t>& won) {
    const auto count = std::ranges::count_if(won, [](std::uint8_t one) { return one != 0; });
    const double share = static_cast<double>(count) / static_cast<double>(won.size());
    return logarithm(share) - logarithm(1 - share);
}

double LogisticModel::score(std::span<const int> places) const {
    double sum = intercept;
    for (const int place : places) {
        if (place >= 0) sum += weights[static_cast<std::size_t>(place)];
    }
    return sum;
}

RidgeFit::RidgeFit(const OneHotRows& rows, const std::vector<std::uint8_t>& won)
    : rows_(rows), won_(won), size_(rows.places + 1), scores_(won.size()), gradient_(static_cast<std::size_t>(size_)),
      matrix_(static_cast<std::size_t>(size_) * static_cast<std::size_t>(size_)) {
    model_.weights.resize(static_cast<std::size_t>(rows.places));
    model_.intercept = base_log_odds(won);
}

void RidgeFit::rescore(const LogisticModel& model) {
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        scores_[i] = rows_.per_row == 0 ? model.intercept : model.score(rows_.row(static_cast<int>(i)));
    }
}

double RidgeFit::objective(const LogisticModel& model) const {
    double squares = 0;
    for (const double weight : model.weights) {
        squares += weight * weight;
    }
    double sum = penalty_ / 2 * squares;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        sum += log_loss(scores_[i], won_[i]);
    }
    return sum;
}

// Gradient and second derivatives at the present scores; of the symmetric matrix the upper half.
void RidgeFit::build() {
    std::ranges::fill(matrix_, 0.0);
    std::ranges::fill(gradient_, 0.0);
    const int last = size_ - 1;
    for (int place = 0; place < last; ++place) {
        gradient_[static_cast<std::size_t>(place)] = penalty_ * model_.weights[static_cast<std::size_t>(place)];
        line(place)[place] = penalty_;
    }
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        const double chance = logistic(scores_[i]);
        const double off = chance - (won_[i] != 0 ? 1 : 0);
        const double weight = chance * (1 - chance);
        gradient_.back() += off;
        line(last)[last] += weight;
        if (rows_.per_row == 0) continue;
        const auto places = rows_.row(static_cast<int>(i));
        for (std::size_t first = 0; first < places.size(); ++first) {
            if (places[first] < 0) continue;
            gradient_[static_cast<std::size_t>(places[first])] += off;
            double* const into = line(places[first]);
            into[last] += weight;
            for (std::size_t second = first; second < places.size(); ++second) {
                if (places[second] >= 0) into[places[second]] += weight;
            }
        }
    }
}

// Cholesky: the matrix becomes U with U^T U = matrix. Row by row, so that the inner loop runs over neighbours in memory.
void RidgeFit::factorise() {
    for (int k = 0; k < size_; ++k) {
        double* const pivot = line(k);
        const double root = std::sqrt(std::max(pivot[k], least_pivot));
        pivot[k] = root;
        for (int j = k + 1; j < size_; ++j) {
            pivot[j] /= root;
        }
        for (int i = k + 1; i < size_; ++i) {
            const double factor = pivot[i];
            if (factor == 0) continue;
            double* const row = line(i);
            for (int j = i; j < size_; ++j) {
                row[j] -= factor * pivot[j];
            }
        }
    }
}

void RidgeFit::fit(double penalty) {
    penalty_ = penalty;
    rescore(model_);
    double reached = objective(model_);
    for (int step = 0; step < NewtonLimits::most_steps; ++step) {
        build();
        factorise();
        // U^T y = gradient, then U x = y.
        auto& change = gradient_;
        for (int i = 0; i < size_; ++i) {
            const double* const row = line(i);
            const double value = change[static_cast<std::size_t>(i)] / row[i];
            change[static_cast<std::size_t>(i)] = value;
            for (int j = i + 1; j < size_; ++j) {
                change[static_cast<std::size_t>(j)] -= row[j] * value;
            }
        }
        double largest = 0;
        for (int i = size_ - 1; i >= 0; --i) {
            const double* const row = line(i);
            double value = change[static_cast<std::size_t>(i)];
            for (int j = i + 1; j < size_; ++j) {
                value -= row[j] * change[static_cast<std::size_t>(j)];
            }
            change[static_cast<std::size_t>(i)] = value / row[i];
            largest = std::max(largest, std::abs(value / row[i]));
        }
        double share = 1;
        const auto before = model_;
        for (int halving = 0; halving < NewtonLimits::most_halvings; ++halving) {
            for (std::size_t i = 0; i < model_.weights.size(); ++i) {
                model_.weights[i] = before.weights[i] - share * change[i];
            }
            model_.intercept = before.intercept - share * change.back();
            rescore(model_);
            const double now = objective(model_);
            if (now <= reached + NewtonLimits::no_change * (1 + reached)) {
                reached = now;
                break;
            }
            share /= 2;
        }
        if (largest * share < NewtonLimits::close_enough) break;
    }
}

// U becomes its inverse, from the last row up.
void RidgeFit::invert_factor() {
    std::vector<double> inverse(static_cast<std::size_t>(size_));
    for (int i = size_ - 1; i >= 0; --i) {
        double* const row = line(i);
        std::ranges::fill(inverse, 0.0);
        for (int k = i + 1; k < size_; ++k) {
            const double factor = row[k];
            if (factor == 0) continue;
            const double* const known = line(k);
            for (int j = k; j < size_; ++j) {
                inverse[static_cast<std::size_t>(j)] -= factor * known[j];
            }
        }
        const double pivot = row[i];
        for (int j = i + 1; j < size_; ++j) {
            row[j] = inverse[static_cast<std::size_t>(j)] / pivot;
        }
        row[i] = 1 / pivot;
    }
}

std::vector<double> RidgeFit::left_out_scores() {
    build();
    factorise();
    invert_factor();
    // The inverse of the second derivatives: U^-1 U^-T, the upper half in place. What is overwritten is not needed again.
    for (int i = 0; i < size_; ++i) {
        double* const row = line(i);
        for (int j = i; j < size_; ++j) {
            const double* const other = line(j);
            double sum = 0;
            for (int k = j; k < size_; ++k) {
                sum += row[k] * other[k];
            }
            row[j] = sum;
        }
    }
    std::vector<double> left_out(scores_.size());
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        const double chance = logistic(scores_[i]);
        const double pull = rows_.per_row == 0 ? leverage({}) : leverage(rows_.row(static_cast<int>(i)));
        const double rest = std::max(1 - pull * chance * (1 - chance), 1e-6);
        left_out[i] = scores_[i] + pull * (chance - (won_[i] != 0 ? 1 : 0)) / rest;
    }
    return left_out;
}

// How far a row's own score moves when its outcome does: a^T H^-1 a.
double RidgeFit::leverage(std::span<const int> places) {
    const int last = size_ - 1;
    double between = 0;
    double own = line(last)[last];
    for (std::size_t first = 0; first < places.size(); ++first) {
        if (places[first] < 0) continue;
        const double* const row = line(places[first]);
        own += row[places[first]];
        between += row[last];
        for (std::size_t second = first + 1; second < places.size(); ++second) {
            if (places[second] >= 0) between += row[places[second]];
        }
    }
    return own + 2 * between;
}

}
