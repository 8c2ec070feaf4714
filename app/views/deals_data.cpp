#include "app/views/deals_data.hpp"

#include "core/base/text.hpp"
#include "core/model/coming_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

// The day that was agreed for the next step, while nothing has happened on or after it and it is about this commitment or none.
std::optional<Date> next_step_date(const Deal& deal, const CommitmentId& about) {
    const Interaction* latest = nullptr;
    for (const auto& interaction : deal.interactions) {
        if (planned_step(interaction) && interaction.next->on && (!latest || interaction.on >= latest->on)) {
            latest = &interaction;
        }
    }
    if (!latest || (!latest->next->commitment.empty() && latest->next->commitment != about)) {
        return {};
    }
    for (const auto& interaction : deal.interactions) {
        if (&interaction != latest && interaction.on >= *latest->next->on) {
            return {};
        }
    }
    return latest->next->on;
}

StakeholderId whom(const Commitment& commitment, PlanState state) {
    if (!commitment.buyer_owner.empty()) {
        return commitment.buyer_owner;
    }
    for (const auto& person : commitment.people) {
        if (state == PlanState::agreed || state_for(commitment, person) != CommitmentState::agreed) {
            return person;
        }
    }
    return commitment.people.empty() ? StakeholderId{} : commitment.people.front();
}

std::string who_words(const Deal& deal, const Commitment& commitment, PlanState state) {
    const auto id = whom(commitment, state);
    const auto name = id.empty() ? std::string() : name_of(deal, id);
    switch (state) {
    case PlanState::agreed:
        return name.empty() ? "agreed" : name + " agreed";
    case PlanState::asked:
        return name.empty() ? "asked, no answer yet" : "Asked " + name;
    case PlanState::declined:
        return name.empty() ? "declined" : name + " declined";
    case PlanState::broken:
        return name.empty() ? "not kept" : name + " did not keep it";
    default:
        return name.empty() ? "nobody chosen" : name;
    }
}

std::string outcome_words(const Outcome& outcome, Date today) {
    if (const auto* won = std::get_if<Won>(&outcome)) {
        return "Won " + short_date(won->on, today);
    }
    if (const auto* lost = std::get_if<Lost>(&outcome)) {
        return "Lost " + short_date(lost->on, today);
    }
    if (const auto* none = std::get_if<NoDecision>(&outcome)) {
        return "No decision " + short_date(none->on, today);
    }
    return {};
}

// What a column sorts by; rows without it come last.
struct Key {
    bool missing = false;
    std::string text;
    std::int64_t number = 0;
};

Key key_of_row(const DealRow& row, DealColumn column) {
    const auto date = [](const std::optional<Date>& day) { return Key{!day.has_value(), {}, day ? day->days() : 0}; };
    switch (column) {
    case DealColumn::deal:
        return {false, folded(row.name + ' ' + row.about), 0};
    case DealColumn::ask:
        return {!row.next.has_value(), folded(row.ask), 0};
    case DealColumn::by:
        return date(row.by);
    case DealColumn::kept:
        return {row.commitments == 0, {}, row.commitments == 0 ? 0 : std::int64_t{row.kept} * 10000 / row.commitments};
    case DealColumn::last_kept:
        return {!row.last_kept.has_value(), {}, row.last_kept ? -std::int64_t{row.last_kept->days()} : 0};
    case DealColumn::people:
        return {row.group == 0, {}, row.group == 0 ? 0 : std::int64_t{row.would_agree} * 10000 / row.group};
    case DealColumn::balance:
        return {false, {}, std::llround(row.balance.needle())};
    case DealColumn::chance:
        return {!row.chance.has_value(), {}, row.chance ? std::llround(row.chance->value() * 1e6) : 0};
    case DealColumn::close:
        return date(row.close);
    case DealColumn::target:
        return date(row.target);
    case DealColumn::amount:
        // Amounts of different currencies cannot be compared: they are kept apart.
        return row.deal->amount ? Key{false, row.deal->amount->currency, row.deal->amount->minor} : Key{true, {}, 0};
    }
    return {};
}

bool matches(const DealRow& row, std::string_view query) {
    std::string text = row.name + ' ' + row.about + ' ' + row.ask;
    for (const auto& person : row.deal->stakeholders) {
        text += ' ' + person.name;
    }
    return match_score(text, query) > 0;
}

}

std::string deal_name(const Deal& deal) {
    if (!deal.account.empty()) {
        return deal.account;
    }
    return deal.title.empty() ? "Untitled deal" : deal.title;
}

