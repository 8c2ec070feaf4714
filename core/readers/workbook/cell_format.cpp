#include "core/readers/workbook/cell_format.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <charconv>
#include <cmath>

namespace middleground::readers {

namespace {

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
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
    const auto value = number_in(number);
    if (!value || *value < 1 || *value > 401768) return std::string(number); // to 2999
    auto days = static_cast<int>(std::floor(*value));
    auto minutes = static_cast<int>(std::lround((*value - days) * 24 * 60));
    if (minutes == 24 * 60) {
        ++days;
        minutes = 0;
    }
    if (!from_1904 && days < 60) ++days; // before the day that never was
    auto text = Date::from_days(days - (from_1904 ? to_1970_from_1904 : to_1970)).iso();
    if (minutes > 0) text += ' ' + two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
    return text;
}

std::string plain_number(std::string_view number) {
    const auto value = number_in(number);
    if (!value) return std::string(number);
    constexpr int precision = 15; // digits that a spreadsheet shows
    if (std::abs(*value) >= 1e15 || (*value != 0 && std::abs(*value) < 1e-9)) return std::string(trimmed(number));
    char digits[64];
    // Through the shortest form with fifteen digits, which has no exponent here.
    auto end = std::to_chars(digits, digits + sizeof digits, *value, std::chars_format::general, precision).ptr;
    double rounded = 0;
    std::from_chars(digits, end, rounded);
    end = std::to_chars(digits, digits + sizeof digits, rounded, std::chars_format::fixed).ptr;
    return std::string(digits, end);
}

}
