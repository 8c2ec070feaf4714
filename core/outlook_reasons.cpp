#include "core/outlook_reasons.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/their_acts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace middleground {

namespace {

constexpr std::uint32_t futures = 10000;        // as many as a chance that is shown is played in: the same ones
constexpr std::uint32_t work_of_step = 200000; // commitments times futures

// What is believed of a share won, as the diary would have it.
int points_of(double won, const Recalibration& record) {
    return points_of(shown_chance({.on = {}, .won = static_cast<int>(std::lround(1000 * won))}, record));
}

bool is_same_fact(const SaidFact& one, const SaidFact& other) {
    return one.kind == other.kind && one.person == other.person && one.commitment == other.commitment && one.where.subject == other.where.subject;
}

// Fewer and more after each other, the largest first; of equal ones the latest.
bool is_before(const ChanceReason& a, const ChanceReason& b) {
    if (std::abs(a.points) != std::abs(b.points)) return std::abs(a.points) > std::abs(b.points);
    const bool a_change = a.kind == ChanceReason::Kind::change;
    const bool b_change = b.kind == ChanceReason::Kind::change;
    if (a_change != b_change) return a_change;
    return std::abs(a.move) > std::abs(b.move);
}

}

ReasonSearch::ReasonSearch(const PlayedDeal& played, const BeliefChange& change)
    : played_(played), change_(change), as_of_now_(played.deal) {
    take_back_all(as_of_now_, change.now.on);
    copy_ = as_of_now_;
    changes_ = changes_between(as_of_now_, played.assessment.said, change.before.on, change.now.on);
    if (changes_.size() > most_changes) {
        const int left = static_cast<int>(changes_.size() - (most_changes - 1));
        const auto on = changes_[most_changes - 1].on;
        changes_.resize(most_changes - 1);
        changes_.push_back({ChangeKind::others, on, Function::other, left, {}});
    }
}

// Of the next stage: the deal as it is then, everything that follows from it anew.
void ReasonSearch::begin() {
    const auto stage = levels_.size();
    const bool is_last = stage + 1 == stages();
    const auto day = is_last ? change_.before.on : change_.now.on;
    if (is_last) take_back_all(copy_, change_.before.on); // nothing that happened is left, told or not
    if (stage > 0 && !is_last) {
        const auto& change = changes_[stage - 1];
        take_back(copy_, change, change_.before.on);
        if (change.kind == ChangeKind::said || change.kind == ChangeKind::others) {
            for (const auto& fact : played_.assessment.said) {
                const bool same = change.kind == ChangeKind::others || fact.words == change.said;
                if (same && fact.where.on && *fact.where.on > change_.before.on) kept_out_.push_back(fact);
            }
        }
    }
    std::vector<SaidFact> said;
    if (played_.wording.said) said = said_facts(copy_, played_.playbook, *played_.wording.said, day);
    std::erase_if(said, [&](const SaidFact& fact) {
        return std::ranges::any_of(kept_out_, [&](const SaidFact& other) { return is_same_fact(fact, other); });
    });
    const HeardDeal heard(copy_, said);
    const auto& deal = heard.deal();
    const auto balance = balance_of(deal, played_.playbook, played_.wording, day);
    const auto consensus = consensus_of(deal);
    const auto input = forecast_input(deal, played_.playbook, consensus, balance.lasting_push, day);
    auto prepared = prepare_deal(input, played_.settings, played_.tables);
    if (!prepared) {
        levels_.push_back(levels_.empty() ? change_.now.won / 1000.0 : levels_.back()); // nothing decides: it says nothing
        return;
    }
    simulation_.emplace(std::move(*prepared), played_.seed, Record::outcomes);
}

void ReasonSearch::step() {
    if (is_finished()) return;
    if (!simulation_) begin();
    if (!simulation_) return;
    const auto size = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(simulation_->prepared().ids.size()));
    const auto slice = std::max<std::uint32_t>(200, work_of_step / size);
    simulation_->run(std::min(futures - simulation_->counts().futures, slice));
    const auto& counts = simulation_->counts();
    if (counts.futures < futures) return;
    levels_.push_back(Share{counts.won, counts.futures}.value());
    simulation_.reset();
}

ChanceReasons ReasonSearch::reasons(const Recalibration& record) const {
    ChanceReasons all{.change = change_, .reasons = {}, .nothing_recorded = changes_.empty()};
    const auto shown = [&](const Belief& belief) { return points_of(belief.won / 1000.0, record); };
    all.points = shown(change_.now) - shown(change_.before);
    const auto add = [&](ChanceReason reason, double from, double to) {
        reason.points = points_of(to, record) - points_of(from, record);
        reason.move = to - from;
        if (reason.points != 0) all.reasons.push_back(std::move(reason));
    };
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        ChanceReason reason{.change = changes_[i], .words = happened_words(as_of_now_, changes_[i], change_.before.on, change_.now.on), .on = changes_[i].on};
        add(std::move(reason), levels_[i + 1], levels_[i]);
    }
    const int days = change_.now.on - change_.before.on;
    const bool quiet = last_act_of_theirs(as_of_now_, change_.now.on) <= change_.before.on;
    const auto while_ = days == 7 ? std::string("A week went by") : counted(days, "day", "days") + " went by";
    add({.kind = ChanceReason::Kind::time, .change = {}, .words = while_ + (quiet ? ", and nobody on their side acted" : ""), .on = {}}, levels_.back(),
        levels_[levels_.size() - 2]);
    int told = 0;
    for (const auto& one : all.reasons) {
        told += one.points;
    }
    if (told != all.points) {
        ChanceReason rest{.kind = ChanceReason::Kind::rest, .change = {}, .words = {}, .on = {}};
        rest.words = change_.same_model() ? "Changes without a date, or dated back" : "The forecast itself changed in between";
        rest.points = all.points - told;
        rest.move = rest.points / 100.0;
        all.reasons.push_back(std::move(rest));
    }
    sort_list(all.reasons, is_before);
    return all;
}

ChanceReasons chance_reasons(const PlayedDeal& played, const BeliefChange& change, const Recalibration& record) {
    ReasonSearch search(played, change);
    while (!search.is_finished()) {
        search.step();
    }
    return search.reasons(record);
}

}
