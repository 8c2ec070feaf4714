#include "app/session/forecast_slot.hpp"

#include "core/diary/believed_by.hpp"
#include "core/diary/diary.hpp"
#include "core/forecast/draws.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

// In commitments times futures; 200,000 are some 2 ms.
constexpr std::uint64_t most_at_once = 1000000;
constexpr std::uint32_t slice_work = 200000;

std::uint32_t slice_of(const PreparedDeal& prepared) {
    return std::max<std::uint32_t>(200, slice_work / std::max<std::uint32_t>(1, static_cast<std::uint32_t>(prepared.ids.size())));
}

// Runs a slice of what is left; true when all are played.
bool run_slice(Simulation& simulation) {
    const auto done = simulation.counts().futures;
    if (done < shown_futures) simulation.run(std::min(shown_futures - done, slice_of(simulation.prepared())));
    return simulation.counts().futures >= shown_futures;
}

}

ForecastCache::ForecastCache() = default;
ForecastCache::~ForecastCache() = default;

ForecastCache::Slot* ForecastCache::find_slot(const std::string& id) const {
    const auto found = slots_.find(id);
    return found == slots_.end() ? nullptr : found->second.get();
}

void ForecastCache::start() {
    if (!waits_) return;
    waits_ = false;
    ++clearings_; // what was answered is asked for anew
}

const Outlook& ForecastCache::of(const Deal& deal, const Derived& derived, const Knowledge& knowledge, std::uint64_t revision, Date today,
                                 Depth depth) {
    auto& place = slots_[deal.id.text];
    if (!place) place = std::make_unique<Slot>();
    auto& slot = *place;
    if (waits_ && depth == Depth::outcome && !slot.begun) {
        slot.outlook.refining = true;
        return slot.outlook;
    }
    const bool same = slot.begun && slot.revision == revision && slot.today == today;
    if (same && (depth == Depth::outcome ? slot.is_listed() : slot.depth == Depth::everything)) return slot.outlook;
    if (!same) {
        slot.table.reset(); // it refers to what is replaced now
        reasons_.forget(deal.id.text); // they do, too
        slot.deal = deal;
        slot.assessment = derived.assessment;
        slot.playbook = playbook_of(knowledge, slot.deal);
        slot.wording = &knowledge.wording;
        slot.revision = revision;
        slot.today = today;
        slot.outlook = {};
        slot.outcomes.reset();
        slot.details.reset();
        slot.outcomes_done = false;
        slot.details_done = false;
        slot.has_gains = false;
    }
    if (!same || depth == Depth::everything) slot.depth = depth;
    begin(slot);
    return slot.outlook;
}

// What is there of this revision stays as it is; what is missing comes on top. What becomes of each commitment is played at once for the one
// deal whose page is shown, so that the page is never without a forecast; a list has its deals as soon as a frame has the time.
void ForecastCache::begin(Slot& slot) {
    ++changes_;
    slot.begun = true;
    auto prepared = prepared_with(slot.comparison(settings_, tables_), {});
    if (!prepared) {
        slot.outlook.none = prepared.error();
        return;
    }
    const bool settled = prepared->settled.has_value();
    slot.outlook.deal = slot.deal.id;
    slot.outlook.amount = slot.deal.amount;
    if (slot.depth == Depth::everything && !slot.details_done) {
        slot.what_if.reset();
        slot.what_if_wanted = !slot.what_ifs.empty();
        slot.outlook.refining = !settled;
        slot.details.emplace(std::move(*prepared), same_seed, Record::everything);
        play(slot, true);
        if (!settled) deep_.push_back(slot.deal.id.text);
        return;
    }
    if (slot.depth == Depth::outcome) slot.outlook.refining = !settled;
    slot.outcomes.emplace(std::move(*prepared), same_seed, Record::outcomes);
    if (settled) {
        play(slot, true);
    } else {
        play_at_once(slot);
        listed_.push_back(slot.deal.id.text);
    }
}

void ForecastCache::play_at_once(Slot& slot) {
    const auto cost = slot.outcomes->prepared().ids.size() * std::uint64_t{shown_futures};
    if (played_at_once_ + cost > most_at_once) return;
    played_at_once_ += cost;
    play(slot, true);
}

// A slice, or all that is left.
void ForecastCache::play(Slot& slot, bool to_the_end) {
    while (slot.outcomes || slot.details) {
        auto& playing = slot.outcomes ? slot.outcomes : slot.details;
        if (run_slice(*playing)) {
            ++changes_;
            // Two kinds, one answer: either has the numbers that the other has, and the details have more.
            if (!slot.details_done) tell(slot, forecast_of(*playing));
            if (slot.outcomes) {
                slot.outlook.won_days = playing->won_days();
                slot.outcomes_done = true;
            } else {
                slot.details_done = true;
            }
            playing.reset();
        }
        if (!to_the_end) return;
    }
}

// What is put down is what was played: the record is learned from it.
void ForecastCache::tell(Slot& slot, Forecast played) {
    const auto belief = belief_of(played, slot.today, believed_by(slot.playbook));
    if (belief && too_early_because(slot.deal).empty()) beliefs_.push_back({slot.deal.id, slot.revision, *belief});
    slot.outlook.played = played.won;
    slot.outlook.record = record_;
    slot.outlook.forecast = recalibrated(std::move(played), slot.deal.amount, record_);
}

void ForecastCache::judge_by(const Recalibration& record) {
    if (record == record_) return;
    record_ = record;
    clear();
}

