#include "core/codec/csv.hpp"

#include "core/base/random.hpp"
#include "core/base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace std::string_view_literals;
using Texts = std::vector<std::string>;

namespace {

TextTable table_of(std::string_view text) {
    const auto table = io::read_csv(text);
    INFO((table ? std::string() : table.error().message()));
    REQUIRE(table.has_value());
    return *table;
}

std::string said(std::string_view text, const io::CsvLimits& limits = {}) {
    const auto table = io::read_csv(text, limits);
    REQUIRE_FALSE(table.has_value());
    return table.error().message();
}

std::string quoted(const std::string& value) {
    std::string out = "\"";
    for (const char one : value) {
        out += one;
        if (one == '"') out += one;
    }
    return out + '"';
}

}

TEST_CASE("a table is read with every kind of line end and separator") {
    for (const auto* separator : {",", ";", "\t"}) {
        for (const auto* end : {"\n", "\r\n", "\r"}) {
            for (const auto* mark : {"", "\xef\xbb\xbf"}) {
                for (const auto* last : {"", end}) {
                    std::string text = mark;
                    for (const auto& row : {Texts{"Account", " Status "}, Texts{"Müller", "Won"}, Texts{"", ""}}) {
                        text += row[0] + separator + row[1] + (row[0].empty() ? last : end);
                    }
                    const auto table = table_of(text);
                    CHECK(table.columns == Texts{"Account", "Status"});
                    CHECK(table.rows == std::vector<Texts>{{"Müller", "Won"}, {"", ""}});
                }
            }
        }
    }
}

TEST_CASE("quotation marks hold separators, line ends and themselves") {
    const auto table = table_of("\"a;b\",\"c\"\r\n\"x,\r\ny\",\"say \"\"no\"\"\"\r\n\"\", z \r\n");
    CHECK(table.columns == Texts{"a;b", "c"});
    CHECK(table.rows == std::vector<Texts>{{"x,\r\ny", "say \"no\""}, {"", " z "}});
}

TEST_CASE("the separator is what the headings have most of") {
    CHECK(table_of("Amount, EUR;Status\n1;2\n").columns == Texts{"Amount, EUR", "Status"});
    CHECK(table_of("a;b,c,d\n1,2,3\n").columns == Texts{"a;b", "c", "d"});
    CHECK(table_of("\"a,b,c\";d\n1;2\n").columns.size() == 2);
    CHECK(table_of("Status\nWon\n\nLost\n").rows == std::vector<Texts>{{"Won"}, {"Lost"}});
    CHECK(table_of("a,b").rows.empty());
    CHECK(table_of("\n\n a,b\n").columns == Texts{"a", "b"});
}

TEST_CASE("lines with nothing in them are passed over") {
    CHECK(table_of("\r\na,b\n\n1,2\n\n\n3,4\n\n").rows == std::vector<Texts>{{"1", "2"}, {"3", "4"}});
}

TEST_CASE("what is no table is refused with its line") {
    CHECK(said("") == "The file is empty.");
    CHECK(said("\xef\xbb\xbf") == "The file is empty.");
    CHECK(said("\n\r\n") == "The file is empty.");
    CHECK(said("a,b\n1,2\n3\n").starts_with("1 value in a row under 2 headings (line 3). "));
    CHECK(said("a,b\n\"1\n1\",2\n3,4,5\n").starts_with("3 values in a row under 2 headings (line 4). "));
    CHECK(said("a,b\n1,\"2\n3,4\n").starts_with("A quotation mark is never closed (line 2). "));
    CHECK(said("a,b\n1,x\"2\"\n").starts_with("There is a quotation mark inside a value that does not begin with one (line 2). "));
    CHECK(said("a,b\n1,\"2\"x\n").starts_with("There is something between a closing quotation mark and the end of the value (line 2). "));
    CHECK(said("a,b, a\n").starts_with("Two columns are called \"a\" (line 1, columns 1 and 3). "));
    CHECK(said("a,,b\n").starts_with("A column has no heading (line 1, column 2). "));
    CHECK(said("a,b\n1,2\n\0,4\n"sv).starts_with("The file contains a NUL byte, which no text has (line 3). "));
    CHECK(said("a,b\r\n1,2\r3,\xff\n").starts_with("The file contains bytes that are not UTF-8 (line 3). "));
    CHECK(said("a,b\r\xc3").contains("UTF-8 (line 2)"));
    CHECK(said("\xff\xfe"
               "a\0,\0"sv)
              .starts_with("The file is in UTF-16. "));
}

TEST_CASE("the limits are said in words") {
    const io::CsvLimits limits{64, 2, 3};
    CHECK(io::read_csv("a,b,c\n1,2,3\n1,2,3\n", limits).has_value());
    CHECK(said("a,b,c,d\n", limits).starts_with("There are 4 columns (line 1). "));
    CHECK(said("a\n1\n2\n3\n", limits).starts_with("There are more than 2 rows (line 4). "));
    CHECK(said(std::string(65, 'a'), limits).starts_with("The file is larger than "));
    CHECK(said(std::string((32u << 20) + 1, ' ')).starts_with("The file is larger than 32 MiB."));
    CHECK(said(std::string(1u << 20, ',')).starts_with("There are 1048577 columns"));
    CHECK(said("a\n" + std::string((1u << 20) + 1, '"')).contains("never closed"));
}

TEST_CASE("cut off at every byte a table is shorter, or refused") {
    const std::string whole = "\xef\xbb\xbf\"Kunde; Ort\";Status\r\n\"Müller; \"\"Söhne\"\"\";Won\r\n\"\r\n\";Lost\r\nx;y\r\n";
    const auto all = table_of(whole);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length);
        const auto table = io::read_csv(std::string_view(whole).substr(0, length));
        if (!table) {
            CHECK_FALSE(table.error().what.empty());
            continue;
        }
        CHECK(table->rows.size() <= all.rows.size());
        for (const auto& row : table->rows) {
            CHECK(row.size() == table->columns.size());
        }
    }
}

TEST_CASE("generated tables survive being written and read") {
    const Texts pieces{"a", "Ü", "\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "'", "\u200b"};
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO(seed);
        Random random(seed);
        TextTable table;
        const auto columns = 1 + random.below(5);
        for (std::uint32_t i = 0; i < columns; ++i) {
            table.columns.push_back("Column " + std::to_string(i));
        }
        for (auto i = random.below(6); i > 0; --i) {
            auto& row = table.rows.emplace_back();
            for (std::uint32_t j = 0; j < columns; ++j) {
                auto& value = row.emplace_back();
                for (auto k = random.below(5); k > 0; --k) {
                    value += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
                }
            }
        }
        const char separator = ",;\t"[random.below(3)];
        std::string text;
        const auto write = [&](const Texts& values) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                text += (i > 0 ? std::string(1, separator) : std::string()) + quoted(values[i]);
            }
            text += random.below(2) != 0 ? "\r\n" : "\n";
        };
        write(table.columns);
        for (const auto& row : table.rows) {
            write(row);
        }
        const auto read = io::read_csv(text);
        REQUIRE(read.has_value());
        REQUIRE(read->columns == table.columns);
        REQUIRE(read->rows == table.rows);
        // And with a byte changed it is still a table or an error.
        text[random.below(static_cast<std::uint32_t>(text.size()))] = static_cast<char>(random.below(256));
        if (const auto changed = io::read_csv(text)) {
            for (const auto& row : changed->rows) {
                REQUIRE(row.size() == changed->columns.size());
                for (const auto& value : row) {
                    REQUIRE_FALSE(first_invalid_utf8(value).has_value());
                }
            }
        }
    }
}
