#include "core/analysis/group/seats.hpp"

#include "core/base/sort_list.hpp"

#include <algorithm>

namespace middleground {

namespace {

// So that nobody is moved by the others alone: then the equilibrium would not depend on what they think themselves.
constexpr double most_open = 0.99;

// Those who have left and whom nobody has followed yet: of the people who were named after somebody left each fills one such seat.
std::vector<const Stakeholder*> vacant_seats(const Deal& deal) {
    std::vector<const Stakeholder*> left;
    std::vector<Date> named;
    for (const auto& person : deal.stakeholders) {
        if (person.left) {
            left.push_back(&person);
        } else {
            named.push_back(person.created);
        }
    }
    sort_list(left, [](const Stakeholder* a, const Stakeholder* b) {
        return a->left->on != b->left->on ? a->left->on < b->left->on : a->id < b->id;
    });
    sort_list(named);
    std::vector<const Stakeholder*> vacant;
    auto follower = named.begin();
    for (const auto* person : left) {
        follower = std::upper_bound(follower, named.end(), person->left->on);
        if (follower == named.end()) {
            vacant.push_back(person);
        } else {
            ++follower;
        }
    }
    return vacant;
}

}

std::vector<Seat> seats_of(const Deal& deal) {
    std::vector<Seat> seats;
    const auto vacant = vacant_seats(deal);
    for (const auto& person : deal.stakeholders) {
        if (person.left && std::ranges::find(vacant, &person) == vacant.end()) continue;
        seats.push_back({&person, static_cast<double>(person.influence), std::min(person.openness / 100.0, most_open),
                         opinion_of(person.left ? Stance::unknown : stance_of(person))});
    }
    sort_list(seats, {}, [](const Seat& seat) { return seat.person->id; });
    const auto named = static_cast<int>(seats.size());
    for (int i = named; i < deal.expected_group_size; ++i) {
        Seat seat;
        seat.stated = opinion_of(Stance::unknown);
        seats.push_back(seat);
    }
    return seats;
}

}
