// Several rows about one deal.
#include "core/intake/tables/records.hpp"

#include "core/base/text.hpp"
#include "core/model/validate/validate.hpp"

namespace middleground::importing {

namespace {

bool is_empty(const Said& said) {
    return !said || said->empty();
}

// Nothing that both say is different.
bool agree(const DealRecord& a, const DealRecord& b) {
    const auto same_text = [](const Said& x, const Said& y) { return is_empty(x) || is_empty(y) || *x == *y; };
    const auto same_value = [](const auto& x, const auto& y) { return !x || !y || *x == *y; };
    const bool same_stage = !a.outcome_said || !b.outcome_said || (a.outcome == b.outcome && a.stage_key == b.stage_key);
    const bool same_title = a.title_is_id || b.title_is_id || same_text(a.title, b.title);
    return same_title && same_text(a.account, b.account) && same_text(a.seller, b.seller) && same_value(a.amount, b.amount) &&
           same_value(a.target, b.target) && same_value(a.created, b.created) && same_stage;
}

// What the other says and this does not. Whether there was anything.
bool fill_in(DealRecord& deal, DealRecord& other) {
    bool any = false;
    const auto take = [&](auto& here, auto& there, bool missing, bool said) {
        if (!missing || !said) return;
        here = std::move(there);
        any = true;
    };
    take(deal.title, other.title, is_empty(deal.title) || (deal.title_is_id && !other.title_is_id), !is_empty(other.title));
    deal.title_is_id = deal.title_is_id && other.title_is_id;
    take(deal.account, other.account, is_empty(deal.account), !is_empty(other.account));
    take(deal.account_id, other.account_id, deal.account_id.empty(), !other.account_id.empty());
    take(deal.seller, other.seller, is_empty(deal.seller), !is_empty(other.seller));
    take(deal.notes, other.notes, deal.notes.empty(), !other.notes.empty());
    take(deal.created, other.created, !deal.created, other.created.has_value());
    take(deal.amount_said, other.amount_said, !deal.amount, other.amount.has_value());
    take(deal.amount, other.amount, !deal.amount, other.amount.has_value());
    take(deal.target_said, other.target_said, !deal.target, other.target.has_value());
    take(deal.target, other.target, !deal.target, other.target.has_value());
    any = fill_in_fields(deal.tags, deal.fields, other.tags, other.fields) || any;
    take(deal.stage_key, other.stage_key, !deal.outcome_said, other.outcome_said);
    take(deal.outcome, other.outcome, !deal.outcome_said, other.outcome_said);
    deal.outcome_said = deal.outcome_said || other.outcome_said;
    return any;
}

}

// A row about a deal that an earlier row was about already, or that has the names of one.
RowReader::Again RowReader::read_again(const Row& row, Source source, DealRecord& deal, const std::string& key, bool has_id) {
    const auto is_same = [&](const DealRecord& other) {
        if (has_id) return agree(other, deal); // several files may each say a part
        return other.amount == deal.amount && other.target == deal.target && other.outcome == deal.outcome && other.stage_key == deal.stage_key &&
               other.seller == deal.seller && other.created == deal.created && other.title == deal.title && other.account == deal.account;
    };
    const auto line_of = [&](const DealRecord& other) {
        const auto& table = tables_[static_cast<std::size_t>(other.source.table)];
        return (other.source.table == source.table ? std::string() : table.name + ", ") + "line " +
               std::to_string(table.file->lines[static_cast<std::size_t>(other.source.row)]);
    };
    // Of deals that share their names, each that came before may be the same.
    int same = -1;
    const int count = has_id ? 1 : records_.rows_of_names.try_emplace(key, 1).first->second;
    for (int i = 1; i <= count && same < 0; ++i) {
        const auto found = records_.deal_by_key.find(i == 1 ? key : key + '#' + std::to_string(i));
        if (found != records_.deal_by_key.end() && is_same(records_.deals[static_cast<std::size_t>(found->second)])) same = found->second;
        constexpr int most_compared = 50;
        if (i == most_compared) break;
    }
    if (same >= 0) {
        // Reports have a row for each person of a deal.
        const auto before = records_.links.size();
        auto& known = records_.deals[static_cast<std::size_t>(same)];
        const bool joined = has_id && fill_in(known, deal);
        read_links(row, source, key_of_record(known.system, known.id));
        if (joined || records_.links.size() > before) return Again::same;
        changes_.rows_skipped += 1;
        problems_.add(ProblemKind::skipped, source, {},
                      {"The same deal is already in " + line_of(known), {},
                       has_id ? "The first one counts." : "The first one counts. With the IDs of the deals they could be told apart."});
        return Again::same;
    }
    auto& first = records_.deals[static_cast<std::size_t>(records_.deal_by_key.find(key)->second)];
    const bool is_named = deal.title && !deal.title->empty();
    // With an amount or a day of its own it is a deal of its own; where only the stage or a day differs it may be the same one later.
    const bool differs_for_sure = deal.amount && first.amount && *deal.amount != *first.amount;
    const bool may_be_one = !has_id && is_named && !differs_for_sure;
    if (may_be_one && !options_.same_names) {
        changes_.same_names += 1;
        if (changes_.same_names_example.empty()) changes_.same_names_example = *deal.title + (deal.account && !deal.account->empty() ? ", " + *deal.account : "");
    }
    if (has_id || (may_be_one && options_.same_names == SameNames::one)) {
        changes_.repeated_ids += has_id ? 1 : 0;
        if (has_id && records_.repeating.insert(key).second) changes_.repeating_deals += 1;
        const bool last = !has_id || options_.repeated_ids.value_or(RepeatedId::last) == RepeatedId::last;
        const bool later = first.changed && deal.changed ? *deal.changed >= *first.changed : true;
        if (last == later) {
            deal.places = std::move(first.places);
            if (!deal.created) deal.created = first.created;
            first = std::move(deal);
        }
        read_links(row, source, key);
        return Again::replaced;
    }
    auto& number = records_.rows_of_names[key];
    number += 1;
    constexpr std::size_t room_for_number = 12;
    deal.id = clean_line(deal.id, Limits::short_text - room_for_number) + '#' + std::to_string(number);
    if (is_named) {
        problems_.add(ProblemKind::note, source, {}, {"It has the title and account of " + line_of(first) + ", and is taken as a deal of its own", {}, {}});
    }
    return Again::another;
}

}
