#include "app/viewmodel/forecast_words.hpp"

#include "app/viewmodel/commitments_data.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

std::string settled_words(const Settled& settled, Date today) {
    const auto on = short_date(settled.on, today);
    switch (settled.as) {
    case Settled::As::won:
        return "It is decided: won on " + on + ".";
    case Settled::As::lost:
        return "It was lost on " + on + ".";
    case Settled::As::no_decision:
        return "It ended without a decision on " + on + ".";
    }
    return {};
}

std::string words_of_points(int points, const Share& share) {
    return of_100_words(points, share) + " %";
}

}

std::string percent_words(const Share& share) {
    return of_100_words(share) + " %";
}

std::string error_words(const Share& share) {
    return "\u00b1 " + std::to_string(std::max<long>(1, std::lround(200 * share.error())));
}

std::string percent_with_error(const Share& share) {
    return percent_words(share) + ' ' + error_words(share);
}

OutcomePercents outcome_percents(const Forecast& forecast) {
    const int won = points_of(forecast.won);
    const auto others = static_cast<double>(forecast.no_decision.count) + forecast.lost.count;
    const int undecided = others > 0 ? static_cast<int>(std::lround((100 - won) * (forecast.no_decision.count / others))) : 0;
    return {percent_words(forecast.won), words_of_points(undecided, forecast.no_decision),
            words_of_points(others > 0 ? 100 - won - undecided : 0, forecast.lost)};
}

std::string headline_words(const Forecast& forecast, Date today) {
    if (forecast.settled) return settled_words(*forecast.settled, today);
    if (forecast.won.count == 0) return "As the plan stands, none of the futures is won.";
    const int points = points_of(forecast.won);
    const auto many = points == 0     ? std::string("Fewer than 1 in 100 futures are won")
                      : points == 1   ? std::string("1 in 100 futures is won")
                      : points == 100 ? std::string("Nearly all futures are won")
                                      : std::to_string(points) + " in 100 futures are won";
    return many + "; half of those by " + short_date(*forecast.close.p50, today) + ".";
}

std::string usual_odds_words(const Forecast& forecast) {
    return std::string(forecast.odds.own_base ? "By your closed deals, " : "By its playbook, ") + std::to_string(points_of(forecast.won)) + " in 100 deals that start like this are won.";
}

std::string range_words(const DateSpread& dates, Date today) {
    if (!dates.p10 || !dates.p90) return {};
    const auto first = short_date(*dates.p10, today);
    const auto last = short_date(*dates.p90, today);
    return first == last ? first : first + " to " + last;
}

std::string close_words(const Forecast& forecast, Date today) {
    if (forecast.settled || !forecast.close.p50) return {};
    return "8 in 10 of the won futures close between " + short_date(*forecast.close.p10, today) + " and " +
           short_date(*forecast.close.p90, today) + ", half of them by " + short_date(*forecast.close.p50, today) + ".";
}

std::string target_words(const Deal& deal, const Forecast& forecast, Date today) {
    const auto* target = target_of(deal);
    if (!forecast.won_by_target || target == nullptr || !target->date) return {};
    return (forecast.settled ? percent_words(*forecast.won_by_target) : percent_with_error(*forecast.won_by_target)) + " by " +
           short_date(*target->date, today);
}

std::string what_if_words(const Deal& deal, const WhatIf& what) {
    const auto title = [&](const CommitmentId& id) {
        const auto* one = find(deal, id);
        return one == nullptr ? std::string("A commitment") : shown_title(*one);
    };
    if (const auto* kept = std::get_if<what_if::Kept>(&what)) return title(kept->id) + " is kept today";
    if (const auto* declined = std::get_if<what_if::Declined>(&what)) return title(declined->id) + " is declined today";
    if (const auto* stance = std::get_if<what_if::StanceBecomes>(&what)) {
        auto word = std::string(label_of(stance->stance));
        std::ranges::transform(word, word.begin(),
                               [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
        return name_of(deal, stance->id) + " becomes " + word;
    }
    if (const auto* resolved = std::get_if<what_if::Resolved>(&what)) {
        const auto* concern = find(deal, resolved->id);
        return "Resolved: " + (concern == nullptr ? std::string("a concern") : concern->text);
    }
    if (std::holds_alternative<what_if::SomebodyNamed>(what)) return "One more person is named, and is neutral";
    const auto days = std::get<what_if::Waiting>(what).days;
    return "Nothing is done for " + (days % 7 == 0 ? counted(days / 7, "week", "weeks") : counted(days, "day", "days"));
}

std::string driver_name(const Deal& deal, const Driver& driver) {
    switch (driver.kind) {
    case Driver::Kind::commitment:
        if (const auto* one = find(deal, CommitmentId{driver.id})) return shown_title(*one);
        break;
    case Driver::Kind::person:
        return name_of(deal, StakeholderId{driver.id});
    case Driver::Kind::concern:
        if (const auto* one = find(deal, ConcernId{driver.id})) return one->text.empty() ? "A concern" : one->text;
        break;
    case Driver::Kind::seat:
        return "One more person named";
    case Driver::Kind::waiting:
        return "Four quiet weeks";
    }
    return {};
}

std::string up_words(const Driver& driver) {
    switch (driver.kind) {
    case Driver::Kind::commitment:
        return "kept today";
    case Driver::Kind::person:
        return driver.up ? "one step for it" : "";
    case Driver::Kind::concern:
        return "resolved";
    case Driver::Kind::seat:
        return "neutral";
    case Driver::Kind::waiting:
        break;
    }
    return {};
}

std::string down_words(const Driver& driver) {
    switch (driver.kind) {
    case Driver::Kind::commitment:
        return "declined today";
    case Driver::Kind::person:
        return driver.down ? "one step against it" : "";
    case Driver::Kind::concern:
    case Driver::Kind::seat:
        return {};
    case Driver::Kind::waiting:
        return "nothing is done";
    }
    return {};
}

std::string change_words(const Share& from, const Share& to) {
    const auto points = static_cast<int>(std::lround(100 * (to.value() - from.value())));
    return points > 0 ? "+" + std::to_string(points) : points < 0 ? "\u2212" + std::to_string(-points) : "0";
}

double span_of(const Driver& driver) {
    return std::max(driver.won_up.value(), driver.won_down.value()) - std::min(driver.won_up.value(), driver.won_down.value());
}

std::vector<int> most_changing(const Sensitivity& sensitivity) {
    std::vector<int> places;
    const auto& lines = sensitivity.lines();
    for (std::size_t i = 0; i < sensitivity.done(); ++i) {
        if (!lines[i].decides) places.push_back(static_cast<int>(i));
    }
    sort_list(
        places, [&](int a, int b) { return span_of(lines[static_cast<std::size_t>(a)]) > span_of(lines[static_cast<std::size_t>(b)]); });
    return places;
}

}
