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

// "price is fine", "update was sent": the word is no verb of what is to be done. In "send what is missing" it is.
bool is_statement(const LogReading& reading, TokenRange range, std::size_t verb) {
    const auto behind = range.first + verb;
    if (reading.match(LogList::statements, behind, range.last)) return true;
    if (const auto done = reading.match(LogList::given, behind, range.last); done && behind + done.count == range.last) return true; // "quote sent"
    for (auto at = range.first; at < range.last; ++at) {
        if (reading.match(LogList::subclauses, at, range.last)) return false;
        if (at >= behind && reading.match(LogList::statements, at, range.last)) return true;
    }
    return false;
}

// The commitment whose whole title the words are.
CommitmentId commitment_named(const LogReading& reading, TokenRange range) {
    const auto title = reading.title(range.first, range.last);
    return title.whole && title.count == range.last - range.first ? title.commitment : CommitmentId{};
}

bool add_next(LogReading& reading, std::size_t clause, TokenRange words, const Content& content) {
    const auto due = due_inside(reading, words, DueKind::day);
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
        const bool says_so = again.count > 1 || reading.match(LogList::they, behind, range.last) || due_inside(reading, range, DueKind::day).due ||
                             reading.known(behind, range.last, NamePlace::anywhere);
        return says_so && add_next(reading, clause, content.range, content);
    }
    // "workshop in 2 weeks" and nothing else.
    const auto kind = reading.match(LogList::kinds, first, range.last);
    if (!kind) return false;
    auto behind = reading.skip(LogList::directions, first + kind.count, range.last);
    behind = people_at(reading, behind, range.last, NamePlace::expected).next;
    const auto due = due_at(reading, reading.skip(LogList::before_days, behind, range.last), range.last, DueKind::day);
    return due.due && due.next == range.last && due.due->day > reading.today() && add_next(reading, clause, content.range, content);
}

PromisedMatch promised_at(const LogReading& reading, std::size_t at, std::size_t last) {
    const auto promised = reading.match(LogList::promised, at, last);
    if (!promised) return {};
    const auto whom = at + promised.count;
    PromisedMatch match;
    if (const auto they = reading.match(LogList::they, whom, last)) {
        match.next = whom + they.count;
        if (reading.people.size() == 1) match.to = reading.people.front();
    } else if (const auto people = people_at(reading, whom, last, NamePlace::expected); !people.people.empty()) {
        match.next = people.next;
        if (people.people.size() == 1) match.to = people.people.front();
    }
    if (match.next == 0) return {};
    // "promised her to send a quote", but "promised it to her" and "promised them by May" say no more than they say.
    if (const auto to = reading.match(LogList::directions, match.next, last)) {
        const auto verb = match.next + to.count;
        if (!reading.match(LogList::sending, verb, last) && !reading.match(LogList::doing, verb, last)) return {};
        match.next = verb;
    }
    return match.next >= last || due_at(reading, match.next, last, DueKind::deadline).due ? PromisedMatch{} : match;
}

bool read_promise(LogReading& reading, std::size_t clause) {
    const auto range = reading.clauses[clause].range;
    const auto first = reading.skip(LogList::joins, range.first, range.last);
    const auto promise = reading.match(LogList::promises, first, range.last);
    const auto promised = promise ? PromisedMatch{} : promised_at(reading, first, range.last);
    const auto content = promise ? content_behind(reading, clause, first + promise.count)
                                 : Content{{promised.next > 0 ? promised.next : first, range.last}, false};
    const auto sending = reading.match(LogList::sending, content.range.first, content.range.last);
    const auto doing = reading.match(LogList::doing, content.range.first, content.range.last);
    const bool said_so = promise || promised.next > 0;
    if (!said_so && !sending && !doing) return false;
    if (!said_so && is_statement(reading, content.range, std::max(sending.count, doing.count))) return false;
    // "will not", "I promise nothing"
    if (content.range.empty() || reading.match(LogList::doubts, content.range.first, content.range.last)) return false;
    const auto due = due_inside(reading, content.range, DueKind::deadline);
    LogPromise made{{}, promised.to, due.due};
    auto what = due.rest;
    if (sending && what.first + sending.count < what.last) {
        // "send Elena the sheet" and "send the sheet to Elena" are the sheet, for her.
        auto object = what.first + sending.count;
        auto end = what.last;
        if (const auto to = people_at(reading, object, end, NamePlace::expected);
            made.to.empty() && to.people.size() == 1 && to.next < end) {
            made.to = to.people.front();
            object = to.next;
        } else if (const auto they = reading.match(LogList::they, object, end); they && object + they.count < end && reading.people.size() == 1) {
            made.to = reading.people.front(); // "send her the sheet", and one person is there
            object += they.count;
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
        const auto they = reading.match(LogList::they, what.first, what.last);
        if (promise && they && what.first + they.count < what.last && reading.people.size() == 1) {
            made.to = reading.people.front();
            what.first += they.count;
        }
        made.text = reading.text_from(what.first, what.last);
    }
    const bool empty = what.empty() || (sending && what.first + sending.count >= what.last) ||
                       (doing && !said_so && what.first + doing.count >= what.last);
    if (empty) return false;
    if (reading.add({range.first, content.range.last}, std::move(made))) take_clauses(reading, clause, content);
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
