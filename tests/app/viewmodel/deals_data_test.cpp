#include "app/viewmodel/deals_data.hpp"
#include "tests/support/app/knowledge.hpp"
#include "core/model/words/shown_name.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Commitment commitment(std::string id, std::string title) {
    Commitment result;
    result.id = {std::move(id)};
    result.created = today - 60;
    result.title = std::move(title);
    result.events.push_back({CommitmentEventKind::planned, today - 60, {}, {}, {}, {}});
    return result;
}

void add(Commitment& to, CommitmentEventKind kind, int days_ago) {
    to.events.push_back({kind, today - days_ago, {}, {}, {}, {}});
}

void set_due(Commitment& to, int in_days) {
    CommitmentEvent event;
    event.kind = CommitmentEventKind::due;
    event.on = today - 1;
    event.due = today + in_days;
    to.events.push_back(event);
}

Deal deal(std::string account, std::string title = {}) {
    Deal result;
    result.id = {"d" + account.substr(0, 5)};
    result.account = std::move(account);
    result.title = std::move(title);
    result.opened = today - 5;
    result.created = today - 5;
    return result;
}

Stakeholder person(std::string id, std::string name) {
    Stakeholder result;
    result.id = {std::move(id)};
    result.name = std::move(name);
    return result;
}

DealRow row_of(const Deal& deal) {
    return deal_row(deal, derive(deal, nothing_known(), today), today);
}

}

TEST_CASE("a deal goes by its account, then by its title") {
    CHECK(deal_name(deal("Kestrel Rail", "Crew rostering")) == "Kestrel Rail");
    CHECK(deal_name(deal("", "Crew rostering")) == "Crew rostering");
    CHECK(deal_name(deal("", "")) == "Untitled deal");
    CHECK(row_of(deal("Kestrel Rail", "Crew rostering")).about == "Crew rostering");
    CHECK(row_of(deal("Kestrel Rail", "Kestrel Rail")).about.empty());
    CHECK(row_of(deal("", "Crew rostering")).about.empty());
}

TEST_CASE("a row says the first of the deal's next asks, why, and the day that has passed or is to come") {
    auto subject = deal("Kestrel Rail");
    subject.stakeholders = {person("p00001", "Nadia Farouk"), person("p00002", "Lars Holm")};
    auto first = commitment("c00001", "Time");
    add(first, CommitmentEventKind::asked, 9);
    add(first, CommitmentEventKind::kept, 8);
    auto agreed = commitment("c00002", "Change");
    add(agreed, CommitmentEventKind::asked, 3);
    add(agreed, CommitmentEventKind::agreed, 2);
    auto ready = commitment("c00003", "Build consensus");
    ready.people = {{"p00002"}};
    ready.decides = true;
    ready.prerequisites = {{"c00002"}};
    subject.commitments = {first, agreed, ready};

    const auto derived = derive(subject, nothing_known(), today);
    auto row = deal_row(subject, derived, today);
    REQUIRE(first_ask(derived));
    CHECK(row.ask == first_ask(derived)->title);
    CHECK(first_ask(derived)->why.starts_with(row.ask_why));
    CHECK(row.kept == 1);
    CHECK(row.commitments == 3);
    CHECK_FALSE(row.ready); // Change is agreed, and the decision waits for it
    CHECK(row.ahead->id == CommitmentId{"c00002"});
    CHECK_FALSE(row.by.has_value());

    SECTION("what is late says since when, whatever comes first") {
        set_due(subject.commitments[1], -4);
        row = row_of(subject);
        CHECK(row.by == today - 4);
        CHECK(row.days_late == 4);
    }
    SECTION("without people and without anything open nothing is asked") {
        subject.commitments.clear();
        row = row_of(subject);
        CHECK(row.ask.empty());
        CHECK_FALSE(row.ready);
    }
}

