#include "core/analysis/balance.hpp"

#include "core/analysis/balance_signals.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/plan/their_acts.hpp"
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
    sort_list(found, larger_first);
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
    sort_list(points, std::greater{});
    double left = 1;
    for (const double one : points) {
        left *= 1 - one / 100;
    }
    return 100 * (1 - left);
}

// Of what counts as push only "more asks than value" goes away with time, as the days that it looks at move on: the days that can have the
// most of it are those on which something leaves its window or an ask comes into it.
double lasting_push(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today, const Balance& balance) {
    const auto rules = push_rules();
    const auto rule = std::ranges::find_if(rules, &SignalRule::fades);
    if (rule == rules.end() || !is_open(deal.outcome)) return balance.score.push;
    const auto since = last_act_of_theirs(deal, today);
    std::vector<Date> days{since};
    const auto take = [&](Date day) {
        if (day > since && day < today) days.push_back(day);
    };
    for (const auto& one : deal.interactions) {
        if (!one.value_given.empty()) take(one.on + value_window_days + 1);
    }
    for (const auto& commitment : deal.commitments) {
        for (const auto& event : commitment.events) {
            if (event.kind == CommitmentEventKind::asked) take(event.on);
        }
    }
    sort_list(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Signal> lasting;
    for (const auto& signal : balance.signals) {
        if (signal.id != rule->id) lasting.push_back(signal);
    }
    double most = balance.score.push;
    for (const auto day : days) {
        auto then = lasting;
        add_signals(*rule, {deal, playbook, wording, day}, then);
        most = std::max(most, score_of(then).push);
    }
    return most;
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
    balance.lasting_push = lasting_push(deal, playbook, wording, today, balance);
    sort_list(balance.signals, {}, [](const Signal& signal) { return -signal.points; });
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

const Interaction* last_contact(const Deal& deal) {
    const Interaction* last = nullptr;
    for (const auto& interaction : deal.interactions) {
        if (was_two_way(interaction) && (!last || interaction.on >= last->on)) last = &interaction;
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

const CommitmentEvent* last_asked(const Commitment& commitment) {
    const auto found =
        std::ranges::find(commitment.events.rbegin(), commitment.events.rend(), CommitmentEventKind::asked, &CommitmentEvent::kind);
    return found == commitment.events.rend() ? nullptr : &*found;
}

std::vector<StakeholderId> asked_people(const Commitment& commitment, const CommitmentEvent& event) {
    return event.who.empty() ? people_of(commitment) : event.who;
}

bool is_documented(const Deal& deal, const std::vector<StakeholderId>& people) {
    return deal.process == Process::buyer_led && std::ranges::all_of(people, [&](const StakeholderId& id) {
               const auto* one = find(deal, id);
               return one != nullptr && runs_the_procedure(*one);
           });
}

const CommitmentEvent* our_ask(const Deal& deal, const Commitment& commitment) {
    const auto* asked = last_asked(commitment);
    return asked == nullptr || asked->by == Asker::them || is_documented(deal, asked_people(commitment, *asked)) ? nullptr : asked;
}

bool was_kept_by(const Commitment& commitment, Date day) {
    auto state = CommitmentState::planned;
    for (const auto& event : commitment.events) {
        if (event.on <= day) state = state_after(state, event.kind);
    }
    return state == CommitmentState::kept;
}

}
