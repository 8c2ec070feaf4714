#include "core/intake/tables/own_columns.hpp"

#include "tests/support/import_files.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace middleground;
using namespace middleground::test;

namespace {

const std::string table = "Deal;Account;Value;Region;Depots;Contract end;Cost code;Remark\n"
                          "Pilot;Acme;1.200,50;North;12;03.04.2027;007;a\nRollout;Borg;900,00;South;1.234;31.12.2026;008;b\nThird;Cora;;North;7,5;;009;c\n"
                          "Fourth;Dora;1;North;;;;d\nFifth;Emil;1;South;;;;e\nSixth;Fritz;1;South;;;;f\n";

int column_of(const ImportFiles& files, std::string_view heading) {
    const auto& columns = files.tables.front().table.columns;
    return static_cast<int>(std::ranges::find(columns, heading) - columns.begin());
}

ImportFiles files_with(const std::vector<FieldDefinition>& definitions) {
    ImportFiles files;
    files.add("deals.csv", table);
    files.list.front().mapping = with_own_columns(files.list.front().mapping, files.tables.front().table, definitions);
    return files;
}

}

TEST_CASE("what stands in a column says what kind of field it can be") {
    const auto files = files_with({});
    const auto kind = [&](std::string_view heading) {
        return kind_by_content(files.tables.front().table, static_cast<std::size_t>(column_of(files, heading)));
    };
    CHECK(kind("Region") == FieldKind::choice);
    CHECK(kind("Depots") == FieldKind::number);
    CHECK(kind("Contract end") == FieldKind::date);
    CHECK(kind("Cost code") == FieldKind::text);
    CHECK(kind("Remark") == FieldKind::text);
    CHECK(kind_by_content({{"a"}, {{""}, {" - "}}}, 0) == FieldKind::text);
}

TEST_CASE("a column that nobody knows is left out, or becomes a field of one's own") {
    auto files = files_with({});
    CHECK(planned(files).added.front().fields.empty());
    auto& mapping = files.list.front().mapping;
    for (const auto* heading : {"Region", "Depots", "Contract end", "Cost code"}) {
        mapping = with_own_column(mapping, files.tables.front().table, column_of(files, heading), {});
    }
    const auto changes = planned(files);
    const auto& pilot = titled(changes.added, "Pilot");
    CHECK(pilot.fields == std::vector<OwnField>{{"Region", FieldKind::choice, "North"},
                                                {"Depots", FieldKind::number, "12"},
                                                {"Contract end", FieldKind::date, "2027-04-03"},
                                                {"Cost code", FieldKind::text, "007"}});
    CHECK(titled(changes.added, "Rollout").fields[1].value == "1234"); // as the amounts beside it
    CHECK(titled(changes.added, "Third").fields[1].value == "7.5");
    CHECK(titled(changes.added, "Fourth").fields.size() == 1);
    // The same file again changes nothing, and what was changed here stays.
    auto deals = changes.added;
    CHECK(planned(files, deals).updated.empty());
    for (auto& deal : deals) {
        if (deal.title == "Pilot") deal.fields[0].value = "West";
    }
    CHECK(planned(files, deals).updated.empty());
    const auto overwritten = planned(files, deals, {.overwrite = true});
    REQUIRE(overwritten.updated.size() == 1);
    CHECK(overwritten.updated[0].fields[0].value == "North");
}

TEST_CASE("a heading with the name of a defined field is that field, and a column can be given another one's name") {
    const std::vector<FieldDefinition> definitions{{"region", FieldOwner::deal, FieldKind::text, {}, true}, {"Remark", FieldOwner::person}};
    auto files = files_with(definitions);
    auto& mapping = files.list.front().mapping;
    CHECK(mapping.own[static_cast<std::size_t>(column_of(files, "Region"))] == OwnColumn{"region", FieldKind::text, true});
    CHECK(mapping.fields[static_cast<std::size_t>(column_of(files, "Remark"))] != ImportField::own_field); // of people
    mapping = with_own_column(mapping, files.tables.front().table, column_of(files, "Depots"), {"Sites", FieldKind::number});
    const auto changes = planned(files);
    CHECK(titled(changes.added, "Pilot").fields == std::vector<OwnField>{{"region", FieldKind::text, "North", true}, {"Sites", FieldKind::number, "12"}});
    // A column that is none any more forgets its name.
    mapping = with_own_columns(with_field(mapping, column_of(files, "Depots"), ImportField::nothing), files.tables.front().table, definitions, true);
    CHECK(mapping.own[static_cast<std::size_t>(column_of(files, "Depots"))] == OwnColumn{});
}

TEST_CASE("what cannot be read of a field is named, and the row comes in without it") {
    ImportFiles files;
    files.add("deals.csv", "Deal,Account,Amount,Sites\nPilot,Acme,100,12\nRollout,Borg,200,many\n");
    const std::vector<FieldDefinition> definitions{{"Sites", FieldOwner::deal, FieldKind::number}};
    files.list.front().mapping = with_own_columns(files.list.front().mapping, files.tables.front().table, definitions);
    const auto changes = planned(files);
    CHECK(changes.added.size() == 2);
    CHECK(titled(changes.added, "Rollout").fields.empty());
    REQUIRE(changes.problem_count == 1);
    CHECK(changes.problems[0].where() == "deals.csv, line 3, Sites");
    CHECK(changes.problems[0].error.what == "\"many\" is not a number");
}

TEST_CASE("tags come in, parted by semicolons or commas, and those that are there stay") {
    ImportFiles files;
    files.add("deals.csv", "Deal,Account,Amount,Tags\nPilot,Acme,100,\"rail; public, urgent\"\nRollout,Borg,200,\"rail, public,Rail\"\n");
    const auto changes = planned(files);
    CHECK(titled(changes.added, "Pilot").tags == std::vector<Tag>{{"rail"}, {"public, urgent"}});
    CHECK(titled(changes.added, "Rollout").tags == std::vector<Tag>{{"rail"}, {"public"}});
    auto deals = changes.added;
    for (auto& deal : deals) {
        deal.tags = {{"mine"}};
    }
    const auto again = planned(files, deals);
    CHECK(titled(again.updated, "Rollout").tags == std::vector<Tag>{{"mine"}, {"rail"}, {"public"}});
}
