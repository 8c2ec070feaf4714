#include "core/report/tables.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/model/members/closing.hpp"
#include "core/model/members/member_words.hpp"
#include "core/model/members/members.hpp"
#include "core/model/names.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

using Cells = std::map<std::string, std::string, std::less<>>; // by heading

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

// "184000.50", as the form has it.
std::string amount_number(const Money& amount, const io::CsvForm& form) {
    const auto exponent = static_cast<std::size_t>(currency_exponent(amount.currency));
    auto digits = std::to_string(amount.minor);
    if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
    const bool whole = digits.find_last_not_of('0') + exponent < digits.size();
    digits.insert(digits.size() - exponent, exponent > 0 ? "." : "");
    if (whole && exponent > 0) digits.resize(digits.size() - exponent - 1);
    return io::csv_number(digits, form);
}

void add_amount(Cells& cells, const std::optional<Money>& amount, const io::CsvForm& form) {
    if (!amount) return;
    cells["Amount"] = amount_number(*amount, form);
    cells["Currency"] = amount->currency;
}

std::string tags_of(const std::vector<Tag>& tags) {
    std::string words;
    for (const auto& tag : tags) {
        words += (words.empty() ? "" : "; ") + tag.name;
    }
    return words;
}

// The columns of fields of one's own: after those that all tables have, each name once.
class OwnHeadings {
public:
    explicit OwnHeadings(std::vector<std::string> columns) : columns_(std::move(columns)), fixed_(columns_.size()) {}

    template <typename Field>
    void add(Cells& cells, const std::vector<Field>& fields, const io::CsvForm& form) {
        for (const auto& field : fields) {
            cells[heading_of(field.name)] = field.kind == FieldKind::number ? io::csv_number(field.value, form) : field.value;
        }
    }
    std::vector<std::string> columns() const { return columns_; }

private:
    const std::string& heading_of(const std::string& name) {
        const auto key = folded(trimmed(name));
        if (const auto known = places_.find(key); known != places_.end()) return columns_[known->second];
        const bool taken = std::any_of(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(fixed_), [&](const std::string& one) { return folded(one) == key; });
        places_.emplace(key, columns_.size());
        return columns_.emplace_back(printed_text(trimmed(name)) + (taken ? std::string(own_field_suffix) : std::string()));
    }

    std::vector<std::string> columns_;
    std::size_t fixed_;
    std::map<std::string, std::size_t> places_;
};

std::string owner_name(const Deal& deal, const StakeholderId& id) {
    const auto* owner = find(deal, id);
    return owner ? owner->name : std::string();
}

}

TextTable deal_table(const Deal& deal, const io::CsvForm& form) {
    OwnHeadings headings({"Kind", "Id", "Name", "Title", "Function", "Role", "Stance", "Influence", "Problem", "Needed outcome", "Contact", "Account",
                          "Amount", "Currency", "State", "Since", "Due", "Owner", "Done when", "Value", "Tags"});
    const auto columns = headings.columns();
    const auto* target = target_of(deal);
    std::vector<Cells> rows{{{"Kind", "Deal"},
                             {"Id", deal.id.text},
                             {"Name", deal.title},
                             {"Account", deal.account},
                             {"State", state_of_deal(deal.outcome)},
                             {"Since", deal.opened.iso()},
                             {"Due", target ? iso(target->date) : std::string()},
                             {"Owner", deal.seller},
                             {"Tags", tags_of(deal.tags)}}};
    add_amount(rows.front(), deal.amount, form);
    headings.add(rows.front(), deal.fields, form);
    for (const auto& person : deal.stakeholders) {
        auto& cells = rows.emplace_back(members_in(person, columns));
        cells["Kind"] = "Person";
        cells["Id"] = person.id.text;
        cells["Stance"] = label_of(stance_of(person));
        cells["Tags"] = tags_of(person.tags);
        headings.add(cells, person.fields, form);
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
    return table_of(headings.columns(), rows);
}

TextTable plan_table(const BuyerPlan& plan, const io::CsvForm& form) {
    OwnHeadings headings({"Kind", "Id", "Name", "Title", "Function", "State", "Since", "Due", "Owner", "Done when", "Value"});
    const auto columns = headings.columns();
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
        headings.add(cells, person.fields, form);
    }
    if (!plan.fields.empty()) {
        auto& cells = rows.emplace_back(Cells{{"Kind", "Plan"}, {"Id", plan.id.text}, {"Name", plan.account}});
        headings.add(cells, plan.fields, form);
    }
    return table_of(headings.columns(), rows);
}

TextTable deals_table(std::span<const Deal* const> deals, const io::CsvForm& form) {
    OwnHeadings headings({"Deal ID", "Deal", "Account", "Amount", "Currency", "Status", "Target date", "Closed on", "Opened", "Seller", "Lost reason",
                          "Notes", "Tags"});
    std::vector<Cells> rows;
    for (const auto* deal : deals) {
        const auto* target = target_of(*deal);
        const auto closing = closing_of(deal->outcome);
        auto& cells = rows.emplace_back(Cells{{"Deal ID", deal->id.text},
                                              {"Deal", deal->title},
                                              {"Account", deal->account},
                                              {"Status", state_of_deal(deal->outcome)},
                                              {"Target date", target ? iso(target->date) : std::string()},
                                              {"Closed on", closing ? closing->on.iso() : std::string()},
                                              {"Opened", deal->opened.iso()},
                                              {"Seller", deal->seller},
                                              {"Lost reason", closing ? closing->why : std::string()},
                                              {"Notes", deal->notes},
                                              {"Tags", tags_of(deal->tags)}});
        add_amount(cells, deal->amount, form);
        headings.add(cells, deal->fields, form);
    }
    return table_of(headings.columns(), rows);
}

TextTable people_table(std::span<const Deal* const> deals, const io::CsvForm& form) {
    OwnHeadings headings({"Person ID", "Name", "Job title", "Department", "Role", "Email", "Phone", "Company", "Deal ID", "Stance", "Influence", "Problem",
                          "Needed outcome", "Tags"});
    std::vector<Cells> rows;
    for (const auto* deal : deals) {
        for (const auto& person : deal->stakeholders) {
            const auto email = mail_address_in(person.contact).value_or("");
            auto phone = person.contact;
            if (const auto at = phone.find(email); !email.empty() && at != std::string::npos) phone.erase(at, email.size());
            const auto begin = phone.find_first_not_of(" ,;\t\r\n");
            const auto end = phone.find_last_not_of(" ,;\t\r\n");
            phone = begin == std::string::npos ? std::string() : phone.substr(begin, end + 1 - begin);
            auto& cells = rows.emplace_back(Cells{{"Person ID", deal->id.text + '-' + person.id.text}, // copies of a deal have people of the same ids
                                                  {"Name", person.name},
                                                  {"Job title", person.title},
                                                  {"Department", std::string(label_of(person.function))},
                                                  {"Role", std::string(label_of(person.role))},
                                                  {"Email", email},
                                                  {"Phone", phone},
                                                  {"Company", deal->account},
                                                  {"Deal ID", deal->id.text},
                                                  {"Stance", std::string(label_of(stance_of(person)))},
                                                  {"Influence", std::to_string(person.influence)},
                                                  {"Problem", person.problem},
                                                  {"Needed outcome", person.needed_outcome},
                                                  {"Tags", tags_of(person.tags)}});
            headings.add(cells, person.fields, form);
        }
    }
    return table_of(headings.columns(), rows);
}

}
