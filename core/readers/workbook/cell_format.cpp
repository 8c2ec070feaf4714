#include "core/readers/workbook/cell_format.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace middleground::readers {

namespace {

// A number as its digits: "1.2E3" is 12 with the point behind the fourth. In letters, as not every library reads doubles, and none has to round.
struct Digits {
    bool negative = false;
    std::string digits; // without zeros at either end; empty: 0
    int point = 0;      // places before it; may be outside of the digits
};

std::optional<Digits> digits_in(std::string_view text) {
    constexpr int most_exponent = 400;
    text = trimmed(text);
    Digits number;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) number.negative = text[at++] == '-';
    bool any = false, behind = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !behind) {
            behind = true;
            continue;
        }
        if (c < '0' || c > '9') break;
        any = true;
        if (!behind && (c != '0' || !number.digits.empty())) ++number.point;
        if (c != '0' || !number.digits.empty()) number.digits += c;
        else if (behind) --number.point;
        if (number.digits.size() > 400 || number.point < -most_exponent) return {};
    }
    if (!any) return {};
    if (at < text.size()) {
        if (lower(text[at]) != 'e' || at + 1 == text.size()) return {};
        int exponent = 0;
        const auto sign = text[++at];
        if (sign == '+') ++at;
        const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        if (fault != std::errc() || end != text.data() + text.size() || exponent > most_exponent || exponent < -most_exponent) return {};
        number.point += exponent;
    }
    while (number.digits.ends_with('0'))
        number.digits.pop_back();
    return number;
}

// To so many digits, half of one away from zero.
void round_to(Digits& number, std::size_t most) {
    if (number.digits.size() <= most) return;
    const bool up = number.digits[most] >= '5';
    number.digits.resize(most);
    for (auto i = most; up;) {
        if (i == 0) {
            number.digits.insert(0, "1");
            ++number.point;
            break;
        }
        if (number.digits[--i] != '9') {
            ++number.digits[i];
            break;
        }
        number.digits[i] = '0';
    }
    while (number.digits.ends_with('0'))
        number.digits.pop_back();
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}

bool shows_day(int format, std::string_view code) {
    if (code.empty()) return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 58);
    bool day = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '[') {
            while (i < code.size() && code[i] != ']')
                ++i; // a language or a colour
        } else if (code[i] == '"') {
            for (++i; i < code.size() && code[i] != '"';)
                ++i;
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (lower(code[i]) == 'd' || lower(code[i]) == 'y') {
            day = true;
        } else if (code[i] == '0' || code[i] == '#' || lower(code[i]) == 'g') {
            return false; // "General", numbers
        }
    }
    return day;
}

std::string day_of_serial(std::string_view number, bool from_1904) {
    constexpr int to_1970 = 25569; // from 1900, with the 29 Feb of that year that Excel believes in
    constexpr int to_1970_from_1904 = 24107;
    constexpr int last = 401768; // of 2999
    const auto value = digits_in(number);
    if (!value || value->negative || value->point < 1 || value->point > 6) return std::string(number);
    std::int64_t billionths = 0; // of a day
    for (int place = 0; place < value->point + 9; ++place) {
        const auto digit = static_cast<std::size_t>(place) < value->digits.size() ? value->digits[static_cast<std::size_t>(place)] - '0' : 0;
        billionths = billionths * 10 + digit;
    }
    constexpr std::int64_t day_billionths = 1000000000, minutes_a_day = 1440;
    auto days = static_cast<int>(billionths / day_billionths);
    auto minutes = static_cast<int>((billionths % day_billionths * minutes_a_day + day_billionths / 2) / day_billionths);
    if (days < 1 || days > last) return std::string(number);
    if (minutes == minutes_a_day) {
        ++days;
        minutes = 0;
    }
    if (!from_1904 && days < 60) ++days; // before the day that never was
    auto text = Date::from_days(days - (from_1904 ? to_1970_from_1904 : to_1970)).iso();
    if (minutes > 0) text += ' ' + two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
    return text;
}

std::string plain_number(std::string_view number) {
    constexpr std::size_t precision = 15; // digits that a spreadsheet shows
    constexpr int most_places = 15;       // on either side of the point
    auto value = digits_in(number);
    if (!value || value->point > most_places || value->point < -most_places) return std::string(trimmed(number));
    round_to(*value, precision);
    if (value->digits.empty()) return "0";
    auto& digits = value->digits;
    std::string text = value->negative ? "-" : "";
    if (value->point <= 0) return text + "0." + std::string(static_cast<std::size_t>(-value->point), '0') + digits;
    const auto whole = static_cast<std::size_t>(value->point);
    if (digits.size() <= whole) return text + digits + std::string(whole - digits.size(), '0');
    return text + digits.substr(0, whole) + '.' + digits.substr(whole);
}

}
