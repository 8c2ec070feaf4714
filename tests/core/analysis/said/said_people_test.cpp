#include "core/analysis/said/said_people.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// Who the whole text names, or "".
std::string named(std::string_view text, bool possessive = false) {
    const auto deal = said_deal();
    const auto& patterns = *english().said;
    const SaidPeople people(deal, patterns);
    const auto tokens = log_tokens(text).list;
    const auto match = people.ending_at(tokens, tokens.size(), possessive);
    return match ? name_of(deal, match->person) : std::string();
}

std::size_t account(std::string_view text, std::string_view name) {
    auto deal = said_deal();
    deal.account = name;
    const auto& patterns = *english().said;
    return SaidPeople(deal, patterns).account_at(log_tokens(text).list, 0);
}

}

TEST_CASE("Who is named: by the first, the last or the full name, and by nothing less") {
    CHECK(named("Dana") == "Dana Cole");
    CHECK(named("dana cole") == "Dana Cole");
    CHECK(named("Cole") == "Dana Cole");
    CHECK(named("DANA") == "Dana Cole");
    CHECK(named("with COO Hal") == "Hal Meyer");
    CHECK(named("Anna Holm") == "Anna Holm");
    CHECK(named("Anna").empty());
    CHECK(named("Alex").empty());
    CHECK(named("Hill").empty());
    CHECK(named("Dan").empty());
    CHECK(named("D.C.").empty());
    CHECK(named("Danna").empty());
    CHECK(named("Maria Dana").empty());
    CHECK(named("may").empty()); // a usual word
    CHECK(named("May") == "May Chen");
    CHECK(named("Dana's").empty());
    CHECK(named("Dana's", true) == "Dana Cole");
    CHECK(named("Dana", true).empty());
    CHECK(named("non-Dana").empty());
    CHECK(named("").empty());
}

TEST_CASE("The account, or the beginning of its name") {
    CHECK(account("Kestrel", "Kestrel Elevators") == 1);
    CHECK(account("kestrel elevators", "Kestrel Elevators") == 2);
    CHECK(account("kestrel", "Kestrel Elevators") == 0);
    CHECK(account("the", "The Elevator Company") == 0);
    CHECK(account("the elevator company", "The Elevator Company") == 3);
    CHECK(account("Siemens", "Kestrel Elevators") == 0);
    CHECK(account("anything", "") == 0);
}
