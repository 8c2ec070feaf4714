#include "core/analysis/said/said_match.hpp"

#include "core/analysis/said/said_reader.hpp"
#include "core/base/typed/typed_date_words.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

constexpr std::size_t longest_gap = 3; // words
constexpr int first_year = 2000;
constexpr int last_year = 2099;

std::optional<Date> later_of(const std::variant<Date, AmbiguousDate>& day) {
    if (const auto* one = std::get_if<Date>(&day)) return *one;
    const auto& two = std::get<AmbiguousDate>(day);
    return std::max(two.first, two.second);
}

DateDirection lean_of(SaidList list) {
    return list == SaidList::left || list == SaidList::left_then ? DateDirection::past : DateDirection::future;
}

}

std::optional<SaidMatch> SaidMatcher::at(const SaidPattern& pattern, std::size_t first) const {
    first_ = first;
    return match(pattern, 0, first, {});
}

// Whether the pattern may have its next word there.
bool SaidMatcher::goes_on(std::size_t at, std::size_t first) const {
    return at < tokens_.size() && (at == first || tokens_[at].before <= LogMark::plus);
}

bool SaidMatcher::ends_well(std::size_t at) const {
    const auto mark = at < tokens_.size() ? tokens_[at].before : text_.after;
    if (at >= tokens_.size() || mark > LogMark::plus) return true;
    return mark != LogMark::joined && patterns_.row(SaidRows::after, tokens_, at) > 0;
}

std::optional<SaidMatch> SaidMatcher::match(const SaidPattern& pattern, std::size_t element, std::size_t at, std::optional<SaidDay> when) const {
    if (element == pattern.elements.size()) {
        if (at == first_ || !ends_well(at)) return {};
        return SaidMatch{at, when};
    }
    const auto& wanted = pattern.elements[element];
    const auto then = [&](std::size_t end, std::optional<SaidDay> found) { return match(pattern, element + 1, end, found); };
    const bool more = goes_on(at, first_);
    using enum SaidElement::Kind;
    switch (wanted.kind) {
    case word:
        if (more && std::ranges::find(wanted.choices, tokens_[at].key) != wanted.choices.end()) {
            if (auto found = then(at + 1, when)) return found;
        }
        break;
    case gap:
    case also: {
        // The fewest words first.
        for (std::size_t count = 0; count <= longest_gap; ++count) {
            if (auto found = then(at + count, when)) return found;
            if (!goes_on(at + count, first_)) return {};
            if (wanted.kind == also ? patterns_.row(SaidRows::also, tokens_, at + count) != 1
                                    : patterns_.row(SaidRows::doubts, tokens_, at + count) > 0)
                return {};
        }
        return {};
    }
    case company:
    case contract: {
        if (!more) break;
        const auto list = wanted.kind == company ? SaidRows::company : SaidRows::contract;
        auto count = patterns_.row(list, tokens_, at);
        if (wanted.kind == company) count = std::max(count, people_.account_at(tokens_, at));
        if (count > 0) {
            if (auto found = then(at + count, when)) return found;
        }
        break;
    }
    case SaidElement::Kind::day:
    case period: {
        if (!more) break;
        if (const auto found = wanted.kind == period ? period_at(at) : day_at(at, lean_of(pattern.list))) {
            if (auto matched = then(found->end, found->day)) return matched;
        }
        break;
    }
    }
    return wanted.optional ? then(at, when) : std::nullopt;
}

std::optional<SaidMatcher::Found> SaidMatcher::day_at(std::size_t at, DateDirection lean) const {
    const auto& token = tokens_[at];
    const auto read = [&](Date said_on) { return find_date_phrase(speech_.text, token.begin, said_on, lean); };
    const auto phrase = read(speech_.on);
    if (!phrase) {
        if (!token.number || token.key.size() != 4) return {};
        const int year = std::stoi(token.key);
        const auto day = Date::from_calendar(year, 1, 1);
        if (year < first_year || year > last_year || !day) return {};
        return Found{at + 1, {*day, *day}};
    }
    if (phrase->strength == PhraseStrength::weak && (at == 0 || patterns_.row(SaidRows::by, tokens_, at - 1) != 1)) return {};
    const auto first = later_of(phrase->day);
    if (!first) return {};
    if (!speech_.has_own_day()) {
        // Nobody knows when it was said: only a day counts that is the same whenever that was.
        const auto earlier = read(speech_.earliest);
        if (!earlier || later_of(earlier->day) != first) return {};
    }
    Found found{at, {*first, *first}};
    while (found.end < tokens_.size() && tokens_[found.end].begin < phrase->end)
        ++found.end;
    if (lean == DateDirection::past) {
        // "last week" is a week.
        const auto words = "end of " + std::string(speech_.text.substr(phrase->begin, phrase->end - phrase->begin));
        const auto end = read_typed_date(words, speech_.on, lean);
        if (const auto* last = std::get_if<Date>(&end); last && *last > *first) found.day.last = std::min(*last, speech_.on);
    }
    return found;
}

// "this year": nothing before the next one.
std::optional<SaidMatcher::Found> SaidMatcher::period_at(std::size_t at) const {
    if (at + 1 >= tokens_.size() || tokens_[at + 1].before != LogMark::none || !speech_.has_own_day()) return {};
    const auto unit = unit_named(tokens_[at + 1].key);
    if (turn_named(tokens_[at].key) != 0 || !unit || *unit < DateUnit::month || tokens_[at + 1].key.size() < 2) return {};
    const auto next = read_typed_date("next " + tokens_[at + 1].key, speech_.on, DateDirection::future);
    const auto* day = std::get_if<Date>(&next);
    if (!day) return {};
    return Found{at + 2, {*day, *day}};
}

}
