#include "app/viewmodel/graph_layout.hpp"

#include "app/viewmodel/graph_layers.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

constexpr float before_turn = 10; // from a node to the first turn
constexpr float after_turn = 16;  // from the last turn to a node: there is the arrow's head
constexpr float between_turns = 7;

// What leaves one vertex turns in one place of the gap after its layer.
struct Turn {
    int vertex = 0;
    float low = 0; // rows that it reaches
    float high = 0;
    int track = 0;
};

std::vector<Turn> turns_after(const GraphPart& part, const std::vector<int>& layer) {
    std::vector<Turn> turns;
    for (const int vertex : layer) {
        const auto& from = part.vertices[at(vertex)];
        Turn turn{vertex, from.row, from.row, 0};
        for (const int to : from.right) {
            turn.low = std::min(turn.low, part.vertices[at(to)].row);
            turn.high = std::max(turn.high, part.vertices[at(to)].row);
        }
        if (turn.low != turn.high) {
            turns.push_back(turn);
        }
    }
    return turns;
}

// `second` ends on the row on which `first` begins: it has to turn further right, or both would lie on one line.
bool comes_first(const GraphPart& part, const Turn& first, const Turn& second) {
    const float row = part.vertices[at(first.vertex)].row;
    return std::ranges::any_of(part.vertices[at(second.vertex)].right, [&](int to) { return part.vertices[at(to)].row == row; });
}

// Arrows that end in the same place may lie on each other: they become one.
bool become_one(const GraphPart& part, const Turn& a, const Turn& b) {
    const auto& ends = part.vertices[at(a.vertex)].right;
    return ends.size() == 1 && ends == part.vertices[at(b.vertex)].right;
}

// Tracks from left to right; other turns that reach the same rows never share one. The answer is their number.
int set_tracks(const GraphPart& part, std::vector<Turn>& turns) {
    std::vector<bool> done(turns.size());
    int tracks = 0;
    for (std::size_t round = 0; round < turns.size(); ++round) {
        std::size_t next = turns.size();
        for (std::size_t i = 0; i < turns.size(); ++i) {
            if (done[i]) {
                continue;
            }
            bool free = true;
            for (std::size_t j = 0; j < turns.size() && free; ++j) {
                free = j == i || done[j] || !comes_first(part, turns[j], turns[i]);
            }
            if (next == turns.size() || free) {
                next = i; // when they wait for each other, the upper one goes first
            }
            if (free) {
                break;
            }
        }
        auto& turn = turns[next];
        for (std::size_t j = 0; j < turns.size(); ++j) {
            const bool meets = turns[j].low <= turn.high && turn.low <= turns[j].high && !become_one(part, turns[j], turn);
            if (done[j] && (meets || comes_first(part, turns[j], turn))) {
                turn.track = std::max(turn.track, turns[j].track + 1);
            }
        }
        done[next] = true;
        tracks = std::max(tracks, turn.track + 1);
    }
    return tracks;
}

float turn_x(float left, float gap, int track, int tracks) {
    if (tracks == 1) {
        return left + std::max(before_turn, (gap - (after_turn - before_turn)) / 2);
    }
    const float room = gap - before_turn - after_turn;
    return left + before_turn + room * static_cast<float>(track) / static_cast<float>(tracks - 1);
}

}

GraphLayout place_part(const GraphPart& part, const GraphSizes& sizes, int node_count) {
    GraphLayout layout;
    layout.nodes.resize(at(node_count));
    const float pitch = sizes.node_height + sizes.gap_y;
    float top = 0;
    float bottom = 0;
    for (const auto& vertex : part.vertices) {
        const float half = vertex.node >= 0 ? sizes.node_height / 2 : 4;
        top = std::min(top, vertex.row * pitch - half);
        bottom = std::max(bottom, vertex.row * pitch + half);
    }
    const auto y_of = [&](int vertex) { return part.vertices[at(vertex)].row * pitch - top; };

    std::vector<float> left(part.layers.size());
    std::vector<float> turn_at(part.vertices.size());
    float x = 0;
    for (std::size_t layer = 0; layer < part.layers.size(); ++layer) {
        left[layer] = x;
        auto turns = turns_after(part, part.layers[layer]);
        const int tracks = set_tracks(part, turns);
        const float gap =
            std::max(sizes.gap_x, tracks == 0 ? 0.0f : before_turn + after_turn + between_turns * static_cast<float>(tracks - 1));
        for (const auto& turn : turns) {
            turn_at[at(turn.vertex)] = turn_x(x + sizes.node_width, gap, turn.track, tracks);
        }
        for (const int vertex : part.layers[layer]) {
            if (const int node = part.vertices[at(vertex)].node; node >= 0) {
                layout.nodes[at(node)] = {x, y_of(vertex) - sizes.node_height / 2};
            }
        }
        x += sizes.node_width + gap;
        layout.width = left[layer] + sizes.node_width;
    }
    layout.height = bottom - top;

    for (const auto& way : part.ways) {
        GraphEdge edge{way.from, way.to, {}};
        float y = y_of(way.vertices.front());
        edge.points.push_back({layout.nodes[at(way.from)].x + sizes.node_width, y});
        for (std::size_t i = 0; i + 1 < way.vertices.size(); ++i) {
            const float next = y_of(way.vertices[i + 1]);
            if (next != y) {
                edge.points.push_back({turn_at[at(way.vertices[i])], y});
                edge.points.push_back({turn_at[at(way.vertices[i])], next});
                y = next;
            }
        }
        edge.points.push_back({layout.nodes[at(way.to)].x, y});
        layout.edges.push_back(std::move(edge));
    }
    return layout;
}

GraphLayout lay_out_graph(const GraphInput& input, const GraphSizes& sizes) {
    GraphLayout whole;
    const int count = static_cast<int>(input.before.size());
    whole.nodes.resize(at(count));
    auto parts = split_into_parts(input);
    std::vector<GraphLayout> placed;
    float room = sizes.room_width;
    for (auto& part : parts) {
        order_layers(part);
        set_rows(part);
        placed.push_back(place_part(part, sizes, count));
        room = std::max(room, placed.back().width);
    }
    // Parts in rows, as words on a page.
    float x = 0;
    float y = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto& part = placed[i];
        if (x > 0 && x + part.width > room) {
            x = 0;
            // A row of single ones is no further away than nodes of a layer are.
            const bool flat = part.edges.empty() && placed[i - 1].edges.empty();
            y = whole.height + (flat ? sizes.gap_y : sizes.apart);
        }
        for (const auto& vertex : parts[i].vertices) {
            if (vertex.node >= 0) {
                whole.nodes[at(vertex.node)] = {part.nodes[at(vertex.node)].x + x, part.nodes[at(vertex.node)].y + y};
            }
        }
        for (auto& edge : part.edges) {
            for (auto& point : edge.points) {
                point.x += x;
                point.y += y;
            }
            whole.edges.push_back(std::move(edge));
        }
        whole.width = std::max(whole.width, x + part.width);
        whole.height = std::max(whole.height, y + part.height);
        x += part.width + sizes.gap_x;
    }
    return whole;
}

}
