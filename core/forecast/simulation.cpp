#include "core/forecast/simulation.hpp"

#include <algorithm>

namespace middleground {

Simulation::Simulation(PreparedDeal prepared, std::uint64_t seed, Record record) : prepared_(std::move(prepared)), seed_(seed), record_(record) {
    const auto days = static_cast<std::size_t>(prepared_.horizon_days) + 1;
    const auto size = prepared_.ids.size();
    counts_.won_on.assign(days, 0);
    numbers_.assign(block_size, 0);
    played_.resize(size);
    for (auto* lanes : {&keys_, &pace_, &patience_, &passes_, &lost_on_, &first_kept_, &begin_usual_, &begin_day_, &answers_, &rows_, &unseen_days_, &odds_rows_, &open_})
        lanes->fill(0);
    for (auto& one : played_) {
        one.usual.fill(0);
        one.day.fill(0);
        one.waited_for.fill(0);
    }
    if (record_ == Record::everything) {
        counts_.kept.assign(size, 0);
        counts_.critical.assign(size, 0);
        counts_.kept_on.assign(size * days, 0);
    }
}

void Simulation::run(std::uint32_t futures) {
    if (prepared_.settled) return count_settled(futures);
    const auto end = counts_.futures + futures;
    if (record_ == Record::outcomes) won_days_.resize(end, not_won);
    for (auto first = counts_.futures; first < end; first += block_size) {
        gather(first, std::min(block_size, end - first));
    }
    play_block();
    counts_.futures = end;
}

void Simulation::count_settled(std::uint32_t futures) {
    counts_.futures += futures;
    switch (prepared_.settled->as) {
    case Settled::As::won:
        counts_.won += futures;
        break;
    case Settled::As::lost:
        counts_.lost += futures;
        break;
    case Settled::As::no_decision:
        counts_.no_decision += futures;
        break;
    }
}

void Simulation::gather(std::uint32_t first, std::uint32_t count) {
    Lanes keys;
    Lanes answers;
    Lanes rows;
    keys_of(seed_, first, keys);
    draw_both(keys, alive_key, 0, answers, rows);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (answers[i] >= prepared_.alive_below) {
            ++(rows[i] < prepared_.dead_lost ? counts_.lost : counts_.no_decision);
            continue;
        }
        numbers_[filled_] = first + i;
        keys_[filled_] = keys[i];
        if (++filled_ == block_size) play_block();
    }
}

void Simulation::play_block() {
    if (filled_ == 0) return;
    set_out();
    play_unseen();
    const auto deciding = static_cast<std::size_t>(prepared_.deciding);
    for (std::size_t place = 0; place <= deciding; ++place) {
        begin(place);
        play_first_tries(place);
        play_again(place);
        const auto& usual = played_[place].usual;
        for (std::uint32_t i = 0; i < block_size; ++i) {
            first_kept_[i] = std::min(first_kept_[i], usual[i]);
        }
    }
    end_block();
    filled_ = 0;
}

// What a future draws once.
void Simulation::set_out() {
    draw_both(keys_, patience_key, 0, answers_, rows_);
    Lanes gate;
    draw_answers(keys_, gate_key, 0, gate);
    for (std::uint32_t i = 0; i < filled_; ++i) {
        patience_[i] = prepared_.patience[answers_[i] >> 20];
        pace_[i] = prepared_.pace[rows_[i] >> 24];
        passes_[i] = gate[i] < prepared_.gate_below ? 1 : 0;
    }
    lost_on_.fill(never);
    first_kept_.fill(prepared_.something_kept ? 0 : never);
}

// When each future comes to this place: all that it waits for is done, and no day that they named lies ahead.
void Simulation::begin(std::size_t place) {
    const auto from = std::max(static_cast<std::uint32_t>(prepared_.wait_days), prepared_.earliest[place]);
    for (std::uint32_t i = 0; i < block_size; ++i) {
        begin_usual_[i] = from + prepared_.quiet_days + unseen_days_[i];
    }
    begin_day_.fill(from);
    if (record_ == Record::everything) played_[place].waited_for.fill(static_cast<std::uint32_t>(place));
    for (auto wait = prepared_.first_waits[place]; wait < prepared_.first_waits[place + 1]; ++wait) {
        const auto other = prepared_.waits_for[wait];
        raise_to(begin_usual_, played_[other].usual);
        if (record_ == Record::everything) {
            auto& waited_for = played_[place].waited_for;
            const auto& day = played_[other].day;
            for (std::uint32_t i = 0; i < block_size; ++i) {
                waited_for[i] = day[i] > begin_day_[i] ? other : waited_for[i];
            }
        }
        raise_to(begin_day_, played_[other].day);
    }
}

// The steps that nobody sees: each has one chance, and takes its usual days before anything else does. So leaving a step out gains no time.
void Simulation::play_unseen() {
    unseen_days_.fill(0);
    for (std::size_t step = 0; step < prepared_.unseen_keys.size(); ++step) {
        draw_both(keys_, prepared_.unseen_keys[step], 0, answers_, rows_);
        const auto* below = &prepared_.unseen_below[step * quantile_rows];
        const auto* days = &prepared_.unseen_days[step * quantile_rows];
        for (std::uint32_t i = 0; i < filled_; ++i) {
            passes_[i] &= (answers_[i] >> 16) < below[rows_[i] & 0xff] ? 1u : 0u;
            unseen_days_[i] += days[(rows_[i] >> 8) & 0xff];
        }
    }
}

