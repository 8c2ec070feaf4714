#include "core/model/edit/edit.hpp"
#include "core/merge/merge.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::uint64_t deals = 1000;

Deal edited(Random& random, Deal deal, int edits) {
    for (int i = 0; i < edits; ++i) {
        if (auto next = apply(deal, random_edit(random, deal), today())) deal = std::move(*next);
    }
    return deal;
}

Deal plainly(const MergeInput& input) {
    const auto conflicts = merge(input).conflicts;
    INFO((conflicts.empty() ? "" : conflicts.front().name + ", " + conflicts.front().label));
    REQUIRE(conflicts.empty());
    auto deal = merged(input, {}, today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    return std::move(*deal);
}

// Lists in which only the elements count in an order of their own.
Deal as_content(Deal deal) {
    const auto by_id = [](auto& list) { std::ranges::sort(list, {}, [](const auto& one) { return one.id; }); };
    by_id(deal.stakeholders);
    by_id(deal.commitments);
    by_id(deal.promises);
    by_id(deal.interactions);
    by_id(deal.concerns);
    std::ranges::sort(deal.influences, {}, [](const Influence& line) { return std::pair(line.from, line.to); });
    std::ranges::sort(deal.alternatives, {}, [](const Alternative& one) { return std::tuple(one.name, one.kind, one.notes); });
    std::ranges::sort(deal.tags, {}, &Tag::name);
    std::ranges::sort(deal.fields, {}, &OwnField::name);
    for (auto& person : deal.stakeholders) {
        std::ranges::sort(person.tags, {}, &Tag::name);
        std::ranges::sort(person.fields, {}, &OwnField::name);
    }
    std::ranges::sort(deal.snoozes, {}, [](const Snooze& one) { return std::pair(one.what, one.until); });
    std::ranges::sort(deal.links, {}, [](const DocumentLink& link) { return std::tuple(link.url, link.title); });
    const auto by_value = [](std::vector<Value>& list) {
        std::ranges::sort(list, {}, [](const Value& one) { return std::tuple(one.to, one.what, one.outcome); });
    };
    for (auto& commitment : deal.commitments) {
        by_value(commitment.value_offered);
        std::ranges::sort(commitment.prerequisites);
        std::ranges::sort(commitment.people);
    }
    for (auto& interaction : deal.interactions) {
        by_value(interaction.value_given);
        std::ranges::sort(interaction.people);
        std::ranges::sort(interaction.asks);
        std::ranges::sort(interaction.concerns);
    }
    return deal;
}

std::set<MergePlace> places_of(const Merge& merge) {
    std::set<MergePlace> places;
    for (const auto& conflict : merge.conflicts) {
        places.insert(conflict.place);
    }
    return places;
}

std::vector<MergeChoice> choices_for(Random& random, const Merge& merge, std::optional<MergeSide> always) {
    std::vector<MergeChoice> choices;
    for (const auto& conflict : merge.conflicts) {
        const auto drawn = conflict.choices[random.below(static_cast<std::uint32_t>(conflict.choices.size()))];
        choices.push_back({always.value_or(drawn), make_id_text(random)});
    }
    return choices;
}

// The answer validates or says why not, whatever is chosen. How many could not be had.
int check_every_way(Random& random, const MergeInput& input) {
    const auto question = merge(input);
    REQUIRE(places_of(question).size() == question.conflicts.size());
    int refused = 0;
    for (const auto always : {std::optional(MergeSide::mine), std::optional(MergeSide::theirs), std::optional<MergeSide>()}) {
        const auto deal = merged(input, choices_for(random, question, always), today());
        if (deal) {
            REQUIRE(validate(*deal, today()).empty());
        } else {
            REQUIRE_FALSE(deal.error().what.empty());
            ++refused;
        }
    }
    return refused;
}

template <typename T, typename M>
void expect_question(const Merge& merge, MergeKind kind, const std::string& id, std::string_view field, const T& base, const T& mine,
                     const T& theirs, M T::*member) {
    if (mine.*member == theirs.*member || mine.*member == base.*member || theirs.*member == base.*member) return;
    INFO(field << " of " << key_of(kind) << ' ' << id);
    REQUIRE(places_of(merge).contains({kind, id, std::string(field)}));
}

}

