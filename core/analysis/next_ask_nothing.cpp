// What is said where there is nothing to do next.
#include "core/analysis/next_ask_facts.hpp"
#include "core/analysis/next_ask_words.hpp"
#include "core/base/text.hpp"
#include "core/model/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The first steps of the plan that were not kept; what is only wanted after the decision counts when the deal was won.
std::vector<const Commitment*> not_kept(const Deal& deal) {
    std::vector<PlanItem> plan = plan_of(deal);
    std::erase_if(plan, [](const PlanItem& item) { return item.state == PlanState::kept; });
    std::stable_sort(plan.begin(), plan.end(),
                     [](const PlanItem& a, const PlanItem& b) { return a.layer != b.layer ? a.layer < b.layer : a.id < b.id; });
    std::vector<const Commitment*> list;
    for (const auto& item : plan) {
        list.push_back(find(deal, item.id));
    }
    return list;
}

// "Ask Ingrid Solberg": who decides, or who was heard last, or nobody.
StakeholderId whom_to_learn_from(const Deal& deal) {
    std::vector<StakeholderId> list;
    for (const auto& one : deal.stakeholders) {
        if (one.role == Role::decision_maker) {
            list.push_back(one.id);
        }
    }
    if (list.empty()) {
        for (const auto& one : deal.stakeholders) {
            if (last_heard(deal, one.id)) {
                list.push_back(one.id);
            }
        }
    }
    sort_people(deal, list, {});
    return list.empty() ? StakeholderId{} : list.front();
}

std::string what_is_left(const NextAskInput& input, const Won& won, const Voice& voice) {
    const auto opening = "Won on " + short_date(won.on, input.today);
    const auto open = not_kept(input.deal);
    if (open.empty()) {
        return opening + ", and everything in the plan is kept: ask what it has brought them, and who else has the same problem.";
    }
    std::vector<std::string> titles;
    for (const auto* one : open) {
        if (titles.size() == 2 && open.size() > 3) {
            titles.push_back(counted(static_cast<int>(open.size()) - 2, "other", "others"));
            break;
        }
        const auto owner = find(input.deal, one->buyer_owner) == nullptr ? std::string() : " (" + voice.name(one->buyer_owner) + ")";
        const auto due = due_of(*one);
        titles.push_back(voice.step(*one) + owner + (due ? " by " + short_date(*due, input.today) : std::string()));
    }
    const auto count = static_cast<int>(open.size());
    return opening + ". What they bought is the result, so this is left to do: " +
           (voice.repeats() ? joined(titles) : counted(count, "step of the plan", "steps of the plan")) + ".";
}

std::string what_to_learn(const NextAskInput& input, const std::string& opening, const std::string& why, const Voice& voice) {
    const auto reason = voice.quote(why);
    const auto teacher = whom_to_learn_from(input.deal);
    const auto open = not_kept(input.deal);
    const auto never_kept = open.empty() || !voice.repeats()
                                ? std::string()
                                : ", and look again at " + voice.step(*open.front()) + ", the first step that was not kept";
    return opening + (reason.empty() ? ", and the reason is not written down" : ", the reason given was " + reason) + ": ask " +
           (teacher.empty() ? std::string("somebody who was there") : voice.name(teacher)) + " what would have made the difference" +
           never_kept + ".";
}

std::string what_is_missing(const NextAskInput& input) {
    if (input.deal.commitments.empty()) {
        return "The plan has no steps yet: add the next thing that the buyer would have to do, with an owner on their side and a date.";
    }
    const bool decides =
        std::any_of(input.deal.commitments.begin(), input.deal.commitments.end(), [](const Commitment& one) { return one.decides; });
    return decides ? "Everything in the plan is kept, the decision included: mark the deal as won, or add what comes next."
                   : "Everything in the plan is kept, but no step of it is the decision: add that one.";
}

}

std::string nothing_because(const NextAskInput& input) {
    const auto& deal = input.deal;
    return clean_text(input.wording, [&](Detail detail) -> std::string {
        const Voice voice(deal, detail);
        if (const auto* won = std::get_if<Won>(&deal.outcome)) {
            return what_is_left(input, *won, voice);
        }
        if (const auto* lost = std::get_if<Lost>(&deal.outcome)) {
            const auto to = voice.repeats() ? one_line(lost->to, 60) : std::string();
            return what_to_learn(input, "Lost on " + short_date(lost->on, input.today) + (to.empty() ? "" : " to " + to), lost->why, voice);
        }
        if (const auto* undecided = std::get_if<NoDecision>(&deal.outcome)) {
            return what_to_learn(input, "Ended without a decision on " + short_date(undecided->on, input.today), undecided->why, voice);
        }
        return what_is_missing(input);
    });
}

}
