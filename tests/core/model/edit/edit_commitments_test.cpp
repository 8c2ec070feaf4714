#include "core/model/edit/edit.hpp"

#include "core/base/random.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace middleground;
using namespace middleground::test;

namespace {

Commitment commitment(std::string id, std::string title) {
    Commitment commitment;
    commitment.id = {std::move(id)};
    commitment.created = today();
    commitment.title = std::move(title);
    return commitment;
}

CommitmentEvent event(CommitmentEventKind kind, int days_ago = 0) {
    return {kind, today() - days_ago, {}, {}, {}, {}};
}

std::string titles(const Deal& deal) {
    std::string text;
    for (const auto& one : deal.commitments) {
        text += (text.empty() ? "" : ", ") + one.title;
    }
    return text;
}

}

TEST_CASE("the first commitment of a plan decides, a later one may take the decision over") {
    Deal deal;
    deal.id = {"d00001"};
    deal.opened = deal.created = today();
    deal = apply(deal, edit::PutCommitment{commitment("c00001", "One")}, today()).value();
    CHECK(deal.commitments[0].decides);
    deal = apply(deal, edit::PutCommitment{commitment("c00002", "Two")}, today()).value();
    CHECK(deal.commitments[0].decides);
    auto three = commitment("c00003", "Three");
    three.decides = true;
    deal = apply(deal, edit::PutCommitment{three}, today()).value();
    CHECK_FALSE(deal.commitments[0].decides);
    CHECK(deal.commitments[2].decides);

    three.decides = false;
    const auto nobody = apply(deal, edit::PutCommitment{three}, today());
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().what == "No commitment in the plan is the decision");
}

TEST_CASE("putting a commitment leaves its events alone") {
    const auto before = example_deal();
    auto changed = before.commitments[0];
    changed.title = "Explore";
    changed.events.clear();
    const auto after = apply(before, edit::PutCommitment{changed}, today()).value();
    CHECK(after.commitments[0].title == "Explore");
    CHECK(after.commitments[0].events == before.commitments[0].events);
}

TEST_CASE("a cycle is refused by name") {
    auto changed = example_deal().commitments[0];
    changed.prerequisites = {start};
    const auto result = apply(example_deal(), edit::PutCommitment{changed}, today());
    REQUIRE_FALSE(result);
    CHECK(result.error().what == "Commitments wait for each other: \"Explore change\", which waits for \"Start\", which waits for "
                                 "\"Invest\", which waits for \"Build consensus\", "
                                 "which waits for \"Explore change\"");
}

TEST_CASE("what waited for a removed commitment waits for its prerequisites") {
    auto deal = apply(example_deal(), edit::RemoveCommitment{consensus}, today()).value();
    CHECK(titles(deal) == "Explore change, Invest, Start");
    CHECK(deal.commitments[1].prerequisites == std::vector{explore});
    REQUIRE(deal.interactions[0].next);
    CHECK(deal.interactions[0].next->commitment.empty()); // the day stays
    CHECK(deal.interactions[0].next->on == today() - 10);

    deal = apply(deal, edit::RemoveCommitment{explore}, today()).value();
    CHECK(deal.commitments[0].prerequisites.empty());
    CHECK(deal.interactions[0].asks.empty());
    CHECK_FALSE(apply(deal, edit::RemoveCommitment{explore}, today()));
}

TEST_CASE("inherited prerequisites take the place of the removed one, each once") {
    auto deal = example_deal();
    deal.commitments[1].prerequisites = {explore};
    deal.commitments[3].prerequisites = {explore, consensus, invest};
    const auto after = apply(deal, edit::RemoveCommitment{consensus}, today()).value();
    CHECK(after.commitments[2].prerequisites == std::vector{explore, invest});
}

TEST_CASE("a next step that was only the removed commitment goes with it") {
    auto deal = example_deal();
    deal.interactions[0].next = NextStep{consensus, {}, {}};
    CHECK_FALSE(apply(deal, edit::RemoveCommitment{consensus}, today()).value().interactions[0].next);
}

TEST_CASE("when the deciding commitment is removed the last of the plan decides") {
    auto deal = apply(example_deal(), edit::MoveCommitment{start, 0}, today()).value(); // listed first, still last in the plan
    deal = apply(deal, edit::RemoveCommitment{invest}, today()).value();
    CHECK(find(deal, start)->decides);
    deal = apply(deal, edit::RemoveCommitment{start}, today()).value();
    CHECK(find(deal, consensus)->decides);
    deal = apply(deal, edit::RemoveCommitment{consensus}, today()).value();
    deal = apply(deal, edit::RemoveCommitment{explore}, today()).value();
    CHECK(deal.commitments.empty());
}

