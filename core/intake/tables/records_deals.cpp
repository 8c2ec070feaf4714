#include "core/base/sort_list.hpp"
#include "core/intake/tables/records.hpp"

#include "core/base/ascii.hpp"
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
    case ImportedOutcome::open:
    case ImportedOutcome::unclear:
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
    deal.id = record_id(value(row, ImportField::deal_id), system_);
    const bool has_id = !deal.id.empty();
    if (has_id && !columns_.has(ImportField::title) && !columns_.has(ImportField::account)) {
        deal.title = clean_line("Deal " + deal.id, short_text);
        deal.title_is_id = true;
    }
    const bool unnamed = (!deal.title || deal.title->empty()) && (!deal.account || deal.account->empty());
    if (unnamed) {
        changes_.rows_skipped += 1;
        problems_.add(ProblemKind::skipped, source, columns_.heading(ImportField::title),
                      {"The deal has no title and no account", {}, "Give it at least one of the two."});
        return;
    }
    read_amount(row, source, deal);
    deal.seller = said(row, ImportField::seller, short_text);
    deal.target = date(row, ImportField::close_date, source);
    deal.target_said = columns_.has(ImportField::close_date) && (deal.target || says_no_day(value(row, ImportField::close_date)));
    deal.created = date(row, ImportField::created, source);
    deal.changed = date(row, ImportField::changed, source);
    deal.notes = std::string(value(row, ImportField::notes).substr(0, Limits::long_text / 2));
    if (const auto cut = first_invalid_utf8(deal.notes)) deal.notes.resize(*cut); // within a character
    deal.tags = tags_of(row);
    deal.fields = own_fields_of(row, source);
    deal.stage_key = words_key(value(row, ImportField::stage)) + words_key(value(row, ImportField::status));
    if (!read_outcome(row, source, deal)) {
        changes_.rows_waiting += 1;
        return;
    }
    if (!has_id) deal.id = id_of_names(deal.account.value_or(""), deal.title.value_or(""));
    auto key = key_of_record(system_, deal.id);
    if (records_.deal_by_key.contains(key)) {
        switch (read_again(row, source, deal, key, has_id)) {
        case Again::same:
        case Again::replaced:
            return;
        case Again::another:
            key = key_of_record(system_, deal.id);
            break;
        }
    }
    records_.deal_by_key.emplace(key, static_cast<int>(records_.deals.size()));
    records_.deals.push_back(std::move(deal));
    read_links(row, source, key);
}

void RowReader::read_amount(const Row& row, Source source, DealRecord& deal) {
    deal.amount_said = columns_.has(ImportField::amount);
    const auto text = value(row, ImportField::amount);
    if (says_nothing(text)) return;
    const auto leave_out = [&](ImportField field, Error error) {
        deal.amount_said = false;
        problems_.add(ProblemKind::left_out, source, columns_.heading(field), std::move(error));
    };
    const auto said_currency = value(row, ImportField::currency);
    auto currency = says_nothing(said_currency) ? std::string() : currency_named(said_currency);
    if (currency.empty() && columns_.currency().empty() && !says_nothing(said_currency)) {
        leave_out(ImportField::currency, {'"' + clean_line(said_currency, 40) + "\" is not a currency, so the amount is left out", {}, "Write its code: EUR, USD, CNY."});
        return;
    }
    // "amount_usd": then a column of currencies is about something else.
    const bool is_in_heading = !columns_.currency().empty() && folded(columns_.heading(ImportField::amount)).contains(folded(columns_.currency()));
    if (is_in_heading || currency.empty()) currency = columns_.currency().empty() ? options_.currency : std::string(columns_.currency());
    if (decimals_.in_doubt && decimal_hint(text) == DecimalHint::either) {
        leave_out(ImportField::amount, {'"' + clean_line(text, 40) + "\" can be read in two ways, so the amount is left out", {}, "Choose the decimal sign."});
    } else if (auto money = imported_money(text, currency, decimals_.sign, decimals_.chosen)) {
        deal.amount = *money;
    } else {
        leave_out(ImportField::amount, std::move(money.error()));
    }
}

void RowReader::count_word(std::string_view word, bool waits, std::optional<ImportedOutcome> answer) {
    auto key = folded(word.substr(0, 100));
    if (records_.words.size() >= 10 * ImportChanges::most_words && !records_.words.contains(key)) return;
    auto& known = records_.words[std::move(key)];
    if (known.rows == 0) known.word = clean_line(word, 100);
    known.rows += 1;
    known.waits = known.waits || waits;
    known.answer = answer;
}

