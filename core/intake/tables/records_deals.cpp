#include "core/intake/tables/records.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground::importing {

namespace {

constexpr std::size_t short_text = Limits::short_text;

Outcome closed_as(ImportedOutcome outcome, Date on, std::string why) {
    switch (outcome) {
    case ImportedOutcome::won:
        return Won{on};
    case ImportedOutcome::lost:
        return Lost{on, {}, std::move(why)};
    case ImportedOutcome::no_decision:
        break;
    }
    return NoDecision{on, std::move(why)};
}

}

void RowReader::read_deal(const Row& row, Source source) {
    DealRecord deal;
    deal.system = system_;
    deal.is_row = true;
    deal.source = source;
    deal.title = said(row, ImportField::title, short_text);
    deal.account = said(row, ImportField::account, short_text);
    deal.account_id = record_id(value(row, ImportField::account_id), system_);
    const bool unnamed = (!deal.title || deal.title->empty()) && (!deal.account || deal.account->empty());
    deal.id = record_id(value(row, ImportField::deal_id), system_);
    const bool has_id = !deal.id.empty();
    if (unnamed) {
        changes_.rows_skipped += 1;
        problems_.add(ProblemKind::skipped, source, columns_.heading(ImportField::title),
                      {"The deal has no title and no account", {}, "Give it at least one of the two."});
        return;
    }
    if (!has_id) deal.id = id_of_names(deal.account.value_or(""), deal.title.value_or(""));
    const auto key = key_of_record(system_, deal.id);
    if (const auto known = records_.deal_by_key.find(key); known != records_.deal_by_key.end()) {
        // Reports have a row for each person of a deal.
        const auto before = records_.links.size();
        read_links(row, source, key);
        if (records_.links.size() == before) {
            const auto& first = records_.deals[static_cast<std::size_t>(known->second)].source;
            const auto& table = tables_[static_cast<std::size_t>(first.table)];
            changes_.rows_skipped += 1;
            problems_.add(ProblemKind::skipped, source, {},
                          {"The same deal is already in " + (first.table == source.table ? std::string() : table.name + ", ") + "line " +
                               std::to_string(table.file->lines[static_cast<std::size_t>(first.row)]),
                           {},
                           has_id ? "The first one counts." : "The first one counts. With the IDs of the deals they could be told apart."});
        }
        return;
    }
    deal.amount_said = columns_.has(ImportField::amount);
    if (const auto text = value(row, ImportField::amount); !text.empty() && text != "-") {
        auto currency = clean_line(value(row, ImportField::currency), 3);
        std::ranges::transform(currency, currency.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (!is_currency_code(currency)) currency = columns_.currency().empty() ? options_.currency : std::string(columns_.currency());
        if (auto money = imported_money(text, currency)) {
            deal.amount = *money;
        } else {
            deal.amount_said = false;
            problems_.add(ProblemKind::left_out, source, columns_.heading(ImportField::amount), std::move(money.error()));
        }
    }
    deal.seller = said(row, ImportField::seller, short_text);
    deal.target_said = columns_.has(ImportField::close_date);
    deal.target = date(row, ImportField::close_date, source);
    if (!deal.target && !value(row, ImportField::close_date).empty()) deal.target_said = false;
    deal.created = date(row, ImportField::created, source);
    deal.notes = std::string(value(row, ImportField::notes).substr(0, Limits::long_text / 2));
    if (first_invalid_utf8(deal.notes)) deal.notes.resize(*first_invalid_utf8(deal.notes)); // cut within a character
    read_outcome(row, source, deal);
    records_.deal_by_key.emplace(key, static_cast<int>(records_.deals.size()));
    records_.deals.push_back(std::move(deal));
    read_links(row, source, key);
}

void RowReader::read_outcome(const Row& row, Source source, DealRecord& deal) {
    using enum ImportField;
    deal.outcome_said = columns_.has(stage) || columns_.has(status) || columns_.has(is_won) || columns_.has(is_closed);
    std::optional<ImportedOutcome> outcome;
    if (words_.is_yes(value(row, is_won))) {
        outcome = ImportedOutcome::won;
    } else if (columns_.has(is_closed) && columns_.has(is_won)) {
        if (words_.is_yes(value(row, is_closed))) outcome = ImportedOutcome::lost;
    } else {
        outcome = words_.outcome(value(row, status));
        if (!outcome) outcome = words_.outcome(value(row, stage));
    }
    if (!outcome) return;
    changes_.has_closed = true;
    auto why = std::string(clean_line(value(row, reason), short_text));
    if (outcome == ImportedOutcome::lost) {
        const auto closer = words_.outcome(why).value_or(ImportedOutcome::lost);
        const auto by_stage = words_.outcome(value(row, stage)).value_or(ImportedOutcome::lost);
        if (closer == ImportedOutcome::no_decision || by_stage == ImportedOutcome::no_decision) outcome = ImportedOutcome::no_decision;
    }
    auto on = date(row, closed_on, source);
    if (!on) on = deal.target;
    if (on && *on > today_) {
        problems_.add(ProblemKind::note, source, columns_.heading(columns_.has(closed_on) ? closed_on : close_date),
                      {"It is closed on a day that is still to come", {}, "It counts as closed today."});
        on = today_;
    }
    if (!on) on = deal.created && *deal.created <= today_ ? deal.created : today_;
    deal.outcome = closed_as(*outcome, *on, std::move(why));
}

void RowReader::read_links(const Row& row, Source source, const std::string& deal_key) {
    using enum ImportField;
    const auto account_key = heading_key(value(row, account));
    const auto add = [&](std::string id, Contact contact, std::string role) {
        records_.links.push_back({deal_key, system_, std::move(id), std::move(contact), account_key, std::move(role), source});
    };
    const auto contacts_here = parts_of(value(row, contacts));
    const auto ids = ids_in(value(row, contact_ids));
    if (ids.size() == contacts_here.size()) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            add(record_id(ids[i], system_), contact_of(contacts_here[i]), {});
        }
    } else {
        for (const auto id : ids) {
            add(record_id(id, system_), {}, {});
        }
        for (const auto contact : ids.empty() ? contacts_here : std::vector<std::string_view>()) {
            auto who = contact_of(contact);
            // The other columns about a person are about the only one that the row names.
            if (contacts_here.size() == 1 && who.email.empty()) who.email = clean_line(value(row, email), short_text);
            add({}, std::move(who), {});
        }
    }
    if (!contacts_here.empty() || !ids.empty()) return;
    const int person = read_person(row, source);
    if (person >= 0) {
        const auto& known = records_.people[static_cast<std::size_t>(person)];
        add(known.id, {*known.name, known.email}, role_of(row));
        records_.links.back().account_key = known.account_key;
    } else if (const auto id = record_id(value(row, person_id), system_); !id.empty()) {
        add(id, {}, role_of(row));
    }
}

}
