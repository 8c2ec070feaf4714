#include "core/model/commitment.hpp"

#include "core/model/concern.hpp"
#include "core/model/names.hpp"
#include "core/model/our_promise.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <tuple>

using namespace middleground;
using S = CommitmentState;
using E = CommitmentEventKind;

namespace {

CommitmentEvent event(E kind, int day, std::vector<StakeholderId> who = {}) {
    return {kind, Date::from_days(day), std::move(who), {}, {}, {}};
}

}

TEST_CASE("every move of a commitment: all states with all events") {
    // What is not in this table is illegal.
    const std::map<std::pair<S, E>, S> legal{
        {{S::planned, E::asked}, S::asked},     {{S::planned, E::due}, S::planned},       {{S::asked, E::agreed}, S::agreed},
        {{S::asked, E::declined}, S::declined}, {{S::asked, E::kept}, S::kept},           {{S::asked, E::due}, S::asked},
        {{S::asked, E::reopened}, S::planned},  {{S::agreed, E::declined}, S::declined},  {{S::agreed, E::kept}, S::kept},
        {{S::agreed, E::broken}, S::broken},    {{S::agreed, E::due}, S::agreed},         {{S::agreed, E::reopened}, S::planned},
        {{S::kept, E::due}, S::kept},           {{S::kept, E::reopened}, S::planned},     {{S::declined, E::asked}, S::asked},
        {{S::declined, E::due}, S::declined},   {{S::declined, E::reopened}, S::planned}, {{S::broken, E::asked}, S::asked},
        {{S::broken, E::due}, S::broken},       {{S::broken, E::reopened}, S::planned},
        {{S::planned, E::dropped}, S::dropped},          {{S::asked, E::dropped}, S::dropped},
        {{S::agreed, E::dropped}, S::dropped},           {{S::declined, E::dropped}, S::dropped},
        {{S::broken, E::dropped}, S::dropped},           {{S::planned, E::not_needed}, S::not_needed},
        {{S::asked, E::not_needed}, S::not_needed},      {{S::agreed, E::not_needed}, S::not_needed},
        {{S::declined, E::not_needed}, S::not_needed},   {{S::broken, E::not_needed}, S::not_needed},
        {{S::dropped, E::reopened}, S::planned},         {{S::not_needed, E::reopened}, S::planned},
        {{S::dropped, E::due}, S::dropped},              {{S::not_needed, E::due}, S::not_needed},
    };
    for (const auto& state : names_of<S>()) {
        for (const auto& kind : names_of<E>()) {
            INFO(state.key << " + " << kind.key);
            const auto row = legal.find({state.value, kind.value});
            CHECK(is_legal_move(state.value, kind.value) == (row != legal.end()));
            if (row != legal.end()) {
                CHECK(state_after(state.value, kind.value) == row->second);
            }
        }
    }
}

TEST_CASE("planned may be the first event and no other") {
    Commitment commitment;
    CHECK(is_legal_move(commitment, E::planned));
    commitment.events = {event(E::planned, 1)};
    CHECK_FALSE(is_legal_move(commitment, E::planned));
    CHECK(is_legal_move(commitment, E::asked));
}

TEST_CASE("state, due date and since are derived from the events") {
    Commitment commitment;
    commitment.created = Date::from_days(100);
    CHECK(state_of(commitment) == S::planned);
    CHECK(state_since(commitment) == Date::from_days(100));
    CHECK_FALSE(due_of(commitment));

    commitment.events.push_back(event(E::planned, 101));
    CHECK(state_since(commitment) == Date::from_days(100));
    commitment.events.push_back(event(E::asked, 102));
    commitment.events.push_back(event(E::due, 103));
    commitment.events.back().due = Date::from_days(120);
    CHECK(state_of(commitment) == S::asked);
    CHECK(state_since(commitment) == Date::from_days(102));
    CHECK(due_of(commitment) == Date::from_days(120));

    commitment.events.push_back(event(E::agreed, 104));
    commitment.events.push_back(event(E::due, 105)); // taken away
    CHECK(state_of(commitment) == S::agreed);
    CHECK_FALSE(due_of(commitment));

    commitment.events.push_back(event(E::broken, 106));
    CHECK(state_of(commitment) == S::broken);
    commitment.events.push_back(event(E::reopened, 107));
    CHECK(state_of(commitment) == S::planned);
    CHECK(state_since(commitment) == Date::from_days(107));
}

