// What is said where there is nothing to do next.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/analysis/next_ask/next_ask_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

enum class Steps : std::uint8_t { all, after_the_decision };

// What is open, the first ones of the plan first. Of a plan without a decision, everything comes "after" it.
std::vector<const Commitment*> not_kept(const Deal& deal, Steps steps) {
    std::vector<PlanItem> plan = plan_of(deal);
    std::erase_if(plan, [steps](const PlanItem& item) {
        return !is_open(item.state) || (steps == Steps::after_the_decision && item.on_way_to_decision);
    });
    sort_list(plan,
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
        if (one.role == Role::decision_maker && !one.left) {
            list.push_back(one.id);
        }
    }
    if (list.empty()) {
        for (const auto& one : deal.stakeholders) {
            if (!one.left && last_heard(deal, one.id)) {
                list.push_back(one.id);
            }
        }
    }
    sort_people(deal, list, {});
    return list.empty() ? StakeholderId{} : list.front();
}

// "“Execute” (Grace Achieng) by 4 Jul"
std::string left_to_do(const NextAskInput& input, const Commitment& commitment, const Voice& voice) {
    const auto due = due_of(commitment);
    const bool owned = is_present(input.deal, commitment.buyer_owner);
    return voice.step(commitment) + (owned ? " (" + voice.name(commitment.buyer_owner) + ")" : "") +
           (due ? " by " + short_date(*due, input.today) : "");
}

std::string what_is_left(const NextAskInput& input, const Won& won, const Voice& voice) {
    const auto opening = "Won on " + short_date(won.on, input.today);
    const auto open = not_kept(input.deal, Steps::after_the_decision);
    const auto count = static_cast<int>(open.size());
    const auto promises = static_cast<int>(std::count_if(input.deal.promises.begin(), input.deal.promises.end(),
                                                         [](const OurPromise& one) { return state_of(one) == PromiseState::open; }));
    const auto owed = promises == 0 ? std::string() : counted(promises, "promise", "promises") + " of ours";
    if (open.empty() && owed.empty()) {
        return opening + ", and everything promised is kept: ask what it has brought them, and who else has the same problem.";
    }
    std::vector<std::string> left;
    for (const auto* one : open) {
        if (left.size() == 2 && count > 3) {
            left.push_back(counted(count - 2, "other step", "other steps"));
            break;
        }
        left.push_back(left_to_do(input, *one, voice));
    }
    if (!voice.repeats() && !open.empty()) {
        left = {counted(count, "step of the plan", "steps of the plan")};
    }
    if (!owed.empty()) {
        left.push_back(owed);
    }
    return opening + ". Left to do until they have the result they bought: " + joined(left) + ".";
}

std::string what_to_learn(const NextAskInput& input, const std::string& opening, const std::string& why, const Voice& voice) {
    const auto reason = voice.quote(why);
    const auto teacher = whom_to_learn_from(input.deal);
    const auto open = not_kept(input.deal, Steps::all);
    const auto silent = static_cast<int>(std::count_if(input.deal.stakeholders.begin(), input.deal.stakeholders.end(),
                                                       [&](const Stakeholder& one) { return !one.left && !last_heard(input.deal, one.id); }));
    const auto first = open.empty() || !voice.repeats()
                           ? std::string()
                           : ", and look again at " + voice.step(*open.front()) + ", the first step that was not kept";
    return opening + (reason.empty() ? ", no reason noted" : " (" + reason + ")") + ": ask " +
           (teacher.empty() ? std::string("somebody who was there") : voice.name(teacher)) + " what would have made the difference" +
           first + (silent == 0 ? "" : "; " + counted(silent, "person was", "people were") + " never heard") + ".";
}

std::string what_is_missing(const NextAskInput& input) {
    if (input.deal.commitments.empty()) {
        return "The plan has no steps yet: add the next thing the buyer would have to do, with an owner on their side and a date.";
    }
    return kept_decision(input.deal) != nullptr ? "The decision is kept: mark the deal as won."
                                                : "Everything in the plan is kept, but none of its steps is the decision: add that one.";
}

}

std::string nothing_because(const NextAskInput& input, const WordingCheck& check) {
    const auto& deal = input.deal;
    return clean_text(check, [&](Detail detail) -> std::string {
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