void ForecastCache::suppose(const DealId& id, const std::vector<WhatIf>& all) {
    auto* slot = find_slot(id.text);
    if (!slot || slot->what_ifs == all) return;
    slot->what_ifs = all;
    slot->what_if.reset();
    slot->what_if_wanted = !all.empty();
    if (all.empty()) slot->outlook.what_if.reset();
    slot->outlook.refining = slot->outlook.forecast.has_value() && !slot->outlook.forecast->settled;
    if (slot->outlook.refining) deep_.push_back(id.text);
}

std::span<const AskGain> ForecastCache::finished_gains(const Deal& deal, const Derived& derived, const Knowledge& knowledge,
                                                       std::uint64_t revision, Date today) {
    of(deal, derived, knowledge, revision, today, Depth::outcome);
    auto& slot = *find_slot(deal.id.text);
    if (slot.outlook.none) return {};
    play(slot, true);
    if (slot.outlook.forecast->settled) return {};
    while (!slot.has_gains) {
        work_on_gains(slot);
    }
    return slot.gains;
}

const ChanceReasons* ForecastCache::why(const DealId& id, const BeliefChange& change) {
    auto* slot = find_slot(id.text);
    if (slot == nullptr || !(slot->outcomes_done || slot->details_done) || slot->outlook.forecast->settled) return nullptr;
    return reasons_.of(id.text, slot->comparison(settings_, tables_), change, slot->depth == Depth::everything);
}

bool ForecastCache::work_on_why(bool of_page_only) {
    const auto did = reasons_.work(record_, of_page_only);
    if (did == AskedReasons::Did::the_last_one) ++changes_;
    return did != AskedReasons::Did::nothing;
}

bool ForecastCache::work() {
    played_at_once_ = 0;
    if (work_on_why(true)) return true;
    for (; !deep_.empty(); deep_.pop_back()) {
        auto* slot = find_slot(deep_.back());
        if (slot && slot->outlook.refining && slot->depth == Depth::everything) return work_on(*slot);
    }
    for (; !listed_.empty(); listed_.pop_front()) {
        auto* slot = find_slot(listed_.front());
        if (!slot) continue;
        if (slot->outcomes) {
            play(*slot, false);
            return true;
        }
        if (slot->depth == Depth::everything) continue; // its page works out the rest
        slot->outlook.refining = false;
        unranked_.push_back(listed_.front());
    }
    if (work_on_why(false)) return true;
    for (; !unranked_.empty(); unranked_.pop_front()) {
        auto* slot = find_slot(unranked_.front());
        if (!slot || slot->has_gains || slot->depth != Depth::outcome || !slot->outcomes_done) continue;
        work_on_gains(*slot);
        // A list of many deals keeps what it shows, not how it came about.
        if (slot->has_gains) slot->table.reset();
        return true;
    }
    return false;
}

void ForecastCache::work_on_gains(Slot& slot) {
    if (!slot.table) {
        slot.table.emplace(slot.comparison(settings_, tables_));
    } else {
        slot.table->step();
    }
    if (slot.has_gains || !slot.table->has_gains()) return;
    slot.has_gains = true;
    auto gains = gains_of(*slot.table);
    if (slot.gains_number != 0 && gains == slot.gains) return;
    slot.gains = std::move(gains);
    slot.gains_number = ++rankings_;
    ++changes_;
}

// With everything: what is what_ifs, then what would change it.
bool ForecastCache::work_on(Slot& slot) {
    auto& outlook = slot.outlook;
    if (slot.what_if_wanted) {
        if (!slot.what_if) {
            auto prepared = prepared_with(slot.comparison(settings_, tables_), slot.what_ifs);
            if (prepared) slot.what_if.emplace(std::move(*prepared), same_seed, Record::everything);
        }
        if (!slot.what_if || run_slice(*slot.what_if)) {
            ++changes_;
            slot.what_if_wanted = false;
            if (slot.what_if) outlook.what_if = recalibrated(forecast_of(*slot.what_if), slot.deal.amount, record_);
        }
        return true;
    }
    if (slot.table && slot.table->is_finished() && slot.has_gains) {
        outlook.sensitivity = &*slot.table;
        outlook.refining = false;
        ++changes_;
        return true;
    }
    work_on_gains(slot);
    outlook.sensitivity = &*slot.table;
    return true;
}

void ForecastCache::clear() {
    reasons_.clear();
    slots_.clear();
    deep_.clear();
    listed_.clear();
    unranked_.clear();
    ++changes_;
    ++clearings_;
}

std::span<const AskGain> ForecastCache::gains(const DealId& id) const {
    const auto* slot = find_slot(id.text);
    return slot ? std::span<const AskGain>(slot->gains) : std::span<const AskGain>{};
}

std::uint64_t ForecastCache::gains_number(const DealId& id) const {
    const auto* slot = find_slot(id.text);
    return slot ? slot->gains_number : 0;
}

const Derived& ranked(DerivedCache& cache, const ForecastCache& forecasts, const Deal& deal, const Knowledge& knowledge,
                      std::uint64_t revision, Date today) {
    const auto& derived = cache.of(deal, knowledge, revision, today);
    cache.rank(deal, knowledge, today, forecasts.gains(deal.id), forecasts.gains_number(deal.id));
    return derived;
}

Derived derive_with_forecast(const Deal& deal, const Knowledge& knowledge, Date today) {
    auto derived = derive(deal, knowledge, today);
    ForecastCache cache;
    const auto gains = cache.finished_gains(deal, derived, knowledge, 1, today);
    if (!gains.empty()) derived = derive(deal, knowledge, today, gains);
    return derived;
}

}
