#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

// One clause, read from its first word on: who, asked or answered, what, by when, why.
class AskReader {
public:
    AskReader(LogReading& reading, std::size_t clause)
        : reading_(reading), clause_(clause), range_(reading.clauses[clause].range), at_(range_.first), last_clause_(clause) {}

    bool read() {
        at_ = reading_.skip(LogList::joins, at_, range_.last);
        if (doubts_before(range_.last, false)) return false;
        read_subject();
        const auto start = at_;
        if (read_asked()) return true;
        at_ = start;
        return read_answer() || read_titles_first(start) || read_more_titles(start);
    }

private:
    enum class Subject : std::uint8_t { nobody, we, they, named };

    // Whether something before `until` says that it did not happen. Rows of words of an answer ("said no to") are no doubt.
    bool doubts_before(std::size_t until, bool all) const {
        for (auto at = range_.first; at < until;) {
            const auto answer = reading_.match(LogList::answers, at, range_.last);
            const auto reason = reading_.match(LogList::reasons, at, range_.last);
            if ((answer || reason) && !all) return false;                                 // what follows the answer is its reason
            const auto name = reading_.known(at, range_.last, NamePlace::anywhere).count; // "May agreed"
            if (name == 0 && reading_.match(LogList::doubts, at, range_.last)) return !is_short_answer(at);
            at += std::max<std::size_t>({1, answer.count, name});
        }
        return false;
    }

    // "invest: no"
    bool is_short_answer(std::size_t at) const {
        return at > range_.first && reading_.match(LogList::short_answers, at, range_.last).count == range_.last - at &&
               !reading_.match(LogList::answers, at, range_.last);
    }

    void read_subject() {
        if (const auto we = reading_.match(LogList::we, at_, range_.last)) {
            subject_ = Subject::we;
            at_ += we.count;
        } else if (const auto they = reading_.match(LogList::they, at_, range_.last)) {
            subject_ = Subject::they;
            at_ += they.count;
        } else if (auto people = people_at(reading_, at_, range_.last, NamePlace::anywhere);
                   !people.people.empty() && !reading_.title(at_, range_.last)) {
            subject_ = Subject::named;
            who_ = std::move(people.people);
            at_ = people.next;
        }
        at_ = reading_.skip(LogList::before_answers, at_, range_.last);
    }

    std::optional<CommitmentEventKind> answer_at(std::size_t at, LogList list, std::size_t& count) const {
        const auto found = reading_.match(list, at, range_.last);
        count = found.count;
        if (!found) return {};
        return (list == LogList::answers ? reading_.words().answers : reading_.words().short_answers)[found.entry].answer;
    }

    // Whether it is said of them that they asked: words for it behind one of them or in what they began, or words that only they say of us
    // ("asked us for").
    bool is_their_ask(std::size_t their_words, std::size_t our_words) const {
        const bool inbound = reading_.kind && reading_.kind->direction == Direction::inbound;
        if (subject_ == Subject::we) return false;
        return subject_ != Subject::nobody || inbound || their_words > our_words;
    }

    // "asked Elena for invest + review, ", "she asked for the contract"
    bool read_asked() {
        std::size_t count = 0;
        const auto theirs = reading_.match(LogList::their_asks, at_, range_.last);
        const bool asked = answer_at(at_, LogList::answers, count) == CommitmentEventKind::asked;
        if (is_their_ask(theirs.count, asked ? count : 0)) return theirs && read_their_ask(theirs.count);
        if (!asked) return false;
        at_ += count;
        auto people = people_at(reading_, at_, range_.last, NamePlace::expected);
        if (!reading_.title(at_, range_.last)) {
            who_ = std::move(people.people);
            at_ = people.next;
        }
        at_ = reading_.skip(LogList::before_asks, at_, range_.last);
        const auto titles = titles_at(reading_, at_, range_.last);
        if (titles.list.empty()) return false;
        at_ = titles.next;
        auto answer = CommitmentEventKind::asked;
        if (const auto found = answer_at(reading_.skip(LogList::before_answers, at_, range_.last), LogList::answers, count);
            found && *found != CommitmentEventKind::asked) {
            answer = *found;
            at_ = reading_.skip(LogList::before_answers, at_, range_.last) + count;
        }
        return keep(titles, answer);
    }

    bool read_their_ask(std::size_t count) {
        at_ = reading_.skip(LogList::before_asks, at_ + count, range_.last);
        const auto titles = titles_at(reading_, at_, range_.last);
        if (titles.list.empty()) return false;
        at_ = titles.next;
        by_ = Asker::them;
        return keep(titles, CommitmentEventKind::asked);
    }

    // "declined invest", "Elena agreed by 15 Aug"
    bool read_answer() {
        std::size_t count = 0;
        const auto answer = answer_at(at_, LogList::answers, count);
        if (!answer || *answer == CommitmentEventKind::asked || subject_ == Subject::we) return false;
        at_ += count;
        const auto behind = at_;
        at_ = reading_.skip(LogList::before_asks, at_, range_.last);
        const auto titles = titles_at(reading_, at_, range_.last);
        at_ = titles.list.empty() ? behind : titles.next;
        return keep(titles, *answer);
    }

