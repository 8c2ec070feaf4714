#include "app/session/imports.hpp"

#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

constexpr std::uint32_t rows_at_once = 500; // some milliseconds at most
constexpr int steps_at_once = 500;

// Characters beyond the basic plane are two units, and four bytes of UTF-8.
std::int64_t utf16_units(std::string_view text) {
    std::int64_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    }
    return units;
}

// Written out are some of them, evenly; the rest is taken to be alike.
std::int64_t units_of(const std::vector<Deal>& deals) {
    constexpr std::size_t most_written = 200;
    constexpr std::int64_t key_units = 20;
    if (deals.empty()) return 0;
    const auto stride = std::max<std::size_t>(1, deals.size() / most_written);
    std::int64_t units = 0;
    std::int64_t written = 0;
    for (std::size_t i = 0; i < deals.size(); i += stride) {
        units += utf16_units(io::write_deal(deals[i])) + key_units;
        ++written;
    }
    return units * static_cast<std::int64_t>(deals.size()) / written;
}

// As UTF-8 with its mark, so that nothing of it has to be guessed.
std::string csv_of(const records::Sheet& sheet) {
    std::string text = "\xef\xbb\xbf";
    std::size_t columns = 0;
    for (const auto& row : sheet.rows) {
        columns = std::max(columns, row.size());
    }
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (i > 0) text += ',';
            if (i >= row.size() || row[i].empty()) continue;
            text += '"';
            for (const char c : row[i]) {
                text.append(c == '"' ? 2 : 1, c);
            }
            text += '"';
        }
        text += '\n';
    }
    return text;
}

std::size_t cells_in(const records::Sheet& sheet) {
    std::size_t cells = 0;
    for (const auto& row : sheet.rows) {
        cells += row.size();
    }
    return sheet.hidden ? 0 : cells;
}

}

ImportSession::ImportSession(const TableKnowledge& knowledge, ImportOptions options, Date today, std::uint64_t seed)
    : knowledge_(knowledge), options_(std::move(options)), today_(today), seed_(seed) {}
ImportSession::~ImportSession() = default;

void ImportSession::add(std::string name, std::string bytes) {
    // The same file once more replaces what it was before.
    std::erase_if(tables_, [&](const Table& table) { return table.name == name; });
    Table table;
    table.name = std::move(name);
    table.bytes = std::make_shared<const std::string>(std::move(bytes));
    tables_.push_back(std::move(table));
    choose(static_cast<int>(tables_.size()) - 1, {});
}

void ImportSession::add(std::string name, std::vector<records::Sheet> sheets) {
    const auto fullest = std::ranges::max_element(sheets, {}, cells_in) - sheets.begin();
    add(std::move(name), std::string());
    auto& table = tables_.back();
    table.sheets = std::make_shared<const std::vector<records::Sheet>>(std::move(sheets));
    choose_sheet(static_cast<int>(tables_.size()) - 1, static_cast<int>(fullest));
}

void ImportSession::choose_sheet(int table, int sheet) {
    if (table < 0 || static_cast<std::size_t>(table) >= tables_.size()) return;
    auto& chosen = tables_[static_cast<std::size_t>(table)];
    if (!chosen.sheets || sheet < 0 || static_cast<std::size_t>(sheet) >= chosen.sheets->size()) return;
    chosen.sheet = sheet;
    chosen.bytes = std::make_shared<const std::string>(csv_of((*chosen.sheets)[static_cast<std::size_t>(sheet)]));
    choose(table, {});
}

void ImportSession::choose(int table, TableChoices choices) {
    if (table < 0 || static_cast<std::size_t>(table) >= tables_.size()) return;
    read_again();
    auto& chosen = tables_[static_cast<std::size_t>(table)];
    chosen.choices = choices;
    chosen.reading.reset();
    chosen.file.reset();
    chosen.columns.clear();
    chosen.error.reset();
    auto reading = TableReader::open(chosen.bytes, knowledge_, std::move(choices));
    if (reading) {
        chosen.reading = std::move(*reading);
    } else {
        chosen.error = reading.error();
    }
}

