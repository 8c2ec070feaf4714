#include "core/intake/log/log_reading.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace middleground {

namespace {

// Whom something was given to, as the words stand.
struct Recipient {
    TokenRange range;
    std::vector<StakeholderId> people; // several: it is not clear which of them
};

struct Recipients {
    std::vector<Recipient> list;
    std::size_t next = 0; // behind them
};

Recipients recipients_at(const LogReading& reading, std::size_t at, std::size_t last) {
    Recipients found{{}, at};
    while (at < last) {
        const auto name = reading.known(at, last, NamePlace::expected);
        if (name.ids.empty()) break;
        found.list.push_back({{at, at + name.count}, name.ids});
        found.next = at + name.count;
        at = found.next;
        if (const auto join = reading.match(LogList::joins, at, last)) {
            at += join.count;
        } else if (at >= last || reading.tokens()[at].before != LogMark::plus) {
            break;
        }
    }
    return found;
}

// The words that say what it is, without "send", "the" and whom it is for.
std::vector<std::string> thing_in(const LogPhrases& phrases, std::span<const LogToken> words) {
    const auto skip = [&](LogList list) { words = words.subspan(phrases.match(list, words).count); };
    for (const auto list : {LogList::sending, LogList::they, LogList::articles})
        skip(list);
    std::vector<std::string> thing;
    for (const auto& word : words)
        thing.push_back(word.key);
    return thing;
}

// One clause that says what was given. Where nothing before it says how they talked, it is what happened that day: "sent Petra the sheet on
// Friday" is a mail to Petra.
class GivenReader {
public:
    GivenReader(LogReading& reading, std::size_t clause)
        : reading_(reading), clause_(clause), range_(reading.clauses[clause].range), last_(range_.last),
          begins_(clause == 0 && !reading.kind) {}

    bool read() {
        verb_ = reading_.skip(LogList::joins, range_.first, range_.last);
        const auto we = reading_.match(LogList::we, verb_, range_.last);
        verb_ += we.count;
        const bool theirs = reading_.kind && reading_.kind->direction == Direction::inbound;
        if (theirs && !we) return false; // "email from Priya: sent the answers" was she
        const auto given = reading_.match(LogList::given, verb_, range_.last);
        object_ = verb_ + given.count;
        if (!given || object_ >= range_.last) return false;
        if (reading_.match(LogList::doubts, object_, object_ + 1)) return false; // "gave no answer"
        if (begins_) read_day();
        read_recipients();
        if (const auto they = reading_.match(LogList::they, object_, last_); object_ + they.count < last_) object_ += they.count;
        return begins_ && (!whom_.empty() || day_) ? keep_all(given.count) : keep_given();
    }

private:
    void read_day() {
        if (reading_.has_day) return;
        for (auto at = object_ + 1; at < range_.last; ++at) {
            if (!ends_with_day(reading_, at, range_)) continue;
            const auto before = reading_.match(LogList::before_days, at - 1, at);
            // "sent the offer by Friday" says until when.
            if (!before && reading_.match(LogList::by, at - 1, at)) return;
            if (before && at - 1 <= object_) return;
            day_ = at;
            last_ = before ? at - 1 : at;
            return;
        }
    }

    // "gave Elena the checklist", "sent the checklist to Elena"; to all who took part it goes anyway.
    void read_recipients() {
        if (auto front = recipients_at(reading_, object_, last_); !front.list.empty() && front.next < last_) {
            if (!begins_ && !took_part(front.list)) return;
            whom_ = std::move(front.list);
            object_ = front.next;
            return;
        }
        for (auto at = object_ + 1; at < last_; ++at) {
            const auto direction = reading_.match(LogList::directions, at, last_);
            if (!direction || reading_.words().directions[direction.entry].direction != Direction::outbound) continue;
            auto behind = recipients_at(reading_, at + direction.count, last_);
            if (behind.list.empty() || behind.next != last_ || (!begins_ && !took_part(behind.list))) continue;
            whom_ = std::move(behind.list);
            last_ = at;
            return;
        }
    }

    bool took_part(const std::vector<Recipient>& list) const {
        return std::ranges::all_of(list, [&](const Recipient& one) {
            return one.people.size() == 1 && std::ranges::find(reading_.people, one.people.front()) != reading_.people.end();
        });
    }

    LogGiven given() const {
        LogGiven given{reading_.text_from(object_, last_)};
        const auto& tokens = reading_.tokens();
        const auto thing = thing_in(reading_.phrases(), std::span(tokens).subspan(object_, last_ - object_));
        const auto gets = [&](const StakeholderId& id) {
            if (whom_.empty()) return std::ranges::find(reading_.people, id) != reading_.people.end();
            return std::ranges::any_of(whom_, [&](const Recipient& one) { return one.people == std::vector{id}; });
        };
        for (const auto& promise : reading_.deal().promises) {
            if (state_of(promise) != PromiseState::open || (!promise.to.empty() && !gets(promise.to))) continue;
            const auto words = log_tokens(promise.what).list;
            if (thing.empty() || thing_in(reading_.phrases(), words) != thing) continue;
            given.keeps = promise.id;
            break;
        }
        return given;
    }

    bool keep_given() {
        if (reading_.add(range_, given())) reading_.clauses[clause_].summary = false;
        return true;
    }

    // Who, when and what, each as a part of its own. What is wanted plain stays in the words.
    bool keep_all(std::size_t verb_words) {
        bool kept = reading_.add({object_, last_}, given());
        const TokenRange verb{verb_, verb_ + verb_words};
        if (!whom_.empty() && reading_.match(LogList::mailing, verb_, range_.last).count == verb_words) {
            const LogKind mail{InteractionKind::email, Direction::outbound};
            if (reading_.add(verb, mail)) {
                reading_.kind = mail;
            } else {
                kept = false;
            }
        }
        for (const auto& one : whom_) {
            const bool clear = one.people.size() == 1;
            const auto meaning = clear ? LogMeaning(LogPerson{one.people.front()}) : LogMeaning(LogPersonUnclear{one.people});
            if (!reading_.add(one.range, meaning)) {
                kept = false;
            } else if (clear) {
                reading_.people.push_back(one.people.front());
            }
        }
        if (day_) {
            reading_.has_day = reading_.add({*day_, range_.last}, LogDay{reading_.day(*day_).past});
            kept = kept && reading_.has_day;
        }
        if (kept) reading_.clauses[clause_].summary = false;
        return true;
    }

    LogReading& reading_;
    std::size_t clause_;
    TokenRange range_;
    std::size_t verb_ = 0;
    std::size_t object_ = 0; // what was given: from here
    std::size_t last_;       // to there
    bool begins_;
    std::vector<Recipient> whom_;
    std::optional<std::size_t> day_;
};

}

bool read_given(LogReading& reading, std::size_t clause) {
    return GivenReader(reading, clause).read();
}

}
