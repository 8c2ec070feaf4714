#include "core/files/settings.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

Settings full_settings() {
    Settings settings;
    settings.theme = ThemeChoice::dark;
    settings.drawing = DrawingChoice::graphics_card;
    settings.text_percent = 130;
    settings.order = {{"d00001"}, {"d00002"}};
    settings.last_open = {"d00002"};
    settings.last_backup = *Date::parse("2026-06-30");
    settings.samples_offered = true;
    settings.currency = "JPY";
    settings.changed = {{"d00002"}};
    settings.seller = "Nora \"N\" Whitfield \U0001f680";
    settings.own_addresses = {"nora@seller.example", "nw@other.example"};
    settings.fields = {{"Region", FieldOwner::deal, FieldKind::choice, {"North", "South"}, true}, {"Office", FieldOwner::person}};
    settings.filters = {{"Late in the north", "late", "depot", {{"Region", "North"}, {{}, "rail"}, {"Depots", {}}}, "field Region", true}, {"All", {}, {}, {}, {}, false}};
    settings.deal_columns = {"by", "field Region", "amount"};
    settings.csv = io::CsvForm::european();
    settings.extra = R"({"zoom":1.50,"list":[null]})";
    return settings;
}

}

TEST_CASE("settings survive their file") {
    for (const auto& settings : {Settings{}, full_settings()}) {
        const auto text = io::write_settings(settings);
        const auto read = io::read_settings(text);
        REQUIRE(read);
        CHECK(*read == settings);
        CHECK(io::write_settings(*read) == text);
    }
    for (const auto drawing : {DrawingChoice::automatic, DrawingChoice::graphics_card, DrawingChoice::processor}) {
        Settings settings;
        settings.drawing = drawing;
        CHECK(io::read_settings(io::write_settings(settings))->drawing == drawing);
    }
    for (const auto theme : {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark}) {
        Settings settings;
        settings.theme = theme;
        CHECK(io::read_settings(io::write_settings(settings))->theme == theme);
    }
}

TEST_CASE("settings that make no sense fall back to the usual ones") {
    for (const auto* text : {
             "{}",
             R"({"theme": "purple", "drawing": "pencil", "text_percent": 79, "order": "d00001", "last_open": "nothing", "last_backup": "soon"})",
             R"({"theme": 1, "drawing": 2, "text_percent": 201, "order": [1, "short", null, []], "last_open": 3, "last_backup": "2026-02-30"})",
             R"({"theme": null, "text_percent": 1e2, "order": {}, "samples_offered": "yes", "currency": "euro", "seller": 5})",
             R"({"text_percent": 99999999999999999999, "currency": "", "samples_offered": 1, "last_backup": 20260630})",
             R"({"fields": {"name": "x"}, "filters": [1, {"name": " "}, {"show": "late"}], "deal_columns": "by", "csv_separator": "|", "csv_decimals": 1})",
             R"({"fields": [null, {"name": ""}, {"owner": "deal"}], "filters": [[]], "deal_columns": ["", 1]})",
             R"({"middleground_settings": 99, "text_percent": -100})",
             R"({"middleground_settings": "x", "text_percent": "100"})",
         }) {
        INFO(text);
        const auto settings = io::read_settings(text);
        REQUIRE(settings);
        CHECK(*settings == Settings{});
    }
    CHECK(io::read_settings(R"({"order": ["d00001", 5, "d00002", "d00001"]})")->order == std::vector<DealId>{{"d00001"}, {"d00002"}});
    CHECK(io::read_settings(R"({"text_percent": 80})")->text_percent == 80);
    CHECK(io::read_settings(R"({"text_percent": 200})")->text_percent == 200);
    CHECK(io::read_settings("{\"seller\": \"" + std::string(501, 'x') + "\"}")->seller.empty());
    CHECK(io::read_settings(R"({"own_addresses": ["Nora@Seller.example", 5, "none", "nora@seller.example", "a@b.example c@d.example"]})")->own_addresses ==
          std::vector<std::string>{"nora@seller.example"});
}

TEST_CASE("what is no object of settings is refused") {
    for (const auto* text : {"", "[]", "7", "{", "{\"theme\": \"dark\"", "\xFF\xFE{", "{\"theme\": \"dark\", \"theme\": \"light\"}"}) {
        INFO(text);
        CHECK_FALSE(io::read_settings(text));
    }
    const auto list = io::read_settings("[1]");
    CHECK(list.error().what == "Expected an object, found a list");
}

TEST_CASE("settings with very many or very deep unknown members can still be read again") {
    std::string members = "\"m\":0";
    for (int i = 0; i < 900; ++i) {
        members += ",\"m" + std::to_string(i) + "\":0";
    }
    const auto many = io::read_settings('{' + members + '}');
    REQUIRE(many);
    CHECK(io::read_settings(io::write_settings(*many)));
    const auto deep = io::read_settings("{\"theme\":\"dark\",\"x\":" + std::string(31, '[') + std::string(31, ']') + '}');
    REQUIRE(deep);
    CHECK(deep->theme == ThemeChoice::dark);
    CHECK(io::read_settings(io::write_settings(*deep)));
}

TEST_CASE("unknown settings named like known ones are left out") {
    auto settings = full_settings();
    settings.extra = R"({"theme":"light","new":1})";
    const auto read = io::read_settings(io::write_settings(settings));
    REQUIRE(read);
    CHECK(read->theme == ThemeChoice::dark);
    CHECK(read->extra == R"({"new":1})");
}
