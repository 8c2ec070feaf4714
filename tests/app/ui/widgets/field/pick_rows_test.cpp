#include "app/ui/widgets/field/pick_rows.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const std::vector<Choice> people{{"Elena Brandt"}, {"Marcus Olsen"}, {"Priya Nair"}, {"Jan Becker"}};

std::string lines(const std::vector<int>& chosen, std::string_view query, std::string_view new_thing = "person") {
    std::string text;
    for (const auto& row : pick_rows(people, chosen, query, new_thing)) {
        text += row.label + '|';
    }
    return text;
}

}

TEST_CASE("The list of a pick has what matches, and the new one last") {
    CHECK(lines({}, "") == "Elena Brandt|Marcus Olsen|Priya Nair|Jan Becker|");
    CHECK(lines({0, 3}, " ") == "Marcus Olsen|Priya Nair|");
    CHECK(lines({}, "mar") == "Marcus Olsen|Add \"mar\" as a new person|");
    CHECK(lines({}, "mar", "") == "Marcus Olsen|");
    CHECK(lines({}, " Anita Desai ") == "Add \"Anita Desai\" as a new person|");
    CHECK(lines({}, "Anita Desai", "") == "");
    CHECK(lines({}, "step", "step") == "Add \"step\" as a new step|");
}

TEST_CASE("A slip proposes the one that is there before a new one") {
    CHECK(lines({}, "Markus Olsen") == "Did you mean Marcus Olsen?|Add \"Markus Olsen\" as a new person|");
    CHECK(lines({}, "Olson") == "Did you mean Marcus Olsen?|Add \"Olson\" as a new person|");
    CHECK(lines({}, "Jon") == "Did you mean Jan Becker?|Add \"Jon\" as a new person|");
    CHECK(lines({1}, "Olson") == "Add \"Olson\" as a new person|");
}

TEST_CASE("A name that is there cannot be added twice by a pick") {
    CHECK(lines({}, "jan becker") == "Jan Becker|");
    CHECK(lines({3}, "Jan Becker") == "");
}