TEST_CASE("each person's own answer") {
    const StakeholderId anna{"aaaaa1"};
    const StakeholderId ben{"bbbbb2"};
    const StakeholderId carl{"ccccc3"};
    Commitment commitment;
    CHECK(state_for(commitment, anna) == S::planned);
    commitment.events = {event(E::asked, 1, {anna, ben}), event(E::agreed, 2, {anna})};
    CHECK(state_for(commitment, anna) == S::agreed);
    CHECK(state_for(commitment, ben) == S::asked);
    CHECK(state_for(commitment, carl) == S::planned);
    commitment.events.push_back(event(E::declined, 3, {ben}));
    commitment.events.push_back(event(E::asked, 4, {ben}));
    CHECK(state_for(commitment, anna) == S::agreed);
    CHECK(state_for(commitment, ben) == S::asked);
    commitment.events.push_back(event(E::kept, 5));
    CHECK(state_for(commitment, anna) == S::agreed);
    commitment.events.push_back(event(E::reopened, 6));
    CHECK(state_for(commitment, anna) == S::planned);
    CHECK(state_for(commitment, StakeholderId{}) == S::planned);
}

TEST_CASE("every move of a concern") {
    using K = ConcernEventKind;
    const std::set<std::pair<K, K>> legal{{K::raised, K::answered},   {K::raised, K::resolved},   {K::answered, K::resolved},
                                          {K::answered, K::reopened}, {K::resolved, K::reopened}, {K::reopened, K::answered},
                                          {K::reopened, K::resolved}};
    for (const auto& next : names_of<K>()) {
        CHECK(is_legal_move(Concern{}, next.value) == (next.value == K::raised));
        for (const auto& last : names_of<K>()) {
            INFO(last.key << " + " << next.key);
            Concern concern;
            concern.events = {{last.value, {}, {}}};
            CHECK(is_legal_move(concern, next.value) == legal.contains({last.value, next.value}));
        }
    }
    const auto state_with = [](K kind) {
        Concern concern;
        concern.events = {{kind, {}, {}}};
        return state_of(concern);
    };
    CHECK(state_of(Concern{}) == ConcernState::open);
    CHECK(state_with(K::raised) == ConcernState::open);
    CHECK(state_with(K::answered) == ConcernState::answered);
    CHECK(state_with(K::resolved) == ConcernState::resolved);
    CHECK(state_with(K::reopened) == ConcernState::open);
}

TEST_CASE("every move of a promise") {
    using K = PromiseEventKind;
    const std::set<std::pair<K, K>> legal{{K::made, K::kept}, {K::made, K::broken}, {K::kept, K::broken}, {K::broken, K::kept}};
    for (const auto& next : names_of<K>()) {
        CHECK(is_legal_move(OurPromise{}, next.value) == (next.value == K::made));
        for (const auto& last : names_of<K>()) {
            INFO(last.key << " + " << next.key);
            OurPromise promise;
            promise.events = {{last.value, {}, {}}};
            CHECK(is_legal_move(promise, next.value) == legal.contains({last.value, next.value}));
        }
    }
    OurPromise promise;
    CHECK(state_of(promise) == PromiseState::open);
    promise.events = {{K::made, {}, {}}, {K::kept, {}, {}}};
    CHECK(state_of(promise) == PromiseState::kept);
    promise.events.push_back({K::broken, {}, {}});
    CHECK(state_of(promise) == PromiseState::broken);
}

