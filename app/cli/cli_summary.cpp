#include "app/cli/cli_summary.hpp"

#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/session/derived.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground::cli {

namespace {

constexpr std::size_t last_interactions = 5;

std::string in_lower_case(std::string_view label) {
    // "IT" and "HR" stay as they are.
    const bool is_word = label.size() < 2 || (label[1] >= 'a' && label[1] <= 'z');
    std::string word(label);
    if (is_word && !word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
    return word;
}

std::string names_of_people(const Deal& deal, const std::vector<StakeholderId>& people) {
    std::vector<std::string> names;
    for (const auto& id : people) {
        names.push_back(cell(name_of(deal, id), "somebody"));
    }
    return joined(names);
}

std::string outcome_words(const Deal& deal, Date today) {
    const auto on = [&](Date date) { return " on " + short_date(date, today); };
    const auto why = [](const std::string& text) { return trimmed(text).empty() ? std::string() : ": " + cell(text); };
    if (const auto* won = std::get_if<Won>(&deal.outcome)) return "Won" + on(won->on);
    if (const auto* none = std::get_if<NoDecision>(&deal.outcome)) return "No decision" + on(none->on) + why(none->why);
    if (const auto* lost = std::get_if<Lost>(&deal.outcome)) {
        return "Lost" + on(lost->on) + (trimmed(lost->to).empty() ? "" : " to " + cell(lost->to)) + why(lost->why);
    }
    return "Open since " + short_date(deal.opened, today);
}

std::string facts(const Deal& deal, Date today) {
    std::vector<Row> rows;
    const auto add = [&](std::string_view label, std::string value) {
        if (!value.empty()) rows.push_back({std::string(label), std::move(value)});
    };
    add("Account", cell(deal.account));
    add("Amount", deal.amount ? format_money(*deal.amount) : "");
    add("Seller", cell(deal.seller));
    add("State", outcome_words(deal, today));
    if (const auto* target = target_of(deal); target && target->date) {
        add("Target", short_date(*target->date, today) + ", " + relative_days(*target->date, today) + " (" +
                          in_lower_case(label_of(target->reason)) + ')');
    }
    add("Playbook", cell(deal.playbook));
    return table(rows);
}

std::string people(const Deal& deal, Date today) {
    if (deal.stakeholders.empty()) return "\nNobody is on this deal yet\n";
    std::vector<Row> rows;
    for (const auto& person : deal.stakeholders) {
        const auto heard = last_heard(deal, person.id);
        rows.push_back({cell(person.name, no_name_yet), cell(person.title), std::string(label_of(person.function)),
                        std::string(label_of(person.role)), person.left ? "left " + short_date(person.left->on, today) : std::string(label_of(stance_of(person))),
                        heard ? "heard " + short_date(*heard, today) : "never heard"});
    }
    return '\n' + counted(present_count(deal), "person", "people") + '\n' + table(rows);
}

std::string due_words(const PlanItem& item, Date today) {
    if (!item.due || !is_open(item.state)) return {};
    return "due " + short_date(*item.due, today) + (is_late(item, today) ? ", late" : "");
}

std::string remark(const Deal& deal, const PlanItem& item, const Commitment& commitment, Date today) {
    std::vector<std::string> parts;
    if (item.state == PlanState::waiting) {
        parts.push_back("for " + cell(waits_for_words(deal, commitment)));
    } else if (item.state != PlanState::ready) {
        parts.push_back("since " + short_date(item.since, today));
    }
    if (auto due = due_words(item, today); !due.empty()) parts.push_back(std::move(due));
    if (commitment.decides) parts.push_back("decides");
    std::string words;
    for (const auto& part : parts) {
        words += (words.empty() ? "" : ", ") + part;
    }
    return words;
}

std::string commitments(const Deal& deal, const Derived& derived, Date today) {
    std::vector<Row> rows;
    for (const auto& item : derived.plan) {
        const auto& commitment = *find(deal, item.id);
        rows.push_back({std::string(label_of(item.state)), cell(shown_title(commitment)), remark(deal, item, commitment, today)});
    }
    return '\n' + commitments_title(derived) + '\n' + table(rows);
}

// What to do next, the best first, in the words of the deal's page.
std::string next_steps(const Derived& derived) {
    const auto& next = derived.assessment.next;
    if (next.list.empty()) return next.nothing_because.empty() ? std::string() : "\nNext\n" + next.nothing_because + '\n';
    std::vector<Row> rows;
    for (const auto& ask : next.list) {
        rows.push_back({cell(ask.title), cell(short_why(ask))});
    }
    return "\nNext\n" + table(rows);
}

// Our promises and the steps that were planned; commitments stand above.
std::string coming(const Deal& deal, Date today) {
    std::vector<Row> rows;
    for (const auto& one : coming_up(deal)) {
        if (!std::holds_alternative<PromiseId>(one.about) && !std::holds_alternative<InteractionId>(one.about)) continue;
        rows.push_back({one.on ? short_date(*one.on, today) : std::string("no date"), cell(one.what), one.is_late(today) ? "late" : ""});
    }
    return rows.empty() ? std::string() : "\nComing up\n" + table(rows);
}

std::string interactions(const Deal& deal, Date today) {
    if (deal.interactions.empty()) return {};
    std::vector<const Interaction*> latest;
    for (const auto& interaction : deal.interactions) {
        latest.push_back(&interaction);
    }
    // Of one day's, the one that was written down last comes first.
    std::ranges::sort(latest, [](const Interaction* a, const Interaction* b) { return a->on != b->on ? a->on > b->on : a > b; });
    latest.resize(std::min(latest.size(), last_interactions));
    std::vector<Row> rows;
    for (const auto* interaction : latest) {
        const auto who = names_of_people(deal, interaction->people);
        rows.push_back({short_date(interaction->on, today), std::string(label_of(interaction->kind)),
                        in_lower_case(label_of(interaction->direction)),
                        cell(interaction->summary, "No summary") + (who.empty() ? "" : " (" + who + ')')});
    }
    return "\nLast interactions\n" + table(rows);
}

}

std::string summary_of(const Deal& deal, const Derived& derived, Date today) {
    return cell(deal.title, no_title_yet) + (deal.sample ? " (sample)" : "") + '\n' + facts(deal, today) + people(deal, today) +
           commitments(deal, derived, today) + next_steps(derived) + coming(deal, today) +
           interactions(deal, today);
}

}
