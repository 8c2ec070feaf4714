#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground::io {

struct CsvLimits {
    std::uint32_t bytes = 32u << 20;
    std::uint32_t rows = 100000;
    std::uint32_t columns = 500;
};

// Comma-separated values after RFC 4180, as spreadsheets save them: UTF-8 with or without a byte order mark; comma, semicolon or tab,
// whichever is most frequent in the first line; lines end in CR LF, LF or CR, and the last one may end nowhere. The first line has the
// headings, which come back without surrounding space; values are kept as they are. Lines with nothing in them are passed over.
// Strict: a quote within a value that does not begin with one, anything but the end of the value after a closing quote, a quote that is
// never closed, a row that is longer or shorter than the headings, a heading that is empty or there twice, a NUL, and more than the limits
// allow are errors, with the line (from 1, as an editor counts).
Result<TextTable> read_csv(std::string_view text, const CsvLimits& limits = {});

// How tables are written: spreadsheets of much of Europe and of South America part values at semicolons and write 1,5.
struct CsvForm {
    char separator = ','; // , ; or a tab
    char point = '.';     // . or ,

    static constexpr CsvForm european() { return {';', ','}; }
    bool operator==(const CsvForm&) const = default;
};
// -1234.5 as -1234,5: a plain number (digits, one point, a sign) as cells of this form have it. Three decimals get a fourth, so that nobody takes
// the point for one between thousands.
std::string csv_number(std::string_view plain, const CsvForm& form);

// With a byte order mark, which spreadsheets need to see that it is UTF-8; CR LF. A value that a spreadsheet would take for a
// formula (it begins with = + - @ or the wide forms of them, perhaps behind apostrophes, blanks and what cannot be seen, or has a tab or a
// line end before anything else) gets an apostrophe before it, but for numbers, and for telephone numbers: these are written as "+49 30 1234567", with
// blanks, so that they are no sum and no number, and can still be called.
std::string write_csv(const TextTable& table, const CsvForm& form = {});
// A value as it was before write_csv.
std::string_view without_apostrophe(std::string_view value);

}
