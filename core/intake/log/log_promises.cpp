#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Words that are read from a clause and, when it ends in a colon there, from the clause behind it: "next: workshop in 2 weeks".
struct Content {
    TokenRange range;
    bool of_next_clause = false;
};

Content content_behind(const LogReading& reading, std::size_t clause, std::size_t at) {
    const auto& clauses = reading.clauses;
    const auto last = clauses[clause].range.last;
    const bool introduces = at == last && clause + 1 < clauses.size() &&
                            (clauses[clause].after == LogMark::colon || clauses[clause].after == LogMark::dash) &&
                            clauses[clause + 1].after != LogMark::question;
    if (introduces) return {clauses[clause + 1].range, true};
    return {{at, last}, false};
}

void take_clauses(LogReading& reading, std::size_t clause, const Content& content) {
    reading.clauses[clause].summary = false;
    if (content.of_next_clause) reading.clauses[clause + 1].summary = false;
}

bool has_doubt(const LogReading& reading, TokenRange range) {
    for (auto at = range.first; at < range.last; ++at) {
        if (reading.match(LogList::doubts, at, range.last)) return true;
    }
    return false;
}

// The commitment whose whole title the words are.
CommitmentId commitment_named(const LogReading& reading, TokenRange range) {
    const auto title = reading.title(range.first, range.last);
    return title.whole && title.count == range.last - range.first ? title.commitment : CommitmentId{};
}

bool add_next(LogReading& reading, std::size_t clause, TokenRange words, const Content& content) {
    const auto due = due_inside(reading, words);
    LogNext next{reading.text_from(due.rest.first, due.rest.last), commitment_named(reading, due.rest), due.due};
    if (next.what.empty() && !next.on) return false;
    const TokenRange all{reading.clauses[clause].range.first, content.range.last};
    reading.has_next = reading.add(all, std::move(next));
    if (reading.has_next) take_clauses(reading, clause, content);
    return true;
}

}

bool read_next(LogReading& reading, std::size_t clause) {
    if (reading.has_next) return false;
    const auto range = reading.clauses[clause].range;
    const auto first = reading.skip(LogList::joins, range.first, range.last);
    // "next week she is away" begins with a day.
    if (const auto next = reading.match(LogList::next, first, range.last);
        next && (first >= range.last || reading.day(first).count <= next.count)) {
        const auto content = content_behind(reading, clause, first + next.count);
        return !content.range.empty() && !has_doubt(reading, content.range) && add_next(reading, clause, content.range, content);
    }
    const Content content{{first, range.last}, false};
    if (has_doubt(reading, content.range)) return false;
    if (const auto again = reading.match(LogList::meeting_again, first, range.last)) {
        // One word alone may be the beginning of anything: "call centre is closed", "see above".
        const auto behind = first + again.count;
        const bool says_so = again.count > 1 || reading.match(LogList::they, behind, range.last) || due_inside(reading, range).due ||
                             reading.known(behind, range.last, NamePlace::anywhere);
        return says_so && add_next(reading, clause, content.range, content);
    }
    // "workshop in 2 weeks" and nothing else.
    const auto kind = reading.match(LogList::kinds, first, range.last);
    if (!kind) return false;
    auto behind = reading.skip(LogList::directions, first + kind.count, range.last);
    behind = people_at(reading, behind, range.last, NamePlace::expected).next;
    const auto due = due_at(reading, reading.skip(LogList::before_days, behind, range.last), range.last);
    return due.due && due.next == range.last && due.due->day > reading.today() && add_next(reading, clause, content.range, content);
}

bool read_promise(LogReading& reading, std::size_t clause) {
    const auto range = reading.clauses[clause].range;
    const auto first = reading.skip(LogList::joins, range.first, range.last);
    const auto promise = reading.match(LogList::promises, first, range.last);
    const auto content = promise ? content_behind(reading, clause, first + promise.count) : Content{{first, range.last}, false};
    const auto sending = reading.match(LogList::sending, content.range.first, content.range.last);
    const auto doing = reading.match(LogList::doing, content.range.first, content.range.last);
    if (!promise && !sending && !doing) return false;
    // "will not", "I promise nothing"
    if (content.range.empty() || reading.match(LogList::doubts, content.range.first, content.range.last)) return false;
    auto due = due_inside(reading, content.range);
    LogPromise made{{}, {}, due.due};
    auto what = due.rest;
    if (sending && what.first + sending.count < what.last) {
        // "send Elena the sheet" and "send the sheet to Elena" are the sheet, for her.
        auto object = what.first + sending.count;
        auto end = what.last;
        if (const auto to = people_at(reading, object, end, NamePlace::expected); to.people.size() == 1 && to.next < end) {
            made.to = to.people.front();
            object = to.next;
        }
        for (auto at = object + 1; at < end && made.to.text.empty(); ++at) {
            const auto direction = reading.match(LogList::directions, at, end);
            if (!direction || reading.words().directions[direction.entry].direction != Direction::outbound) continue;
            const auto to = people_at(reading, at + direction.count, end, NamePlace::expected);
            if (to.people.size() != 1 || to.next != end) continue;
            made.to = to.people.front();
            end = at;
        }
        // "send Jon the sheet", "send him the sheet": the verb is needed to say to whom.
        const bool named = reading.tokens()[object].capital || reading.match(LogList::they, object, end);
        made.text = reading.text_from(named ? what.first : object, end);
    } else {
        made.text = reading.text_from(what.first, what.last);
    }
    const bool empty = what.empty() || (sending && what.first + sending.count >= what.last) ||
                       (doing && !promise && what.first + doing.count >= what.last);
    if (empty) return false;
    if (reading.add({range.first, content.range.last}, std::move(made))) take_clauses(reading, clause, content);
    return true;
}