// What stage and status say together; nothing: it is open, as far as anybody knows.
std::optional<ImportedOutcome> RowReader::outcome_of(const Row& row, bool& waits) {
    using enum ImportField;
    using enum ImportedOutcome;
    const auto by_status = words_.outcome(value(row, status));
    const auto by_stage = words_.outcome(value(row, stage));
    const auto is_end = [](std::optional<ImportedOutcome> one) { return one == won || one == lost || one == no_decision; };
    if (words_.is_yes(value(row, is_won))) return won;
    if (columns_.has(is_won) && !columns_.has(stage) && !columns_.has(status) && !columns_.has(is_closed)) {
        // Not won may be lost, or not yet.
        if (value(row, is_won).empty()) return {};
        if (const auto answer = words_.asked(value(row, is_won))) return is_end(answer) ? answer : std::nullopt;
        count_word(value(row, is_won), true);
        waits = true;
        return {};
    }
    // "Won on", "Lost on": where nothing else says it, the column that has the day does.
    if (!columns_.has(stage) && !columns_.has(status) && !columns_.has(is_won) && !columns_.has(is_closed)) {
        const int place = columns_.place(row, closed_on);
        if (place < 0 || says_no_day(row[static_cast<std::size_t>(place)])) return {};
        const auto said_so = words_.outcome(tables_[static_cast<std::size_t>(table_)].file->table.columns[static_cast<std::size_t>(place)]);
        return is_end(said_so) ? said_so : std::nullopt;
    }
    const bool closed = words_.is_yes(value(row, is_closed));
    if (columns_.has(is_won) && columns_.has(is_closed)) {
        if (!closed) return {};
        return is_end(by_stage) && by_stage != won ? by_stage : lost;
    }
    if (is_end(by_status)) return by_status;
    if (is_end(by_stage)) return by_stage;
    // A reason why it was lost is one more way to say so.
    const bool is_over = closed || by_status == unclear || by_stage == unclear;
    if (is_over && !says_nothing(value(row, reason))) return lost;
    if (by_status == unclear || (by_stage == unclear && by_status != open)) {
        count_word(value(row, by_status == unclear ? status : stage), true);
        waits = true;
        return {};
    }
    if (closed) {
        const auto word = value(row, stage).empty() ? value(row, status) : value(row, stage);
        if (word.empty()) return lost;
        count_word(word, true);
        waits = true;
        return {};
    }
    if (!by_status && !says_nothing(value(row, status)) && by_stage != open) {
        count_word(value(row, status), true);
        waits = true;
    } else if (!by_stage && !by_status && !says_nothing(value(row, stage))) {
        // A word may be guessed at; of a stage's number nobody knows whether it is an end.
        waits = std::ranges::all_of(value(row, stage), is_digit) && value(row, is_closed).empty() && value(row, is_won).empty();
        count_word(value(row, stage), waits);
    }
    return {};
}

bool RowReader::read_outcome(const Row& row, Source source, DealRecord& deal) {
    using enum ImportField;
    for (const auto field : {stage, status, is_won, is_closed}) {
        deal.outcome_said = deal.outcome_said || !value(row, field).empty();
    }
    for (const auto field : {stage, status, is_won}) {
        if (const auto answer = words_.asked(value(row, field))) count_word(value(row, field), false, answer);
    }
    bool waits = false;
    auto outcome = outcome_of(row, waits);
    if (waits) return false;
    if (!outcome) return true;
    deal.outcome_said = true;
    changes_.has_closed = true;
    auto why = std::string(clean_line(value(row, reason), short_text));
    if (outcome == ImportedOutcome::lost) {
        if (words_.outcome(why) == ImportedOutcome::no_decision || words_.outcome(value(row, stage)) == ImportedOutcome::no_decision) outcome = ImportedOutcome::no_decision;
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
    return true;
}

void RowReader::finish() {
    std::vector<UnknownWord> words;
    for (auto& [key, word] : records_.words) words.push_back(std::move(word));
    sort_list(words, [](const UnknownWord& a, const UnknownWord& b) {
        return a.waits != b.waits ? a.waits : a.rows != b.rows ? a.rows > b.rows : a.word < b.word;
    });
    if (words.size() > ImportChanges::most_words) words.resize(ImportChanges::most_words);
    changes_.words = std::move(words);
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
        for (const auto one : ids) {
            if (auto id = record_id(one, system_); !id.empty()) add(std::move(id), {}, {});
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