TEST_CASE("the day of a row is that of the ask, else of the step that was planned about it or about nothing in particular") {
    auto subject = deal("Kestrel Rail");
    subject.commitments = {commitment("c00001", "Time")};
    subject.commitments[0].decides = true;
    Stakeholder boss; // only who decides is asked for it
    boss.id = {"p00009"};
    boss.name = "Ada Krog";
    boss.role = Role::decision_maker;
    subject.stakeholders = {boss};
    Interaction meeting;
    meeting.id = {"i00001"};
    meeting.on = today - 3;
    meeting.people = {boss.id};
    meeting.next = NextStep{{}, today + 5, "Call"};
    subject.interactions = {meeting};
    REQUIRE(first_ask(derive(subject, nothing_known(), today))->commitment == CommitmentId{"c00001"});
    CHECK(row_of(subject).by == today + 5);

    SECTION("what is planned within days is prepared first, and has its own day") {
        subject.interactions[0].next->on = today + 2;
        set_due(subject.commitments[0], 6);
        CHECK(row_of(subject).ask.starts_with("Prepare “Call” for "));
        CHECK(row_of(subject).by == today + 2);
    }
    SECTION("the due date of the commitment is stronger") {
        set_due(subject.commitments[0], 6);
        CHECK(row_of(subject).by == today + 6);
    }
    SECTION("what has no day is done before the next thing that has one") {
        subject.interactions[0].next->commitment = {"c00009"};
        CHECK(row_of(subject).by == today + 5);
        subject.interactions.clear();
        CHECK_FALSE(row_of(subject).by.has_value());
    }
    SECTION("a step whose day has passed is late until somebody says what became of it") {
        subject.interactions[0].next->on = today - 1;
        CHECK(row_of(subject).days_late == 1);
        subject.interactions[0].next->state = NextStepState::happened;
        CHECK(row_of(subject).days_late == 0);
    }
}

TEST_CASE("a deal is quiet after more than 14 days without a word either way, and closed deals never are") {
    auto subject = deal("Fenwick Paper");
    subject.opened = today - 14;
    CHECK_FALSE(row_of(subject).quiet);
    subject.opened = today - 15;
    CHECK(row_of(subject).quiet);
    CHECK(last_kept_words(row_of(subject), today) == "none yet");
    Interaction call;
    call.id = {"i00001"};
    call.kind = InteractionKind::call;
    call.on = today;
    subject.interactions = {call};
    CHECK_FALSE(row_of(subject).quiet); // they talked on that very day
    subject.interactions[0].on = today - 15;
    CHECK(row_of(subject).quiet);
    subject.outcome = Won{today - 2};
    const auto closed = row_of(subject);
    CHECK_FALSE(closed.quiet);
    CHECK(closed.closed_words == "Won 14 Jun");
    CHECK(closed.ask.empty());
    CHECK_FALSE(closed.ahead.has_value());
}

TEST_CASE("filters count what they show") {
    auto ready = deal("Alpha");
    ready.commitments = {commitment("c00001", "Time")};
    ready.sample = true;
    auto late = deal("Beta");
    late.commitments = {commitment("c00002", "Time")};
    set_due(late.commitments[0], -1);
    auto lost = deal("Gamma");
    lost.outcome = Lost{today, "Other", "price"};
    const std::vector rows{row_of(ready), row_of(late), row_of(lost)};
    CHECK(count_of(rows, DealFilter::all) == 3);
    CHECK(count_of(rows, DealFilter::ready) == 2);
    CHECK(count_of(rows, DealFilter::late) == 1);
    CHECK(count_of(rows, DealFilter::quiet) == 0);
    CHECK(count_of(rows, DealFilter::samples) == 1);
    CHECK(count_of(rows, DealFilter::closed) == 1);
    CHECK(filter_of("late") == DealFilter::late);
    CHECK(filter_of("") == DealFilter::all);
    CHECK(filter_of(filter_key(DealFilter::quiet)) == DealFilter::quiet);
}

TEST_CASE("rows without a value and closed ones come last whichever way the table is sorted") {
    auto soon = deal("Soon");
    soon.commitments = {commitment("c00001", "Time")};
    set_due(soon.commitments[0], 1);
    auto later = deal("Later");
    later.commitments = {commitment("c00002", "Time")};
    set_due(later.commitments[0], 9);
    auto undated = deal("Undated");
    undated.commitments = {commitment("c00003", "Time")};
    auto closed = deal("Aclosed");
    closed.outcome = Won{today};
    const std::vector rows{row_of(closed), row_of(undated), row_of(later), row_of(soon)};
    const auto names = [](const std::vector<const DealRow*>& shown) {
        std::string text;
        for (const auto* row : shown) {
            text += row->name + ' ';
        }
        return text;
    };
    CHECK(names(chosen_rows(rows, {DealFilter::all, "", DealColumn::by, false})) == "Soon Later Undated Aclosed ");
    CHECK(names(chosen_rows(rows, {DealFilter::all, "", DealColumn::by, true})) == "Later Soon Undated Aclosed ");
    CHECK(names(chosen_rows(rows, {DealFilter::all, "", DealColumn::deal, true})) == "Undated Soon Later Aclosed ");
    CHECK(names(chosen_rows(rows, {DealFilter::closed, "", DealColumn::by, false})) == "Aclosed ");
    CHECK(names(chosen_rows(rows, {DealFilter::all, "later", DealColumn::by, false})) == "Later ");
    CHECK(chosen_rows(rows, {DealFilter::all, "nobody", DealColumn::by, false}).empty());
}

