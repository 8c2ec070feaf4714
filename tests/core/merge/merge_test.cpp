// Two people's changes of one deal: what comes together by itself, and what is asked.
#include "core/model/edit/edit.hpp"
#include "core/merge/merge.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal edited(Deal deal, const std::vector<Edit>& edits) {
    for (const auto& edit : edits) {
        auto next = apply(std::move(deal), edit, today());
        REQUIRE((next ? "" : next.error().message()) == "");
        deal = std::move(*next);
    }
    return deal;
}

MergeInput three(const Deal& base, const Deal& mine, const Deal& theirs) {
    return {&base, mine, theirs, today()};
}

Deal merged_with(const MergeInput& input, std::vector<MergeChoice> choices) {
    auto deal = merged(input, choices, today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    return std::move(*deal);
}

// Without a question.
Deal merged_plainly(const MergeInput& input) {
    const auto conflicts = merge(input).conflicts;
    INFO((conflicts.empty() ? "" : conflicts.front().name + ", " + conflicts.front().label));
    REQUIRE(conflicts.empty());
    return merged_with(input, {});
}

Edit retitle(std::string title) {
    edit::SetDeal set;
    set.title = std::move(title);
    return set;
}

Edit done_when(const Deal& deal, const CommitmentId& id, std::string words) {
    auto commitment = *find(deal, id);
    commitment.done_when = std::move(words);
    return edit::PutCommitment{std::move(commitment)};
}

Edit happened(const CommitmentId& id, CommitmentEventKind kind, int days_ago, std::vector<StakeholderId> who = {}) {
    return edit::AddCommitmentEvent{id, {kind, today() - days_ago, std::move(who), {}, {}, {}}};
}

const std::vector<MergeSide> either{MergeSide::mine, MergeSide::theirs};
const std::vector<MergeSide> either_or_both{MergeSide::mine, MergeSide::theirs, MergeSide::both};

}

TEST_CASE("what only one side changed comes in, and is said") {
    const auto base = example_deal();
    const auto mine = edited(base, {retitle("Mine"), edit::SetStance{tom, {today(), Stance::supportive, {}}}});
    const Stakeholder priya{.id = {"p00009"}, .created = today(), .name = "Priya Nair"};
    const auto theirs = edited(base, {edit::PutStakeholder{priya}, done_when(base, invest, "The order is signed"),
                                      happened(consensus, CommitmentEventKind::asked, 2, {elena})});
    const auto input = three(base, mine, theirs);
    const auto deal = merged_plainly(input);
    CHECK(deal.title == "Mine");
    CHECK(stance_of(*find(deal, tom)) == Stance::supportive);
    CHECK(find(deal, priya.id));
    CHECK(find(deal, invest)->done_when == "The order is signed");
    CHECK(state_of(*find(deal, consensus)) == CommitmentState::asked);

    const auto changes = merge(input).changes;
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].what == MergeChange::What::added);
    CHECK(changes[0].name == "Priya Nair");
    CHECK(changes[1].what == MergeChange::What::recorded);
    CHECK(changes[1].words == "Asked " + find(base, elena)->name + " 28 Jun");
    CHECK(changes[2].place == MergePlace{MergeKind::commitment, invest.text, "done_when"});
    CHECK(changes[2].words == "The order is signed");
}

TEST_CASE("a member that both changed differently is asked, and either answer holds") {
    const auto base = example_deal();
    const auto mine = edited(base, {retitle("Mine")});
    const auto theirs = edited(base, {retitle("Theirs")});
    const auto input = three(base, mine, theirs);
    const auto [changes, conflicts] = merge(input);
    CHECK(changes.empty());
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].place == MergePlace{MergeKind::deal, {}, "title"});
    CHECK(conflicts[0].label == "Title");
    CHECK(conflicts[0].base == base.title);
    CHECK(conflicts[0].mine == "Mine");
    CHECK(conflicts[0].theirs == "Theirs");
    CHECK(conflicts[0].choices == either);
    CHECK(merged_with(input, {{MergeSide::mine, {}}}).title == "Mine");
    CHECK(merged_with(input, {{MergeSide::theirs, {}}}).title == "Theirs");
    CHECK_FALSE(merged(input, {}, today()));
    CHECK_FALSE(merged(input, std::vector<MergeChoice>{{MergeSide::both, {}}}, today()));
}

