#include "core/intake/tables/reading/table_reader.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/cell_text.hpp"
#include "core/intake/tables/reading/table_decoder.hpp"
#include "core/intake/tables/reading/table_form.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>

namespace middleground {

using namespace importing;

namespace {

std::string line_name(int line) {
    return "line " + std::to_string(line);
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

// All the headings once more; or most of what is filled, where somebody wrote into that row.
bool repeats_headings(const std::vector<std::string>& row, const std::vector<std::string>& headings, int filled_values) {
    constexpr int enough_to_tell = 3;
    int same = 0;
    for (std::size_t i = 0; i < row.size() && i < headings.size(); ++i) {
        if (!row[i].empty() && trimmed(row[i]) == trimmed(headings[i])) ++same;
    }
    return same > 1 && (same == filled_values || (same >= enough_to_tell && same * 2 > filled_values));
}

bool is_blank(const std::string& value) {
    return trimmed(value).empty();
}

}

struct TableReader::Impl {
    Impl(std::shared_ptr<const std::string> given, const TableKnowledge& with, TableChoices chosen, const TableLimits& most)
        : choices(std::move(chosen)), limits(most), headings(with.vocabularies), cells(with.charsets),
          decoder(std::move(given), with.charsets, headings, choices.encoding) {}

    TableChoices choices;
    TableLimits limits;
    KnownHeadings headings;
    CellText cells;
    TableDecoder decoder;
    std::string text; // once all is decoded
    std::optional<RecordSplitter> splitter;
    FileTable file;
    std::vector<std::string> first_row; // the headings as they stand there
    std::vector<std::string> row;
    bool after_gap = false; // an empty row came before
    int last_line = 0;

