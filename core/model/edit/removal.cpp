#include "core/model/edit/removal.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

bool holds(const std::vector<StakeholderId>& list, const StakeholderId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

bool holds(const std::vector<Value>& values, const StakeholderId& id) {
    return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.to == id; });
}

bool names(const Commitment& commitment, const StakeholderId& id) {
    return commitment.buyer_owner == id || holds(commitment.people, id) || holds(commitment.value_offered, id) ||
           std::any_of(commitment.events.begin(), commitment.events.end(),
                       [&](const CommitmentEvent& event) { return holds(event.who, id); });
}

template <typename T, typename Test>
int count_in(const std::vector<T>& list, const Test& test) {
    return static_cast<int>(std::count_if(list.begin(), list.end(), test));
}

void add(std::vector<std::string>& words, int count, std::string_view one, std::string_view many) {
    if (count > 0) words.push_back(counted(count, one, many));
}

}

PersonHistory history_of(const Deal& deal, const StakeholderId& id) {
    if (find(deal, id) == nullptr) return {};
    PersonHistory history;
    history.concerns = count_in(deal.concerns, [&](const Concern& one) { return one.stakeholder == id; });
    history.influence_lines = count_in(deal.influences, [&](const Influence& one) { return one.from == id || one.to == id; });
    history.log_entries =
        count_in(deal.interactions, [&](const Interaction& one) { return holds(one.people, id) || holds(one.value_given, id); });
    history.commitments = count_in(deal.commitments, [&](const Commitment& one) { return names(one, id); });
    history.promises = count_in(deal.promises, [&](const OurPromise& one) { return one.to == id; });
    return history;
}

std::string loss_words(const Deal& deal, const StakeholderId& id) {
    const auto history = history_of(deal, id);
    std::vector<std::string> gone;
    add(gone, history.concerns, "concern", "concerns");
    add(gone, history.influence_lines, "line of influence", "lines of influence");
    std::vector<std::string> nameless;
    add(nameless, history.log_entries, "log entry", "log entries");
    add(nameless, history.commitments, "commitment", "commitments");
    add(nameless, history.promises, "promise", "promises");
    const auto name = name_of(deal, id);
    std::string words;
    if (!gone.empty()) {
        words = "Removing " + name + " also removes " + joined(gone) + '.';
    }
    if (!nameless.empty()) {
        words += (words.empty() ? "" : " ") + joined(nameless) + " will no longer name " + name + ".";
    }
    return words;
}

}
