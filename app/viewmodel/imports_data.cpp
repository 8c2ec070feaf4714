#include "app/viewmodel/imports_data.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

int count(const std::vector<Deal>& deals) {
    return static_cast<int>(deals.size());
}

}

std::string import_title(const ImportSession& session) {
    if (session.is_reading()) return "Reading the files";
    if (session.question()) return "One question first";
    const auto* changes = session.changes();
    if (!changes) return "Working out what changes";
    const int added = count(changes->added);
    const int updated = count(changes->updated);
    const auto waiting = static_cast<int>(std::ranges::count(changes->words, true, &UnknownWord::waits));
    if (added == 0 && updated == 0 && waiting > 0) return counted(waiting, "word needs", "words need") + " an answer first";
    if (added == 0 && updated == 0) return changes->unchanged > 0 ? "Nothing has changed since the last import" : "There is nothing to import";
    std::string words;
    if (added > 0) words = counted(added, "deal", "deals") + " to import";
    if (updated > 0) words += (words.empty() ? counted(updated, "deal", "deals") : ", " + std::to_string(updated)) + " to update";
    const auto asked = questions_of(*changes, session.options());
    const auto others = static_cast<int>(std::ranges::count_if(asked, [](const ImportQuestion& one) { return one.about != ImportQuestion::About::words; }));
    if (others > 0) words += ", " + counted(others, "question is open", "questions are open");
    if (waiting > 0) words += ", " + counted(waiting, "word needs an answer", "words need an answer");
    return words;
}

std::string import_button(const ImportChanges& changes) {
    const int added = count(changes.added);
    const int updated = count(changes.updated);
    if (added == 0) return "Update " + counted(updated, "deal", "deals");
    return "Import " + counted(added, "deal", "deals") + (updated == 0 ? "" : ", update " + std::to_string(updated));
}

std::vector<std::string> import_facts(const ImportSession& session) {
    std::vector<std::string> facts;
    const auto& changes = *session.changes();
    const auto add = [&](int number, std::string words) {
        if (number > 0) facts.push_back(std::move(words));
    };
    add(count(changes.added), counted(count(changes.added), "new deal", "new deals"));
    add(count(changes.updated), counted(count(changes.updated), "deal changes", "deals change"));
    add(changes.unchanged, counted(changes.unchanged, "deal stays as it is", "deals stay as they are"));
    add(changes.people_added, counted(changes.people_added, "person comes", "people come") + " with them");
    add(changes.rows_waiting, counted(changes.rows_waiting, "row waits", "rows wait") + " for what a word means");
    add(changes.closed_left_out, counted(changes.closed_left_out, "closed deal is", "closed deals are") + " left out");
    add(changes.people_without_deal, counted(changes.people_without_deal, "person without a deal is", "people without a deal are") + " left out");
    add(changes.values_kept, counted(changes.values_kept, "value stays", "values stay") + ", as the file has nothing there any more");
    add(changes.rows_skipped, std::to_string(changes.rows_skipped) + " of " + counted(changes.rows, "row", "rows") + " cannot be used");
    add(changes.rows_of_totals, counted(changes.rows_of_totals, "line", "lines") + " of totals and small print skipped");
    for (const auto& table : session.tables()) {
        if (!table.file) continue;
        for (auto& words : reading_facts(*table.file)) facts.push_back(std::move(words));
    }
    return facts;
}

std::vector<std::string> reading_facts(const FileTable& file) {
    std::vector<std::string> facts;
    const auto add = [&](int number, std::string_view one, std::string_view many) {
        if (number > 0) facts.push_back(counted(number, one, many) + " passed over");
    };
    add(file.empty_rows, "empty row", "empty rows");
    add(file.repeated_headings, "row of headings again", "rows of headings again");
    return facts;
}

std::string import_too_large(std::int64_t units, const StorageUsage& usage) {
    if (!usage.capacity) return {};
    const auto needed = 2 * units;
    const auto left = std::max<std::int64_t>(0, *usage.capacity - usage.used);
    if (needed <= left) return {};
    const auto megabytes = [](std::int64_t bytes) { return std::to_string((bytes + 99999) / 100000 / 10) + '.' + std::to_string((bytes + 99999) / 100000 % 10); };
    return "These deals need about " + megabytes(needed) + " MB, but only " + megabytes(left) +
           " MB is left on this device. Export fewer: only the open ones, or those from this year.";
}

