#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"

#include <cstdint>
#include <memory>
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

// For tables of other programs.
inline constexpr CsvLimits import_limits{64u << 20, 250000, 500};

// A table that another program exported, read a slice at a time. Where read_csv refuses, this one goes on: the encoding is found out
// (decode_text); lines of one value before the headings are passed over; columns without a name are called "Column 3", a second one of the
// same name "Amount (2)"; a row of another length is left out and reported; quotes within a plain value stand for themselves. Refused
// are only: nothing to read, beyond the limits, a NUL, a quotation mark that is never closed, a workbook, ill-formed UTF-16.
class CsvImport {
public:
    static Result<CsvImport> open(std::string bytes, const CsvLimits& limits = import_limits);
    ~CsvImport();
    CsvImport(CsvImport&&) noexcept;
    CsvImport& operator=(CsvImport&&) noexcept;

    // So many rows more, or what is left; true at the end.
    Result<bool> read(std::uint32_t rows);
    double share_read() const; // 0..1
    FileTable take();

private:
    struct Impl;
    explicit CsvImport(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};
// All at once.
Result<FileTable> read_import_csv(std::string bytes, const CsvLimits& limits = import_limits);

// With a byte order mark, which spreadsheets need to see that it is UTF-8; commas, CR LF. A value that a spreadsheet would take for a
// formula (it begins with = + - @ or the wide forms of them, perhaps behind apostrophes, blanks and what cannot be seen, or has a tab or a
// line end before anything else) gets an apostrophe before it.
std::string write_csv(const TextTable& table);
// A value as it was before write_csv.
std::string_view without_apostrophe(std::string_view value);

}
