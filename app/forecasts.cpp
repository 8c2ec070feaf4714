#include "app/forecasts.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::uint64_t seed = 1; // the same futures for every deal and every time
constexpr std::uint32_t first_futures = 1000;
constexpr std::uint32_t second_futures = 10000;
constexpr std::uint32_t all_futures = 100000;
constexpr std::uint32_t list_futures = 2000;
constexpr int most_at_once = 8;              // deals that play their first futures in one frame: some 2 ms
constexpr std::uint32_t slice_work = 200000; // commitments times futures: some 2 ms

std::uint32_t slice_of(const ForecastPlan& plan) {
    return std::max<std::uint32_t>(200, slice_work / std::max<std::uint32_t>(1, static_cast<std::uint32_t>(plan.ids.size())));
}

// Runs a slice of what is left to `goal`; true when it is reached.
bool run_towards(Simulation& simulation, std::uint32_t goal) {
    const auto done = simulation.counts().futures;
    if (done < goal) simulation.run(std::min(goal - done, slice_of(simulation.plan())));
    return simulation.counts().futures >= goal;
}

}

struct ForecastCache::Slot {
    std::uint64_t revision = 0;
    Date today;
    Depth depth = Depth::outcome;
    bool begun = false;

    Deal deal; // copies
    Assessment assessment;
    const Playbook* playbook = nullptr;
    const WordingTable* wording = nullptr;

    Outlook outlook;
    std::optional<Simulation> base;
    std::optional<Sensitivity> table;
    std::vector<WhatIf> supposed;
    std::optional<Simulation> what_if;
    bool what_if_wanted = false;
    std::vector<AskGain> gains;
    std::uint64_t gains_number = 0;

    Comparison comparison(const ForecastSettings& settings, ForecastTables& tables) const {
        return {deal, playbook, *wording, assessment, today, settings, tables, seed};
    }
};

ForecastCache::ForecastCache() = default;
ForecastCache::~ForecastCache() = default;

const Outlook& ForecastCache::of(const Deal& deal, const Derived& derived, const Knowledge& knowledge, std::uint64_t revision, Date today,
                                 Depth depth) {
    auto& place = slots_[deal.id.text];
    if (!place) place = std::make_unique<Slot>();
    auto& slot = *place;
    const bool deep_enough = slot.depth == Depth::everything || depth == Depth::outcome;
    if (slot.begun && slot.revision == revision && slot.today == today && deep_enough) return slot.outlook;
    slot.table.reset(); // it refers to what is replaced now
    slot.deal = deal;
    slot.assessment = derived.assessment;
    slot.playbook = find_playbook(knowledge, deal.playbook);
    slot.wording = &knowledge.wording;
    slot.revision = revision;
    slot.today = today;
    slot.depth = depth;
    begin(slot);
    return slot.outlook;
}

void ForecastCache::begin(Slot& slot) {
    slot.begun = true;
    ++changes_;
    slot.outlook = {};
    slot.base.reset();
    slot.what_if.reset();
    slot.what_if_wanted = !slot.supposed.empty();
    auto plan = plan_with(slot.comparison(settings_, tables_), {});
    if (!plan) {
        slot.outlook.none = plan.error();
        return;
    }
    slot.base.emplace(std::move(*plan), seed, slot.depth == Depth::everything ? Record::everything : Record::outcomes);
    slot.outlook.amount = slot.deal.amount;
    (slot.depth == Depth::everything ? deep_ : listed_).push_back(slot.deal.id.text);
    if (slot.depth == Depth::outcome && ++begun_at_once_ > most_at_once) {
        slot.outlook.refining = true;
        return;
    }
    slot.base->run(first_futures);
    slot.outlook.forecast = forecast_of(*slot.base);
    slot.outlook.refining = !slot.outlook.forecast->settled;
    slot.outlook.won_days = slot.base->won_days();
}

void ForecastCache::suppose(const DealId& id, const std::vector<WhatIf>& all) {
    const auto found = slots_.find(id.text);
    if (found == slots_.end() || found->second->supposed == all) return;
    auto& slot = *found->second;
    slot.supposed = all;
    slot.what_if.reset();
    slot.what_if_wanted = !all.empty();
    if (all.empty()) slot.outlook.what_if.reset();
    slot.outlook.refining = slot.outlook.forecast.has_value() && !slot.outlook.forecast->settled;
    if (slot.outlook.refining) deep_.push_back(id.text);
}

std::span<const AskGain> ForecastCache::finished_gains(const Deal& deal, const Derived& derived, const Knowledge& knowledge,
                                                       std::uint64_t revision, Date today) {
    of(deal, derived, knowledge, revision, today, Depth::everything);
    auto& slot = *slots_[deal.id.text];
    while (slot.outlook.refining && !(slot.table && slot.table->is_finished())) {
        work_on(slot);
    }
    if (!slot.outlook.sensitivity) return {}; // nothing to forecast, or nothing is open
    return slot.gains;
}

