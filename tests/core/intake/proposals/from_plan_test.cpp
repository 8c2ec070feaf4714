#include "core/agenda/week.hpp"
#include "core/model/our_promise.hpp"
#include "tests/support/proposing.hpp"

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using namespace middleground::test::proposing;

namespace {

const Commitment& called(const Deal& deal, std::string_view title) {
    const auto found = std::ranges::find(deal.commitments, title, &Commitment::title);
    REQUIRE(found != deal.commitments.end());
    return *found;
}

int asks_on(const Deal& deal, Date day) {
    int asks = 0;
    for (const auto& commitment : deal.commitments) {
        asks += static_cast<int>(std::ranges::count_if(commitment.events, [&](const CommitmentEvent& one) { return one.kind == CommitmentEventKind::asked && one.on == day; }));
    }
    return asks;
}

}

TEST_CASE("what a plan says was done was done on its day, and nothing of it was asked for today") {
    const auto deal = empty_deal();
    const auto proposals = proposed(deal, {"# Plan\n- [x] Demo with nursing leads (Dana, 2026-06-05)\n- [ ] Pilot in two clinics (Dana Ortiz, 2026-08-15)\n\n"
                                           "| Step | Due | Status |\n|---|---|---|\n| Workshop | 03.06.2026 | Done |\n| Early | 30.06.2026 | Done |\n"});
    const auto taken = with_all(deal, proposals);
    const auto& demo = called(taken, "Demo with nursing leads");
    CHECK(state_of(demo) == CommitmentState::kept);
    CHECK(demo.events.back().on == *Date::parse("2026-06-05"));
    CHECK(demo.events.front().on <= demo.events.back().on);
    CHECK(called(taken, "Workshop").events.back().on == *Date::parse("2026-06-03"));
    // A day that is still to come is not the one on which it was done.
    CHECK(called(taken, "Early").events.back().on == today);
    const auto& pilot = called(taken, "Pilot in two clinics");
    CHECK(due_of(pilot) == *Date::parse("2026-08-15"));
    CHECK(state_of(pilot) == CommitmentState::planned);
    CHECK(asks_on(taken, today) == 1); // of "Early"
    CHECK(proposed(taken, {"# Plan\n- [x] Demo with nursing leads (Dana, 2026-06-05)\n- [ ] Other (x, 2026-08-15)\n"}).known == 1);
}

TEST_CASE("a step that was done on a day that nobody says is said to stand under today") {
    const auto proposals = proposed(empty_deal(), {"# Plan\n- [x] Demo\n- [ ] Next\n"});
    REQUIRE(proposals.list.size() == 2);
    CHECK(proposals.list.front().title == "New step: Demo");
    CHECK(proposals.list.front().notes == std::vector<std::string>{"The plan does not say when it was done: today stands for it"});
    CHECK(proposals.list.back().notes.empty());
}

TEST_CASE("a promise of ours in a plan was made when it was due, at the latest") {
    const auto deal = empty_deal();
    const auto taken = with_all(deal, proposed(deal, {"# Plan\n- [ ] Send references (us, 3 Jun)\n- [ ] Price for 12 clinics \u2014 us \u2014 30 June 2026\n- [x] Send the list (us, 5 Jun)\n"}));
    REQUIRE(taken.promises.size() == 3);
    CHECK(taken.promises[0].created == *Date::parse("2026-06-03"));
    CHECK(taken.promises[0].due == *Date::parse("2026-06-03"));
    CHECK(taken.promises[1].created == today);
    CHECK(taken.promises[2].events.back().kind == PromiseEventKind::kept);
    CHECK(taken.promises[2].events.back().on == *Date::parse("2026-06-05"));
}

TEST_CASE("a step of the deal that the plan says was kept was so on the plan's day") {
    auto deal = empty_deal();
    deal.opened = deal.created = deal.commitments[0].created = today - 20;
    deal.commitments[0].events = {{CommitmentEventKind::asked, today - 10, {}, {}, {}, {}}};
    const auto taken = with_all(deal, proposed(deal, {"# Plan\n- [x] Security review (2026-06-05)\n- [ ] Next\n"}));
    CHECK(taken.commitments[0].events.back().on == *Date::parse("2026-06-05"));
    // Never before what is known of it.
    CHECK(with_all(deal, proposed(deal, {"# Plan\n- [x] Security review (2026-05-01)\n- [ ] Next\n"})).commitments[0].events.back().on == today - 10);
}
