#include "core/agenda/agenda.hpp"
#include "core/agenda/agenda_dates.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/agenda/ask_day.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/validate/validate.hpp"
#include "core/model/words/shown_name.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <deque>
#include <set>

using namespace middleground;
using namespace middleground::test;

namespace {

// Deals with what follows from them, as the list reads them.
class Many {
public:
    void add(Deal deal) {
        deals_.push_back(std::move(deal));
        const auto& kept = deals_.back();
        assessed_.push_back(assessed(kept, today()));
        lines_.push_back(agenda_of({kept, playbook_of(kept), assessed_.back().next, assessed_.back().consensus}, today()));
    }
    Agenda agenda() const {
        std::vector<AgendaOfDeal> all;
        for (std::size_t i = 0; i < deals_.size(); ++i) {
            all.push_back({&deals_[i], &lines_[i]});
        }
        return agenda_of(all, today());
    }
    const std::deque<Deal>& deals() const { return deals_; }
    const Assessment& assessment(std::size_t i) const { return assessed_[i]; }
    const std::vector<AgendaLine>& lines(std::size_t i) const { return lines_[i]; }

private:
    std::deque<Deal> deals_;
    std::deque<Assessment> assessed_;
    std::deque<std::vector<AgendaLine>> lines_;
};

std::vector<AgendaLine> lines_of(const Deal& deal) {
    Many many;
    many.add(deal);
    return many.lines(0);
}

const AgendaLine* find_line(const std::vector<AgendaLine>& lines, AgendaGroup group) {
    const auto found = std::ranges::find(lines, group, &AgendaLine::group);
    return found == lines.end() ? nullptr : &*found;
}

OurPromise promise(std::string id, std::string what, std::optional<Date> due) {
    return {{std::move(id)}, today() - 20, anna, std::move(what), due, {{PromiseEventKind::made, today() - 20, {}}}, {}};
}

Deal named(std::string id, std::string account) {
    auto deal = calm_deal();
    deal.id = {std::move(id)};
    deal.account = std::move(account);
    return deal;
}

}

TEST_CASE("each deal's lines are what its own next asks say, and the first of them is among them") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        Many many;
        many.add(lively_deal(random));
        const auto& asks = many.assessment(0).next.list;
        const auto& lines = many.lines(0);
        INFO("seed " << seed);
        if (!asks.empty()) {
            const auto next = std::ranges::find(lines, true, &AgendaLine::is_next);
            REQUIRE(next != lines.end());
            CHECK(next->ask.title == asks.front().title);
            CHECK(std::ranges::count(lines, true, &AgendaLine::is_next) == 1);
        }
        std::set<std::string> keys;
        int rest = 0;
        for (const auto& line : lines) {
            INFO(line.key << ": " << line.what);
            CHECK(keys.insert(line.key).second); // putting one off puts off no other
            CHECK_FALSE(line.what.empty());
            CHECK(is_there(many.deals()[0], line.about));
            rest += line.group == AgendaGroup::ask || line.group == AgendaGroup::quiet;
            const auto same = std::ranges::find(asks, line.ask.title, &NextAsk::title);
            const bool coming = line.group == AgendaGroup::promise || line.group == AgendaGroup::meeting;
            CHECK((same != asks.end() || coming));
        }
        CHECK(rest <= 1);
    }
}

TEST_CASE("within a group a deal keeps the order of its own asks") {
    Many many;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        auto deal = lively_deal(random);
        deal.id = {"d" + std::to_string(10000 + seed)};
        many.add(std::move(deal));
    }
    const auto agenda = many.agenda();
    std::size_t shown = agenda.put_off.size();
    for (std::size_t i = 0; i < many.deals().size(); ++i) {
        for (const auto group : all_agenda_groups) {
            std::vector<const AgendaLine*> listed;
            for (const auto& entry : agenda.of(group)) {
                if (entry.deal == &many.deals()[i]) listed.push_back(entry.line);
            }
            CHECK(std::ranges::is_sorted(listed)); // they lie in the deal's order
            shown += listed.size();
        }
    }
    std::size_t all = 0;
    for (std::size_t i = 0; i < many.deals().size(); ++i) {
        all += many.lines(i).size();
    }
    CHECK(shown == all);
}

