// What a person types for a day. Apart from date.cpp because it guesses, and date.cpp never does.
#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <array>
#include <optional>
#include <vector>

namespace middleground {

namespace {

constexpr std::string_view forms = "Type a day such as 2026-06-30, 30.6., 30 Jun, fri, tomorrow or +7.";

std::unexpected<Error> not_a_day(std::string_view text) {
    if (first_invalid_utf8(text) || text.size() > 40) {
        return fail("This is not a day", {}, std::string(forms));
    }
    return fail('"' + std::string(text) + "\" is not a day", {}, std::string(forms));
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// Up to `max_digits` digits and nothing else.
std::optional<int> number(std::string_view text, std::size_t max_digits) {
    if (text.empty() || text.size() > max_digits) {
        return {};
    }
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) {
            return {};
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

// Three letters or more of the full name; "sept" and "thurs" are such beginnings too.
template <std::size_t N>
std::optional<int> name_index(std::string_view word, const std::array<std::string_view, N>& full_names) {
    if (word.size() < 3) {
        return {};
    }
    for (std::size_t i = 0; i < N; ++i) {
        if (full_names[i].starts_with(word)) {
            return static_cast<int>(i);
        }
    }
    return {};
}

std::optional<int> month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> names{"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
    const auto index = name_index(word, names);
    return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<int> weekday_of(std::string_view word) {
    constexpr std::array<std::string_view, 7> names{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return name_index(word, names);
}

// The nearest to today of the years in which that day exists; of two equally near the one to come. Leap days are at most eight years apart.
Result<Date> without_year(int month, int day, Date today) {
    std::optional<Date> nearest;
    for (int year = today.year() - 8; year <= today.year() + 8; ++year) {
        const auto date = Date::from_calendar(year, month, day);
        if (!date) {
            continue;
        }
        const auto distance = [&](Date other) { return other < today ? today - other : other - today; };
        if (!nearest || distance(*date) <= distance(*nearest)) {
            nearest = *date;
        }
    }
    // A day that never exists has the same fault in every leap year: let that message through.
    return nearest ? Result<Date>(*nearest) : Date::from_calendar(2024, month, day);
}

Result<Date> with_year(std::optional<int> year, int month, int day, Date today) {
    if (!year) {
        return without_year(month, day, today);
    }
    // "30.6.26": nobody plans a deal for the year 26.
    return Date::from_calendar(*year < 100 ? *year + 2000 : *year, month, day);
}

// "+7", "-3"
Result<Date> offset_from(std::string_view text, Date today) {
    const auto days = number(text.substr(1), 6);
    if (!days) {
        return not_a_day(text);
    }
    const int offset = text.front() == '-' ? -*days : *days;
    const auto date = today + offset;
    if (date - today != offset) {
        return fail("That day is outside the years 1900 to 2999", {}, std::string(forms));
    }
    return date;
}

// Numbers and words of the text; separators are white space, '.', ',' and the change from one to the other.
struct Pieces {
    std::vector<std::string> list;
    int dots = 0;
    bool strange = false;
};

Pieces pieces_of(std::string_view text) {
    Pieces pieces;
    char previous = ' ';
    for (const char c : text) {
        const bool continues = (is_digit(c) && is_digit(previous)) || (is_letter(c) && is_letter(previous));
        if (is_digit(c) || is_letter(c)) {
            if (!continues) {
                pieces.list.emplace_back();
            }
            pieces.list.back() += c;
        } else if (c == '.') {
            ++pieces.dots;
        } else if (c != ' ' && c != ',' && c != '\t') {
            pieces.strange = true;
        }
        previous = c;
    }
    return pieces;
}

std::optional<int> year_of(std::string_view text) {
    return text.size() == 4 || text.size() == 2 ? number(text, 4) : std::nullopt;
}

}

Result<Date> parse_typed_date(std::string_view text, Date today) {
    text = trimmed(text);
    if (text.empty()) {
        return fail("No day was typed", {}, std::string(forms));
    }
    if (text.size() > 40 || first_invalid_utf8(text)) {
        return not_a_day(text);
    }
    const auto word = folded(text);
    if (word == "today") {
        return today;
    }
    if (word == "tomorrow") {
        return today + 1;
    }
    if (word == "yesterday") {
        return today - 1;
    }
    if (const auto weekday = weekday_of(word)) {
        const int ahead = (*weekday - today.weekday() + 7) % 7;
        return today + (ahead == 0 ? 7 : ahead);
    }
    if (word.front() == '+' || word.front() == '-') {
        return offset_from(word, today);
    }
    if (word.find('/') != std::string::npos) {
        return fail("Day and month cannot be told apart in \"" + std::string(text) + '"', {}, std::string(forms));
    }
    if (word.find('-') != std::string::npos) {
        auto date = Date::parse(word);
        return date || word.size() == 10 ? date : Result<Date>(not_a_day(text));
    }

    const auto pieces = pieces_of(word);
    const auto& list = pieces.list;
    if (pieces.strange || list.size() < 2 || list.size() > 3) {
        return not_a_day(text);
    }
    const auto year = list.size() == 3 ? year_of(list[2]) : std::nullopt;
    if (list.size() == 3 && !year) {
        return not_a_day(text);
    }
    const auto first = number(list[0], 2);
    const auto second = number(list[1], 2);
    if (first && second) {
        // "30 6" could be anything; the dots say that it is a day.
        return pieces.dots == 0 ? Result<Date>(not_a_day(text)) : with_year(year, *second, *first, today);
    }
    if (const auto month = month_of(list[1]); first && month) {
        return with_year(year, *month, *first, today);
    }
    if (const auto month = month_of(list[0]); second && month) {
        return with_year(year, *month, *second, today);
    }
    return not_a_day(text);
}

}