TEST_CASE("that somebody has left is merged as a whole") {
    const auto base = example_deal();
    const auto with_left = [&](std::optional<Departure> left) {
        auto person = *find(base, tom);
        person.left = std::move(left);
        return edited(base, {edit::PutStakeholder{std::move(person)}});
    };
    const auto gone = with_left(Departure{today() - 2, "A new job"});
    const auto input = three(base, base, gone);
    CHECK(find(merged_plainly(input), tom)->left == Departure{today() - 2, "A new job"});
    REQUIRE(merge(input).changes.size() == 1);
    CHECK(merge(input).changes[0].label == "Left");
    CHECK(merge(input).changes[0].words == "Left on 28 Jun: A new job");
    const auto other = with_left(Departure{today() - 1, {}});
    const auto both = three(base, gone, other);
    REQUIRE(merge(both).conflicts.size() == 1);
    CHECK(merge(both).conflicts[0].place == MergePlace{MergeKind::stakeholder, tom.text, "left"});
    CHECK(merge(both).conflicts[0].base == "");
    CHECK(merge(both).conflicts[0].theirs == "Left on 29 Jun");
    CHECK(find(merged_with(both, {{MergeSide::theirs, {}}}), tom)->left == Departure{today() - 1, {}});
}

TEST_CASE("who asked, days that were named, kinds and whether they are a customer are merged", "[set_aside]") {
    const auto base = example_deal();
    auto declined = happened(consensus, CommitmentEventKind::declined, 2, {elena});
    auto asked = happened(consensus, CommitmentEventKind::asked, 3, {elena});
    auto mine = edited(base, {asked, declined});
    auto theirs = mine;
    mine.client = Client::current;
    theirs.concerns[0].kind = ConcernKind::question;
    const auto deal = merged_plainly(three(base, mine, theirs));
    CHECK(deal.client == Client::current);
    CHECK(deal.concerns[0].kind == ConcernKind::question);
    // Only the day differs: that is asked, and told.
    theirs = mine;
    mine.commitments[1].events.back().not_before = today() + 30;
    theirs.commitments[1].events.back().not_before = today() + 60;
    const auto conflicts = merge(three(base, mine, theirs)).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].mine.contains("not before 30 Jul"));
    CHECK(conflicts[0].theirs.contains("not before 29 Aug"));
}

TEST_CASE("what only one side set aside is set aside; the decision never is", "[set_aside]") {
    const auto base = example_deal();
    const auto drop = [](const CommitmentId& id) { return happened(id, CommitmentEventKind::dropped, 0); };
    const auto decides = [&](const CommitmentId& id) {
        auto commitment = *find(base, id);
        commitment.decides = true;
        return Edit(edit::PutCommitment{std::move(commitment)});
    };
    const auto deal = merged_plainly(three(base, edited(base, {drop(consensus)}), edited(base, {retitle("New")})));
    CHECK(is_set_aside(*find(deal, consensus)));
    // One side made it the decision, the other dropped it: it does not decide.
    const auto mine = edited(base, {drop(start)});
    const auto theirs = edited(base, {decides(start)});
    for (const auto& input : {three(base, mine, theirs), three(base, theirs, mine)}) {
        const auto both = merged_plainly(input);
        CHECK(is_set_aside(*find(both, start)));
        CHECK(find(both, invest)->decides);
    }
    // Nothing would be left: the decision comes back.
    auto small = base;
    small.commitments = {base.commitments[2], base.commitments[3]};
    small.commitments[0].prerequisites.clear();
    for (auto& interaction : small.interactions) {
        interaction.asks.clear();
        interaction.next.reset();
    }
    const auto without_start = edited(small, {drop(start)});
    auto last = small.commitments[1];
    last.decides = true;
    const auto without_invest = edited(small, {edit::PutCommitment{last}, drop(invest)});
    for (const auto& input : {three(small, without_start, without_invest), three(small, without_invest, without_start)}) {
        const auto both = merged_plainly(input);
        CHECK(is_set_aside(*find(both, invest)));
        CHECK(is_open(*find(both, start)));
        CHECK(find(both, start)->decides);
    }
}

