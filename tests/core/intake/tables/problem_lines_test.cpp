#include "core/intake/tables/problem_lines.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("of many messages alike the first five are said, and how many more there are", "[import]") {
    ImportChanges changes;
    for (int line = 2; line < 12; ++line) {
        changes.problems.push_back({ProblemKind::left_out, "deals.csv", line, "Amount", {"\"x" + std::to_string(line) + "\" is not an amount", {}, "Write it as 100."}});
    }
    changes.problems.push_back({ProblemKind::note, "deals.csv", 0, {}, {"Something else", {}, {}}});
    changes.problem_count = 20;
    const auto lines = problem_lines(changes);
    REQUIRE(lines.size() == 8);
    CHECK(lines[0] == "deals.csv, line 2, Amount: \"x2\" is not an amount. Write it as 100.");
    CHECK(lines[5] == "deals.csv: 5 more rows like these.");
    CHECK(lines[6] == "deals.csv: Something else.");
    CHECK(lines[7] == "And 9 more.");
    changes.problems.resize(6);
    changes.problem_count = 6;
    CHECK(problem_lines(changes).size() == 6); // a line that says one more is no shorter
}
