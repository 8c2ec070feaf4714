#include "core/analysis/said/said_reader.hpp"

#include "core/analysis/said/said_match.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::int32_t farthest = 550;    // days ahead that somebody waits for
constexpr std::int32_t surely_gone = 2;   // days after which "left on Friday" is no way home

// Of whom a pattern speaks that stands behind them.
struct Behind {
    enum class Who : std::uint8_t { nobody, person, they, we, start } who = Who::nobody;
    StakeholderId person; // of person
};

class SpeechReader {
public:
    SpeechReader(const Speech& speech, const SaidPatterns& patterns, const SaidPeople& people)
        : speech_(speech), patterns_(patterns), people_(people), text_(log_tokens(speech.text)), tokens_(text_.list),
          match_(speech, patterns, people, text_) {
        find_voice();
    }

    std::vector<SaidStatement> statements() {
        std::vector<SaidStatement> found;
        for (std::size_t at = 0; at < tokens_.size();) {
            const auto before = found.size();
            const auto end = read_at(at, found);
            at = found.size() > before ? end : at + 1;
        }
        return found;
    }

private:
    // "Klaus: ..." at the beginning: he says the rest.
    void find_voice() {
        speaker_ = speech_.speaker;
        theirs_ = speech_.theirs;
        for (std::size_t end = 1; end < tokens_.size() && end <= 5; ++end) {
            if (tokens_[end].before != LogMark::colon) continue;
            voice_end_ = end;
            if (const auto name = people_.ending_at(tokens_, end); name && name->first == 0) {
                speaker_ = name->person;
                theirs_ = speech_.both_sides || speech_.theirs;
                is_named_ = true;
            } else if (patterns_.row(SaidRows::we, tokens_, 0) == end) {
                theirs_ = false; // "I: ..." of who writes the log
                speaker_ = {};
            } else {
                voice_end_ = 0;
            }
            return;
        }
    }

    static bool ends_sentence(LogMark mark) { return mark == LogMark::stop || mark == LogMark::question || mark == LogMark::semicolon; }

    std::size_t sentence_of(std::size_t at) const {
        while (at > 0 && !ends_sentence(tokens_[at].before))
            --at;
        return at;
    }
    std::size_t clause_of(std::size_t at) const {
        while (at > 0 && tokens_[at].before <= LogMark::plus)
            --at;
        return at;
    }
    std::size_t sentence_end(std::size_t at) const {
        while (at < tokens_.size() && !ends_sentence(tokens_[at].before))
            ++at;
        return at;
    }
    LogMark mark_before(std::size_t at) const { return at < tokens_.size() ? tokens_[at].before : text_.after; }

