#include "core/intake/log/log_reading.hpp"

#include <algorithm>
#include <span>

namespace middleground {

namespace {

// For each token whether it stands inside of a day, behind its first word: "3. M\u00e4rz" is not two sentences.
std::vector<bool> inside_days(const LogReading& reading) {
    std::vector<bool> inside(reading.tokens().size());
    for (std::size_t at = 0; at < inside.size(); ++at) {
        const auto& day = reading.day(at);
        if (!day || inside[at] || !day.strong) continue;
        for (std::size_t i = at + 1; i < at + day.count; ++i)
            inside[i] = true;
    }
    return inside;
}

// "approx. 5", "Mr. Olsen", "e.g. this": a point that ends no sentence.
bool is_abbreviation(const LogReading& reading, std::size_t at) {
    if (reading.mark_before(at) != LogMark::stop || at == 0) return false;
    const auto& word = reading.tokens()[at - 1];
    const auto between = reading.text({at - 1, at + 1}).substr(word.end - word.begin);
    if (!between.starts_with(". ")) return false;
    const bool goes_on = !reading.tokens()[at].capital && !word.number && word.key.size() <= 6;
    return (goes_on && word.key.size() <= 4) || reading.match(LogList::before_names, at - 1, at);
}

bool is_ours(const LogReading& reading, std::size_t at, std::size_t last) {
    const auto asked = reading.match(LogList::answers, at, last);
    const bool asks = asked && reading.words().answers[asked.entry].answer == CommitmentEventKind::asked;
    return asks || reading.match(LogList::given, at, last) || reading.match(LogList::sending, at, last) ||
           reading.match(LogList::doing, at, last) || reading.match(LogList::promises, at, last) || reading.match(LogList::we, at, last) || promised_at(reading, at, last).next > 0;
}

// "budget frozen and I will send the sheet" are two.
void cut_at_joins(LogReading& reading, LogClause clause) {
    const auto last = clause.range.last;
    bool ours = is_ours(reading, clause.range.first, last);
    for (auto at = clause.range.first + 1; at + 1 < last; ++at) {
        const auto join = reading.match(LogList::joins, at, last);
        if (!join || !begins_statement(reading, at + join.count, last, ours)) continue;
        auto first = clause;
        first.range.last = at;
        first.after = LogMark::plus;
        reading.clauses.push_back(first);
        clause.range.first = at + join.count;
        clause.before = LogMark::plus;
        at = clause.range.first;
        ours = is_ours(reading, at, last);
    }
    reading.clauses.push_back(clause);
}

}

bool ends_with_day(const LogReading& reading, std::size_t at, TokenRange range) {
    const auto& day = reading.day(at);
    if (!day || at + day.count != range.last || day.past.day > reading.today()) return false;
    // In June "on 10 July" is no day of last year.
    if (reading.today() - day.past.day > far_days && day.future.day - reading.today() < near_days) return false;
    if (day.strong) return true;
    // "on 3 may" is one, "at 3.5" need not be.
    const auto tokens = std::span(reading.tokens()).subspan(at, day.count);
    return at > range.first && reading.match(LogList::before_days, at - 1, at) && reading.match(LogList::by, at - 1, at) && day.count > 1 &&
           std::ranges::any_of(tokens, [](const LogToken& token) { return !token.number; });
}

namespace {

// "spoke to somebody about prices yesterday:", the day at the end of what the line begins with.
void read_late_day(LogReading& reading, LogClause& clause) {
    if (!reading.kind || reading.has_day || reading.has_next || clause.before > LogMark::plus) return;
    for (auto at = clause.range.first; at < clause.range.last; ++at) {
        if (!ends_with_day(reading, at, clause.range)) continue;
        const auto& day = reading.day(at);
        const bool before = at > clause.range.first && reading.match(LogList::before_days, at - 1, at);
        if (!before && reading.match(LogList::by, at > clause.range.first ? at - 1 : at, at)) return;
        reading.has_day = reading.add({at, at + day.count}, LogDay{day.past});
        if (!reading.has_day) return;
        clause.range.last = before ? at - 1 : at;
        return;
    }
}

}

bool begins_statement(const LogReading& reading, std::size_t at, std::size_t last, bool ours_before) {
    if (reading.match(LogList::promises, at, last) || promised_at(reading, at, last).next > 0) return true;
    if (ours_before) {
        return is_ours(reading, at, last) || reading.match(LogList::meeting_again, at, last) || reading.match(LogList::next, at, last);
    }
    const auto people = people_at(reading, at, last, NamePlace::anywhere);
    if (!people.people.empty() && reading.match(LogList::answers, people.next, last)) return true;
    const auto title = reading.title(at, last);
    if (!title) return false;
    const auto answer = reading.skip(LogList::before_answers, at + title.count, last);
    return reading.match(LogList::answers, answer, last) || reading.match(LogList::short_answers, answer, last);
}

void cut_clauses(LogReading& reading) {
    const auto count = reading.tokens().size();
    const auto inside = inside_days(reading);
    auto first = reading.body;
    for (auto at = first + 1; at <= count; ++at) {
        if (at < count && (inside[at] || reading.mark_before(at) <= LogMark::plus || is_abbreviation(reading, at))) continue;
        LogClause clause{{first, at}, reading.mark_before(first), reading.mark_before(at)};
        if (first == reading.body) read_late_day(reading, clause);
        cut_at_joins(reading, clause);
        first = at;
    }
}

bool read_day(LogReading& reading, std::size_t clause) {
    const auto range = reading.clauses[clause].range;
    const auto at = range.first + reading.match(LogList::before_days, range.first, range.last).count;
    if (at >= range.last) return false;
    const auto& day = reading.day(at);
    if (reading.has_day || !day || at + day.count != range.last || !day.strong || day.past.day > reading.today()) return false;
    reading.has_day = reading.add({at, range.last}, LogDay{day.past});
    reading.clauses[clause].summary = !reading.has_day;
    return true;
}

}