void Simulation::play_first_tries(std::size_t place) {
    const std::uint32_t number = prepared_.tries_before[place];
    const auto* days = &prepared_.days[place * quantile_rows];
    const auto* chances = &prepared_.keeps_below[place * quantile_rows];
    const bool decides = static_cast<int>(place) == prepared_.deciding;
    const bool special = number > 0 || prepared_.begins_paused[place] != 0 || prepared_.has_day[place] != 0 || decides;
    draw_both(keys_, prepared_.keys[place], number, answers_, rows_);
    auto& played = played_[place];
    if (special) {
        play_special(place);
    } else {
        play_try({.keeps_below = chances,
                  .days = days,
                  .again = prepared_.again[number],
                  .answers = answers_,
                  .rows = rows_,
                  .begin_usual = begin_usual_,
                  .begin_day = begin_day_,
                  .pace = pace_,
                  .lost_on = lost_on_},
                 {played.usual, played.day, open_});
    }
    const auto& odds_rows = number > 0 ? odds_rows_ : rows_;
    const auto* pause = prepared_.pause.data();
    const std::uint32_t no_from = number + 1 == static_cast<std::uint32_t>(prepared_.most_tries) ? 0 : prepared_.no_from[place];
    again_count_ = 0;
    for (std::uint32_t i = 0; i < filled_; ++i) {
        if (open_[i] == 0) continue;
        const auto both = days[(rows_[i] >> 8) & 0xff];
        const auto usual = special ? special_usual_[i] : begin_usual_[i] + usual_part(both);
        if (answers_[i] >= no_from || (decides && passes_[i] == 0)) {
            lost_on_[i] = std::min(lost_on_[i], usual);
            continue;
        }
        const auto day = special ? special_day_[i] : begin_day_[i] + calendar_part(both, pace_[i]);
        const std::uint32_t paused = pause[(rows_[i] >> 16) & 0xff];
        again_[again_count_] = i;
        usual_[again_count_] = usual + paused;
        day_[again_count_] = day + (paused * pace_[i] >> 8);
        keeps_below_[again_count_] = chances[odds_rows[i] & 0xff];
        ++again_count_;
    }
}

// A first try that is not just its days and its odds: it was refused before, it has a day, or it is the decision.
void Simulation::play_special(std::size_t place) {
    const bool decides = static_cast<int>(place) == prepared_.deciding;
    const std::uint32_t number = prepared_.tries_before[place];
    const auto* days = &prepared_.days[place * quantile_rows];
    const auto* chances = &prepared_.keeps_below[place * quantile_rows];
    const bool paused = prepared_.begins_paused[place] != 0;
    const bool has_day = prepared_.has_day[place] != 0;
    Lanes first;
    if (number > 0) draw_both(keys_, prepared_.keys[place], 0, first, odds_rows_); // the odds of a future are those of its first try
    const auto& odds_rows = number > 0 ? odds_rows_ : rows_;
    auto& played = played_[place];
    for (std::uint32_t i = 0; i < filled_; ++i) {
        const auto both = days[(rows_[i] >> 8) & 0xff];
        auto usual = begin_usual_[i] + usual_part(both);
        auto day = begin_day_[i] + calendar_part(both, pace_[i]);
        if (paused) {
            const std::uint32_t pause = prepared_.pause[(rows_[i] >> 16) & 0xff];
            usual += pause;
            day += pause * pace_[i] >> 8;
        }
        if (has_day) {
            // The usual days moved to that day: it is kept about then.
            const auto moved = prepared_.day[place] + static_cast<std::int32_t>(usual_part(both)) - prepared_.usual_days[place];
            day = std::max(begin_day_[i], static_cast<std::uint32_t>(std::max(0, moved)));
            usual = std::max(begin_usual_[i], static_cast<std::uint32_t>(std::max(0, moved + static_cast<std::int32_t>(prepared_.quiet_days))));
        }
        const bool begins = begin_usual_[i] < lost_on_[i];
        const bool passes = !decides || passes_[i] != 0;
        const bool kept = begins && passes && (answers_[i] >> 16) < (chances[odds_rows[i] & 0xff] * prepared_.again[number] >> 16);
        special_usual_[i] = usual;
        special_day_[i] = day;
        played.usual[i] = kept ? usual : never;
        played.day[i] = kept ? day : never;
        open_[i] = begins && !kept ? 1 : 0;
    }
}

void Simulation::play_again(std::size_t place) {
    auto& played = played_[place];
    const auto key = prepared_.keys[place];
    const auto* days = &prepared_.days[place * quantile_rows];
    const auto* pause = prepared_.pause.data();
    const auto most = static_cast<std::uint32_t>(prepared_.most_tries);
    for (std::uint32_t number = prepared_.tries_before[place] + 1u; again_count_ > 0; ++number) {
        const std::uint32_t again = prepared_.again[number];
        const std::uint32_t no_from = number + 1 == most ? 0 : prepared_.no_from[place];
        std::uint32_t left = 0;
        for (std::uint32_t k = 0; k < again_count_; ++k) {
            const auto i = again_[k];
            const Draw draw(keys_[i], key, number);
            const auto both = days[draw.days_row()];
            const auto usual = usual_[k] + usual_part(both);
            const auto day = day_[k] + calendar_part(both, pace_[i]);
            const auto keeps_below = keeps_below_[k];
            if ((draw.answer >> 16) < (keeps_below * again >> 16)) {
                played.usual[i] = usual;
                played.day[i] = day;
                continue;
            }
            if (draw.answer >= no_from) {
                lost_on_[i] = std::min(lost_on_[i], usual);
                continue;
            }
            again_[left] = i;
            usual_[left] = usual + pause[draw.pause_row()];
            day_[left] = day + (pause[draw.pause_row()] * pace_[i] >> 8);
            keeps_below_[left] = keeps_below;
            ++left;
        }
        again_count_ = left;
    }
}

}