TEST_CASE("moving puts a commitment at its new place") {
    struct Row {
        CommitmentId id;
        int to;
        std::string titles;
    };
    for (const auto& row :
         {Row{explore, 0, "Explore change, Build consensus, Invest, Start"},
          Row{explore, 1, "Build consensus, Explore change, Invest, Start"},
          Row{explore, 3, "Build consensus, Invest, Start, Explore change"},
          Row{explore, 99, "Build consensus, Invest, Start, Explore change"},
          Row{start, 0, "Start, Explore change, Build consensus, Invest"}, Row{start, -5, "Start, Explore change, Build consensus, Invest"},
          Row{invest, 1, "Explore change, Invest, Build consensus, Start"}}) {
        CHECK(titles(apply(example_deal(), edit::MoveCommitment{row.id, row.to}, today()).value()) == row.titles);
    }
    CHECK_FALSE(apply(example_deal(), edit::MoveCommitment{{"zzzzzz"}, 0}, today()));
}

TEST_CASE("events are recorded or refused in plain words") {
    using K = CommitmentEventKind;
    struct Row {
        std::vector<CommitmentEvent> before;
        CommitmentEvent event;
        std::string message; // empty: accepted
    };
    for (const auto& row :
         {Row{{}, event(K::planned), ""}, Row{{}, event(K::asked), ""}, Row{{}, event(K::due), ""},
          Row{{}, event(K::agreed), "Build consensus cannot be agreed: it has not been asked for yet. First record that it was asked for."},
          Row{{}, event(K::reopened), "Build consensus is already planned."},
          Row{{event(K::asked, 3)}, event(K::asked), "Build consensus is already asked for."},
          Row{{event(K::asked, 3)},
              event(K::broken),
              "Build consensus cannot be broken: it has been asked for but not agreed yet. First record the answer."},
          Row{{event(K::asked, 3)}, event(K::kept, 3), ""},
          Row{{event(K::asked, 3), event(K::kept, 3)},
              event(K::declined),
              "Build consensus cannot be declined: it is kept. Reopen it first."},
          Row{{event(K::asked, 3), event(K::kept, 3)}, event(K::kept), "Build consensus is already kept."},
          Row{{event(K::asked, 30), event(K::declined, 28)},
              event(K::asked, 29),
              "Build consensus was declined on 2 Jun, after the day you chose. Choose 2 Jun or a later day."},
          Row{{event(K::asked, 30), event(K::due, 20)},
              event(K::agreed, 25),
              ""},
          Row{{},
              event(K::asked, -1),
              "The day of the event \"asked\", 1 Jul, is in the future (commitment 2, \"Build consensus\"). Choose today or an earlier "
              "day."},
          Row{{},
              event(K::asked, 41),
              "The day of the event \"asked\", 20 May, is before the deal was opened on 21 May (commitment 2, \"Build consensus\"). "
              "Choose a later day, or change the day the deal was opened."}}) {
        auto deal = example_deal();
        deal.commitments[1].events = row.before;
        const auto result = apply(deal, edit::AddCommitmentEvent{consensus, row.event}, today());
        INFO(row.message);
        if (row.message.empty()) {
            REQUIRE(result);
            CHECK(std::ranges::count(result->commitments[1].events, row.event) == 1);
        } else {
            REQUIRE_FALSE(result);
            CHECK(result.error().message() == row.message);
        }
    }
    CHECK_FALSE(apply(example_deal(), edit::AddCommitmentEvent{{"zzzzzz"}, event(K::asked)}, today()));
    auto stranger = event(K::asked);
    stranger.who = {{"zzzzzz"}};
    CHECK_FALSE(apply(example_deal(), edit::AddCommitmentEvent{consensus, stranger}, today()));
}

