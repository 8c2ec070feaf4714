#include "core/files/json.hpp"

#include "core/base/text.hpp"
#include "core/files/backup.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

Error error_of(std::string_view text) {
    const auto deal = io::read_deal(text, today());
    return deal ? Error{"no error", {}, {}} : deal.error();
}

// A deal with this text among its members.
std::string deal_with(std::string_view members) {
    return R"({"middleground":1,"deal":{"id":"d00001","opened":"2026-06-01",)" + std::string(members) + "}}";
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

struct Row {
    std::string text;
    std::string what;
    std::string where;
};

void check_rows(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        INFO(row.text);
        const auto error = error_of(row.text);
        CHECK(error.what == row.what);
        CHECK(error.where == row.where);
    }
}

}

TEST_CASE("a file that was cut off anywhere is refused") {
    auto deal = example_deal();
    Random random(1);
    deal.notes = odd_text(random) + "Zo\u00eb \U0001f680 \"quoted\"";
    deal.extra = R"({"x":[1.5,null,{"y":"z"}]})";
    for (const auto& text : {io::write_deal(deal), io::write_deal_compact(deal)}) {
        // All but the final newline is needed.
        const auto needed = text.ends_with('\n') ? text.size() - 1 : text.size();
        for (std::size_t length = 0; length < needed; ++length) {
            const auto error = error_of(std::string_view(text).substr(0, length));
            INFO("cut after " << length << ": " << error.message());
            const bool in_letter = error.what == "The file contains bytes that are not UTF-8";
            REQUIRE((error.what == "The file ends in the middle" || error.what == "The file is empty" || in_letter));
            REQUIRE((length == 0 || error.where.starts_with("line ")));
        }
        REQUIRE(error_of(std::string_view(text).substr(0, needed)).what == "no error");
    }
}

TEST_CASE("a file with any one byte changed is read or refused with words") {
    const auto text = io::write_deal_compact(example_deal());
    constexpr std::array bytes{'\0', '"', '{', '}', ']', ',', ':', '\\', 'e', '9', '-', '\x80', '\xFF', '\n'};
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const auto which : {i * 2, i * 2 + 1}) {
            auto changed = text;
            changed[i] = bytes[which % bytes.size()];
            const auto read = io::read_deal(changed, today());
            if (read) {
                REQUIRE(io::read_deal(io::write_deal(*read), today()));
            } else {
                REQUIRE_FALSE(read.error().what.empty());
                REQUIRE_FALSE(first_invalid_utf8(read.error().message()));
            }
        }
    }
}

TEST_CASE("what is no JSON is refused with its line and column") {
    check_rows({
        {"", "The file is empty", ""},
        {" \n\t ", "The file is empty", ""},
        {"hello", "This is not well-formed JSON", "line 1, column 1"},
        {"{\n  'middleground': 1}", "This is not well-formed JSON", "line 2, column 3"},
        {"{\"a\": 1,\n\"b\": }", "This is not well-formed JSON", "line 2, column 6"},
        {"{\"a\": 1} x", "This is not well-formed JSON", "line 1, column 10"},
        {"{\"a\": 01}", "This is not well-formed JSON", "line 1, column 8"},
        {"{\"a\": NaN}", "This is not well-formed JSON", "line 1, column 7"},
        {"{\"a\": Infinity}", "This is not well-formed JSON", "line 1, column 7"},
        {"{\"a\": 1,}", "This is not well-formed JSON", "line 1, column 9"},
        {"// c\n{}", "This is not well-formed JSON", "line 1, column 1"},
        {"{\"a\": \"x\ny\"}", "This is not well-formed JSON", "line 1, column 9"},
        {"{\"a\": \"\\ud800\"}", "This is not well-formed JSON", "line 1, column 14"},
        {"{\"a\": \"\\x\"}", "This is not well-formed JSON", "line 1, column 9"},
        {std::string("{\"a\":\n1}\0x", 10), "This is not well-formed JSON", "line 2, column 3"},
        {std::string("{\"a\": \"\0\"}", 10), "This is not well-formed JSON", "line 1, column 8"},
        {"{\"a\": 1e999}", "A number is too large", "line 1, column 11"},
        {"[1, 2", "The file ends in the middle", "line 1, column 6"},
    });
}

TEST_CASE("other encodings are named") {
    std::string utf16 = "\xFF\xFE";
    std::string utf16_plain;
    for (const char c : std::string_view("{\"middleground\": 1}")) {
        utf16 += {c, '\0'};
        utf16_plain += {'\0', c};
    }
    check_rows({
        {utf16, "The file is in UTF-16", ""},
        {utf16_plain, "The file is in UTF-16", ""},
        {"\xFE\xFF" + utf16_plain, "The file is in UTF-16", ""},
        {"{\"title\":\n \"Zo\xEB\"}", "The file contains bytes that are not UTF-8", "line 2, column 5"},
        {"{\"title\": \"\xC0\x80\"}", "The file contains bytes that are not UTF-8", "line 1, column 12"},
        {"{\"title\": \"\xED\xA0\x80\"}", "The file contains bytes that are not UTF-8", "line 1, column 12"},
    });
    CHECK(io::read_deal("\xEF\xBB\xBF{\"middleground\":1,\"deal\":{\"id\":\"d00001\",\"opened\":\"2026-06-01\"}}", today()));
}

