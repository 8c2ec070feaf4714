#include "core/files/backup.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::Tab;

namespace {

struct Fields : Tab {
    Fields() {
        a = start("A");
        b = start("B");
        act(action::GoTo{Screen::deals});
        Settings settings = document.settings;
        settings.fields = {{"Region", FieldOwner::deal, FieldKind::choice, {"North", "South"}}, {"Depots", FieldOwner::deal, FieldKind::number}};
        settings.deal_columns = {"by", "field Region"};
        settings.filters = {{"North", {}, {}, {{"Region", "North"}}, "field Region", false}};
        act(action::SetSettings{settings});
        set(a, {"Region", FieldKind::choice, "North"});
        set(b, {"region", FieldKind::choice, "South"});
        set(b, {"Depots", FieldKind::number, "6"});
    }
    const Deal& deal(const DealId& id) { return find_entry(document, id)->deal; }
    void set(const DealId& id, OwnField field) {
        auto name = field.name;
        act(action::Apply{{edit::SetField{{}, std::move(name), std::move(field)}}, {}, {}, false, id});
    }
    DealId a;
    DealId b;
};

}

TEST_CASE("a field is renamed in its definition, in every deal, in columns and filters") {
    Fields tab;
    tab.act(action::RenameField{FieldOwner::deal, "Region", " Area "});
    CHECK(tab.document.settings.fields[0].name == "Area");
    CHECK(tab.deal(tab.a).fields == std::vector<OwnField>{{"Area", FieldKind::choice, "North"}});
    CHECK(find_field(tab.deal(tab.b).fields, "Area")->value == "South");
    CHECK(tab.document.settings.deal_columns == std::vector<std::string>{"by", "field Area"});
    CHECK(tab.document.settings.filters[0].marks == std::vector<DealMark>{{"Area", "North"}});
    CHECK(tab.document.settings.filters[0].sort == "field Area");
    REQUIRE(tab.view.toast);
    CHECK(tab.view.toast->text == "Renamed Region: Area, in 2 deals");
    tab.save_all();
    CHECK(tab.text_of(tab.a).contains("Area"));
}

TEST_CASE("no value is lost where the new name is taken") {
    Fields tab;
    // By another field.
    tab.act(action::RenameField{FieldOwner::deal, "Region", "depots"});
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->message() == "There is a field \"Depots\" already. Choose another name.");
    CHECK(tab.document.settings.fields[0].name == "Region");
    // In one deal only.
    tab.set(tab.a, {"Area", FieldKind::text, "of a deal that came in"});
    tab.act(action::RenameField{FieldOwner::deal, "Region", "Area"});
    CHECK(find_field(tab.deal(tab.a).fields, "Region")->value == "North");
    CHECK(find_field(tab.deal(tab.a).fields, "Area")->value == "of a deal that came in");
    CHECK(find_field(tab.deal(tab.b).fields, "Area")->value == "South");
    REQUIRE(tab.view.toast);
    CHECK(tab.view.toast->text.contains("kept the old name"));
    tab.act(action::RenameField{FieldOwner::deal, "Region", "  "});
    REQUIRE(tab.view.error);
}

TEST_CASE("a definition that is taken out takes no value with it") {
    Fields tab;
    auto settings = tab.document.settings;
    settings.fields.clear();
    tab.act(action::SetSettings{settings});
    CHECK(find_field(tab.deal(tab.b).fields, "Depots")->value == "6");
    CHECK(tab.document.undo_steps.size() > 0);
}

TEST_CASE("the list is saved as a table, in the form that was chosen, in its order") {
    Fields tab;
    auto settings = tab.document.settings;
    settings.csv = io::CsvForm::european();
    tab.act(action::SetSettings{settings});
    tab.act(action::SaveTable{false, {tab.b, tab.a}});
    const auto& bytes = tab.platform.files["deals.csv"];
    CHECK(bytes.contains("Deal ID;Deal;Account;Amount;Currency"));
    CHECK(bytes.find(tab.b.text) < bytes.find(tab.a.text));
    CHECK(bytes.contains(";South;6"));
    tab.act(action::SaveTable{true, {tab.a}});
    CHECK(tab.platform.files.contains("people.csv"));
}
