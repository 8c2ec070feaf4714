#include "core/model/words/table_date.hpp"

#include "core/base/ascii.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date_words.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// The three parts of a date, as they stand there.
struct DateParts {
    std::array<int, 3> numbers{};
    std::array<int, 3> digits{};
    int month_at = -1; // which of them was a name
    char separator = 0;
};

// Behind a date there may be a time: digits, colons, points, T, Z, AM, PM, +, -, the short name of a zone.
bool is_time(std::string_view rest) {
    return rest.size() <= 40 && std::ranges::all_of(rest, [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || std::string_view(" :.,+-tzapm()/").contains(c);
    });
}

int number_in(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = 10 * value + (c - '0');
    return value;
}

// Three numbers with the same sign between them, which may have blanks around it.
std::optional<DateParts> numeric_parts(std::string_view cell) {
    DateParts parts;
    if (cell.size() == 8 && std::ranges::all_of(cell, is_digit)) {
        return DateParts{{number_in(cell.substr(0, 4)), number_in(cell.substr(4, 2)), number_in(cell.substr(6, 2))}, {4, 2, 2}, -1, '-'};
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto begin = at;
        while (at < cell.size() && is_digit(cell[at])) ++at;
        if (at == begin || at - begin > 4) return {};
        parts.numbers[i] = number_in(cell.substr(begin, at - begin));
        parts.digits[i] = static_cast<int>(at - begin);
        if (i == 2) break;
        char sign = ' ';
        const auto gap = at;
        while (at < cell.size() && std::string_view("/-., ").contains(cell[at])) {
            if (cell[at] != ' ' && sign != ' ' && cell[at] != sign) return {};
            if (cell[at] != ' ') sign = cell[at];
            ++at;
        }
        if (at == gap) return {};
        if (i == 0) parts.separator = sign;
        if (i == 1 && sign != parts.separator) return {};
    }
    if (!is_time(cell.substr(at))) return {};
    return parts;
}

// 2026年3月15日, 2026년 3월 15일
std::optional<DateParts> han_parts(std::string_view cell) {
    DateParts parts;
    parts.separator = '-';
    constexpr std::array<std::array<std::string_view, 3>, 3> marks{{{"年", "년", "年"}, {"月", "월", "月"}, {"日", "일", "号"}}};
    for (std::size_t i = 0; i < 3; ++i) {
        cell = trimmed(cell);
        std::size_t length = 0;
        while (length < cell.size() && is_digit(cell[length])) ++length;
        if (length == 0 || length > 4) return {};
        parts.numbers[i] = number_in(cell.substr(0, length));
        parts.digits[i] = static_cast<int>(length);
        cell = trimmed(cell.substr(length));
        const auto mark = std::ranges::find_if(marks[i], [&](std::string_view one) { return cell.starts_with(one); });
        if (mark == marks[i].end()) return {};
        cell.remove_prefix(mark->size());
    }
    if (parts.digits[0] != 4) return {};
    return parts;
}

// Beginnings of the names of months that typed dates do not know, in small letters without accents.
constexpr std::array<std::string_view, 12> month_beginnings{
    "jan янв oca січ ιαν", "feb фев sub лют φεβ",     "mar мар бер μαρ", "apr апр nis кві απρ", "may mai maj мая май маи травн μαι", "jun июн haz черв ιουν",
    "jul июл tem лип ιουλ", "aug авг agu серп αυγ", "sep сен eyl вер σεπ", "oct okt окт eki жов οκτ", "nov ноя kas nov нояб νοε", "dec dez des дек ara груд δεκ"};
constexpr std::string_view weekday_beginnings = "mon tue wed thu fri sat sun понед вторн среда среду четв пятн суббот воскр пн вт ср чт пт сб вс lun mar mie jue vie sab dom "
                                                "montag dienstag mittwoch donnerstag freitag samstag sonntag måndag tisdag onsdag torsdag fredag lordag sondag";
constexpr std::string_view between = "de del of the den der le el il la di en am dem vom г года год um kl uhr at st nd rd th er re o a го й";

bool begins_with_one_of(std::string_view list, std::string_view word, bool whole) {
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(' ', begin), list.size());
        const auto one = list.substr(begin, end - begin);
        if (whole ? word == one : word.starts_with(one)) return true;
        begin = end + 1;
    }
    return false;
}

int month_of(std::string_view word) {
    if (word.size() > 24) return 0;
    if (const auto month = month_named(word, NameMatch::exact)) return *month;
    for (std::size_t i = 0; i < month_beginnings.size(); ++i) {
        if (begins_with_one_of(month_beginnings[i], word, false)) return static_cast<int>(i) + 1;
    }
    return 0;
}

