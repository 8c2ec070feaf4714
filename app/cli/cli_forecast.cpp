#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/session/derived.hpp"
#include "app/session/shipped.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "app/viewmodel/diary/moved_deals.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/diary/believed_by.hpp"
#include "core/diary/diary.hpp"
#include "core/outlook_reasons.hpp"
#include "core/report/json/forecast_json.hpp"

#include <algorithm>
#include <optional>

namespace middleground::cli {

namespace {

constexpr std::uint32_t slice = 100000;
constexpr std::size_t most_drivers = 10;
constexpr int week = 7; // days

std::string outcomes(const Deal& deal, const Forecast& forecast, Date today) {
    std::vector<Row> rows;
    if (!forecast.settled) {
        const auto percents = outcome_percents(forecast);
        rows.push_back({"Won", percents.won + ' ' + error_words(forecast.won)});
        rows.push_back({"Lost", percents.lost + ' ' + error_words(forecast.lost)});
        rows.push_back({"No decision", percents.no_decision + ' ' + error_words(forecast.no_decision)});
    }
    if (auto close = range_words(forecast.close, today); !close.empty()) rows.push_back({"Closes", close});
    if (forecast.won_by_target) rows.push_back({"Won in time", target_words(deal, forecast, today)});
    if (forecast.expected) rows.push_back({"Expected amount", format_money(rounded_money(*forecast.expected))});
    return table(rows);
}

std::string commitments(const Deal& deal, const Forecast& forecast, Date today) {
    if (forecast.commitments.empty()) return {};
    std::vector<Row> rows;
    for (const auto& one : forecast.commitments) {
        rows.push_back({cell(driver_name(deal, {.kind = Driver::Kind::commitment, .id = one.id.text})),
                        one.after_decision ? "after the decision" : "kept " + percent_words(one.kept), range_words(one.dates, today),
                        one.after_decision ? "" : "holds up " + percent_words(one.critical)});
    }
    return "\nCommitments\n" + table(rows);
}

std::string drivers(const Deal& deal, const Sensitivity& sensitivity) {
    std::vector<Row> rows;
    for (const int place : most_changing(sensitivity)) {
        if (rows.size() == most_drivers) break;
        const auto& line = sensitivity.lines()[static_cast<std::size_t>(place)];
        const auto words = [&](const std::string& what, const Share& then) {
            return what.empty() ? std::string() : what + " " + change_words(sensitivity.won(), then);
        };
        rows.push_back({cell(driver_name(deal, line)), words(up_words(line), line.won_up), words(down_words(line), line.won_down)});
    }
    return rows.empty() ? std::string() : "\nWhat would change it most, in points\n" + table(rows);
}

// Against a week ago, by the deal's diary, where it has one.
std::string since(const ChanceReasons& reasons, Date today) {
    auto words = '\n' + belief_change_words(reasons.change, {}, today) + ".\n";
    std::vector<Row> rows;
    for (const auto& one : reasons.reasons) {
        rows.push_back({signed_points(one.points), cell(reason_of_words(one, today))});
    }
    words += table(rows);
    const auto together = together_words(reasons);
    return together.empty() ? words : words + "  " + together + '\n';
}

}

int run(const MakeForecast& command, Date today) {
    const auto deal = load_deal(command.deal, command.passphrase_file, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    std::vector<WhatIf> what_ifs;
    for (const auto& text : command.what_if) {
        auto one = parse_what_if(text, *deal);
        if (!one) {
            say("middleground forecast: " + one.error().message());
            return bad_input;
        }
        what_ifs.push_back(std::move(*one));
    }
    const auto shipped = read_shipped();
    const Knowledge knowledge{shipped.playbooks, shipped.wording};
    const auto assessment = derive(*deal, knowledge, today).assessment;
    const ForecastSettings settings;
    ForecastTables tables;
    const PlayedDeal comparison{*deal,       playbook_of(knowledge, *deal), shipped.wording, assessment, today, settings, tables,
                                command.seed};
    auto prepared = prepared_with(comparison, what_ifs);
    if (!prepared) {
        say_fault(source_name(command.deal), prepared.error());
        return bad_input;
    }
    Simulation simulation(std::move(*prepared), command.seed, Record::everything);
    for (std::uint32_t left = command.futures; left > 0;) {
        const auto now = std::min(left, slice);
        simulation.run(now);
        left -= now;
    }
    const auto forecast = forecast_of(simulation);
    // What would change it most is a question to the deal as it is.
    std::optional<Sensitivity> sensitivity;
    if (what_ifs.empty()) {
        sensitivity.emplace(comparison);
        while (!sensitivity->is_finished()) {
            sensitivity->step();
        }
    }
    const auto missing = too_early_because(*deal);
    std::optional<ChanceReasons> reasons;
    const auto belief = belief_of(forecast, today, believed_by(comparison.playbook));
    if (what_ifs.empty() && missing.empty() && belief) {
        if (const auto change = change_to(*belief, deal->diary, today, week)) reasons = chance_reasons(comparison, *change, {});
    }
    if (command.json) {
        return write_output({}, write_forecast(forecast, sensitivity ? &*sensitivity : nullptr, reasons ? &*reasons : nullptr)) ? done : bad_input;
    }
    const auto headline = missing.empty() ? headline_words(forecast, today) : "Too early to say. " + missing + ' ' + usual_odds_words(forecast);
    return print_text(headline + "\n" + outcomes(*deal, forecast, today) + (reasons ? since(*reasons, today) : std::string()) + commitments(*deal, forecast, today) +
                      (sensitivity ? drivers(*deal, *sensitivity) : std::string()))
               ? done
               : bad_input;
}

}
