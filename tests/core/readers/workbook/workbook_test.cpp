#include "core/readers/workbook/workbook.hpp"

#include "core/readers/workbook/cell_format.hpp"
#include "core/readers/workbook/pasted.hpp"
#include "core/readers/workbook/unzip.hpp"
#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("cells as a person would type them: shared texts, days by format, numbers, formulas") {
    const auto file = read_records(workbook_of({{"Deals", R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Amount</t></is></c></row>)"
                                                          R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46203</v></c><c r="C3"><v>1234.5</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><f>A1</f><v>x</v></c>)"
                                                          R"(<c r="F3" s="2"><v>46203.5</v></c><c r="G3" t="e"><v>#N/A</v></c><c r="H3"><v>0.30000000000000004</v></c></row>)"},
                                                {"Empty", ""}},
                                               {"Deal Name", "Kestrel &amp; Co"}),
                                   "book.xlsx");
    REQUIRE(file.sheets.size() == 1);
    CHECK(file.sheets.front().name == "Deals");
    CHECK(file.sheets.front().rows == Rows{{"Deal Name", "", "Amount"}, {"Kestrel & Co", "2026-06-30", "1234.5", "TRUE", "x", "2026-06-30 12:00", "", "0.3"}});
}

TEST_CASE("a plan or contacts in a workbook are read as such") {
    const auto cell = [](const std::string& text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
    const auto file = read_records(workbook_of({{"Plan", "<row>" + cell("Step") + cell("Owner") + cell("Due") + "</row><row>" + cell("Legal") + cell("Dana") + "<c s=\"1\"><v>46203</v></c></row>"}}), "plan.xlsx");
    REQUIRE(file.plans.size() == 1);
    CHECK(file.plans.front().lines.front().due == *Date::parse("2026-06-30"));
    CHECK(file.sheets.size() == 1);
}

TEST_CASE("formats that show a day, and day numbers") {
    using readers::day_of_serial, readers::plain_number, readers::shows_day;
    CHECK(shows_day(14, ""));
    CHECK(shows_day(164, "[$-409]d\\-mmm\\-yy;@"));
    CHECK_FALSE(shows_day(164, "#,##0.00 \"day\""));
    CHECK_FALSE(shows_day(164, "[Red]0.00"));
    CHECK_FALSE(shows_day(0, ""));
    CHECK_FALSE(shows_day(20, ""));
    CHECK(day_of_serial("1", false) == "1900-01-01");
    CHECK(day_of_serial("61", false) == "1900-03-01");
    CHECK(day_of_serial("44741", true) == "2026-06-30");
    CHECK(day_of_serial("-1", false) == "-1");
    CHECK(day_of_serial("x", false) == "x");
    CHECK(plain_number("1.2345E3") == "1234.5");
    CHECK(plain_number("-5E-1") == "-0.5");
    CHECK(plain_number("nan") == "nan");
    CHECK(plain_number("0.1") == "0.1");
    CHECK(plain_number("0.30000000000000004") == "0.3");
    CHECK(plain_number("999999.99999999999") == "1000000");
    CHECK(plain_number("1E5") == "100000");
    CHECK(plain_number("1e-3") == "0.001");
    CHECK(plain_number("-0.0") == "0");
    CHECK(plain_number("0012.50") == "12.5");
    CHECK(plain_number("1e999") == "1e999");
    CHECK(plain_number("1e") == "1e");
    CHECK(plain_number(".") == ".");
    CHECK(day_of_serial("46203.999999", false) == "2026-07-01");
    CHECK(day_of_serial("4.6203E4", false) == "2026-06-30");
    CHECK(day_of_serial("0.5", false) == "0.5");
}

TEST_CASE("workbooks that are cut, lie about their size, or burst") {
    const auto book = workbook_of({{"A", "<row><c><v>1</v></c></row>"}});
    int read = 0;
    for_each_cut(book, [&](std::string_view cut) {
        const auto result = readers::read_file(cut, "a.xlsx", read_options());
        if (result) ++read;
        else CHECK_FALSE(result.error().what.empty());
    });
    CHECK(read == 0);
    // 300 MB of blanks in 300 KB.
    const auto bomb = workbook_of({{"A", std::string(300u << 20, ' ')}});
    CHECK(bomb.size() < 2u << 20);
    CHECK(read_refusal(bomb, "a.xlsx").what == "It is larger than can be read once it is unpacked");
    CHECK(readers::read_file(zip_of({{"xl/workbook.xml", "<a/>"}}, 4000000000u), "a.xlsx", read_options()).has_value() == false);
}

TEST_CASE("hostile XML in a workbook") {
    SECTION("entities that grow") {
        const auto file = readers::read_file(zip_of({{"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook><sheets><sheet name=\"&b;\"/></sheets></workbook>"},
                                                     {"xl/_rels/workbook.xml.rels", "<R/>"}}),
                                             "a.xlsx", read_options());
        CHECK_FALSE(file);
    }
    SECTION("elements within each other") {
        std::string deep;
        for (int i = 0; i < 200000; ++i) {
            deep += "<row>";
        }
        CHECK_FALSE(readers::read_file(workbook_of({{"A", deep}}), "a.xlsx", read_options()));
    }
    SECTION("a cell far away") {
        const auto file = read_records(workbook_of({{"A", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"ZZZZZZZ1\"><v>3</v></c></row>"}}), "a.xlsx");
        CHECK(file.sheets.front().rows == Rows{{"2"}});
    }
    SECTION("texts that are not there") {
        const auto file = readers::read_file(workbook_of({{"A", "<row><c t=\"s\"><v>99</v></c><c t=\"s\"><v>-1</v></c><c><v>7</v></c></row>"}}), "a.xlsx", read_options());
        REQUIRE(file);
        CHECK(file->sheets.front().rows == Rows{{"", "", "7"}});
    }
}

TEST_CASE("what was pasted: cells with line ends and marks in them") {
    const auto file = read_records("Name\tNote\r\nDana\t\"two\nlines \"\"q\"\"\"\r\nLiam\t3/4\" pipe\r\n\r\n", "");
    CHECK(file.kind == records::FileKind::pasted_table);
    CHECK(file.sheets.front().rows == Rows{{"Name", "Note"}, {"Dana", "two\nlines \"q\""}, {"Liam", "3/4\" pipe"}});
    std::string open = "a\tb\n";
    for (int i = 0; i < 200000; ++i) {
        open += "\"\"\"\t\"\"\"\n";
    }
    records::FileRecords records;
    readers::read_pasted(open, records);
    CHECK_FALSE(records.sheets.front().rows.empty());
}
