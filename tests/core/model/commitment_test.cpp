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
