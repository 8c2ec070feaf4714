#include "core/model/own_fields/own_fields.hpp"

#include "core/model/edit/edit.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

OwnField field(FieldKind kind, std::string value) {
    return {"Field", kind, std::move(value)};
}

Deal after(const Deal& deal, const Edit& edit) {
    auto changed = apply(deal, edit, today());
    INFO((changed ? std::string() : changed.error().message()));
    REQUIRE(changed);
    return *changed;
}

}

TEST_CASE("numbers are kept in one plain form, however they are typed") {
    struct Case {
        std::string_view typed;
        std::string_view kept;
    };
    for (const auto& [typed, kept] : std::array<Case, 19>{{{"12", "12"},
                                                           {" -3,5 ", "-3.5"},
                                                           {"\u22127", "-7"},
                                                           {"1.234,50", "1234.5"},
                                                           {"1,234.50", "1234.5"},
                                                           {"1'234'567", "1234567"},
                                                           {"1 234", "1234"},
                                                           {"1,234", "1234"},
                                                           {"1.234", "1.234"}, // as it is shown
                                                           {"12k", "12000"},
                                                           {"1.25m", "1250000"},
                                                           {"7 %", "7"},
                                                           {".5", "0.5"},
                                                           {"007", "7"},
                                                           {"-0", "0"},
                                                           {"0.000", "0"},
                                                           {"1.2345k", "1234.5"},
                                                           {"999999999999999999", "999999999999999999"},
                                                           {"", ""}}}) {
        INFO(typed);
        const auto value = own_value(FieldKind::number, typed, today(), '.');
        REQUIRE(value);
        CHECK(*value == kept);
        if (!kept.empty()) CHECK(plain_number(kept) == kept);
    }
    for (const std::string_view typed : {"many", "1.2.3,4", "--3", "12 EUR", "1e5", "1234567890123456789", "\xff", "12 or 13"}) {
        INFO(typed);
        const auto value = own_value(FieldKind::number, typed, today(), '.');
        REQUIRE_FALSE(value);
        CHECK(!value.error().remedy.empty());
    }
    CHECK(*own_value(FieldKind::number, "1.234", today()) == "1234"); // of a table with grouped thousands
}

TEST_CASE("what is shown of a number or a day reads back as the same") {
    for (const auto* number : {"0", "12", "-1234.5", "1234567.25", "0.001", "1.234", "-0.5", "999999999999999999"}) {
        const auto words = own_value_words(field(FieldKind::number, number), today());
        INFO(words);
        CHECK(*own_value(FieldKind::number, words, today(), '.') == number);
    }
    CHECK(own_value_words(field(FieldKind::number, "-1234567.5"), today()) == "-1,234,567.5");
    for (const int days : {-400, -1, 0, 200, 700}) {
        const auto day = today() + days;
        CHECK(*own_value(FieldKind::date, own_value_words(field(FieldKind::date, day.iso()), today()), today()) == day.iso());
    }
    CHECK_FALSE(own_value(FieldKind::date, "31 Feb", today()));
    CHECK(*own_value(FieldKind::choice, "  North ", today()) == "North");
    CHECK(own_value_words(field(FieldKind::number, "x"), today()) == "x");
}

TEST_CASE("values are sorted by what they are worth") {
    const auto less = [](FieldKind kind, std::string one, std::string other) {
        return compare_values(field(kind, std::move(one)), field(kind, std::move(other))) < 0;
    };
    constexpr std::array<std::string_view, 10> rising{"-100", "-20.5", "-20", "-0.5", "0", "0.25", "0.5", "9", "10", "100.01"};
    for (std::size_t i = 0; i < rising.size(); ++i) {
        for (std::size_t other = 0; other < rising.size(); ++other) {
            CHECK(less(FieldKind::number, std::string(rising[i]), std::string(rising[other])) == (i < other));
        }
    }
    CHECK(less(FieldKind::date, "2026-06-30", "2026-07-01"));
    CHECK(less(FieldKind::text, "adam", "Bert"));
    CHECK(compare_values(field(FieldKind::number, "5"), field(FieldKind::text, "1")) < 0);
    CHECK(compare_values(field(FieldKind::text, "a"), field(FieldKind::choice, "a")) == 0);
}

TEST_CASE("a field is set, renamed and taken out, and goes by its name without case") {
    auto deal = example_deal();
    deal = after(deal, edit::SetField{{}, "Region", {"Region", FieldKind::choice, "North"}});
    deal = after(deal, edit::SetField{{}, "Depots", {"Depots", FieldKind::number, "6"}});
    CHECK(describe(deal, edit::SetField{{}, "region", {"Region", FieldKind::choice, "South"}}) == "Region: South");
    deal = after(deal, edit::SetField{{}, "region", {"Region", FieldKind::choice, "South"}});
    CHECK(deal.fields == std::vector<OwnField>{{"Region", FieldKind::choice, "South"}, {"Depots", FieldKind::number, "6"}});
    CHECK(describe(deal, edit::SetField{{}, "Region", {"Area", FieldKind::choice, "South"}}) == "Renamed Region: Area");
    deal = after(deal, edit::SetField{{}, "Region", {"Area", FieldKind::choice, "South"}});
    CHECK(deal.fields.front().name == "Area");
    // Never two of one name.
    CHECK_FALSE(apply(deal, edit::SetField{{}, "Area", {"depots", FieldKind::number, "7"}}, today()));
    CHECK(describe(deal, edit::SetField{{}, "Area", {"Area", FieldKind::choice, "South", true}}) == "Shared with the buyer: Area");
    CHECK(describe(deal, edit::SetField{{}, "Area", {"Area", FieldKind::choice, {}}}) == "Emptied Area");
    deal = after(deal, edit::SetField{{}, "AREA", {}});
    CHECK(deal.fields.size() == 1);
    CHECK(after(deal, edit::SetField{{}, "Nothing", {}}) == deal);

    const auto person = deal.stakeholders[0].id;
    deal = after(deal, edit::SetField{person, "Office", {"Office", FieldKind::text, "Bremen"}});
    CHECK(deal.stakeholders[0].fields == std::vector<OwnField>{{"Office", FieldKind::text, "Bremen"}});
    CHECK(deal.fields.size() == 1);
    CHECK_FALSE(apply(deal, edit::SetField{{"zzzzzz"}, "Office", {"Office", FieldKind::text, "Bremen"}}, today()));
}

TEST_CASE("a deal whose fields make no sense is named, field by field") {
    struct Case {
        std::vector<OwnField> fields;
        std::string_view what;
    };
    for (const auto& [fields, what] : {Case{{{"", FieldKind::text, "x"}}, "The field has no name"},
                                       Case{{{"  ", FieldKind::text, "x"}}, "The field has no name"},
                                       Case{{{"A", FieldKind::text, ""}}, "The field has no value"},
                                       Case{{{"A", FieldKind::number, "007"}}, "The field is not a plain number"},
                                       Case{{{"A", FieldKind::date, "soon"}}, "The field is not a date"},
                                       Case{{{"A", FieldKind::text, "x"}, {" a", FieldKind::text, "y"}}, "already has a field of that name"}}) {
        auto deal = example_deal();
        deal.fields = fields;
        auto errors = validate(deal, today());
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].what.contains(what));
        deal.fields.clear();
        deal.stakeholders[0].fields = fields;
        errors = validate(deal, today());
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].what.contains(what));
    }
    auto deal = example_deal();
    for (int i = 0; i <= 100; ++i) {
        deal.fields.push_back({"Field " + std::to_string(i), FieldKind::text, "x"});
    }
    CHECK(validate(deal, today()).size() == 1);
}
