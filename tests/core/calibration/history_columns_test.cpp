#include "core/calibration/history_columns.hpp"

#include "core/base/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

// Cells that outlive the views of them.
struct Cells {
    std::vector<std::string> texts;

    NamedCells named(const std::string& name, bool ends_deals = false) const {
        NamedCells cells{name, {}, ends_deals};
        for (const auto& text : texts) {
            cells.cells.emplace_back(text);
        }
        return cells;
    }
};

Cells cells_of(int count, const auto& text_of) {
    Cells cells;
    for (int i = 0; i < count; ++i) {
        cells.texts.push_back(text_of(i));
    }
    return cells;
}

std::string amount(int i) {
    return std::to_string(100 + 37 * i);
}

HistoryKind kind_of(const Cells& cells, const std::string& name = "Amount") {
    return answers_in(cells.named(name)).column.kind;
}

std::vector<std::optional<DateOrder>> orders_of(const std::vector<NamedCells>& columns, std::optional<DateOrder> chosen = {}) {
    const auto orders = date_orders(columns, chosen);
    INFO((orders ? std::string() : orders.error().message()));
    REQUIRE(orders.has_value());
    return *orders;
}

}

TEST_CASE("a column is numbers when nearly all of it is, and when there are many") {
    CHECK(kind_of(cells_of(40, amount)) == HistoryKind::number);
    CHECK(kind_of(cells_of(40, [](int i) { return std::to_string(i % 10 + 1); })) == HistoryKind::category);
    CHECK(kind_of(cells_of(44, [](int i) { return std::to_string(i % 11); })) == HistoryKind::number);
    CHECK(kind_of(cells_of(40, [](int i) { return i % 2 == 0 ? "" : amount(i); })) == HistoryKind::number);
    CHECK(kind_of(cells_of(40, [](int i) { return i < 2 ? "to be defined" : amount(i); })) == HistoryKind::number);
    CHECK(kind_of(cells_of(40, [](int i) { return i < 3 ? "to be defined" : amount(i); })) == HistoryKind::category);
    CHECK(kind_of(cells_of(40, [](int) { return "unknown"; })) == HistoryKind::category);
    CHECK(kind_of({}) == HistoryKind::category);
}

TEST_CASE("who a deal is says nothing about it") {
    const auto run_on = cells_of(40, [](int i) { return std::to_string(7000 + (i * 7) % 40); });
    CHECK(kind_of(run_on, "Deal") == HistoryKind::category);
    const auto scattered = cells_of(40, [](int i) { return std::to_string(50000 + 991 * i); });
    for (const auto* heading : {"Record ID", "recordId", "Deal no", "Vorgangs-Nr", "Order number", "deal_id"}) {
        INFO(heading);
        CHECK(kind_of(scattered, heading) == HistoryKind::category);
    }
    CHECK(kind_of(scattered, "Amount paid") == HistoryKind::number);
    CHECK(kind_of(cells_of(40, [](int i) { return std::to_string(50000 + 991 * (i / 2)); }), "Customer number") == HistoryKind::number);
}

TEST_CASE("numbers have a level for each value and one for what is not known") {
    const auto column =
        answers_in(Cells{{"12,5", "", "3", "n/a", "12,50", "-1", "1", "2", "4", "5", "6", "7", "8", "9", "1,234"}}.named("Days"));
    CHECK(column.column.kind == HistoryKind::number);
    CHECK(column.column.has_unknown);
    CHECK(column.column.point == ',');
    CHECK(column.column.numbers == std::vector<double>{0, -1, 1, 1.234, 2, 3, 4, 5, 6, 7, 8, 9, 12.5});
    CHECK(column.levels == std::vector<int>{12, 0, 5, 0, 12, 1, 2, 4, 6, 7, 8, 9, 10, 11, 3});
}