TEST_CASE("promises: late ones, those of today and of the next days, also of a deal that has ended") {
    auto deal = calm_deal();
    deal.promises = {promise("pp0001", "Ward comparison", today()), promise("pp0002", "Sample of the data", today() - 27),
                     promise("pp0003", "The last answers", today() + 2), promise("pp0004", "Much later", today() + 30),
                     promise("pp0005", "Some day", {})};
    Many many;
    many.add(deal);
    const auto agenda = many.agenda();
    std::vector<std::string> what;
    for (const auto& entry : agenda.of(AgendaGroup::promise)) {
        what.push_back(entry.line->what + " | " + agenda_day_words(*entry.line, today()));
    }
    CHECK(what == std::vector<std::string>{"Sample of the data | 27 days late", "Ward comparison | due today",
                                           "The last answers | due " + std::string(weekday_name(today() + 2))});
    deal.outcome = Won{today() - 1};
    const auto lines = lines_of(deal);
    CHECK(std::ranges::count(lines, AgendaGroup::promise, &AgendaLine::group) == 3);
    CHECK(find_line(lines, AgendaGroup::ask) == nullptr);
}

TEST_CASE("meetings of today and tomorrow, and what was planned and never told of") {
    auto deal = calm_deal();
    auto& next = interaction_in(deal, talk).next;
    REQUIRE(next);
    next->what = "Call with Anna: choose the line";
    next->on = today() + 1;
    auto lines = lines_of(deal);
    const auto* meeting = find_line(lines, AgendaGroup::meeting);
    REQUIRE(meeting);
    CHECK(meeting->what == "Call with Anna: choose the line");
    CHECK(meeting->key == "step ta1k01");
    CHECK(meeting->why.contains(" of "));
    CHECK(agenda_day_words(*meeting, today()) == "tomorrow");
    next->on = today() + 2;
    CHECK(find_line(lines_of(deal), AgendaGroup::meeting) == nullptr);
    next->on = today() - 3;
    lines = lines_of(deal);
    meeting = find_line(lines, AgendaGroup::meeting);
    REQUIRE(meeting);
    CHECK(meeting->why == "say what became of it");
    CHECK(haste_of(*meeting, today()) == AgendaHaste::late);
    next->state = NextStepState::happened;
    CHECK(find_line(lines_of(deal), AgendaGroup::meeting) == nullptr);
}

TEST_CASE("what was planned stands by its day, also where an ask says it and another one is only coming up") {
    auto deal = calm_deal();
    interaction_in(deal, talk).next = NextStep{{}, today(), "Today's call"};
    interaction_in(deal, visit).next = NextStep{{}, today() - 2, "An earlier one"};
    std::vector<std::string> what;
    for (const auto& line : lines_of(deal)) {
        if (line.group == AgendaGroup::meeting) what.push_back(line.what);
    }
    CHECK(what == std::vector<std::string>{"An earlier one", "Today's call"});
}

TEST_CASE("a question waits for an answer, who can stop the deal before others") {
    Many many;
    const auto asked = [](Deal deal, const StakeholderId& who, int days_ago) {
        Concern question;
        question.id = {"q" + deal.id.text.substr(1)};
        question.created = today() - days_ago;
        question.stakeholder = who;
        question.text = "When can we try it?";
        question.events = {{ConcernEventKind::raised, today() - days_ago, {}}};
        question.kind = ConcernKind::question;
        deal.concerns.push_back(question);
        return deal;
    };
    many.add(asked(named("d00001", "Aotea"), carl, 12));
    many.add(asked(named("d00002", "Tallis"), anna, 2));
    const auto agenda = many.agenda();
    REQUIRE(agenda.of(AgendaGroup::answer).size() == 2);
    CHECK(agenda.of(AgendaGroup::answer)[0].deal->account == "Tallis"); // Anna decides
    const auto& carl_waits = *agenda.of(AgendaGroup::answer)[1].line;
    CHECK(carl_waits.what == "\u201cWhen can we try it?\u201d");
    CHECK(carl_waits.day == today() - 12);
    CHECK(haste_of(carl_waits, today()) == AgendaHaste::waiting);
    CHECK(agenda_title(agenda, today()).starts_with("Two buyers wait for an answer"));
}

