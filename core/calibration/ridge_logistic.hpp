#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace middleground {

// Logistic regression with an L2 penalty over categories: each row has ones at a few places of a long row of zeros. The same bits
// everywhere: only basic operations and square roots, in a fixed order.

// Where Newton's method ends.
struct NewtonLimits {
    static constexpr int most_steps = 40;
    static constexpr int most_halvings = 30; // of a step that overshoots
    static constexpr double close_enough = 1e-8;
    static constexpr double no_change = 1e-12; // of the objective: below that it is rounding
};

struct OneHotRows {
    int places = 0;      // length of a row
    int per_row = 0;     // ones in a row
    std::vector<int> at; // where they are, row after row, ascending within a row; -1 for a one that is not there

    int count() const { return per_row == 0 ? 0 : static_cast<int>(at.size()) / per_row; }
    std::span<const int> row(int index) const {
        return std::span(at).subspan(static_cast<std::size_t>(index) * static_cast<std::size_t>(per_row),
                                     static_cast<std::size_t>(per_row));
    }
};

// Log-odds: the intercept and the weights at the places of a row.
struct LogisticModel {
    std::vector<double> weights;
    double intercept = 0;

    double score(std::span<const int> places) const;
};

double log_loss(double score, std::uint8_t won);
// Log-odds of the share that was won; some are, and some are not.
double base_log_odds(const std::vector<std::uint8_t>& won);

// Minimises the sum of the log losses + penalty / 2 * the sum of the squared weights; the intercept is free. Newton's method with an own
// elimination. `rows` and `won` (one for each row, some 0 and some not) are kept by reference.
class RidgeFit {
public:
    RidgeFit(const OneHotRows& rows, const std::vector<std::uint8_t>& won);

    // Starts from the weights of the fit before: go from strong penalties to weak ones. `penalty` is above 0.
    void fit(double penalty);
    // Weights to start from instead, one for each place.
    void start_from(const LogisticModel& model) { model_ = model; }
    const LogisticModel& model() const { return model_; }
    // The score that each row would get from a fit to all others, by one Newton step from this fit instead of a fit for each row.
    std::vector<double> left_out_scores();

private:
    double* line(int index) { return matrix_.data() + static_cast<std::size_t>(index) * static_cast<std::size_t>(size_); }
    void rescore(const LogisticModel& model);
    double objective(const LogisticModel& model) const;
    void build();
    void factorise();
    void invert_factor();
    double leverage(std::span<const int> places);

    const OneHotRows& rows_;
    const std::vector<std::uint8_t>& won_;
    int size_ = 0; // places and the intercept, which comes last
    double penalty_ = 1;
    LogisticModel model_;
    std::vector<double> scores_;
    std::vector<double> gradient_;
    std::vector<double> matrix_;
};

struct ChosenFit {
    LogisticModel model;
    double penalty = 0;
    double slope = 1; // what the weights were multiplied with
};

// Of more rows so many choose the penalty: it is worth a few per cent of what a fit finds, and all rows would take minutes.
inline constexpr int most_rows_for_penalty = 4000;

// So many of the rows, ascending: of those won and of the others as large a share each, evenly over their order, but at least 10 of each
// where there are.
std::vector<int> rows_for_penalty(const std::vector<std::uint8_t>& won, int most);

// Chooses the penalty by leave-one-out log loss: of those within one standard error of the best, the strongest (Breiman's rule, with the
// error of the difference). That shrinks more than it should, so that the scores are then scaled by what fits the left-out scores best
// (Platt): by 0 when these say nothing. The fit and its scaling are of all rows. Looks at nothing but these rows.
ChosenFit fit_with_chosen_penalty(const OneHotRows& rows, const std::vector<std::uint8_t>& won);

}
