#include "core/codec/csv.hpp"

#include "core/base/code_point.hpp"

#include <algorithm>
#include <array>

namespace middleground::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What spreadsheets pass over before they look whether a value is a formula: some trim it, some do not see these at all.
bool is_passed_over(std::uint32_t value) {
    const auto within = [value](std::uint32_t first, std::uint32_t last) { return value >= first && value <= last; };
    return value <= ' ' || value == '\'' || within(0x7f, 0xa0) || value == 0xad || value == 0x61c || value == 0x1680 || value == 0x180e ||
           within(0x2000, 0x200f) || within(0x2028, 0x202f) || within(0x205f, 0x206f) || value == 0x3000 || value == 0xfeff;
}

// The wide ones are what Japanese and Chinese keyboards give; spreadsheets take them for the others.
bool begins_formula(std::uint32_t value) {
    constexpr std::array<std::uint32_t, 10> signs{'=', '+', '-', '@', 0x2212, 0xff0b, 0xff0d, 0xff1d, 0xff20, 0xfe62};
    return std::ranges::find(signs, value) != signs.end();
}

// The same with and without an apostrophe before it.
bool is_formula(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const auto point = code_point_at(value, at);
        if (point.valid && begins_formula(point.value)) return true;
        if (!point.valid || !is_passed_over(point.value)) return false;
        // Where a value that begins so stands in a cell of its own is up to the spreadsheet.
        if (point.value == '\t' || point.value == '\r' || point.value == '\n') return true;
        at += point.length;
    }
    return false;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A sign, digits and at most one point or comma: what a spreadsheet reads as that number.
bool is_number(std::string_view value) {
    if (value.starts_with('-')) value.remove_prefix(1);
    if (value.empty() || !is_digit(value.front()) || !is_digit(value.back())) return false;
    int points = 0;
    return std::ranges::all_of(value, [&](char c) { return is_digit(c) || ((c == '.' || c == ',') && ++points == 1); });
}

// Of the numbers of the world's countries (ITU-T E.164).
std::size_t digits_of_country(std::string_view digits) {
    if (digits.starts_with('1') || digits.starts_with('7')) return 1;
    constexpr std::string_view two = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    return two.contains(std::string(digits.substr(0, 2)) + ' ') ? 2 : 3;
}

// "+49 30 1234567" of "+49-30-1234567" and "+49301234567"; empty for what is no telephone number.
std::string as_phone(std::string_view value) {
    if (!value.starts_with('+')) return {};
    std::string digits;
    std::string words;
    for (const char c : value.substr(1)) {
        if (is_digit(c)) {
            digits += c;
            words += c;
        } else if (c == '(' || c == ')') {
            words += c;
        } else if (c == ' ' || c == '-' || c == '.' || c == '/') {
            if (!words.ends_with(' ')) words += ' ';
        } else {
            return {};
        }
    }
    constexpr std::size_t fewest = 7;
    constexpr std::size_t most = 15;
    if (digits.size() < fewest || digits.size() > most || !is_digit(words.front()) || !is_digit(words.back())) return {};
    const auto country = digits_of_country(digits);
    // A blank behind the country makes it a text.
    const auto leading = static_cast<std::size_t>(std::ranges::find_if_not(words, is_digit) - words.begin());
    if (leading > country) words.insert(country, 1, ' ');
    const auto behind = words.find_first_not_of("0123456789");
    return behind != std::string::npos && words[behind] == ' ' ? '+' + words : std::string();
}

void add_value(std::string& out, std::string_view given, const CsvForm& form) {
    const auto phone = as_phone(given);
    const auto value = phone.empty() ? given : std::string_view(phone);
    const bool inert = phone.empty() && is_formula(value) && !is_number(value);
    const bool spaced = value.starts_with(' ') || value.ends_with(' ');
    // A semicolon too: some spreadsheets split at it.
    const bool quoted = spaced || value.contains(form.separator) || value.find_first_of("\",;\t\r\n") != std::string_view::npos;
    // A comma in a number needs no quotes where commas part nothing.
    const bool bare = form.separator != ',' && is_number(value);
    if (quoted && !bare) out += '"';
    if (inert) out += '\'';
    for (const char byte : value) {
        if (byte == '"') out += '"';
        out += byte;
    }
    if (quoted && !bare) out += '"';
}

void add_row(std::string& out, const std::vector<std::string>& values, const CsvForm& form) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += form.separator;
        add_value(out, values[i], form);
    }
    out += "\r\n";
}

}

std::string csv_number(std::string_view plain, const CsvForm& form) {
    std::string number(plain);
    const auto point = number.find('.');
    if (point == std::string::npos) return number;
    // "1.234" could be read as 1,234.
    if (number.size() - point == 4) number += '0';
    number[point] = form.point;
    return number;
}

std::string write_csv(const TextTable& table, const CsvForm& form) {
    std::string out(byte_order_mark);
    add_row(out, table.columns, form);
    for (const auto& row : table.rows) {
        add_row(out, row, form);
    }
    return out;
}

std::string_view without_apostrophe(std::string_view value) {
    if (value.starts_with('\'') && is_formula(value)) value.remove_prefix(1);
    return value;
}

}
