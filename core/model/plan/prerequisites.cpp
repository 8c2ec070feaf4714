#include "core/model/plan/prerequisites.hpp"

#include "core/base/sort_list.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <string_view>
#include <utility>

namespace middleground {

namespace {

using Graph = std::vector<std::vector<int>>;

std::size_t at(int place) {
    return static_cast<std::size_t>(place);
}

// Tarjan 1972, with a stack of our own.
std::vector<int> components_of(const Graph& graph) {
    const auto size = graph.size();
    std::vector<int> component(size, -1);
    std::vector<int> number(size, -1);
    std::vector<int> lowest(size, 0);
    std::vector<int> open;
    struct Visit {
        int place;
        std::size_t next;
    };
    std::vector<Visit> visits;
    int counter = 0;
    int components = 0;
    for (std::size_t start = 0; start < size; ++start) {
        if (number[start] >= 0) {
            continue;
        }
        visits.push_back({static_cast<int>(start), 0});
        while (!visits.empty()) {
            auto& visit = visits.back();
            const auto place = visit.place;
            if (visit.next == 0) {
                number[at(place)] = lowest[at(place)] = counter++;
                open.push_back(place);
            }
            if (visit.next < graph[at(place)].size()) {
                const int other = graph[at(place)][visit.next++];
                if (number[at(other)] < 0) {
                    visits.push_back({other, 0});
                } else if (component[at(other)] < 0) {
                    lowest[at(place)] = std::min(lowest[at(place)], number[at(other)]);
                }
                continue;
            }
            if (lowest[at(place)] == number[at(place)]) {
                int member = -1;
                while (member != place) {
                    member = open.back();
                    open.pop_back();
                    component[at(member)] = components;
                }
                ++components;
            }
            visits.pop_back();
            if (!visits.empty()) {
                const int above = visits.back().place;
                lowest[at(above)] = std::min(lowest[at(above)], lowest[at(place)]);
            }
        }
    }
    return component;
}

std::vector<int> topological_order(const Graph& graph) {
    Graph dependents(graph.size());
    std::vector<int> waits_for(graph.size(), 0);
    for (std::size_t place = 0; place < graph.size(); ++place) {
        waits_for[place] = static_cast<int>(graph[place].size());
        for (const int prerequisite : graph[place]) {
            dependents[at(prerequisite)].push_back(static_cast<int>(place));
        }
    }
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    for (std::size_t place = 0; place < graph.size(); ++place) {
        if (waits_for[place] == 0) {
            free.push(static_cast<int>(place));
        }
    }
    std::vector<int> order;
    order.reserve(graph.size());
    while (!free.empty()) {
        const int place = free.top();
        free.pop();
        order.push_back(place);
        for (const int dependent : dependents[at(place)]) {
            if (--waits_for[at(dependent)] == 0) {
                free.push(dependent);
            }
        }
    }
    return order;
}

}

PrerequisiteGraph::PrerequisiteGraph(const Deal& deal) : all_(deal.commitments.size()), followed_(deal.commitments.size()) {
    std::vector<std::pair<std::string_view, int>> places;
    places.reserve(deal.commitments.size());
    for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
        places.emplace_back(deal.commitments[i].id.text, static_cast<int>(i));
    }
    sort_list(places);
    for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
        auto& list = all_[i];
        for (const auto& id : deal.commitments[i].prerequisites) {
            const auto found = std::lower_bound(places.begin(), places.end(), std::pair(std::string_view(id.text), 0));
            if (found != places.end() && found->first == id.text && found->second != static_cast<int>(i)) {
                list.push_back(found->second);
            }
        }
        sort_list(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    component_ = components_of(all_);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        for (const int prerequisite : all_[i]) {
            if (component_[at(prerequisite)] != component_[i]) {
                followed_[i].push_back(prerequisite);
            }
        }
    }
    order_ = topological_order(followed_);
    std::vector<bool> set_aside;
    for (const auto& commitment : deal.commitments) {
        set_aside.push_back(is_set_aside(commitment));
    }
    if (std::find(set_aside.begin(), set_aside.end(), true) == set_aside.end()) return;
    through_.resize(followed_.size());
    for (const int place : order_) {
        auto& list = through_[at(place)];
        for (const int prerequisite : followed_[at(place)]) {
            if (set_aside[at(prerequisite)]) {
                list.insert(list.end(), through_[at(prerequisite)].begin(), through_[at(prerequisite)].end());
            } else {
                list.push_back(prerequisite);
            }
        }
        sort_list(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
}

std::vector<std::vector<int>> PrerequisiteGraph::cycles() const {
    std::vector<std::vector<int>> cycles;
    std::vector<bool> done(all_.size(), false); // by component
    std::vector<int> seen_at(all_.size(), -1);
    for (std::size_t start = 0; start < all_.size(); ++start) {
        if (all_[start].size() == followed_[start].size() || done[at(component_[start])]) {
            continue;
        }
        done[at(component_[start])] = true;
        // Inside a component everything has a prerequisite in the component: walking on must come back to a place it has been to.
        std::vector<int> walk;
        int place = static_cast<int>(start);
        while (seen_at[at(place)] < 0) {
            seen_at[at(place)] = static_cast<int>(walk.size());
            walk.push_back(place);
            for (const int next : all_[at(place)]) {
                if (component_[at(next)] == component_[start]) {
                    place = next;
                    break;
                }
            }
        }
        walk.erase(walk.begin(), walk.begin() + seen_at[at(place)]);
        cycles.push_back(std::move(walk));
    }
    return cycles;
}

std::vector<const Commitment*> waited_for(const Deal& deal, const Commitment& commitment) {
    std::vector<const Commitment*> list;
    std::vector<const Commitment*> seen{&commitment};
    std::vector<CommitmentId> next(commitment.prerequisites.rbegin(), commitment.prerequisites.rend()); // the last is taken first
    while (!next.empty()) {
        const auto* one = find(deal, next.back());
        next.pop_back();
        if (one == nullptr || std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
        seen.push_back(one);
        if (is_set_aside(*one)) {
            next.insert(next.end(), one->prerequisites.rbegin(), one->prerequisites.rend());
        } else {
            list.push_back(one);
        }
    }
    return list;
}

}