TEST_CASE("what is too large is refused") {
    CHECK(error_of(std::string(io::max_file_bytes + 1, ' ')).what == "The file is larger than 32 MiB");
    CHECK(error_of(std::string(io::max_file_bytes, ' ')).what == "The file is empty");
    check_rows({{nested(33), "Objects and lists are nested more than 32 deep",
                 "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"}});
    CHECK(error_of(std::string(1000000, '[')).what == "Objects and lists are nested more than 32 deep");
    std::string list = "[0";
    for (int i = 0; i < 1000000; ++i) {
        list += ",0";
    }
    CHECK(error_of(list + ']').what == "The file contains more than 1000000 values");
    std::string members = "\"m\":0";
    for (int i = 0; i < 1024; ++i) {
        members += ",\"m" + std::to_string(i) + "\":0";
    }
    CHECK(error_of('{' + members + '}').what == "An object has more than 1024 members");
    std::string people = "{}";
    for (int i = 0; i < 20000; ++i) {
        people += ",{}";
    }
    CHECK(error_of(deal_with("\"stakeholders\":[" + people + ']')).message() ==
          "Expected at most 20000 entries, found a list (deal.stakeholders). Correct it there, or use another copy of the file.");
    // Inside of the reader's limits, the rules of the deal hold.
    CHECK(error_of(deal_with("\"notes\":\"" + std::string(20001, 'x') + '"')).what == "The text of the notes is longer than 20000 bytes");
}

TEST_CASE("unknown members have limits of their own, so that what is read can always be written") {
    std::string members = "\"m\":0";
    for (int i = 0; i < 511; ++i) {
        members += ",\"m" + std::to_string(i) + "\":0";
    }
    const auto deal = io::read_deal(deal_with(members), today());
    REQUIRE(deal);
    CHECK(*io::read_deal(io::write_deal(*deal), today()) == *deal);
    check_rows({{deal_with(members + ",\"n\":0"), "There are more than 512 unknown members, or they are nested more than 16 deep",
                 "deal"},
                {deal_with("\"stakeholders\":[{\"id\":\"p00001\",\"x\":" + nested(16) + "}]"),
                 "There are more than 512 unknown members, or they are nested more than 16 deep", "deal.stakeholders[0]"}});
    const auto deep = io::read_deal(deal_with("\"x\":" + nested(15)), today());
    REQUIRE(deep);
    CHECK(*io::read_deal(io::write_deal(*deep), today()) == *deep);
    const auto backup = io::read_backup(io::write_backup({*deep}), today());
    REQUIRE(backup);
    REQUIRE(backup->deals.size() == 1);
    CHECK(backup->deals.front().deal == *deep);
}

TEST_CASE("a member that stands twice is refused with its path") {
    check_rows({
        {R"({"middleground":1,"middleground":1})", "A member appears twice in one object", "middleground"},
        {deal_with(R"("title":"a","title":"b")"), "A member appears twice in one object", "deal.title"},
        {deal_with(R"("stakeholders":[{"id":"p00001"},{"id":"p00002","x":{"y":[{"z":1,"a":2,"z":3}]}}])"),
         "A member appears twice in one object", "deal.stakeholders[1].x.y[0].z"},
    });
    const auto error = error_of("{\"" + std::string(199, 'x') + "\u00e9\\n" + "\":{\"a\":1,\"a\":2}}");
    CHECK(error.where == std::string(199, 'x') + " ...");
}