TEST_CASE("a deal in which nothing was said for long is quiet, but not one that waits for a day") {
    auto deal = calm_deal();
    for (auto& interaction : deal.interactions) {
        interaction.next.reset();
    }
    CHECK(find_line(lines_of(deal), AgendaGroup::quiet) == nullptr);
    auto silent = deal;
    for (auto& interaction : silent.interactions) {
        interaction.on = interaction.created = today() - 20;
    }
    for (auto& commitment : silent.commitments) {
        for (auto& event : commitment.events) {
            event.on = std::min(event.on, today() - 20);
        }
    }
    const auto lines = lines_of(silent);
    const auto* quiet = find_line(lines, AgendaGroup::quiet);
    REQUIRE(quiet);
    CHECK(quiet->day == today() - 20);
    CHECK(quiet->why == "no word either way for 20 days");
    CHECK(quiet->is_next);
    // A day is planned.
    silent.interactions.back().next = NextStep{{}, today() + 9, "Workshop"};
    CHECK(find_line(lines_of(silent), AgendaGroup::quiet) == nullptr);
}

TEST_CASE("what is put off is not for today, until its day comes") {
    auto deal = calm_deal();
    deal.promises = {promise("pp0001", "Ward comparison", today() - 1)};
    const auto key = find_line(lines_of(deal), AgendaGroup::promise)->key;
    const auto snoozed = apply(deal, edit::SetSnooze{key, today() + 3, today()}, today());
    REQUIRE(snoozed);
    CHECK(validate(*snoozed, today()).empty());
    Many many;
    many.add(*snoozed);
    const auto agenda = many.agenda();
    CHECK(agenda.of(AgendaGroup::promise).empty());
    REQUIRE(agenda.put_off.size() == 1);
    CHECK(agenda.put_off[0].put_off_until == today() + 3);
    CHECK(agenda.put_off[0].line->key == key);
    // On that day it is back, and the next one that is put off forgets it.
    auto later = *snoozed;
    later.snoozes[0].until = today();
    Many back;
    back.add(later);
    CHECK(back.agenda().put_off.empty());
    CHECK(back.agenda().of(AgendaGroup::promise).size() == 1);
    const auto other = apply(later, edit::SetSnooze{"ask c00001", today() + 9, today()}, today());
    REQUIRE(other);
    CHECK(other->snoozes == std::vector<Snooze>{{"ask c00001", today() + 9}});
    // The later day of two counts: both copies of a merge may have one.
    later.snoozes = {{key, today() + 2}, {key, today() + 5}, {key, today() + 4}};
    Many twice;
    twice.add(later);
    CHECK(twice.agenda().put_off.at(0).put_off_until == today() + 5);
    const auto woken = apply(later, edit::SetSnooze{key, {}, today()}, today());
    REQUIRE(woken);
    CHECK(woken->snoozes.empty());
}

TEST_CASE("nothing is put off until today or before, and not without saying what") {
    const auto deal = calm_deal();
    const auto refused = apply(deal, edit::SetSnooze{"ask c00001", today(), today()}, today());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().remedy == "Choose a day after today.");
    CHECK_FALSE(apply(deal, edit::SetSnooze{"", today() + 1, today()}, today()));
    CHECK_FALSE(apply(deal, edit::SetSnooze{std::string(501, 'a'), today() + 1, today()}, today()));
    CHECK(describe(deal, edit::SetSnooze{"ask c00001", today() + 1, today()}) == "Snoozed until " + short_date(today() + 1, today()));
}

