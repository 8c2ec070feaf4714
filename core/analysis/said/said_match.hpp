#pragma once

#include "core/analysis/said/said_people.hpp"
#include "core/base/date.hpp"
#include "core/base/typed/typed_date.hpp"

#include <optional>

namespace middleground {

struct Speech;

struct SaidDay {
    Date first;
    Date last; // of "last week" its end
};
struct SaidMatch {
    std::size_t end = 0; // the first token behind it
    std::optional<SaidDay> day;
};

// Lays patterns over one text. All references outlive it.
class SaidMatcher {
public:
    SaidMatcher(const Speech& speech, const SaidPatterns& patterns, const SaidPeople& people, const LogTokens& text)
        : speech_(speech), patterns_(patterns), people_(people), text_(text), tokens_(text.list) {}

    // The pattern from that token on, where what follows it does not change its meaning: a mark, the end, or a word that may follow.
    std::optional<SaidMatch> at(const SaidPattern& pattern, std::size_t first) const;

private:
    struct Found {
        std::size_t end = 0;
        SaidDay day;
    };
    std::optional<SaidMatch> match(const SaidPattern& pattern, std::size_t element, std::size_t at, std::optional<SaidDay> day) const;
    bool goes_on(std::size_t at, std::size_t first) const;
    bool ends_well(std::size_t at) const;
    std::optional<Found> day_at(std::size_t at, DateDirection lean) const;
    std::optional<Found> period_at(std::size_t at) const;

    const Speech& speech_;
    const SaidPatterns& patterns_;
    const SaidPeople& people_;
    const LogTokens& text_;
    const std::vector<LogToken>& tokens_;
    mutable std::size_t first_ = 0; // of the pattern that is laid
};

}
