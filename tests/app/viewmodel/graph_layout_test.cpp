#include "app/viewmodel/graph_layers.hpp"
#include "app/viewmodel/graph_layout.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace middleground;

namespace {

// The ten commitments: time, explore, change, collaborate, build consensus, invest, review, resolve concerns, decide, execute.
GraphInput ten_commitments() {
    return {{{}, {0}, {1}, {1}, {3}, {2, 4}, {3}, {3}, {5, 6, 7}, {8}}, 8};
}

GraphInput random_graph(unsigned seed, int nodes, int most_before) {
    std::mt19937 random(seed);
    GraphInput input;
    for (int i = 0; i < nodes; ++i) {
        auto& before = input.before.emplace_back();
        for (int k = 0; i > 0 && k < static_cast<int>(random() % static_cast<unsigned>(most_before + 1)); ++k) {
            before.push_back(static_cast<int>(random() % static_cast<unsigned>(i)));
        }
    }
    input.goal = nodes - 1;
    return input;
}

bool nodes_overlap(const GraphLayout& layout, const GraphSizes& sizes) {
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto& a = layout.nodes[i];
            const auto& b = layout.nodes[j];
            if (a.x < b.x + sizes.node_width && b.x < a.x + sizes.node_width && a.y < b.y + sizes.node_height + sizes.gap_y - 0.1f &&
                b.y < a.y + sizes.node_height + sizes.gap_y - 0.1f) {
                return true;
            }
        }
    }
    return false;
}

bool crosses_a_node(const GraphLayout& layout, const GraphSizes& sizes) {
    for (const auto& edge : layout.edges) {
        for (std::size_t i = 0; i + 1 < edge.points.size(); ++i) {
            const auto [left, right] = std::minmax({edge.points[i].x, edge.points[i + 1].x});
            const auto [top, bottom] = std::minmax({edge.points[i].y, edge.points[i + 1].y});
            for (const auto& node : layout.nodes) {
                if (left < node.x + sizes.node_width - 1 && right > node.x + 1 && top < node.y + sizes.node_height - 1 &&
                    bottom > node.y + 1) {
                    return true;
                }
            }
        }
    }
    return false;
}

bool inside(const GraphLayout& layout, const GraphSizes& sizes) {
    return std::ranges::all_of(layout.nodes,
                               [&](const GraphPoint& node) {
                                   return node.x >= 0 && node.y >= 0 && node.x + sizes.node_width <= layout.width + 0.1f &&
                                          node.y + sizes.node_height <= layout.height + 0.1f;
                               }) &&
           std::ranges::all_of(layout.edges, [&](const GraphEdge& edge) {
               return std::ranges::all_of(edge.points, [&](const GraphPoint& point) {
                   return point.x >= 0 && point.x <= layout.width && point.y >= 0 && point.y <= layout.height;
               });
           });
}

// Every piece is horizontal or vertical and goes to the right; ends lie on the sides of the nodes.
void check_edges(const GraphLayout& layout, const GraphSizes& sizes) {
    for (const auto& edge : layout.edges) {
        CAPTURE(edge.from, edge.to);
        const auto& from = layout.nodes[static_cast<std::size_t>(edge.from)];
        const auto& to = layout.nodes[static_cast<std::size_t>(edge.to)];
        REQUIRE(edge.points.size() >= 2);
        CHECK(edge.points.front().x == from.x + sizes.node_width);
        CHECK(edge.points.front().y == from.y + sizes.node_height / 2);
        CHECK(edge.points.back().x == to.x);
        CHECK(edge.points.back().y == to.y + sizes.node_height / 2);
        for (std::size_t i = 0; i + 1 < edge.points.size(); ++i) {
            const auto& a = edge.points[i];
            const auto& b = edge.points[i + 1];
            CHECK((a.x == b.x || a.y == b.y));
            CHECK(a.x <= b.x);
        }
    }
}

}

TEST_CASE("graph layout: nothing and one node") {
    const auto nothing = lay_out_graph({}, {});
    CHECK(nothing.nodes.empty());
    CHECK(nothing.edges.empty());
    CHECK(nothing.width == 0);
    CHECK(nothing.height == 0);

    const GraphSizes sizes;
    const auto one = lay_out_graph({{{}}, 0}, sizes);
    REQUIRE(one.nodes.size() == 1);
    CHECK(one.nodes[0].x == 0);
    CHECK(one.nodes[0].y == 0);
    CHECK(one.width == sizes.node_width);
    CHECK(one.height == sizes.node_height);
}

