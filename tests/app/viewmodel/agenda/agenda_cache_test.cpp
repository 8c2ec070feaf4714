#include "app/viewmodel/agenda/agenda_cache.hpp"
#include "app/viewmodel/agenda/ask_edit.hpp"
#include "app/viewmodel/diary/moved_deals.hpp"
#include "core/model/edit/edit.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/app/tab.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Many {
    Many() : tab(std::make_shared<MemoryStorage>(), 1, today()) {}
    Entry& add(Deal deal) {
        Entry entry;
        entry.deal = std::move(deal);
        entry.revision = tab.document.next_revision++;
        tab.document.entries.push_back(std::move(entry));
        return tab.document.entries.back();
    }
    const Agenda& all() { return cache.all(tab.document, derived, forecasts, today()); }
    // As the program does it beside its frames; how many steps it took.
    int work() {
        int steps = 0;
        if (!cache.begin(tab.document, forecasts, today())) return 0;
        while (cache.work(tab.document, derived, forecasts, today())) {
            ++steps;
        }
        return steps;
    }

    Tab tab;
    DerivedCache derived;
    ForecastCache forecasts;
    AgendaCache cache;
};

Deal late(std::string id) {
    auto deal = calm_deal();
    deal.id = {std::move(id)};
    deal.promises = {{{"pp0001"}, today() - 20, anna, "Ward comparison", today() - 1, {{PromiseEventKind::made, today() - 20, {}}}, {}}};
    return deal;
}

}

TEST_CASE("the count is worked out a deal at a time, and is what the page shows") {
    Many many;
    many.add(late("d00001"));
    many.add(late("d00002"));
    CHECK_FALSE(many.cache.count());
    CHECK(many.work() == 2);
    REQUIRE(many.cache.count());
    const int count = *many.cache.count();
    CHECK(many.all().for_today() == count);
    CHECK(many.work() == 0); // nothing is left to do, and nothing is done again
    many.add(late("d00003"));
    CHECK(many.work() == 3);
    CHECK(*many.cache.count() > count);
    CHECK(many.all().for_today() == many.cache.count());
}

TEST_CASE("archived deals are left out, and the samples as soon as there is a deal of one's own") {
    Many many;
    auto sample = late("d00001");
    sample.sample = true;
    many.add(std::move(sample));
    CHECK(many.work() == 0);
    CHECK(many.cache.count() == 0); // nothing in the rail or the title
    CHECK(many.all().of(AgendaGroup::promise).size() == 1);
    CHECK_FALSE(has_own_open_deal(many.tab.document));
    many.add(late("d00002")).archived = true;
    CHECK(many.all().of(AgendaGroup::promise).size() == 1);
    CHECK_FALSE(has_own_open_deal(many.tab.document));
    many.add(late("d00003"));
    REQUIRE(many.all().of(AgendaGroup::promise).size() == 1);
    CHECK(many.all().of(AgendaGroup::promise)[0].deal->id.text == "d00003");
    CHECK(has_own_open_deal(many.tab.document));
    auto& closed = many.tab.document.entries.back();
    closed.deal.outcome = Won{today()};
    closed.revision = many.tab.document.next_revision++;
    CHECK_FALSE(has_own_open_deal(many.tab.document));
}

TEST_CASE("a change of one deal is seen, and the list points to the deals where they are") {
    Many many;
    many.add(late("d00001"));
    many.add(late("d00002"));
    CHECK(many.all().of(AgendaGroup::promise).size() == 2);
    auto& entry = many.tab.document.entries.front();
    entry.deal.promises[0].events.push_back({PromiseEventKind::kept, today(), {}});
    entry.revision = many.tab.document.next_revision++;
    CHECK(many.all().of(AgendaGroup::promise).size() == 1);
    many.tab.document.entries.erase(many.tab.document.entries.begin());
    const auto& agenda = many.all();
    CHECK(agenda.of(AgendaGroup::promise).at(0).deal == &many.tab.document.entries[0].deal);
    CHECK(many.cache.dates(first_day_of_strip(today()) - 1).empty());
}

TEST_CASE("what one press records ends the line, for every kind that it records something for") {
    int recorded = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto before = assessed(deal, today());
        for (const auto& ask : before.next.list) {
            const auto edit = edit_of(ask, deal, today());
            if (!edit) continue;
            const auto after = apply(deal, *edit, today());
            if (!after) continue; // the day of its last event may be later
            ++recorded;
            const auto again = assessed(*after, today());
            const auto same = std::ranges::find_if(again.next.list, [&](const NextAsk& one) {
                return one.action == ask.action && one.commitment == ask.commitment && one.concern == ask.concern && one.promise == ask.promise;
            });
            INFO("seed " << seed << ": " << ask.title);
            // An answered concern is still to be resolved.
            CHECK((same == again.next.list.end() || ask.action == NextAction::resolve_concern));
        }
    }
    CHECK(recorded > 200);
}

TEST_CASE("what moved: chances by points, close dates by a week or more, not where the model changed") {
    Document document;
    const auto add = [&](std::string id, Diary diary) {
        Entry entry;
        entry.deal.id = {std::move(id)};
        entry.deal.diary = std::move(diary);
        document.entries.push_back(std::move(entry));
    };
    add("d00001", {{today() - 7, 640, 20, 60, 100, 1}, {today(), 710, 13, 53, 93, 1}});
    add("d00002", {{today() - 7, 410, 20, 60, 100, 1}, {today(), 340, 30, 74, 100, 1}});
    add("d00003", {{today() - 7, 410, 20, 60, 100, 1}, {today(), 340, 30, 74, 100, 2}});
    add("d00004", {{today(), 340, 30, 74, 100, 2}});
    const auto moved = moved_deals(document, {}, today(), 7);
    REQUIRE(moved.chances.size() == 2);
    CHECK(signed_points(moved.chances[0].points()) == "+7");
    CHECK(signed_points(moved.chances[1].points()) == "\u22127");
    REQUIRE(moved.dates.size() == 1);
    CHECK(moved.dates[0].deal->id.text == "d00002");
    CHECK(moved.dates[0].now - moved.dates[0].before == 21);
    CHECK(slipped_words(moved) == "One close date slipped");
}