TEST_CASE("the same change on both sides is no question") {
    const auto base = example_deal();
    const auto both = edited(base, {retitle("Same"), happened(consensus, CommitmentEventKind::asked, 1, {elena})});
    CHECK(merge(three(base, both, both)).is_nothing());
    CHECK(merged_plainly(three(base, both, both)) == both);
}

TEST_CASE("both logs are kept in order of date") {
    const auto base = example_deal();
    const auto mine = edited(base, {edit::SetStance{tom, {today() - 3, Stance::neutral, "Mine"}}});
    const auto theirs = edited(base, {edit::SetStance{tom, {today() - 5, Stance::opposed, "Theirs"}}});
    const auto deal = merged_plainly(three(base, mine, theirs));
    const auto& stances = find(deal, tom)->stances;
    REQUIRE(stances.size() == find(base, tom)->stances.size() + 2);
    CHECK(stances[stances.size() - 2].why == "Theirs");
    CHECK(stances.back().why == "Mine");
    CHECK(merged_plainly(three(base, theirs, mine)) == deal);
}

TEST_CASE("of one day, the order is asked when it matters") {
    const auto base = example_deal();
    const auto mine = edited(base, {edit::SetStance{tom, {today(), Stance::neutral, {}}}});
    const auto theirs = edited(base, {edit::SetStance{tom, {today(), Stance::opposed, {}}}});
    const auto input = three(base, mine, theirs);
    const auto conflicts = merge(input).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].choices == either_or_both);
    CHECK_FALSE(conflicts[0].both_is_second);
    CHECK(find(merged_with(input, {{MergeSide::both, {}}}), tom)->stances.size() == find(base, tom)->stances.size() + 2);
}

TEST_CASE("events that cannot follow each other are asked") {
    const auto base = example_deal();
    const auto mine = edited(base, {happened(consensus, CommitmentEventKind::asked, 4, {elena})});
    const auto theirs = edited(base, {happened(consensus, CommitmentEventKind::asked, 2, {tom})});
    const auto input = three(base, mine, theirs);
    const auto conflicts = merge(input).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].choices == either);
    CHECK(find(merged_with(input, {{MergeSide::theirs, {}}}), consensus)->events == find(theirs, consensus)->events);
    // One asked, the other got the answer of the same day: there is only one order.
    const auto agreed = edited(mine, {happened(consensus, CommitmentEventKind::agreed, 1, {elena})});
    const auto kept = edited(mine, {happened(consensus, CommitmentEventKind::kept, 1, {})});
    CHECK(state_of(*find(merged_plainly(three(mine, kept, agreed)), consensus)) == CommitmentState::kept);
}

TEST_CASE("what one side removed and the other changed or needs is asked") {
    const auto base = example_deal();
    const auto without = edited(base, {edit::RemoveStakeholder{tom}});
    SECTION("nobody touched the person: gone, with the concern") {
        const auto deal = merged_plainly(three(base, edited(base, {retitle("Mine")}), without));
        CHECK_FALSE(find(deal, tom));
        CHECK_FALSE(find(deal, downtime));
    }
    SECTION("changed") {
        const auto theirs = edited(base, {edit::SetStance{tom, {today(), Stance::supportive, {}}}});
        const auto input = three(base, without, theirs);
        const auto conflicts = merge(input).conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].place == MergePlace{MergeKind::stakeholder, tom.text, {}});
        CHECK(conflicts[0].mine == "Removed");
        CHECK(conflicts[0].theirs == "Changed: stance");
        CHECK_FALSE(find(merged_with(input, {{MergeSide::mine, {}}}), tom));
        // With everything that went away with the person.
        CHECK(merged_with(input, {{MergeSide::theirs, {}}}) == theirs);
    }
    SECTION("named anew") {
        auto commitment = *find(base, start);
        commitment.people = {tom};
        const auto theirs = edited(base, {edit::PutCommitment{commitment}});
        const auto input = three(base, theirs, without);
        const auto conflicts = merge(input).conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].mine == "Needed for " + commitment.title);
        CHECK(conflicts[0].theirs == "Removed");
        CHECK(merged_with(input, {{MergeSide::mine, {}}}) == theirs);
        CHECK(find(merged_with(input, {{MergeSide::theirs, {}}}), start)->people.empty());
    }
}

