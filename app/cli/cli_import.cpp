#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_reading.hpp"
#include "app/cli/arguments/cli_values.hpp"
#include "app/platform/native/native_charsets.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/session/shipped.hpp"
#include "core/base/file_name.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/own_columns.hpp"
#include "core/model/own_fields/known_fields.hpp"
#include "core/intake/tables/problem_lines.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
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

TableMapping mapping_of(const Import& command, const FileTable& file, const std::vector<ImportVocabulary>& vocabularies,
                        const io::MappedTable* choice) {
    const auto& table = file.table;
    auto wanted = from_key<OriginSystem>(command.system);
    if (choice && !choice->system.empty()) wanted = from_key<OriginSystem>(choice->system);
    auto mapping = recognise(file, vocabularies, wanted);
    if (wanted) mapping.system = *wanted;
    auto kind = from_key<ImportKind>(command.kind);
    if (choice && !choice->kind.empty()) kind = from_key<ImportKind>(choice->kind);
    if (kind) {
        if (mapping.kind != *kind) mapping.fields = fields_of(table, vocabularies, mapping.system, *kind);
        mapping.kind = *kind;
        mapping.recognised = true;
    }
    const auto set = [&](std::string_view heading, ImportField field) {
        const auto place = std::ranges::find(table.columns, heading);
        if (place == table.columns.end()) return;
        mapping = with_field(std::move(mapping), static_cast<int>(place - table.columns.begin()), field);
    };
    if (choice) {
        for (const auto& column : choice->columns) set(column.heading, column.field);
        mapping.dates = from_key<DateOrder>(choice->dates);
    }
    for (const auto& column : command.columns) {
        const auto equals = column.rfind('=');
        set(std::string_view(column).substr(0, equals), *from_key<ImportField>(std::string_view(column).substr(equals + 1)));
    }
    // Who says what columns mean, or that there are no headings, has looked at it.
    if (choice || !command.columns.empty()) mapping.recognised = true;
    if (choice || !command.columns.empty() || command.headings == "none") mapping.by_content = false;
    if (command.headings == "none") mapping.recognised = true;
    if (!command.dates.empty()) mapping.dates = from_key<DateOrder>(command.dates);
    if (!command.decimals.empty()) mapping.decimals = from_key<DecimalSign>(command.decimals);
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

TableChoices choices_of(const Import& command) {
    TableChoices choices;
    if (!command.encoding.empty()) choices.encoding = command.encoding;
    if (!command.separator.empty()) choices.separator = separator_of(command.separator);
    if (!command.headings.empty()) choices.heading_line = command.headings == "none" ? 0 : std::atoi(command.headings.c_str());
    return choices;
}

// Every open question is said at once.
bool is_answered(const Source& source) {
    if (const auto missing = missing_in(source.mapping)) {
        say(source.name + ": " + *missing + ". Give --kind, --column HEADING=FIELD" + (source.mapping.by_content ? ", or --headings none if they are right." : " or --map."));
        return false;
    }
    const auto dates = date_order_of(source.file.table, source.mapping);
    const bool has_order = dates.order || source.mapping.dates;
    if (!has_order) {
        say(source.name + ": " + dates.column + ": \"" + dates.example +
            "\" can be read in two ways. Give --dates dmy if the day comes first, --dates mdy if the month does.");
    }
    const auto decimals = decimal_sign_of(source.file.table, source.mapping);
    if (decimals.in_doubt) {
        say(source.name + ": " + decimals.column + ": \"" + decimals.example +
            "\" can be read in two ways. Give --decimals comma or --decimals point, whichever begins the decimals.");
    }
    return has_order && !decimals.in_doubt;
}

std::vector<WordMeaning> word_meanings(const Import& command) {
    std::vector<WordMeaning> words;
    for (const auto& word : command.words) {
        const auto equals = word.rfind('=');
        words.push_back({word.substr(0, equals), *from_key<ImportedOutcome>(word.substr(equals + 1))});
    }
    return words;
}

bool say_questions(const ImportChanges& changes, const ImportOptions& options) {
    const auto questions = questions_of(changes, options);
    for (const auto& question : questions) {
        using enum ImportQuestion::About;
        const auto* answer = question.about == words ? " Give --word WORD=MEANING: won, lost, no_decision or open."
                             : question.about == repeated_ids ? " Give --repeated-ids last or first."
                                                              : " Give --same-names one or several.";
        say(question.text + answer);
    }
    if (!questions.empty()) say("Nothing was written.");
    return !questions.empty();
}

// Words that count as "still open" because nobody said what they mean.
void say_words(const ImportChanges& changes) {
    std::string words;
    for (const auto& word : changes.words) {
        if (!word.waits && !word.answer) words += (words.empty() ? "" : ", ") + word.word + " (" + std::to_string(word.rows) + ')';
    }
    if (!words.empty()) say("Taken for stages of open deals: " + words + ". If one of them is an end, give --word WORD=MEANING.");
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
    std::optional<Error> problem; // none: the tests see to that
    const auto vocabularies = read_shipped_vocabularies(problem);
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
    const NativeCharsets charsets;
    std::deque<Source> sources;
    bool fine = true;
    for (const auto& file : command.files) {
        auto bytes = file == standard_input ? read_input(file) : read_file(file, TableLimits{}.bytes);
        if (const auto words = bytes ? words_of_log(*bytes, file) : std::string(); !words.empty()) {
            say(source_name(file) + ": " + words);
            fine = false;
            continue;
        }
        auto table = bytes ? read_table(std::move(*bytes), {charsets, vocabularies}, choices_of(command)) : std::unexpected(bytes.error());
        if (!table) {
            say_fault(source_name(file), table.error());
            fine = false;
            continue;
        }
        auto mapping = with_own_columns(mapping_of(command, *table, vocabularies, mapped(table->table, choices)), table->table, {});
        sources.push_back({fs::path(source_name(file)).filename().string(), std::move(*table), std::move(mapping)});
        say_reading(sources.back().name, sources.back().file, sources.back().mapping, command.currency);
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
    const auto known = known_fields({}, existing);
    for (auto& source : sources) {
        source.mapping = with_own_columns(std::move(source.mapping), source.file.table, known.fields);
        tables.push_back({source.name, &source.file, source.mapping});
    }
    const ImportOptions options{command.overwrite, !command.closed, command.people_by_account, command.currency, {}, word_meanings(command),
                                from_key<SameNames>(command.same_names), from_key<RepeatedId>(command.repeated_ids)};
    const auto changes = import_changes(std::move(tables), existing, vocabularies, options, today, command.seed);
    for (const auto& line : problem_lines(changes)) say(line);
    say_words(changes);
    if (say_questions(changes, options)) return bad_input;
    Written written;
    write(changes.added, command.folder, files, written);
    write(changes.updated, command.folder, files, written);
    say_summary(changes, written);
    const bool taken = !changes.added.empty() || !changes.updated.empty() || changes.unchanged > 0;
    return write_output({}, written.names) && written.complete && taken ? done : bad_input;
}

}