TEST_CASE("a value of the wrong kind is named with its path") {
    check_rows({
        {deal_with(R"("title":5)"), "Expected a text, found the number 5", "deal.title"},
        {deal_with(R"("title":null)"), "Expected a text, found null", "deal.title"},
        {deal_with(R"("sample":"yes")"), "Expected true or false, found \"yes\"", "deal.sample"},
        {deal_with(R"("amount":12)"), "Expected an object, found the number 12", "deal.amount"},
        {deal_with(R"("amount":{"currency":"EUR"})"), "The member \"minor\" is missing", "deal.amount"},
        {deal_with(R"("amount":{"minor":1.5,"currency":"EUR"})"), "Expected a whole number, found the number 1.5", "deal.amount.minor"},
        {deal_with(R"("amount":{"minor":9223372036854775808,"currency":"EUR"})"),
         "Expected a whole number from -9223372036854775808 to 9223372036854775807, found the number 9223372036854775808",
         "deal.amount.minor"},
        {deal_with(R"("amount":{"minor":"1","currency":"EUR"})"), "Expected a whole number, found \"1\"", "deal.amount.minor"},
        {deal_with(R"("expected_group_size":3000000000)"),
         "Expected a whole number from -2147483648 to 2147483647, found the number 3000000000", "deal.expected_group_size"},
        {deal_with(R"("expected_group_size":1e2)"), "Expected a whole number, found the number 1e2", "deal.expected_group_size"},
        {deal_with(R"("stakeholders":{})"), "Expected a list, found an object", "deal.stakeholders"},
        {deal_with(R"("stakeholders":[[]])"), "Expected an object, found a list", "deal.stakeholders[0]"},
        {deal_with(R"("stakeholders":[{}])"), "The member \"id\" is missing", "deal.stakeholders[0]"},
        {deal_with(R"("stakeholders":[{"id":"p00001","function":"money"}])"),
         "Expected one of \"executive\", \"finance\", \"it\", \"operations\", \"marketing\", \"sales\", \"legal\", \"procurement\", "
         "\"security\", \"hr\", \"end_user\", \"other\", found \"money\"",
         "deal.stakeholders[0].function"},
        {deal_with(R"("commitments":[{"id":"c00001"},{"id":"c00002","events":[{"kind":"asked","on":"30.6.2026"}]}])"),
         "Expected a date like \"2026-06-30\", found \"30.6.2026\"", "deal.commitments[1].events[0].on"},
        {deal_with(R"("commitments":[{"id":"c00001","events":[{"kind":"asked","on":"2026-02-30"}]}])"),
         "Expected a date like \"2026-06-30\", found \"2026-02-30\"", "deal.commitments[0].events[0].on"},
        {deal_with(R"("commitments":[{"id":"c00001","people":["p00001",7]}])"), "Expected a text, found the number 7",
         "deal.commitments[0].people[1]"},
        {deal_with(R"("influences":[{"from":"p00001","to":"p00002","weight":0.2505}])"),
         "Expected a number of at most 3 decimals, found the number 0.2505", "deal.influences[0].weight"},
        {deal_with(R"("influences":[{"from":"p00001","to":"p00002","weight":1e-1}])"),
         "Expected a number of at most 3 decimals, found the number 1e-1", "deal.influences[0].weight"},
        {deal_with(R"("outcome":{"state":"open","on":"2026-06-30"})"), "Expected one of \"won\", \"lost\", \"no_decision\", found \"open\"",
         "deal.outcome.state"},
        {deal_with(R"("middleground":{})"), "The name \"middleground\" is reserved for the file itself", "deal.middleground"},
        {R"({"middleground":1,"deal":[]})", "Expected an object, found a list", "deal"},
        {R"({"middleground":1,"deal":{"opened":"2026-06-30"}})", "The member \"id\" is missing", "deal"},
        {R"({"middleground":1,"deal":{"id":"d00001"}})", "The member \"opened\" is missing", "deal"},
        {R"({"middleground":1})", "The member \"deal\" is missing", ""},
    });
}

TEST_CASE("a broken rule of the deal is named as people know it") {
    check_rows({
        {deal_with(R"("stakeholders":[{"id":"p00001","name":"Tom","influence":101}])"), "The influence is 101", "stakeholder 1, \"Tom\""},
        {deal_with(R"("concerns":[{"id":"w00001","stakeholder":"p00009"}])"), "Whose concern it is names somebody who is not in the deal",
         "concern 1"},
        {deal_with(R"("amount":{"minor":-1,"currency":"EUR"})"), "The amount is negative", "the deal"},
        {deal_with(R"("amount":{"minor":1,"currency":"euro"})"), "The amount has no currency", "the deal"},
    });
}

TEST_CASE("other files are named for what they are") {
    check_rows({
        {"[]", "This is not a Middleground file: expected a deal", ""},
        {"7", "This is not a Middleground file: expected a deal", ""},
        {"{\"a\": 1}", "This is not a Middleground file: expected a deal", ""},
        {"{\"middleground_playbook\": 1}", "This is a playbook, not a deal", ""},
        {"{\"middleground_sample\": 1}", "This is a sample, not a deal", ""},
        {"{\"middleground_backup\": 1}", "This is a backup of several deals, not a deal", ""},
        {"{\"middleground_settings\": 1}", "This is a file of settings, not a deal", ""},
        {"{\"middleground_state\": 1}", "This is a report on a deal, not a deal", ""},
    });
}

TEST_CASE("versions from the future and versions that are none are refused") {
    check_rows({
        {R"({"middleground":3,"deal":{"anything":[]}})", "This file was made by a newer version of Middleground", "version 3"},
        {R"({"middleground":4000000000,"deal":{}})", "This file was made by a newer version of Middleground", "version 4000000000"},
        {R"({"middleground":-1,"deal":{}})", "Expected a version as a whole number, found the number -1", "middleground"},
        {R"({"middleground":"1","deal":{}})", "Expected a version as a whole number, found a text", "middleground"},
        {R"({"middleground":1.0,"deal":{}})", "Expected a version as a whole number, found the number 1.0", "middleground"},
        {R"({"middleground":null,"deal":{}})", "Expected a version as a whole number, found null", "middleground"},
    });
    CHECK(error_of(R"({"middleground":3,"deal":{}})").remedy == "Update Middleground, or reload the page.");
}
