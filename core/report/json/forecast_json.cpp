#include "core/report/json/forecast_json.hpp"

#include "core/report/json/json_numbers.hpp"

#include <algorithm>
#include <variant>

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int forecast_version = 2; // 1 had other moves of the odds

Json share_to_json(const Share& share) {
    auto object = Json::object();
    append(object, "p", rounded(share.value()));
    append(object, "se", rounded(share.error()));
    return object;
}

void append_date(Json& object, std::string_view name, const std::optional<Date>& date) {
    append(object, name, date ? Json(date->iso()) : Json(nullptr));
}

void append_dates(Json& object, const DateSpread& dates) {
    append_date(object, "p10", dates.p10);
    append_date(object, "p50", dates.p50);
    append_date(object, "p90", dates.p90);
}

// Whether the deal is alive at all: the chance, and the moves of its log-odds.
Json alive_to_json(const DealOdds& odds) {
    auto object = Json::object();
    append(object, "chance", rounded(odds.chance));
    append(object, "start", rounded(odds.alive));
    append(object, "base", rounded(odds.base));
    append(object, "competitor", rounded(odds.competitor));
    append(object, "client", rounded(odds.client));
    append(object, "progress", rounded(odds.progress));
    append(object, "age", rounded(odds.age));
    append(object, "age_days", odds.age_days);
    append(object, "quiet", rounded(odds.quiet));
    append(object, "quiet_days", odds.quiet_days);
    append(object, "sponsor_left", rounded(odds.sponsor_left));
    append(object, "one_voice", rounded(odds.one_voice));
    append(object, "unanswered", rounded(odds.unanswered));
    return object;
}

Json commitment_to_json(const CommitmentForecast& one) {
    auto object = Json::object();
    append(object, "id", one.id.text);
    append(object, "after_decision", one.after_decision);
    append(object, "kept", rounded(one.kept.value()));
    append_dates(object, one.dates);
    append(object, "criticality", rounded(one.critical.value()));
    if (one.after_decision) return object;
    auto odds = Json::object();
    append(odds, "chance", rounded(one.chance));
    append(odds, "a", rounded(one.parts.step_a));
    append(odds, "b", rounded(one.parts.step_b));
    append(odds, "fitted", rounded(one.parts.fitted));
    append(odds, "minds", rounded(one.parts.opinions));
    append(odds, "value", rounded(one.parts.value));
    append(odds, "concerns", rounded(one.parts.concerns));
    append(odds, "push", rounded(one.parts.push));
    append(odds, "base", rounded(one.parts.base));
    append(odds, "agreed", rounded(one.parts.agreed));
    append(odds, "waiting", rounded(one.parts.waiting));
    append(odds, "others", rounded(one.parts.others));
    append(odds, "lets_pass", rounded(one.parts.gate));
    append(odds, "unseen_steps", one.parts.unseen_steps);
    append(odds, "unseen_kept", rounded(one.parts.unseen_pass));
    append(odds, "tries_before", one.parts.tries_before);
    append(object, "odds", std::move(odds));
    return object;
}

std::string_view word_of(Driver::Kind kind) {
    switch (kind) {
    case Driver::Kind::commitment:
        return "commitment";
    case Driver::Kind::person:
        return "stakeholder";
    case Driver::Kind::concern:
        return "concern";
    case Driver::Kind::seat:
        return "seat";
    case Driver::Kind::waiting:
        return "waiting";
    }
    return {};
}

Json driver_to_json(const Driver& driver) {
    auto object = Json::object();
    append(object, "kind", std::string(word_of(driver.kind)));
    if (!driver.id.empty()) append(object, "id", driver.id);
    append(object, "up", rounded(driver.won_up.value()));
    append(object, "down", rounded(driver.won_down.value()));
    append(object, "se", rounded(std::max(driver.error_up, driver.error_down)));
    return object;
}

std::string_view word_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::said:
        return "said";
    case ChangeKind::stance:
        return "stance";
    case ChangeKind::left:
        return "left";
    case ChangeKind::commitment:
        return "commitment";
    case ChangeKind::concern:
        return "concern";
    case ChangeKind::promise:
        return "promise";
    case ChangeKind::unanswered:
        return "unanswered";
    case ChangeKind::contact:
        return "contact";
    case ChangeKind::influences:
        return "influences";
    case ChangeKind::planned:
        return "planned";
    case ChangeKind::person:
        return "person";
    case ChangeKind::others:
        return "others";
    }
    return {};
}

std::string id_of(const Subject& about) {
    return std::visit(
        [](const auto& one) -> std::string {
            if constexpr (requires { one.text; }) return one.text;
            return {};
        },
        about);
}

Json reasons_to_json(const ChanceReasons& all) {
    auto object = Json::object();
    append(object, "on", all.change.before.on.iso());
    append(object, "p", rounded(all.change.before.won / 1000.0));
    append(object, "points", all.points);
    append(object, "same_model", all.change.same_model());
    auto reasons = Json::array();
    for (const auto& one : all.reasons) {
        auto reason = Json::object();
        const bool is_change = one.kind == ChanceReason::Kind::change;
        append(reason, "kind", std::string(is_change ? word_of(one.change.kind) : one.kind == ChanceReason::Kind::time ? "time" : "rest"));
        if (const auto id = id_of(one.change.about); !id.empty()) append(reason, "id", id);
        if (one.on) append(reason, "on", one.on->iso());
        append(reason, "points", one.points);
        append(reason, "words", one.words);
        reasons.push_back(std::move(reason));
    }
    append(object, "reasons", std::move(reasons));
    return object;
}

}

std::string write_forecast(const Forecast& forecast, const Sensitivity* sensitivity, const ChanceReasons* reasons) {
    auto report = Json::object();
    append(report, "middleground_forecast", forecast_version);
    append(report, "futures", forecast.futures);
    append(report, "seed", forecast.seed);
    append(report, "won", share_to_json(forecast.won));
    append(report, "lost", share_to_json(forecast.lost));
    append(report, "no_decision", share_to_json(forecast.no_decision));
    if (!forecast.settled) append(report, "alive", alive_to_json(forecast.odds));
    if (forecast.won_by_target) append(report, "won_by_target", share_to_json(*forecast.won_by_target));
    auto close = Json::object();
    append_dates(close, forecast.close);
    append(report, "close", std::move(close));
    if (forecast.expected) {
        auto amount = Json::object();
        append(amount, "minor", forecast.expected->minor);
        append(amount, "currency", forecast.expected->currency);
        append(report, "expected_amount", std::move(amount));
    }
    if (reasons != nullptr) append(report, "since", reasons_to_json(*reasons));
    auto weekly = Json::array();
    for (const auto week : forecast.weekly) {
        weekly.push_back(rounded(Share{week, forecast.futures}.value()));
    }
    append(report, "weekly", std::move(weekly));
    auto commitments = Json::array();
    for (const auto& one : forecast.commitments) {
        commitments.push_back(commitment_to_json(one));
    }
    append(report, "commitments", std::move(commitments));
    if (sensitivity != nullptr) {
        auto drivers = Json::array();
        for (const auto& line : sensitivity->lines()) {
            drivers.push_back(driver_to_json(line));
        }
        append(report, "sensitivity", std::move(drivers));
    }
    return write_json(report, io::JsonLayout::indented);
}

}
