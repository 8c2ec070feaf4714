#include "app/ui/people/people_map_layout.hpp"

#include "core/base/sort_list.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t many_people = 9; // from here on the discs are smaller
constexpr float between_nodes = 5;
constexpr float label_gap = 5;
constexpr float widest_label = 124;
constexpr int rounds = 160;
constexpr float upward = 0.4f;      // how far up and down they give way, against sideways
constexpr float on_its_side = 4;    // of the threshold
constexpr float least_freedom = 30; // sideways, for giving way; with many people more
constexpr float from_edge = 2;      // between an arrow and the disc
constexpr int curve_points = 24;

struct Box {
    ImVec2 min;
    ImVec2 max;
    bool meets(const Box& other) const { return min.x < other.max.x && other.min.x < max.x && min.y < other.max.y && other.min.y < max.y; }
};

Box box_of(const MapNode& node) {
    const float reach = node.radius + 2;
    // The mark of the stance stands out at the lower right.
    return {{node.center.x - reach, node.center.y - reach}, {node.center.x + reach + 2, node.center.y + reach + 2}};
}

// Half of the way each, along the line between them: who came first goes left and up.
void part(MapNode& a, MapNode& b, float step) {
    const float wanted = a.radius + b.radius + between_nodes;
    float dx = b.center.x - a.center.x;
    float dy = b.center.y - a.center.y;
    float far = std::sqrt(dx * dx + dy * dy);
    if (far >= wanted) return;
    if (far < 1) {
        dx = 1;
        dy = 0.1f;
        far = 1;
    }
    // Sideways first: there it costs less of what the place means.
    const float push = (wanted - far) / 2 * step;
    a.center.x -= push * dx / far;
    b.center.x += push * dx / far;
    a.center.y -= push * dy / far * upward;
    b.center.y += push * dy / far * upward;
}

// Near to where it belongs, in the plot, and on its side of the threshold.
void keep_near(MapNode& node, ImVec2 home, ImVec2 size, float freedom, bool agrees) {
    const float threshold = map_x(size.x, agrees_from);
    const float reach = node.radius + 3;
    const float low = std::max(reach, agrees ? threshold + on_its_side : 0);
    const float high = std::min(size.x - reach, agrees ? size.x : threshold - on_its_side);
    node.center.x = std::clamp(std::clamp(node.center.x, home.x - freedom, home.x + freedom), low, std::max(low, high));
    const float up = freedom * upward;
    node.center.y = std::clamp(std::clamp(node.center.y, home.y - up, home.y + up), reach, std::max(reach, size.y - reach));
}

void shape(MapLine& line, const MapNode& from, const MapNode& to) {
    const ImVec2 a = from.center;
    const ImVec2 b = to.center;
    const auto length_of = [](float x, float y) { return std::max(0.001f, std::sqrt(x * x + y * y)); };
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const float far = length_of(dx, dy);
    const float bend = std::min(far * 0.16f, 28.0f);
    line.control = {(a.x + b.x) / 2 + dy / far * bend, (a.y + b.y) / 2 - dx / far * bend};
    const auto towards = [&](ImVec2 point, float distance) {
        const float share = distance / length_of(line.control.x - point.x, line.control.y - point.y);
        return ImVec2{point.x + (line.control.x - point.x) * share, point.y + (line.control.y - point.y) * share};
    };
    line.start = towards(a, from.radius + from_edge);
    line.tip = towards(b, to.radius + from_edge);
}

bool is_crossed(const Box& box, const MapLine& line) {
    for (int i = 0; i <= curve_points; ++i) {
        const float t = static_cast<float>(i) / curve_points;
        const float a = (1 - t) * (1 - t);
        const float b = 2 * (1 - t) * t;
        const float c = t * t;
        const ImVec2 point{a * line.start.x + b * line.control.x + c * line.tip.x, a * line.start.y + b * line.control.y + c * line.tip.y};
        if (point.x > box.min.x && point.x < box.max.x && point.y > box.min.y && point.y < box.max.y) {
            return true;
        }
    }
    return false;
}

constexpr int label_sides = 8;

// Above and below: these can be moved sideways.
bool centred(int side) {
    return side == 0 || side == 2;
}

Box label_box(const MapNode& node, int side, ImVec2 size) {
    const float reach = node.radius + label_gap;
    const float corner = node.radius * 0.75f + label_gap / 2;
    const auto& c = node.center;
    switch (side) {
    case 0: // above
        return {{c.x - size.x / 2, c.y - reach - size.y}, {c.x + size.x / 2, c.y - reach}};
    case 1: // right, clear of the mark
        return {{c.x + reach + 4, c.y - size.y / 2}, {c.x + reach + 4 + size.x, c.y + size.y / 2}};
    case 2: // below
        return {{c.x - size.x / 2, c.y + reach}, {c.x + size.x / 2, c.y + reach + size.y}};
    case 3: // left
        return {{c.x - reach - size.x, c.y - size.y / 2}, {c.x - reach, c.y + size.y / 2}};
    case 4: // upper right
        return {{c.x + corner, c.y - corner - size.y}, {c.x + corner + size.x, c.y - corner}};
    case 5: // upper left
        return {{c.x - corner - size.x, c.y - corner - size.y}, {c.x - corner, c.y - corner}};
    case 6: // lower left
        return {{c.x - corner - size.x, c.y + corner}, {c.x - corner, c.y + corner + size.y}};
    default: // lower right, below the mark
        return {{c.x + corner, c.y + reach}, {c.x + corner + size.x, c.y + reach + size.y}};
    }
}

