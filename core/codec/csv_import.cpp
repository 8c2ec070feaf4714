#include "core/base/text.hpp"
#include "core/codec/csv.hpp"
#include "core/codec/csv_reader.hpp"
#include "core/codec/text_encoding.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

constexpr int lines_to_judge = 20; // how far the headings may be from the top

// What stands most often in one of the first lines, outside quotes: lines above the headings have few of any.
char separator_of_import(std::string_view text) {
    constexpr std::string_view candidates = "\t;,|";
    int most[candidates.size()] = {};
    int counts[candidates.size()] = {};
    int lines = 0;
    bool is_quoted = false;
    for (const char one : text) {
        if (one == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (one == '\n' || one == '\r') {
            if (++lines == 2 * lines_to_judge) break;
            std::ranges::fill(counts, 0);
        } else if (const auto place = candidates.find(one); place != std::string_view::npos) {
            counts[place] += 1;
            most[place] = std::max(most[place], counts[place]);
        }
    }
    const auto* best = std::ranges::max_element(most);
    return *best == 0 ? ',' : candidates[static_cast<std::size_t>(best - most)];
}

void name_columns(std::vector<std::string>& headings) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        std::string name(trimmed(headings[i]));
        if (name.empty()) name = "Column " + std::to_string(i + 1);
        const auto before = headings.begin() + static_cast<std::ptrdiff_t>(i);
        auto own = name;
        for (int number = 2; std::find(headings.begin(), before, own) != before; ++number) {
            own = name + " (" + std::to_string(number) + ')';
        }
        headings[i] = std::move(own);
    }
}

bool is_blank(const std::vector<std::string>& row) {
    return std::ranges::all_of(row, [](const std::string& value) { return trimmed(value).empty(); });
}

}

struct CsvImport::Impl {
    Impl(std::string decoded, const CsvLimits& bounds)
        : text(std::move(decoded)), limits(bounds), reader(text, separator_of_import(text), Quotes::tolerant) {}

    std::string text;
    CsvLimits limits;
    CsvReader reader;
    FileTable file;
    std::vector<std::string> row;

    std::optional<Error> read_headings();
    std::optional<Error> read_row();
};

// The first record of at least two values, or, in a table of one column, the first of all.
std::optional<Error> CsvImport::Impl::read_headings() {
    const auto start = reader;
    auto& headings = file.table.columns;
    bool found = false;
    for (int i = 0; i < lines_to_judge && !found && reader.find_record(); ++i) {
        if (auto fault = reader.read(headings)) return fault;
        found = headings.size() > 1 && !is_blank(headings);
    }
    if (!found) {
        reader = start;
        if (!reader.find_record()) return Error{"The file is empty", {}, {}};
        if (auto fault = reader.read(headings)) return fault;
    }
    if (headings.size() > limits.columns) {
        return Error{
            "There are " + std::to_string(headings.size()) + " columns", {}, "Export at most " + std::to_string(limits.columns) + "."};
    }
    name_columns(headings);
    return {};
}

std::optional<Error> CsvImport::Impl::read_row() {
    const int line = reader.line();
    if (auto fault = reader.read(row)) return fault;
    if (is_blank(row)) return {};
    const auto columns = file.table.columns.size();
    while (row.size() > columns && trimmed(row.back()).empty()) {
        row.pop_back();
    }
    if (row.size() != columns) {
        const auto first = std::ranges::find_if(row, [](const std::string& value) { return !trimmed(value).empty(); });
        file.ragged.push_back({line, static_cast<int>(row.size()), first->substr(0, 200)});
        return {};
    }
    if (file.table.rows.size() == limits.rows) {
        return Error{"There are more than " + std::to_string(limits.rows) + " rows", line_name(line),
                     "Export fewer, for example only the open ones."};
    }
    file.lines.push_back(line);
    file.table.rows.push_back(std::move(row));
    return {};
}

CsvImport::CsvImport(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CsvImport::~CsvImport() = default;
CsvImport::CsvImport(CsvImport&&) noexcept = default;
CsvImport& CsvImport::operator=(CsvImport&&) noexcept = default;

Result<CsvImport> CsvImport::open(std::string bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes) {
        return fail("The file is larger than " + std::to_string(limits.bytes >> 20) + " MiB", {}, "Export fewer rows or columns.");
    }
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xd0\xcf\x11\xe0")) {
        return fail("This is a workbook, not a text table", {},
                    "Open it in a spreadsheet program and save it as CSV, or export it as CSV.");
    }
    auto decoded = decode_text(std::move(bytes));
    if (!decoded) return std::unexpected(decoded.error());
    if (decoded->text.contains('\0')) return fail("The file contains a NUL byte, which no text has", {}, "Export it again, as CSV.");
    auto impl = std::make_unique<Impl>(std::move(decoded->text), limits);
    impl->file.encoding = decoded->encoding;
    if (auto fault = impl->read_headings()) return std::unexpected(std::move(*fault));
    return CsvImport(std::move(impl));
}

Result<bool> CsvImport::read(std::uint32_t rows) {
    for (std::uint32_t i = 0; i < rows; ++i) {
        if (!impl_->reader.find_record()) return true;
        if (auto fault = impl_->read_row()) return std::unexpected(std::move(*fault));
    }
    return false;
}

double CsvImport::share_read() const {
    const auto all = impl_->text.size();
    return all == 0 ? 1 : static_cast<double>(impl_->reader.at()) / static_cast<double>(all);
}

FileTable CsvImport::take() {
    return std::move(impl_->file);
}

Result<FileTable> read_import_csv(std::string bytes, const CsvLimits& limits) {
    auto file = CsvImport::open(std::move(bytes), limits);
    if (!file) return std::unexpected(file.error());
    while (true) {
        const auto finished = file->read(10000);
        if (!finished) return std::unexpected(finished.error());
        if (*finished) return file->take();
    }
}

}
