#include "core/analysis/next_ask/ask_people.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace middleground {

namespace {

constexpr std::size_t most_named_by_step = 3;

template <typename T>
bool has(const std::vector<T>& list, const T& one) {
    return std::ranges::find(list, one) != list.end();
}

// A commitment that came from no playbook has only its title to tell.
bool is_about_money(const Commitment& commitment) {
    static constexpr std::array<std::string_view, 3> words{"budget", "invest", "fund"};
    const auto title = folded(commitment.title);
    return std::ranges::any_of(words, [&](std::string_view word) { return title.find(word) != std::string::npos; });
}

bool procedure_allows(const Deal& deal, const PlaybookStep* step, const Stakeholder& person) {
    if (deal.process != Process::buyer_led || runs_the_procedure(person)) return true;
    if (step != nullptr) {
        return has(step->roles, person.role) || (!decides_or_approves(person.role) && has(step->functions, person.function));
    }
    return std::ranges::none_of(deal.stakeholders, runs_the_procedure); // nobody else to ask
}

int matches(const PlaybookStep& step, const Stakeholder& one) {
    return static_cast<int>(has(step.functions, one.function)) + static_cast<int>(has(step.roles, one.role));
}

std::vector<StakeholderId> whom_the_step_needs(const NextAskInput& input, const Commitment& commitment, const PlaybookStep& step) {
    std::vector<StakeholderId> list;
    for (const auto& one : input.deal.stakeholders) {
        if (matches(step, one) > 0 && may_give(input, commitment, one)) list.push_back(one.id);
    }
    sort_list(list, [&](const StakeholderId& a, const StakeholderId& b) {
        if (heard(input, a) != heard(input, b)) return heard(input, a);
        const auto& first = *find(input.deal, a);
        const auto& second = *find(input.deal, b);
        if (matches(step, first) != matches(step, second)) return matches(step, first) > matches(step, second);
        return first.influence != second.influence ? first.influence > second.influence : a < b;
    });
    if (list.size() > most_named_by_step) list.resize(most_named_by_step);
    return list;
}

// Day and influence, so that the deal's order decides nothing.
std::vector<StakeholderId> heard_last(const Deal& deal, bool procedure_only) {
    const Stakeholder* best = nullptr;
    const auto key = [&](const Stakeholder& one) {
        return std::tuple(last_heard(deal, one.id).value_or(Date()), one.influence);
    };
    for (const auto& one : deal.stakeholders) {
        const bool counts = procedure_only ? runs_the_procedure(one) : !one.left && last_heard(deal, one.id);
        if (!counts) continue;
        if (best == nullptr || key(one) > key(*best) || (key(one) == key(*best) && one.id < best->id)) best = &one;
    }
    return best == nullptr ? std::vector<StakeholderId>() : std::vector{best->id};
}

}

bool is_end_user(const Stakeholder& person) {
    return person.role == Role::user || person.function == Function::end_user;
}

const PlaybookStep* step_of(const NextAskInput& input, const Commitment& commitment) {
    return input.playbook == nullptr ? nullptr : find_step(*input.playbook, commitment.step);
}

bool needs_a_decider(const Playbook* playbook, const Commitment& commitment) {
    if (commitment.decides) return true;
    const auto* step = playbook == nullptr ? nullptr : find_step(*playbook, commitment.step);
    if (step == nullptr) return is_about_money(commitment);
    return !step->roles.empty() && std::ranges::all_of(step->roles, decides_or_approves);
}

bool needs_a_decider(const NextAskInput& input, const Commitment& commitment) {
    return needs_a_decider(input.playbook, commitment);
}

bool may_give(const Deal& deal, const Playbook* playbook, const Commitment& commitment, const Stakeholder& person) {
    const auto* step = playbook == nullptr ? nullptr : find_step(*playbook, commitment.step);
    if (person.left || !procedure_allows(deal, step, person)) return false;
    if (!needs_a_decider(playbook, commitment) || has_a_veto(person)) return true;
    return !commitment.decides && step != nullptr && !is_end_user(person) && has(step->functions, person.function);
}

bool may_give(const NextAskInput& input, const Commitment& commitment, const Stakeholder& person) {
    return may_give(input.deal, input.playbook, commitment, person);
}

std::vector<StakeholderId> those_who_may_give(const NextAskInput& input, const Commitment& commitment, std::vector<StakeholderId> list) {
    std::erase_if(list, [&](const StakeholderId& id) {
        const auto* person = find(input.deal, id);
        return person == nullptr || !may_give(input, commitment, *person);
    });
    return list;
}

std::vector<StakeholderId> who_could_give(const NextAskInput& input, const Commitment& commitment) {
    const auto* step = step_of(input, commitment);
    if (step != nullptr) {
        if (auto needed = whom_the_step_needs(input, commitment, *step); !needed.empty()) return needed;
    }
    if (needs_a_decider(input, commitment)) return those_who_may_give(input, commitment, deciders(input.deal));
    if (input.deal.process == Process::buyer_led) {
        if (const auto contact = main_contact(input.deal); !contact.empty()) return those_who_may_give(input, commitment, contact);
    }
    auto supporter = those_who_may_give(input, commitment, strongest_supporter(input.deal));
    // Whom a step needs, an end user cannot stand in for.
    std::erase_if(supporter, [&](const StakeholderId& id) { return step != nullptr && is_end_user(*find(input.deal, id)); });
    return supporter;
}

std::vector<StakeholderId> deciders(const Deal& deal) {
    std::vector<const Stakeholder*> list;
    for (const auto& one : deal.stakeholders) {
        if (has_a_veto(one)) list.push_back(&one);
    }
    sort_list(list, [](const Stakeholder* a, const Stakeholder* b) {
        if (a->role != b->role) return a->role == Role::decision_maker;
        return a->influence != b->influence ? a->influence > b->influence : a->id < b->id;
    });
    std::vector<StakeholderId> ids;
    for (const auto* one : list) {
        ids.push_back(one->id);
    }
    return ids;
}

std::vector<StakeholderId> main_contact(const Deal& deal) {
    if (deal.process == Process::buyer_led) {
        if (auto contact = heard_last(deal, true); !contact.empty()) return contact;
    }
    return heard_last(deal, false);
}

std::vector<StakeholderId> who_covers_for(const Deal& deal, const Stakeholder& left) {
    const auto wrote_since = [&](const StakeholderId& id) {
        const auto day = last_heard(deal, id);
        return day && *day >= left.left->on;
    };
    const Stakeholder* best = nullptr;
    const auto key = [&](const Stakeholder& one) {
        const bool same = one.function == left.function;
        return std::tuple((wrote_since(one.id) ? 2 : 0) + (same ? 1 : 0), one.influence);
    };
    for (const auto& one : deal.stakeholders) {
        if (one.left || std::get<0>(key(one)) == 0) continue;
        if (best == nullptr || key(one) > key(*best) || (key(one) == key(*best) && one.id < best->id)) best = &one;
    }
    if (best != nullptr) return {best->id};
    if (auto contact = main_contact(deal); !contact.empty()) return contact;
    return strongest_supporter(deal);
}

}