TEST_CASE("graph layout: the ten commitments stand as the look has them") {
    const GraphSizes sizes;
    const auto layout = lay_out_graph(ten_commitments(), sizes);
    // The way to the decision is one straight lane, Execute goes on with it.
    for (const std::size_t node : {1u, 3u, 4u, 5u, 8u, 9u}) {
        CHECK(layout.nodes[node].y == layout.nodes[0].y);
    }
    // Seven layers fit the card of a 1440 window.
    CHECK(layout.width == 7 * sizes.node_width + 6 * sizes.gap_x);
    CHECK(layout.nodes[2].x == layout.nodes[3].x);
    CHECK(layout.nodes[2].y != layout.nodes[3].y);
    for (auto& part : split_into_parts(ten_commitments())) {
        auto ordered = part;
        order_layers(ordered);
        CHECK(count_crossings(ordered) == 0);
    }
    // Review and Resolve concerns both lead to Decide: their arrows become one and turn in one place.
    const auto turn_to_decide = [&](int from) {
        const auto edge = std::ranges::find_if(layout.edges, [&](const GraphEdge& each) { return each.from == from && each.to == 8; });
        REQUIRE(edge != layout.edges.end());
        return edge->points[edge->points.size() - 2].x;
    };
    CHECK(turn_to_decide(6) == turn_to_decide(7));
}

TEST_CASE("graph layout: whatever the graph, nodes stand apart, arrows go right and cross no node") {
    const GraphSizes sizes{.room_width = 1000};
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const auto input = random_graph(seed, 1 + static_cast<int>(seed * 7 % 40), 1 + static_cast<int>(seed % 4));
        const auto layout = lay_out_graph(input, sizes);
        CHECK_FALSE(nodes_overlap(layout, sizes));
        CHECK_FALSE(crosses_a_node(layout, sizes));
        CHECK(inside(layout, sizes));
        check_edges(layout, sizes);
        for (std::size_t node = 0; node < input.before.size(); ++node) {
            for (const int before : input.before[node]) {
                CHECK(layout.nodes[static_cast<std::size_t>(before)].x + sizes.node_width < layout.nodes[node].x);
            }
        }
    }
}

TEST_CASE("graph layout: ordering never makes more crossings than there were") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        for (auto& part : split_into_parts(random_graph(seed, 40, 2))) {
            const int before = count_crossings(part);
            order_layers(part);
            CHECK(count_crossings(part) <= before);
        }
    }
}

TEST_CASE("graph layout: two arrows that have to cross are counted, those that do not are untangled") {
    // 0 and 1 lead to 3 and 2: crossed in the order of the list.
    auto parts = split_into_parts({{{}, {}, {1}, {0}, {2, 3}}, 4});
    REQUIRE(parts.size() == 1);
    CHECK(count_crossings(parts[0]) == 1);
    order_layers(parts[0]);
    CHECK(count_crossings(parts[0]) == 0);
}

TEST_CASE("graph layout: 40 nodes that nothing connects fill the room like words on a page") {
    GraphInput input;
    input.before.resize(40);
    const GraphSizes sizes{.room_width = 1130};
    const auto layout = lay_out_graph(input, sizes);
    CHECK_FALSE(nodes_overlap(layout, sizes));
    CHECK(layout.width <= sizes.room_width);
    CHECK(layout.nodes[6].y == layout.nodes[0].y);
    CHECK(layout.nodes[7].y == layout.nodes[0].y + sizes.node_height + sizes.gap_y);
    CHECK(layout.nodes[7].x == 0);
}

TEST_CASE("graph layout: the part that decides comes first") {
    // 0 is alone, 1 leads to 2.
    const auto layout = lay_out_graph({{{}, {}, {1}}, 2}, {});
    CHECK(layout.nodes[1].y == 0);
    CHECK(layout.nodes[2].y == 0);
    CHECK(layout.nodes[0].y > layout.nodes[1].y);
}

TEST_CASE("graph layout: the same input, the same answer") {
    const auto input = random_graph(7, 40, 3);
    const auto one = lay_out_graph(input, {});
    const auto two = lay_out_graph(input, {});
    REQUIRE(one.nodes.size() == two.nodes.size());
    for (std::size_t i = 0; i < one.nodes.size(); ++i) {
        CHECK(one.nodes[i].x == two.nodes[i].x);
        CHECK(one.nodes[i].y == two.nodes[i].y);
    }
}

TEST_CASE("graph layout: circles, strangers and repetitions are left out") {
    const GraphSizes sizes;
    const auto layout = lay_out_graph({{{2}, {0, 0, 9, -1}, {1, 2}}, 17}, sizes);
    REQUIRE(layout.nodes.size() == 3);
    CHECK(layout.edges.size() == 2);
    CHECK_FALSE(nodes_overlap(layout, sizes));
    check_edges(layout, sizes);
}
