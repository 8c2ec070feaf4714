#include "core/merge/doubles/merge_deals.hpp"

#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/edit/references.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/random_things.hpp"
#include "tests/support/told_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace middleground;
using namespace middleground::test;

namespace {

bool has_text(const std::vector<std::string>& texts, const std::string& text) {
    return std::ranges::any_of(texts, [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

bool says(const std::vector<std::string>& follows, std::string_view words) {
    return std::ranges::any_of(follows, [&](const std::string& one) { return one.find(words) != std::string::npos; });
}

Deal another(Deal deal) {
    deal.id = {"zzzzz0"};
    return deal;
}

MergedDeals done(const DealsInput& input, const FieldChoices& choices = {}) {
    auto result = merged_deals(input, likely_pairs(input), choices);
    REQUIRE((result ? "" : result.error().message()) == "");
    return *result;
}

}

TEST_CASE("the edition of the playbook goes with the playbook that was chosen", "[merge_deals]") {
    const auto planned_with = [](const Deal& deal, std::string id, int edition) {
        auto copy = deal;
        copy.playbook = id;
        Random random(static_cast<std::uint64_t>(edition));
        copy.planned_with = random_playbook(random, id);
        copy.planned_with->id = std::move(id);
        copy.planned_with->edition = edition;
        return copy;
    };
    const auto kept = planned_with(example_deal(), "p1ayb0", 2);
    const auto gone = planned_with(another(example_deal()), "p1ayb1", 5);
    const DealsInput input{kept, gone, today(), 1};
    const auto asked = deals_side_by_side(input);
    CHECK(std::ranges::find(asked, "playbook", &FieldOfTwo::field) != asked.end());
    CHECK(std::ranges::find(asked, "planned_with", &FieldOfTwo::field) == asked.end());
    const auto mine = done(input, {{"playbook", MergeSide::mine}}).deal;
    CHECK(mine.planned_with == kept.planned_with);
    CHECK(mine.notes.find("Edition") == std::string::npos);
    const auto theirs = done(input, {{"playbook", MergeSide::theirs}}).deal;
    CHECK(theirs.playbook == "p1ayb1");
    CHECK(theirs.planned_with == gone.planned_with);
}

TEST_CASE("one deal of two has everything of both", "[merge_deals]") {
    int merged = 0, paired = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto kept = random_deal(random);
        // Half of them are what became of a copy.
        auto gone = seed % 2 ? random_deal(random) : kept;
        for (int i = 0; i < 8 && seed % 2 == 0; ++i) {
            if (auto next = apply(gone, random_edit(random, gone), today())) gone = std::move(*next);
        }
        gone.id = {"zzzzz0"};
        gone.sample = kept.sample;
        gone.planned_with = kept.planned_with; // it goes with the playbook: a case of its own
        const DealsInput input{kept, gone, today(), seed};
        const auto pairs = likely_pairs(input);
        paired += static_cast<int>(pairs.people.size() + pairs.commitments.size());
        FieldChoices choices;
        for (const auto& field : deals_side_by_side(input)) {
            REQUIRE(std::ranges::find(field.choices, field.usual) != field.choices.end());
            choices[field.field] = field.choices[random.below(static_cast<std::uint32_t>(field.choices.size()))];
        }
        const auto result = merged_deals(input, pairs, choices);
        if (!result) {
            REQUIRE_FALSE(result.error().what.empty());
            continue;
        }
        ++merged;
        const auto& deal = result->deal;
        REQUIRE(deal.id == kept.id);
        REQUIRE(validate(deal, today()).empty());
        const auto texts = texts_of(deal);
        for (const auto* side : {&kept, &gone}) {
            for (const auto& text : texts_of(*side)) {
                INFO(text);
                if (!has_text(texts, text)) UNSCOPED_INFO(io::write_deal(kept) + io::write_deal(gone) + io::write_deal(deal));
                REQUIRE(has_text(texts, text));
            }
            std::set<std::string> events;
            std::ranges::copy(events_of(deal), std::inserter(events, events.end()));
            for (const auto& event : events_of(*side)) {
                INFO(event);
                REQUIRE(events.contains(event));
            }
        }
        REQUIRE(deal.stakeholders.size() == kept.stakeholders.size() + gone.stakeholders.size() - pairs.people.size());
        REQUIRE(deal.interactions.size() >= std::max(kept.interactions.size(), gone.interactions.size()));
        // The same again gives the same bytes.
        const auto again = merged_deals(input, pairs, choices);
        REQUIRE(io::write_deal(again->deal) == io::write_deal(deal));
    }
    CHECK(merged > 350);
    CHECK(paired > 500);
}

TEST_CASE("a deal and its duplicate are the deal", "[merge_deals]") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto copy = another(deal);
        const auto result = merged_deals({deal, copy, today(), seed}, likely_pairs({deal, copy, today(), seed}), {});
        REQUIRE((result ? "" : result.error().message()) == "");
        REQUIRE(result->deal.stakeholders.size() == deal.stakeholders.size());
        INFO(result->deal.notes);
        for (const auto& line : result->follows) UNSCOPED_INFO(line);
        REQUIRE(result->deal.commitments.size() == deal.commitments.size());
        REQUIRE(result->deal.notes == deal.notes);
        REQUIRE(result->deal.influences.size() == deal.influences.size());
        REQUIRE(events_of(result->deal).size() <= 2 * events_of(deal).size());
    }
    const auto deal = example_deal();
    CHECK(done({deal, another(deal), today(), 1}).deal == deal);
}

