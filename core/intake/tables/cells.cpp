#include "core/intake/tables/cells.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::unexpected<Error> no_date(std::string_view cell) {
    return fail('"' + clean_line(cell, 40) + "\" is not a date", {}, "Write it as 2026-06-30.");
}

}

Result<Date> imported_date(std::string_view cell, DateOrder order) {
    if (const auto day = table_date(cell, order)) return *day;
    return no_date(cell);
}

Result<Money> imported_money(std::string_view cell, std::string_view currency) {
    cell = trimmed(cell);
    if (const auto bracket = cell.find('('); bracket != std::string_view::npos && bracket > 0 && cell.ends_with(')')) {
        cell = trimmed(cell.substr(0, bracket));
    }
    auto money = parse_typed_money(cell, currency);
    if (!money) return fail('"' + clean_line(cell, 40) + "\" is not an amount", {}, "Write it as 184000 or 184,000.50, without a minus.");
    return money;
}

std::string_view currency_in(std::string_view heading) {
    for (std::size_t at = 0; at < heading.size();) {
        const auto begin = at;
        while (at < heading.size() && heading[at] >= 'A' && heading[at] <= 'Z') ++at;
        const auto word = heading.substr(begin, at - begin);
        const bool stands_alone = (begin == 0 || !is_letter(heading[begin - 1])) && (at == heading.size() || !is_letter(heading[at]));
        if (word.size() == 3 && stands_alone && is_known_currency(word)) return word;
        if (at == begin) ++at;
    }
    return {};
}

Contact contact_of(std::string_view text) {
    text = trimmed(text);
    for (const auto* brackets : {"()", "<>"}) {
        const auto open = text.rfind(brackets[0]);
        if (open == std::string_view::npos || !text.ends_with(brackets[1])) continue;
        const auto inner = trimmed(text.substr(open + 1, text.size() - open - 2));
        if (inner.contains('@')) return {std::string(trimmed(text.substr(0, open))), std::string(inner)};
    }
    if (text.contains('@') && !text.contains(' ')) return {{}, std::string(text)};
    return {std::string(text), {}};
}

namespace {

std::vector<std::string_view> split(std::string_view cell, std::string_view separators) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const auto end = std::min(cell.find_first_of(separators, begin), cell.size());
        if (const auto part = trimmed(cell.substr(begin, end - begin)); !part.empty()) parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

}

std::vector<std::string_view> parts_of(std::string_view cell) {
    return split(cell, ";\r\n");
}

std::vector<std::string_view> ids_in(std::string_view cell) {
    return split(cell, ";,|\r\n");
}

std::string record_id(std::string_view cell, OriginSystem system) {
    cell = trimmed(cell);
    constexpr std::size_t report_length = 15;
    constexpr std::size_t file_length = 18;
    const auto is_plain = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (system == OriginSystem::salesforce && cell.size() == file_length && std::ranges::all_of(cell, is_plain)) {
        cell = cell.substr(0, report_length);
    }
    constexpr std::size_t longest = 100;
    return clean_line(cell, longest);
}

std::string clean_line(std::string_view text, std::size_t most_bytes) {
    text = trimmed(text);
    std::string line;
    for (const char c : cut_to(text, most_bytes)) {
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return std::string(trimmed(line));
}

}
