#include "core/files/backup.hpp"

#include "core/files/json.hpp"
#include "core/files/settings.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

io::Backup backup_of(std::string_view text) {
    auto backup = io::read_backup(text, today());
    REQUIRE((backup ? "" : backup.error().message()) == "");
    return std::move(*backup);
}

std::vector<Deal> deals_of(std::string_view text) {
    std::vector<Deal> deals;
    for (auto& item : backup_of(text).deals) {
        deals.push_back(std::move(item.deal));
    }
    return deals;
}

Error error_of(std::string_view text) {
    const auto backup = io::read_backup(text, today());
    return backup ? Error{"no error", {}, {}} : backup.error();
}

// As the page writes it after a crash: every text of storage as it is.
std::string crash_backup(const std::vector<std::pair<std::string, std::string>>& texts) {
    nlohmann::ordered_json stored = nlohmann::ordered_json::array();
    for (const auto& [entry, text] : texts) {
        stored.push_back({{"entry", entry}, {"text", text}});
    }
    return nlohmann::ordered_json{{"middleground_backup", 1}, {"deals", nlohmann::ordered_json::array()}, {"stored", stored}}.dump(1);
}

}

TEST_CASE("a backup brings every deal back, in order") {
    std::vector<Deal> deals;
    Random random(7);
    for (int i = 0; i < 40; ++i) {
        deals.push_back(odd_deal(random));
    }
    const auto text = io::write_backup(deals);
    CHECK(backup_of(text).left_out.empty());
    CHECK(deals_of(text) == deals);
    CHECK(io::write_backup(deals_of(text)) == text);
    CHECK(io::write_backup({}) == "{\n  \"middleground_backup\": 2,\n  \"deals\": []\n}\n");
    CHECK(deals_of(io::write_backup({})).empty());
}

TEST_CASE("what is kept beside the deals travels as it is stored") {
    const auto archived = io::write_archived(example_deal()).value();
    const auto text = io::write_backup({}, {{"archive/" + example_deal().id.text, archived}, {"settings", "{\"seller\": \"N\u00f8rd\"}\n"}});
    const auto backup = backup_of(text);
    REQUIRE(backup.deals.size() == 1);
    CHECK(backup.deals[0].archived);
    CHECK(backup.deals[0].deal == example_deal());
    REQUIRE(backup.texts.size() == 1);
    CHECK(backup.texts[0].entry == "settings");
    CHECK(backup.texts[0].text == "{\"seller\": \"N\u00f8rd\"}\n");
    CHECK(backup.left_out.empty());
}

TEST_CASE("what stood beside a deal in its own file travels in the backup") {
    const std::string_view text = R"({"middleground":2,"deal":{"id":"d00001","opened":"2026-06-30","y":2},"by":"another program"})";
    const auto deal = *io::read_deal(text, today());
    CHECK(io::write_deal_compact(deals_of(io::write_backup({deal})).front()) == text);
}

TEST_CASE("a backup is not refused whole for a deal that is not valid: the others come back and it is named") {
    auto other = example_deal();
    other.id = {"d00002"};
    auto third = example_deal();
    third.id = {"d00003"};
    auto text = io::write_backup({example_deal(), other, third});
    CHECK(backup_of(text).deals.size() == 3);
    const auto second = text.find("d00002");
    text.replace(text.find("\"finance\"", second), 9, "\"trading\"");
    auto backup = backup_of(text);
    REQUIRE(backup.deals.size() == 2);
    CHECK(backup.deals[0].deal == example_deal());
    CHECK(backup.deals[1].deal == third);
    REQUIRE(backup.left_out.size() == 1);
    CHECK(backup.left_out[0].name == other.account + ", " + other.title);
    CHECK(backup.left_out[0].error.where == "deals[1].stakeholders[0].function");
    other.stakeholders[0].influence = 101;
    backup = backup_of(io::write_backup({example_deal(), other}));
    CHECK(backup.deals.size() == 1);
    REQUIRE(backup.left_out.size() == 1);
    CHECK(backup.left_out[0].error.what == "The influence is 101");
    CHECK(backup.left_out[0].error.where == "deals[1], stakeholder 1, \"Elena Brandt\"");
    backup = backup_of(R"({"middleground_backup": 1, "deals": [7, {}, {"id": "d00001", "opened": "2026-06-01"}]})");
    CHECK(backup.deals.size() == 1);
    REQUIRE(backup.left_out.size() == 2);
    CHECK(backup.left_out[0].name == "deals[0]");
    CHECK(backup.left_out[1].name == "deals[1]");
}

TEST_CASE("the same deal may stand twice in a backup") {
    auto later = example_deal();
    later.title = "Later";
    CHECK(deals_of(io::write_backup({example_deal(), later})) == std::vector{example_deal(), later});
}

