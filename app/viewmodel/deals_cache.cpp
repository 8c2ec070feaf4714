#include "app/viewmodel/deals_cache.hpp"

#include "app/viewmodel/search/deal_search.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/model/own_fields/known_fields.hpp"

#include <algorithm>
#include <bit>

namespace middleground {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    return std::rotl((hash ^ value) * 0x9e3779b97f4a7c15u, 29);
}

// Also over where the deals are: rows point to them.
std::uint64_t mark_of(const Document& document, Date today, const ForecastCache& forecasts) {
    auto mark = mixed(forecasts.clearings(), static_cast<std::uint64_t>(today.days()));
    if (document.team) mark = mixed(mark, sharing_mark(document));
    for (const auto& entry : document.entries) {
        mark = mixed(mark, reinterpret_cast<std::uintptr_t>(&entry));
        mark = mixed(mark, entry.revision);
    }
    return mark;
}

}

const std::vector<DealRow>& DealsCache::rows(const Document& document, DerivedCache& derived, Date today, ForecastCache& forecasts,
                                             const std::vector<Playbook>& odds) {
    if (const auto mark = mark_of(document, today, forecasts); mark != deals_seen_ || rows_.size() != document.entries.size()) {
        deals_seen_ = mark;
        rows_ = deal_rows(document, derived, today, forecasts);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            begin_forecast(rows_[i], document.entries[i], derived, {odds, document.wording}, today, forecasts);
        }
        if (document.team) name_owners(document);
        count();
        choice_.reset();
        marks_.reset();
        forecasts_seen_ = 0;
        rankings_seen_ = forecasts.rankings();
    }
    if (rankings_seen_ != forecasts.rankings()) {
        rankings_seen_ = forecasts.rankings();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].ranking == forecasts.gains_number(document.entries[i].deal.id)) continue;
            const auto* outlook = rows_[i].outlook;
            auto owner = std::move(rows_[i].owner);
            auto owner_name = std::move(rows_[i].owner_name);
            rows_[i] = deal_row(document.entries[i], derived, knowledge_of(document), today, forecasts);
            rows_[i].owner = std::move(owner);
            rows_[i].owner_name = std::move(owner_name);
            rows_[i].outlook = outlook;
            read_forecast(rows_[i]);
            if (choice_ && (choice_->column == DealColumn::ask || choice_->column == DealColumn::by || !choice_->query.empty())) choice_.reset();
        }
        count();
    }
    if (forecasts_seen_ != forecasts.changes()) {
        forecasts_seen_ = forecasts.changes();
        std::ranges::for_each(rows_, read_forecast);
        if (choice_ && (choice_->column == DealColumn::chance || choice_->column == DealColumn::close)) choice_.reset();
    }
    return rows_;
}

const DealRow* DealsCache::row_of(const Deal& deal) const {
    const auto found = std::ranges::find(rows_, &deal, &DealRow::deal);
    return found == rows_.end() ? nullptr : &*found;
}

void DealsCache::name_owners(const Document& document) {
    for (auto& row : rows_) {
        auto owner = owner_of(document, row.deal->id);
        row.owner = std::move(owner.id);
        row.owner_name = std::move(owner.name);
    }
}

void DealsCache::count() {
    for (const auto filter : deal_filters) {
        counts_[static_cast<std::size_t>(filter)] = count_of(rows_, filter);
    }
}

const std::vector<const DealRow*>& DealsCache::chosen(const DealChoice& choice, const DealSearch& search) {
    if (choice_ != choice || (!choice.query.empty() && search_seen_ != search.changes())) {
        choice_ = choice;
        search_seen_ = search.changes();
        chosen_ = chosen_rows(rows_, choice, &search);
        months_.reset();
    }
    return chosen_;
}

const std::vector<CountedMark>& DealsCache::marks() {
    if (!marks_) marks_ = marks_of(rows_);
    return *marks_;
}

const std::vector<FieldDefinition>& DealsCache::fields(const Document& document) {
    std::uint64_t mark = document.entries.size() + 1;
    for (const auto& entry : document.entries) {
        mark = mixed(mark, entry.revision);
    }
    if (fields_seen_ != mark || defined_seen_ != document.settings.fields) {
        std::vector<const Deal*> deals;
        for (const auto& entry : document.entries) {
            deals.push_back(&entry.deal);
        }
        fields_ = known_fields(document.settings.fields, deals).fields;
        fields_seen_ = mark;
        defined_seen_ = document.settings.fields;
    }
    return fields_;
}

const std::vector<MonthlyAmount>& DealsCache::months(Date today) {
    std::vector<const Outlook*> outlooks;
    std::size_t played = 0;
    std::size_t to_come = 0;
    for (const auto* row : chosen_) {
        if (row->outlook == nullptr || row->too_early) continue;
        outlooks.push_back(row->outlook);
        const bool settled = row->outlook->forecast && row->outlook->forecast->settled;
        const bool is_played = settled || row->outlook->none || !row->outlook->won_days.empty();
        ++(is_played ? played : to_come);
    }
    const bool waiting = to_come > 0;
    if (waiting && months_) return *months_; // not a new sum for each deal that has come
    if (!months_ || summed_ != played) {
        summed_ = played;
        months_ = waiting ? std::vector<MonthlyAmount>{} : monthly_amounts(outlooks, today);
    }
    return *months_;
}

}
