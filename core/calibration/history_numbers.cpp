#include "core/calibration/history_numbers.hpp"

#include "core/base/ascii.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace middleground {

namespace {

constexpr std::size_t longest_number = 60;
constexpr std::size_t most_digits = 18; // more say nothing that a bin would show
constexpr int most_exponent = 15;

struct ReadNumber {
    TypedNumber number;
    int exponent = 0;
    bool negative = false;
    std::string_view separators_in; // the number as it stood there
};

// Takes a sign off, if one stands there.
bool take_minus(std::string_view& text) {
    for (const std::string_view minus : {"-", "\u2212"}) {
        if (!text.starts_with(minus)) continue;
        text = trimmed(text.substr(minus.size()));
        return true;
    }
    if (text.starts_with('+')) text = trimmed(text.substr(1));
    return false;
}

// What a spreadsheet makes of long numbers: "E+05".
std::optional<int> power_of_ten(std::string_view text) {
    if (!text.starts_with('E') && !text.starts_with('e')) return {};
    text.remove_prefix(1);
    const bool down = text.starts_with('-');
    if (down || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 2 || !std::ranges::all_of(text, is_digit)) return {};
    int power = 0;
    for (const char c : text) {
        power = 10 * power + (c - '0');
    }
    return down ? -power : power;
}

std::string in_upper_case(std::string_view text) {
    std::string upper;
    for (const char c : text) {
        if (c != ' ') upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upper;
}

// The number in plain characters, with what stands around it taken off. `plain` holds what `separators_in` refers to.
std::optional<ReadNumber> read_number(std::string_view cell, char point, std::string& plain) {
    auto text = trimmed(cell);
    if (text.size() > longest_number || std::ranges::none_of(text, is_digit)) return {};
    ReadNumber read;
    if (const auto bracket = text.find('('); bracket != std::string_view::npos && text.ends_with(')')) {
        read.negative = bracket == 0;
        text = trimmed(bracket == 0 ? text.substr(1, text.size() - 2) : text.substr(0, bracket));
    }
    if (take_minus(text)) read.negative = !read.negative;
    std::string_view rest = text;
    currency_of_sign(text, SignPlace::before, {}, rest);
    text = trimmed(rest);
    currency_of_sign(text, SignPlace::after, {}, rest);
    text = trimmed(rest);
    if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
    if (take_minus(text)) read.negative = !read.negative;
    auto characters = plain_amount(text);
    if (!characters) return {};
    plain = std::move(*characters);
    std::size_t begin = 0;
    while (begin < plain.size() && is_ascii_letter(plain[begin]))
        ++begin;
    std::size_t end = begin;
    while (end < plain.size() && is_of_typed_number(plain[end]))
        ++end;
    const std::string_view whole(plain);
    const auto behind = whole.substr(end);
    if (const auto power = power_of_ten(behind)) {
        read.exponent = *power;
    } else {
        const auto affixes = affixes_of(in_upper_case(behind));
        if (!affixes) return {};
        read.exponent = affixes->zeros;
    }
    if (begin > 0 && !is_known_currency(in_upper_case(whole.substr(0, begin)))) return {};
    read.separators_in = trimmed(whole.substr(begin, end - begin));
    const auto number = typed_number(read.separators_in, point);
    if (!number) return {};
    read.number = *number;
    return read;
}

double power(int exponent) {
    double value = 1;
    for (int i = 0; i < exponent; ++i) {
        value *= 10; // exact up to 10^22
    }
    return value;
}

}

std::optional<double> history_number(std::string_view cell, char point) {
    std::string plain;
    const auto read = read_number(cell, point, plain);
    if (!read) return {};
    auto digits = read->number.whole + read->number.decimals;
    int exponent = read->exponent - static_cast<int>(read->number.decimals.size());
    const auto zeros = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, zeros);
    if (digits.size() > most_digits) {
        exponent += static_cast<int>(digits.size() - most_digits);
        digits.resize(most_digits);
    }
    std::int64_t mantissa = 0;
    for (const char c : digits) {
        mantissa = 10 * mantissa + (c - '0');
    }
    if (mantissa == 0) return 0.0;
    if (exponent > most_exponent) return {};
    if (exponent < -22) return 0.0;
    const auto size = static_cast<double>(mantissa);
    const double value = exponent < 0 ? size / power(-exponent) : size * power(exponent);
    return read->negative ? -value : value;
}

char decimal_point_of(std::span<const std::string_view> cells) {
    bool is_point[2] = {false, false}; // '.' and ','
    bool groups[2] = {false, false};
    std::string plain;
    for (const auto cell : cells) {
        const auto read = read_number(cell, 0, plain);
        if (!read) continue;
        for (const char sign : {'.', ','}) {
            const auto which = sign == '.' ? 0 : 1;
            const auto times = std::ranges::count(read->separators_in, sign);
            if (read->number.point == sign) {
                is_point[which] = true;
            } else if (times > 1 || (times == 1 && read->number.point != 0)) {
                groups[which] = true;
            }
        }
    }
    if (is_point[0] && !groups[0] && !is_point[1]) return '.';
    if (is_point[1] && !groups[1] && !is_point[0]) return ',';
    return 0;
}

std::string number_words(double value) {
    constexpr int decimals = 6;
    constexpr double most = 9e12; // with six decimals still within 64 bits
    const bool negative = value < 0;
    const double size = negative ? -value : value;
    std::string text;
    std::string fraction;
    if (size < most) {
        const auto scaled = static_cast<std::uint64_t>(std::floor(size * 1e6 + 0.5));
        text = std::to_string(scaled / 1000000);
        fraction = std::to_string(scaled % 1000000);
        fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
        while (fraction.ends_with('0')) {
            fraction.pop_back();
        }
    } else if (size < 1e18) {
        text = std::to_string(static_cast<std::uint64_t>(size));
    } else {
        int thousands = 0;
        double rest = size;
        for (; rest >= 1e15; rest /= 1000) {
            ++thousands;
        }
        text = std::to_string(static_cast<std::uint64_t>(rest));
        for (int i = 0; i < thousands; ++i) {
            text += "000";
        }
    }
    for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    if (!fraction.empty()) text += '.' + fraction;
    return negative && text != "0" ? '-' + text : text;
}

double round_number_between(double low, double high) {
    constexpr int finest = 6;
    for (int places = most_exponent; places >= 0; --places) {
        const double unit = power(places);
        const double rounded = std::floor(high / unit) * unit;
        if (rounded > low && rounded <= high) return rounded;
    }
    for (int places = 1; places <= finest; ++places) {
        const double unit = power(places);
        const double rounded = std::floor(high * unit) / unit;
        if (rounded > low && rounded <= high) return rounded;
    }
    return high;
}

}
