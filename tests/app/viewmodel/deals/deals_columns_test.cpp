#include "app/viewmodel/deals/deals_columns.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("columns go by keys that settings hold") {
    for (std::size_t i = 0; i < deal_column_count; ++i) {
        const ColumnRef ref{static_cast<DealColumn>(i), {}};
        CHECK(column_of_key(key_of(ref)) == ref);
        CHECK_FALSE(label_of(ref).empty());
    }
    const ColumnRef field{DealColumn::deal, "Contract ends"};
    CHECK(key_of(field) == "field Contract ends");
    CHECK(column_of_key("field Contract ends") == field);
    CHECK_FALSE(column_of_key("field "));
    CHECK_FALSE(column_of_key("colour"));
}

TEST_CASE("the table has the deal first, then what was chosen in its order, each once") {
    Settings settings;
    CHECK(chosen_columns(settings).empty());
    settings.deal_columns = {"amount", "field Region", "colour", "deal", "amount", "field region", "by"};
    const auto columns = chosen_columns(settings);
    REQUIRE(columns.size() == 4);
    CHECK(columns[0] == ColumnRef{});
    CHECK(columns[1].column == DealColumn::amount);
    CHECK(columns[2].field == "Region");
    CHECK(columns[3].column == DealColumn::by);
}

TEST_CASE("what can be chosen is every column and field of deals, those that are shown first") {
    Settings settings;
    settings.deal_columns = {"amount", "field Region"};
    const std::vector<FieldDefinition> known{{"Region"}, {"Depots"}, {"Office", FieldOwner::person}};
    const auto choices = column_choices(settings, known, {});
    REQUIRE(choices.size() == deal_column_count - 2 + 2); // whose a deal is: in a team only
    CHECK(column_choices(settings, known, {}, true).size() == choices.size() + 1);
    CHECK(choices[0].ref.column == DealColumn::amount);
    CHECK(choices[1].ref.field == "Region");
    CHECK(choices[1].shown);
    CHECK_FALSE(choices[2].shown);
    CHECK(choices.back().ref.field == "Depots");
    // Nothing chosen: as it is shown.
    const auto usual = column_choices({}, known, {{DealColumn::deal, {}}, {DealColumn::by, {}}});
    CHECK(usual[0].ref.column == DealColumn::by);
    CHECK(usual[0].shown);
    CHECK_FALSE(usual[1].shown);
}

TEST_CASE("whose a deal is has a column in a team only, also where it was chosen before") {
    Settings settings;
    settings.deal_columns = {"by", "owner"};
    CHECK(chosen_columns(settings).size() == 2); // the deal itself, and the day
    CHECK(chosen_columns(settings, true).size() == 3);
}
