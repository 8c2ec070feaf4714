#include "app/viewmodel/graph_layers.hpp"

#include "core/base/sort_list.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <queue>
#include <utility>

namespace middleground {

namespace {

// Only what can be followed: inside the list, once, and from earlier to later in an order that every circle is cut for.
struct Links {
    std::vector<std::vector<int>> before;
    std::vector<std::vector<int>> after;
    std::vector<int> order;
};

Links links_of(const GraphInput& input) {
    const int count = static_cast<int>(input.before.size());
    Links all;
    all.before.resize(at(count));
    all.after.resize(at(count));
    std::vector<int> missing(at(count));
    for (int node = 0; node < count; ++node) {
        auto& before = all.before[at(node)];
        before = input.before[at(node)];
        std::erase_if(before, [&](int other) { return other < 0 || other >= count || other == node; });
        sort_list(before);
        const auto again = std::ranges::unique(before);
        before.erase(again.begin(), again.end());
        for (const int other : before) {
            all.after[at(other)].push_back(node);
        }
        missing[at(node)] = static_cast<int>(before.size());
    }
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    std::vector<int> rank(at(count), -1);
    for (int node = 0; node < count; ++node) {
        if (missing[at(node)] == 0) {
            free.push(node);
        }
    }
    int first_left = 0;
    while (static_cast<int>(all.order.size()) < count) {
        int node = -1;
        if (!free.empty()) {
            node = free.top();
            free.pop();
            if (rank[at(node)] >= 0) {
                continue;
            }
        } else {
            while (rank[at(first_left)] >= 0) {
                ++first_left;
            }
            node = first_left;
        }
        rank[at(node)] = static_cast<int>(all.order.size());
        all.order.push_back(node);
        for (const int next : all.after[at(node)]) {
            if (--missing[at(next)] == 0) {
                free.push(next);
            }
        }
    }
    for (int node = 0; node < count; ++node) {
        std::erase_if(all.before[at(node)], [&](int other) { return rank[at(other)] > rank[at(node)]; });
        std::erase_if(all.after[at(node)], [&](int other) { return rank[at(other)] < rank[at(node)]; });
    }
    return all;
}

// For each node the first node of its part.
std::vector<int> parts_of(const Links& links) {
    std::vector<int> part(links.before.size());
    std::iota(part.begin(), part.end(), 0);
    const auto root = [&](int node) {
        while (part[at(node)] != node) {
            part[at(node)] = part[at(part[at(node)])];
            node = part[at(node)];
        }
        return node;
    };
    for (const int node : links.order) {
        for (const int other : links.before[at(node)]) {
            const int one = root(node);
            const int two = root(other);
            part[at(std::max(one, two))] = std::min(one, two);
        }
    }
    for (std::size_t node = 0; node < part.size(); ++node) {
        part[node] = root(static_cast<int>(node));
    }
    return part;
}

struct Depths {
    std::vector<int> before; // longest way to the node
    std::vector<int> after;  // longest way from it
};

Depths depths_of(const Links& links) {
    Depths depths{std::vector<int>(links.before.size()), std::vector<int>(links.before.size())};
    for (const int node : links.order) {
        for (const int other : links.before[at(node)]) {
            depths.before[at(node)] = std::max(depths.before[at(node)], depths.before[at(other)] + 1);
        }
    }
    for (auto node = links.order.rbegin(); node != links.order.rend(); ++node) {
        for (const int other : links.after[at(*node)]) {
            depths.after[at(*node)] = std::max(depths.after[at(*node)], depths.after[at(other)] + 1);
        }
    }
    return depths;
}

// One node per layer: back from the goal, and from it along the longest way on.
std::vector<int> lane_through(const Links& links, const Depths& depths, int goal) {
    std::vector<int> lane{goal};
    for (int node = goal; depths.before[at(node)] > 0;) {
        const auto& before = links.before[at(node)];
        node = *std::ranges::find_if(before, [&](int other) { return depths.before[at(other)] == depths.before[at(node)] - 1; });
        lane.push_back(node);
    }
    for (int node = goal;;) {
        int next = -1;
        for (const int other : links.after[at(node)]) {
            if (depths.before[at(other)] == depths.before[at(node)] + 1 && (next < 0 || depths.after[at(other)] > depths.after[at(next)])) {
                next = other;
            }
        }
        if (next < 0) {
            return lane;
        }
        lane.push_back(next);
        node = next;
    }
}

int add_vertex(GraphPart& part, int node, int layer) {
    const int vertex = static_cast<int>(part.vertices.size());
    part.vertices.push_back({.node = node, .layer = layer, .row = 0, .on_lane = false, .left = {}, .right = {}});
    if (part.layers.size() <= at(layer)) {
        part.layers.resize(at(layer) + 1);
    }
    part.layers[at(layer)].push_back(vertex);
    return vertex;
}

void connect(GraphPart& part, int left, int right) {
    part.vertices[at(left)].right.push_back(right);
    part.vertices[at(right)].left.push_back(left);
}

GraphPart build_part(const std::vector<int>& nodes, const Links& links, const Depths& depths, int goal) {
    GraphPart part;
    std::map<int, int> vertex_of;
    for (const int node : nodes) {
        vertex_of[node] = add_vertex(part, node, depths.before[at(node)]);
    }
    for (const int node : lane_through(links, depths, goal)) {
        part.vertices[at(vertex_of[node])].on_lane = true;
    }
    for (const int from : nodes) {
        std::vector<int> bends; // by layer, from the one after `from`
        for (const int to : links.after[at(from)]) {
            GraphWay way{from, to, {vertex_of[from]}};
            const int first = depths.before[at(from)] + 1;
            for (int layer = first; layer < depths.before[at(to)]; ++layer) {
                if (bends.size() <= at(layer - first)) {
                    bends.push_back(add_vertex(part, -1, layer));
                    connect(part, way.vertices.back(), bends.back());
                }
                way.vertices.push_back(bends[at(layer - first)]);
            }
            connect(part, way.vertices.back(), vertex_of[to]);
            way.vertices.push_back(vertex_of[to]);
            part.ways.push_back(std::move(way));
        }
    }
    return part;
}

}

std::vector<GraphPart> split_into_parts(const GraphInput& input) {
    const auto links = links_of(input);
    const auto depths = depths_of(links);
    const auto part_of = parts_of(links);
    const int count = static_cast<int>(input.before.size());
    const bool has_goal = input.goal >= 0 && input.goal < count;
    std::map<int, std::vector<int>> nodes; // by the first of them, in the order of the plan
    for (const int node : links.order) {
        nodes[part_of[at(node)]].push_back(node);
    }
    std::vector<GraphPart> parts;
    for (const auto& [first, members] : nodes) {
        const bool with_goal = has_goal && part_of[at(input.goal)] == first;
        const int goal = with_goal ? input.goal : std::ranges::max(members, {}, [&](int node) { return depths.before[at(node)]; });
        auto part = build_part(members, links, depths, goal);
        parts.insert(with_goal ? parts.begin() : parts.end(), std::move(part));
    }
    return parts;
}

}
