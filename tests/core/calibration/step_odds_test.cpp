#include "core/base/math/exact_math.hpp"
#include "core/base/math/beta_interval.hpp"
#include "core/calibration/step_odds.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using namespace middleground::test;
using Catch::Approx;
using Kind = CommitmentEventKind;

namespace {

Playbook two_steps() {
    Playbook playbook;
    playbook.id = "own";
    playbook.title = "Own";
    for (const auto* id : {"explore", "decide"}) {
        PlaybookStep step;
        step.id = id;
        step.title = id;
        step.odds_a = 3;
        step.odds_b = 1;
        step.days_max = 10;
        playbook.steps.push_back(step);
    }
    playbook.steps[1].decides = true;
    playbook.steps[1].prerequisites = {"explore"};
    return playbook;
}

struct Happened {
    Kind kind;
    int days_ago;
};

// A deal with one commitment for a step.
Deal closed_deal(Outcome outcome, std::string step, std::vector<Happened> events) {
    Random random(events.size() + 1);
    Deal deal;
    deal.id = DealId::make(random);
    deal.playbook = "own";
    deal.opened = deal.created = today() - 3000;
    deal.outcome = std::move(outcome);
    Commitment commitment;
    commitment.id = {"c00001"};
    commitment.created = deal.opened;
    commitment.decides = step == "decide";
    commitment.step = std::move(step);
    for (const auto& event : events) {
        CommitmentEvent one;
        one.kind = event.kind;
        one.on = today() - event.days_ago;
        commitment.events.push_back(one);
    }
    deal.commitments.push_back(std::move(commitment));
    return deal;
}

StepOdds odds_of(const Deal& deal, std::size_t step = 0) {
    return step_odds_of(two_steps(), {deal}, today()).at(step);
}

Outcome lost(int days_ago = 0) {
    return Lost{today() - days_ago, {}, {}};
}
Outcome won(int days_ago = 0) {
    return Won{today() - days_ago};
}

}

TEST_CASE("the inverse of the incomplete beta function") {
    // Closed forms: x^a for b = 1, and the arcsine law for 1/2, 1/2.
    for (const double a : {0.1, 0.5, 1.0, 2.0, 7.5, 40.0, 1000.0}) {
        for (const double share : {0.05, 0.5, 0.95}) {
            INFO(a << ' ' << share);
            CHECK(std::abs(beta_value_at(a, 1, share) - std::pow(share, 1 / a)) < 1e-9);
            CHECK(std::abs(beta_value_at(1, a, share) - (1 - std::pow(1 - share, 1 / a))) < 1e-9);
        }
    }
    const double pi = std::acos(-1.0);
    for (const double share : {0.01, 0.05, 0.3, 0.95}) {
        const double sine = std::sin(pi * share / 2);
        CHECK(std::abs(beta_value_at(0.5, 0.5, share) - sine * sine) < 1e-9);
    }
    // From tables: SciPy's beta.ppf.
    struct Row {
        double a, b, share, value;
    };
    for (const auto& row :
         {Row{8, 2, 0.05, 0.5708644530}, Row{8, 2, 0.95, 0.9589768325}, Row{2, 3, 0.05, 0.0976114629}, Row{2, 3, 0.95, 0.7513953743},
          Row{0.3, 0.7, 0.95, 0.9435739429}, Row{120, 340, 0.05, 0.2278268310}, Row{120, 340, 0.95, 0.2950956846},
          Row{1e6, 1e6, 0.05, 0.4994184565}, Row{1e6, 3, 0.05, 0.9999937042}, Row{0.001, 0.001, 0.95, 1.0}}) {
        INFO(row.a << ' ' << row.b << ' ' << row.share);
        CHECK(std::abs(beta_value_at(row.a, row.b, row.share) - row.value) < 1e-9);
    }
}

