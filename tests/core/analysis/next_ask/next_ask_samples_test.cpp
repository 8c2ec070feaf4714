#include "core/analysis/names.hpp"
#include "core/analysis/wording.hpp"
#include "tests/support/analysis.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<Date> days() {
    std::vector<Date> list;
    for (const auto* text : {"2026-06-16", "2026-06-30", "2028-02-29", "2027-01-01"}) {
        list.push_back(*Date::parse(text));
    }
    return list;
}

std::string list(const NextAsks& asks) {
    std::string text;
    for (const auto& ask : asks.list) {
        text += std::string(key_of(ask.action)) + ' ' + std::to_string(ask.score) + ' ' + ask.title + '\n';
    }
    return text;
}

}

TEST_CASE("the pushed sample: give or resolve first, and for whom") {
    for (const auto day : days()) {
        const auto deal = sample("pushed", day);
        const auto asks = assessed(deal, day).next;
        INFO(list(asks));
        REQUIRE_FALSE(asks.list.empty());
        CHECK(asks.list.front().title.starts_with("Prepare “Talk about Decide” for ")); // tomorrow
        CHECK(asks.list.front().avoid == "Do not ask Mei-Ling Tan for anything there before you have given something.");
        const auto& top = *std::ranges::find(asks.list, AskClass::rest, &NextAsk::order);
        CHECK(top.action == NextAction::give_first);
        REQUIRE(top.whom.size() == 1);
        CHECK(top.title == "Give Mei-Ling Tan something before you ask again");
        CHECK(top.why.starts_with("In the last 30 days Mei-Ling Tan got 7 asks and nothing in return. 4 concerns are open"));
        CHECK(top.offer.starts_with("Start from what Mei-Ling Tan needs: “Customers find parts themselves.”"));
        CHECK(top.wording.find("Customers find parts themselves") != std::string::npos);
        // Nobody is asked for anything among the three that are shown.
        for (std::size_t i = 1; i < 4; ++i) {
            CHECK((asks.list[i].action == NextAction::give_first || asks.list[i].action == NextAction::resolve_concern ||
                   asks.list[i].action == NextAction::hear));
        }
    }
}

TEST_CASE("the passive sample: answer them, keep our word, then the ask that has been due longest") {
    for (const auto day : days()) {
        const auto deal = sample("passive", day);
        const auto asks = assessed(deal, day).next;
        INFO(list(asks));
        REQUIRE_FALSE(asks.list.empty());
        CHECK(asks.list[0].title.starts_with("Answer Olga Petrenko's e-mail of "));
        CHECK(asks.list[1].title.starts_with("Answer Grace Achieng's call of "));
        CHECK(asks.list[2].title == "Keep your promise to Liam O'Brien"); // the latest of three
        const auto& top = *std::ranges::find(asks.list, AskClass::rest, &NextAsk::order);
        CHECK(top.action == NextAction::ask);
        CHECK(top.title == "Ask Hana Ngata for “Change”");
        CHECK(top.why == "Ready for 88 days and not asked for. “Invest” waits for it. Hana Ngata owns it and has the last word.");
        CHECK(top.offer.starts_with("Start from what Hana Ngata needs: “Full lists in winter.” Then offer the cost of not changing"));
        CHECK(top.offer.find("two references of similar size") != std::string::npos);
        CHECK(top.wording == find(deal, top.commitment)->ask);
        CHECK(top.avoid == "Do not end the conversation without a date for the next step.");
    }
}

TEST_CASE("the balanced sample: the step that is ready, of its owner") {
    for (const auto day : days()) {
        const auto deal = sample("brightwater", day);
        const auto asks = assessed(deal, day).next;
        INFO(list(asks));
        REQUIRE_FALSE(asks.list.empty());
        const auto& top = asks.list.front();
        CHECK(top.title == "Ask Elena Brandt and 5 others for “Build consensus”");
        CHECK(top.order == AskClass::soon); // they meet tomorrow
        CHECK(top.whom.front() == find(deal, top.commitment)->buyer_owner);
        CHECK(top.wording == find(deal, top.commitment)->ask);
        CHECK(top.avoid.starts_with("Do not ask Marcus Olsen for “Invest” again yet: the answer was no on "));
    }
}

TEST_CASE("every text of the samples passes our own check in both languages") {
    for (const auto day : days()) {
        for (const auto* name : {"pushed", "passive", "brightwater"}) {
            const auto asks = assessed(sample(name, day), day).next;
            for (const auto& ask : asks.list) {
                for (const auto& text : {ask.title, ask.why, ask.offer, ask.wording, ask.avoid}) {
                    INFO(name << ": " << text);
                    CHECK(check_wording(text, english()).empty());
                    CHECK(check_wording(text, german()).empty());
                }
            }
        }
    }
}
