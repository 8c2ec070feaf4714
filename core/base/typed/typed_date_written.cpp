#include "core/base/typed/typed_date_reader.hpp"

#include <array>
#include <utility>

namespace middleground {

namespace {

constexpr std::array<std::string_view, 7> full_weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

}

PhraseStrength PhraseReader::strength_of_weekday(std::size_t at) const {
    const auto name = word(at);
    const bool usual = name == "fri" || name == "tue" || name == "tues" || name == "thu" || name == "thur" || name == "thurs";
    return usual || (name.size() >= 6 && !is_everyday_word(name)) ? PhraseStrength::strong : PhraseStrength::weak;
}

// "fri", "fri next week", "Fri 19 Jun", "segunda-feira"
std::optional<FoundPhrase> PhraseReader::weekday(std::size_t at) const {
    const auto day = weekday_at(at);
    if (!day) {
        return {};
    }
    auto end = at + 1;
    if (sign(end, '-') && word(end + 1) == "feira") {
        end += 2;
    }
    if (sign(end, '.') && whole()) {
        ++end;
    }
    if (const auto away = turn_named(word(end)); away && word(end + 1) == "week") {
        return FoundPhrase{end + 2, calendar_.weekday_of_week(*day, *away), PhraseStrength::strong};
    }
    const auto after = sign(end, ',') ? end + 1 : end;
    if (auto dated = weekday_with_date(after, *day); dated && (whole() || !std::holds_alternative<Error>(dated->day))) {
        return dated;
    }
    return FoundPhrase{end, calendar_.leaning_weekday(*day), strength_of_weekday(at)};
}

// The date behind a weekday has to be on it; without a year, that of last, this and next year which is.
std::optional<FoundPhrase> PhraseReader::weekday_with_date(std::size_t at, int weekday) const {
    Found dated;
    for (const auto read : {&PhraseReader::month_first, &PhraseReader::day_first, &PhraseReader::numbers, &PhraseReader::iso}) {
        auto found = (this->*read)(at);
        if (found && (!dated || found->end > dated->end)) {
            dated = std::move(found);
        }
    }
    if (!dated || std::holds_alternative<Error>(dated->day)) {
        return dated;
    }
    dated->strength = PhraseStrength::strong;
    const auto fits = [&](Date date) { return date.weekday() == weekday; };
    if (const auto* both = std::get_if<AmbiguousDate>(&dated->day)) {
        if (fits(both->first) != fits(both->second)) {
            dated->day = fits(both->first) ? both->first : both->second;
        }
        return dated;
    }
    const auto date = std::get<Date>(dated->day);
    if (fits(date)) {
        return dated;
    }
    const bool has_year = digits(dated->end - 1) == 4 || digits(at) == 4;
    const auto other = calendar_.year_with_weekday(date, weekday);
    if (!has_year && other) {
        dated->day = *other;
    } else {
        const auto name = short_date(date, rules_.today);
        dated->day = Error{name + " is a " + std::string(full_weekdays[static_cast<unsigned>(date.weekday())]) + ", not a " +
                               std::string(full_weekdays[static_cast<unsigned>(weekday)]),
                           {},
                           "Type " + name + " or another day."};
    }
    return dated;
}

std::size_t PhraseReader::after_ordinal(std::size_t at) const {
    const auto suffix = word(at);
    const bool ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "er" || suffix == "e";
    return ordinal && close(at) ? at + 1 : at;
}

// Where nothing but the month says that it is a day: "3 out of 5", "we may 3 times".
PhraseStrength PhraseReader::strength_of_month(std::size_t at, bool has_year, bool day_first) const {
    return has_year || !is_everyday_word(word(at)) || (day_first && tokens_[at].capital) ? PhraseStrength::strong : PhraseStrength::weak;
}

// "Aug 15", "June 30, 2027", "July 2027", "July"
std::optional<FoundPhrase> PhraseReader::month_first(std::size_t at) const {
    const auto named = month_at(at);
    if (!named) {
        return {};
    }
    auto next = at + 1;
    next += sign(next, '.');
    if (digits(next) == 4 || (sign(next, '\'') && digits(next + 1) == 2)) {
        const auto in = year(next);
        return FoundPhrase{in.end, calendar_.part_of_months(alone(), in.value, *named, 1), PhraseStrength::strong};
    }
    const auto number_at = next + (word(next) == "the");
    if (is_day_number(number_at)) {
        const auto in = year(after_ordinal(number_at + 1));
        const auto end = in.value ? in.end : after_ordinal(number_at + 1);
        return FoundPhrase{end, calendar_.day_of(in.value, *named, number(number_at)), strength_of_month(at, in.value.has_value(), false)};
    }
    return FoundPhrase{at + 1, calendar_.part_of_months(alone(), {}, *named, 1), PhraseStrength::weak};
}

// "3. März", "15th August 2027", "the 3rd of June", "3 de junio de 2026"
std::optional<FoundPhrase> PhraseReader::day_first(std::size_t at) const {
    auto next = at + (word(at) == "the");
    if (!is_day_number(next)) {
        return {};
    }
    const int day = number(next);
    next = after_ordinal(next + 1);
    next += sign(next, '.');
    next += word(next) == "of" || word(next) == "de";
    next += word(next) == "the";
    const auto named = month_at(next);
    if (!named) {
        return {};
    }
    const auto name_at = next++;
    auto in = year(next + sign(next, '.'));
    if (!in.value && (word(next) == "de" || word(next) == "of") && digits(next + 1) == 4) {
        in = year(next + 1);
    }
    const auto end = in.value ? in.end : next;
    return FoundPhrase{end, calendar_.day_of(in.value, *named, day), strength_of_month(name_at, in.value.has_value(), true)};
}

// "30.6.2026", "30.6.", "31/12", "12/31/2026", "2026/12/31", "31-12-2026"
std::optional<FoundPhrase> PhraseReader::numbers(std::size_t at) const {
    const auto mark = sign(at + 1, '.') ? '.' : sign(at + 1, '/') ? '/' : '-';
    if (!sign(at + 1, mark) || digits(at + 2) == 0) {
        return {};
    }
    const bool third = sign(at + 3, mark) && digits(at + 4) > 0;
    if (mark == '/' && digits(at) == 4 && third && is_day_number(at + 2) && is_day_number(at + 4)) {
        return FoundPhrase{at + 5, calendar_.day_of(number(at), number(at + 2), number(at + 4)), PhraseStrength::strong};
    }
    if (!is_day_number(at) || !is_day_number(at + 2)) {
        return {};
    }
    std::optional<int> in_year;
    auto end = at + 3;
    if (third && digits(at + 4) == 4) {
        in_year = number(at + 4);
    } else if (third && digits(at + 4) == 2 && mark != '-' && (whole() || close(at + 4))) {
        in_year = 2000 + number(at + 4);
    }
    if (in_year) {
        end = at + 5;
    } else if (mark == '-') {
        return {};
    }
    if (mark == '.' && !in_year && sign(end, '.') && digits(end + 1) > 0 && close(end + 1) && !whole()) {
        return {}; // "12.5.3" is a version
    }
    if (mark == '.') {
        return dotted(at, end, in_year);
    }
    return FoundPhrase{end, calendar_.either_first(in_year, number(at), number(at + 2)),
                       in_year ? PhraseStrength::strong : PhraseStrength::weak};
}

// "30.6." is a day; "3.5" and the "3.5." that ends a text may be a number.
FoundPhrase PhraseReader::dotted(std::size_t at, std::size_t end, std::optional<int> in_year) const {
    const bool closed = !in_year && sign(end, '.');
    const bool strong = in_year || (closed && end + 1 < tokens_.size());
    return {end + closed, calendar_.day_of(in_year, number(at + 2), number(at)), strong ? PhraseStrength::strong : PhraseStrength::weak};
}

std::optional<FoundPhrase> PhraseReader::iso(std::size_t at) const {
    if (digits(at) != 4 || !sign(at + 1, '-') || digits(at + 2) != 2 || !sign(at + 3, '-') || digits(at + 4) != 2 || !close(at + 1) ||
        !close(at + 2) || !close(at + 3) || !close(at + 4)) {
        return {};
    }
    return FoundPhrase{at + 5, calendar_.day_of(number(at), number(at + 2), number(at + 4)), PhraseStrength::strong};
}

}
