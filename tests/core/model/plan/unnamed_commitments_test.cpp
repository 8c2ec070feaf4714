#include "core/model/plan/unnamed_commitments.hpp"

#include "core/model/plan/plan.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Commitment blank(std::string id) {
    Commitment made;
    made.id = {std::move(id)};
    made.created = today();
    return made;
}

Deal with_all(Deal deal, const std::vector<Edit>& edits) {
    for (const auto& edit : edits)
        deal = apply(std::move(deal), edit, today()).value();
    return deal;
}

bool mentions(const std::vector<Evidence>& evidence, const CommitmentId& id) {
    return std::ranges::any_of(evidence, [&](const Evidence& one) { return one.subject == Subject(id); });
}

}

TEST_CASE("a new commitment stands before the decision, which waits for it", "[unnamed]") {
    const auto deal = example_deal();
    const auto made = blank("n00001");
    const auto after = with_all(deal, put_before_decision(deal, made));
    REQUIRE(after.commitments.size() == deal.commitments.size() + 1);
    const auto place = std::ranges::find(after.commitments, made.id, &Commitment::id) - after.commitments.begin();
    CHECK(after.commitments[static_cast<std::size_t>(place) + 1].id == invest);
    CHECK(find(after, invest)->prerequisites == std::vector<CommitmentId>{consensus, made.id});
    CHECK(find(after, made.id)->prerequisites.empty());
    CHECK(find(after, invest)->decides);
    CHECK(validate(after, today()).empty());
    // Taking it away again leaves what was there.
    CHECK(apply(after, edit::RemoveCommitment{made.id}, today()).value() == deal);
}

TEST_CASE("a new commitment of an empty plan decides; after a kept decision it comes last", "[unnamed]") {
    Deal empty;
    empty.created = empty.opened = today();
    const auto one = with_all(empty, put_before_decision(empty, blank("n00001")));
    REQUIRE(one.commitments.size() == 1);
    CHECK(one.commitments[0].decides);
    CHECK(is_blank(one.commitments[0]));
    auto kept = one;
    kept.commitments[0].title = "Sign";
    kept.commitments[0].events = {{CommitmentEventKind::asked, today(), {}, {}, {}, {}},
                                  {CommitmentEventKind::kept, today(), {}, {}, {}, {}}};
    const auto two = with_all(kept, put_before_decision(kept, blank("n00002")));
    CHECK(two.commitments[1].id == CommitmentId{"n00002"});
    CHECK(two.commitments[0].prerequisites.empty());
}

TEST_CASE("blank is what nobody touched", "[unnamed]") {
    auto one = blank("n00001");
    CHECK(is_blank(one));
    one.title = "  ";
    CHECK(is_blank(one));
    CHECK_FALSE(is_named(one));
    one.title = "Review";
    CHECK_FALSE(is_blank(one));
    CHECK(is_named(one));
    one.title.clear();
    one.done_when = "Minutes";
    CHECK_FALSE(is_blank(one));
}

TEST_CASE("advice sees a plan without what has no name yet", "[unnamed]") {
    CHECK_FALSE(without_unnamed(example_deal()));
    auto deal = example_deal();
    for (auto& commitment : deal.commitments) {
        if (commitment.id == consensus) commitment.title = " ";
    }
    const auto seen = without_unnamed(deal);
    REQUIRE(seen);
    CHECK(find(*seen, consensus) == nullptr);
    CHECK(find(*seen, invest)->prerequisites == std::vector<CommitmentId>{explore});
    CHECK(std::ranges::none_of(ready_next(deal), [](const PlanItem& item) { return item.id == consensus; }));
}

TEST_CASE("no ask, finding or signal speaks of a commitment without a name", "[unnamed]") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        if (deal.commitments.empty()) continue;
        const bool decides_once = one_in(random, 2);
        for (auto& commitment : deal.commitments) {
            if (one_in(random, 3) || (decides_once && commitment.decides)) commitment.title = one_in(random, 2) ? "" : "  ";
        }
        deal = with_all(deal, put_before_decision(deal, blank("n00001")));
        const auto all = assessed(deal, today());
        for (const auto& commitment : deal.commitments) {
            if (is_named(commitment)) continue;
            const auto& id = commitment.id;
            for (const auto& ask : all.next.list) {
                CHECK(ask.commitment != id);
                CHECK_FALSE(mentions(ask.evidence, id));
            }
            for (const auto& finding : all.findings) {
                CHECK(std::ranges::find(finding.about, Subject(id)) == finding.about.end());
            }
            for (const auto& signal : all.balance.signals) {
                CHECK_FALSE(mentions(signal.evidence, id));
            }
            for (const auto& item : ready_next(deal)) {
                CHECK(item.id != id);
            }
            CHECK((!commitment.decides ||
                   std::ranges::none_of(all.findings, [](const Finding& one) { return one.id == "no_deciding_commitment"; })));
        }
    }
}
