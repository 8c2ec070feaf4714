#include "core/model/playbooks/edition_changes.hpp"

#include "core/model/playbooks/playbook_edits.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace middleground;
using namespace middleground::test;

namespace {

using enum EditionChangeKind;

Playbook first_edition() {
    auto playbook = new_playbook("p1ayb0", "Depot rollout");
    playbook = with_new_step(playbook, {}, "Time").value();
    return with_new_step(playbook, "time", "See").value();
}

Deal deal_of(const Playbook& playbook) {
    Random random(3);
    return start_deal(playbook, "Rollout", "Brightwater", today() - 30, random);
}

Deal with(Deal deal, const std::vector<Edit>& edits) {
    for (const auto& one : edits) {
        auto next = apply(std::move(deal), one, today());
        REQUIRE((next ? "" : next.error().message()) == "");
        deal = std::move(*next);
    }
    return deal;
}

Commitment& commitment(Deal& deal, std::string_view step) {
    const auto found = std::ranges::find(deal.commitments, step, &Commitment::step);
    REQUIRE(found != deal.commitments.end());
    return *found;
}

Playbook changed(const Playbook& of, std::string_view id, const std::function<void(PlaybookStep&)>& change) {
    auto step = *find_step(of, id);
    change(step);
    auto next = with_step(of, step).value();
    ++next.edition;
    return next;
}

std::vector<Edit> edits(const Deal& deal, const Playbook& now, const std::vector<EditionChange>& taken) {
    Random random(11);
    const auto all = edits_to_take(deal, now, taken, today(), random);
    REQUIRE((all ? "" : all.error().message()) == "");
    return *all;
}

}

TEST_CASE("a deal notes the edition that it was planned with, and forecasts are made of that") {
    const auto playbook = first_edition();
    const auto deal = deal_of(playbook);
    REQUIRE(deal.planned_with);
    CHECK(deal.planned_with->edition == 1);
    CHECK(edition_changes(deal, playbook).empty());
    CHECK(playbook_of({}, deal) == &*deal.planned_with);
    CHECK(playbook_of({playbook}, deal)->id == playbook.id);
    auto later = playbook;
    ++later.edition;
    const std::vector<Playbook> known{later};
    CHECK(playbook_of(known, deal) == &*deal.planned_with);
    Random random(3);
    auto shipped = playbook;
    shipped.edition = 0;
    CHECK_FALSE(start_deal(shipped, "a", "b", today(), random).planned_with);
}

TEST_CASE("a new step, a title, days and odds are offered and taken, one by one or all") {
    auto now = with_new_step(first_edition(), "time", "Count the cost").value();
    now = changed(now, "see", [](PlaybookStep& step) {
        step.title = "See two depots";
        set_days(step, StepDay::most, 90);
        set_kept_of_ten(step, 3);
    });
    const auto deal = deal_of(first_edition());
    const auto changes = edition_changes(deal, now);
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].kind == new_step);
    CHECK(changes[0].title == "Count the cost");
    CHECK(changes[1] == EditionChange{title, "see", "See", "See", "See two depots"});
    CHECK(changes[2].kind == days);
    CHECK(changes[3] == EditionChange{odds, "see", "See", "7 in 10", "3 in 10"});
    CHECK(changes[4].kind == prerequisites);

    SECTION("all of them give what a deal that starts now has") {
        auto taken = with(deal, edits(deal, now, changes));
        CHECK(validate(taken, today()).empty());
        CHECK(edition_changes(taken, now).empty());
        CHECK(taken.planned_with->edition == now.edition);
        REQUIRE(taken.commitments.size() == now.steps.size());
        for (std::size_t i = 0; i < now.steps.size(); ++i) {
            CHECK(taken.commitments[i].step == now.steps[i].id);
            CHECK(taken.commitments[i].title == now.steps[i].title);
        }
        CHECK(commitment(taken, "see").prerequisites == std::vector{commitment(taken, "count-the-cost").id});
    }
    SECTION("each alone leaves the others to be taken") {
        for (const auto& one : changes) {
            const auto taken = with(deal, edits(deal, now, {one}));
            CHECK(validate(taken, today()).empty());
            CHECK(taken.planned_with->edition == 1);
            const auto left = edition_changes(taken, now);
            CHECK(std::ranges::none_of(left, [&](const EditionChange& other) { return other.kind == one.kind && other.step == one.step; }));
        }
    }
}

TEST_CASE("what is kept, agreed or declined, and what the seller edited, is not touched") {
    auto now = changed(first_edition(), "time", [](PlaybookStep& step) { step.title = "An hour"; step.days_max = 99; });
    auto deal = deal_of(first_edition());
    for (const auto kind : {CommitmentEventKind::agreed, CommitmentEventKind::declined, CommitmentEventKind::kept}) {
        auto one = deal;
        commitment(one, "time").events = {{CommitmentEventKind::asked, today() - 9, {}, {}, {}, {}}, {kind, today() - 5, {}, {}, {}, {}}};
        CHECK(edition_changes(one, now).empty());
    }
    commitment(deal, "time").title = "My own words";
    const auto changes = edition_changes(deal, now);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == days);
    CHECK(commitment(deal, "time").title == "My own words");
    auto taken = with(deal, edits(deal, now, changes));
    CHECK(commitment(taken, "time").title == "My own words");
    deal.outcome = Won{today()};
    CHECK(edition_changes(deal, now).empty());
}

TEST_CASE("a step that left the playbook leaves the plan only where nobody was asked for it") {
    auto now = without_step(first_edition(), "see").value();
    ++now.edition;
    auto deal = deal_of(first_edition());
    const auto changes = edition_changes(deal, now);
    REQUIRE_FALSE(changes.empty());
    auto taken = with(deal, edits(deal, now, changes));
    CHECK(taken.commitments.size() == 2);
    CHECK(commitment(taken, "decision").prerequisites == std::vector{commitment(taken, "time").id});
    commitment(deal, "see").events = {{CommitmentEventKind::asked, today() - 9, {}, {}, {}, {}}};
    CHECK(std::ranges::none_of(edition_changes(deal, now), [](const EditionChange& one) { return one.kind == gone_step; }));
}

TEST_CASE("whatever became of a playbook, all of it can be taken, and then nothing is left to take") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        INFO(seed);
        Random random(seed);
        const auto before = random_playbook(random, "p1ayb0");
        auto now = random_playbook(random, "p1ayb0");
        now.edition = before.edition + 1;
        const auto deal = start_deal(before, "One", "Two", today() - 10, random);
        const auto changes = edition_changes(deal, now);
        const auto made = edits_to_take(deal, now, changes, today(), random);
        if (!made) continue;
        auto taken = Result<Deal>(deal);
        for (const auto& one : *made) {
            if (taken) taken = apply(*taken, one, today());
        }
        if (!taken) continue; // two steps that changed places need a step between
        CHECK(validate(*taken, today()).empty());
        CHECK(taken->planned_with == planned_with(now));
        CHECK(edition_changes(*taken, now).empty());
    }
}
