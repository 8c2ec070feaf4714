#include "core/intake/tables/reading/table_reader.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "tests/support/import_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using namespace std::string_view_literals;

namespace {

Result<FileTable> read(std::string_view bytes, TableChoices choices = {}, TableLimits limits = {}) {
    auto table = read_table(std::string(bytes), table_knowledge(), std::move(choices), limits);
    if (!table) {
        CHECK_FALSE(table.error().what.empty());
        return table;
    }
    CHECK(table->lines.size() == table->table.rows.size());
    CHECK(std::ranges::is_sorted(table->lines));
    for (const auto& row : table->table.rows) CHECK(row.size() == table->table.columns.size());
    return table;
}

constexpr std::string_view whole = "sep=;\nReport\n\nDeal;Account;Amount;Notes\r\nPilot;\"M\xc3\xbcller; S\xc3\xb6hne\";1.000,50 \xe2\x82\xac;\"two\nlines\"\r\nRollout;Brenn;\"a \"\"b\"\"\";x\r\n;;;\r\nTotal;;2\r\n";

}

TEST_CASE("exported tables are read where strict ones are refused", "[import]") {
    const auto table = read("Report\nOf June\n\na;a;;b\n1;\"2;3\";4;5\n6;7\n8;9;10;11;\n;;;\n5\" pipe;\"x\"y;1;2\nConfidential\n");
    REQUIRE(table.has_value());
    CHECK(table->table.columns == std::vector<std::string>{"a", "a (2)", "Column 3", "b"});
    CHECK(table->table.rows == std::vector<std::vector<std::string>>{{"1", "2;3", "4", "5"}, {"6", "7", "", ""}, {"8", "9", "10", "11"}, {"5\" pipe", "xy", "1", "2"}});
    CHECK(table->lines == std::vector<int>{5, 6, 7, 9});
    REQUIRE(table->ragged.size() == 1);
    CHECK(table->ragged[0].first == "Confidential");
    CHECK(table->empty_rows == 1);
    CHECK(read("Status\nWon\n")->table.rows.size() == 1);
}

TEST_CASE("what a person chose counts before what was found", "[import]") {
    TableChoices choices;
    choices.separator = '|';
    CHECK(read("Deal;Account\nA,B;C\n", choices)->table.columns.size() == 1);
    choices = {};
    choices.encoding = "windows-1251";
    CHECK(read("Deal;Account\nA;\xd1\xe4\n", choices)->table.rows[0][1] == "\u0421\u0434");
    choices.encoding = "utf-8";
    CHECK(read("Deal;Account\nA;\xd1\xe4\n", choices).error().message() == "The file is not written in UTF-8. Choose another encoding.");
    choices.encoding = "klingon";
    CHECK(read("Deal;Account\nA;B\n", choices).error().what == "There is no encoding \"klingon\"");
    choices = {};
    choices.heading_line = 2;
    CHECK(read("Deal;Account\nA;B\nC;D\n", choices)->table.columns == std::vector<std::string>{"A", "B"});
    choices.heading_line = 0;
    const auto none = read("Deal;Account\nA;B\n", choices);
    CHECK(none->table.columns == std::vector<std::string>{"Column 1", "Column 2"});
    CHECK(none->table.rows.size() == 2);
    choices.heading_line = 40;
    CHECK(read("Deal;Account\nA;B\n", choices).error().what == "The table has no line 40");
}

TEST_CASE("what is no text table is said to be what it is, whatever its name ends with", "[import]") {
    CHECK(read("").error().what == "The file is empty");
    CHECK(read("\n\n\n").error().what == "The file is empty");
    CHECK(read("PK\x03\x04...").error().what == "This is a workbook, not a text table");
    CHECK(read("%PDF-1.7 ...").error().what == "This is a PDF, not a table");
    CHECK(read("<!DOCTYPE html><title>Sign in</title>").error().what == "This is a web page, not a text table");
    CHECK(read("{\"deals\": []}").error().what == "This is JSON, not a table");
    CHECK(read("\x1f\x8b\x08").error().what == "This is a packed file, not a table");
    CHECK(read("\x89PNG\r\n").error().what == "This is a picture, not a table");
    CHECK(read("Deal,Account\nA,B\0C\n"sv).error().what == "The file contains a NUL byte, which no text has");
    CHECK(read("\xff\xfe" "a\0,"sv).error().what == "The file is UTF-16 that is cut off or damaged");
    CHECK(no_table("Deal,Account") == std::nullopt);
}

TEST_CASE("limits are said before anything is taken", "[import]") {
    CHECK(read("a,b\n1,2\n3,4\n", {}, {.bytes = 5}).error().what.starts_with("The file is larger than"));
    CHECK(read("a,b\n1,2\n3,4\n", {}, {.rows = 1}).error().message() == "There are more than 1 rows (line 3). Export fewer, for example only the open ones.");
    CHECK(read("a,b\n1,2\n", {}, {.columns = 1}).error().what == "There are 2 columns");
}

TEST_CASE("a table that is cut off anywhere is read as far as it goes or refused with words", "[import]") {
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        INFO(length);
        const auto table = read(whole.substr(0, length));
        if (!table) continue;
        // No letter is taken for another.
        for (const auto& row : table->table.rows) {
            for (const auto& value : row) CHECK_FALSE(first_invalid_utf8(value));
        }
        // One letter alone that was cut could be one of another set.
        if (length > whole.find("S\xc3") + 3) CHECK(table->encoding == "utf-8");
    }
    CHECK(read(whole)->table.rows.size() == 3);
}

TEST_CASE("a table with any one byte changed is read or refused with words", "[import]") {
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char byte : {'"', ';', '\n', '\0', '\xff', '\\', '&'}) {
            auto changed = std::string(whole);
            changed[at] = byte;
            read(changed);
        }
    }
}

TEST_CASE("hostile tables are read in one go", "[import]") {
    const auto quotes = read("Deal,Account\n" + std::string(200000, '"') + "\n");
    CHECK(quotes.has_value());
    std::string open = "Deal,Account\n";
    for (int i = 0; i < 20000; ++i) open += "\"x,y\n";
    CHECK(read(open).has_value());
    CHECK_FALSE(read(std::string(100000, ',')).has_value());
    CHECK(read("Deal,Account\nA," + std::string(1 << 20, '&') + "\n").has_value());
    std::string same;
    for (int i = 0; i < 400; ++i) same += "a,";
    CHECK(read(same + "\n1\n")->table.columns[399] == "a (400)");
}

TEST_CASE("the same bytes in slices of any size are the same table", "[import]") {
    const auto bytes = std::make_shared<const std::string>(whole);
    const auto at_once = read(whole);
    for (const std::uint32_t rows : {1U, 2U, 3U}) {
        auto reader = TableReader::open(bytes, table_knowledge());
        REQUIRE(reader.has_value());
        double share = 0;
        while (true) {
            const auto finished = reader->read(rows);
            REQUIRE(finished.has_value());
            CHECK(reader->share_read() >= share);
            share = reader->share_read();
            if (*finished) break;
        }
        CHECK(reader->take().table.rows == at_once->table.rows);
    }
}
