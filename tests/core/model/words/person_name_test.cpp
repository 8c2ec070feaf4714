#include "core/model/words/person_name.hpp"

#include "core/base/text.hpp"
#include "core/model/edit/edit.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Stakeholder person(std::string id, std::string name, Function function = Function::other, std::string title = {},
                   std::string contact = {}) {
    Stakeholder made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.function = function;
    made.title = std::move(title);
    made.contact = std::move(contact);
    return made;
}

std::vector<std::string> names(const Deal& deal) {
    std::vector<std::string> list;
    for (const auto& one : deal.stakeholders)
        list.push_back(name_of(deal, one.id));
    return list;
}

using Names = std::vector<std::string>;

}

TEST_CASE("names are compared without case and blanks", "[names]") {
    CHECK(is_same_name("Anna Berg", "anna  BERG "));
    CHECK(is_same_name("\xc3\x89mile", "\xc3\xa9mile"));
    CHECK_FALSE(is_same_name("Anna Berg", "Anna Bergh"));
    CHECK_FALSE(is_same_name("", ""));
    CHECK_FALSE(is_same_name("  ", " "));
}

TEST_CASE("two people of one name are told apart", "[names]") {
    Deal deal;
    deal.stakeholders = {person("a", "Anna Berg", Function::finance), person("b", "anna berg", Function::it), person("c", "Carl")};
    CHECK(names(deal) == Names{"Anna Berg (Finance)", "anna berg (IT)", "Carl"});
    deal.stakeholders = {person("a", "Anna Berg", Function::finance, "CFO"), person("b", "Anna Berg", Function::finance, "Controller")};
    CHECK(names(deal) == Names{"Anna Berg (CFO)", "Anna Berg (Controller)"});
    deal.stakeholders = {person("a", "Anna Berg", Function::it, "", "a@x.example"), person("b", "Anna Berg", Function::it)};
    CHECK(names(deal) == Names{"Anna Berg (a@x.example)", "Anna Berg (2)"});
    deal.stakeholders = {person("a", "Anna Berg"), person("b", "Anna Berg"), person("c", "Anna Berg", Function::legal)};
    CHECK(names(deal) == Names{"Anna Berg (1)", "Anna Berg (2)", "Anna Berg (Legal)"});
    // What does not fit on a line tells nobody apart.
    deal.stakeholders = {person("a", "Anna Berg", Function::it, std::string(300, 'x')),
                         person("b", "Anna Berg", Function::it, "two\nlines")};
    CHECK(names(deal) == Names{"Anna Berg (1)", "Anna Berg (2)"});
    deal.stakeholders = {person("a", ""), person("b", "")};
    CHECK(names(deal) == Names{"somebody", "somebody"});
    CHECK(name_of(deal, {"zz"}) == "somebody");
}

TEST_CASE("a name that nobody shares stays as it is", "[names]") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        auto deal = random_deal(random);
        for (const auto& one : deal.stakeholders) {
            const auto same =
                std::ranges::count_if(deal.stakeholders, [&](const Stakeholder& other) { return is_same_name(one.name, other.name); });
            if (same <= 1) CHECK(distinct_name(deal, one) == one.name);
        }
        // Namesakes of everybody are told apart from each other.
        const auto people = deal.stakeholders;
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto twin = people[i];
            twin.id = {"twin" + std::to_string(i)};
            deal.stakeholders.push_back(twin);
        }
        for (const auto& one : deal.stakeholders) {
            for (const auto& other : deal.stakeholders) {
                if (one.id != other.id && is_same_name(one.name, other.name)) CHECK(distinct_name(deal, one) != distinct_name(deal, other));
            }
        }
    }
}

TEST_CASE("what was done to a namesake says to which one", "[names]") {
    Deal deal;
    deal.stakeholders = {person("a", "Anna Berg", Function::finance), person("b", "Anna Berg", Function::it)};
    CHECK(describe(deal, edit::RemoveStakeholder{{"b"}}) == "Removed Anna Berg (IT)");
    CHECK(describe(deal, edit::MoveStakeholder{{"a"}, 1}) == "Moved Anna Berg (Finance)");
    CHECK(describe(deal, edit::PutStakeholder{person("c", "Anna Berg")}) == "Added Anna Berg (3)");
    CHECK(initials("Anna Berg (Finance)") == "AB");
}