TEST_CASE("a day has room for three asks, but for all that is due") {
    Many many;
    for (int i = 0; i < 8; ++i) {
        auto deal = named("d0000" + std::to_string(i), "Account " + std::to_string(i));
        interaction_in(deal, talk).next.reset();
        many.add(std::move(deal));
    }
    auto agenda = many.agenda();
    REQUIRE(agenda.of(AgendaGroup::ask).size() == 8);
    CHECK(agenda.for_today(AgendaGroup::ask) == 3);
    CHECK(agenda.for_today() == 3);
    CHECK(agenda.deals_for_today() == 3);
    CHECK(agenda_subtitle(agenda) == "3 for today in 3 of your 8 open deals. The most pressing is first.");
    CHECK(agenda_title(agenda, today()) == "Three asks are next");
    Many due;
    for (int i = 0; i < 5; ++i) {
        auto deal = named("d0000" + std::to_string(i), "Account " + std::to_string(i));
        interaction_in(deal, talk).next.reset();
        auto& commitment = commitment_in(deal, second);
        auto event = event_of(CommitmentEventKind::due, today() - 2);
        event.due = today() + 1;
        commitment.events.push_back(event);
        due.add(std::move(deal));
    }
    CHECK(due.agenda().for_today(AgendaGroup::ask) == 5);
}

TEST_CASE("without deals and with nothing to do the agenda says so") {
    const auto none = agenda_of(std::span<const AgendaOfDeal>{}, today());
    CHECK(none.for_today() == 0);
    CHECK(agenda_title(none, today()) == "Nothing to do today");
    CHECK(agenda_subtitle(none) == "No deal is open.");
    CHECK(agenda_text(none, today()).starts_with("Today, "));
    CHECK(lines_of(Deal{}).empty());
}

TEST_CASE("the text has a line for each thing, with its deal and its day") {
    auto deal = named("d00001", "Solberg Marine");
    deal.promises = {promise("pp0001", "Sample of the data", today() - 2)};
    Many many;
    many.add(deal);
    const auto text = agenda_text(many.agenda(), today());
    CHECK(text.contains("\nKeep your promise\n- Sample of the data (Solberg Marine, to " + name_of(deal, anna) + "): " +
                        short_date(today() - 2, today()) + ", 2 days late\n"));
}

TEST_CASE("the week shows what falls on its days, by whose it is") {
    auto deal = calm_deal();
    deal.promises = {promise("pp0001", "Ours", today() + 1)};
    interaction_in(deal, talk).next->on = today();
    interaction_in(deal, talk).next->what = "Workshop";
    const auto due = due_of(commitment_in(deal, second));
    REQUIRE(due);
    const auto dates = agenda_dates(deal, today(), *due);
    std::vector<AgendaDateKind> kinds;
    for (const auto& one : dates) {
        kinds.push_back(one.kind);
    }
    CHECK(kinds == std::vector{AgendaDateKind::meeting, AgendaDateKind::ours, AgendaDateKind::theirs});
    CHECK(agenda_dates(deal, today() + 2, today() + 3).empty());
}

TEST_CASE("a meeting whose day has passed gives no ask its day, and what was promised to somebody who left is not for today") {
    auto deal = calm_deal();
    interaction_in(deal, talk).next = NextStep{second, today() - 30, "Workshop"};
    NextAsk ask;
    ask.action = NextAction::get_kept;
    ask.commitment = second;
    commitment_in(deal, second).events.back().due.reset();
    const auto coming = coming_up(deal);
    CHECK_FALSE(day_of(deal, ask, coming, today()));
    CHECK(day_of(deal, ask, coming, today() - 30) == today() - 30);
    deal.promises = {promise("pp0001", "Case study", today() - 30)};
    CHECK(find_line(lines_of(deal), AgendaGroup::promise) != nullptr);
    person_in(deal, deal.promises[0].to).left = Departure{today() - 3, {}};
    const auto lines = lines_of(deal);
    CHECK(find_line(lines, AgendaGroup::promise) == nullptr);
    CHECK(std::ranges::none_of(lines, [](const AgendaLine& line) { return line.ask.promise == PromiseId{"pp0001"}; }));
}