TEST_CASE("what happened earlier goes where its day belongs, whatever was written down since", "[insert_by_day]") {
    using K = CommitmentEventKind;
    auto deal = example_deal();
    auto due = event(K::due, 0);
    due.due = today() + 20;
    deal.commitments[1].events = {due}; // a plan was taken in today
    for (const auto& one : {event(K::asked, 1), event(K::agreed, 1), event(K::due, 1)}) {
        deal = apply(deal, edit::AddCommitmentEvent{consensus, one}, today()).value();
    }
    const auto& commitment = *find(deal, consensus);
    CHECK(commitment.events == std::vector{event(K::asked, 1), event(K::agreed, 1), event(K::due, 1), due});
    CHECK(state_of(commitment) == CommitmentState::agreed);
    CHECK(due_of(commitment) == today() + 20); // what was said of it later counts
    CHECK(validate(deal, today()).empty());

    // It was in the plan by the day on which it was asked for.
    deal.commitments[1].events = {event(K::planned, 0), due};
    deal = apply(deal, edit::AddCommitmentEvent{consensus, event(K::asked, 3)}, today()).value();
    CHECK(find(deal, consensus)->events == std::vector{event(K::planned, 3), event(K::asked, 3), due});
    CHECK(validate(deal, today()).empty());

    // They agreed and thought better of it.
    deal.commitments[1].events = {event(K::asked, 9), event(K::declined, 4)};
    deal = apply(deal, edit::AddCommitmentEvent{consensus, event(K::agreed, 6)}, today()).value();
    CHECK(state_of(*find(deal, consensus)) == CommitmentState::declined);
    CHECK(find(deal, consensus)->events[1] == event(K::agreed, 6));

    // A contradiction stays one, and a due date is not named as its reason.
    deal.commitments[1].events = {event(K::asked, 9), event(K::kept, 4), due};
    const auto refused = apply(deal, edit::AddCommitmentEvent{consensus, event(K::reopened, 6)}, today());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message() == "Build consensus was kept on 26 Jun, after the day you chose. Choose 26 Jun or a later day.");
    CHECK_FALSE(apply(deal, edit::AddCommitmentEvent{consensus, event(K::agreed, 3)}, today())); // after it was kept
}

TEST_CASE("an event of an earlier day leaves a deal valid, and what later days say of it counts", "[insert_by_day]") {
    using K = CommitmentEventKind;
    constexpr K kinds[]{K::asked, K::agreed, K::declined, K::kept, K::broken, K::due, K::reopened, K::dropped, K::not_needed};
    int inserted = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = example_deal();
        auto& events = deal.commitments[1].events;
        events.clear();
        for (int i = 0; i < 8; ++i) {
            const auto kind = kinds[random.below(static_cast<std::uint32_t>(std::size(kinds)))];
            const auto days = static_cast<int>(random.below(30));
            auto next = event(kind, days);
            if (kind == K::due && random.below(4) > 0) next.due = today() + static_cast<int>(random.below(60));
            const auto before = find(deal, consensus)->events;
            const auto after = apply(deal, edit::AddCommitmentEvent{consensus, next}, today());
            CHECK(after.has_value() == fits_on(*find(deal, consensus), kind, next.on));
            if (!after) continue;
            CHECK(validate(*after, today()).empty());
            const auto& now = *find(*after, consensus);
            CHECK(now.events.size() == before.size() + 1);
            CHECK(std::ranges::is_sorted(now.events, {}, &CommitmentEvent::on));
            inserted += now.events.back() == next ? 0 : 1;
            // Nobody who recorded a thing in time would find another deal, but for two events of one day.
            const auto later = std::ranges::find_if(before, [&](const auto& one) { return one.on > next.on; });
            const bool says_more = std::any_of(later, before.end(), [](const auto& one) { return one.kind != K::due; });
            if (!says_more) CHECK(state_of(now) == state_after(state_on(*find(deal, consensus), next.on), kind));
            const bool due_later = std::any_of(later, before.end(), [](const auto& one) { return one.kind == K::due; });
            if (kind == K::due && !due_later) CHECK(due_of(now) == next.due);
            if (kind != K::due || due_later) CHECK(due_of(now) == due_of(*find(deal, consensus)));
            deal = *after;
        }
    }
    CHECK(inserted > 1000);
}

