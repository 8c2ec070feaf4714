#include "core/report/tables.hpp"

#include "core/base/printed_text.hpp"
#include "core/model/members/member_words.hpp"
#include "core/model/members/members.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

using Cells = std::map<std::string_view, std::string>; // by heading

// Those members of the thing whose label is the heading of a column.
template <typename T>
Cells members_in(const T& thing, const std::vector<std::string>& columns) {
    Cells cells;
    for (const auto& member : members_of<T>().rows) {
        if (std::ranges::find(columns, member.label) == columns.end()) continue;
        if (auto words = plain_words(member, &thing)) cells.emplace(member.label, std::move(*words));
    }
    return cells;
}

TextTable table_of(std::vector<std::string> columns, const std::vector<Cells>& rows) {
    TextTable table{std::move(columns), {}};
    for (const auto& cells : rows) {
        auto& row = table.rows.emplace_back();
        for (const auto& column : table.columns) {
            const auto found = cells.find(column);
            row.push_back(found == cells.end() ? std::string() : printed_text(found->second));
        }
    }
    return table;
}

std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : std::string();
}

std::string lines_of(const auto& values) {
    std::string lines;
    for (const auto& value : values) {
        if (!lines.empty()) lines += '\n';
        lines += value.what;
    }
    return lines;
}

std::string state_of_deal(const Outcome& outcome) {
    if (std::holds_alternative<Won>(outcome)) return "Won";
    if (std::holds_alternative<Lost>(outcome)) return "Lost";
    return std::holds_alternative<NoDecision>(outcome) ? "No decision" : "Open";
}

std::string owner_name(const Deal& deal, const StakeholderId& id) {
    const auto* owner = find(deal, id);
    return owner ? owner->name : std::string();
}

}

TextTable deal_table(const Deal& deal) {
    const std::vector<std::string> columns{"Kind", "Id", "Name", "Title", "Function", "Role", "Stance", "Influence", "Problem",
                                           "Needed outcome", "Contact", "Account", "Amount", "State", "Since", "Due", "Owner",
                                           "Done when", "Value"};
    const auto* target = target_of(deal);
    std::vector<Cells> rows{{{"Kind", "Deal"},
                             {"Id", deal.id.text},
                             {"Name", deal.title},
                             {"Account", deal.account},
                             {"State", state_of_deal(deal.outcome)},
                             {"Since", deal.opened.iso()},
                             {"Due", target ? iso(target->date) : std::string()},
                             {"Owner", deal.seller},
                             {"Amount", deal.amount ? format_money(*deal.amount) : std::string()}}};
    for (const auto& person : deal.stakeholders) {
        auto& cells = rows.emplace_back(members_in(person, columns));
        cells["Kind"] = "Person";
        cells["Id"] = person.id.text;
        cells["Stance"] = label_of(stance_of(person));
    }
    for (const auto& item : plan_of(deal)) {
        const auto* commitment = find(deal, item.id);
        if (!commitment) continue;
        rows.push_back({{"Kind", "Commitment"},
                        {"Id", commitment->id.text},
                        {"Name", commitment->title},
                        {"State", std::string(label_of(item.state))},
                        {"Since", item.since.iso()},
                        {"Due", iso(item.due)},
                        {"Owner", owner_name(deal, commitment->buyer_owner)},
                        {"Done when", commitment->done_when},
                        {"Value", lines_of(commitment->value_offered)}});
    }
    return table_of(columns, rows);
}

TextTable plan_table(const BuyerPlan& plan) {
    const std::vector<std::string> columns{"Kind", "Id", "Name", "Title", "Function", "State", "Since", "Due", "Owner", "Done when", "Value"};
    std::vector<Cells> rows;
    for (const auto& step : plan.steps) {
        const auto* owner = owner_of(plan, step);
        rows.push_back({{"Kind", "Step"},
                        {"Id", step.id.text},
                        {"Name", step.title},
                        {"State", std::string(label_of(step.state))},
                        {"Since", iso(step.since)},
                        {"Due", iso(step.due)},
                        {"Owner", owner ? owner->name : std::string()},
                        {"Done when", step.done_when},
                        {"Value", lines_of(step.value)}});
    }
    for (const auto& person : plan.people) {
        auto& cells = rows.emplace_back(members_in(person, columns));
        cells["Kind"] = "Person";
        cells["Id"] = person.id.text;
    }
    return table_of(columns, rows);
}

}