TEST_CASE("a commitment is open, kept or set aside", "[set_aside]") {
    for (const auto& state : names_of<S>()) {
        INFO(state.key);
        CHECK(is_set_aside(state.value) == (state.value == S::dropped || state.value == S::not_needed));
        CHECK(is_open(state.value) == (state.value != S::kept && !is_set_aside(state.value)));
    }
    Commitment commitment;
    CHECK(is_open(commitment));
    CHECK_FALSE(was_asked(commitment));
    commitment.events = {event(E::planned, 1), event(E::due, 1), event(E::dropped, 2)};
    CHECK(is_set_aside(commitment));
    CHECK(state_since(commitment) == Date::from_days(2));
    CHECK_FALSE(was_asked(commitment));
    CHECK_FALSE(is_dropped_by_removal(commitment));
    commitment.events = {event(E::asked, 1, {{"p00001"}}), event(E::declined, 2, {{"p00001"}})};
    CHECK(is_dropped_by_removal(commitment));
    commitment.events.push_back(event(E::dropped, 3));
    CHECK(was_asked(commitment));
    CHECK(state_for(commitment, {"p00001"}) == S::declined); // the last answer stays
    CHECK_FALSE(is_dropped_by_removal(commitment));
    commitment.events.push_back(event(E::reopened, 4));
    CHECK(is_dropped_by_removal(commitment));
    commitment.events = {event(E::asked, 1), event(E::kept, 2)};
    CHECK_FALSE(is_dropped_by_removal(commitment));
}

TEST_CASE("who asked last", "[set_aside]") {
    Commitment commitment;
    CHECK_FALSE(asked_by_them(commitment));
    commitment.events = {event(E::asked, 1), event(E::declined, 2), event(E::asked, 3)};
    commitment.events.back().by = Asker::them;
    CHECK(asked_by_them(commitment));
    commitment.events.push_back(event(E::agreed, 4));
    CHECK(asked_by_them(commitment));
    commitment.events.push_back(event(E::declined, 5));
    commitment.events.push_back(event(E::asked, 6));
    CHECK_FALSE(asked_by_them(commitment));
}

TEST_CASE("the day before which nothing happens holds until they say otherwise", "[set_aside]") {
    const auto day = Date::from_days(90);
    const auto with = [&](E kind, int on, std::optional<Date> named) {
        auto made = event(kind, on);
        made.not_before = named;
        return made;
    };
    Commitment commitment;
    CHECK_FALSE(not_before(commitment));
    commitment.events = {event(E::asked, 1), with(E::declined, 2, day)};
    CHECK(not_before(commitment) == day);
    // That we ask again takes nothing back, nor does it help to drop it.
    auto asked_again = commitment;
    asked_again.events.push_back(event(E::asked, 3));
    CHECK(not_before(asked_again) == day);
    auto dropped = commitment;
    dropped.events.push_back(event(E::dropped, 3));
    CHECK(not_before(dropped) == day);
    // They do.
    auto theirs = commitment;
    theirs.events.push_back(event(E::asked, 3));
    theirs.events.back().by = Asker::them;
    CHECK_FALSE(not_before(theirs));
    auto agreed = asked_again;
    agreed.events.push_back(with(E::agreed, 4, day + 5));
    CHECK(not_before(agreed) == day + 5);
    agreed.events.push_back(event(E::due, 4));
    CHECK(not_before(agreed) == day + 5);
    agreed.events.push_back(event(E::kept, 5));
    CHECK_FALSE(not_before(agreed));
    asked_again.events.push_back(event(E::agreed, 4));
    CHECK_FALSE(not_before(asked_again));
    commitment.events.push_back(event(E::reopened, 3));
    CHECK_FALSE(not_before(commitment));
}

TEST_CASE("a question is settled by its answer, a concern when it is resolved", "[set_aside]") {
    Concern concern;
    concern.events = {{ConcernEventKind::raised, Date::from_days(1), {}}};
    CHECK_FALSE(is_settled(concern));
    concern.events.push_back({ConcernEventKind::answered, Date::from_days(2), {}});
    CHECK_FALSE(is_settled(concern));
    concern.kind = ConcernKind::question;
    CHECK(is_settled(concern));
    CHECK(state_of(concern) == ConcernState::answered);
    concern.events.push_back({ConcernEventKind::reopened, Date::from_days(3), {}});
    CHECK_FALSE(is_settled(concern));
    concern.kind = ConcernKind::concern;
    concern.events.push_back({ConcernEventKind::resolved, Date::from_days(4), {}});
    CHECK(is_settled(concern));
}
