#include "app/ui/cards/deal_facts.hpp"

#include "app/ui/shell/header_facts.hpp"
#include "core/base/currencies.hpp"
#include "core/model/first_event.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a changed target is one more entry of its history") {
    auto deal = example_deal();
    const auto edit = changed_target(deal, today(), [](TargetEvent& event) { event.note = "Peak season"; });
    deal = apply(deal, edit, today()).value();
    REQUIRE(deal.targets.size() == 2);
    CHECK(deal.targets[0].note.empty());
    CHECK(deal.targets[1] == TargetEvent{today(), today() + 60, TargetReason::seller_target, "Peak season"});
    deal = apply(deal, changed_target(deal, today(), [](TargetEvent& event) { event.date = {}; }), today()).value();
    CHECK(deal.targets.back() == TargetEvent{today(), {}, TargetReason::seller_target, {}});
}

TEST_CASE("the history of a target says what was wanted first and when that moved") {
    auto deal = example_deal();
    const auto day = [](int month, int number) { return Date::from_calendar(2026, month, number).value(); };
    CHECK(first_target_words(deal, today()).empty());
    deal.targets = {{day(6, 1), day(8, 15), TargetReason::buyer_event, {}},
                    {day(6, 5), day(8, 31), TargetReason::buyer_event, {}},
                    {day(6, 9), day(8, 31), TargetReason::buyer_event, "Peak season"}};
    CHECK(first_target_words(deal, today()) == "First target 15 Aug, moved on 5 Jun");
    CHECK(target_history(deal, today()) ==
          std::vector<std::string>{"9 Jun: 31 Aug, their event: Peak season", "5 Jun: 31 Aug, their event", "1 Jun: 15 Aug, their event"});
    deal.targets.push_back({day(6, 20), {}, TargetReason::buyer_event, {}});
    CHECK(first_target_words(deal, today()) == "First target 15 Aug, removed on 20 Jun");
    CHECK(target_history(deal, today()).front() == "20 Jun: target removed");
}

TEST_CASE("a target that has passed is said, but not of a closed deal") {
    auto deal = example_deal();
    deal.targets = {{today() - 30, today() - 1, TargetReason::buyer_event, "Peak season"}};
    CHECK(target_has_passed(deal, today()));
    CHECK(target_words(deal, deal.targets.back(), today()) == "The target " + short_date(today() - 1, today()) + " has passed");
    deal.outcome = Won{today() - 5};
    CHECK_FALSE(target_has_passed(deal, today()));
    CHECK(target_words(deal, deal.targets.back(), today()) == "They want it by " + short_date(today() - 1, today()) + ": Peak season");
}

TEST_CASE("the first thing that happened is named, and the last move of a commitment") {
    auto deal = example_deal();
    CHECK(first_event(deal)->on == today() - 40);
    CHECK(first_event(deal)->what == "the target date was set");
    deal.targets.clear();
    CHECK(first_event(deal)->on == today() - 25);
    CHECK(first_event(deal)->what == "you met Elena Brandt");
    CHECK(last_move(deal)->on == today() - 20);
    CHECK(last_move(deal)->what == "\u201cExplore change\u201d was kept");
    CHECK_FALSE(first_event(Deal{}));
    CHECK_FALSE(last_move(Deal{}));
}

TEST_CASE("days far away are told in weeks and months") {
    const auto now = today();
    CHECK(distance_words(now + 3, now) == "in 3 days");
    CHECK(distance_words(now + 77, now) == "in 11 weeks");
    CHECK(distance_words(now - 63, now) == "9 weeks ago");
    CHECK(distance_words(now - 240, now) == "8 months ago");
}

TEST_CASE("a tag is there once, whatever its case") {
    const std::vector<Tag> tags{{"food"}};
    CHECK(with_tag(tags, " Food ") == tags);
    CHECK(with_tag(tags, "") == tags);
    CHECK(with_tag(tags, " peak ") == std::vector<Tag>{{"food"}, {"peak"}});
}

TEST_CASE("tags of other deals are suggested after the deal's own") {
    Document document;
    document.entries.resize(2);
    document.entries[0].deal.tags = {{"zoo"}, {"food"}};
    document.entries[1].deal.tags = {{"Food"}, {"rail"}, {"cold"}};
    CHECK(known_tags(document, document.entries[0].deal) == std::vector<std::string>{"zoo", "food", "cold", "rail"});
}

TEST_CASE("an amount of another currency keeps its number") {
    CHECK(in_currency({18400000, "EUR"}, "USD") == Money{18400000, "USD"});
    CHECK(in_currency({18400050, "EUR"}, "JPY") == Money{184001, "JPY"});
    CHECK(in_currency({184000, "JPY"}, "KWD") == Money{184000000, "KWD"});
    CHECK(known_currencies().size() > 100);
}

TEST_CASE("facts of the header shrink in order and never reach further than they may") {
    const HeaderWidths natural{.account = 150, .title = 300, .amount = 80, .target = 260};
    const HeaderRoom room{.least = {.account = 72, .title = 140, .amount = 80, .target = 112}, .between = 16};
    const auto used = [&](const HeaderWidths& widths) {
        float sum = 0;
        for (const float one : {widths.account, widths.title, widths.amount, widths.target}) {
            sum += one > 0 ? one + 16 : 0;
        }
        return sum - 16;
    };
    CHECK(header_widths(natural, room, 1000).target == 260);
    const auto less = header_widths(natural, room, 700);
    CHECK(less.title == 300);
    CHECK(less.account == 150);
    CHECK(less.target == 122);
    const auto little = header_widths(natural, room, 560);
    CHECK(little.target == 112);
    CHECK(little.account == 72);
    CHECK(little.title == 248);
    const auto small = header_widths(natural, room, 400); // the target stays, the rail has the account
    CHECK(small.account == 0);
    CHECK(small.title == 176);
    CHECK(small.target == 112);
    const auto least = header_widths(natural, room, 340);
    CHECK(least.target == 0);
    CHECK(least.title == 244);
    for (float width = 100; width < 1200; width += 7) {
        CAPTURE(width);
        CHECK(used(header_widths(natural, room, width)) <= std::max(width, 80.0f));
        // A name of 500 letters takes no more than there is.
        CHECK(used(header_widths({.account = 4000, .title = 4000, .amount = 80, .target = 4000}, room, width)) <= std::max(width, 80.0f));
    }
}

TEST_CASE("what is typed in stays in the header, whatever it holds") {
    const HeaderWidths most{.account = 4000, .title = 4000, .amount = 80, .target = 4000};
    for (const auto typed : {&HeaderWidths::account, &HeaderWidths::title, &HeaderWidths::amount}) {
        for (const float natural : {40.0f, 90.0f, 300.0f, 4000.0f}) {
            for (float width = 200; width < 1200; width += 7) {
                CAPTURE(natural, width);
                auto widths = most;
                widths.*typed = natural;
                const HeaderRoom room{.least = {.account = 72, .title = 112, .amount = widths.amount, .target = 112}, .between = 16, .typed = 160};
                const auto found = header_widths(widths, room, width, typed);
                CHECK(found.*typed >= std::min(natural, 160.0f));
                CHECK(found.*typed <= std::max(natural, 160.0f));
                float used = -16;
                for (const float one : {found.account, found.title, found.amount, found.target}) used += one > 0 ? one + 16 : 0;
                CHECK(used <= width + 0.5f);
            }
        }
    }
}
