#include "core/outlook_changes.hpp"

#include "core/model/edit/references.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace middleground;
using namespace middleground::test;

namespace {

// Every day on which the deal says that something happened to that thing.
template <typename Event>
void add_days(std::set<Date>& days, const std::vector<Event>& events) {
    for (const auto& event : events) {
        days.insert(event.on);
    }
}

std::set<Date> days_of(const Deal& deal, const DealChange& change) {
    std::set<Date> days;
    if (const auto* id = std::get_if<StakeholderId>(&change.about)) {
        const auto* person = find(deal, *id);
        REQUIRE(person != nullptr);
        if (change.kind == ChangeKind::stance) add_days(days, person->stances);
        if (change.kind == ChangeKind::left) days.insert(person->left->on);
        if (change.kind == ChangeKind::person) days.insert(person->created);
    } else if (const auto* commitment = std::get_if<CommitmentId>(&change.about)) {
        add_days(days, find(deal, *commitment)->events);
        if (change.kind == ChangeKind::planned) days.insert(find(deal, *commitment)->created);
    } else if (const auto* concern = std::get_if<ConcernId>(&change.about)) {
        add_days(days, find(deal, *concern)->events);
    } else if (const auto* promise = std::get_if<PromiseId>(&change.about)) {
        add_days(days, find(deal, *promise)->events);
    } else if (const auto* interaction = std::get_if<InteractionId>(&change.about)) {
        const auto* found = find(deal, *interaction);
        CHECK(was_two_way(*found) == (change.kind == ChangeKind::contact));
        days.insert(found->on);
    } else {
        CHECK(change.kind == ChangeKind::influences);
        for (const auto& line : deal.influences) {
            days.insert(line.created);
        }
    }
    return days;
}

template <typename List>
bool nothing_after(const List& events, Date day) {
    return std::ranges::none_of(events, [&](const auto& event) { return event.on > day; });
}

}

TEST_CASE("each change that is named stands in the deal on that day, within the days that were asked for") {
    Random random(31);
    int found = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto deal = random_deal(random);
        const int length = between(random, 1, 60);
        const auto until = today() - between(random, 0, 20);
        const auto after = until - length;
        const auto changes = changes_between(deal, {}, after, until);
        for (std::size_t at = 0; at < changes.size(); ++at) {
            const auto& change = changes[at];
            CHECK(change.on > after);
            CHECK(change.on <= until);
            CHECK(days_of(deal, change).contains(change.on));
            if (at > 0) CHECK(changes[at - 1].on >= change.on);
            for (std::size_t other = 0; other < at; ++other) {
                CHECK_FALSE((changes[other].kind == change.kind && changes[other].about == change.about));
            }
        }
        found += static_cast<int>(changes.size());
    }
    CHECK(found > 1000);
}

TEST_CASE("with all of it taken back one by one the deal says nothing of those days, and is what it was") {
    Random random(32);
    for (int i = 0; i < 1000; ++i) {
        const auto deal = random_deal(random);
        const auto after = today() - between(random, 0, 90);
        auto one_by_one = deal;
        for (const auto& change : changes_between(deal, {}, after, today())) {
            take_back(one_by_one, change, after);
        }
        auto at_once = deal;
        take_back_all(at_once, after);
        CHECK(one_by_one == at_once);
        CHECK(changes_between(at_once, {}, after, today()).empty());
        for (const auto& person : at_once.stakeholders) {
            CHECK(nothing_after(person.stances, after));
            CHECK(person.created <= after);
        }
        for (const auto& commitment : at_once.commitments) {
            CHECK(nothing_after(commitment.events, after));
        }
        CHECK(nothing_after(at_once.interactions, after));
        // The decision stays whatever happened to it, and so does what there was before.
        CHECK(std::ranges::count(at_once.commitments, true, &Commitment::decides) == std::ranges::count(deal.commitments, true, &Commitment::decides));
        auto again = at_once;
        take_back_all(again, after);
        CHECK(again == at_once);
    }
}

TEST_CASE("what is taken out is named by nothing any more") {
    Random random(33);
    for (int i = 0; i < 300; ++i) {
        auto deal = random_deal(random);
        take_back_all(deal, today() - between(random, 0, 60));
        for_each_reference(deal, [&](const auto& id) {
            using Id = std::remove_cvref_t<decltype(id)>;
            if constexpr (std::is_same_v<Id, StakeholderId> || std::is_same_v<Id, CommitmentId>) {
                if (!id.empty()) CHECK(find(deal, id) != nullptr);
            }
        });
    }
}

TEST_CASE("what somebody came with is part of their coming, what happened before is none, and days of one thing are one change") {
    Deal deal;
    deal.stakeholders.push_back({.id = {"aaaaaa"}, .created = today() - 3, .name = "Anna"});
    deal.stakeholders.back().stances = {{today() - 3, Stance::neutral, {}}, {today() - 1, Stance::opposed, {}}};
    deal.stakeholders.push_back({.id = {"bbbbbb"}, .created = today() - 60, .name = "Bert"});
    deal.stakeholders.back().stances = {{today() - 40, Stance::neutral, {}}, {today() - 6, Stance::sceptical, {}}, {today() - 2, Stance::opposed, {}}};
    const auto changes = changes_between(deal, {}, today() - 7, today());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0] == DealChange{.kind = ChangeKind::stance, .on = today() - 2, .about = StakeholderId{"bbbbbb"}, .said = {}});
    CHECK(changes[1] == DealChange{.kind = ChangeKind::person, .on = today() - 3, .about = StakeholderId{"aaaaaa"}, .said = {}});
    CHECK(changes_between(deal, {}, today() - 2, today() - 2).empty());
    take_back(deal, changes[0], today() - 7);
    CHECK(deal.stakeholders[1].stances.size() == 1);
    take_back(deal, changes[1], today() - 7);
    CHECK(deal.stakeholders.size() == 1);
}
