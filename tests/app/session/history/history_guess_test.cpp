#include "app/session/history/history_guess.hpp"

#include "app/session/shipped.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const std::vector<ImportVocabulary>& vocabularies() {
    static std::optional<Error> problem;
    static const auto list = read_shipped_vocabularies(problem);
    return list;
}

using Texts = std::vector<std::string>;

}

TEST_CASE("the column that says how deals ended is found by what it says") {
    const TextTable table{{"Deal", "Size", "Stage"}, {{"A", "Big", "Closed Won"}, {"B", "Mid", "Closed Lost"}, {"C", "Big", "Proposal"}}};
    const auto question = guessed_question(table, vocabularies());
    CHECK(question.target == "Stage");
    CHECK(question.positive == "Closed Won");
    CHECK(question.open == Texts{"Proposal"});
}

TEST_CASE("where only won deals have a word of their own, all others were not won") {
    const TextTable table{{"Status", "Size"}, {{"Won", "Big"}, {"Nothing came of it", "Mid"}, {"Purple", "Big"}}};
    const auto question = guessed_question(table, vocabularies());
    CHECK(question.positive == "Won");
    CHECK(question.open.empty());
}

TEST_CASE("a column of yes and no that was chosen is taken as whether they were won") {
    const TextTable table{{"Deal", "Signed"}, {{"A", "yes"}, {"B", "no"}}};
    CHECK(guessed_question(table, vocabularies()).target.empty());
    const auto question = guessed_question(table, 1, vocabularies());
    CHECK(question.target == "Signed");
    CHECK(question.positive == "yes");
}

TEST_CASE("what nothing is known of stays open") {
    const TextTable table{{"Deal", "Colour"}, {{"A", "red"}, {"B", "blue"}}};
    CHECK(guessed_question(table, vocabularies()).target.empty());
    CHECK(guessed_question(table, 1, vocabularies()).positive.empty());
    CHECK(guessed_question(TextTable{}, vocabularies()).target.empty());
}

TEST_CASE("the day on which deals ended is known by its heading, and is not asked of the outcome itself") {
    TextTable table{{"Close Date", "Status"}, {}};
    for (int i = 0; i < 23; ++i) {
        table.rows.push_back({"2026-01-" + std::to_string(i + 8 < 10 ? 10 : i + 8), i % 2 == 0 ? "Won" : "Lost"});
    }
    CHECK(guessed_question(table, vocabularies()).closed_on == "Close Date");
    CHECK(closing_column(table, {.target = "Close Date"}, vocabularies()).empty());
    for (auto& row : table.rows) {
        row[0] = "soon";
    }
    CHECK(guessed_question(table, vocabularies()).closed_on.empty());
}

TEST_CASE("values are listed once, as they stand") {
    const TextTable table{{"S"}, {{"b"}, {" a "}, {""}, {"b"}, {"c"}}};
    CHECK(different_values(table, 0, 10) == Texts{"b", "a", "c"});
    CHECK(different_values(table, 0, 2) == Texts{"b", "a"});
}
