#include "app/viewmodel/graph_layers.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace middleground {

namespace {

constexpr int sweeps = 12;
constexpr float node_to_bend = 0.625f; // rows between the middles of neighbours in a layer
constexpr float bend_to_bend = 0.25f;

enum class Neighbours : std::uint8_t { left, right, both };

std::vector<int> places_of(const GraphPart& part) {
    std::vector<int> places(part.vertices.size());
    for (const auto& layer : part.layers) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            places[at(layer[i])] = static_cast<int>(i);
        }
    }
    return places;
}

int inversions(std::vector<int>& values) {
    if (values.size() < 2) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::vector<int> low(values.begin(), middle);
    std::vector<int> high(middle, values.end());
    int count = inversions(low) + inversions(high);
    std::size_t i = 0;
    std::size_t j = 0;
    for (auto& value : values) {
        if (j == high.size() || (i < low.size() && low[i] <= high[j])) {
            value = low[i++];
        } else {
            count += static_cast<int>(low.size() - i);
            value = high[j++];
        }
    }
    return count;
}

void sort_layer(GraphPart& part, std::vector<int>& layer, std::vector<int>& places, Neighbours side) {
    std::vector<std::pair<float, int>> keyed;
    for (const int vertex : layer) {
        const auto& neighbours = side == Neighbours::left ? part.vertices[at(vertex)].left : part.vertices[at(vertex)].right;
        float key = static_cast<float>(places[at(vertex)]);
        if (!neighbours.empty()) {
            const int sum =
                std::accumulate(neighbours.begin(), neighbours.end(), 0, [&](int total, int other) { return total + places[at(other)]; });
            key = static_cast<float>(sum) / static_cast<float>(neighbours.size());
        }
        keyed.emplace_back(key, vertex);
    }
    sort_list(keyed, {}, &std::pair<float, int>::first);
    for (std::size_t i = 0; i < layer.size(); ++i) {
        layer[i] = keyed[i].second;
        places[at(layer[i])] = static_cast<int>(i);
    }
}

// Arrows that cross when `upper` stands above `lower`.
int crossings_of(const GraphPart& part, const std::vector<int>& places, int upper, int lower) {
    int count = 0;
    const auto cross = [&](const std::vector<int>& of_upper, const std::vector<int>& of_lower) {
        for (const int a : of_upper) {
            for (const int b : of_lower) {
                count += places[at(a)] > places[at(b)] ? 1 : 0;
            }
        }
    };
    cross(part.vertices[at(upper)].left, part.vertices[at(lower)].left);
    cross(part.vertices[at(upper)].right, part.vertices[at(lower)].right);
    return count;
}

bool swap_neighbours(GraphPart& part, std::vector<int>& places) {
    bool better = false;
    for (auto& layer : part.layers) {
        for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
            if (crossings_of(part, places, layer[i + 1], layer[i]) < crossings_of(part, places, layer[i], layer[i + 1])) {
                std::swap(layer[i], layer[i + 1]);
                std::swap(places[at(layer[i])], places[at(layer[i + 1])]);
                better = true;
            }
        }
    }
    return better;
}

float apart(const GraphVertex& a, const GraphVertex& b) {
    const int bends = (a.node < 0 ? 1 : 0) + (b.node < 0 ? 1 : 0);
    return bends == 0 ? 1 : bends == 1 ? node_to_bend : bend_to_bend;
}

float wanted_row(const GraphPart& part, const GraphVertex& vertex, Neighbours side) {
    float sum = 0;
    int count = 0;
    const auto add = [&](const std::vector<int>& neighbours) {
        for (const int other : neighbours) {
            sum += part.vertices[at(other)].row;
            ++count;
        }
    };
    if (side != Neighbours::right) {
        add(vertex.left);
    }
    if (side != Neighbours::left) {
        add(vertex.right);
    }
    return count == 0 ? vertex.row : sum / static_cast<float>(count);
}

// Nodes stand on whole rows, bends on quarters.
float settled(const GraphVertex& vertex, float row) {
    return vertex.node >= 0 ? std::round(row) : std::round(row * 4) / 4;
}

// Away from a pivot that stays: one after the other, each as near to where it wants to be as the one before it leaves room.
void place_layer(GraphPart& part, const std::vector<int>& layer, Neighbours side) {
    std::vector<float> wanted;
    for (const int vertex : layer) {
        wanted.push_back(wanted_row(part, part.vertices[at(vertex)], side));
    }
    std::size_t pivot = 0;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        if (part.vertices[at(layer[i])].on_lane) {
            pivot = i;
            wanted[i] = 0;
            break;
        }
        if (std::abs(wanted[i]) < std::abs(wanted[pivot])) {
            pivot = i;
        }
    }
    auto& middle = part.vertices[at(layer[pivot])];
    middle.row = settled(middle, wanted[pivot]);
    for (std::size_t i = pivot + 1; i < layer.size(); ++i) {
        auto& vertex = part.vertices[at(layer[i])];
        const auto& above = part.vertices[at(layer[i - 1])];
        const float least = above.row + apart(above, vertex);
        vertex.row = std::max(settled(vertex, wanted[i]), vertex.node >= 0 ? std::ceil(least) : least);
    }
    for (std::size_t i = pivot; i-- > 0;) {
        auto& vertex = part.vertices[at(layer[i])];
        const auto& below = part.vertices[at(layer[i + 1])];
        const float most = below.row - apart(below, vertex);
        vertex.row = std::min(settled(vertex, wanted[i]), vertex.node >= 0 ? std::floor(most) : most);
    }
}

}

int count_crossings(const GraphPart& part) {
    const auto places = places_of(part);
    int count = 0;
    for (const auto& layer : part.layers) {
        std::vector<int> ends;
        for (const int vertex : layer) {
            std::vector<int> own;
            for (const int other : part.vertices[at(vertex)].right) {
                own.push_back(places[at(other)]);
            }
            sort_list(own);
            ends.insert(ends.end(), own.begin(), own.end());
        }
        count += inversions(ends);
    }
    return count;
}

void order_layers(GraphPart& part) {
    auto best = part.layers;
    int fewest = count_crossings(part);
    auto places = places_of(part);
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0) {
            for (auto& layer : part.layers) {
                sort_layer(part, layer, places, Neighbours::left);
            }
        } else {
            for (auto layer = part.layers.rbegin(); layer != part.layers.rend(); ++layer) {
                sort_layer(part, *layer, places, Neighbours::right);
            }
        }
        for (int round = 0; round < 4 && swap_neighbours(part, places); ++round) {
        }
        if (const int now = count_crossings(part); now < fewest) {
            fewest = now;
            best = part.layers;
        }
    }
    part.layers = std::move(best);
}

void set_rows(GraphPart& part) {
    for (auto& layer : part.layers) {
        place_layer(part, layer, Neighbours::left);
    }
    for (int pass = 0; pass < 2; ++pass) {
        for (auto layer = part.layers.rbegin(); layer != part.layers.rend(); ++layer) {
            place_layer(part, *layer, pass == 0 ? Neighbours::right : Neighbours::both);
        }
        // Left to right last: an arrow leaves its node straight and turns where it ends.
        for (auto& layer : part.layers) {
            place_layer(part, layer, Neighbours::left);
        }
    }
}

}
