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

constexpr double seen = 0.0005; // a smaller move of log-odds is none

int points_of(const Share& share) {
    return static_cast<int>(std::lround(100 * share.value()));
}

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

// "-0.34": the move of the log-odds in words that need no logarithm.
std::string moved(double log_odds) {
    if (log_odds > 0.6) return "raises the odds a lot";
    if (log_odds > 0.2) return "raises the odds";
    if (log_odds > 0) return "raises the odds a little";
    if (log_odds > -0.2) return "lowers the odds a little";
    return log_odds > -0.6 ? "lowers the odds" : "lowers the odds a lot";
}

std::string opinion_words(double opinion) {
    return std::to_string(static_cast<int>(std::lround((opinion + 1) * 50))) + " of 100";
}

std::string words_of_points(int points, const Share& share) {
    if (share.count == 0 && share.of > 0) return "0 %";
    if (points == 0) return "under 1 %";
    if (points == 100 && share.count < share.of) return "over 99 %";
    return std::to_string(points) + " %";
}

std::string decimal(double value) {
    const auto tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

}

std::string percent_words(const Share& share) {
    return words_of_points(points_of(share), share);
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

Money rounded_money(const Money& amount) {
    std::int64_t grain = 1;
    while (amount.minor / grain >= 1000) {
        grain *= 10;
    }
    return {(amount.minor + grain / 2) / grain * grain, amount.currency};
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

namespace {

std::string of_100(double share) {
    return std::to_string(std::lround(100 * share));
}

std::string opinion_of_words(const Deal& deal, const OddsParts& parts) {
    if (parts.decided_by.empty()) return "Those who have to agree are not known; they are taken to stand at " + opinion_words(parts.opinion) + " in favour";
    if (parts.refused) return name_of(deal, parts.decided_by) + " has said no, and nothing has changed since";
    return name_of(deal, parts.decided_by) + ", the one least for it, stands at " + opinion_words(parts.opinion) + " in favour";
}

std::string waiting_words(const OddsParts& parts) {
    const auto days = counted(parts.waited_days, "day", "days");
    return parts.overdue ? "It is " + days + " overdue" : "It was asked for " + days + " ago";
}

}

std::vector<std::string> odds_words(const Deal& deal, const CommitmentForecast& one) {
    const auto& parts = one.parts;
    std::vector<std::string> lines;
    const double mean = parts.step_a / (parts.step_a + parts.step_b);
    lines.push_back((parts.own_step ? std::string("Its playbook step is kept in ") : std::string("Without a playbook step, ")) +
                    std::to_string(static_cast<int>(std::lround(100 * mean))) +
                    (parts.own_step ? " of 100 tries" : " of 100 tries are assumed to be kept") + "; that counts as much as " +
                    decimal(parts.step_a + parts.step_b) + " deals.");
    const auto add = [&](double move, const std::string& why) {
        if (std::abs(move) > seen) lines.push_back(why + " " + moved(move) + ".");
    };
    add(parts.fitted, "Adjusting to how deals end on average");
    add(parts.base, "What kind of deal it is");
    add(parts.opinions, opinion_of_words(deal, parts) + ", which");
    add(parts.others, "What the whole group thinks");
    add(parts.value, "Something is offered for it, which");
    add(parts.concerns, "What still worries its people");
    add(parts.push, "How much you push");
    add(parts.agreed, "They have said yes, which");
    add(parts.waiting, waiting_words(parts) + ", which");
    if (parts.gate < 1)
        lines.push_back("As long as somebody who can stop it is against it, it passes in " + of_100(parts.gate) + " of 100 futures at most.");
    if (parts.unseen_steps > 0)
        lines.push_back(counted(parts.unseen_steps, "playbook step is", "playbook steps are") +
                        " neither kept nor planned before it; all of that still has to be in place when they decide, and is in " +
                        of_100(parts.unseen_pass) + " of 100 futures.");
    if (parts.lapsed) lines.push_back("It was agreed and is overdue by so much that it counts as broken.");
    if (parts.tries_before > 0)
        lines.push_back("It was refused " + counted(parts.tries_before, "time", "times") +
                        "; each new try has 0.8 times the chance of the one before.");
    return lines;
}

std::vector<std::string> alive_words(const Forecast& forecast) {
    const auto& odds = forecast.odds;
    std::vector<std::string> lines;
    const auto add = [&](double move, const std::string& why) {
        const auto points = static_cast<int>(std::lround(100 * forecast.won.value() * (1 - odds.without(move))));
        if (points != 0) lines.push_back(why + ": " + std::to_string(std::abs(points)) + (points > 0 ? " more" : " fewer") + " of 100.");
    };
    add(odds.base, odds.own_base ? "What your closed deals say of such deals, against the average" : "Deals of this playbook, against the average");
    add(odds.client, "They are a customer already");
    add(odds.competitor, "A competitor is in it");
    add(odds.progress, "What has been kept so far");
    add(odds.age, "The deal began " + counted(odds.age_days, "day", "days") + " ago");
    add(odds.quiet, "Nobody on their side has acted for " + counted(odds.quiet_days, "day", "days"));
    add(odds.sponsor_left, "Somebody who led it has left, and nobody has followed");
    add(odds.unanswered, "Your last " + std::to_string(odds.messages) + " messages have no answer");
    add(odds.one_voice, "You have heard only one person, who does not decide");
    return lines;
}

std::string own_odds_words(const PlaybookOdds* odds, std::string_view step) {
    const auto* own = odds ? find(*odds, step) : nullptr;
    if (own == nullptr || own->kept + own->not_kept == 0) return "None of your own closed deals says anything about it yet.";
    return "In your " + counted(odds->deals, "closed deal", "closed deals") + " it was kept in " + std::to_string(own->kept) + " of " +
           counted(own->kept + own->not_kept, "try", "tries") + "; older ones count less. Together with the playbook's " +
           of_100(own->prior.mean) + " of 100 that makes " + of_100(own->posterior.mean) + " of 100, probably between " +
           of_100(own->posterior.low) + " and " + of_100(own->posterior.high) + ".";
}

}