TEST_CASE("a deal merged with itself is the same, and with its base it is the changed one") {
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto base = random_deal(random);
        const auto changed = edited(random, base, 6);
        REQUIRE(merge({&base, changed, changed, today()}).is_nothing());
        REQUIRE(plainly({&base, changed, changed, today()}) == changed);
        REQUIRE(plainly({nullptr, changed, changed, today()}) == changed);
        REQUIRE(plainly({&base, base, changed, today()}) == changed);
        REQUIRE(plainly({&base, changed, base, today()}) == changed);
        REQUIRE(merge({&base, changed, base, today()}).is_nothing());
        // Whatever is changed is said.
        REQUIRE(merge({&base, base, changed, today()}).changes.empty() == same_content(base, changed));
    }
}

TEST_CASE("changes that ask no question give the same, whoever merges; every question is asked on both sides") {
    int without_question = 0;
    int with_question = 0;
    int refused = 0;
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto base = random_deal(random);
        const int edits = between(random, 1, 5);
        const auto mine = edited(random, base, edits);
        const auto theirs = edited(random, base, edits);
        const MergeInput input{&base, mine, theirs, today()};
        const MergeInput swapped{&base, theirs, mine, today()};
        const auto question = merge(input);
        REQUIRE(places_of(question) == places_of(merge(swapped)));
        if (question.conflicts.empty()) {
            const auto one = merged(input, {}, today());
            const auto other = merged(swapped, {}, today());
            REQUIRE(one.has_value() == other.has_value());
            if (one) {
                REQUIRE(as_content(*one) == as_content(*other));
                // Nothing is new after that.
                REQUIRE(merge({&theirs, *one, theirs, today()}).is_nothing());
            }
            ++without_question;
        } else {
            ++with_question;
        }
        refused += check_every_way(random, input);
    }
    // The generator has to reach both, or the property says little.
    CHECK(without_question > 100);
    CHECK(with_question > 100);
    CHECK(refused < static_cast<int>(3 * deals / 50));
}

TEST_CASE("no question is lost") {
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto base = random_deal(random);
        const auto mine = edited(random, base, 8);
        const auto theirs = edited(random, base, 8);
        const auto question = merge({&base, mine, theirs, today()});
        const auto deal = [&](std::string_view field, auto member) {
            expect_question(question, MergeKind::deal, {}, field, base, mine, theirs, member);
        };
        deal("title", &Deal::title);
        deal("account", &Deal::account);
        deal("amount", &Deal::amount);
        deal("notes", &Deal::notes);
        deal("outcome", &Deal::outcome);
        for (const auto& person : base.stakeholders) {
            const auto* one = find(mine, person.id);
            const auto* other = find(theirs, person.id);
            if (!one || !other) continue;
            expect_question(question, MergeKind::stakeholder, person.id.text, "name", person, *one, *other, &Stakeholder::name);
            expect_question(question, MergeKind::stakeholder, person.id.text, "notes", person, *one, *other, &Stakeholder::notes);
            expect_question(question, MergeKind::stakeholder, person.id.text, "influence", person, *one, *other, &Stakeholder::influence);
        }
        for (const auto& commitment : base.commitments) {
            const auto* one = find(mine, commitment.id);
            const auto* other = find(theirs, commitment.id);
            if (!one || !other) continue;
            expect_question(question, MergeKind::commitment, commitment.id.text, "title", commitment, *one, *other, &Commitment::title);
            expect_question(question, MergeKind::commitment, commitment.id.text, "ask", commitment, *one, *other, &Commitment::ask);
        }
        // What both added to a log is there, or asked.
        const auto result = merged({&base, mine, theirs, today()}, choices_for(random, question, MergeSide::mine), today());
        if (!result) continue;
        for (const auto& person : result->stakeholders) {
            const auto* other = find(theirs, person.id);
            if (!other || !find(mine, person.id) || places_of(question).contains({MergeKind::stakeholder, person.id.text, "stances"}))
                continue;
            for (const auto& event : other->stances) {
                REQUIRE(std::ranges::find(person.stances, event) != person.stances.end());
            }
        }
    }
}

TEST_CASE("deals that have nothing to do with each other, with and without a base") {
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto mine = random_deal(random);
        const auto theirs = random_deal(random);
        const auto base = one_in(random, 2) ? edited(random, mine, 20) : random_deal(random);
        const auto one_of = [&](const MergeInput& input) {
            const auto deal = merged(input, choices_for(random, merge(input), {}), today());
            REQUIRE((deal ? validate(*deal, today()).empty() : !deal.error().what.empty()));
        };
        if (one_in(random, 2)) {
            one_of({&base, mine, theirs, today()});
        } else if (one_in(random, 2)) {
            one_of({nullptr, mine, theirs, today()});
        } else {
            one_of({nullptr, mine, edited(random, mine, 10), today()});
        }
    }
}
