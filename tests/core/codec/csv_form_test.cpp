// How tables are written for spreadsheets that part values at semicolons, and what becomes of telephone numbers.
#include "core/codec/csv.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

using namespace middleground;

namespace {

std::string cell_of(const std::string& value, const io::CsvForm& form = {}) {
    auto text = io::write_csv({{"a"}, {{value}}}, form);
    text.erase(0, text.find("\r\n") + 2);
    text.resize(text.size() - 2);
    return text;
}

}

TEST_CASE("a table for spreadsheets of Europe has semicolons and decimal commas") {
    constexpr auto european = io::CsvForm::european();
    CHECK(io::write_csv({{"Deal", "Amount"}, {{"Depots; north", "1234,5"}, {"a,b", "7"}}}, european) ==
          "\xEF\xBB\xBF" "Deal;Amount\r\n\"Depots; north\";1234,5\r\n\"a,b\";7\r\n");
    CHECK(io::csv_number("-1234.5", european) == "-1234,5");
    CHECK(io::csv_number("-1234.5", {}) == "-1234.5");
    CHECK(io::csv_number("12", european) == "12");
    CHECK(io::csv_number("1.234", european) == "1,2340"); // not 1,234 for anybody
    CHECK(cell_of("1,5") == "\"1,5\"");
    CHECK(cell_of("a\tb", {'\t', '.'}) == "\"a\tb\"");
}

TEST_CASE("telephone numbers stay what they are, and are no formula") {
    for (const auto& [typed, written] : {std::pair<std::string, std::string>{"+49 30 1234567", "+49 30 1234567"},
                                         {"+49301234567", "+49 301234567"},
                                         {"+1-555-123-4567", "+1 555 123 4567"},
                                         {"+15551234567", "+1 5551234567"},
                                         {"+351 21/123.4567", "+351 21 123 4567"},
                                         {"+44 (0)20 7946 0018", "+44 (0)20 7946 0018"}}) {
        INFO(typed);
        CHECK(cell_of(typed) == written);
        CHECK(cell_of(written) == written);
    }
    // Sums, and what only begins like a number.
    for (const std::string value : {"+1", "+12+34567890", "+49 30 12x", "+1234567*2", "+(49) 3012345", "=49301234567", "+49 30 1234567 or later", "-49 30 1234567",
                                    "+12345678901234567", "@49", "+49(30)1234567-"}) {
        INFO(value);
        CHECK(cell_of(value).contains('\'' + value));
    }
    CHECK(cell_of("-12.5") == "-12.5");
    CHECK(cell_of("-12.5.1") == "'-12.5.1");
    CHECK(cell_of("-2+3") == "'-2+3");
}
