#include "core/assessment.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("the analysis bears a deal of 200 people and 500 commitments") {
    const auto deal = huge_deal(today());
    REQUIRE(validate(deal, today()).empty());
    REQUIRE(deal.stakeholders.size() == 200);
    REQUIRE(deal.commitments.size() == 500);
    const auto all = assessed(deal, today());
    CHECK(all.consensus.people.size() == 200);
    CHECK(all.consensus.of == 200);
    CHECK_FALSE(all.next.list.empty());
    CHECK_FALSE(all.findings.empty());
    for (const auto& signal : all.balance.signals) {
        CHECK(std::ranges::all_of(signal.evidence, [&](const Evidence& one) { return is_there(deal, one.subject); }));
    }
    for (const auto& finding : all.findings) {
        CHECK(std::ranges::all_of(finding.about, [&](const Subject& one) { return is_there(deal, one); }));
    }
}

TEST_CASE("the analysis of a deal without anything says what is missing") {
    Deal deal;
    deal.id = DealId{"empty1"};
    deal.created = deal.opened = today() - 1;
    const auto all = assessed(deal, today());
    CHECK(all.consensus.would_agree == 0);
    CHECK(all.consensus.unnamed == deal.expected_group_size);
    CHECK_FALSE(all.findings.empty());
    CHECK((!all.next.list.empty() || !all.next.nothing_because.empty()));
}
