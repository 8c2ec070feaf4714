#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "core/base/text.hpp"
#include "core/calibration/history_model.hpp"
#include "core/codec/csv.hpp"
#include "core/report/json/history_json.hpp"

#include <algorithm>
#include <charconv>

namespace middleground::cli {

namespace {

std::string decimals(double value, int places) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, places).ptr;
    return {text, end};
}

std::string percent(double share) {
    return decimals(100 * share, 0) + " %";
}

// "A,B" is two names, but for a name that has a comma itself.
std::vector<std::string> split_names(const std::vector<std::string>& given, const std::vector<std::string>& known) {
    std::vector<std::string> names;
    for (const auto& one : given) {
        if (std::ranges::find(known, one) != known.end()) {
            names.push_back(one);
            continue;
        }
        for (std::size_t begin = 0; begin <= one.size();) {
            const auto end = std::min(one.find(',', begin), one.size());
            if (const auto name = trimmed(std::string_view(one).substr(begin, end - begin)); !name.empty()) names.emplace_back(name);
            begin = end + 1;
        }
    }
    return names;
}

std::string counts(const HistoryModel& model) {
    auto words = counted(model.closed, "closed deal", "closed deals") + ", " + std::to_string(model.won) + " won";
    if (model.closed > 0) words += " (" + percent(model.base_rate) + ')';
    std::vector<Row> left_out;
    if (model.open > 0) left_out.push_back({counted(model.open, "row", "rows"), "left out: not closed yet"});
    if (model.duplicates > 0)
        left_out.push_back({counted(model.duplicates, "row", "rows"), "left out: the same as another in every column"});
    return words + '\n' + table(left_out);
}

std::string check_words(const HistoryCheck& check) {
    return "\nEach deal judged by a model that had not seen it\n" +
           table({{"AUC", decimals(check.auc, 3) + " ± " + decimals(check.auc_error, 3),
                   "given a deal that was won and one that was not, how often the won one gets the higher chance; 0.5 is guessing"},
                  {"Brier score", decimals(check.brier, 3) + " ± " + decimals(check.brier_error, 3),
                   "0 is perfect; giving every deal the same chance scores " + decimals(check.brier_base, 3)}});
}

std::string reliability_words(const HistoryCheck& check) {
    std::vector<Row> rows{{"chance given", "deals", "on average", "won", "90 % interval"}};
    for (const auto& bin : check.reliability) {
        rows.push_back({decimals(100 * bin.from, 0) + ".." + percent(bin.to), std::to_string(bin.deals), percent(bin.predicted),
                        percent(bin.observed), decimals(100 * bin.low, 0) + ".." + percent(bin.high)});
    }
    return "\nWhat was predicted, and what happened\n" + table(rows);
}

std::string pulls(const HistoryModel& model) {
    if (model.columns.empty()) return {};
    std::vector<Row> rows;
    for (const auto& column : model.columns) {
        auto name = cell(column.column);
        for (const auto& level : column.levels) {
            rows.push_back({name, cell(level.value), "x " + decimals(level.odds, 2), counted(level.deals, "deal", "deals"),
                            level.deals > 0 ? percent(static_cast<double>(level.won) / level.deals) + " won" : ""});
            name.clear();
        }
    }
    return "\nOdds relative to the average deal, which has a chance of " + percent(model.average_chance()) + '\n' + table(rows);
}

std::string unused_words(const HistoryModel& model) {
    std::vector<Row> rows;
    for (const auto& column : model.unused) {
        rows.push_back({cell(column.column),
                        column.why == ColumnUse::scattered ? "nearly every deal has a value of its own" : "every deal has the same value"});
    }
    return rows.empty() ? std::string() : "\nNot used\n" + table(rows);
}

std::string report(const HistoryModel& model) {
    if (model.state == HistoryState::too_few) {
        return counts(model) + "Too few deals to say: " + std::to_string(fewest_closed_deals) + " closed ones are needed, at least " +
               std::to_string(fewest_of_a_kind) + " of them won and " + std::to_string(fewest_of_a_kind) + " not.\n";
    }
    return counts(model) + check_words(model.check) + reliability_words(model.check) + pulls(model) + unused_words(model);
}

}

int run(const Calibrate& command, Date) {
    const auto text = read_input(command.file);
    const auto read = text ? io::read_csv(*text) : std::unexpected(text.error());
    if (!read) {
        say_fault(source_name(command.file), read.error());
        return bad_input;
    }
    const HistoryQuestion question{command.target, command.positive, command.open, split_names(command.dropped, read->columns)};
    const HistorySettings settings;
    const auto model = fit_history(*read, question, settings);
    if (!model) {
        say_fault(source_name(command.file), model.error());
        return bad_input;
    }
    return (command.json ? write_output({}, write_history(*model, settings)) : print_text(report(*model))) ? done : bad_input;
}

}
