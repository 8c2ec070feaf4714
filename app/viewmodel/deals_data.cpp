#include "app/viewmodel/deals_data.hpp"

#include "app/viewmodel/deals/deals_marks.hpp"
#include "app/viewmodel/search/deal_search.hpp"

#include "core/agenda/agenda.hpp"
#include "core/agenda/ask_day.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace middleground {

namespace {

// The earliest day on which something was to come and has not; the target is a wish, not a day that was agreed.
std::optional<Date> late_since(const std::vector<ComingUp>& coming, Date today) {
    for (const auto& one : coming) {
        if (one.is_late(today) && !std::holds_alternative<TargetDay>(one.about)) return one.on;
    }
    return {};
}

std::optional<Date> next_day(const std::vector<ComingUp>& coming) {
    for (const auto& one : coming) {
        if (one.on && !std::holds_alternative<TargetDay>(one.about)) return one.on;
    }
    return {};
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
    double value = 0;
};

// Numbers come before days, and these before words.
Key key_of_field(const DealRow& row, std::string_view name) {
    const auto* field = find_field(row.deal->fields, name);
    if (!field) return {.missing = true};
    switch (field->kind) {
    case FieldKind::number:
        return {.value = std::strtod(field->value.c_str(), nullptr)};
    case FieldKind::date:
        return {.text = '\x01' + field->value};
    case FieldKind::text:
    case FieldKind::choice:
        break;
    }
    return {.text = '\x02' + sort_key(field->value)};
}

Key key_of_row(const DealRow& row, DealColumn column) {
    const auto date = [](const std::optional<Date>& day) { return Key{!day.has_value(), {}, day ? day->days() : 0}; };
    switch (column) {
    case DealColumn::deal:
        return {false, sort_key(row.name + ' ' + row.about), 0};
    case DealColumn::ask:
        return {row.ask.empty(), sort_key(row.ask), 0};
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
    case DealColumn::tags:
        return {row.deal->tags.empty(), row.deal->tags.empty() ? std::string() : sort_key(row.deal->tags.front().name), 0};
    case DealColumn::owner:
        return {row.owner_name.empty(), sort_key(row.owner_name), 0};
    case DealColumn::amount:
        // Amounts of different currencies cannot be compared: they are kept apart.
        return row.deal->amount ? Key{false, row.deal->amount->currency, row.deal->amount->minor} : Key{true, {}, 0};
    }
    return {};
}

// What the deal says, or what is asked for next, which is worked out from it.
bool matches(const DealRow& row, std::string_view query, const DealSearch* search) {
    const bool said = search ? search->found(row.deal->id) != nullptr : found_in(*row.deal, query).has_value();
    return said || match_score(row.ask, query) > 0;
}

}

DealRow deal_row(const Deal& deal, const Derived& derived, Date today) {
    DealRow row;
    row.deal = &deal;
    row.name = deal_name(deal);
    row.about = deal.account.empty() || deal.title == deal.account ? std::string() : deal.title;
    row.closed = !std::holds_alternative<Open>(deal.outcome);
    row.closed_words = outcome_words(deal.outcome, today);
    row.kept = derived.kept;
    row.commitments = step_count(deal);
    row.last_kept = derived.last_kept;
    row.people = present_count(deal);
    if (const auto* target = target_of(deal)) {
        row.target = target->date;
    }
    row.balance = derived.assessment.balance.score;
    row.would_agree = derived.assessment.consensus.would_agree;
    row.group = derived.assessment.consensus.of;
    if (row.closed) {
        return row;
    }
    row.too_early = !too_early_because(deal).empty();
    row.quiet = today - last_word(deal) > quiet_days_limit;
    row.ready = std::ranges::any_of(derived.ready, [](const PlanItem& item) { return item.state == PlanState::ready; });
    if (!derived.ready.empty()) row.ahead = derived.ready.front();
    const auto coming = coming_up(deal);
    if (const auto* ask = first_ask(derived)) {
        row.ask = ask->title;
        row.ask_why = short_why(*ask);
        row.by = day_of(deal, *ask, coming, today);
    }
    if (const auto late = late_since(coming, today)) {
        row.by = late;
        row.days_late = today - *late;
    }
    // What has no day of its own is done before the next thing that has one.
    if (!row.by) row.by = next_day(coming);
    return row;
}

DealRow deal_row(const Entry& entry, DerivedCache& cache, const Knowledge& knowledge, Date today, const ForecastCache& forecasts) {
    auto row = deal_row(entry.deal, ranked(cache, forecasts, entry.deal, knowledge, entry.revision, today), today);
    row.archived = entry.archived;
    row.ranking = forecasts.gains_number(entry.deal.id);
    return row;
}

std::vector<DealRow> deal_rows(const Document& document, DerivedCache& cache, Date today, const ForecastCache& forecasts) {
    std::vector<DealRow> rows;
    rows.reserve(document.entries.size());
    for (const auto& entry : document.entries) {
        rows.push_back(deal_row(entry, cache, knowledge_of(document), today, forecasts));
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
    if (row.outlook == nullptr || !row.outlook->forecast || row.too_early) return;
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

std::vector<const DealRow*> chosen_rows(const std::vector<DealRow>& rows, const DealChoice& choice, const DealSearch* search) {
    struct Keyed {
        const DealRow* row;
        Key key;
    };
    std::vector<Keyed> keyed;
    const bool descending = choice.descending;
    const bool everything = trimmed(choice.query).empty();
    for (const auto& row : rows) {
        if (!passes(row, choice.filter) || !has_marks(*row.deal, choice.marks)) continue;
        if (!choice.owner.empty() && row.owner != choice.owner) continue;
        if (!everything && !matches(row, choice.query, search)) continue;
        keyed.push_back({&row, choice.field.empty() ? key_of_row(row, choice.column) : key_of_field(row, choice.field)});
    }
    sort_list(keyed, [&](const Keyed& a, const Keyed& b) {
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
        if (left.number != right.number) return descending ? right.number < left.number : left.number < right.number;
        return descending ? right.value < left.value : left.value < right.value;
    });
    std::vector<const DealRow*> chosen;
    chosen.reserve(keyed.size());
    for (const auto& one : keyed) {
        chosen.push_back(one.row);
    }
    return chosen;
}

}
