#include "core/model/playbook.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "core/model/validate/validate.hpp"
#include "core/model/validate/validation_report.hpp"

#include <algorithm>

namespace middleground {

const Playbook* playbook_of(const std::vector<Playbook>& playbooks, const Deal& deal) {
    const auto& noted = deal.planned_with;
    const auto fits = [&](const Playbook& one) { return one.id == deal.playbook && (!noted || one.edition == noted->edition); };
    const auto found = std::ranges::find_if(playbooks, fits);
    if (found != playbooks.end()) return &*found;
    return noted && noted->id == deal.playbook ? &*noted : nullptr;
}

const PlaybookStep* find_step(const Playbook& playbook, std::string_view step) {
    const auto found = std::find_if(playbook.steps.begin(), playbook.steps.end(), [&](const PlaybookStep& one) { return one.id == step; });
    return step.empty() || found == playbook.steps.end() ? nullptr : &*found;
}

namespace {

constexpr int longest_duration = 3650; // days
constexpr double largest_odds = 1e6;
constexpr int farthest_base = 10; // log-odds

struct Checker {
    std::vector<Error> errors;

    void add(std::string what, std::string where, std::string remedy) {
        if (errors.size() < 1000) {
            errors.push_back({std::move(what), std::move(where), std::move(remedy)});
        }
    }
    void text(const std::string& where, std::string_view field, std::string_view value, int limit) {
        if (value.size() > static_cast<std::size_t>(limit)) {
            add("The " + std::string(field) + " is longer than " + std::to_string(limit) + " bytes", where, "Shorten it.");
        } else if (const auto place = first_invalid_utf8(value)) {
            add("The " + std::string(field) + " is not well-formed UTF-8 at byte " + std::to_string(*place), where,
                "Save the text as UTF-8.");
        }
    }
    void filled(const std::string& where, std::string_view field, std::string_view value) {
        if (trimmed(value).empty()) {
            add("The " + std::string(field) + " is missing", where, "Fill it in.");
        }
        text(where, field, value, Limits::short_text);
    }
};

std::string where_of(const PlaybookStep& step, std::size_t index) {
    const validation::Subject subject{"step", static_cast<int>(index) + 1, step.title.empty() ? step.id : step.title, {}};
    return subject.where();
}

void check_step(Checker& checker, const PlaybookStep& step, const std::string& where) {
    checker.filled(where, "id", step.id);
    checker.filled(where, "title", step.title);
    checker.text(where, "title for the buyer", step.buyer_title, Limits::short_text);
    for (const auto& [field, value] :
         {std::pair("explanation", &step.what), std::pair("reason", &step.why), std::pair("sign that it is done", &step.done_when),
          std::pair("ask", &step.ask), std::pair("origin", &step.origin)}) {
        checker.text(where, field, *value, Limits::long_text);
    }
    for (const auto& [many, count] : {std::pair("ideas of value", step.value_ideas.size()), std::pair("functions", step.functions.size()),
                                      std::pair("roles", step.roles.size()), std::pair("steps that it waits for", step.prerequisites.size())}) {
        if (count > static_cast<std::size_t>(Limits::commitments)) {
            checker.add("There are " + std::to_string(count) + ' ' + many, where, "At most " + std::to_string(Limits::commitments) + " are possible.");
        }
    }
    for (const auto& idea : step.value_ideas) {
        checker.text(where, "idea of value", idea, Limits::long_text);
    }
    const bool in_order =
        0 <= step.days_min && step.days_min <= step.days_mode && step.days_mode <= step.days_max && step.days_max <= longest_duration;
    if (!in_order) {
        checker.add(
            "The days are " + std::to_string(step.days_min) + ", " + std::to_string(step.days_mode) + ", " + std::to_string(step.days_max),
            where, "They go from the shortest to the most likely to the longest, from 0 to " + std::to_string(longest_duration) + '.');
    }
    // Written so that NaN fails too.
    const auto well = [](double odds) { return odds > 0 && odds <= largest_odds; };
    if (!well(step.odds_a) || !well(step.odds_b)) {
        checker.add("The odds are not positive numbers", where, "Both numbers of Beta(a, b) are above 0 and at most a million.");
    }
}

// The playbook's steps as commitments, so that the same walk finds their cycles.
Deal as_graph(const Playbook& playbook) {
    Deal deal;
    for (const auto& step : playbook.steps) {
        auto& commitment = deal.commitments.emplace_back();
        commitment.id.text = step.id;
        for (const auto& prerequisite : step.prerequisites) {
            commitment.prerequisites.push_back({prerequisite});
        }
    }
    return deal;
}

}

std::vector<Error> validate(const Playbook& playbook) {
    Checker checker;
    const std::string whole = "the playbook";
    checker.filled(whole, "id", playbook.id);
    checker.filled(whole, "title", playbook.title);
    checker.text(whole, "explanation", playbook.what, Limits::long_text);
    checker.text(whole, "origin", playbook.origin, Limits::long_text);
    if (playbook.expected_group_size < 1 || playbook.expected_group_size > Limits::group_size) {
        checker.add("The expected group size is " + std::to_string(playbook.expected_group_size), whole,
                    "It goes from 1 to " + std::to_string(Limits::group_size) + '.');
    }
    if (playbook.cadence_days < 1 || playbook.cadence_days > 365) {
        checker.add("The usual time between interactions is " + std::to_string(playbook.cadence_days) + " days", whole,
                    "It goes from 1 to 365.");
    }
    if (playbook.edition < 0 || playbook.edition > most_editions) {
        checker.add("The edition is " + std::to_string(playbook.edition), whole, "It goes from 1 to " + std::to_string(most_editions) + ", or is left out.");
    }
    if (playbook.base) {
        // Written so that NaN fails too.
        const bool fits = playbook.base->log_odds >= -farthest_base && playbook.base->log_odds <= farthest_base;
        if (!fits) {
            checker.add("The base rate is out of range", whole,
                        "Its log-odds go from -" + std::to_string(farthest_base) + " to " + std::to_string(farthest_base) + '.');
        }
        checker.text(whole, "origin of the base rate", playbook.base->origin, Limits::long_text);
    }
    if (playbook.steps.size() > static_cast<std::size_t>(Limits::commitments)) {
        checker.add("There are " + std::to_string(playbook.steps.size()) + " steps", whole,
                    "At most " + std::to_string(Limits::commitments) + " are possible.");
        return checker.errors;
    }

    std::vector<std::string_view> known;
    for (const auto& step : playbook.steps) {
        known.push_back(step.id);
    }
    sort_list(known);
    int deciding = 0;
    for (std::size_t i = 0; i < playbook.steps.size(); ++i) {
        const auto& step = playbook.steps[i];
        const auto where = where_of(step, i);
        check_step(checker, step, where);
        const auto [first, last] = std::equal_range(known.begin(), known.end(), std::string_view(step.id));
        if (last - first > 1) {
            checker.add("The id " + validation::quoted(step.id) + " is used twice", where, "Give one of the two another id.");
        }
        for (std::size_t p = 0; p < step.prerequisites.size(); ++p) {
            const auto& prerequisite = step.prerequisites[p];
            if (prerequisite == step.id) {
                checker.add("It waits for itself", where, "Remove it from what it waits for.");
            } else if (!std::binary_search(known.begin(), known.end(), std::string_view(prerequisite))) {
                checker.add("It waits for " + validation::quoted(prerequisite) + ", which is not a step of the playbook", where,
                            "Name the id of another step.");
            } else if (std::find(step.prerequisites.begin(), step.prerequisites.begin() + static_cast<std::ptrdiff_t>(p), prerequisite) !=
                       step.prerequisites.begin() + static_cast<std::ptrdiff_t>(p)) {
                checker.add("It waits for " + validation::quoted(prerequisite) + " twice", where, "Name each step only once.");
            }
        }
        deciding += step.decides ? 1 : 0;
    }
    if (deciding != 1) {
        checker.add(deciding == 0 ? std::string("No step is the decision") : std::to_string(deciding) + " steps are the decision", whole,
                    "Mark exactly one step as the decision.");
    }
    const auto graph = as_graph(playbook);
    for (const auto& cycle : PrerequisiteGraph(graph).cycles()) {
        const auto index = static_cast<std::size_t>(cycle.front());
        std::string chain;
        for (const int place : cycle) {
            chain += playbook.steps[static_cast<std::size_t>(place)].id + ", which waits for ";
        }
        checker.add("Steps wait for each other: " + chain + playbook.steps[index].id, where_of(playbook.steps[index], index),
                    "Remove one of these prerequisites.");
    }
    return checker.errors;
}

std::optional<Playbook> planned_with(const Playbook& playbook) {
    if (playbook.edition == 0) return {};
    auto edition = playbook;
    edition.what.clear();
    edition.origin.clear();
    if (edition.base) edition.base->origin.clear();
    for (auto& step : edition.steps) {
        for (auto* words : {&step.what, &step.why, &step.done_when, &step.origin}) {
            words->clear();
        }
    }
    return edition;
}

std::vector<Commitment> planned_commitments(const Playbook& playbook, Date today, Random& random) {
    std::vector<Commitment> commitments;
    const auto is_taken = [&](const CommitmentId& id) { return std::ranges::find(commitments, id, &Commitment::id) != commitments.end(); };
    for (const auto& step : playbook.steps) {
        Commitment commitment;
        do {
            commitment.id = CommitmentId::make(random);
        } while (is_taken(commitment.id));
        commitment.created = today;
        commitment.step = step.id;
        commitment.title = step.title;
        commitment.ask = step.ask;
        commitment.done_when = step.done_when;
        commitment.decides = step.decides;
        commitments.push_back(std::move(commitment));
    }
    for (std::size_t i = 0; i < playbook.steps.size(); ++i) {
        for (const auto& prerequisite : playbook.steps[i].prerequisites) {
            if (const auto* step = find_step(playbook, prerequisite)) {
                commitments[i].prerequisites.push_back(commitments[static_cast<std::size_t>(step - playbook.steps.data())].id);
            }
        }
    }
    return commitments;
}

Deal start_deal(const Playbook& playbook, std::string title, std::string account, Date today, Random& random) {
    Deal deal;
    deal.id = DealId::make(random);
    deal.created = today;
    deal.title = std::move(title);
    deal.account = std::move(account);
    deal.playbook = playbook.id;
    deal.planned_with = planned_with(playbook);
    deal.opened = today;
    deal.process = playbook.process;
    deal.expected_group_size = playbook.expected_group_size;
    deal.commitments = planned_commitments(playbook, today, random);
    return deal;
}

}
