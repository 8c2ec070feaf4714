#include "core/io/csv.hpp"

namespace middleground::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_formula(std::string_view value) {
    const auto begin = value.find_first_not_of('\'');
    return begin != std::string_view::npos && std::string_view("=+-@\t\r").find(value[begin]) != std::string_view::npos;
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
