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

void add_value(std::string& out, std::string_view value) {
    const bool inert = is_formula(value);
    const bool spaced = value.starts_with(' ') || value.ends_with(' ');
    // A semicolon too: some spreadsheets split at it.
    const bool quoted = spaced || value.find_first_of("\",;\t\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (inert) out += '\'';
    for (const char byte : value) {
        if (byte == '"') out += '"';
        out += byte;
    }
    if (quoted) out += '"';
}

void add_row(std::string& out, const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        add_value(out, values[i]);
    }
    out += "\r\n";
}

}

std::string write_csv(const TextTable& table) {
    std::string out(byte_order_mark);
    add_row(out, table.columns);
    for (const auto& row : table.rows) {
        add_row(out, row);
    }
    return out;
}

std::string_view without_apostrophe(std::string_view value) {
    if (value.starts_with('\'') && is_formula(value)) value.remove_prefix(1);
    return value;
}

}