void place_labels(MapLayout& layout, ImVec2 size, std::span<const float> labels, float line, const std::vector<std::size_t>& order) {
    std::vector<Box> taken;
    for (const auto& node : layout.nodes) {
        taken.push_back(box_of(node));
    }
    const auto is_free = [&](const Box& box) {
        return box.min.x >= 2 && box.min.y >= 2 && box.max.x <= size.x - 2 && box.max.y <= size.y - 2 &&
               std::ranges::none_of(taken, [&](const Box& other) { return box.meets(other); });
    };
    const float threshold = map_x(size.x, agrees_from);
    const auto crosses = [&](const Box& box, float center) {
        const bool other_side = (center > threshold) != ((box.min.x + box.max.x) / 2 > threshold);
        return other_side || (box.min.x < threshold && threshold < box.max.x) || std::ranges::any_of(layout.lines, [&](const MapLine& one) {
                   return one.weight_milli >= map_weak_milli && is_crossed(box, one);
               });
    };
    using enum MapNode::Label;
    // No label lies on a line or across the threshold: better a short one, better none (the disc has the initials, and says the name).
    for (const auto form : {two_lines, one_line}) {
        for (const auto i : order) {
            auto& node = layout.nodes[i];
            const float width = form == two_lines ? std::min(labels[i], widest_label) : std::min(labels[i], widest_label * 0.6f);
            const ImVec2 wanted{width + 2, form == two_lines ? 2 * line : line};
            for (int side = 0; side < label_sides && node.label == none; ++side) {
                auto box = label_box(node, side, wanted);
                // Above and below it gives way to the threshold.
                const float shift = !centred(side) || box.min.x > threshold + 3 || box.max.x < threshold - 3 ? 0.0f
                                    : node.center.x > threshold                                             ? threshold + 4 - box.min.x
                                                                                                            : threshold - 4 - box.max.x;
                box.min.x += shift;
                box.max.x += shift;
                if (is_free(box) && !crosses(box, node.center.x)) {
                    node.label = form;
                    node.label_min = box.min;
                    node.label_max = box.max;
                    taken.push_back(box);
                }
            }
        }
    }
}

}

float map_x(float width, double opinion) {
    return map_margin + (width - 2 * map_margin) * static_cast<float>((opinion + 1) / 2);
}

float map_y(const MapLayout& layout, float height, int influence) {
    const float share = static_cast<float>(100 - influence) / static_cast<float>(100 - layout.lowest);
    return map_margin + share * (height - 2 * map_margin);
}

MapLayout map_layout(const Deal& deal, const Consensus& consensus, const std::vector<PersonRow>& rows, ImVec2 size,
                     std::span<const float> labels, float line) {
    struct Seat {
        int influence = unnamed_influence;
        double opinion = 0;
        bool agrees = false;
    };
    std::vector<Seat> seats;
    for (const auto& row : rows) {
        const auto* person = find(consensus, row.person->id);
        seats.push_back({row.person->influence, person ? person->opinion : 0, person && person->would_agree});
    }
    if (consensus.not_named() > 0) {
        seats.push_back({unnamed_influence, consensus.unnamed_opinion, consensus.unnamed_opinion >= agrees_from});
    }
    MapLayout layout;
    for (const auto& seat : seats) {
        layout.lowest = std::min(layout.lowest, seat.influence / 20 * 20);
    }
    std::vector<ImVec2> homes;
    for (const auto& seat : seats) {
        const auto influence = static_cast<float>(seat.influence);
        homes.emplace_back(map_x(size.x, seat.opinion), map_y(layout, size.y, seat.influence));
        layout.nodes.push_back({.center = homes.back(), .radius = seats.size() > many_people ? 12 + influence / 16 : 12 + influence / 9});
    }
    const float freedom = least_freedom + 6 * static_cast<float>(seats.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < seats.size(); ++i) {
            for (std::size_t j = i + 1; j < seats.size(); ++j) {
                part(layout.nodes[i], layout.nodes[j], 0.7f);
            }
        }
        for (std::size_t i = 0; i < seats.size(); ++i) {
            keep_near(layout.nodes[i], homes[i], size, freedom, seats[i].agrees);
        }
    }
    for (const auto& influence : deal.influences) {
        const auto place = [&](const StakeholderId& id) {
            return static_cast<int>(std::ranges::find(rows, id, [](const PersonRow& row) { return row.person->id; }) - rows.begin());
        };
        const bool conflict = std::ranges::any_of(consensus.conflicts, [&](const Conflict& one) {
            return (one.first == influence.from && one.second == influence.to) ||
                   (one.first == influence.to && one.second == influence.from);
        });
        MapLine found{.from = place(influence.from),
                      .to = place(influence.to),
                      .weight_milli = influence.weight_milli,
                      .conflict = conflict,
                      .start = {},
                      .control = {},
                      .tip = {}};
        if (std::max(found.from, found.to) < static_cast<int>(rows.size()) && found.from != found.to) {
            shape(found, layout.nodes[static_cast<std::size_t>(found.from)], layout.nodes[static_cast<std::size_t>(found.to)]);
            layout.lines.push_back(found);
        }
    }
    std::vector<std::size_t> order(seats.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    sort_list(order, [&](auto a, auto b) { return seats[a].influence > seats[b].influence; });
    place_labels(layout, size, labels, line, order);
    return layout;
}

}
