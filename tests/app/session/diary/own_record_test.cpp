#include "app/session/diary/own_record.hpp"

#include "tests/support/app/memory_platform.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Document with_closed(int count) {
    Document document;
    Random random(3);
    for (int i = 0; i < count; ++i) {
        Entry entry;
        entry.deal.id = DealId::make(random);
        entry.deal.outcome = i % 4 == 0 ? Outcome(Won{today - 10 * i}) : Outcome(NoDecision{today - 10 * i, {}});
        entry.deal.diary = {{.on = today - 10 * i - 20, .won = 600, .by = 1}};
        entry.revision = document.next_revision++;
        document.entries.push_back(std::move(entry));
    }
    return document;
}

}

TEST_CASE("the record is in force from forty deals on, unless it is switched off") {
    OwnRecord record;
    auto document = with_closed(39);
    record.refresh(document, today);
    CHECK(record.in_force(document.settings).deals == 0);
    document = with_closed(40);
    record.refresh(document, today);
    CHECK(record.in_force(document.settings).deals == 40);
    CHECK(recalibrated(0.6, record.in_force(document.settings)) < 0.45);
    document.settings.recalibrates = false;
    CHECK(record.in_force(document.settings) == Recalibration());
}

TEST_CASE("the record follows what closes, and knows the last year") {
    OwnRecord record;
    auto document = with_closed(50);
    record.refresh(document, today);
    CHECK(record.all().score.deals == 50);
    CHECK(record.last_year().score.deals == 37);
    document.entries.front().deal.outcome = Open{};
    record.refresh(document, today);
    CHECK(record.all().score.deals == 49);
    document.entries.clear();
    record.refresh(document, today);
    CHECK(record.all().closed == 0);
}
