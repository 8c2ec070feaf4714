#include "app/session/history/update_history.hpp"

#include "app/session/update/update_open.hpp"
#include "core/codec/csv.hpp"
#include "tests/support/app/tab.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::Tab;

namespace {

std::string csv_of(const TextTable& table) {
    std::string text;
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += (i > 0 ? "," : "") + ('"' + cells[i] + '"');
        }
        text += '\n';
    };
    line(table.columns);
    for (const auto& row : table.rows) {
        line(row);
    }
    return text;
}

std::string closed_deals(int count) {
    Random random(5);
    return csv_of(test::generated_numbers(random, count).table);
}

struct Learning : Tab {
    Learning() {
        view.history.open = true;
    }
    HistoryDraft& draft() { return view.history; }
};

}

TEST_CASE("a table that is chosen while the dialog is open is learned from, not imported") {
    Learning tab;
    open_file(tab.world(), "deals.csv", closed_deals(300));
    CHECK_FALSE(tab.document.import);
    CHECK(tab.draft().file == "deals.csv");
    CHECK(tab.draft().question.target == "Status");
    CHECK(tab.draft().question.positive == "Won");
    REQUIRE(tab.draft().model);
    CHECK(tab.draft().model->state == HistoryState::fitted);
    CHECK(tab.draft().model->closed == 300);
    CHECK_FALSE(tab.draft().error);
    // Without the dialog it is a table like any other.
    tab.draft().open = false;
    open_file(tab.world(), "deals.csv", closed_deals(50));
    CHECK(tab.document.import);
    CHECK(tab.draft().model->closed == 300);
}

TEST_CASE("a table that cannot be read says why, and what was learned before stays") {
    Learning tab;
    open_file(tab.world(), "deals.csv", closed_deals(100));
    for (const std::string bad : {"", "Status,Size\n", "Status,Size\nWon,\"never closed\n"}) {
        open_file(tab.world(), "other.csv", bad);
        REQUIRE(tab.draft().error);
        CHECK(tab.draft().error->message().contains("other.csv"));
        CHECK(tab.draft().file == "deals.csv");
        CHECK(tab.draft().model->closed == 100);
    }
}

TEST_CASE("another column or word is another question, and answers that still fit stay") {
    Learning tab;
    open_file(tab.world(), "deals.csv", closed_deals(200));
    tab.draft().answers = {{"Region", "North"}, {"Weather", "Sunny"}, {"Region 2", "x"}};
    tab.act(action::AskHistory{"Status", "Lost"});
    CHECK(tab.draft().question.positive == "Lost");
    REQUIRE(tab.draft().model);
    CHECK(tab.draft().model->won < 200);
    REQUIRE(tab.draft().answers.size() == 1);
    CHECK(tab.draft().answers[0].column == "Region");
    tab.act(action::AskHistory{"Region", {}});
    CHECK(tab.draft().question.target == "Region");
    CHECK(tab.draft().question.positive.empty());
    CHECK_FALSE(tab.draft().model); // nothing says which of them is won
    tab.act(action::AskHistory{"No such column", "Won"});
    CHECK(tab.draft().question.target == "Region");
}

TEST_CASE("of a very long table rows from all over it are looked at, and that is said") {
    Learning tab;
    std::string text = "Status,Size\n";
    for (int i = 0; i < 6000; ++i) {
        text += std::string(i % 3 == 0 ? "Won" : "Lost") + (i < 3000 ? ",early" : ",late") + std::to_string(i % 7) + '\n';
    }
    open_file(tab.world(), "deals.csv", text);
    CHECK(tab.draft().sampled == 2000);
    REQUIRE(tab.draft().table.rows.size() == 2000);
    CHECK(tab.draft().table.rows.front()[1].starts_with("early"));
    CHECK(tab.draft().table.rows.back()[1].starts_with("late"));
}