// A month in letters, a day and a year, in any order that people write; weekdays and small words between are passed over. Anything else makes it no date.
std::optional<DateParts> written_parts(std::string_view cell) {
    constexpr std::size_t longest = 80;
    if (cell.size() > longest) return {};
    const auto plain = plain_letters(cell);
    DateParts parts;
    parts.separator = ' ';
    std::size_t found = 0;
    const auto is_letter = [&](std::size_t at) { return static_cast<unsigned char>(plain[at]) >= 0x80 || is_ascii_letter(plain[at]); };
    for (std::size_t at = 0; at < plain.size();) {
        const auto begin = at;
        if (is_digit(plain[at])) {
            while (at < plain.size() && is_digit(plain[at])) ++at;
            if (at < plain.size() && plain[at] == ':') break; // a time
            if (found == 3 || at - begin > 4) return {};
            parts.numbers[found] = number_in(std::string_view(plain).substr(begin, at - begin));
            parts.digits[found++] = static_cast<int>(at - begin);
        } else if (is_letter(at)) {
            while (at < plain.size() && is_letter(at)) ++at;
            const auto word = std::string_view(plain).substr(begin, at - begin);
            if (found == 3) {
                if (word == "t" || begins_with_one_of(between, word, true)) continue;
                break;
            }
            if (begins_with_one_of(between, word, true)) continue;
            // "mar" may be Tuesday, too: a weekday comes first, and a month is there as well.
            const int month = month_of(word);
            if (month > 0 && parts.month_at < 0 && !(found == 0 && weekday_named(word, NameMatch::exact) && word != "mar" && word != "may")) {
                parts.numbers[found] = month;
                parts.month_at = static_cast<int>(found++);
            } else if (!weekday_named(word, NameMatch::exact) && !begins_with_one_of(weekday_beginnings, word, false)) {
                return {};
            }
        } else if (std::string_view(" ,.-/'").contains(plain[at])) {
            ++at;
        } else {
            return {};
        }
    }
    if (found != 3 || parts.month_at < 0) return {};
    return parts;
}

std::optional<DateParts> date_parts(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.empty()) return {};
    if (is_digit(cell.front())) {
        if (auto parts = numeric_parts(cell)) return parts;
        if (auto parts = han_parts(cell)) return parts;
    }
    const bool has_letter = std::ranges::any_of(cell, [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (!has_letter || std::ranges::none_of(cell, is_digit)) return {};
    return written_parts(cell);
}

int full_year(int number, int digits) {
    return digits > 2 ? number : number + (number < 80 ? 2000 : 1900);
}

// A year of another calendar would be a wrong day.
std::optional<Date> likely_day(int year, int month, int day) {
    constexpr int first_year = 1950;
    constexpr int last_year = 2150;
    if (year < first_year || year > last_year) return {};
    const auto made = Date::from_calendar(year, month, day);
    return made ? std::optional(*made) : std::nullopt;
}

}

DateHint date_hint(std::string_view cell) {
    const auto parts = date_parts(cell);
    if (!parts || parts->month_at >= 0) return DateHint::nothing;
    const auto [a, b, c] = parts->numbers;
    if (parts->digits[0] > 2 || (a > 31 && parts->digits[2] <= 2)) return DateHint::ymd;
    if (a > 12 && b <= 12) return DateHint::dmy;
    if (b > 12 && a <= 12) return DateHint::mdy;
    if (parts->separator == '.') return DateHint::dmy;
    return a == b || a > 12 ? DateHint::nothing : DateHint::either;
}

std::optional<Date> table_date(std::string_view cell, DateOrder order) {
    const auto parts = date_parts(cell);
    if (!parts) return {};
    const auto& n = parts->numbers;
    const auto& digits = parts->digits;
    if (parts->month_at == 1) {
        return digits[0] > 2 ? likely_day(n[0], n[1], n[2]) : likely_day(full_year(n[2], digits[2]), n[1], n[0]);
    }
    if (parts->month_at == 0) return likely_day(full_year(n[2], digits[2]), n[0], n[1]);
    if (parts->month_at == 2) return {};
    if (digits[0] > 2) return likely_day(n[0], n[1], n[2]);
    if (n[0] > 31 && digits[2] <= 2) return likely_day(full_year(n[0], digits[0]), n[1], n[2]);
    // Points are written where the day comes first; a second number that is no month says otherwise.
    const bool only_month_first = parts->separator == '.' && n[1] > 12 && n[0] <= 12;
    if (only_month_first) return likely_day(full_year(n[2], digits[2]), n[0], n[1]);
    if (parts->separator == '.' || order == DateOrder::dmy) return likely_day(full_year(n[2], digits[2]), n[1], n[0]);
    if (order == DateOrder::mdy) return likely_day(full_year(n[2], digits[2]), n[0], n[1]);
    return likely_day(full_year(n[0], digits[0]), n[1], n[2]);
}

}
