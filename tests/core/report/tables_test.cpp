// What goes out as a table comes in again.
#include "core/report/tables.hpp"

#include "core/codec/csv.hpp"
#include "core/intake/tables/own_columns.hpp"
#include "core/model/own_fields/known_fields.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/import_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<Deal> deals_with_fields() {
    auto one = example_deal();
    one.amount = Money{123456789, "EUR"};
    one.tags = {{"rail"}, {"tender; 2026"}};
    one.fields = {{"Region", FieldKind::choice, "North"},
                  {"Depots", FieldKind::number, "1.234"},
                  {"Contract ends", FieldKind::date, "2027-03-31"},
                  {"Amount", FieldKind::number, "-12.5"},
                  {"Route planner today", FieldKind::text, "=A sheet, \"the big one\"\nand a map"}};
    one.stakeholders[0].contact = "brandt@brightwater.example, +49 30 1234567";
    one.stakeholders[0].tags = {{"board"}};
    one.stakeholders[0].fields = {{"Office", FieldKind::text, "007"}, {"Met on", FieldKind::date, "2026-05-04"}};
    Deal other;
    other.id = {"d00077"};
    other.title = "Crew rostering";
    other.account = "Halden Rail";
    other.amount = Money{1250000, "KWD"};
    other.opened = other.created = today() - 30;
    other.targets = {{today() - 20, today() + 40, TargetReason::seller_target, {}}};
    other.fields = {{"Region", FieldKind::choice, "South"}, {"Depots", FieldKind::number, "12345.75"}};
    one.tags.pop_back(); // a semicolon parts tags
    return {one, other};
}

std::vector<const Deal*> pointers(const std::vector<Deal>& deals) {
    std::vector<const Deal*> all;
    for (const auto& deal : deals) {
        all.push_back(&deal);
    }
    return all;
}

ImportFiles written(const std::vector<Deal>& deals, const io::CsvForm& form) {
    const auto all = pointers(deals);
    const auto known = known_fields({}, all);
    ImportFiles files;
    files.add("deals.csv", io::write_csv(deals_table(all, form), form));
    files.add("people.csv", io::write_csv(people_table(all, form), form));
    for (auto& table : files.list) {
        table.mapping = with_own_columns(table.mapping, table.file->table, known.fields);
    }
    return files;
}

}

TEST_CASE("a table of deals comes in again as the same deals, fields of one's own and tags included") {
    const auto deals = deals_with_fields();
    for (const auto& form : {io::CsvForm{}, io::CsvForm::european(), io::CsvForm{'\t', ','}, io::CsvForm{';', '.'}}) {
        INFO(form.separator << ' ' << form.point);
        const auto files = written(deals, form);
        CHECK(files.list[0].mapping.kind == ImportKind::deals);
        CHECK(files.list[1].mapping.kind == ImportKind::people);
        const auto changes = planned(files);
        REQUIRE(changes.added.size() == deals.size());
        for (const auto& deal : deals) {
            const auto& read = titled(changes.added, deal.title);
            CHECK(read.account == deal.account);
            CHECK(read.amount == deal.amount);
            CHECK(read.seller == deal.seller);
            CHECK(read.opened == deal.opened);
            CHECK(read.tags == deal.tags);
            CHECK(read.notes == deal.notes);
            CHECK((target_of(read) ? target_of(read)->date : std::nullopt) == (target_of(deal) ? target_of(deal)->date : std::nullopt));
            for (const auto& field : deal.fields) {
                const auto* there = find_field(read.fields, field.name);
                INFO(field.name);
                REQUIRE(there);
                CHECK(*there == field);
            }
            CHECK(read.fields.size() == deal.fields.size());
            for (const auto& person : deal.stakeholders) {
                const auto& came = named(read, person.name);
                CHECK(came.title == person.title);
                CHECK(came.function == person.function);
                CHECK(came.role == person.role);
                CHECK(came.contact == person.contact);
                CHECK(came.tags == person.tags);
                CHECK(came.fields == person.fields);
            }
        }
    }
}

TEST_CASE("a table of our own changes nothing of the deals that it was made of") {
    const auto deals = deals_with_fields();
    const auto changes = planned(written(deals, io::CsvForm::european()), deals);
    CHECK(changes.added.empty());
    CHECK(changes.updated.empty());
    CHECK(changes.unchanged == 2);
}

TEST_CASE("a field of one's own that is called like a column has one of its own") {
    auto deal = example_deal();
    deal.fields = {{"amount", FieldKind::number, "5"}, {"Notes", FieldKind::text, "mine"}};
    const std::vector<const Deal*> one{&deal};
    const auto table = deals_table(one);
    CHECK(std::ranges::count(table.columns, "Amount") == 1);
    CHECK(std::ranges::count(table.columns, "amount (own field)") == 1);
    CHECK(std::ranges::count(table.columns, "Notes (own field)") == 1);
    CHECK(deal_table(deal).columns.back() == "Notes");
}

TEST_CASE("a plan's table has what is shared, and no more") {
    auto deal = example_deal();
    deal.fields = {{"Region", FieldKind::text, "North", true}, {"Margin", FieldKind::number, "7"}};
    deal.stakeholders[0].fields = {{"Office", FieldKind::text, "Bremen", true}, {"Golf", FieldKind::text, "plays"}};
    const auto text = io::write_csv(plan_table(buyer_plan(deal, today())));
    CHECK(text.contains("Region"));
    CHECK(text.contains("Bremen"));
    CHECK_FALSE(text.contains("Margin"));
    CHECK_FALSE(text.contains("Golf"));
}