TEST_CASE("the search finds the people of a deal") {
    auto subject = deal("Kestrel Rail");
    subject.stakeholders = {person("p00001", "Nadia Farouk")};
    const std::vector rows{row_of(subject)};
    CHECK(chosen_rows(rows, {DealFilter::all, "farouk", DealColumn::by, false}).size() == 1);
}

TEST_CASE("deals are sorted and found whatever the script and the accents") {
    std::vector<Deal> deals;
    for (const char* account : {"\u5c71\u7530", "\u0645\u062d\u0645\u062f", "Zoe", "\u00c4rzte", "Bau", "\u30e4\u30de\u30c0"})
        deals.push_back(deal(account));
    std::vector<DealRow> rows;
    for (const auto& one : deals)
        rows.push_back(row_of(one));
    const auto names = [&](std::string_view query) {
        std::vector<std::string> found;
        for (const auto* row : chosen_rows(rows, {DealFilter::all, std::string(query), DealColumn::deal, false}))
            found.push_back(row->name);
        return found;
    };
    CHECK(names("") == std::vector<std::string>{"\u00c4rzte", "Bau", "Zoe", "\u0645\u062d\u0645\u062f", "\u30e4\u30de\u30c0", "\u5c71\u7530"});
    CHECK(names("arzte") == std::vector<std::string>{"\u00c4rzte"});
    CHECK(names("\u3084\u307e") == std::vector<std::string>{"\u30e4\u30de\u30c0"});
    CHECK(names("\u0645\u064f\u062d") == std::vector<std::string>{"\u0645\u062d\u0645\u062f"});
}

TEST_CASE("the title says what presses most, the line below it the rest") {
    auto ready = deal("Alpha");
    ready.commitments = {commitment("c00001", "Time")};
    auto late = deal("Beta");
    late.opened = today - 40;
    late.commitments = {commitment("c00002", "Time")};
    set_due(late.commitments[0], -1);
    auto won = deal("Gamma");
    won.outcome = Won{today};
    CHECK(deals_title({row_of(ready)}) == "One ask is ready");
    CHECK(deals_subtitle({row_of(ready)}) == "One open.");
    CHECK(deals_title({row_of(ready), row_of(late)}) == "Two asks are ready, one deal is late");
    CHECK(deals_subtitle({row_of(ready), row_of(late), row_of(won)}) == "One deal has been quiet for over 14 days. Two open, one closed.");
    CHECK(deals_title({row_of(won)}) == "The only deal is closed");
    CHECK(deals_title({row_of(deal("Empty"))}) == "Nothing is ready to ask yet");
}

TEST_CASE("amounts are summed per currency over the open deals") {
    auto euro = deal("Alpha");
    euro.amount = Money{18400000, "EUR"};
    auto more = deal("Beta");
    more.amount = Money{5000000, "EUR"};
    auto dollar = deal("Gamma");
    dollar.amount = Money{2000000, "USD"};
    auto won = deal("Delta");
    won.amount = Money{9900000, "EUR"};
    won.outcome = Won{today};
    const auto sum = [](const std::vector<DealRow>& rows) {
        return open_sum(chosen_rows(rows, {DealFilter::all, "", DealColumn::deal, false}));
    };
    CHECK(sum({row_of(euro), row_of(more), row_of(won)}) == "\u20AC234,000");
    CHECK(sum({row_of(euro), row_of(dollar)}) == "\u20AC184,000 and $20,000");
    CHECK(sum({row_of(won)}).empty());
    euro.amount->minor = std::numeric_limits<std::int64_t>::max();
    CHECK_FALSE(sum({row_of(euro), row_of(more)}).empty()); // does not overflow
}

TEST_CASE("the date of the ask in words") {
    auto subject = deal("Alpha");
    subject.commitments = {commitment("c00001", "Time")};
    const auto words = [&](int in_days) {
        auto copy = subject;
        set_due(copy.commitments[0], in_days);
        return by_words(row_of(copy), today);
    };
    CHECK(words(-4) == "4 days late");
    CHECK(words(-1) == "1 day late");
    CHECK(words(0) == "today");
    CHECK(words(1) == "tomorrow");
    CHECK(words(3) == "Fri"); // 16 June 2026 is a Tuesday
    CHECK(words(12) == "in 12 days");
    CHECK(by_words(row_of(subject), today).empty());
}
