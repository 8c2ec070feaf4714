#include "core/report/json/history_json.hpp"

#include "core/base/date.hpp"
#include "core/report/json/json_numbers.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int calibration_version = 1;

std::string key_of_kind(LevelKind kind) {
    switch (kind) {
    case LevelKind::unknown:
        return "unknown";
    case LevelKind::other:
        return "other";
    case LevelKind::range:
        return "range";
    case LevelKind::named:
        break;
    }
    return "named";
}

std::string key_of_column(HistoryKind kind) {
    switch (kind) {
    case HistoryKind::number:
        return "number";
    case HistoryKind::age:
        return "age";
    case HistoryKind::month:
        return "month";
    case HistoryKind::category:
        break;
    }
    return "category";
}

Json column_to_json(const ColumnPull& column) {
    auto levels = Json::array();
    for (const auto& level : column.levels) {
        auto object = Json::object();
        append(object, "value", level.value);
        append(object, "kind", key_of_kind(level.kind));
        if (level.from) append(object, "from", rounded(*level.from));
        if (level.to) append(object, "to", rounded(*level.to));
        append(object, "deals", level.deals);
        append(object, "won", level.won);
        append(object, "odds", rounded(level.odds));
        levels.push_back(std::move(object));
    }
    auto object = Json::object();
    append(object, "column", column.column);
    append(object, "holds", key_of_column(column.kind));
    append(object, "strength", rounded(column.strength));
    append(object, "levels", std::move(levels));
    return object;
}

void append_scores(Json& into, const HistoryCheck& check) {
    auto bins = Json::array();
    for (const auto& bin : check.reliability) {
        auto object = Json::object();
        append(object, "from", rounded(bin.from));
        append(object, "to", rounded(bin.to));
        append(object, "deals", bin.deals);
        append(object, "won", bin.won);
        append(object, "predicted", rounded(bin.predicted));
        append(object, "observed", rounded(bin.observed));
        append(object, "low", rounded(bin.low));
        append(object, "high", rounded(bin.high));
        bins.push_back(std::move(object));
    }
    append(into, "auc", rounded(check.auc));
    append(into, "auc_error", rounded(check.auc_error));
    append(into, "brier", rounded(check.brier));
    append(into, "brier_error", rounded(check.brier_error));
    append(into, "brier_base", rounded(check.brier_base));
    append(into, "reliability", std::move(bins));
}

Json check_to_json(const HistoryCheck& check, const HistorySettings& settings) {
    auto object = Json::object();
    append(object, "folds", settings.folds);
    append(object, "repeats", check.repeats);
    append_scores(object, check);
    return object;
}

Json forward_to_json(const ForwardCheck& forward, const std::string& closed_on) {
    auto object = Json::object();
    append(object, "closed_on", closed_on);
    append(object, "first_day", Date::from_days(forward.from).iso());
    append(object, "trained", forward.trained);
    append(object, "tested", forward.check.deals);
    append(object, "undated", forward.undated);
    append_scores(object, forward.check);
    return object;
}

Json leaks_to_json(const std::vector<HistoryLeak>& leaks) {
    auto list = Json::array();
    for (const auto& leak : leaks) {
        auto one = Json::object();
        append(one, "column", leak.column);
        append(one, "why", leak.kind == LeakKind::one_outcome ? "one_outcome" : "nearly_alone");
        append(one, "filled", leak.filled);
        append(one, "auc", rounded(leak.auc));
        append(one, "kept", leak.kept);
        list.push_back(std::move(one));
    }
    return list;
}

Json base_to_json(const ExplainedBase& explained) {
    auto pulls = Json::array();
    for (const auto& pull : explained.pulls) {
        auto one = Json::object();
        append(one, "column", pull.column);
        append(one, "value", pull.value);
        append(one, "kind", key_of_kind(pull.kind));
        append(one, "log_odds", rounded(pull.log_odds));
        append(one, "odds", rounded(pull.odds));
        pulls.push_back(std::move(one));
    }
    auto object = Json::object();
    append(object, "log_odds", rounded(explained.log_odds));
    append(object, "chance", rounded(explained.chance));
    append(object, "origin", explained.base.origin);
    append(object, "pulls", std::move(pulls));
    return object;
}

}

std::string write_history(const HistoryModel& model, const HistorySettings& settings, const ExplainedBase* base) {
    const bool is_fitted = model.state == HistoryState::fitted;
    auto object = Json::object();
    append(object, "middleground_calibration", calibration_version);
    append(object, "state", is_fitted ? "fitted" : "too_few");
    append(object, "closed", model.closed);
    append(object, "won", model.won);
    append(object, "open", model.open);
    append(object, "duplicates", model.duplicates);
    append(object, "base_rate", rounded(model.base_rate));
    if (!is_fitted) return write_json(object, io::JsonLayout::indented);
    append(object, "average_chance", rounded(model.average_chance()));
    append(object, "penalty", rounded(model.penalty));
    append(object, "slope", rounded(model.slope));
    auto columns = Json::array();
    for (const auto& column : model.columns) {
        columns.push_back(column_to_json(column));
    }
    append(object, "columns", std::move(columns));
    auto unused = Json::array();
    for (const auto& column : model.unused) {
        auto one = Json::object();
        append(one, "column", column.column);
        append(one, "why", column.why == ColumnUse::scattered ? "scattered" : "constant");
        unused.push_back(std::move(one));
    }
    append(object, "unused", std::move(unused));
    append(object, "leaks", leaks_to_json(model.leaks));
    append(object, "quoted", model.forward ? "forward" : "check");
    if (model.forward) append(object, "forward", forward_to_json(*model.forward, model.closed_on));
    append(object, "check", check_to_json(model.check, settings));
    if (base) append(object, "base", base_to_json(*base));
    return write_json(object, io::JsonLayout::indented);
}

}
