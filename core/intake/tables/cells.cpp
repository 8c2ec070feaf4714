#include "core/intake/tables/cells.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/intake/tables/amounts.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// "31.02.2026", "2026-02-30": three numbers that are written as a day; the month that has no such day.
struct NoSuchDay {
    int year = 0, month = 0;
};
std::optional<NoSuchDay> no_such_day(std::string_view cell) {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t part = 0;
    for (const char c : cell.substr(0, cell.find_first_of(" T"))) {
        if (is_digit(c)) {
            if (++digits[part] > 4) return {};
            numbers[part] = 10 * numbers[part] + (c - '0');
        } else if ((c == '.' || c == '-' || c == '/') && digits[part] > 0 && part < 2) {
            ++part;
        } else {
            return {};
        }
    }
    if (part != 2 || digits[2] == 0) return {};
    const bool year_first = digits[0] == 4;
    if (!year_first && digits[2] != 4) return {};
    const int year = year_first ? numbers[0] : numbers[2];
    const auto fits = [&](int month, int day) { return month >= 1 && month <= 12 && day > 28 && day <= 31 && !Date::from_calendar(year, month, day); };
    if (fits(numbers[1], year_first ? numbers[2] : numbers[0])) return NoSuchDay{year, numbers[1]};
    if (!year_first && fits(numbers[0], numbers[1])) return NoSuchDay{year, numbers[0]};
    return {};
}

std::unexpected<Error> no_date(std::string_view cell) {
    if (const auto none = no_such_day(trimmed(cell)); none && Date::from_calendar(none->year, none->month, 1)) {
        constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
        int last = 28;
        while (Date::from_calendar(none->year, none->month, last + 1)) ++last;
        return fail('"' + clean_line(cell, 40) + "\" does not exist: " + std::string(months[static_cast<std::size_t>(none->month - 1)]) + ' ' + std::to_string(none->year) + " has " +
                        std::to_string(last) + " days",
                    {}, "Correct it in the file, or give the deal its day here.");
    }
    return fail('"' + clean_line(cell, 40) + "\" is not a date", {}, "Write it as 2026-06-30.");
}

}

bool says_no_day(std::string_view cell) {
    cell = trimmed(cell);
    if (says_nothing(cell)) return true;
    // Databases write it with noughts, spreadsheets as the day before their first.
    const auto day = cell.substr(0, cell.find_first_of(" T"));
    const bool noughts = day.size() >= 6 && std::ranges::all_of(day, [](char c) { return c == '0' || c == '-' || c == '/' || c == '.'; });
    constexpr std::array<std::string_view, 6> first_days{"1899-12-30", "1900-01-00", "30/12/1899", "12/30/1899", "30.12.1899", "0001-01-01"};
    return noughts || cell == "0" || std::ranges::find(first_days, day) != first_days.end();
}

std::optional<Date> day_of_number(std::string_view cell) {
    const auto point = cell.find('.');
    const auto whole = cell.substr(0, point);
    const bool digits = !whole.empty() && std::ranges::all_of(whole, is_digit) &&
                        (point == std::string_view::npos || std::ranges::all_of(cell.substr(point + 1), is_digit));
    if (!digits) return {};
    std::int64_t number = 0;
    constexpr std::size_t of_seconds = 10; // digits; three more for milliseconds, microseconds, nanoseconds
    if (whole.size() > of_seconds + 9) return {};
    for (const char c : whole.substr(0, of_seconds)) number = 10 * number + (c - '0');
    constexpr std::int64_t first = 20000; // 1954
    constexpr std::int64_t last = 80000;  // 2119
    constexpr std::int32_t of_1970 = 25569;
    if (whole.size() == 5 && number >= first && number <= last) return Date::from_days(static_cast<std::int32_t>(number) - of_1970);
    // Seconds since 1970, and finer, of the years 2001 to 2096.
    constexpr std::int64_t seconds_a_day = 86400;
    if (whole.size() >= of_seconds && (whole.size() - of_seconds) % 3 == 0 && number >= 1000000000 && number <= 4000000000) {
        return Date::from_days(static_cast<std::int32_t>(number / seconds_a_day));
    }
    return {};
}

Result<Date> imported_date(std::string_view cell, DateOrder order) {
    if (const auto day = table_date(cell, order)) return *day;
    if (const auto day = day_of_number(trimmed(cell))) return *day;
    return no_date(cell);
}

Contact contact_of(std::string_view text) {
    text = trimmed(text);
    for (const auto* brackets : {"()", "<>"}) {
        const auto open = text.rfind(brackets[0]);
        if (open == std::string_view::npos || !text.ends_with(brackets[1])) continue;
        const auto inner = trimmed(text.substr(open + 1, text.size() - open - 2));
        if (inner.contains('@')) return {turned_name(text.substr(0, open)), std::string(inner)};
    }
    if (text.contains('@') && !text.contains(' ')) return {{}, std::string(text)};
    return {turned_name(text), {}};
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
        if (std::ranges::all_of(cell, [](char c) { return c == '0'; })) return {}; // dumps write nothing so
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
