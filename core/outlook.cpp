#include "core/outlook.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/forecast/step_days.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// Whether somebody who can make the decision was the last who asked for it. Who asked without a name is taken for one of them.
bool is_asked_for_by_decider(const Deal& deal) {
    const auto decision = std::ranges::find(deal.commitments, true, &Commitment::decides);
    if (decision == deal.commitments.end() || !is_open(*decision) || !asked_by_them(*decision)) return false;
    const auto asked = std::ranges::find(decision->events.rbegin(), decision->events.rend(), CommitmentEventKind::asked, &CommitmentEvent::kind);
    if (asked->who.empty()) return true;
    return std::ranges::any_of(asked->who, [&](const StakeholderId& id) {
        const auto* person = find(deal, id);
        return person != nullptr && person->role == Role::decision_maker && !person->left;
    });
}

// The day before which this person said that nothing happens, with what they think now. That they leave takes nothing back.
std::optional<Date> day_named_by(const Stakeholder& person) {
    return person.stances.empty() ? std::nullopt : person.stances.back().not_before;
}

void add_days_named(const Deal& deal, ForecastInput& input) {
    for (const auto& person : deal.stakeholders) {
        if (day_named_by(person)) input.against_until.push_back(person.id);
    }
    for (const auto& commitment : deal.commitments) {
        if (!is_open(commitment)) continue;
        std::optional<Date> day = not_before(commitment);
        for (const auto& person : deal.stakeholders) {
            const bool theirs = commitment.buyer_owner == person.id || std::ranges::find(commitment.people, person.id) != commitment.people.end() ||
                                (commitment.decides && decides_or_approves(person.role));
            const auto named = theirs ? day_named_by(person) : std::nullopt;
            if (named && (!day || *named > *day)) day = named;
        }
        if (day) input.not_before.push_back({commitment.id, *day});
    }
}

}

ForecastInput forecast_input(const Deal& deal, const Playbook* playbook, const Consensus& consensus, double lasting_push, Date today) {
    ForecastInput input{.deal = deal, .playbook = playbook, .opinions = {}, .not_before = {}, .against_until = {}, .left = {}, .today = today};
    for (const auto& person : consensus.people) {
        if (person.left) {
            input.left.push_back(person.id);
        } else {
            input.opinions.push_back({person.id, person.stated, person.opinion});
        }
    }
    input.unnamed = consensus.unnamed + consensus.vacant;
    input.unnamed_opinion = input.unnamed > 0 ? consensus.unnamed_opinion : opinion_of(Stance::unknown);
    input.unnamed_stated = opinion_of(Stance::unknown);
    input.push = lasting_push;
    input.pace = pace_of(deal, playbook, ForecastSettings{});
    input.sponsor_left = std::ranges::any_of(deal.stakeholders, [&](const Stakeholder& one) { return is_missed_sponsor(deal, one); });
    input.unanswered = static_cast<int>(unanswered_since_their_last_act(deal, today).size());
    // What the base chance knows already does not count twice.
    const bool competes = std::ranges::any_of(
        deal.alternatives, [](const Alternative& one) { return one.kind == AlternativeKind::competitor && !one.name.empty(); });
    input.competitor = competes && !(deal.own_base && deal.own_base->knows_competitor);
    input.current_client = deal.client == Client::current && !(deal.own_base && deal.own_base->knows_client);
    input.decision_asked_for = is_asked_for_by_decider(deal);
    add_days_named(deal, input);
    return input;
}

Result<PreparedDeal> prepared_with(const PlayedDeal& comparison, std::span<const WhatIf> all) {
    const auto& now = comparison.assessment;
    const bool only_waiting = std::ranges::all_of(all, [](const WhatIf& one) { return std::holds_alternative<what_if::Waiting>(one); });
    const HeardDeal heard(comparison.deal, now.said);
    const double pace = pace_of(heard.deal(), comparison.playbook, comparison.settings);
    const auto plan_of_copy = [&](const Deal& deal, const Consensus& consensus) {
        auto input = forecast_input(deal, comparison.playbook, consensus, now.balance.lasting_push, comparison.today);
        input.pace = pace;
        input.wait_days = days_waited(all);
        return prepare_deal(input, comparison.settings, comparison.tables);
    };
    if (only_waiting) return plan_of_copy(heard.deal(), now.consensus);
    const auto copy = with_what_ifs(heard.deal(), all, comparison.today);
    return plan_of_copy(copy, consensus_of(copy));
}

std::uint32_t sensitivity_futures(const PreparedDeal& prepared) {
    constexpr std::uint32_t usual = 10000;
    constexpr std::uint32_t least = 1000;
    constexpr std::uint32_t most_work = 60 * usual; // commitments times futures
    const auto size = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(prepared.ids.size()));
    return std::clamp(most_work / size, least, usual);
}

