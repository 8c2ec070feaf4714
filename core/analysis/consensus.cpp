#include "core/analysis/consensus.hpp"

#include "core/analysis/group/seats.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace middleground {

namespace {

constexpr int conflict_steps = 3;

double rounded(double value) {
    return static_cast<double>(std::llround(value * 1e9)) / 1e9;
}

class Matrix {
public:
    explicit Matrix(std::size_t size) : size_(size), cells_(size * size) {}
    double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
    double at(std::size_t row, std::size_t column) const { return cells_[row * size_ + column]; }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

// Row i: the shares of i's mind. They add up to 1.
Matrix shares_of(const Deal& deal, const std::vector<Seat>& seats, std::size_t named) {
    const auto size = seats.size();
    Matrix shares(size);
    const auto place = [&](const StakeholderId& id) {
        const auto end = seats.begin() + static_cast<std::ptrdiff_t>(named);
        const auto found = std::ranges::lower_bound(seats.begin(), end, id, {}, [](const Seat& seat) { return seat.person->id; });
        return found != end && found->person->id == id ? static_cast<std::size_t>(found - seats.begin()) : size;
    };
    for (const auto& line : deal.influences) {
        const auto from = place(line.from);
        const auto to = place(line.to);
        if (from < size && to < size && from != to) shares.at(to, from) += line.weight_milli / 1000.0;
    }
    for (std::size_t i = 0; i < size; ++i) {
        double lines = 0;
        double others = 0;
        for (std::size_t j = 0; j < size; ++j) {
            lines += shares.at(i, j);
            if (j != i) others += seats[j].influence;
        }
        const double scale = lines > 1 ? 1 / lines : 1;
        const double rest = lines < 1 ? 1 - lines : 0;
        for (std::size_t j = 0; j < size; ++j) {
            shares.at(i, j) *= scale;
            if (j != i && others > 0) shares.at(i, j) += rest * seats[j].influence / others;
        }
        if (!(others > 0)) shares.at(i, i) += rest;
    }
    return shares;
}

// (I - LW)^-1 (I - L): row i says how much of everybody's own opinion there is in where i ends. Gauss-Jordan without exchanging rows: each
// row's diagonal outweighs the rest of it, as openness stays below 1.
Matrix answers_of(const std::vector<Seat>& seats, const Matrix& shares) {
    const auto size = seats.size();
    Matrix left(size);
    Matrix right(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            left.at(i, j) = (i == j ? 1.0 : 0.0) - seats[i].openness * shares.at(i, j);
        }
        right.at(i, i) = 1 - seats[i].openness;
    }
    for (std::size_t pivot = 0; pivot < size; ++pivot) {
        const double divisor = left.at(pivot, pivot);
        for (std::size_t j = pivot; j < size; ++j) {
            left.at(pivot, j) /= divisor;
        }
        // To the right of the pivot nothing was mixed into these rows yet.
        for (std::size_t j = 0; j <= pivot; ++j) {
            right.at(pivot, j) /= divisor;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const double factor = left.at(i, pivot);
            if (i == pivot || factor == 0) continue;
            for (std::size_t j = pivot; j < size; ++j) {
                left.at(i, j) -= factor * left.at(pivot, j);
            }
            for (std::size_t j = 0; j <= pivot; ++j) {
                right.at(i, j) -= factor * right.at(pivot, j);
            }
        }
    }
    return right;
}

double index_of(const std::vector<Seat>& seats, const std::vector<double>& opinions) {
    double weight = 0;
    double sum = 0;
    double plain = 0;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        weight += seats[i].influence;
        sum += seats[i].influence * (opinions[i] + 1) / 2;
        plain += (opinions[i] + 1) / 2;
    }
    if (seats.empty()) return 0;
    return rounded(weight > 0 ? sum / weight : plain / static_cast<double>(seats.size()));
}

int agreeing(const std::vector<double>& opinions) {
    return static_cast<int>(std::ranges::count_if(opinions, [](double opinion) { return opinion >= agrees_from; }));
}

bool was_heard(const Deal& deal, const Stakeholder& person) {
    return !person.problem.empty() || last_heard(deal, person.id).has_value();
}

std::vector<Function> never_heard(const Deal& deal, const std::vector<PersonOpinion>& people) {
    std::vector<bool> present(function_count);
    std::vector<bool> heard(function_count);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].left) continue;
        const auto function = static_cast<std::size_t>(deal.stakeholders[i].function);
        present[function] = true;
        heard[function] = heard[function] || people[i].heard;
    }
    std::vector<Function> silent;
    for (std::size_t function = 0; function < function_count; ++function) {
        if (present[function] && !heard[function]) silent.push_back(static_cast<Function>(function));
    }
    return silent;
}

std::vector<Conflict> conflicts_of(const Deal& deal) {
    std::vector<Conflict> conflicts;
    for (const auto& line : deal.influences) {
        const auto* from = find(deal, line.from);
        const auto* to = find(deal, line.to);
        if (!from || !to || line.weight_milli <= 0 || from->left || to->left) continue;
        const auto first = stance_of(*from);
        const auto second = stance_of(*to);
        if (first == Stance::unknown || second == Stance::unknown) continue;
        if (std::abs(static_cast<int>(first) - static_cast<int>(second)) < conflict_steps) continue;
        const bool known = std::ranges::any_of(conflicts, [&](const Conflict& one) {
            return (one.first == line.from && one.second == line.to) || (one.first == line.to && one.second == line.from);
        });
        if (!known) conflicts.push_back({line.from, line.to});
    }
    return conflicts;
}

