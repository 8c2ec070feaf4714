#include "core/base/typed/typed_date_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace middleground {

std::string_view PhraseReader::word(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::word ? std::string_view(tokens_[at].text) : std::string_view{};
}

int PhraseReader::number(std::size_t at) const {
    return digits(at) > 0 ? tokens_[at].value : -1;
}

std::size_t PhraseReader::digits(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::number ? tokens_[at].text.size() : 0;
}

bool PhraseReader::sign(std::size_t at, char c) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::sign && tokens_[at].text.front() == c;
}

bool PhraseReader::close(std::size_t at) const {
    return at < tokens_.size() && !tokens_[at].after_gap;
}

std::optional<int> PhraseReader::month_at(std::size_t at) const {
    return month_named(word(at), whole() ? NameMatch::beginning : NameMatch::exact);
}

std::optional<int> PhraseReader::weekday_at(std::size_t at) const {
    return weekday_named(word(at), whole() ? NameMatch::beginning : NameMatch::exact);
}

std::optional<int> PhraseReader::amount(std::size_t at) const {
    if (digits(at) > 0) {
        return number(at) >= 0 ? std::optional(number(at)) : std::nullopt;
    }
    return small_number_named(word(at));
}

PhraseReader::Year PhraseReader::year(std::size_t at) const {
    const auto skipped = sign(at, ',') ? at + 1 : at;
    if (digits(skipped) == 4) {
        return {number(skipped), skipped + 1};
    }
    if (sign(at, '\'') && digits(at + 1) == 2 && close(at + 1)) {
        return {2000 + number(at + 1), at + 2};
    }
    if (whole() && digits(skipped) == 2) {
        return {2000 + number(skipped), skipped + 1};
    }
    return {{}, at};
}

PeriodPart PhraseReader::alone() const {
    return rules_.period == PeriodDay::last && rules_.lean != DateDirection::past ? PeriodPart::end : PeriodPart::start;
}

// "tomorrow"
std::optional<FoundPhrase> PhraseReader::named_day(std::size_t at) const {
    const auto days = days_named(word(at));
    if (!days) {
        return {};
    }
    return FoundPhrase{at + 1, calendar_.days_from_today(*days),
                       is_everyday_word(word(at)) ? PhraseStrength::weak : PhraseStrength::strong};
}

// "day after tomorrow", "the day before yesterday"
std::optional<FoundPhrase> PhraseReader::day_after_tomorrow(std::size_t at) const {
    const auto start = word(at) == "the" ? at + 1 : at;
    const bool after = word(start + 1) == "after" && word(start + 2) == "tomorrow";
    const bool before = word(start + 1) == "before" && word(start + 2) == "yesterday";
    if (word(start) != "day" || !(after || before)) {
        return {};
    }
    return FoundPhrase{start + 3, calendar_.days_from_today(after ? 2 : -2), PhraseStrength::strong};
}

// "in 2 weeks"
std::optional<FoundPhrase> PhraseReader::units_ahead(std::size_t at) const {
    const auto count = amount(at + 1);
    const auto unit = unit_named(word(at + 2));
    if (word(at) != "in" || !count || !unit || (word(at + 2).size() == 1 && !whole())) {
        return {};
    }
    return FoundPhrase{at + 3, calendar_.units_from_today(*unit, *count), PhraseStrength::strong};
}

// "2 weeks ago", "a week from now"; "2 weeks" where it is all that was typed.
std::optional<FoundPhrase> PhraseReader::count_of_units(std::size_t at) const {
    const auto count = amount(at);
    const auto unit = unit_named(word(at + 1));
    if (!count || !unit || (word(at + 1).size() == 1 && !whole())) {
        return {};
    }
    if (word(at + 2) == "ago") {
        return FoundPhrase{at + 3, calendar_.units_from_today(*unit, -*count), PhraseStrength::strong};
    }
    if (word(at + 2) == "from" && (word(at + 3) == "now" || word(at + 3) == "today")) {
        return FoundPhrase{at + 4, calendar_.units_from_today(*unit, *count), PhraseStrength::strong};
    }
    if (!whole()) {
        return {};
    }
    return FoundPhrase{at + 2, calendar_.units_from_today(*unit, calendar_.lean() == DateDirection::past ? -*count : *count),
                       PhraseStrength::strong};
}

// "next fri", "last month", "coming mon"
std::optional<FoundPhrase> PhraseReader::turn(std::size_t at) const {
    const auto away = turn_named(word(at));
    const bool coming = word(at) == "coming";
    if (const auto day = weekday_at(at + 1); day && (away || coming)) {
        const auto date = coming      ? calendar_.next_weekday(*day)
                          : *away < 0 ? calendar_.last_weekday(*day)
                                      : calendar_.weekday_of_week(*day, *away);
        return FoundPhrase{at + 2, date, PhraseStrength::strong};
    }
    const auto unit = unit_named(word(at + 1));
    if (!away || *away == 0 || !unit || *unit == DateUnit::day || word(at + 1).size() == 1) {
        return {};
    }
    const auto part = *unit == DateUnit::week ? PeriodPart::start : alone(); // "next week" begins on Monday, due or not
    return FoundPhrase{at + 2, calendar_.part_of_unit(part, *unit, *away), PhraseStrength::strong};
}

