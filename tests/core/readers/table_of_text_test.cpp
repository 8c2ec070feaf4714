#include "core/readers/table_of_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("the table in a text: its first line has the headings, whatever separates them") {
    const auto table = readers::table_of_text("Step;Owner;Due\n\"Pilot; two sites\";Ann;2026-07-01\nDecide;;\n");
    REQUIRE(table);
    CHECK(table->table.columns == std::vector<std::string>{"Step", "Owner", "Due"});
    REQUIRE(table->table.rows.size() == 2);
    CHECK(table->table.rows[0][0] == "Pilot; two sites");
    CHECK(table->lines == std::vector<int>{2, 3});
}

TEST_CASE("no table in a text is an error in words") {
    CHECK_FALSE(readers::table_of_text(""));
    CHECK_FALSE(readers::table_of_text(std::string("a,b\n\0,1\n", 8)));
}