TEST_CASE("what was asked for is dropped, and is not removed after that", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[1].events = {event(CommitmentEventKind::asked, 5), event(CommitmentEventKind::declined, 4)};
    const Edit removal = edit::RemoveCommitment{consensus};
    CHECK(describe(deal, removal) == "Dropped Build consensus");
    deal = apply(deal, removal, today()).value();
    REQUIRE(find(deal, consensus));
    CHECK(state_of(*find(deal, consensus)) == CommitmentState::dropped);
    CHECK(find(deal, consensus)->events.back().on == today());
    CHECK(find(deal, invest)->prerequisites == std::vector{consensus}); // as it was written down
    const auto again = apply(deal, removal, today());
    REQUIRE_FALSE(again);
    CHECK(again.error().message() == "Build consensus was asked for, so it stays in the deal as dropped. Reopen it if it is wanted again.");
    deal = apply(deal, edit::AddCommitmentEvent{consensus, event(CommitmentEventKind::reopened)}, today()).value();
    CHECK(state_of(*find(deal, consensus)) == CommitmentState::planned);
    deal = apply(deal, removal, today()).value();
    CHECK(state_of(*find(deal, consensus)) == CommitmentState::dropped);
    deal.commitments[1].events.back().kind = CommitmentEventKind::not_needed;
    CHECK(apply(deal, removal, today()).error().what == "Build consensus was asked for, so it stays in the deal as not needed");
}

TEST_CASE("what nobody was asked for, and what is kept, goes without a trace", "[set_aside]") {
    auto deal = example_deal();
    CHECK(describe(deal, edit::RemoveCommitment{explore}) == "Removed Explore change");
    CHECK_FALSE(find(apply(deal, edit::RemoveCommitment{explore}, today()).value(), explore));
    for (const auto kind : {CommitmentEventKind::dropped, CommitmentEventKind::not_needed}) {
        const auto aside = apply(deal, edit::AddCommitmentEvent{consensus, event(kind)}, today()).value();
        CHECK(describe(aside, edit::RemoveCommitment{consensus}) == "Removed Build consensus");
        const auto after = apply(aside, edit::RemoveCommitment{consensus}, today()).value();
        CHECK_FALSE(find(after, consensus));
        CHECK(find(after, invest)->prerequisites == std::vector{explore});
    }
}

TEST_CASE("the decision is not set aside", "[set_aside]") {
    auto deal = example_deal();
    for (const auto kind : {CommitmentEventKind::dropped, CommitmentEventKind::not_needed}) {
        const auto refused = apply(deal, edit::AddCommitmentEvent{invest, event(kind)}, today());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message() == std::string("Invest cannot be ") +
                                               (kind == CommitmentEventKind::dropped ? "dropped" : "marked as not needed") +
                                               ": it is the decision. Mark another commitment as the decision first, or close the deal.");
    }
    deal.commitments[2].events = {event(CommitmentEventKind::asked, 2)};
    CHECK(apply(deal, edit::RemoveCommitment{invest}, today()).error().what == "Invest cannot be dropped: it is the decision");
    auto last = *find(deal, start);
    last.decides = true;
    deal = apply(deal, edit::PutCommitment{last}, today()).value();
    deal = apply(deal, edit::RemoveCommitment{invest}, today()).value();
    CHECK(is_set_aside(*find(deal, invest)));
    auto back = *find(deal, invest);
    back.decides = true;
    const auto refused = apply(deal, edit::PutCommitment{back}, today());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == "It is the decision, and it is dropped");
}

TEST_CASE("a decision that is removed is followed by what is not set aside, or stays", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[3].events = {event(CommitmentEventKind::not_needed)};
    const auto after = apply(deal, edit::RemoveCommitment{invest}, today()).value();
    CHECK(find(after, consensus)->decides);
    deal.commitments.erase(deal.commitments.begin(), deal.commitments.begin() + 2);
    deal.commitments[0].prerequisites.clear();
    for (auto& interaction : deal.interactions) {
        interaction.asks.clear();
        interaction.next.reset();
    }
    const auto refused = apply(deal, edit::RemoveCommitment{invest}, today());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == "Invest cannot be removed: it is the decision, and everything else in the plan is set aside");
}

TEST_CASE("what is set aside is refused in plain words", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[1].events = {event(CommitmentEventKind::not_needed, 2)};
    const auto refusal = [&](CommitmentEventKind kind) {
        return apply(deal, edit::AddCommitmentEvent{consensus, event(kind)}, today()).error().message();
    };
    CHECK(refusal(CommitmentEventKind::not_needed) == "Build consensus is already marked as not needed.");
    CHECK(refusal(CommitmentEventKind::dropped) == "Build consensus cannot be dropped: it is marked as not needed. Reopen it first.");
    CHECK(refusal(CommitmentEventKind::asked) == "Build consensus cannot be asked for: it is marked as not needed. Reopen it first.");
    CHECK(apply(deal, edit::AddCommitmentEvent{explore, event(CommitmentEventKind::dropped)}, today()).error().message() ==
          "Explore change cannot be dropped: it is kept. Reopen it first.");
}
