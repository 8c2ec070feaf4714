#include "core/analysis/next_ask/next_ask_words.hpp"

#include "core/analysis/phrases.hpp"
#include "core/analysis/wording.hpp"
#include "core/base/text.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <set>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::array<std::string_view, 6> hard_words{
    "Only today, before prices go up", "Let me know", "Wouldn't you agree", "To hit my quarter", "Touch base, asap",
    "You promised, trust me"};

std::string one_of(Random& random) {
    return std::string(hard_words[random.below(hard_words.size())]);
}

// A deal whose every text is what a good ask never says.
Deal with_hard_words(Random& random, Deal deal) {
    for (auto& one : deal.stakeholders) {
        one.name = one_in(random, 2) ? one_of(random) : one.name;
        one.needed_outcome = one_of(random);
    }
    for (auto& one : deal.commitments) {
        one.title = one_in(random, 2) ? one_of(random) : one.title;
        one.ask = one_of(random);
        one.done_when = one_of(random);
        for (auto& value : one.value_offered) {
            value.what = one_of(random);
        }
        for (auto& event : one.events) {
            event.why = one_of(random);
        }
    }
    for (auto& one : deal.concerns) {
        one.text = one_of(random);
    }
    for (auto& one : deal.promises) {
        one.what = one_of(random);
    }
    return deal;
}

// Remembers what it has seen: most texts come up again in the next deal.
class Checker {
public:
    explicit Checker(const WordingTable& table) : check_(table) {}

    // The first text that is marked, or nothing.
    std::string first_hit(const NextAsks& asks) {
        for (const auto& ask : asks.list) {
            for (const auto* text : {&ask.title, &ask.why, &ask.offer, &ask.wording, &ask.avoid}) {
                if (is_marked(*text)) return *text;
            }
        }
        return is_marked(asks.nothing_because) ? asks.nothing_because : std::string();
    }

private:
    bool is_marked(const std::string& text) {
        return clean_.count(text) == 0 && (!check_.hits(text).empty() || !clean_.insert(text).second);
    }

    WordingCheck check_;
    std::set<std::string> clean_;
};

NextAsks asks_of(const Deal& deal, const Balance& balance, const WordingTable& table) {
    const auto group = consensus_of(deal);
    return next_asks({deal, playbook_of(deal), group, balance, table, today()});
}

// Some of them pushed, so that every kind of card comes up.
Balance pushing(Random& random, const Deal& deal) {
    Balance balance;
    for (const auto& one : deal.stakeholders) {
        balance.people.push_back({one.id, {one_in(random, 3) ? 60.0 : 0.0, 0}});
    }
    return balance;
}

const NextAsk& card_of(const NextAsks& asks, const CommitmentId& id) {
    for (const auto& ask : asks.list) {
        if (ask.commitment == id) return ask;
    }
    FAIL("no card for " << id.text);
    return asks.list.front();
}

Balance nobody_pushed() {
    return {};
}

}

TEST_CASE("what we propose passes our own wording check") {
    Checker checker(english());
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        REQUIRE(checker.first_hit(asks_of(deal, pushing(random, deal), english())) == "");
    }
}

TEST_CASE("what we propose passes the check even where the deal's own words do not") {
    Checker checker(english());
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = with_hard_words(random, random_deal(random));
        REQUIRE(checker.first_hit(asks_of(deal, pushing(random, deal), english())) == "");
    }
}

TEST_CASE("what we propose passes another language's check") {
    Checker checker(german());
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        REQUIRE(checker.first_hit(asks_of(deal, pushing(random, deal), german())) == "");
    }
}

TEST_CASE("the wording is the user's, else the playbook's, else made from the title and when it is done") {
    auto deal = example_deal();
    deal.playbook = "ten-commitments";
    auto& commitment = deal.commitments[1];
    commitment.step = "build-consensus";
    commitment.done_when = "All six functions were heard.";
    const auto wording = [&] { return card_of(asks_of(deal, nobody_pushed(), english()), commitment.id).wording; };

    commitment.ask = "  Could you bring all six together on Friday?\n";
    CHECK(wording() == "Could you bring all six together on Friday?");
    const auto& step = *find_step(*playbook_of(deal), "build-consensus");
    commitment.ask = "It makes sense to bring them together, wouldn't you agree?";
    CHECK(wording() == step.ask);
    commitment.ask.clear();
    CHECK(wording() == step.ask);
    commitment.step = "unknown";
    CHECK(wording() ==
          "The next step I would propose is “Build consensus”. It is done when this holds: “All six functions were heard.” Will you take "
          "it on, and by when? If it is too early for that, what has to happen first?");
    commitment.title = "Only today";
    commitment.done_when.clear();
    CHECK(wording() ==
          "I would like to propose a next step. Will you take it on, and by when? If it is too early for that, "
          "what has to happen first?");
}