TEST_CASE("days are found in every form that the import knows") {
    const auto day = [](int i) { return Date::from_days(20000 + 3 * i); };
    for (const auto& form :
         {+[](Date at) { return at.iso(); }, +[](Date at) { return at.iso() + "T12:30:00.000Z"; },
          +[](Date at) { return std::to_string(at.day()) + '.' + std::to_string(at.month()) + '.' + std::to_string(at.year()); },
          +[](Date at) { return std::to_string(at.day()) + '/' + std::to_string(at.month()) + '/' + std::to_string(at.year()); },
          +[](Date at) {
              return std::to_string(at.month()) + '/' + std::to_string(at.day()) + '/' + std::to_string(at.year()) + ", 9:12 AM";
          }}) {
        const auto cells = cells_of(60, [&](int i) { return i % 10 == 0 ? "" : form(day(i)); });
        INFO(cells.texts[1]);
        const auto named = cells.named("Created");
        CHECK(are_days(named.cells));
        const auto orders = orders_of({named});
        REQUIRE(orders.front().has_value());
        const auto days = days_in(named.cells, *orders.front());
        for (int i = 0; i < 60; ++i) {
            CHECK(days[static_cast<std::size_t>(i)] == (i % 10 == 0 ? std::nullopt : std::optional(day(i).days())));
        }
    }
    CHECK_FALSE(are_days(cells_of(60, amount).named("Amount").cells));
    CHECK_FALSE(are_days(cells_of(60, [&](int i) { return day(i % 5).iso(); }).named("Quarter").cells));
    CHECK_FALSE(are_days(cells_of(60, [&](int i) { return i % 3 == 0 ? "soon" : day(i).iso(); }).named("Due").cells));
}

TEST_CASE("days that can be read in two ways are asked about, unless another column tells") {
    const auto two_ways = cells_of(60, [](int i) { return std::to_string(1 + i % 12) + '/' + std::to_string(1 + i % 11) + "/2026"; });
    const auto clear = cells_of(60, [](int i) { return std::to_string(1 + i % 12) + "/28/" + std::to_string(2020 + i % 5); });
    const auto refused = date_orders({two_ways.named("Created")}, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what == "The dates in the column \"Created\" can be read in two ways, as \"1/2/2026\"");
    CHECK(orders_of({two_ways.named("Created")}, DateOrder::dmy).front() == DateOrder::dmy);
    CHECK(orders_of({two_ways.named("Created"), clear.named("Changed")}).front() == DateOrder::mdy);
    CHECK(orders_of({clear.named("Changed"), two_ways.named("Created")}).back() == DateOrder::mdy);
    // What is no column of days need not be told.
    CHECK(orders_of({cells_of(60, [](int i) { return i < 50 ? "soon" : "3/4/2026"; }).named("Due")}).front() == std::nullopt);
}

TEST_CASE("a day gives the age and the month of a deal") {
    using Days = std::vector<std::optional<std::int32_t>>;
    const auto at = [](int month, int day) { return std::optional(Date::from_calendar(2026, month, day)->days()); };
    const Days created{at(1, 1), at(3, 31), {}, at(12, 31)};
    const auto closed = day_answers("Created", created, Days{at(1, 31), at(3, 1), at(5, 1), {}});
    REQUIRE(closed.size() == 2);
    CHECK(closed[0].column.name == "Created: age in days");
    CHECK(closed[0].column.source == "Created");
    CHECK(closed[0].column.kind == HistoryKind::age);
    CHECK(closed[0].column.numbers == std::vector<double>{0, -30, 30});
    CHECK(closed[0].levels == std::vector<int>{2, 1, 0, 0});
    CHECK(closed[1].column.name == "Created: month");
    CHECK(closed[1].column.values == std::vector<std::string>{"unknown", "January", "March", "December"});
    CHECK(closed[1].levels == std::vector<int>{1, 2, 0, 3});
    // Where no end is known, the table is as old as its latest day.
    const auto open = day_answers("Created", created, {});
    CHECK(open[0].column.numbers == std::vector<double>{0, 0, 275, 364});
    CHECK(open[0].levels == std::vector<int>{3, 2, 0, 1});
}
