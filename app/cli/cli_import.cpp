#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "core/base/file_name.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/session/shipped.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/import_changes.hpp"
#include "core/codec/csv.hpp"
#include "core/files/json.hpp"
#include "core/model/names.hpp"
#include "core/readers/recognise.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>

namespace middleground::cli {

namespace {

namespace fs = std::filesystem;

struct Source {
    std::string name;
    FileTable file;
    TableMapping mapping;
};

// The table of the mapping that names the most of these columns, and only such as are there.
const io::MappedTable* mapped(const TextTable& table, const std::vector<io::MappedTable>& choices) {
    const io::MappedTable* best = nullptr;
    for (const auto& choice : choices) {
        const bool fits = std::ranges::all_of(
            choice.columns, [&](const io::MappedColumn& column) { return std::ranges::find(table.columns, column.heading) != table.columns.end(); });
        if (fits && (!best || choice.columns.size() > best->columns.size())) best = &choice;
    }
    return best;
}

TableMapping mapping_of(const Import& command, const TextTable& table, const std::vector<ImportVocabulary>& vocabularies,
                        const io::MappedTable* choice) {
    auto wanted = from_key<OriginSystem>(command.system);
    if (choice && !choice->system.empty()) wanted = from_key<OriginSystem>(choice->system);
    auto mapping = recognise(table, vocabularies, wanted);
    if (wanted) mapping.system = *wanted;
    if (choice) {
        if (!choice->kind.empty()) {
            mapping.kind = *from_key<ImportKind>(choice->kind);
            mapping.fields = fields_of(table, vocabularies, mapping.system, mapping.kind);
        }
        for (const auto& column : choice->columns) {
            const auto place = std::ranges::find(table.columns, column.heading) - table.columns.begin();
            mapping.fields[static_cast<std::size_t>(place)] = column.field;
        }
        mapping.dates = from_key<DateOrder>(choice->dates);
    }
    if (!command.dates.empty()) mapping.dates = from_key<DateOrder>(command.dates);
    return mapping;
}

// What goes into one deal and is no table of deals; empty: it may be one.
std::string words_of_log(std::string_view bytes, std::string_view name) {
    using enum records::FileKind;
    const auto kind = readers::recognise(bytes, name);
    for (const auto other : {mail, mailbox, calendar, contacts_cards, transcript, outlook_message}) {
        if (kind == other) return "This is " + std::string(readers::name_of(kind)) + ". \"middleground log DEAL FILE\" puts such into a deal.";
    }
    return {};
}

// Every open question is said at once.
bool is_answered(const Source& source) {
    if (const auto missing = missing_in(source.mapping)) {
        say(source.name + ": " + *missing + ". Say it in a file given with --map.");
        return false;
    }
    const auto dates = date_order_of(source.file.table, source.mapping);
    if (dates.order || source.mapping.dates) return true;
    say(source.name + ": " + dates.column + ": \"" + dates.example +
        "\" can be read in two ways. Give --dates dmy if the day comes first, --dates mdy if the month does.");
    return false;
}

// The deals that are in the folder, with their files. What is no deal is not ours to judge.
bool read_folder(const std::string& folder, Date today, std::deque<Deal>& deals, std::map<std::string, std::string>& files) {
    if (const auto made = make_folder(folder); !made) {
        say_fault(folder, made.error());
        return false;
    }
    std::error_code code;
    std::vector<std::string> paths;
    for (auto entry = fs::directory_iterator(folder, code); !code && entry != fs::directory_iterator(); entry.increment(code)) {
        if (entry->path().extension() == ".json" && entry->is_regular_file(code)) paths.push_back(entry->path().string());
    }
    if (code) {
        say(folder + ": The folder cannot be used: " + code.message() + '.');
        return false;
    }
    std::ranges::sort(paths);
    for (const auto& path : paths) {
        const auto text = read_file(path, io::max_file_bytes);
        auto deal = text ? io::read_deal(*text, today) : std::unexpected(text.error());
        if (!deal) {
            say_fault(path, deal.error());
            say(path + ": Left as it is.");
            continue;
        }
        files.emplace(deal->id.text, path);
        deals.push_back(std::move(*deal));
    }
    return true;
}

void say_problems(const ImportChanges& changes) {
    for (const auto& problem : changes.problems) {
        say(problem.where() + ": " + problem.error.message());
    }
    if (const int more = changes.problem_count - static_cast<int>(changes.problems.size()); more > 0) say("And " + std::to_string(more) + " more.");
}

// What came of a plan.
struct Written {
    std::string names; // of the files, one a line
    int deals = 0;
    bool complete = true;
};

void say_summary(const ImportChanges& changes, const Written& written) {
    if (!written.complete) {
        const auto wanted = changes.added.size() + changes.updated.size();
        say((written.deals == 0 ? "No deal was written" : std::to_string(written.deals) + " of " + counted(static_cast<int>(wanted), "deal was", "deals were") + " written") +
            ", the rest is as it was. Mend what is said above, then import again.");
        return;
    }
    auto words = counted(static_cast<int>(changes.added.size()), "deal", "deals") + " added, " + std::to_string(changes.updated.size()) +
                 " updated, " + std::to_string(changes.unchanged) + " unchanged; " + counted(changes.people_added, "person", "people") + " added.";
    if (changes.rows_skipped > 0) words += ' ' + counted(changes.rows_skipped, "row", "rows") + " of " + std::to_string(changes.rows) + " not taken.";
    if (changes.closed_left_out > 0) {
        words += ' ' + counted(changes.closed_left_out, "closed deal", "closed deals") + " left out; --closed takes them too.";
    }
    if (changes.people_without_deal > 0) {
        words += ' ' + counted(changes.people_without_deal, "person is", "people are") + " not in any deal of these files.";
    }
    say(words);
}

// That is not taken: something that is no deal may have it.
std::string new_path(const Deal& deal, const std::string& folder) {
    constexpr std::size_t longest = 80; // bytes; the id comes behind
    const auto name = shortened(file_name_of(deal.account + ' ' + deal.title, ""), longest) + '-' + deal.id.text;
    std::error_code code;
    auto path = fs::path(folder) / (name + ".json");
    for (int number = 2; fs::exists(fs::symlink_status(path, code)); ++number) {
        path = fs::path(folder) / (name + '-' + std::to_string(number) + ".json");
    }
    return path.string();
}

// Ends at the first that cannot be written: the next would meet the same.
void write(const std::vector<Deal>& deals, const std::string& folder, const std::map<std::string, std::string>& files, Written& written) {
    for (const auto& deal : deals) {
        if (!written.complete) return;
        const auto known = files.find(deal.id.text);
        const auto path = known != files.end() ? known->second : new_path(deal, folder);
        written.complete = write_output(path, io::write_deal(deal));
        if (!written.complete) return;
        written.names += path + '\n';
        written.deals += 1;
    }
}

}

int run(const Import& command, Date today) {
    const auto shipped = read_shipped();
    std::vector<io::MappedTable> choices;
    if (!command.map.empty()) {
        const auto text = read_input(command.map);
        auto read = text ? io::read_mapping(*text) : std::unexpected(text.error());
        if (!read) {
            say_fault(source_name(command.map), read.error());
            return bad_input;
        }
        choices = std::move(*read);
    }
    std::deque<Source> sources;
    bool fine = true;
    for (const auto& file : command.files) {
        auto bytes = file == standard_input ? read_input(file) : read_file(file, io::import_limits.bytes);
        if (const auto words = bytes ? words_of_log(*bytes, file) : std::string(); !words.empty()) {
            say(source_name(file) + ": " + words);
            fine = false;
            continue;
        }
        auto table = bytes ? io::read_import_csv(std::move(*bytes)) : std::unexpected(bytes.error());
        if (!table) {
            say_fault(source_name(file), table.error());
            fine = false;
            continue;
        }
        auto mapping = mapping_of(command, table->table, shipped.vocabularies, mapped(table->table, choices));
        say(source_name(file) + ": " + std::string(label_of(mapping.kind)) + " from " +
            (mapping.system == OriginSystem::other ? "another program" : std::string(label_of(mapping.system))) + ", " +
            counted(static_cast<int>(table->table.rows.size()), "row", "rows") + ", " + table->encoding + '.');
        sources.push_back({fs::path(source_name(file)).filename().string(), std::move(*table), std::move(mapping)});
        fine = is_answered(sources.back()) && fine;
    }
    if (!fine) return bad_input;
    std::deque<Deal> deals;
    std::map<std::string, std::string> files;
    if (!read_folder(command.folder, today, deals, files)) return bad_input;
    std::vector<const Deal*> existing;
    for (const auto& deal : deals) {
        existing.push_back(&deal);
    }
    std::vector<ImportTable> tables;
    for (const auto& source : sources) {
        tables.push_back({source.name, &source.file, source.mapping});
    }
    const ImportOptions options{command.overwrite, !command.closed, command.people_by_account, command.currency, {}};
    const auto changes = import_changes(std::move(tables), existing, shipped.vocabularies, options, today, command.seed);
    say_problems(changes);
    Written written;
    write(changes.added, command.folder, files, written);
    write(changes.updated, command.folder, files, written);
    say_summary(changes, written);
    const bool taken = !changes.added.empty() || !changes.updated.empty() || changes.unchanged > 0;
    return write_output({}, written.names) && written.complete && taken ? done : bad_input;
}

}