TEST_CASE("a log entry that both wrote differently can become two") {
    const auto base = example_deal();
    const auto summarised = [&](std::string words) {
        auto interaction = *find(base, kickoff);
        interaction.summary = std::move(words);
        return edited(base, {edit::PutInteraction{interaction, {}}});
    };
    const auto mine = summarised("They want it by June");
    const auto theirs = summarised("They fear the downtime");
    const auto input = three(base, mine, theirs);
    const auto conflicts = merge(input).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].choices == either_or_both);
    CHECK(conflicts[0].both_is_second);
    CHECK_FALSE(merged(input, std::vector<MergeChoice>{{MergeSide::both, {}}}, today()));
    const auto deal = merged_with(input, {{MergeSide::both, "m00009"}});
    REQUIRE(deal.interactions.size() == base.interactions.size() + 1);
    CHECK(find(deal, kickoff)->summary == "They want it by June");
    CHECK(find(deal, InteractionId{"m00009"})->summary == "They fear the downtime");
    // An id that is taken already is refused by the rules of the deal.
    CHECK_FALSE(merged(input, std::vector<MergeChoice>{{MergeSide::both, mail.text}}, today()));
}

TEST_CASE("lists of people take what either side put in or took out") {
    auto base = example_deal();
    base = edited(base, {[&] {
                      auto commitment = *find(base, invest);
                      commitment.people = {elena, tom};
                      return edit::PutCommitment{commitment};
                  }()});
    const auto with = [&](std::vector<StakeholderId> people) {
        auto commitment = *find(base, invest);
        commitment.people = std::move(people);
        return edited(base, {edit::PutCommitment{commitment}});
    };
    const auto mine = with({elena});
    const auto theirs = with({elena, tom, maria});
    CHECK(find(merged_plainly(three(base, mine, theirs)), invest)->people == std::vector{elena, maria});
    // Both put somebody else in the same place.
    const auto one = with({elena, maria});
    auto another = with({elena});
    const Stakeholder priya{.id = {"p00009"}, .created = today(), .name = "Priya Nair"};
    another = edited(another, {edit::PutStakeholder{priya}});
    auto commitment = *find(another, invest);
    commitment.people = {elena, priya.id};
    another = edited(another, {edit::PutCommitment{commitment}});
    const auto input = three(base, one, another);
    REQUIRE(merge(input).conflicts.size() == 1);
    CHECK(find(merged_with(input, {{MergeSide::both, {}}}), invest)->people == std::vector{elena, maria, priya.id});
}

TEST_CASE("waiting for each other, two decisions and days before the opening are asked, not refused") {
    const auto base = example_deal();
    SECTION("a circle") {
        auto free = *find(base, consensus);
        free.prerequisites.clear();
        auto later = *find(base, invest);
        later.prerequisites.clear();
        const auto apart = edited(base, {edit::PutCommitment{free}, edit::PutCommitment{later}});
        free.prerequisites = {invest};
        later.prerequisites = {consensus};
        const auto mine = edited(apart, {edit::PutCommitment{free}});
        const auto theirs = edited(apart, {edit::PutCommitment{later}});
        const auto input = three(apart, mine, theirs);
        const auto conflicts = merge(input).conflicts;
        REQUIRE(conflicts.size() == 2);
        CHECK(conflicts[0].place.field == "prerequisites");
        CHECK(merged_with(input, {{MergeSide::mine, {}}, {MergeSide::mine, {}}}) == mine);
        CHECK(merged_with(input, {{MergeSide::theirs, {}}, {MergeSide::theirs, {}}}) == theirs);
    }
    SECTION("the decision") {
        const auto decides = [&](const CommitmentId& id) {
            auto commitment = *find(base, id);
            commitment.decides = true;
            return edited(base, {edit::PutCommitment{commitment}});
        };
        const auto mine = decides(consensus);
        const auto theirs = decides(start);
        const auto input = three(base, mine, theirs);
        const auto conflicts = merge(input).conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].label == "Decision");
        CHECK(merged_with(input, {{MergeSide::theirs, {}}}) == theirs);
        CHECK(merged_with(input, {{MergeSide::mine, {}}}) == mine);
    }
    SECTION("opened later, and something from before") {
        auto fresh = base;
        fresh.interactions.clear();
        fresh.commitments.clear();
        fresh.promises.clear();
        fresh.concerns.clear();
        fresh.targets.clear();
        for (auto& person : fresh.stakeholders) {
            person.stances.clear();
        }
        REQUIRE(validate(fresh, today()).empty());
        edit::SetDeal later;
        later.opened = today() - 5;
        const auto mine = edited(fresh, {later});
        const auto theirs = edited(fresh, {edit::PutInteraction{{.id = kickoff, .created = today(), .on = today() - 20}, {}}});
        const auto input = three(fresh, mine, theirs);
        REQUIRE(merge(input).conflicts.size() == 1);
        const auto refused = merged(input, std::vector<MergeChoice>{{MergeSide::mine, {}}}, today());
        REQUIRE_FALSE(refused);
        CHECK_FALSE(refused.error().message().empty());
        CHECK(merged_with(input, {{MergeSide::theirs, {}}}) == theirs);
    }
}