TEST_CASE("the offer starts from what the asked person needs, then what was prepared, then the playbook's idea") {
    auto deal = example_deal();
    deal.playbook = "ten-commitments";
    auto& commitment = deal.commitments[1];
    commitment.step = "build-consensus";
    commitment.people = {elena};
    commitment.value_offered = {{maria, "A tour", {}}, {elena, "Overtime per depot", {}}};
    const auto words = [&] { return card_of(asks_of(deal, nobody_pushed(), english()), commitment.id).offer; };
    CHECK(words() == "Offer “Overtime per depot”.");
    deal.stakeholders[0].needed_outcome = "No more lost contracts.";
    CHECK(words() == "Start from what Elena Brandt needs: “No more lost contracts.” Then offer “Overtime per depot”.");
    commitment.value_offered.pop_back();
    CHECK(words() == "Start from what Elena Brandt needs: “No more lost contracts.” Then offer a tour.");
    commitment.value_offered.clear();
    CHECK(words() ==
          "Start from what Elena Brandt needs: “No more lost contracts.” Then offer one page on what each function needs, and where "
          "these needs clash.");
    deal.promises[0].due = today() - 3;
    CHECK(words().ends_with("Bring what Elena Brandt was promised for 27 Jun: “Send the offer”."));
    commitment.step.clear();
    deal.promises.clear();
    deal.stakeholders[0].needed_outcome.clear();
    CHECK(words().empty());
}

TEST_CASE("what was noted about somebody in the third person is not said to them") {
    CHECK(can_be_said_to_them("Customers find parts themselves"));
    CHECK(can_be_said_to_them("Other heroes, the theirsome shed"));
    CHECK_FALSE(can_be_said_to_them("Her name is on it if it fails"));
    CHECK_FALSE(can_be_said_to_them("A cost he can plan"));

    auto deal = example_deal();
    const auto said = [&] {
        for (const auto& ask : asks_of(deal, nobody_pushed(), english()).list) {
            if (ask.action == NextAction::resolve_concern) return ask.wording;
        }
        return std::string();
    };
    CHECK(said().starts_with("I wrote this down as your concern: “Downtime in the season.” Did I get it right?"));
    deal.concerns[0].text = "His weekends are gone";
    CHECK(said().starts_with("You raised a concern on 5 Jun, and it deserves a proper answer."));
    deal.concerns[0].events.push_back({ConcernEventKind::answered, today() - 3, {}});
    CHECK(said().starts_with("On 27 Jun I answered a concern of yours."));
}

TEST_CASE("what people typed fits into a sentence") {
    CHECK(one_line("  two\n\tlines. ") == "two lines");
    CHECK(one_line("") == "");
    CHECK(one_line("\xe2\x80\xa8 break \xe2\x80\xa9") == "break");
    CHECK(one_line("one two three", 9) == "one two…");
    CHECK(one_line("éééééééééé", 4) == "éééé…");
    CHECK(one_line("नमस्ते", 2) == "नम…");
    CHECK(one_line("नमस्ते", 3) == "नमस्ते");
    CHECK(one_line("\U0001f468\u200d\U0001f469\u200d\U0001f467ab", 1) == "\U0001f468\u200d\U0001f469\u200d\U0001f467…");
    CHECK(code_point_count(one_line(std::string(500, 'x'), 40)) == 41);
    CHECK(quoted("Payback.") == "“Payback”");
    CHECK(quoted("") == "");
    CHECK(quoted_end("Who pays?") == "“Who pays?”");
    CHECK(thing_to_give("A count of her calls.") == "a count of her calls");
    CHECK(thing_to_give("Overtime per depot") == "“Overtime per depot”");
    CHECK(thing_to_give("What-if figures") == "“What-if figures”");
    CHECK(with_capital("this step") == "This step");
}

TEST_CASE("the first sentence of why stands alone, whatever full stops are in it") {
    const auto short_of = [](std::string why) { return short_why({.why = std::move(why)}); };
    CHECK(short_of("It has been ready for 12 days. Elena decides.") == "It has been ready for 12 days.");
    CHECK(short_of("Raised by J. of the board 3 days ago. Not answered.") == "Raised by J. of the board 3 days ago.");
    CHECK(short_of("Ready for 88 days, not asked. \u201cInvest\u201d waits.") == "Ready for 88 days, not asked.");
    CHECK(short_of("Only one sentence.") == "Only one sentence.");
    CHECK(short_of("").empty());
}

TEST_CASE("a title inside a sentence is one line and not too long") {
    Commitment commitment;
    CHECK(short_title(commitment) == "No title yet");
    commitment.title = "Build\nconsensus ";
    CHECK(short_title(commitment) == "Build consensus");
    commitment.title = std::string(500, 'x');
    CHECK(short_title(commitment).size() <= 63); // 60 letters, "…"
}
