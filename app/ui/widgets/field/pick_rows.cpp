#include "app/ui/widgets/field/pick_rows.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typo.hpp"

#include <algorithm>
#include <functional>

namespace middleground {

namespace {

std::vector<PickRow> found_rows(std::span<const Choice> choices, const std::vector<int>& chosen, std::string_view query) {
    struct Match {
        int index;
        int score;
    };
    std::vector<Match> found;
    std::vector<PickRow> slips;
    const auto words = trimmed(query);
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const auto label = choices[static_cast<std::uint32_t>(i)].label;
        const int score = words.empty() ? 1 : match_score(label, words);
        if (std::ranges::find(chosen, i) != chosen.end()) {
            continue;
        }
        if (score > 0) {
            found.push_back({i, score});
        } else if (is_probable_typo(words, label)) {
            slips.push_back({i, "Did you mean " + std::string(label) + '?'});
        }
    }
    sort_list(found, std::greater{}, &Match::score);
    std::vector<PickRow> rows;
    for (const auto& match : found) {
        rows.push_back({match.index, std::string(choices[static_cast<std::uint32_t>(match.index)].label)});
    }
    return rows.empty() ? slips : rows;
}

bool is_name_of_any(std::span<const Choice> choices, std::string_view query) {
    const auto name = folded(trimmed(query));
    return std::ranges::any_of(choices, [&](const Choice& choice) { return folded(choice.label) == name; });
}

}

std::vector<PickRow> pick_rows(std::span<const Choice> choices, const std::vector<int>& chosen, std::string_view query,
                               std::string_view new_thing) {
    auto rows = found_rows(choices, chosen, query);
    const auto typed = trimmed(query);
    if (!new_thing.empty() && !typed.empty() && !is_name_of_any(choices, typed)) {
        rows.push_back({PickRow::something_new, "Add \"" + std::string(typed) + "\" as a new " + std::string(new_thing)});
    }
    return rows;
}

}