    std::optional<Error> begin_rows();
    std::optional<Error> read_row();
    void join_prose();
    void drop_group_title();
    void finish();
};

std::optional<Error> TableReader::Impl::begin_rows() {
    text = decoder.take();
    const auto form = form_of(text, headings, {choices.separator, choices.heading_line});
    file.encoding = decoder.label();
    file.separator = form.records.separator;
    file.backslash = form.records.backslash;
    file.heading_line = form.heading_line;
    file.headings_known = form.headings_known;
    splitter.emplace(std::string_view(text).substr(form.begin), form.records);
    const auto start = *splitter;
    bool any = false;
    while (splitter->find_record()) {
        any = true;
        if (form.heading_line == 0 || splitter->line() + form.lines_before >= form.heading_line) break;
        splitter->read(row);
    }
    if (!any) return Error{"The file is empty", {}, {}};
    if (form.heading_line > 0 && !splitter->find_record()) {
        return Error{"The table has no line " + std::to_string(form.heading_line), {}, "Choose another line for the headings."};
    }
    file.heading_line = form.heading_line > 0 ? splitter->line() + form.lines_before : 0;
    last_line = form.lines_before;
    splitter->read(first_row);
    for (auto& heading : first_row) cells.mend(heading);
    if (form.heading_line == 0) {
        // As many columns as the widest of the first rows has.
        std::size_t columns = first_row.size();
        auto ahead = start;
        for (int i = 0; i < 60 && ahead.find_record(); ++i) {
            ahead.read(row);
            while (!row.empty() && is_blank(row.back())) row.pop_back();
            columns = std::max(columns, row.size());
        }
        splitter = start;
        first_row.clear();
        file.table.columns.assign(columns, {});
    } else {
        file.table.columns = first_row;
    }
    // Columns beyond the last heading that nothing stands in are padding.
    if (file.table.columns.size() > limits.columns) {
        return Error{"There are " + std::to_string(file.table.columns.size()) + " columns", {},
                     "Export at most " + std::to_string(limits.columns) + "."};
    }
    name_columns(file.table.columns);
    return {};
}

// Tables in groups repeat the headings, with a line above them that says what the group is.
void TableReader::Impl::drop_group_title() {
    while (!file.table.rows.empty() && file.table.columns.size() > 2 && filled(file.table.rows.back()) == 1 && !is_blank(file.table.rows.back().front())) {
        file.table.rows.pop_back();
        file.lines.pop_back();
    }
}

// "March 15th, 2026" without quotes is one value: people write a blank behind a comma, programs none. Only where the row is exactly as long as the headings then.
void TableReader::Impl::join_prose() {
    const auto continues = [](const std::string& value) { return value.size() > 1 && value[0] == ' ' && value[1] != ' '; };
    const auto first = row.begin() + 1;
    const auto surplus = static_cast<std::ptrdiff_t>(row.size() - file.table.columns.size());
    if (std::count_if(first, row.end(), continues) != surplus) return;
    std::vector<std::string> joined;
    for (auto& value : row) {
        if (!joined.empty() && continues(value)) {
            joined.back() += file.separator + value;
        } else {
            joined.push_back(std::move(value));
        }
    }
    row = std::move(joined);
    file.joined_rows += 1;
}

std::optional<Error> TableReader::Impl::read_row() {
    const int line = splitter->line() + last_line;
    splitter->read(row);
    const auto columns = file.table.columns.size();
    while (row.size() > columns && is_blank(row.back())) row.pop_back();
    if (row.size() > columns) join_prose();
    const int values = filled(row);
    if (values == 0) {
        file.empty_rows += 1;
        after_gap = true;
        return {};
    }
    const bool is_alone = columns > 2 && values == 1 && !is_blank(row.front());
    if (row.size() > columns || (row.size() == 1 && columns > 1)) {
        file.ragged.push_back({line, static_cast<int>(row.size()), std::ranges::find_if_not(row, is_blank)->substr(0, 200)});
        return {};
    }
    if (!first_row.empty() && repeats_headings(row, first_row, values)) {
        file.repeated_headings += 1;
        drop_group_title();
        return {};
    }
    if (file.table.rows.size() == limits.rows) {
        return Error{"There are more than " + std::to_string(limits.rows) + " rows", line_name(line),
                     "Export fewer, for example only the open ones."};
    }
    for (auto& value : row) cells.mend(value);
    if (is_alone && (after_gap || headings.begins_footer(row.front()))) {
        // Below a gap stands who made the report. More rows of a table may still follow: then it was the title of a group.
        file.small_print += 1;
        return {};
    }
    after_gap = false;
    if (row.size() < columns) {
        file.short_rows += 1;
        row.resize(columns);
    }
    file.lines.push_back(line);
    file.table.rows.push_back(std::move(row));
    return {};
}

void TableReader::Impl::finish() {
    file.mended_values = cells.mended();
    file.entity_values = cells.entities();
    if (splitter && splitter->open_quote_line() > 0) file.open_quote_line = splitter->open_quote_line() + last_line;
    // Columns without a name that nothing stands in are padding.
    auto& columns = file.table.columns;
    auto used = columns.size();
    const auto is_unused = [&](std::size_t column) {
        const bool unnamed = column >= first_row.size() || is_blank(first_row[column]);
        return unnamed && std::ranges::all_of(file.table.rows, [&](const auto& values) { return is_blank(values[column]); });
    };
    while (used > 1 && is_unused(used - 1)) --used;
    if (used == columns.size()) return;
    columns.resize(used);
    for (auto& values : file.table.rows) values.resize(used);
}

TableReader::TableReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

Result<TableReader> TableReader::open(std::shared_ptr<const std::string> bytes, const TableKnowledge& knowledge, TableChoices choices,
                                      const TableLimits& limits) {
    const std::string_view all = *bytes;
    if (all.size() > limits.bytes) {
        return fail("The file is larger than " + std::to_string(limits.bytes >> 20) + " MiB", {}, "Export fewer rows or columns.");
    }
    if (all.empty()) return fail("The file is empty");
    if (auto fault = no_table(all)) return std::unexpected(std::move(*fault));
    auto impl = std::make_unique<Impl>(std::move(bytes), knowledge, std::move(choices), limits);
    if (impl->choices.encoding && !knowledge.charsets.to_utf8("", *impl->choices.encoding)) {
        return fail("There is no encoding \"" + *impl->choices.encoding + '"', {}, "Choose another one.");
    }
    return TableReader(std::move(impl));
}

Result<bool> TableReader::read(std::uint32_t rows) {
    if (!impl_->splitter) {
        const auto decoded = impl_->decoder.step();
        if (!decoded) return std::unexpected(decoded.error());
        if (!*decoded) return false;
        if (auto fault = impl_->begin_rows()) return std::unexpected(std::move(*fault));
        return false;
    }
    for (std::uint32_t i = 0; i < rows; ++i) {
        if (!impl_->splitter->find_record()) {
            impl_->finish();
            return true;
        }
        if (auto fault = impl_->read_row()) return std::unexpected(std::move(*fault));
    }
    return false;
}

double TableReader::share_read() const {
    const auto share = [](std::size_t part, std::size_t all) { return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all); };
    constexpr double of_decoding = 0.1;
    if (!impl_->splitter) return of_decoding * impl_->decoder.share_done();
    return of_decoding + (1 - of_decoding) * share(impl_->splitter->at(), impl_->text.size());
}

FileTable TableReader::take() {
    return std::move(impl_->file);
}

Result<FileTable> read_table(std::string bytes, const TableKnowledge& knowledge, TableChoices choices, const TableLimits& limits) {
    auto reader = TableReader::open(std::make_shared<const std::string>(std::move(bytes)), knowledge, std::move(choices), limits);
    if (!reader) return std::unexpected(reader.error());
    while (true) {
        const auto finished = reader->read(10000);
        if (!finished) return std::unexpected(finished.error());
        if (*finished) return reader->take();
    }
}

}