TEST_CASE("facts are chosen, and the other ones are noted", "[merge_deals]") {
    auto kept = example_deal();
    kept.amount = Money{100000, "EUR"};
    kept.notes = "Ours.";
    kept.outcome = Open{};
    auto gone = another(example_deal());
    gone.title = "Another title";
    gone.amount = Money{120000, "USD"};
    gone.notes = "Theirs.";
    gone.outcome = Lost{today() - 3, "Norrland", "Price"};
    gone.opened = kept.opened - 20;
    gone.created = gone.opened;
    gone.targets = {{today() - 1, today() + 50, TargetReason::buyer_event, "Fair"}};
    const DealsInput input{kept, gone, today(), 1};
    std::vector<std::string> fields;
    for (const auto& field : deals_side_by_side(input)) fields.push_back(field.field);
    CHECK(fields == std::vector<std::string>{"title", "amount", "target", "outcome"});
    const auto usual = done(input);
    CHECK(usual.deal.opened == gone.opened);
    CHECK(usual.deal.amount == kept.amount);
    CHECK(usual.deal.outcome == gone.outcome);
    CHECK(target_of(usual.deal)->date == today() + 50);
    CHECK(usual.deal.notes.starts_with("Ours.\nTheirs.\nThe other deal said: Title: Another title; Amount: "));
    CHECK(usual.deal.notes.find("Opened") == std::string::npos);
    CHECK(says(usual.follows, "different currencies"));
    CHECK(says(usual.follows, "One is open and one is closed"));
    const auto chosen = done(input, {{"title", MergeSide::theirs}, {"outcome", MergeSide::mine}, {"target", MergeSide::mine}});
    CHECK(chosen.deal.title == "Another title");
    CHECK(is_open(chosen.deal.outcome));
    CHECK(chosen.deal.notes.find("Outcome: Lost") != std::string::npos);
    CHECK(chosen.deal.notes.find("Price") != std::string::npos);
    const auto* before = target_of(kept);
    CHECK(target_of(chosen.deal)->date == (before ? before->date : std::nullopt));
    CHECK_FALSE(merged_deals(input, {}, {{"title", MergeSide::both}}));
    CHECK_FALSE(merged_deals(input, {}, {{"target", MergeSide::both}}));
}