// "end of July 2027", "the end of July", "mid-July", "start of next month", "end of Q3", "end of 2026"
std::optional<FoundPhrase> PhraseReader::part_of_period(std::size_t at) const {
    constexpr std::array<std::pair<std::string_view, PeriodPart>, 10> parts{{{"end", PeriodPart::end},
                                                                             {"ende", PeriodPart::end},
                                                                             {"fin", PeriodPart::end},
                                                                             {"mid", PeriodPart::middle},
                                                                             {"middle", PeriodPart::middle},
                                                                             {"mitte", PeriodPart::middle},
                                                                             {"start", PeriodPart::start},
                                                                             {"beginning", PeriodPart::start},
                                                                             {"early", PeriodPart::start},
                                                                             {"anfang", PeriodPart::start}}};
    const auto start = word(at) == "the" ? at + 1 : at;
    const auto* part = std::ranges::find(parts, word(start), &std::pair<std::string_view, PeriodPart>::first);
    if (part == parts.end()) {
        return {};
    }
    auto next = start + 1;
    next += sign(next, '-');
    const bool of = word(next) == "of" || word(next) == "de";
    next += of;
    next += word(next) == "the";
    const auto away = turn_named(word(next));
    next += away.has_value();
    if (const auto unit = unit_named(word(next)); unit && *unit != DateUnit::day && word(next).size() > 1) {
        return FoundPhrase{next + 1, calendar_.part_of_unit(part->second, *unit, away.value_or(0)), PhraseStrength::strong};
    }
    if (away) {
        return {};
    }
    if (const auto named = month_at(next)) {
        const auto in = year(next + 1);
        return FoundPhrase{in.end, calendar_.part_of_months(part->second, in.value, *named, 1), PhraseStrength::strong};
    }
    if (word(next) == "q" && digits(next + 1) == 1 && close(next + 1)) {
        const auto in = year(next + 2);
        return FoundPhrase{in.end, calendar_.part_of_quarter(part->second, in.value, number(next + 1)), PhraseStrength::strong};
    }
    if (of && digits(next) == 4) {
        return FoundPhrase{next + 1, calendar_.part_of_months(part->second, number(next), 1, 12), PhraseStrength::strong};
    }
    return {};
}

// "Q4", "Q4 2026", "the fourth quarter", "4th quarter of 2026"
std::optional<FoundPhrase> PhraseReader::quarter(std::size_t at) const {
    constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};
    constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    const auto start = word(at) == "the" ? at + 1 : at;
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
        const bool as_word = word(start) == ordinals[i];
        const bool as_number = digits(start) == 1 && number(start) == static_cast<int>(i) + 1 && word(start + 1) == endings[i];
        const auto unit = start + (as_word ? 1 : 2);
        if ((!as_word && !as_number) || word(unit) != "quarter") continue;
        const bool of = word(unit + 1) == "of";
        const auto in = year(unit + (of ? 2 : 1));
        const auto end = in.value ? in.end : unit + 1;
        return FoundPhrase{end, calendar_.part_of_quarter(alone(), in.value, static_cast<int>(i) + 1), PhraseStrength::strong};
    }
    if (word(at) != "q" || digits(at + 1) != 1 || !close(at + 1)) {
        return {};
    }
    const auto in = year(at + 2);
    return FoundPhrase{in.end, calendar_.part_of_quarter(alone(), in.value, number(at + 1)), PhraseStrength::strong};
}

// "eom"
std::optional<FoundPhrase> PhraseReader::short_end(std::size_t at) const {
    constexpr std::array<std::pair<std::string_view, DateUnit>, 4> ends{
        {{"eow", DateUnit::week}, {"eom", DateUnit::month}, {"eoq", DateUnit::quarter}, {"eoy", DateUnit::year}}};
    const auto* end = std::ranges::find(ends, word(at), &std::pair<std::string_view, DateUnit>::first);
    if (end == ends.end()) {
        return {};
    }
    return FoundPhrase{at + 1, calendar_.part_of_unit(PeriodPart::end, end->second, 0), PhraseStrength::strong};
}

std::optional<FoundPhrase> PhraseReader::longest(std::size_t at) const {
    std::optional<FoundPhrase> best;
    for (const auto read :
         {&PhraseReader::named_day, &PhraseReader::day_after_tomorrow, &PhraseReader::count_of_units, &PhraseReader::units_ahead,
          &PhraseReader::turn, &PhraseReader::weekday, &PhraseReader::part_of_period, &PhraseReader::quarter, &PhraseReader::short_end,
          &PhraseReader::month_first, &PhraseReader::day_first, &PhraseReader::numbers, &PhraseReader::iso}) {
        auto found = (this->*read)(at);
        const bool usable = found && (whole() || !std::holds_alternative<Error>(found->day));
        const bool better =
            usable && (!best || found->end > best->end || (found->end == best->end && std::holds_alternative<Error>(best->day)));
        if (better) {
            best = std::move(found);
        }
    }
    return best;
}

std::optional<FoundPhrase> longest_phrase(const std::vector<Token>& tokens, std::size_t at, const PhraseRules& rules) {
    return PhraseReader(tokens, rules).longest(at);
}

}