std::string too_early_because(const Deal& deal) {
    if (!is_open(deal.outcome) || !deal.interactions.empty()) return {};
    const bool moved =
        std::ranges::any_of(deal.commitments, [](const Commitment& one) {
            return is_set_aside(one) ? was_asked(one) : state_of(one) != CommitmentState::planned;
        });
    if (moved) return {};
    return deal.stakeholders.empty() ? "Nobody is named, and nothing has been asked or logged yet."
                                     : "Nothing has been asked or logged yet.";
}

Sensitivity::Sensitivity(const PlayedDeal& comparison) : comparison_(comparison) {
    const auto prepared = prepared_with(comparison_, {});
    if (!prepared || prepared->settled) return;
    using enum Driver::Kind;
    const auto& deal = comparison_.deal;
    for (const auto& one : deal.commitments) {
        const auto place = std::ranges::find(prepared->ids, one.id) - prepared->ids.begin();
        if (place > prepared->deciding || !is_named(one)) continue; // what has no title yet is no advice
        Driver line{.kind = commitment, .id = one.id.text, .up = what_if::Kept{one.id}, .down = what_if::Declined{one.id}};
        line.decides = place == prepared->deciding;
        line.chance = prepared->chance[static_cast<std::size_t>(place)];
        double days = 0;
        for (int row = 0; row < quantile_rows; ++row) {
            days += usual_part(prepared->days[static_cast<std::size_t>(place) * quantile_rows + static_cast<std::size_t>(row)]);
        }
        line.weeks = days / quantile_rows / 7;
        lines_.push_back(std::move(line));
    }
    for (const auto& one : deal.stakeholders) {
        if (one.left) continue;
        const auto stance = stance_of(one);
        Driver line{.kind = person, .id = one.id.text};
        if (one_step_up(stance) != stance) line.up = what_if::StanceBecomes{one.id, one_step_up(stance)};
        if (one_step_down(stance) != stance) line.down = what_if::StanceBecomes{one.id, one_step_down(stance)};
        lines_.push_back(std::move(line));
    }
    for (const auto& one : deal.concerns) {
        if (!is_settled(one))
            lines_.push_back({.kind = concern, .id = one.id.text, .up = what_if::Resolved{one.id}});
    }
    if (comparison_.assessment.consensus.unnamed > 0) lines_.push_back({.kind = seat, .up = what_if::SomebodyNamed{}});
    lines_.push_back({.kind = waiting, .down = what_if::Waiting{idle_days}});
    futures_ = sensitivity_futures(*prepared);
    Simulation simulation(*prepared, comparison_.seed, Record::outcomes);
    simulation.run(futures_);
    won_ = {simulation.counts().won, futures_};
    won_days_ = simulation.won_days();
}

void Sensitivity::step() {
    if (is_finished()) return;
    auto& line = lines_[next_ % lines_.size()];
    const bool upwards = next_ < lines_.size();
    const auto compared = compare(upwards ? line.up : line.down);
    (upwards ? line.won_up : line.won_down) = compared.won;
    (upwards ? line.error_up : line.error_down) = compared.error;
    ++next_;
}

Sensitivity::Compared Sensitivity::compare(const std::optional<WhatIf>& what) const {
    if (!what) return {won_, 0};
    const auto prepared = prepared_with(comparison_, std::span(&*what, 1));
    if (!prepared) return {won_, 0};
    Simulation simulation(*prepared, comparison_.seed, Record::outcomes);
    simulation.run(futures_);
    const Share won{simulation.counts().won, futures_};
    int gained = 0;
    int lost = 0;
    for (std::size_t i = 0; i < won_days_.size(); ++i) {
        // A settled deal writes no futures down: all of them are won or none.
        const bool then = prepared->settled ? won.count > 0 : simulation.won_days()[i] != not_won;
        const bool now = won_days_[i] != not_won;
        gained += then && !now ? 1 : 0;
        lost += now && !then ? 1 : 0;
    }
    const double n = futures_;
    const double change = (gained - lost) / n;
    return {won, std::sqrt(std::max(0.0, ((gained + lost) / n - change * change) / n))};
}

std::vector<AskGain> gains_of(const Sensitivity& sensitivity) {
    std::vector<AskGain> gains;
    if (!sensitivity.has_gains()) return gains;
    for (const auto& line : sensitivity.lines()) {
        if (!line.up) continue;
        const auto about = line.kind == Driver::Kind::seat ? std::string(gain_of_naming) : line.id;
        gains.push_back({about, line.won_up.value() - sensitivity.won().value(), line.chance, line.weeks});
    }
    return gains;
}

}
