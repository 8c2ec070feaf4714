#include "core/report/json/history_json.hpp"

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
    case LevelKind::named:
        break;
    }
    return "named";
}

Json column_to_json(const ColumnPull& column) {
    auto levels = Json::array();
    for (const auto& level : column.levels) {
        auto object = Json::object();
        append(object, "value", level.value);
        append(object, "kind", key_of_kind(level.kind));
        append(object, "deals", level.deals);
        append(object, "won", level.won);
        append(object, "odds", rounded(level.odds));
        levels.push_back(std::move(object));
    }
    auto object = Json::object();
    append(object, "column", column.column);
    append(object, "strength", rounded(column.strength));
    append(object, "levels", std::move(levels));
    return object;
}

Json check_to_json(const HistoryCheck& check, const HistorySettings& settings) {
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
    auto object = Json::object();
    append(object, "folds", settings.folds);
    append(object, "repeats", settings.repeats);
    append(object, "auc", rounded(check.auc));
    append(object, "auc_error", rounded(check.auc_error));
    append(object, "brier", rounded(check.brier));
    append(object, "brier_error", rounded(check.brier_error));
    append(object, "brier_base", rounded(check.brier_base));
    append(object, "reliability", std::move(bins));
    return object;
}

}

std::string write_history(const HistoryModel& model, const HistorySettings& settings) {
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
    append(object, "check", check_to_json(model.check, settings));
    return write_json(object, io::JsonLayout::indented);
}

}
