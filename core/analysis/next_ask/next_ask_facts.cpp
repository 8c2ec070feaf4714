#include "core/analysis/next_ask/next_ask_facts.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

void add(const Deal& deal, std::vector<StakeholderId>& list, const StakeholderId& id) {
    if (is_present(deal, id) && !holds(list, id)) {
        list.push_back(id);
    }
}

}

bool holds(const std::vector<StakeholderId>& list, const StakeholderId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

void sort_people(const Deal& deal, std::vector<StakeholderId>& list, const StakeholderId& owner) {
    sort_list(list, [&](const StakeholderId& a, const StakeholderId& b) {
        if ((a == owner) != (b == owner)) {
            return a == owner;
        }
        const int first = find(deal, a)->influence;
        const int second = find(deal, b)->influence;
        return first != second ? first > second : a < b;
    });
}

bool heard(const NextAskInput& input, const StakeholderId& id) {
    const auto* opinion = find(input.consensus, id);
    return opinion != nullptr && opinion->heard;
}

std::vector<StakeholderId> strongest_supporter(const Deal& deal) {
    std::vector<StakeholderId> list;
    for (const auto& one : deal.stakeholders) {
        if (const auto stance = stance_of(one); !one.left && (stance == Stance::supportive || stance == Stance::champion)) {
            list.push_back(one.id);
        }
    }
    sort_people(deal, list, {});
    if (list.size() > 1) {
        list.resize(1);
    }
    return list;
}

std::vector<StakeholderId> whom_to_follow_up(const NextAskInput& input, const Commitment& commitment) {
    std::vector<StakeholderId> list;
    for (auto event = commitment.events.rbegin(); event != commitment.events.rend(); ++event) {
        if (event->kind == CommitmentEventKind::asked) {
            for (const auto& id : event->who) {
                if (state_for(commitment, id) == CommitmentState::asked) {
                    add(input.deal, list, id);
                }
            }
            break;
        }
    }
    sort_people(input.deal, list, commitment.buyer_owner);
    list = those_who_may_give(input, commitment, std::move(list));
    return list.empty() ? whom_to_ask(input, commitment) : list;
}

std::vector<StakeholderId> not_agreed_yet(const Deal& deal, const Commitment& commitment) {
    std::vector<StakeholderId> list;
    for (const auto& id : commitment.people) {
        if (state_for(commitment, id) != CommitmentState::agreed) {
            add(deal, list, id);
        }
    }
    sort_people(deal, list, commitment.buyer_owner);
    return list;
}

std::vector<StakeholderId> whom_to_help(const NextAskInput& input, const Commitment& commitment) {
    std::vector<StakeholderId> list;
    add(input.deal, list, commitment.buyer_owner);
    if (list.empty()) {
        for (const auto& id : commitment.people) {
            if (state_for(commitment, id) == CommitmentState::agreed) {
                add(input.deal, list, id);
            }
        }
        sort_people(input.deal, list, {});
    }
    for (const auto& id : not_agreed_yet(input.deal, commitment)) {
        add(input.deal, list, id);
    }
    list = those_who_may_give(input, commitment, std::move(list));
    return list.empty() ? whom_to_ask(input, commitment) : list;
}

std::vector<StakeholderId> whom_to_ask(const NextAskInput& input, const Commitment& commitment) {
    std::vector<StakeholderId> everybody;
    add(input.deal, everybody, commitment.buyer_owner);
    for (const auto& id : commitment.people) {
        add(input.deal, everybody, id);
    }
    sort_people(input.deal, everybody, commitment.buyer_owner);
    everybody = those_who_may_give(input, commitment, std::move(everybody));
    if (everybody.empty()) {
        return who_could_give(input, commitment);
    }
    auto open = everybody;
    std::erase_if(open, [&](const StakeholderId& id) { return state_for(commitment, id) == CommitmentState::agreed; });
    return open.empty() ? everybody : open;
}

bool given_since(const Deal& deal, const std::vector<StakeholderId>& whom, Date since) {
    const auto concerns_them = [&](const StakeholderId& to) { return to.empty() || holds(whom, to); };
    for (const auto& interaction : deal.interactions) {
        if (interaction.on > since && std::any_of(interaction.value_given.begin(), interaction.value_given.end(),
                                                  [&](const Value& value) { return concerns_them(value.to); })) {
            return true;
        }
    }
    for (const auto& promise : deal.promises) {
        if (state_of(promise) == PromiseState::kept && promise.events.back().on > since && concerns_them(promise.to)) {
            return true;
        }
    }
    return std::any_of(deal.concerns.begin(), deal.concerns.end(), [&](const Concern& concern) {
        return is_settled(concern) && concern.events.back().on > since && holds(whom, concern.stakeholder);
    });
}

const CommitmentEvent* refusal_of(const Commitment& commitment) {
    const auto state = state_of(commitment);
    if (state != CommitmentState::declined && state != CommitmentState::broken) {
        return nullptr;
    }
    const auto found = std::find_if(commitment.events.rbegin(), commitment.events.rend(), [](const CommitmentEvent& event) {
        return event.kind == CommitmentEventKind::declined || event.kind == CommitmentEventKind::broken;
    });
    return found == commitment.events.rend() ? nullptr : &*found;
}

bool given_since_refusal(const Deal& deal, const Commitment& commitment) {
    const auto* refusal = refusal_of(commitment);
    if (refusal == nullptr) {
        return false;
    }
    auto whom = refusal->who.empty() ? commitment.people : refusal->who;
    whom.push_back(commitment.buyer_owner);
    std::erase_if(whom, [](const StakeholderId& id) { return id.empty(); });
    return given_since(deal, whom, refusal->on);
}

std::vector<const Commitment*> refused_for_nothing(const Deal& deal) {
    std::vector<const Commitment*> list;
    for (const auto& commitment : deal.commitments) {
        if (refusal_of(commitment) != nullptr && !given_since_refusal(deal, commitment)) {
            list.push_back(&commitment);
        }
    }
    sort_list(list, [](const Commitment* a, const Commitment* b) {
        const auto first = refusal_of(*a)->on;
        const auto second = refusal_of(*b)->on;
        return first != second ? first < second : a->id < b->id;
    });
    return list;
}

std::vector<const OurPromise*> open_promises(const Deal& deal, const StakeholderId& to) {
    std::vector<const OurPromise*> list;
    for (const auto& promise : deal.promises) {
        if (promise.to == to && state_of(promise) == PromiseState::open && promise.due) {
            list.push_back(&promise);
        }
    }
    sort_list(list,
              [](const OurPromise* a, const OurPromise* b) { return *a->due != *b->due ? *a->due < *b->due : a->id < b->id; });
    return list;
}

std::vector<const Concern*> open_concerns(const Deal& deal, const StakeholderId& of) {
    std::vector<const Concern*> list;
    for (const auto& concern : deal.concerns) {
        if (concern.stakeholder == of && concern.kind == ConcernKind::concern && state_of(concern) == ConcernState::open) {
            list.push_back(&concern);
        }
    }
    sort_list(list, [](const Concern* a, const Concern* b) {
        const auto first = concern_since(*a);
        const auto second = concern_since(*b);
        return first != second ? first < second : a->id < b->id;
    });
    return list;
}

Date concern_since(const Concern& concern) {
    return concern.events.empty() ? concern.created : concern.events.back().on;
}

double push_of(const NextAskInput& input, const StakeholderId& id) {
    const auto* found = find(input.balance, id);
    return found == nullptr ? 0 : found->score.push;
}

}