TEST_CASE("the inverse is an inverse, and symmetric") {
    Random random(11);
    for (int i = 0; i < 300; ++i) {
        const double a = exponential(random.below(1000) / 100.0 - 3);
        const double b = exponential(random.below(1000) / 100.0 - 3);
        const double share = (1 + random.below(998)) / 1000.0;
        INFO(a << ' ' << b << ' ' << share);
        const double value = beta_value_at(a, b, share);
        REQUIRE(beta_share_below(a, b, value - 1e-9) <= share + 1e-9);
        REQUIRE(beta_share_below(a, b, value + 1e-9) >= share - 1e-9);
        REQUIRE(std::abs(value + beta_value_at(b, a, 1 - share) - 1) < 1e-8);
    }
    CHECK(beta_share_below(2, 3, -1) == 0);
    CHECK(beta_share_below(2, 3, 2) == 1);
    CHECK(beta_value_at(2, 3, 0) == 0);
    CHECK(beta_value_at(2, 3, 1) == 1);
}

TEST_CASE("what is older counts half per year") {
    CHECK(weight_after(0) == 1);
    CHECK(weight_after(-1) == 1); // tomorrow, further east
    CHECK(weight_after(365) == Approx(0.5).epsilon(1e-14));
    CHECK(weight_after(730) == Approx(0.25).epsilon(1e-14));
    CHECK(weight_after(182) == Approx(0.7077).epsilon(1e-3));
    for (int days = 0; days < 5000; ++days) {
        REQUIRE(weight_after(days + 1) < weight_after(days));
    }
}

TEST_CASE("tries are counted one by one") {
    struct Row {
        const char* what;
        Outcome outcome;
        const char* step;
        std::vector<Happened> events;
        int kept;
        int not_kept;
    };
    const std::vector<Row> rows{
        {"kept at once", lost(), "explore", {{Kind::asked, 9}, {Kind::kept, 8}}, 1, 0},
        {"a no, then kept", lost(), "explore", {{Kind::asked, 9}, {Kind::declined, 8}, {Kind::asked, 7}, {Kind::kept, 6}}, 1, 1},
        {"broken twice",
         lost(),
         "explore",
         {{Kind::asked, 9}, {Kind::agreed, 9}, {Kind::broken, 8}, {Kind::asked, 7}, {Kind::agreed, 6}, {Kind::due, 6}, {Kind::broken, 5}},
         0,
         2},
        {"no answer, lost", lost(), "explore", {{Kind::asked, 9}}, 0, 1},
        {"agreed, no decision", NoDecision{today(), {}}, "explore", {{Kind::asked, 9}, {Kind::agreed, 8}}, 0, 1},
        {"no answer, won without it", won(), "explore", {{Kind::asked, 9}}, 0, 0},
        {"the decision, won", won(), "decide", {{Kind::asked, 9}, {Kind::agreed, 8}}, 1, 0},
        {"the decision, lost", lost(), "decide", {{Kind::asked, 9}}, 0, 1},
        {"the decision, kept and won", won(), "decide", {{Kind::asked, 9}, {Kind::kept, 8}}, 1, 0},
        {"taken back", lost(), "explore", {{Kind::asked, 9}, {Kind::reopened, 8}}, 0, 0},
        {"dropped before an answer", won(), "explore", {{Kind::asked, 9}, {Kind::dropped, 8}}, 0, 1},
        {"dropped after a no", won(), "explore", {{Kind::asked, 9}, {Kind::declined, 8}, {Kind::dropped, 7}}, 0, 1},
        {"dropped and never asked", lost(), "explore", {{Kind::dropped, 7}}, 0, 0},
        {"not needed after all", lost(), "explore", {{Kind::asked, 9}, {Kind::not_needed, 8}}, 0, 0},
        {"kept, reopened, and a no",
         lost(),
         "explore",
         {{Kind::asked, 9}, {Kind::kept, 8}, {Kind::reopened, 7}, {Kind::asked, 6}, {Kind::declined, 5}},
         1,
         1},
        {"never asked", lost(), "explore", {{Kind::planned, 9}, {Kind::due, 8}}, 0, 0},
        {"nothing at all", lost(), "explore", {}, 0, 0},
        {"no step", lost(), "", {{Kind::asked, 9}, {Kind::kept, 8}}, 0, 0},
        {"another step", lost(), "unheard-of", {{Kind::asked, 9}, {Kind::kept, 8}}, 0, 0},
        {"open", Open{}, "explore", {{Kind::asked, 9}, {Kind::kept, 8}}, 0, 0},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const auto odds = odds_of(closed_deal(row.outcome, row.step, row.events), std::string_view(row.step) == "decide" ? 1 : 0);
        CHECK(odds.kept == row.kept);
        CHECK(odds.not_kept == row.not_kept);
        CHECK(odds.posterior.a == Approx(3 + odds.recent_kept));
        CHECK(odds.posterior.b == Approx(1 + odds.recent_not_kept));
        CHECK(odds.recent_kept <= odds.kept);
        CHECK(odds.recent_kept >= 0.97 * odds.kept); // some days only
    }
}