bool read_given(LogReading& reading, std::size_t clause) {
    const auto range = reading.clauses[clause].range;
    auto at = reading.skip(LogList::joins, range.first, range.last);
    const auto we = reading.match(LogList::we, at, range.last);
    at += we.count;
    const bool theirs = reading.kind && reading.kind->direction == Direction::inbound;
    if (theirs && !we) return false; // "email from Priya: sent the answers" was she
    const auto given = reading.match(LogList::given, at, range.last);
    if (!given || at + given.count >= range.last) return false;
    if (has_doubt(reading, {at + given.count, at + given.count + 1})) return false; // "gave no answer"
    auto object = at + given.count;
    // "gave Elena the checklist"; to all who took part it goes anyway.
    if (const auto to = people_at(reading, object, range.last, NamePlace::expected); !to.people.empty() && to.next < range.last) {
        const bool took_part =
            std::ranges::all_of(to.people, [&](const auto& id) { return std::ranges::find(reading.people, id) != reading.people.end(); });
        if (took_part) object = to.next;
    }
    if (const auto they = reading.match(LogList::they, object, range.last); object + they.count < range.last) object += they.count;
    if (reading.add(range, LogGiven{reading.text_from(object, range.last)})) reading.clauses[clause].summary = false;
    return true;
}

bool read_concern(LogReading& reading, std::size_t clause) {
    const auto range = reading.clauses[clause].range;
    auto at = reading.skip(LogList::joins, range.first, range.last);
    LogConcern concern;
    if (const auto people = people_at(reading, at, range.last, NamePlace::anywhere); !people.people.empty()) {
        if (people.people.size() == 1) concern.who = people.people.front();
        at = people.next;
    } else {
        at += reading.match(LogList::they, at, range.last).count;
    }
    at = reading.skip(LogList::before_answers, at, range.last);
    const auto leader = reading.match(LogList::concerns, at, range.last);
    const auto content = leader ? content_behind(reading, clause, at + leader.count) : Content{range, false};
    if (content.range.empty()) return false;
    bool sign = static_cast<bool>(leader);
    for (auto i = content.range.first; i < content.range.last;) {
        const auto found = reading.match(LogList::concern_signs, i, content.range.last);
        sign = sign || found;
        if (reading.match(LogList::concern_ends, i, content.range.last)) return false;
        if (!found && !leader && reading.match(LogList::doubts, i, content.range.last)) return false;
        i += std::max<std::size_t>(1, found.count);
    }
    if (!sign) return false;
    concern.text = reading.text_from(content.range.first, content.range.last);
    const bool kept = reading.add({range.first, content.range.last}, std::move(concern));
    if (kept && content.of_next_clause) reading.clauses[clause + 1].taken = true;
    return true;
}

bool read_question(LogReading& reading, std::size_t clause) {
    const auto& clauses = reading.clauses;
    const auto range = clauses[clause].range;
    auto at = reading.skip(LogList::joins, range.first, range.last);
    LogConcern question{{}, {}, ConcernKind::question};
    if (const auto people = people_at(reading, at, range.last, NamePlace::anywhere); !people.people.empty()) {
        if (people.people.size() == 1) question.who = people.people.front();
        at = people.next;
    } else {
        at += reading.match(LogList::they, at, range.last).count;
    }
    const auto leader = reading.match(LogList::questions, at, range.last);
    if (!leader) return false;
    at += leader.count;
    // Unlike other clauses, the one behind a colon may end in a question mark.
    const bool introduces = at == range.last && clause + 1 < clauses.size() &&
                            (clauses[clause].after == LogMark::colon || clauses[clause].after == LogMark::dash);
    if (!introduces && (leader.count < 2 || at >= range.last)) return false;
    const auto asked = introduces ? clause + 1 : clause;
    const auto content = introduces ? clauses[asked].range : TokenRange{at, range.last};
    for (auto i = content.first; i < content.last; ++i) {
        if (reading.match(LogList::concern_ends, i, content.last)) return false;
    }
    question.text = reading.text_from(content.first, content.last);
    if (clauses[asked].after == LogMark::question) question.text += '?';
    if (question.text.empty()) return false;
    const bool kept = reading.add({range.first, content.last}, std::move(question));
    if (kept && introduces) reading.clauses[asked].taken = true;
    return true;
}

}
