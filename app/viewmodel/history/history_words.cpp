#include "app/viewmodel/history/history_words.hpp"

#include "core/base/text.hpp"

#include <cmath>

namespace middleground {

namespace {

std::string of_100(double share) {
    return std::to_string(static_cast<int>(std::lround(100 * share)));
}

std::vector<std::string> quoted(const std::vector<std::string>& names) {
    std::vector<std::string> list;
    for (const auto& name : names) {
        list.push_back("“" + name + "”");
    }
    return list;
}

}

std::string base_chance_words(const Deal& deal) {
    if (!deal.own_base) return "By the playbook";
    return of_100(deal.own_base->won / 1000.0) + " of 100, by your closed deals";
}

std::string base_origin_words(const Deal& deal) {
    if (!deal.own_base) return {};
    auto words = deal.own_base->origin;
    std::string answers;
    for (const auto& one : deal.own_base->answers) {
        answers += (answers.empty() ? "" : "; ") + one.column + ": " + one.answer;
    }
    if (!answers.empty()) words += (words.empty() ? "" : ". ") + answers;
    return words.empty() ? words : words + '.';
}

std::vector<std::string> history_facts(const HistoryModel& model, int sampled, const std::vector<std::string>& open) {
    std::vector<std::string> facts;
    facts.push_back(counted(model.closed, "closed deal", "closed deals") + ", " + of_100(model.base_rate) + " of 100 won.");
    if (sampled > 0) facts.push_back("The table is long: " + std::to_string(sampled) + " of its rows were looked at, from all over it.");
    if (!open.empty()) facts.push_back("Not ended, and left out: " + joined(quoted(open)) + '.');
    if (model.duplicates > 0) {
        facts.push_back(counted(model.duplicates, "row is", "rows are") + " the same as another in every column and left out.");
    }
    std::vector<std::string> leaks;
    for (const auto& leak : model.leaks) {
        if (!leak.kept) leaks.push_back(leak.column);
    }
    if (!leaks.empty()) {
        facts.push_back("Left out, because probably filled in only when the outcome was known: " + joined(quoted(leaks)) + '.');
    }
    if (model.state == HistoryState::fitted) {
        const auto& check = model.quoted();
        facts.push_back("Tried on " + counted(check.deals, "deal", "deals") + " that it had not seen: of a won and another deal it gives the won one the higher chance in " +
                        of_100(check.auc) + " of 100 pairs; 50 is guessing.");
    }
    return facts;
}

std::string like_this_words(const ExplainedBase& base, const HistoryModel& model) {
    const auto all = of_100(model.base_rate) + " of 100";
    if (base.base.answers.empty()) return "Nothing is known of this deal yet: it would begin with " + of_100(base.chance) + " of 100. Of all deals " + all + " were won.";
    return "Of deals like this one " + of_100(base.chance) + " of 100 were won, of all " + all + ".";
}

}