TEST_CASE("a try is as old as its end") {
    const auto odds = odds_of(closed_deal(lost(365), "explore", {{Kind::asked, 900}, {Kind::declined, 730}, {Kind::asked, 700}}));
    CHECK(odds.not_kept == 2);
    CHECK(odds.recent_not_kept == Approx(0.25 + 0.5));
}

TEST_CASE("only the user's own closed deals of this playbook count") {
    auto deal = closed_deal(lost(), "explore", {{Kind::asked, 9}, {Kind::kept, 8}});
    CHECK(calibrating_deals(two_steps(), {deal, deal}) == 2);
    CHECK(step_odds_of(two_steps(), {deal, deal}, today())[0].kept == 2);
    deal.sample = true;
    CHECK(calibrating_deals(two_steps(), {deal}) == 0);
    CHECK(odds_of(deal).kept == 0);
    deal.sample = false;
    deal.playbook = "other";
    CHECK(odds_of(deal).kept == 0);
}

TEST_CASE("the posterior lies between the prior and the data, and is narrower with more of them") {
    std::vector<Deal> deals;
    auto before = step_odds_of(two_steps(), deals, today())[0];
    CHECK(before.posterior.mean == before.prior.mean);
    CHECK(before.prior.mean == 0.75);
    CHECK(before.prior.low == Approx(std::pow(0.05, 1.0 / 3)).margin(1e-8)); // Beta(3, 1): x^3
    CHECK(before.prior.high == Approx(std::pow(0.95, 1.0 / 3)).margin(1e-8));
    for (int i = 0; i < 12; ++i) {
        deals.push_back(closed_deal(lost(), "explore", {{Kind::asked, 0}, {Kind::declined, 0}}));
        const auto now = step_odds_of(two_steps(), deals, today())[0];
        CHECK(now.posterior.mean < before.posterior.mean);
        CHECK(now.posterior.high < before.posterior.high);
        CHECK(now.posterior.low < now.posterior.mean);
        CHECK(now.posterior.mean < now.posterior.high);
        before = now;
    }
    CHECK(before.posterior.mean == Approx(3.0 / 16));
    const auto calibrated = with_odds(two_steps(), step_odds_of(two_steps(), deals, today()));
    CHECK(calibrated.steps[0].odds_b == Approx(13));
    CHECK(calibrated.steps[1].odds_b == 1);
    CHECK(validate(calibrated).empty());
}

TEST_CASE("the odds of generated deals: in range, and the same in any order of the deals") {
    auto playbook = two_steps();
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        INFO(seed);
        Random random(seed);
        std::vector<Deal> deals;
        for (int i = 0; i < 25; ++i) {
            auto deal = random_deal(random);
            deal.playbook = playbook.id;
            for (auto& commitment : deal.commitments) {
                commitment.step = one_in(random, 2) ? "explore" : "decide";
            }
            deals.push_back(std::move(deal));
        }
        const auto odds = step_odds_of(playbook, deals, today());
        std::ranges::reverse(deals);
        const auto other = step_odds_of(playbook, deals, today());
        for (std::size_t i = 0; i < odds.size(); ++i) {
            const auto& one = odds[i];
            REQUIRE(one.recent_kept <= one.kept);
            REQUIRE(one.recent_not_kept <= one.not_kept);
            REQUIRE(0 <= one.posterior.low);
            REQUIRE(one.posterior.low < one.posterior.high);
            REQUIRE(one.posterior.high <= 1);
            REQUIRE(one.posterior.a == other[i].posterior.a);
            REQUIRE(one.posterior.b == other[i].posterior.b);
        }
    }
}
