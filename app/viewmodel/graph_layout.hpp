#pragma once

#include <vector>

namespace middleground {

// Places the boxes of a graph in layers from left to right and finds a way for every arrow. Knows nothing of drawing: lengths are in
// whatever unit the sizes are given in. The same input always gives the same answer.

struct GraphInput {
    std::vector<std::vector<int>> before; // for each node the nodes that have to come first; what makes a circle is left out
    int goal = -1;                        // the way to this node stands on one straight lane
};

struct GraphSizes {
    float node_width = 132;
    float node_height = 56;
    float gap_x = 33;     // between layers, at least: more where many arrows turn
    float gap_y = 10;     // between nodes of a layer
    float apart = 28;     // between parts that nothing connects, one above the other
    float room_width = 0; // parts that nothing connects stand side by side up to here
};

struct GraphPoint {
    float x = 0;
    float y = 0;
};

// From the right side of `from` to the left side of `to`; pieces are horizontal and vertical by turns and cross no node.
struct GraphEdge {
    int from = 0;
    int to = 0;
    std::vector<GraphPoint> points;
};

struct GraphLayout {
    std::vector<GraphPoint> nodes; // upper left corners
    std::vector<GraphEdge> edges;
    float width = 0;
    float height = 0;
};

GraphLayout lay_out_graph(const GraphInput& input, const GraphSizes& sizes);

}