    bool has_row(SaidRows list, std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at) {
            if (patterns_.row(list, tokens_, at) > 0) return true;
        }
        return false;
    }

    // May Chen is no doubt.
    bool has_doubt(std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at) {
            if (patterns_.row(SaidRows::doubts, tokens_, at) > 0 && !people_.ending_at(tokens_, at + 1)) return true;
        }
        return false;
    }

    // Whether the sentence says that it is so, and not that it is not, may be or would be.
    bool is_said_to_be_so(const SaidPattern& pattern, std::size_t first, std::size_t last) const {
        const auto begin = std::max(sentence_of(first), first >= voice_end_ ? voice_end_ : 0);
        const auto end = sentence_end(last);
        const bool question = end >= tokens_.size() ? text_.after == LogMark::question : tokens_[end].before == LogMark::question;
        if (question != pattern.question) return false;
        const bool of_the_clause =
            pattern.list == SaidList::not_before || pattern.list == SaidList::frozen || pattern.list == SaidList::refusals;
        return !has_doubt(of_the_clause ? std::max(begin, clause_of(first)) : begin, first) &&
               !has_row(SaidRows::conditions, begin, first) && !has_row(SaidRows::conditions, last, end);
    }

    Behind who_stands_at_start(std::size_t first) const {
        const auto begin = std::max(sentence_of(first), first >= voice_end_ ? voice_end_ : 0);
        for (auto end = std::min(first, begin + 5); end > begin; --end) {
            const auto name = people_.ending_at(tokens_, end);
            if (name && name->first == begin) return {Behind::Who::person, name->person};
        }
        if (patterns_.row(SaidRows::they, tokens_, begin) > 0) return {Behind::Who::they, {}};
        if (patterns_.row(SaidRows::we, tokens_, begin) > 0) return {Behind::Who::we, {}};
        return {};
    }

    // Whom a word at `first` speaks of: what stands right before it, small words aside.
    Behind behind(std::size_t first) const {
        auto at = first;
        const auto goes_on = [&] { return at > 0 && tokens_[at].before == LogMark::none; };
        while (goes_on() && patterns_.row(SaidRows::also, tokens_, at - 1) == 1)
            --at;
        if (at == 0 || tokens_[at].before >= LogMark::dash) return {Behind::Who::start, {}};
        if (tokens_[at].before == LogMark::joined || tokens_[at].before == LogMark::plus) return {};
        if (tokens_[at].before == LogMark::comma) return who_stands_at_start(at);
        if (patterns_.row(SaidRows::who, tokens_, at - 1) == 1) {
            const auto name = people_.ending_at(tokens_, at - 1);
            return name ? Behind{Behind::Who::person, name->person} : Behind{};
        }
        if (patterns_.row(SaidRows::joins, tokens_, at - 1) == 1) return who_stands_at_start(at - 1);
        if (const auto name = people_.ending_at(tokens_, at)) return {Behind::Who::person, name->person};
        if (patterns_.row(SaidRows::they, tokens_, at - 1) == 1) return {Behind::Who::they, {}};
        if (patterns_.row(SaidRows::we, tokens_, at - 1) == 1) return {Behind::Who::we, {}};
        return {};
    }

    // Whom "he" is: the one person that the sentence names before, else the speaker. Nobody where it names several.
    StakeholderId they_before(std::size_t at) const {
        std::optional<StakeholderId> named;
        for (auto end = sentence_of(at) + 1; end <= at; ++end) {
            const auto name = people_.ending_at(tokens_, end);
            if (!name) continue;
            if (named && *named != name->person) return {};
            named = name->person;
        }
        return named ? *named : speaker_;
    }

    std::optional<StakeholderId> person_of(SaidList list, std::size_t first) const {
        if (list == SaidList::last_day) {
            if (const auto name = people_.ending_at(tokens_, first, true)) return name->person;
            const bool their = first > 0 && tokens_[first].before == LogMark::none && patterns_.row(SaidRows::their, tokens_, first - 1) == 1;
            return speech_.about_speaker && (first == 0 || their) ? std::optional(speaker_) : std::nullopt;
        }
        const auto found = behind(first);
        const bool gone = list == SaidList::left || list == SaidList::left_then || list == SaidList::leaving;
        switch (found.who) {
        case Behind::Who::nobody:
            return {};
        case Behind::Who::person:
            return found.person;
        case Behind::Who::they:
            if (gone) return speech_.about_speaker ? std::optional(speaker_) : std::nullopt;
            return they_before(first);
        case Behind::Who::we:
            return theirs_ && !gone ? std::optional(speaker_) : std::nullopt;
        case Behind::Who::start:
            return (gone ? speech_.about_speaker : theirs_) ? std::optional(speaker_) : std::nullopt;
        }
        return {};
    }

    // Their own words begin a sentence or a part of it, and nobody else is said to say them.
    bool is_their_word(std::size_t first) const {
        if (!theirs_) return false;
        auto at = first;
        while (at > 0 && tokens_[at].before == LogMark::none &&
               (patterns_.row(SaidRows::also, tokens_, at - 1) == 1 || patterns_.row(SaidRows::joins, tokens_, at - 1) == 1))
            --at;
        if (at > 0 && tokens_[at].before <= LogMark::plus) return false;
        const auto begin = sentence_of(first);
        for (auto i = begin + 1; i <= at && i < tokens_.size(); ++i) {
            if (tokens_[i].before == LogMark::colon) return i == voice_end_ && begin == 0;
        }
        return true;
    }

    std::optional<SaidStatement> statement_of(const SaidPattern& pattern, std::size_t first, const SaidMatch& match) const {
        SaidStatement statement{.who = {}, .day = speech_.on, .last = speech_.on, .begin = tokens_[first].begin, .end = tokens_[match.end - 1].end};
        if (match.day) {
            statement.day = match.day->first;
            statement.last = match.day->last;
            statement.dated = true;
        }
        switch (pattern.list) {
        case SaidList::left_then:
            if (!match.day || speech_.on - match.day->last < surely_gone) return {};
            [[fallthrough]];
        case SaidList::left:
            if (statement.day > speech_.on) return {};
            break;
        case SaidList::leaving:
        case SaidList::last_day:
            if (!match.day) return {};
            statement.last = statement.day;
            break;
        case SaidList::not_before:
        case SaidList::frozen:
        case SaidList::refusals:
            statement.kind = SaidKind::not_before;
            if (!match.day || statement.day <= speech_.on || statement.day - speech_.on > farthest) return {};
            break;
        case SaidList::asks:
        case SaidList::says:
            statement.kind = SaidKind::asked_for_decision;
            statement.day = statement.last = speech_.on;
            break;
        }
        return statement;
    }

    // The first token behind what was read.
    std::size_t read_at(std::size_t first, std::vector<SaidStatement>& found) const {
        for (const auto place : patterns_.beginning_with(tokens_[first].key)) {
            const auto& pattern = patterns_.at(place);
            if (pattern.list == SaidList::refusals && !speech_.refusal) continue;
            if (pattern.list == SaidList::says && !is_their_word(first)) continue;
            const auto match = match_.at(pattern, first);
            if (!match || !is_said_to_be_so(pattern, first, match->end)) continue;
            auto statement = statement_of(pattern, first, *match);
            if (!statement) continue;
            switch (pattern.list) {
            case SaidList::says:
            case SaidList::frozen:
            case SaidList::refusals:
                statement->who = speaker_;
                break;
            default: {
                const auto who = person_of(pattern.list, first);
                if (!who || (who->empty() && !speech_.refusal)) continue;
                statement->who = *who;
            }
            }
            found.push_back(std::move(*statement));
            return match->end;
        }
        return first + 1;
    }

    const Speech& speech_;
    const SaidPatterns& patterns_;
    const SaidPeople& people_;
    LogTokens text_;
    const std::vector<LogToken>& tokens_;
    SaidMatcher match_;
    StakeholderId speaker_;
    bool theirs_ = false;
    bool is_named_ = false;
    std::size_t voice_end_ = 0; // the first token behind "Klaus:"
};

}

std::vector<SaidStatement> statements_in(const Speech& speech, const SaidPatterns& patterns, const SaidPeople& people) {
    return SpeechReader(speech, patterns, people).statements();
}

}
