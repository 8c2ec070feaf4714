#include "app/viewmodel/deals/deals_marks.hpp"

#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal deal_with(std::vector<Tag> tags, std::vector<OwnField> fields) {
    auto deal = example_deal();
    deal.tags = std::move(tags);
    deal.fields = std::move(fields);
    return deal;
}

DealRow row_with(const Deal& deal) {
    DealRow row;
    row.deal = &deal;
    return row;
}

}

TEST_CASE("deals have every tag, and of each field one of the values") {
    const auto north = deal_with({{"rail"}, {"public"}}, {{"Region", FieldKind::choice, "North"}});
    const auto nothing = deal_with({}, {});
    CHECK(has_marks(north, {}));
    CHECK(has_marks(north, {{"", "Rail"}}));
    CHECK(has_marks(north, {{"", "rail"}, {"", "public"}}));
    CHECK_FALSE(has_marks(north, {{"", "rail"}, {"", "food"}}));
    CHECK(has_marks(north, {{"region", "north"}}));
    CHECK(has_marks(north, {{"Region", "South"}, {"Region", "North"}}));
    CHECK_FALSE(has_marks(north, {{"Region", "South"}}));
    CHECK_FALSE(has_marks(north, {{"Region", ""}}));
    CHECK(has_marks(nothing, {{"Region", ""}}));
    CHECK(has_marks(nothing, {{"Region", ""}, {"Region", "South"}}));
    CHECK_FALSE(has_marks(nothing, {{"Region", "North"}}));
    CHECK(mark_words({"", "rail"}) == "rail");
    CHECK(mark_words({"Region", "North"}) == "Region: North");
    CHECK(mark_words({"Region", ""}) == "Region: nothing");
}

TEST_CASE("what can be chosen is what deals have, with how many have it") {
    const auto north = deal_with({{"rail"}, {"public"}}, {{"Depots", FieldKind::number, "10"}, {"Region", FieldKind::choice, "North"}});
    const auto south = deal_with({{"Rail"}}, {{"region", FieldKind::choice, "South"}, {"Depots", FieldKind::number, "9"}});
    const auto nothing = deal_with({}, {});
    std::vector<DealRow> rows{row_with(north), row_with(south), row_with(nothing)};
    std::string words;
    for (const auto& one : marks_of(rows)) {
        words += mark_words(one.mark) + " (" + std::to_string(one.deals) + ") ";
    }
    CHECK(words == "public (1) rail (2) Depots: 9 (1) Depots: 10 (1) Depots: nothing (1) Region: North (1) Region: South (1) Region: nothing (1) ");
    for (const auto& one : marks_of(rows)) {
        int count = 0;
        for (const auto& row : rows) {
            count += has_marks(*row.deal, {one.mark}) ? 1 : 0;
        }
        CHECK(count == one.deals);
    }
    CHECK(marks_of({row_with(nothing)}).empty());
}

TEST_CASE("a field whose values all differ chooses by nothing but whether there is one") {
    std::vector<Deal> deals;
    for (int i = 0; i < 300; ++i) {
        deals.push_back(deal_with({}, {{"Code", FieldKind::text, "code " + std::to_string(i)}}));
    }
    deals.push_back(deal_with({}, {}));
    std::vector<DealRow> rows;
    for (const auto& deal : deals) {
        rows.push_back(row_with(deal));
    }
    const auto marks = marks_of(rows);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].mark == DealMark{"Code", ""});
}

TEST_CASE("the list is sorted by a field of one's own, numbers as numbers") {
    std::vector<Deal> deals;
    for (const auto* depots : {"10", "9", "-1.5", ""}) {
        auto deal = deal_with({}, {});
        deal.account = depots;
        if (*depots != '\0') deal.fields = {{"Depots", FieldKind::number, depots}};
        deals.push_back(std::move(deal));
    }
    std::vector<DealRow> rows;
    for (const auto& deal : deals) {
        rows.push_back(row_with(deal));
    }
    const auto order = [&](bool descending) {
        std::string text;
        for (const auto* row : chosen_rows(rows, {.descending = descending, .field = "depots"})) {
            text += row->deal->account + ' ';
        }
        return text;
    };
    CHECK(order(false) == "-1.5 9 10  ");
    CHECK(order(true) == "10 9 -1.5  ");
}
