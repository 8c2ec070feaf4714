#include "core/intake/log/log_reading.hpp"

#include <algorithm>
#include <optional>

namespace middleground {

namespace {

class AskRest {
public:
    AskRest(const LogReading& reading, TokenRange range, std::size_t& last_clause)
        : reading_(reading), at_(range.first), last_(range.last), last_clause_(last_clause) {}

    bool read(LogAsk& ask) {
        while (at_ < last_) {
            if (const auto due = due_at(reading_, at_, last_, DueKind::deadline); due.due && !ask.due && ask.answer == CommitmentEventKind::agreed) {
                ask.due = due.due;
                at_ = due.next;
            } else if (const auto from = not_before_at(reading_, at_, last_); from.due && !ask.not_before && may_be_put_off(ask)) {
                ask.not_before = from.due;
                at_ = from.next;
            } else if (const auto reason = reading_.match(LogList::reasons, at_, last_); reason && at_ + reason.count < last_) {
                if (ask.answer != CommitmentEventKind::declined) return false;
                ask.why = reading_.text_from(at_ + reason.count, last_);
                at_ = last_;
            } else if (const auto people = people_behind(); !people.people.empty() && ask.who.empty()) {
                ask.who = people.people;
                at_ = people.next;
            } else {
                return false;
            }
        }
        read_reason_behind(ask);
        read_due_behind(ask);
        read_not_before_behind(ask);
        return true;
    }

private:
    static bool may_be_put_off(const LogAsk& ask) {
        return ask.answer == CommitmentEventKind::agreed || ask.answer == CommitmentEventKind::declined;
    }

    // The clause behind, when it may say when.
    std::optional<TokenRange> day_behind() const {
        const auto next = last_clause_ + 1;
        if (next >= reading_.clauses.size()) return {};
        const auto& clause = reading_.clauses[next];
        return clause.before == LogMark::stop || clause.after == LogMark::question ? std::nullopt : std::optional(clause.range);
    }

    // "agreed by Elena, by 8 May"; "agreed, on Friday" says when they did.
    void read_due_behind(LogAsk& ask) {
        const auto range = day_behind();
        if (ask.answer != CommitmentEventKind::agreed || ask.due || !range) return;
        const auto [first, last] = *range;
        if (!reading_.match(LogList::by, first, last) || reading_.match(LogList::before_days, first, last)) return;
        const auto due = due_at(reading_, first, last, DueKind::deadline);
        if (!due.due || due.next != last) return;
        ask.due = due.due;
        ++last_clause_;
    }

    // "declined, not before Q4"
    void read_not_before_behind(LogAsk& ask) {
        const auto range = day_behind();
        if (!may_be_put_off(ask) || ask.not_before || !range) return;
        const auto from = not_before_at(reading_, range->first, range->last);
        if (!from.due || from.next != range->last) return;
        ask.not_before = from.due;
        ++last_clause_;
    }

    // "by Elena", "from Tom"
    PeopleMatch people_behind() const {
        const auto direction = reading_.match(LogList::directions, at_, last_);
        const auto by = reading_.match(LogList::by, at_, last_);
        const auto before = std::max(direction.count, by.count);
        if (before == 0) return {};
        return people_at(reading_, at_ + before, last_, NamePlace::expected);
    }

    // "declined: too expensive"
    void read_reason_behind(LogAsk& ask) {
        const auto next = last_clause_ + 1;
        if (ask.answer != CommitmentEventKind::declined || !ask.why.empty() || next >= reading_.clauses.size()) return;
        const auto& clause = reading_.clauses[next];
        if (clause.before != LogMark::colon && clause.before != LogMark::dash && clause.before != LogMark::open) return;
        if (clause.after == LogMark::question || begins_statement(reading_, clause.range.first, clause.range.last, true)) return;
        ask.why = reading_.text_from(clause.range.first, clause.range.last);
        last_clause_ = next;
    }

    const LogReading& reading_;
    std::size_t at_;
    std::size_t last_;
    std::size_t& last_clause_;
};

}

bool read_ask_rest(const LogReading& reading, LogAsk& ask, TokenRange range, std::size_t& last_clause) {
    return AskRest(reading, range, last_clause).read(ask);
}

}
