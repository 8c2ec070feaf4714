#include "core/model/own_fields/known_fields.hpp"

#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("known fields are the defined ones, then what stands in deals") {
    auto one = example_deal();
    one.fields = {{"region", FieldKind::text, "North"}, {"Depots", FieldKind::number, "6"}};
    one.stakeholders[0].fields = {{"Region", FieldKind::choice, "Bremen", true}};
    auto other = example_deal();
    other.fields = {{"Depots", FieldKind::text, "many"}};
    const std::vector<FieldDefinition> defined{{"Region", FieldOwner::deal, FieldKind::choice, {"North", "South"}}};
    const std::vector<const Deal*> deals{&one, &other};
    const auto known = known_fields(defined, deals);
    CHECK(known.defined == 1);
    REQUIRE(known.fields.size() == 3);
    CHECK(known.fields[0] == defined[0]);
    CHECK(known.fields[1] == FieldDefinition{"Depots", FieldOwner::deal, FieldKind::number});
    CHECK(known.fields[2] == FieldDefinition{"Region", FieldOwner::person, FieldKind::choice, {}, true});
}

TEST_CASE("a thing shows defined fields without a value, and values without a definition") {
    const std::vector<FieldDefinition> defined{{"Region", FieldOwner::deal, FieldKind::choice, {"North"}},
                                               {"Office", FieldOwner::person},
                                               {"Depots", FieldOwner::deal, FieldKind::number, {}, true}};
    const std::vector<OwnField> fields{{"Old one", FieldKind::text, "kept"}, {"DEPOTS", FieldKind::number, "6"}};
    const auto shown = shown_fields(defined, FieldOwner::deal, fields);
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].field == OwnField{"Region", FieldKind::choice, {}});
    CHECK(shown[0].choices == std::vector<std::string>{"North"});
    CHECK(shown[1].field == OwnField{"DEPOTS", FieldKind::number, "6"}); // private still, whatever the definition says now
    CHECK(shown[2].field.name == "Old one");
    CHECK_FALSE(shown[2].defined);
}
