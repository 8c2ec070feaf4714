#pragma once

#include "app/viewmodel/graph_layout.hpp"

#include <cstddef>
#include <vector>

namespace middleground {

// The inside of the graph's layout: one connected part of it, layer by layer.

// An index of ours as one of the library's.
constexpr std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// A node, or a bend: the place where an arrow that spans several layers passes one. Arrows from one node share their bends.
struct GraphVertex {
    int node = -1; // -1: a bend
    int layer = 0;
    float row = 0; // 1 is the height of a node and its gap; 0 the straight lane
    bool on_lane = false;
    std::vector<int> left;  // neighbours in the layer before
    std::vector<int> right; // and in the next one
};

struct GraphWay {
    int from = 0; // nodes
    int to = 0;
    std::vector<int> vertices; // both ends included
};

struct GraphPart {
    std::vector<GraphVertex> vertices;
    std::vector<std::vector<int>> layers; // vertices from top to bottom
    std::vector<GraphWay> ways;
};

// The parts that nothing connects; the one with the goal first, then in order of their first nodes. Rows are not set yet.
std::vector<GraphPart> split_into_parts(const GraphInput& input);
// Orders each layer so that few arrows cross.
void order_layers(GraphPart& part);
int count_crossings(const GraphPart& part);
// Gives every vertex its row: the lane straight, everything else as near to its neighbours as the order allows.
void set_rows(GraphPart& part);
// Positions of nodes and arrows of one part whose rows are set, from (0, 0).
GraphLayout place_part(const GraphPart& part, const GraphSizes& sizes, int node_count);

}