TEST_CASE("people and steps of both are matched, and what cannot have happened to one stays twice", "[merge_deals]") {
    const auto day = today() - 40;
    const auto made = [&](std::string id, std::string prefix) {
        Deal deal;
        deal.id = {std::move(id)};
        deal.opened = deal.created = day;
        deal.account = "Acme";
        Stakeholder person;
        person.id = {prefix + "00001"};
        person.created = day;
        person.name = "Anna Berg";
        person.contact = "anna@acme.example";
        deal.stakeholders = {person};
        for (const auto* title : {"Time", "Explore", "Decide"}) {
            Commitment commitment;
            commitment.id = {prefix + "c000" + std::to_string(deal.commitments.size())};
            commitment.created = day;
            commitment.title = title;
            commitment.step = folded(title);
            if (!deal.commitments.empty()) commitment.prerequisites = {deal.commitments.back().id};
            deal.commitments.push_back(commitment);
        }
        deal.commitments.back().decides = true;
        Interaction talk;
        talk.id = {prefix + "m0001"};
        talk.on = talk.created = day + 1;
        talk.people = {person.id};
        talk.summary = "First talk";
        deal.interactions = {talk};
        deal.commitments[0].events = {{CommitmentEventKind::asked, day + 1, {person.id}, talk.id, {}, {}}};
        return deal;
    };
    auto kept = made("d00001", "a"), gone = made("d00002", "b");
    gone.stakeholders[0].name = "A. Berg";
    gone.commitments[0].events.push_back({CommitmentEventKind::agreed, day + 2, {gone.stakeholders[0].id}, {}, {}, {}});
    gone.commitments[2].title = "Sign";
    gone.commitments[2].step = "sign";
    const DealsInput input{kept, gone, today(), 1};
    const auto pairs = likely_pairs(input);
    REQUIRE(pairs.people.size() == 1);
    REQUIRE(pairs.commitments.size() == 3);
    const auto result = done(input);
    CHECK(result.deal.stakeholders.size() == 1);
    CHECK(result.deal.interactions.size() == 1);
    REQUIRE(result.deal.commitments.size() == 3);
    // Asked in the same talk: once, as it happened once.
    CHECK(result.deal.commitments[0].events.size() == 2);
    CHECK(result.deal.commitments[0].events[1].who == std::vector{kept.stakeholders[0].id});
    CHECK(result.deal.notes == "The other deal said: Decide, step of the playbook: sign; Decide, title: Sign");

    // Not paired: both stay, and one decides.
    auto some = pairs;
    some.commitments.pop_back();
    some.people.clear();
    const auto apart = merged_deals(input, some, {});
    REQUIRE(apart);
    CHECK(apart->deal.stakeholders.size() == 2);
    // Two people were asked on one day: that did not happen to one step.
    CHECK(apart->deal.commitments.size() == 5);
    CHECK(says(apart->follows, "\u201cTime\u201d stays twice"));
    CHECK(std::ranges::count(apart->deal.commitments, true, &Commitment::decides) == 1);
    CHECK(apart->deal.commitments.back().title == "Decide");
    CHECK(says(apart->follows, "2 commitments join the plan"));
    CHECK(apart->deal.notes.find("\u201cSign\u201d was the decision") != std::string::npos);

    // Kept twice on different days cannot be one.
    for (auto* deal : {&kept, &gone}) {
        deal->commitments[1].events = {{CommitmentEventKind::asked, day + 3, {}, {}, {}, {}},
                                       {CommitmentEventKind::kept, deal == &kept ? day + 4 : day + 6, {}, {}, {}, {}}};
    }
    const auto twice = done({kept, gone, today(), 1});
    CHECK(twice.deal.commitments.size() == 4);
    CHECK(says(twice.follows, "\u201cExplore\u201d stays twice"));

    // Plans that wait the other way round do not wait for themselves.
    auto around = made("d00002", "b");
    std::swap(around.commitments[0].step, around.commitments[1].step);
    std::swap(around.commitments[0].title, around.commitments[1].title);
    around.commitments[0].events.clear();
    const auto untied = done({kept, around, today(), 1});
    CHECK(validate(untied.deal, today()).empty());
    CHECK(untied.deal.notes.find("waited for") != std::string::npos);
}

TEST_CASE("what cannot be merged is refused with words", "[merge_deals]") {
    const auto kept = example_deal();
    auto gone = another(kept);
    CHECK(merged_deals({kept, kept, today(), 1}, {}, {}).error().what == "A deal cannot be merged with itself");
    gone.sample = !kept.sample;
    CHECK(merged_deals({kept, gone, today(), 1}, {}, {}).error().what == "A sample cannot be merged with a deal of your own");
    gone.sample = kept.sample;
    const auto one = kept.stakeholders[0].id, other = kept.stakeholders[1].id;
    for (const auto& pairs : {DealPairs{{{one, {"nobody"}}}, {}}, DealPairs{{{one, one}, {one, other}}, {}}, DealPairs{{{one, other}, {other, other}}, {}}}) {
        CHECK(merged_deals({kept, gone, today(), 1}, pairs, {}).error().what == "The pairs do not fit the two deals");
    }
    Deal crowd;
    crowd.id = {"zzzzz0"};
    crowd.opened = crowd.created = kept.opened;
    crowd.sample = kept.sample;
    for (int i = 0; i < Limits::stakeholders; ++i) {
        Stakeholder person;
        person.id = {"q" + std::to_string(10000 + i)};
        person.created = crowd.opened;
        crowd.stakeholders.push_back(person);
    }
    REQUIRE(validate(crowd, today()).empty());
    const auto refused = merged_deals({kept, crowd, today(), 1}, {}, {});
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().what.empty());
}
