#include "core/calibration/history_base.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/random.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using Catch::Approx;

namespace {

HistoryModel numbers_model(int deals = 600) {
    Random random(11);
    const auto model = fit_history(generated_numbers(random, deals).table, {"Status", "Won", {}, {}}, {1, 2, 1});
    REQUIRE(model.has_value());
    return *model;
}

std::string refusal(const HistoryModel& model, const std::vector<HistoryAnswer>& answers) {
    const auto base = own_base(model, answers, "deals.csv");
    REQUIRE_FALSE(base.has_value());
    return base.error().message();
}

}

TEST_CASE("what a deal is asked about is what the history has factors for") {
    const auto model = numbers_model();
    const auto questions = base_questions(model);
    REQUIRE(questions.size() == model.columns.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
        CHECK(questions[i].column == model.columns[i].column);
        CHECK(questions[i].choices.size() >= 2);
        CHECK(std::ranges::count(questions[i].choices, "unknown") == 0);
    }
    const auto region = std::ranges::find(questions, "Region", &BaseQuestion::column);
    REQUIRE(region != questions.end());
    CHECK(region->choices == std::vector<std::string>{"East", "North", "South", "West"});
    CHECK(std::ranges::find(questions, "Amount", &BaseQuestion::column)->kind == HistoryKind::number);
}

TEST_CASE("every choice of every question is an answer, and the pulls add up") {
    const auto model = numbers_model();
    for (const auto& question : base_questions(model)) {
        const auto& column = *std::ranges::find(model.columns, question.column, &ColumnPull::column);
        for (const auto& choice : question.choices) {
            INFO(question.column + ": " + choice);
            const auto base = own_base(model, {{question.column, choice}}, "deals.csv");
            REQUIRE(base.has_value());
            const auto& level = *std::ranges::find(column.levels, choice, &LevelPull::value);
            const auto pull = std::ranges::find(base->pulls, question.column, &AnswerPull::column);
            CHECK(pull->log_odds == level.log_odds);
            CHECK(pull->odds == exponential(level.log_odds));
            double sum = model.average_log_odds;
            for (const auto& one : base->pulls) {
                sum += one.log_odds;
            }
            CHECK(base->log_odds == Approx(sum));
            CHECK(base->chance == logistic(base->log_odds));
            CHECK(base->base.won == Approx(1000 * base->chance).margin(0.5));
            CHECK(base->average == model.average_chance());
            CHECK(base->base.answers == std::vector<OwnBaseAnswer>{{question.column, choice}});
        }
    }
}

TEST_CASE("a number is as good as the range it lies in, and the lower bound belongs to it") {
    const auto model = numbers_model();
    const auto& amounts = *std::ranges::find(model.columns, "Amount", &ColumnPull::column);
    for (const auto& level : amounts.levels) {
        REQUIRE(level.kind == LevelKind::range);
        const double inside = level.from ? *level.from : *level.to / 2;
        const auto base = own_base(model, {{"Amount", "EUR " + std::to_string(static_cast<long long>(inside + (level.from ? 1 : 0)))}}, "");
        REQUIRE(base.has_value());
        CHECK(std::ranges::find(base->pulls, "Amount", &AnswerPull::column)->log_odds == level.log_odds);
        CHECK(level_of(amounts, level.value) == LevelKind::range);
    }
    const auto huge = own_base(model, {{"Amount", "900 million"}}, "");
    REQUIRE(huge.has_value());
    CHECK(std::ranges::find(huge->pulls, "Amount", &AnswerPull::column)->log_odds == amounts.levels.back().log_odds);
}

TEST_CASE("what is not answered counts as unknown, and is not kept") {
    const auto model = numbers_model();
    const auto nothing = own_base(model, {}, "deals.csv");
    const auto blanks = own_base(model, {{"Employees", "n/a"}, {"Region", "  "}}, "deals.csv");
    REQUIRE(nothing.has_value());
    REQUIRE(blanks.has_value());
    CHECK(nothing->base == blanks->base);
    CHECK(nothing->base.answers.empty());
    CHECK(nothing->base.origin.starts_with("600 closed deals, "));
    CHECK(nothing->base.origin.ends_with(" % won: deals.csv"));
    // Employees are missing for one deal in seven: that has a factor of its own.
    const auto& employees = *std::ranges::find(model.columns, "Employees", &ColumnPull::column);
    CHECK(employees.levels.front().kind == LevelKind::unknown);
    CHECK(std::ranges::find(nothing->pulls, "Employees", &AnswerPull::column)->log_odds == employees.levels.front().log_odds);
    // The order in which answers come is not kept.
    const auto one = own_base(model, {{"Region", "North"}, {"Amount", "5000"}}, "x");
    const auto other = own_base(model, {{"Amount", "5000"}, {"Region", "North"}}, "x");
    CHECK(one->base == other->base);
}

TEST_CASE("answers that are none are refused in words") {
    const auto model = numbers_model();
    CHECK(refusal(model, {{"Weather", "Sunny"}}).starts_with("The history has no factors for \"Weather\". It has them for \""));
    CHECK(refusal(model, {{"Region", "North"}, {"Region", "South"}}) == "There are two answers for \"Region\". Give one.");
    CHECK(refusal(model, {{"Amount", "a lot"}}).starts_with("\"a lot\" is no number, but \"Amount\" has numbers."));
    CHECK(own_base(model, {{"Region", "Centre"}}, "").has_value()); // never seen: says nothing
    HistoryModel few;
    CHECK(base_questions(few).empty());
    CHECK(refusal(few, {}).starts_with("There are too few closed deals to say what a deal begins with. 40 are needed"));
}