DealRow deal_row(const Deal& deal, const Derived& derived, Date today) {
    DealRow row;
    row.deal = &deal;
    row.name = deal_name(deal);
    row.about = deal.account.empty() || deal.title == deal.account ? std::string() : deal.title;
    row.closed = !std::holds_alternative<Open>(deal.outcome);
    row.closed_words = outcome_words(deal.outcome, today);
    row.kept = derived.kept;
    row.commitments = static_cast<int>(deal.commitments.size());
    row.last_kept = derived.last_kept;
    row.quiet_days = std::max(0, today - derived.last_kept.value_or(deal.opened));
    row.people = static_cast<int>(deal.stakeholders.size());
    if (const auto* target = target_of(deal)) {
        row.target = target->date;
    }
    row.balance = derived.assessment.balance.score;
    row.would_agree = derived.assessment.consensus.would_agree;
    row.group = derived.assessment.consensus.of;
    if (row.closed) {
        return row;
    }
    row.quiet = row.quiet_days > quiet_days_limit;
    row.ready = std::ranges::any_of(derived.ready, [](const PlanItem& item) { return item.state == PlanState::ready; });
    if (!derived.ready.empty()) {
        row.next = derived.ready.front();
        if (const auto* commitment = find(deal, row.next->id)) {
            row.ask = commitment->title;
            row.ask_who = who_words(deal, *commitment, row.next->state);
        }
        row.by = row.next->due ? row.next->due : next_step_date(deal, row.next->id);
        row.days_late = row.by ? std::max(0, today - *row.by) : 0;
    }
    return row;
}

std::vector<DealRow> deal_rows(const Document& document, DerivedCache& cache, Date today) {
    std::vector<DealRow> rows;
    rows.reserve(document.entries.size());
    const auto knowledge = knowledge_of(document);
    for (const auto& entry : document.entries) {
        rows.push_back(deal_row(entry.deal, cache.of(entry.deal, knowledge, entry.revision, today), today));
        rows.back().archived = entry.archived;
    }
    return rows;
}

void begin_forecast(DealRow& row, const Entry& entry, DerivedCache& cache, const Knowledge& knowledge, Date today,
                    ForecastCache& forecasts) {
    if (row.closed) return;
    const auto& derived = cache.of(entry.deal, knowledge, entry.revision, today);
    row.outlook = &forecasts.of(entry.deal, derived, knowledge, entry.revision, today, Depth::outcome);
}

void read_forecast(DealRow& row) {
    if (row.outlook == nullptr || !row.outlook->forecast) return;
    row.chance = row.outlook->forecast->won;
    row.close = row.outlook->forecast->close.p50;
}

bool passes(const DealRow& row, DealFilter filter) {
    if (row.archived) return filter == DealFilter::archived;
    switch (filter) {
    case DealFilter::all:
        return true;
    case DealFilter::ready:
        return row.ready;
    case DealFilter::late:
        return row.days_late > 0;
    case DealFilter::quiet:
        return row.quiet;
    case DealFilter::samples:
        return row.deal->sample;
    case DealFilter::closed:
        return row.closed;
    case DealFilter::archived:
        return row.archived;
    }
    return true;
}

int count_of(const std::vector<DealRow>& rows, DealFilter filter) {
    return static_cast<int>(std::ranges::count_if(rows, [filter](const DealRow& row) { return passes(row, filter); }));
}

std::string_view filter_key(DealFilter filter) {
    constexpr std::array<std::string_view, deal_filters.size()> keys{"all", "ready", "late", "quiet", "samples", "closed", "archived"};
    return keys[static_cast<std::uint32_t>(filter)];
}

std::string_view filter_label(DealFilter filter) {
    constexpr std::array<std::string_view, deal_filters.size()> labels{"All",     "Ready to ask", "Late",    "Quiet over 14 days",
                                                                       "Samples", "Closed",       "Archived"};
    return labels[static_cast<std::uint32_t>(filter)];
}

DealFilter filter_of(std::string_view key) {
    for (const auto filter : deal_filters) {
        if (filter_key(filter) == key) {
            return filter;
        }
    }
    return DealFilter::all;
}

std::vector<const DealRow*> chosen_rows(const std::vector<DealRow>& rows, DealFilter filter, std::string_view query, DealColumn column,
                                        bool descending) {
    struct Keyed {
        const DealRow* row;
        Key key;
    };
    std::vector<Keyed> keyed;
    const bool everything = trimmed(query).empty();
    for (const auto& row : rows) {
        if (passes(row, filter) && (everything || matches(row, query))) keyed.push_back({&row, key_of_row(row, column)});
    }
    std::ranges::stable_sort(keyed, [&](const Keyed& a, const Keyed& b) {
        if (a.row->closed != b.row->closed) {
            return b.row->closed;
        }
        const auto& left = a.key;
        const auto& right = b.key;
        if (left.missing != right.missing) {
            return right.missing;
        }
        if (left.text != right.text) {
            return descending ? right.text < left.text : left.text < right.text;
        }
        return descending ? right.number < left.number : left.number < right.number;
    });
    std::vector<const DealRow*> chosen;
    chosen.reserve(keyed.size());
    for (const auto& one : keyed) {
        chosen.push_back(one.row);
    }
    return chosen;
}

}