TEST_CASE("the order of a list is that of who changed it") {
    const auto base = example_deal();
    const auto moved = edited(base, {edit::MoveCommitment{start, 0}});
    Commitment added{.id = {"c00009"}, .created = today(), .title = "Review"};
    const auto more = edited(base, {edit::PutCommitment{added}});
    const auto ids = [](const Deal& deal) {
        std::vector<std::string> list;
        for (const auto& commitment : deal.commitments) {
            list.push_back(commitment.id.text);
        }
        return list;
    };
    const std::vector<std::string> expected{start.text, added.id.text, explore.text, consensus.text, invest.text};
    CHECK(ids(merged_plainly(three(base, moved, more))) == expected);
    CHECK(ids(merged_plainly(three(base, more, moved))) == expected);
    const auto otherwise = edited(base, {edit::MoveCommitment{explore, 3}});
    const auto input = three(base, moved, otherwise);
    const auto conflicts = merge(input).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].place == MergePlace{MergeKind::commitment, {}, "order"});
    CHECK(merged_with(input, {{MergeSide::theirs, {}}}) == otherwise);
}

TEST_CASE("without a base nothing goes away, and what is empty is filled") {
    const auto whole = example_deal();
    const auto less = edited(whole, {edit::RemoveStakeholder{maria}, done_when(whole, invest, "")});
    const MergeInput input{nullptr, less, whole, today()};
    const auto deal = merged_plainly(input);
    CHECK(find(deal, maria));
    CHECK(find(deal, invest)->done_when == find(whole, invest)->done_when);
    CHECK(merge({nullptr, whole, less, today()}).is_nothing());
    const auto renamed = edited(whole, {retitle("Theirs")});
    const auto conflicts = merge({nullptr, whole, renamed, today()}).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK_FALSE(conflicts[0].base);
}

TEST_CASE("unknown members are merged one by one") {
    auto base = example_deal();
    base.extra = R"({"x_a":1,"x_b":{"c":[1,2,"},{"]},"x_d":"\"e"})";
    auto mine = base;
    mine.extra = R"({"x_a":2,"x_b":{"c":[1,2,"},{"]},"x_d":"\"e"})";
    auto theirs = base;
    theirs.extra = R"({"x_a":1,"x_b":null,"x_f":[]})";
    CHECK(merged_plainly(three(base, mine, theirs)).extra == R"({"x_a":2,"x_b":null,"x_f":[]})");
    theirs.extra = R"({"x_a":3,"x_b":{"c":[1,2,"},{"]},"x_d":"\"e"})";
    const auto input = three(base, mine, theirs);
    const auto conflicts = merge(input).conflicts;
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].mine == "2");
    CHECK(merged_with(input, {{MergeSide::theirs, {}}}).extra == theirs.extra);
}

TEST_CASE("where a copy came from is no content") {
    const auto deal = example_deal();
    auto copy = deal;
    copy.based_on = "0123456789abcdef";
    CHECK(same_content(deal, copy));
    CHECK(merge(three(deal, deal, copy)).is_nothing());
    CHECK(merged_plainly(three(deal, copy, deal)).based_on == copy.based_on);
    copy.title += " changed";
    CHECK_FALSE(same_content(deal, copy));
}