bool ForecastCache::work() {
    begun_at_once_ = 0;
    for (auto* waiting : {&deep_, &listed_}) {
        while (!waiting->empty()) {
            const auto found = slots_.find(waiting->back());
            if (found != slots_.end() && found->second->outlook.refining) return work_on(*found->second);
            waiting->pop_back();
        }
    }
    return false;
}

bool ForecastCache::work_on(Slot& slot) {
    auto& outlook = slot.outlook;
    auto& base = *slot.base;
    if (slot.depth == Depth::outcome) {
        if (run_towards(base, list_futures)) {
            ++changes_;
            outlook.forecast = forecast_of(base);
            outlook.won_days = base.won_days();
            outlook.refining = false;
        }
        return true;
    }
    if (base.counts().futures < second_futures) {
        if (run_towards(base, second_futures)) {
            ++changes_;
            outlook.forecast = forecast_of(base);
        }
        return true;
    }
    if (slot.what_if_wanted) {
        if (!slot.what_if) {
            auto plan = plan_with(slot.comparison(settings_, tables_), slot.supposed);
            if (plan) slot.what_if.emplace(std::move(*plan), seed, Record::everything);
        }
        if (!slot.what_if || run_towards(*slot.what_if, second_futures)) {
            ++changes_;
            slot.what_if_wanted = false;
            if (slot.what_if) outlook.what_if = forecast_of(*slot.what_if);
        }
        return true;
    }
    if (!slot.table) {
        slot.table.emplace(slot.comparison(settings_, tables_));
        outlook.sensitivity = &*slot.table;
        return true;
    }
    if (!slot.table->is_finished()) {
        slot.table->step();
        if (slot.table->is_finished()) {
            ++changes_;
            slot.gains = gains_of(*slot.table);
            ++slot.gains_number;
        }
        return true;
    }
    if (run_towards(base, all_futures)) {
        ++changes_;
        outlook.forecast = forecast_of(base);
        outlook.refining = false;
    }
    return true;
}

void ForecastCache::clear() {
    slots_.clear();
    deep_.clear();
    listed_.clear();
    ++changes_;
    ++clearings_;
}

std::span<const AskGain> ForecastCache::gains(const DealId& id) const {
    const auto found = slots_.find(id.text);
    return found == slots_.end() ? std::span<const AskGain>{} : std::span<const AskGain>(found->second->gains);
}

std::uint64_t ForecastCache::gains_number(const DealId& id) const {
    const auto found = slots_.find(id.text);
    return found == slots_.end() ? 0 : found->second->gains_number;
}

Derived derive_with_forecast(const Deal& deal, const Knowledge& knowledge, Date today) {
    auto derived = derive(deal, knowledge, today);
    ForecastCache cache;
    const auto gains = cache.finished_gains(deal, derived, knowledge, 1, today);
    if (!gains.empty()) derived = derive(deal, knowledge, today, gains);
    return derived;
}

std::vector<MonthlyAmount> monthly_amounts(std::span<const Outlook* const> outlooks, Date today) {
    struct Cell {
        std::int32_t month;
        std::string currency;
        std::vector<std::int64_t> sums; // by future
    };
    std::vector<Cell> cells;
    const auto cell_of = [&](std::int32_t month, const std::string& currency) -> Cell& {
        const auto found = std::ranges::find_if(cells, [&](const Cell& one) { return one.month == month && one.currency == currency; });
        if (found != cells.end()) return *found;
        cells.push_back({month, currency, std::vector<std::int64_t>(list_futures)});
        return cells.back();
    };
    for (const auto* outlook : outlooks) {
        if (!outlook->forecast || !outlook->amount) continue;
        const auto futures = std::min<std::size_t>(outlook->won_days.size(), list_futures);
        for (std::size_t i = 0; i < futures; ++i) {
            if (outlook->won_days[i] == not_won) continue;
            const auto on = today + outlook->won_days[i];
            cell_of((on.year() - 1970) * 12 + on.month() - 1, outlook->amount->currency).sums[i] += outlook->amount->minor;
        }
    }
    std::vector<MonthlyAmount> rows;
    for (auto& cell : cells) {
        std::int64_t mean = 0;
        for (const auto sum : cell.sums) {
            mean += sum / list_futures;
        }
        std::ranges::sort(cell.sums);
        rows.push_back({cell.month,
                        {mean, cell.currency},
                        {cell.sums[list_futures / 10], cell.currency},
                        {cell.sums[list_futures - 1 - list_futures / 10], cell.currency}});
    }
    std::ranges::sort(rows, [](const MonthlyAmount& a, const MonthlyAmount& b) {
        return a.month != b.month ? a.month < b.month : a.expected.currency < b.expected.currency;
    });
    return rows;
}

}
