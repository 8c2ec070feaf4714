#include "core/model/words/table_date.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The three parts of a date, as they stand there.
struct DateParts {
    std::array<int, 3> numbers{};
    std::array<int, 3> digits{};
    int month_at = -1; // which of them was a name
    char separator = 0;
};

int month_of(std::string_view word) {
    struct Name {
        std::string_view begin;
        int month;
    };
    // English, German, French, by their beginnings.
    constexpr std::array<Name, 22> names{{{"jan", 1}, {"feb", 2}, {"f\u00e9v", 2}, {"mar", 3}, {"m\u00e4r", 3}, {"apr", 4}, {"avr", 4}, {"may", 5},
                                          {"mai", 5}, {"jun", 6}, {"juin", 6},     {"jul", 7}, {"juil", 7},     {"aug", 8}, {"ao\u00fb", 8}, {"sep", 9},
                                          {"oct", 10}, {"okt", 10}, {"nov", 11},   {"dec", 12}, {"dez", 12},    {"d\u00e9c", 12}}};
    const auto lower = folded(word);
    if (lower.size() > 12) return 0;
    for (const auto& name : names) {
        if (lower.starts_with(name.begin)) return lower.starts_with("juil") ? 7 : name.month;
    }
    return 0;
}

// Behind a date there may be a time: digits, colons, points, T, Z, AM, PM, +, -.
bool is_time(std::string_view rest) {
    return rest.size() <= 40 &&
           std::ranges::all_of(rest, [](char c) { return is_digit(c) || std::string_view(" :.,+-TZtzAaPpMmUGC()/").contains(c); });
}

std::optional<DateParts> date_parts(std::string_view cell) {
    cell = trimmed(cell);
    DateParts parts;
    if (cell.size() == 8 && std::ranges::all_of(cell, is_digit)) {
        const auto number = [&](std::size_t at, std::size_t length) {
            int value = 0;
            for (const char c : cell.substr(at, length)) value = 10 * value + (c - '0');
            return value;
        };
        return DateParts{{number(0, 4), number(4, 2), number(6, 2)}, {4, 2, 2}, -1, '-'};
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto begin = at;
        while (at < cell.size() && is_digit(cell[at])) ++at;
        if (at == begin) {
            while (at < cell.size() && is_letter(cell[at])) ++at;
            const int month = month_of(cell.substr(begin, at - begin));
            if (month == 0 || parts.month_at >= 0 || i == 2) return {};
            parts.numbers[i] = month;
            parts.month_at = static_cast<int>(i);
        } else {
            if (at - begin > 4) return {};
            for (const char c : cell.substr(begin, at - begin)) parts.numbers[i] = 10 * parts.numbers[i] + (c - '0');
            parts.digits[i] = static_cast<int>(at - begin);
        }
        if (i == 2) break;
        const auto gap = at;
        while (at < cell.size() && std::string_view("/-., ").contains(cell[at])) ++at;
        if (at == gap) return {};
        if (i == 0) parts.separator = cell[gap];
        if (i == 1 && parts.month_at < 0 && cell[gap] != parts.separator) return {};
    }
    if (!is_time(cell.substr(at))) return {};
    return parts;
}

int full_year(int number, int digits) {
    return digits > 2 ? number : number + (number < 80 ? 2000 : 1900);
}

}

DateHint date_hint(std::string_view cell) {
    const auto parts = date_parts(cell);
    if (!parts || parts->month_at >= 0) return DateHint::nothing;
    if (parts->digits[0] > 2) return DateHint::ymd;
    const auto [a, b, c] = parts->numbers;
    if (parts->separator == '.') return DateHint::dmy;
    if (a > 12 && b <= 12) return DateHint::dmy;
    if (b > 12 && a <= 12) return DateHint::mdy;
    return a == b || a > 12 ? DateHint::nothing : DateHint::either;
}

std::optional<Date> table_date(std::string_view cell, DateOrder order) {
    const auto parts = date_parts(cell);
    if (!parts) return {};
    const auto& n = parts->numbers;
    const auto& digits = parts->digits;
    auto day = Result<Date>(fail(""));
    if (parts->month_at == 1) {
        const bool year_first = digits[0] > 2;
        day = year_first ? Date::from_calendar(n[0], n[1], n[2]) : Date::from_calendar(full_year(n[2], digits[2]), n[1], n[0]);
    } else if (parts->month_at == 0) {
        day = Date::from_calendar(full_year(n[2], digits[2]), n[0], n[1]);
    } else if (digits[0] > 2) {
        day = Date::from_calendar(n[0], n[1], n[2]);
    } else if (parts->separator == '.' || order == DateOrder::dmy) {
        day = Date::from_calendar(full_year(n[2], digits[2]), n[1], n[0]);
    } else if (order == DateOrder::mdy) {
        day = Date::from_calendar(full_year(n[2], digits[2]), n[0], n[1]);
    } else {
        day = Date::from_calendar(full_year(n[0], digits[0]), n[1], n[2]);
    }
    return day ? std::optional(*day) : std::nullopt;
}

}
