#pragma once

#include "core/base/typed/typed_date_calendar.hpp"
#include "core/base/typed/typed_date_phrases.hpp"

namespace middleground {

// Reads the forms of a typed day, one function for each, at one token. Days from today and periods are in typed_date_phrases.cpp, days
// with a date or a weekday in typed_date_written.cpp.
class PhraseReader {
public:
    // `tokens` must outlive the reader.
    PhraseReader(const std::vector<Token>& tokens, const PhraseRules& rules)
        : tokens_(tokens), rules_(rules), calendar_(rules.today, rules.lean) {}

    std::optional<FoundPhrase> longest(std::size_t at) const;

private:
    using Found = std::optional<FoundPhrase>;

    Found named_day(std::size_t at) const;          // "tomorrow"
    Found day_after_tomorrow(std::size_t at) const; // "day after tomorrow"
    Found units_ahead(std::size_t at) const;        // "in 2 weeks"
    Found count_of_units(std::size_t at) const;     // "2 weeks ago", "a week from now"
    Found turn(std::size_t at) const;               // "next fri", "last month"
    Found part_of_period(std::size_t at) const;     // "end of July", "mid-July", "start of next month", "end of Q3", "end of 2026"
    Found quarter(std::size_t at) const;            // "Q4", "Q4 2026", "the fourth quarter"
    Found short_end(std::size_t at) const;          // "eom"

    Found weekday(std::size_t at) const;     // "fri", "fri next week", "Fri 19 Jun", "segunda-feira"
    Found month_first(std::size_t at) const; // "Aug 15", "June 30, 2027", "July 2027", "July"
    Found day_first(std::size_t at) const;   // "3. März", "15th August 2027", "the 3rd of June", "3 de junio de 2026"
    Found numbers(std::size_t at) const;     // "30.6.2026", "30.6.", "31/12", "12/31/2026", "2026/12/31", "31-12-2026"
    Found iso(std::size_t at) const;         // "2026-06-30"

    Found weekday_with_date(std::size_t at, int weekday) const;
    FoundPhrase dotted(std::size_t at, std::size_t end, std::optional<int> in_year) const;
    std::size_t after_ordinal(std::size_t at) const;
    PhraseStrength strength_of_weekday(std::size_t at) const;
    PhraseStrength strength_of_month(std::size_t at, bool has_year, bool day_first) const;

    // Parts of tokens; an empty word and -1 beyond the end and for other kinds.
    std::string_view word(std::size_t at) const;
    int number(std::size_t at) const;
    std::size_t digits(std::size_t at) const;
    bool sign(std::size_t at, char c) const;
    bool close(std::size_t at) const; // nothing stands before it
    bool is_day_number(std::size_t at) const { return digits(at) == 1 || digits(at) == 2; }
    PeriodPart alone() const; // which part of a period is meant that stands without "end of"
    bool whole() const { return rules_.scope == PhraseScope::whole; }
    std::optional<int> month_at(std::size_t at) const;
    std::optional<int> weekday_at(std::size_t at) const;
    std::optional<int> amount(std::size_t at) const; // of days or units, as digits or as a word
    struct Year {
        std::optional<int> value;
        std::size_t end;
    };
    Year year(std::size_t at) const; // "2027", "'27", and where nothing else follows "27"

    const std::vector<Token>& tokens_;
    const PhraseRules& rules_;
    PhraseCalendar calendar_;
};

}