bool is_reached(const Deal& deal, const Consensus& consensus) {
    bool decided_by = false;
    for (std::size_t i = 0; i < deal.stakeholders.size(); ++i) {
        const auto role = deal.stakeholders[i].role;
        if (!decides_or_approves(role)) continue;
        if (consensus.people[i].left && !consensus.people[i].vacant) continue; // somebody has followed
        decided_by = decided_by || role == Role::decision_maker;
        if (!consensus.people[i].would_agree) return false;
    }
    return decided_by && consensus.index >= reached_from;
}

}

double opinion_of(Stance stance) {
    switch (stance) {
    case Stance::unknown:
        return -0.25;
    case Stance::opposed:
        return -1;
    case Stance::sceptical:
        return -0.5;
    case Stance::neutral:
        return 0;
    case Stance::supportive:
        return 0.5;
    case Stance::champion:
        return 1;
    }
    return -0.25;
}

Stance one_step_up(Stance stance) {
    if (stance == Stance::unknown) return Stance::neutral;
    return stance == Stance::champion ? stance : static_cast<Stance>(static_cast<int>(stance) + 1);
}

Stance one_step_down(Stance stance) {
    return stance == Stance::unknown || stance == Stance::opposed ? Stance::opposed : static_cast<Stance>(static_cast<int>(stance) - 1);
}

Consensus consensus_of(const Deal& deal) {
    const auto seats = seats_of(deal);
    const auto named = static_cast<std::size_t>(std::ranges::count_if(seats, [](const Seat& seat) { return seat.person != nullptr; }));
    const auto answers = answers_of(seats, shares_of(deal, seats, named));
    std::vector<double> opinions(seats.size());
    for (std::size_t i = 0; i < seats.size(); ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < seats.size(); ++j) {
            sum += answers.at(i, j) * seats[j].stated;
        }
        opinions[i] = rounded(sum);
    }
    Consensus consensus;
    consensus.index = index_of(seats, opinions);
    consensus.would_agree = agreeing(opinions);
    consensus.of = static_cast<int>(seats.size());
    consensus.unnamed = static_cast<int>(seats.size() - named);
    if (consensus.unnamed > 0) consensus.unnamed_opinion = opinions.back();
    for (const auto& person : deal.stakeholders) {
        const auto found = std::ranges::find(seats, &person, &Seat::person);
        const auto place = static_cast<std::size_t>(found - seats.begin());
        PersonOpinion one;
        one.id = person.id;
        one.left = person.left.has_value();
        one.stance = stance_of(person);
        one.heard = was_heard(deal, person);
        if (one.left) {
            one.stated = opinion_of(Stance::unknown);
            one.opinion = one.stated;
            one.vacant = found != seats.end();
            if (one.vacant) {
                one.opinion = opinions[place];
                const bool is_first = consensus.unnamed + consensus.vacant == 0;
                if (is_first || one.opinion < consensus.unnamed_opinion) consensus.unnamed_opinion = one.opinion;
                ++consensus.vacant;
            }
            consensus.people.push_back(std::move(one));
            continue;
        }
        one.stated = seats[place].stated;
        one.opinion = opinions[place];
        one.would_agree = one.opinion >= agrees_from;
        const double step = opinion_of(one_step_up(one.stance)) - one.stated;
        if (step > 0) {
            // Where they end is linear in what each thinks.
            auto moved = opinions;
            for (std::size_t i = 0; i < seats.size(); ++i) {
                moved[i] = rounded(moved[i] + answers.at(i, place) * step);
            }
            one.gain = rounded(index_of(seats, moved) - consensus.index);
            one.gain_agree = agreeing(moved) - consensus.would_agree;
        }
        consensus.people.push_back(std::move(one));
    }
    consensus.reached = is_reached(deal, consensus);
    consensus.never_heard = never_heard(deal, consensus.people);
    consensus.conflicts = conflicts_of(deal);
    return consensus;
}

std::vector<StakeholderId> whom_to_win_next(const Consensus& consensus) {
    std::vector<const PersonOpinion*> order;
    for (const auto& person : consensus.people) {
        const bool to_win = !person.would_agree && !person.left;
        if (to_win && (person.gain > 0 || person.gain_agree > 0)) order.push_back(&person);
    }
    sort_list(order, [](const PersonOpinion* a, const PersonOpinion* b) {
        if (a->gain != b->gain) return a->gain > b->gain;
        return a->gain_agree != b->gain_agree ? a->gain_agree > b->gain_agree : a->id < b->id;
    });
    std::vector<StakeholderId> ids;
    for (const auto* person : order) {
        ids.push_back(person->id);
    }
    return ids;
}

const PersonOpinion* find(const Consensus& consensus, const StakeholderId& id) {
    const auto found = std::ranges::find(consensus.people, id, &PersonOpinion::id);
    return found == consensus.people.end() ? nullptr : &*found;
}

}
