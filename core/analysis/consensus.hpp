#pragma once

#include "core/model/deal.hpp"

#include <vector>

namespace middleground {

// Who would agree today, after they talked to each other: the equilibrium of Friedkin and Johnsen (1990),
// x* = (I - LW)^-1 (I - L) x0, L = diag(openness / 100, at most 0.99), W = who has which share of whose mind.
// Opinions are in [-1, 1], rounded to 1e-9: the same bits on every machine.

// opposed -1, sceptical -0.5, neutral 0, supportive 0.5, champion 1, unknown -0.25.
double opinion_of(Stance stance);
// One step up: unknown becomes neutral; a champion stays one. One step down: unknown and opposed become opposed.
Stance one_step_up(Stance stance);
Stance one_step_down(Stance stance);

inline constexpr double agrees_from = 0.25;  // an equilibrium opinion of at least this would agree
inline constexpr double reached_from = 0.65; // the index that consensus needs
inline constexpr int unnamed_influence = 50; // of a seat that nobody was named for
inline constexpr int unnamed_openness = 50;

struct PersonOpinion {
    StakeholderId id;
    Stance stance = Stance::unknown; // as recorded
    double stated = 0;               // opinion_of(stance)
    double opinion = 0;              // at the equilibrium
    bool would_agree = false;
    bool left = false;   // no longer there: they count for nothing, and would not agree
    bool vacant = false; // they left, and nobody has followed: a seat of their weight, of which nobody knows what it will think
    bool heard = false; // took part in an interaction that was not one-way outbound, or has a recorded problem
    double gain = 0;    // of the index, when the stance goes one step up; 0 for a champion
    int gain_agree = 0; // how many more would agree then
};

// Two people three or more steps apart (unknown counts for none) with an influence line between them.
struct Conflict {
    StakeholderId first;
    StakeholderId second;
};

struct Consensus {
    double index = 0;    // 0..1: weighted share of minds for it; influence-weighted mean of (opinion + 1) / 2
    int would_agree = 0; // people, unnamed seats included
    int of = 0;          // people, unnamed and vacant seats
    int unnamed = 0;     // seats that the deal expects and nobody was named for: unknown, influence 50, openness 50
    int vacant = 0;      // seats of people who have left and whom nobody has followed: unknown, of their weight
    int not_named() const { return unnamed + vacant; } // nobody who is there is known for them
    double unnamed_opinion = 0; // the lowest of both
    bool reached = false;              // a decision maker is named, every decision maker and approver would agree, index >= 0.65
    std::vector<PersonOpinion> people; // in the deal's order
    std::vector<Function> never_heard; // functions of the group in which nobody was ever heard, in the enum's order
    std::vector<Conflict> conflicts;   // in the deal's order
};

// Defined for every deal, also with nobody, influence 0, lines that add up to more than 1 and dangling lines (ignored).
Consensus consensus_of(const Deal& deal);

// Those who would not agree yet, by `gain`, most first, then by how many more would agree, then by id; those that gain nothing are left out.
std::vector<StakeholderId> whom_to_win_next(const Consensus& consensus);

const PersonOpinion* find(const Consensus& consensus, const StakeholderId& id);

}
