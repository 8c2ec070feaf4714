#include "core/analysis/balance.hpp"

#include "core/analysis/balance_signals.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr double middle_zone = 15;
constexpr double score_limit = 30;

// Among equals by what they are about, so that the order in the deal changes nothing.
bool larger_first(const Signal& a, const Signal& b) {
    if (a.points != b.points) return a.points > b.points;
    if (a.evidence.empty() || b.evidence.empty()) return a.evidence.size() < b.evidence.size();
    return a.evidence.front().subject < b.evidence.front().subject;
}

// What one rule finds, together at most its cap: the largest first, what is beyond the cap is left out.
void add_signals(const SignalRule& rule, const SignalInput& input, std::vector<Signal>& signals) {
    auto found = rule.find(input, rule);
    std::ranges::stable_sort(found, larger_first);
    double room = rule.cap;
    for (auto& signal : found) {
        signal.points = std::min(signal.points, room);
        if (signal.points <= 0) break;
        room -= signal.points;
        signals.push_back(std::move(signal));
    }
}

double combined(std::vector<double> points) {
    // From the largest, so that the order in the deal changes no bit.
    std::ranges::sort(points, std::greater{});
    double left = 1;
    for (const double one : points) {
        left *= 1 - one / 100;
    }
    return 100 * (1 - left);
}

}

bool BalanceScore::is_middle_ground() const {
    return std::abs(needle()) <= middle_zone && push <= score_limit && passive <= score_limit;
}

BalanceScore score_of(std::span<const Signal> signals) {
    std::vector<double> push;
    std::vector<double> passive;
    for (const auto& signal : signals) {
        (signal.side == Side::push ? push : passive).push_back(signal.points);
    }
    return {combined(std::move(push)), combined(std::move(passive))};
}

Balance balance_of(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today) {
    if (const auto named = without_unnamed(deal)) return balance_of(*named, playbook, wording, today);
    Balance balance;
    if (std::holds_alternative<Open>(deal.outcome)) {
        const SignalInput input{deal, playbook, wording, today};
        for (const auto rules : {push_rules(), passive_rules()}) {
            for (const auto& rule : rules) {
                add_signals(rule, input, balance.signals);
            }
        }
    }
    balance.score = score_of(balance.signals);
    std::ranges::stable_sort(balance.signals, {}, [](const Signal& signal) { return -signal.points; });
    for (const auto& person : deal.stakeholders) {
        std::vector<Signal> own;
        for (const auto& signal : balance.signals) {
            if (std::ranges::find(signal.people, person.id) != signal.people.end()) own.push_back(signal);
        }
        balance.people.push_back({person.id, score_of(own)});
    }
    return balance;
}

const PersonBalance* find(const Balance& balance, const StakeholderId& id) {
    const auto found = std::ranges::find(balance.people, id, &PersonBalance::id);
    return found == balance.people.end() ? nullptr : &*found;
}

Signal signal_of(const SignalRule& rule, double points) {
    Signal signal;
    signal.id = rule.id;
    signal.title = rule.title;
    signal.side = rule.side;
    signal.points = points;
    return signal;
}

const Interaction* last_interaction(const Deal& deal) {
    const Interaction* last = nullptr;
    for (const auto& interaction : deal.interactions) {
        if (!last || interaction.on >= last->on) last = &interaction;
    }
    return last;
}

std::string title_of(const Commitment& commitment) {
    return commitment.title.empty() ? "a commitment without a title" : commitment.title;
}

std::vector<StakeholderId> people_of(const Commitment& commitment) {
    if (!commitment.people.empty()) return commitment.people;
    return commitment.buyer_owner.empty() ? std::vector<StakeholderId>{} : std::vector{commitment.buyer_owner};
}

bool was_kept_by(const Commitment& commitment, Date day) {
    auto state = CommitmentState::planned;
    for (const auto& event : commitment.events) {
        if (event.on <= day) state = state_after(state, event.kind);
    }
    return state == CommitmentState::kept;
}

}
