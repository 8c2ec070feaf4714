#include "core/model/log_entry.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

Interaction entry_of(std::string id, std::string summary, Date on) {
    Interaction entry;
    entry.id = {std::move(id)};
    entry.on = entry.created = on;
    entry.kind = InteractionKind::email;
    entry.summary = std::move(summary);
    return entry;
}

}

TEST_CASE("a promise belongs to the entry with its words, else to the last of its day that is no invitation") {
    const auto day = *Date::parse("2026-06-10");
    Deal deal;
    deal.interactions = {entry_of("i00001", "Re: Scheduling\n\nI'll send you the price list by Friday.", day), entry_of("i00002", "Invitation: Pricing review", day), entry_of("i00003", "Later", day + 1)};
    deal.interactions[0].source = "mail";
    deal.interactions[1].source = "meeting";
    deal.interactions[1].next = NextStep{};
    OurPromise promise;
    promise.id = {"q00001"};
    promise.what = "Price list";
    promise.events = {{PromiseEventKind::made, day, {}}};
    deal.promises = {promise};
    const std::vector<PromiseId> all{promise.id};
    CHECK(promises_in(deal, deal.interactions[0]) == all);
    CHECK(promises_in(deal, deal.interactions[1]).empty());
    CHECK(promises_in(deal, deal.interactions[2]).empty());
    // Told in other words: not under an invitation that came in by itself.
    deal.promises[0].what = "Something else";
    CHECK(promises_in(deal, deal.interactions[0]) == all);
    // Of two that are alike the last.
    deal.interactions[1].next.reset();
    CHECK(promises_in(deal, deal.interactions[1]) == all);
    CHECK(promises_in(deal, deal.interactions[0]).empty());
}