void ImportSession::remove(int table) {
    if (table < 0 || static_cast<std::size_t>(table) >= tables_.size()) return;
    read_again(); // it looks at the table
    tables_.erase(tables_.begin() + table);
}

void ImportSession::map(int table, TableMapping mapping) {
    if (table < 0 || static_cast<std::size_t>(table) >= tables_.size()) return;
    auto& changed = tables_[static_cast<std::size_t>(table)];
    if (!changed.file) return;
    read_again();
    changed.mapping = std::move(mapping);
    changed.mapping.fields.resize(changed.file->table.columns.size());
    changed.mapping = with_own_columns(std::move(changed.mapping), changed.file->table, fields_, true);
    changed.dates = date_order_of(changed.file->table, changed.mapping);
    changed.decimals = decimal_sign_of(changed.file->table, changed.mapping);
    changed.columns.clear();
}

void ImportSession::set(ImportOptions options) {
    read_again();
    options_ = std::move(options);
}

void ImportSession::read_again() {
    reader_.reset();
    worked_out_.reset();
    changes_.reset();
    units_ = 0;
}

bool ImportSession::is_reading() const {
    return std::ranges::any_of(tables_, [](const Table& table) { return table.reading.has_value(); });
}

std::optional<ImportSession::Question> ImportSession::question() const {
    bool any = false;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        const auto& table = tables_[i];
        if (!table.file) continue;
        any = true;
        const int place = static_cast<int>(i);
        if (auto missing = missing_in(table.mapping)) return Question{place, table.name + ": " + *missing + '.'};
        if (!table.dates.order && !table.mapping.dates) {
            return Question{place, table.name + ": Say whether " + table.dates.example + " begins with the day or the month."};
        }
        if (table.decimals.in_doubt) {
            return Question{place, table.name + ": Say whether a point or a comma begins the decimals: " + table.decimals.example + " can be read in two ways."};
        }
    }
    if (!any && !is_reading()) return Question{0, "None of it can be read."};
    return {};
}

bool ImportSession::work_on_reading() {
    for (auto& table : tables_) {
        if (!table.reading) continue;
        const auto finished = table.reading->read(rows_at_once);
        if (!finished) {
            table.error = finished.error();
            table.reading.reset();
        } else if (*finished) {
            table.file = std::make_unique<FileTable>(table.reading->take());
            table.reading.reset();
            table.mapping = with_own_columns(recognise(*table.file, knowledge_.vocabularies), table.file->table, fields_);
            table.dates = date_order_of(table.file->table, table.mapping);
            table.decimals = decimal_sign_of(table.file->table, table.mapping);
        }
        return true;
    }
    return false;
}

bool ImportSession::look_at_columns() {
    for (auto& table : tables_) {
        if (!table.file || !table.columns.empty()) continue;
        table.columns = column_readings(*table.file, table.mapping);
        return true;
    }
    return false;
}

bool ImportSession::work(std::span<const Deal* const> existing, std::uint64_t revision) {
    if ((changes_ || worked_out_ || reader_) && read_revision_ != revision) read_again();
    if (work_on_reading() || look_at_columns()) return true;
    if (changes_ || question()) return false;
    if (worked_out_) {
        units_ = units_of(worked_out_->added) + units_of(worked_out_->updated);
        changes_ = std::exchange(worked_out_, {});
        return true;
    }
    if (!reader_) {
        std::vector<ImportTable> tables;
        for (const auto& table : tables_) {
            if (table.file) tables.push_back({table.name, table.file.get(), table.mapping});
        }
        read_revision_ = revision;
        reader_.emplace(std::move(tables), existing, knowledge_.vocabularies, options_, today_, seed_);
        return true;
    }
    if (!reader_->step(steps_at_once)) return true;
    worked_out_ = reader_->take();
    reader_.reset();
    return true;
}

double ImportSession::share_done() const {
    if (changes_ || worked_out_) return 1;
    if (reader_) return reader_->share_done();
    for (const auto& table : tables_) {
        if (table.reading) return table.reading->share_read();
    }
    return 0;
}

ImportChanges ImportSession::take() {
    auto changes = std::move(*changes_);
    read_again();
    return changes;
}

}
