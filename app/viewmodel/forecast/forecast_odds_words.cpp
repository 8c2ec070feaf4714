#include "app/viewmodel/forecast_words.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <variant>

namespace middleground {

namespace {

constexpr double seen = 0.0005; // a smaller move of log-odds is none

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

std::string decimal(double value) {
    const auto tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

std::string of_100(double share) {
    return std::to_string(std::lround(100 * share));
}

std::string opinion_of_words(const Deal& deal, const OddsParts& parts) {
    if (parts.decided_by.empty()) return "Those who have to agree are not known; they are taken to stand at " + opinion_words(parts.opinion) + " in favour";
    if (parts.refused) return name_of(deal, parts.decided_by) + " has said no, and nothing has changed since";
    return name_of(deal, parts.decided_by) + ", the one least for it, stands at " + opinion_words(parts.opinion) + " in favour";
}

// How the chance hangs on that person, once the way up is played.
const Driver* finished_driver(const Sensitivity& sensitivity, const StakeholderId& id) {
    if (!sensitivity.has_gains()) return nullptr;
    for (const auto& line : sensitivity.lines()) {
        if (line.kind == Driver::Kind::person && line.id == id.text) return &line;
    }
    return nullptr;
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

std::vector<std::string> stopping_words(const Deal& deal, const Forecast& forecast, const Sensitivity* sensitivity) {
    const auto decision = std::ranges::find_if(forecast.commitments, [&](const CommitmentForecast& one) {
        const auto* commitment = find(deal, one.id);
        return commitment != nullptr && commitment->decides;
    });
    if (decision == forecast.commitments.end()) return {};
    const auto& parts = decision->parts;
    std::vector<std::string> lines;
    if (parts.decided_by.empty()) {
        lines.push_back("Nobody who decides is named. Whoever can stop it is taken to stand at " + opinion_words(parts.opinion) + " in favour.");
    } else if (const auto* person = find(deal, parts.decided_by)) {
        const auto name = name_of(deal, person->id);
        if (parts.refused) {
            lines.push_back(name + " can stop it and has said no, and nothing has changed since.");
        } else {
            lines.push_back(name + " can stop it and is the one least for it: " + folded(label_of(stance_of(*person))) + ", and with what the others think " +
                            opinion_words(parts.opinion) + " in favour.");
        }
        const auto* driver = sensitivity == nullptr ? nullptr : finished_driver(*sensitivity, person->id);
        const auto* up = driver != nullptr && driver->up ? std::get_if<what_if::StanceBecomes>(&*driver->up) : nullptr;
        if (up != nullptr && sensitivity != nullptr) {
            const int points = points_of(driver->won_up) - points_of(sensitivity->won());
            const auto then = folded(label_of(up->stance));
            lines.push_back("Were " + name + (up->stance == Stance::champion ? " a " : " ") + then + ", " +
                            (points == 0 ? "that alone would change less than 1 of 100 futures."
                                         : std::to_string(std::abs(points)) + (points > 0 ? " more" : " fewer") + " of 100 futures would be won."));
        }
    }
    if (parts.gate < 1) lines.push_back("While that is so, the decision passes in " + of_100(parts.gate) + " of 100 futures at most, whatever else is kept.");
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
