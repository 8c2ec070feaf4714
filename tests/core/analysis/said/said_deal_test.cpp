#include "core/analysis/said/said_facts.hpp"
#include "core/assessment.hpp"
#include "core/files/json.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<SaidFact> facts_of(const Deal& deal, Date today = said_today()) {
    return said_facts(deal, playbook_of(deal), *english().said, today);
}

}

TEST_CASE("What was said becomes members, in a copy") {
    auto deal = said_deal();
    const auto before = io::write_deal(deal);
    put(deal, {.text = "Igor writes that Dana left Kestrel last week"});
    put(deal, {.text = "Klaus will not sign before Q4", .people = {"Klaus Reuter"}, .on = "2026-06-09"});
    put(deal, {.text = "Hal will not decide before September", .people = {"Hal Meyer"}, .on = "2026-06-09"});
    put(deal, {.text = "Frank asks for the contract", .people = {"Frank Moser"}, .on = "2026-06-10"});
    deal.commitments[1].events.push_back(
        {CommitmentEventKind::declined, Date::parse("2026-06-11").value(), {{"aaaaa3"}}, {}, "No budget this year", {}});
    const auto facts = facts_of(deal);
    CHECK(said_in(deal) == "left Dana Cole 2026-06-01, Invest not before 2027-01-01, Klaus Reuter not before 2026-10-01, "
                           "Hal Meyer not before 2026-09-01, asked Frank Moser 2026-06-10");
    const auto copy = with_what_was_said(deal, facts);
    REQUIRE(copy);
    CHECK(copy->stakeholders[0].left == Departure{Date::parse("2026-06-01").value(), "left Kestrel last week"});
    CHECK(not_before(copy->commitments[1]) == Date::parse("2027-01-01").value());
    CHECK(copy->stakeholders[2].stances.back().not_before == Date::parse("2026-10-01").value());
    CHECK(copy->stakeholders[2].stances.size() == 1);
    REQUIRE(copy->stakeholders[4].stances.size() == 1);
    CHECK(copy->stakeholders[4].stances[0].stance == Stance::unknown);
    CHECK(asked_by_them(copy->commitments[2]));
    CHECK(copy->commitments[2].events.back().interaction == deal.interactions[3].id);
    CHECK(validate(*copy, said_today()).empty());
    CHECK(facts_of(*copy).empty());
    CHECK(!with_what_was_said(*copy, facts_of(*copy)));
    // The deal itself stays as it is.
    deal.interactions.clear();
    deal.commitments[1].events.pop_back();
    CHECK(io::write_deal(deal) == before);
}

TEST_CASE("Our question of the same conversation was theirs") {
    auto deal = said_deal();
    put(deal, {.text = "She loves it and asks us to send the contract", .people = {"May Chen"}});
    deal.commitments[2].events.push_back({CommitmentEventKind::asked, Date::parse("2026-06-08").value(), {{"aaaaa6"}}, {}, {}, {}});
    const auto copy = with_what_was_said(deal, facts_of(deal));
    REQUIRE(copy);
    REQUIRE(copy->commitments[2].events.size() == 1);
    CHECK(copy->commitments[2].events[0].by == Asker::them);
}

TEST_CASE("The assessment and the findings know what was said") {
    auto deal = said_deal();
    put(deal, {.text = "Igor writes that Dana left Kestrel last week"});
    const auto assessment = assessed(deal, said_today());
    const auto dana = std::ranges::find(assessment.consensus.people, deal.stakeholders[0].id, &PersonOpinion::id);
    REQUIRE(dana != assessment.consensus.people.end());
    CHECK(dana->left);
    const auto finding = std::ranges::find(assessment.findings, "said_left", &Finding::id);
    REQUIRE(finding != assessment.findings.end());
    CHECK(finding->what == "Read from your log of 8 Jun: Dana Cole has left.");
    REQUIRE(!finding->about.empty());
    CHECK(finding->about[0] == Subject(deal.interactions[0].id));
    // Once it is recorded there is nothing to record.
    deal.stakeholders[0].left = Departure{Date::parse("2026-06-05").value(), {}};
    CHECK(!has_finding(assessed(deal, said_today()), "said_left"));
}

TEST_CASE("A deal without such words is what it was; twice is the same as once") {
    Random random(31);
    constexpr std::array sentences{"Dana left Kestrel last week", "Please send the contract", "Spending freeze until Q4",
                                   "He will not sign before next year", "She asks us to send the contract", "left the company"};
    int heard = 0;
    for (int i = 0; i < 1000; ++i) {
        auto deal = random_deal(random);
        const auto plain = facts_of(deal, today());
        if (plain.empty()) CHECK(!with_what_was_said(deal, plain));
        const auto some = [&] { return std::string(sentences[static_cast<std::size_t>(between(random, 0, sentences.size() - 1))]); };
        for (auto& entry : deal.interactions) {
            if (one_in(random, 2)) entry.summary = some();
        }
        for (auto& person : deal.stakeholders) {
            if (one_in(random, 4)) person.notes = some();
            if (one_in(random, 4)) person.name = "Dana Cole";
        }
        for (auto& commitment : deal.commitments) {
            for (auto& event : commitment.events) {
                if (event.kind == CommitmentEventKind::declined && one_in(random, 2)) event.why = some();
            }
        }
        const auto before = deal;
        const auto facts = facts_of(deal, today());
        const auto copy = with_what_was_said(deal, facts);
        CHECK(deal == before);
        CHECK(facts.empty() == !copy);
        if (!copy) continue;
        ++heard;
        CHECK(facts_of(*copy, today()).empty());
        CHECK(with_what_was_said(*copy, facts).has_value() == false);
    }
    CHECK(heard > 80);
}