    // "invest declined", "invest: no"
    bool read_titles_first(std::size_t start) {
        at_ = start;
        if (subject_ == Subject::we || subject_ == Subject::they) return false;
        const auto titles = titles_at(reading_, at_, range_.last);
        if (titles.list.empty()) return false;
        at_ = titles.next;
        auto& next = reading_.clauses;
        const bool introduces = at_ == range_.last && clause_ + 1 < next.size() &&
                                (next[clause_].after == LogMark::colon || next[clause_].after == LogMark::dash) &&
                                next[clause_ + 1].after != LogMark::question;
        if (introduces) {
            extend();
            if (doubts_before(range_.last, false)) return false;
        }
        at_ = reading_.skip(LogList::before_answers, at_, range_.last);
        std::size_t count = 0;
        auto answer = answer_at(at_, LogList::answers, count);
        if (!answer) answer = answer_at(at_, LogList::short_answers, count);
        if (!answer || *answer == CommitmentEventKind::asked) return false;
        at_ += count;
        return keep(titles, *answer);
    }

    // "asked invest, review": the clause before was a list that goes on.
    bool read_more_titles(std::size_t start) {
        if (clause_ == 0 || reading_.clauses[clause_].before != LogMark::comma || subject_ != Subject::nobody || !asked_before())
            return false;
        const auto titles = titles_at(reading_, start, range_.last);
        if (titles.list.empty() || titles.next != range_.last) return false;
        at_ = titles.next;
        return keep(titles, CommitmentEventKind::asked);
    }
    bool asked_before() const {
        if (reading_.parts.empty() || reading_.clauses[clause_ - 1].summary) return false;
        const auto* ask = std::get_if<LogAsk>(&reading_.parts.back().meaning);
        return ask && ask->answer == CommitmentEventKind::asked;
    }

    // The clause behind the next mark belongs to this one.
    void extend() {
        ++last_clause_;
        range_.last = reading_.clauses[clause_ + 1].range.last;
    }

    // What has been asked in this line and is still open, for an answer that does not say to what.
    std::vector<CommitmentId> open_commitments() const {
        std::vector<CommitmentId> commitments;
        for (const auto& ask : reading_.open_asks) {
            const bool same = who_.empty() || ask.who.empty() ||
                              std::ranges::any_of(ask.who, [&](const auto& id) { return std::ranges::find(who_, id) != who_.end(); });
            for (const auto& id : ask.commitments) {
                if (same && std::ranges::find(commitments, id) == commitments.end()) commitments.push_back(id);
            }
        }
        return commitments;
    }

    bool keep(const TitlesMatch& titles, CommitmentEventKind answer) {
        LogAsk ask{{}, answer, who_, {}, {}, {}, by_};
        if (doubts_before(at_, true)) return false;
        if (!read_ask_rest(reading_, ask, {at_, range_.last}, last_clause_)) return false;
        at_ = range_.last;
        if (titles.list.empty()) {
            ask.commitments = open_commitments();
            if (ask.commitments.empty()) return false;
            if (subject_ == Subject::they && reading_.open_asks.size() == 1) ask.who = reading_.open_asks.front().who;
        }
        bool kept = true;
        if (answer == CommitmentEventKind::asked) {
            for (std::size_t i = 0; i < titles.list.size(); ++i) {
                ask.commitments = {titles.list[i].commitment};
                const TokenRange range{i == 0 ? range_.first : titles.list[i].range.first,
                                       i + 1 == titles.list.size() ? at_ : titles.list[i].range.last};
                kept = reading_.add(range, ask) && kept;
                if (kept) reading_.open_asks.push_back(ask);
            }
        } else {
            for (const auto& title : titles.list) {
                if (std::ranges::find(ask.commitments, title.commitment) == ask.commitments.end())
                    ask.commitments.push_back(title.commitment);
            }
            kept = reading_.add({range_.first, reading_.clauses[last_clause_].range.last}, ask);
            // "Elena agreed to invest, Tom declined"
            if (kept && !titles.list.empty()) reading_.open_asks.push_back({ask.commitments, answer, {}, {}, {}});
        }
        if (!kept) return true;
        for (auto i = clause_; i <= last_clause_; ++i) {
            reading_.clauses[i].summary = false;
        }
        return true;
    }

    LogReading& reading_;
    std::size_t clause_;
    TokenRange range_;
    std::size_t at_;
    Subject subject_ = Subject::nobody;
    std::vector<StakeholderId> who_;
    Asker by_ = Asker::us;
    std::size_t last_clause_; // that belongs to it: behind the first the rest of "invest: no", its reason, its day
};

}

bool read_ask(LogReading& reading, std::size_t clause) {
    return AskReader(reading, clause).read();
}

}
