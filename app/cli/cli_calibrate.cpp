#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/session/history/history_guess.hpp"
#include "app/session/shipped.hpp"
#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/calibration/history_base.hpp"
#include "core/codec/csv.hpp"
#include "core/files/json.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/names.hpp"
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

std::vector<Row> score_rows(const HistoryCheck& check) {
    return {{"AUC", decimals(check.auc, 3) + " ± " + decimals(check.auc_error, 3),
             "given a deal that was won and one that was not, how often the won one gets the higher chance; 0.5 is guessing"},
            {"Brier score", decimals(check.brier, 3) + " ± " + decimals(check.brier_error, 3),
             "0 is perfect; giving every deal the same chance scores " + decimals(check.brier_base, 3)}};
}

// Forward in time first, where that is known: it is what a forecast has to do, and what is to be quoted.
std::string check_words(const HistoryModel& model) {
    if (!model.forward) {
        auto words = "\nEach deal judged by a model that had not seen it\n" + table(score_rows(model.check));
        if (!model.closed_on.empty()) {
            words += "\nToo few deals to hold earlier ones against later ones: that takes " + std::to_string(fewest_of_a_kind) +
                     " won and " + std::to_string(fewest_of_a_kind) + " not won before a day, and " + std::to_string(fewest_ahead) +
                     " of each after it.\n";
        }
        return words;
    }
    const auto& forward = *model.forward;
    auto words = "\nEarlier deals against later ones: " + counted(forward.trained, "deal that ended", "deals that ended") + " before " +
                 Date::from_days(forward.from).iso() + " predict the " + counted(forward.check.deals, "other", "others") + '\n' +
                 table(score_rows(forward.check));
    if (forward.undated > 0) words += "  " + counted(forward.undated, "deal", "deals") + " without a day left out here\n";
    return words + "\nFor comparison, whatever the day: each deal judged by a model that had not seen it\n" +
           table(score_rows(model.check));
}

std::string reliability_words(const HistoryModel& model) {
    std::vector<Row> rows{{"chance given", "deals", "on average", "won", "90 % interval"}};
    for (const auto& bin : model.quoted().reliability) {
        rows.push_back({decimals(100 * bin.from, 0) + ".." + percent(bin.to), std::to_string(bin.deals), percent(bin.predicted),
                        percent(bin.observed), decimals(100 * bin.low, 0) + ".." + percent(bin.high)});
    }
    return std::string("\nWhat was predicted") + (model.forward ? " of the later deals" : "") + ", and what happened\n" + table(rows);
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

std::string leak_words(const HistoryModel& model) {
    std::vector<Row> left_out;
    std::vector<Row> kept;
    for (const auto& leak : model.leaks) {
        const auto why = leak.kind == LeakKind::one_outcome
                             ? "filled in for " + counted(leak.filled, "deal", "deals") + ", all of them " + (leak.won ? "won" : "not won")
                             : "alone tells deals won from others: AUC " + decimals(leak.auc, 3);
        (leak.kept ? kept : left_out).push_back({cell(leak.column), why});
    }
    std::string words;
    if (!left_out.empty()) {
        words += "\nLeft out: probably filled in only when the outcome was known (--keep COLUMN uses it all the same)\n" + table(left_out);
    }
    if (!kept.empty()) words += "\nKept, though probably filled in only when the outcome was known\n" + table(kept);
    return words;
}

std::string base_words(const ExplainedBase& explained) {
    std::vector<Row> rows{{"average deal", "", percent(explained.average)}};
    for (const auto& pull : explained.pulls) {
        const bool unknown = pull.kind == LevelKind::unknown;
        rows.push_back({cell(pull.column), unknown ? "not known" : cell(pull.value), "x " + decimals(pull.odds, 2)});
    }
    return "\nA deal with these answers begins with a chance of " + percent(explained.chance) + '\n' + table(rows);
}

std::string report(const HistoryModel& model) {
    if (model.state == HistoryState::too_few) {
        return counts(model) + "Too few deals to say: " + std::to_string(fewest_closed_deals) + " closed ones are needed, at least " +
               std::to_string(fewest_of_a_kind) + " of them won and " + std::to_string(fewest_of_a_kind) + " not.\n";
    }
    return counts(model) + leak_words(model) + check_words(model) + reliability_words(model) + pulls(model) + unused_words(model);
}

// The deal in the file begins with that chance from now on.
bool keep_base(const std::string& file, const OwnBase& base, Date today) {
    auto deal = load_deal(file, {}, today);
    if (deal && is_link(file)) deal = fail("A link cannot be changed", {}, "Give a deal file.");
    edit::SetDeal set;
    set.own_base = base;
    if (deal) deal = apply(std::move(*deal), set, today);
    if (!deal) {
        say_fault(source_name(file), deal.error());
        return false;
    }
    if (!write_output(file, io::write_deal(*deal))) return false;
    say("The deal begins with " + std::to_string((base.won + 5) / 10) + " of 100 now: " + file);
    return true;
}

// "Budget=Yes": the longest column of the model that it begins with is meant, as headings may have a "=", too.
Result<std::vector<HistoryAnswer>> split_answers(const std::vector<std::string>& given, const HistoryModel& model) {
    std::vector<HistoryAnswer> answers;
    for (const auto& one : given) {
        auto end = one.find('=');
        if (end == std::string::npos) return fail('"' + one + "\" is no answer", {}, "Write it as COLUMN=VALUE.");
        for (const auto& column : model.columns) {
            const auto& name = column.column;
            if (name.size() > end && one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') end = name.size();
        }
        answers.push_back({std::string(trimmed(std::string_view(one).substr(0, end))), one.substr(end + 1)});
    }
    return answers;
}

}

int run(const Calibrate& command, Date today) {
    const auto text = read_input(command.file);
    const auto read = text ? io::read_csv(*text) : std::unexpected(text.error());
    if (!read) {
        say_fault(source_name(command.file), read.error());
        return bad_input;
    }
    HistoryQuestion question{command.target,
                             command.positive,
                             command.open,
                             split_names(command.dropped, read->columns),
                             split_names(command.kept, read->columns),
                             command.closed_on};
    if (!command.dates.empty()) question.dates = from_key<DateOrder>(command.dates);
    if (std::optional<Error> problem; question.closed_on.empty()) question.closed_on = closing_column(*read, question, read_shipped_vocabularies(problem));
    const HistorySettings settings;
    const auto model = fit_history(*read, question, settings);
    if (!model) {
        say_fault(source_name(command.file), model.error());
        return bad_input;
    }
    std::optional<ExplainedBase> explained;
    if (!command.answers.empty() || !command.deal.empty()) {
        const auto answers = split_answers(command.answers, *model);
        auto base = answers ? own_base(*model, *answers, source_name(command.file)) : std::unexpected(answers.error());
        if (!base) {
            say_fault(command.answers.empty() ? source_name(command.file) : "--answer", base.error());
            return bad_input;
        }
        explained = std::move(*base);
    }
    if (!command.deal.empty() && !keep_base(command.deal, explained->base, today)) return bad_input;
    const auto written = command.json ? write_output({}, write_history(*model, settings, explained ? &*explained : nullptr))
                                      : print_text(report(*model) + (explained ? base_words(*explained) : std::string()));
    return written ? done : bad_input;
}

}
