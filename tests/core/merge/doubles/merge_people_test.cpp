#include "core/merge/doubles/merge_people.hpp"

#include "core/model/edit/edit.hpp"
#include "core/model/edit/references.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/told_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <type_traits>

using namespace middleground;
using namespace middleground::test;

namespace {

bool has_text(const std::vector<std::string>& texts, const std::string& text) {
    return std::ranges::any_of(texts, [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

Deal with_both(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone, const FieldChoices& choices = {}) {
    const auto edit = merging_people(deal, kept, gone, choices, today());
    REQUIRE((edit ? "" : edit.error().message()) == "");
    auto after = apply(deal, *edit, today());
    REQUIRE((after ? "" : after.error().message()) == "");
    return *after;
}

FieldChoices turned(FieldChoices choices) {
    for (auto& [field, side] : choices) side = side == MergeSide::mine ? MergeSide::theirs : side == MergeSide::theirs ? MergeSide::mine : side;
    return choices;
}

// Whatever order does not matter for.
Deal as_content(Deal deal, const StakeholderId& id) {
    const auto by_id = [](auto& list) { std::ranges::sort(list, {}, [](const auto& one) { return one.id; }); };
    by_id(deal.stakeholders);
    for (auto& person : deal.stakeholders) {
        if (person.id != id) continue;
        std::ranges::sort(person.stances, {}, [](const StanceEvent& one) { return std::tuple(one.on, one.stance, one.why); });
        person.contact = person.notes = person.problem = person.needed_outcome = {};
        person.origin.reset();
        std::ranges::sort(person.fields, {}, &OwnField::name);
        std::ranges::sort(person.tags, {}, &Tag::name);
    }
    if (deal.origin) deal.origin->removed.clear();
    std::ranges::sort(deal.influences, {}, [](const Influence& line) { return std::pair(line.from, line.to); });
    for (auto& commitment : deal.commitments) {
        std::ranges::sort(commitment.people);
        for (auto& event : commitment.events) std::ranges::sort(event.who);
    }
    for (auto& interaction : deal.interactions) std::ranges::sort(interaction.people);
    return deal;
}

void rename(Deal& deal, const StakeholderId& from, const StakeholderId& to) {
    for_each_reference(deal, [&]<typename I>(I& id) {
        if constexpr (std::is_same_v<I, StakeholderId>) {
            if (id == from) id = to;
        }
    });
    for (auto& person : deal.stakeholders) {
        if (person.id == from) person.id = to;
    }
}

}

TEST_CASE("two people that are one have everything of both", "[merge_people]") {
    int merged = 0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        if (deal.stakeholders.size() < 2) continue;
        const auto& one = deal.stakeholders[random.below(static_cast<std::uint32_t>(deal.stakeholders.size()))];
        const auto& other = deal.stakeholders[random.below(static_cast<std::uint32_t>(deal.stakeholders.size()))];
        const auto question = people_side_by_side(deal, one.id, other.id, today());
        if (one.id == other.id) {
            REQUIRE_FALSE(question);
            REQUIRE_FALSE(merging_people(deal, one.id, other.id, {}, today()));
            continue;
        }
        REQUIRE(question);
        FieldChoices choices;
        for (const auto& field : question->fields) {
            REQUIRE(std::ranges::find(field.choices, field.usual) != field.choices.end());
            choices[field.field] = field.choices[random.below(static_cast<std::uint32_t>(field.choices.size()))];
        }
        const auto edit = merging_people(deal, one.id, other.id, choices, today());
        REQUIRE(edit);
        const auto after = apply(deal, *edit, today());
        if (!after) continue; // notes that are too long together are refused with words
        ++merged;
        REQUIRE(validate(*after, today()).empty());
        REQUIRE(after->stakeholders.size() + 1 == deal.stakeholders.size());
        const auto texts = texts_of(*after);
        for (const auto& text : texts_of(deal)) {
            INFO(text);
            REQUIRE(has_text(texts, text));
        }
        // Stances that both had alike stand once; nothing else may be fewer.
        std::set<std::string> before, later;
        std::ranges::copy(events_of(deal), std::inserter(before, before.end()));
        std::ranges::copy(events_of(*after), std::inserter(later, later.end()));
        REQUIRE(before == later);
        REQUIRE(after->interactions.size() == deal.interactions.size());
        REQUIRE(after->concerns.size() == deal.concerns.size());
        auto copy = *after;
        for_each_reference(copy, [&]<typename I>(const I& id) {
            if constexpr (std::is_same_v<I, StakeholderId>) REQUIRE(id != other.id);
        });
        // The other way round it is the same but for the id, and for the order in which both texts stand.
        const auto back = merging_people(deal, other.id, one.id, turned(choices), today());
        REQUIRE(back);
        auto turned_deal = apply(deal, *back, today());
        REQUIRE(turned_deal);
        rename(*turned_deal, other.id, one.id);
        REQUIRE(as_content(*turned_deal, one.id) == as_content(*after, one.id));
    }
    CHECK(merged > 200);
}

TEST_CASE("what names one of them names the other afterwards", "[merge_people]") {
    auto deal = example_deal();
    auto& one = *std::ranges::find(deal.stakeholders, elena, &Stakeholder::id);
    auto& other = *std::ranges::find(deal.stakeholders, tom, &Stakeholder::id);
    one.name = "E. Brandt";
    one.contact = "elena@acme.example";
    one.title = "CFO";
    one.notes = "Likes numbers.";
    other.name = "Elena Brandt";
    other.contact = "+49 30 12345";
    other.title = "Head of finance";
    other.notes = "Skis.";
    deal.snoozes = {{"ask " + tom.text, today() + 3}};
    const auto question = people_side_by_side(deal, elena, tom, today());
    REQUIRE(question);
    const auto field = [&](std::string_view key) {
        const auto found = std::ranges::find(question->fields, key, &FieldOfTwo::field);
        REQUIRE(found != question->fields.end());
        return *found;
    };
    CHECK(field("name").usual == MergeSide::theirs);
    CHECK(field("name").gone == "Elena Brandt");
    CHECK(field("contact").usual == MergeSide::both);
    CHECK(field("title").choices == std::vector{MergeSide::mine, MergeSide::theirs});
    const auto after = with_both(deal, elena, tom, {{"title", MergeSide::mine}});
    const auto& both = *find(after, elena);
    CHECK(find(after, tom) == nullptr);
    CHECK(both.name == "Elena Brandt");
    CHECK(both.title == "CFO");
    CHECK(both.contact == "elena@acme.example, +49 30 12345");
    CHECK(both.notes.starts_with("Likes numbers.\nSkis.\nThe other entry said: "));
    CHECK(both.notes.find("Title: Head of finance") != std::string::npos);
    CHECK(both.notes.find("Name: E. Brandt") != std::string::npos);
    CHECK(after.snoozes == std::vector<Snooze>{{"ask " + elena.text, today() + 3}});
    CHECK(std::ranges::none_of(after.influences, [](const Influence& line) { return line.from == line.to; }));
}

TEST_CASE("of two lines of influence the stronger stays, and the other is noted", "[merge_people]") {
    Deal deal;
    deal.id = {"dddddd"};
    deal.opened = deal.created = today() - 30;
    for (const auto* name : {"Anna Berg", "Anna Berg", "Tom Reyes"}) {
        Stakeholder person;
        person.id = {"a0000" + std::to_string(deal.stakeholders.size())};
        person.created = deal.opened;
        person.name = name;
        deal.stakeholders.push_back(person);
    }
    const StakeholderId one{"a00000"}, other{"a00001"}, third{"a00002"};
    deal.influences = {{one, third, 300, deal.opened, {}}, {other, third, 700, deal.opened, {}}, {other, one, 400, deal.opened, {}}, {third, other, 200, deal.opened, {}}};
    const auto after = with_both(deal, one, other);
    REQUIRE(after.influences.size() == 2);
    CHECK(after.influences[0] == Influence{one, third, 700, deal.opened, {}});
    CHECK(after.influences[1] == Influence{third, one, 200, deal.opened, {}});
    CHECK(find(after, one)->notes == "The other entry said: Influence on Tom Reyes: 30.0 %; Influence on Anna Berg (1): 40.0 %");
}

TEST_CASE("stances of one day end with that of whom is kept, and the next import leaves the other record out", "[merge_people]") {
    auto deal = example_deal();
    auto& one = *std::ranges::find(deal.stakeholders, elena, &Stakeholder::id);
    auto& other = *std::ranges::find(deal.stakeholders, tom, &Stakeholder::id);
    one.stances = {{today() - 9, Stance::neutral, "call"}, {today() - 2, Stance::supportive, "mine"}};
    other.stances = {{today() - 9, Stance::neutral, "call"}, {today() - 2, Stance::opposed, "theirs"}};
    deal.origin = DealOrigin{};
    one.origin = PersonOrigin{};
    one.origin->id = "003A";
    other.origin = PersonOrigin{};
    other.origin->id = "003B";
    const auto after = with_both(deal, elena, tom);
    const auto& stances = find(after, elena)->stances;
    REQUIRE(stances.size() == 3);
    CHECK(stances[1].why == "theirs");
    CHECK(stances[2].why == "mine");
    CHECK(after.origin->removed == std::vector<RemovedPerson>{{"003B"}});
    CHECK(find(with_both(deal, tom, elena), tom)->stances.back().why == "theirs");
}

TEST_CASE("merging with oneself, with nobody, or by a choice that is none is refused with words", "[merge_people]") {
    const auto deal = example_deal();
    CHECK(people_side_by_side(deal, elena, elena, today()).error().what == "A person cannot be merged with themselves");
    CHECK(merging_people(deal, elena, {"zzzzzz"}, {}, today()).error().what == "That person is no longer in the deal");
    CHECK(merging_people(deal, elena, {}, {}, today()).error().what == "That person is no longer in the deal");
    CHECK(merging_people(deal, elena, tom, {{"name", MergeSide::both}}, today()).error().what == "This cannot be chosen");
    const auto same = apply(deal, edit::MergePeople{elena, *find(deal, elena)}, today());
    REQUIRE_FALSE(same);
    CHECK(same.error().what == "A person cannot be merged with themselves");
    CHECK_FALSE(apply(deal, edit::MergePeople{{"zzzzzz"}, *find(deal, elena)}, today()));
}