std::string table_words(const ImportSession::Table& table) {
    if (table.error) return table.error->message();
    if (!table.file) return "Reading";
    const auto rows = static_cast<int>(table.file->table.rows.size());
    const auto kind = std::string(label_of(table.mapping.kind));
    const auto from = table.mapping.system == OriginSystem::other ? std::string() : " from " + std::string(label_of(table.mapping.system));
    return kind + from + ", " + counted(rows, "row", "rows");
}

namespace {

constexpr std::array<char, 4> separators{',', ';', '\t', '|'}; // in the order in which they are offered
constexpr int most_heading_lines = 15;

ReadingChoice choice_of(std::string label, std::vector<std::string> names, std::ptrdiff_t chosen) {
    return {std::move(label), std::move(names), static_cast<int>(chosen)};
}

}

ReadingChoice sheet_choice(const ImportSession::Table& table) {
    std::vector<std::string> names;
    for (const auto& sheet : *table.sheets) {
        names.push_back((sheet.name.empty() ? "Sheet " + std::to_string(names.size() + 1) : sheet.name) + (sheet.hidden ? " (hidden)" : ""));
    }
    return choice_of("Sheet", std::move(names), table.sheet);
}

ReadingChoice encoding_choice(const ImportSession::Table& table) {
    std::vector<std::string> names;
    std::ptrdiff_t chosen = -1;
    const auto label = table.file ? table.file->encoding : table.choices.encoding.value_or("");
    for (const auto& encoding : table_encodings()) {
        if (encoding.label == label) chosen = static_cast<std::ptrdiff_t>(names.size());
        names.emplace_back(encoding.name);
    }
    return choice_of("Encoding", std::move(names), chosen);
}

TableChoices with_encoding(TableChoices choices, int picked) {
    choices.encoding = std::string(table_encodings()[static_cast<std::size_t>(picked)].label);
    return choices;
}

ReadingChoice separator_choice(const ImportSession::Table& table) {
    std::vector<std::string> names;
    for (const char one : separators) names.push_back(capitalised(separator_name(one)));
    const auto place = std::ranges::find(separators, table.file ? table.file->separator : ',') - separators.begin();
    if (place == static_cast<std::ptrdiff_t>(separators.size())) names.push_back(separator_name(table.file->separator));
    return choice_of("Separator", std::move(names), place);
}

TableChoices with_separator(TableChoices choices, int picked) {
    if (static_cast<std::size_t>(picked) < separators.size()) choices.separator = separators[static_cast<std::size_t>(picked)];
    return choices;
}

ReadingChoice heading_choice(const ImportSession::Table& table) {
    std::vector<std::string> names{"None"};
    const int line = table.file ? table.file->heading_line : 1;
    for (int i = 1; i <= std::max(most_heading_lines, line); ++i) names.push_back("Line " + std::to_string(i));
    return choice_of("Headings", std::move(names), line);
}

TableChoices with_headings(TableChoices choices, int picked) {
    choices.heading_line = picked;
    return choices;
}

ReadingChoice decimal_choice(const ImportSession::Table& table) {
    std::vector<std::string> names;
    for (const auto& name : names_of<DecimalSign>()) names.emplace_back(name.label);
    return choice_of("Decimals", std::move(names), table.decimals.sign ? static_cast<std::ptrdiff_t>(*table.decimals.sign) : -1);
}

TableMapping with_decimals(TableMapping mapping, int picked) {
    mapping.decimals = static_cast<DecimalSign>(picked);
    return mapping;
}

ReadingChoice date_choice(const ImportSession::Table& table) {
    std::vector<std::string> names;
    for (const auto& name : names_of<DateOrder>()) names.emplace_back(name.label);
    const auto order = table.mapping.dates ? table.mapping.dates : table.dates.order;
    return choice_of("Dates", std::move(names), order ? static_cast<std::ptrdiff_t>(*order) : -1);
}

TableMapping with_dates(TableMapping mapping, int picked) {
    mapping.dates = static_cast<DateOrder>(picked);
    return mapping;
}

std::string values_words(const ColumnReading& column) {
    if (column.values.empty()) return "empty";
    std::string words;
    for (const auto& value : column.values) words += (words.empty() ? "" : " | ") + value;
    return words;
}

std::string filled_words(const ColumnReading& column) {
    if (column.unread == 0) return std::to_string(column.filled);
    const bool number = column.field == ImportField::own_field && column.own.kind == FieldKind::number;
    const auto* what = column.field == ImportField::amount ? " not an amount" : number ? " not a number" : " not a date";
    return std::to_string(column.filled) + ", " + std::to_string(column.unread) + what;
}

}