TEST_CASE("texts that the page wrote down unread come back number for number") {
    const std::string text = R"({"middleground":2,"deal":{"id":"d00001","opened":"2026-06-30","big":9007199254740993,"price":1.50,"tiny":1E-400}})";
    const auto backup = backup_of(crash_backup({{"deal/d00001", text}}));
    REQUIRE(backup.deals.size() == 1);
    CHECK(io::write_deal_compact(backup.deals[0].deal) == text);
    CHECK_FALSE(backup.deals[0].archived);
}

TEST_CASE("after a crash, every text of storage is taken or named") {
    auto archived = example_deal();
    archived.id = {"d00002"};
    const auto settings = io::write_settings({.currency = "SEK", .seller = "Nora"});
    const auto newer = R"({"middleground": 7, "deal": {"title": "From the future", "account": "Fjord"}})";
    const auto good = io::write_deal(example_deal());
    const auto backup = backup_of(crash_backup({{"archive/d00002", *io::write_archived(archived)},
                                                {"archive/d00009", "{\"middleground_archive\":1,\"deal\":\"#d1.AAAA\"}"},
                                                {"deal/cut000", good.substr(0, good.size() / 2)},
                                                {"deal/d00001", good},
                                                {"deal/empty0", ""},
                                                {"deal/newer0", newer},
                                                {"draft/d00001", "a draft"},
                                                {"settings", settings}}));
    REQUIRE(backup.deals.size() == 2);
    CHECK(backup.deals[0].deal == archived);
    CHECK(backup.deals[0].archived);
    CHECK(backup.deals[1].deal == example_deal());
    REQUIRE(backup.texts.size() == 2);
    CHECK(backup.texts[0].entry == "draft/d00001");
    CHECK(backup.texts[0].text == "a draft");
    CHECK(backup.texts[1].text == settings);
    std::vector<std::string> names;
    for (const auto& one : backup.left_out) {
        names.push_back(one.name);
        INFO(one.error.where);
        CHECK(one.error.where.starts_with(one.name == "Fjord, From the future" ? "deal/newer0" : one.name));
    }
    CHECK(names == std::vector<std::string>{"archive/d00009", "deal/cut000", "deal/empty0", "Fjord, From the future"});
}

TEST_CASE("a backup that an older page wrote after a crash still opens, with what it had left unread") {
    auto archived = example_deal();
    archived.id = {"d00002"};
    auto file = nlohmann::ordered_json::parse(io::write_backup({example_deal()}));
    file["unread"] = {{"archive/d00002", *io::write_archived(archived)}, {"settings", "{}"}, {"deal/newer0", "{\"middleground\": 7}"}, {"odd", 7}};
    const auto backup = backup_of(file.dump());
    REQUIRE(backup.deals.size() == 2);
    CHECK(backup.deals[1].deal == archived);
    CHECK(backup.deals[1].archived);
    CHECK(backup.texts.size() == 1);
    REQUIRE(backup.left_out.size() == 2);
    CHECK(backup.left_out[0].name == "deal/newer0");
    CHECK(backup.left_out[1].name == "odd");
}

TEST_CASE("more entries than an object may have members fit into a backup of stored texts") {
    std::vector<std::pair<std::string, std::string>> texts;
    const auto good = io::write_deal_compact(example_deal());
    for (int i = 0; i < 3000; ++i) {
        texts.push_back({"deal/" + std::to_string(100000 + i), good});
    }
    CHECK(backup_of(crash_backup(texts)).deals.size() == texts.size());
}

TEST_CASE("what is no stored text is named") {
    const auto backup = backup_of(R"({"middleground_backup": 1, "deals": [], "stored": [7, {}, {"entry": "deal/x"}, {"entry": "deal/y", "text": 1}]})");
    std::vector<std::string> names;
    for (const auto& one : backup.left_out) {
        names.push_back(one.name);
        CHECK_FALSE(one.error.what.empty());
    }
    CHECK(names == std::vector<std::string>{"stored[0]", "stored[1]", "deal/x", "deal/y"});
}

TEST_CASE("what is no backup is refused") {
    CHECK(error_of("").what == "The file is empty");
    CHECK(error_of(io::write_deal(example_deal())).what == "This is a deal, not a backup of several deals");
    CHECK(error_of(R"({"middleground_backup": 1})").what == "The list \"deals\" is missing");
    CHECK(error_of(R"({"middleground_backup": 1, "deals": {}})").what == "The list \"deals\" is missing");
    CHECK(error_of(R"({"middleground_backup": 3, "deals": []})").what == "This file was made by a newer version of Middleground");
}

TEST_CASE("a backup that was cut off anywhere is refused") {
    const auto text = io::write_backup({example_deal()});
    for (std::size_t length = 0; length + 1 < text.size(); ++length) {
        REQUIRE_FALSE(io::read_backup(std::string_view(text).substr(0, length), today()));
    }
}
