#include "app/viewmodel/playbooks_data.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <cmath>
#include <vector>

namespace middleground {

namespace {

std::string lowered_first(std::string text) {
    // "Our default" but not "IT": a word that goes on in capitals is a name.
    const bool capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
    if (capital && text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

template <typename E>
std::string listed(const std::vector<E>& values) {
    std::vector<std::string> words;
    for (const auto value : values) {
        auto word = std::string(label_of(value));
        words.push_back(words.empty() ? word : lowered_first(std::move(word)));
    }
    return joined(words);
}

}

std::string odds_words(const PlaybookStep& step) {
    const auto share = step.odds_a / (step.odds_a + step.odds_b);
    const auto tenths = static_cast<int>(std::lround(share * 10));
    if (tenths >= 10) {
        return "Kept nearly every time";
    }
    if (tenths <= 0) {
        return "Hardly ever kept";
    }
    return "Usually kept " + std::to_string(tenths) + " times in 10";
}

std::string days_words(const PlaybookStep& step) {
    auto text = "Usually " + counted(step.days_mode, "day", "days");
    if (step.days_min != step.days_max) {
        text += ", between " + std::to_string(step.days_min) + " and " + std::to_string(step.days_max);
    }
    return text;
}

std::string needs_words(const PlaybookStep& step) {
    auto text = listed(step.functions);
    const auto roles = listed(step.roles);
    if (!text.empty() && !roles.empty()) {
        text += "; as ";
        return text + lowered_first(roles);
    }
    return text + roles;
}

std::string after_words(const Playbook& playbook, const PlaybookStep& step) {
    std::vector<std::string> titles;
    for (const auto& id : step.prerequisites) {
        if (const auto* before = find_step(playbook, id)) {
            titles.push_back(before->title);
        }
    }
    return titles.empty() ? "Nothing, it can come first" : joined(titles);
}

std::string base_words(const Playbook& playbook, std::optional<double> won) {
    if (!won) return {};
    const auto share = "Fresh deals of this kind: about " + std::to_string(std::lround(*won * 100)) + " of 100 won";
    if (!playbook.base) return share + ", by the odds of the steps alone. How such deals usually end is not known.";
    return playbook.base->origin.empty() ? share + '.' : share + ". " + playbook.base->origin;
}

std::string playbook_words(const Playbook& playbook) {
    return counted(static_cast<int>(playbook.steps.size()), "step", "steps") + ", usually " +
           counted(playbook.expected_group_size, "person", "people") + ", a conversation every " +
           counted(playbook.cadence_days, "day", "days");
}

}
