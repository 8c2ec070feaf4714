#include "app/views/people_data.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float between_nodes = 6;
constexpr float label_gap = 5;
constexpr float widest_label = 124;
constexpr int rounds = 80;

struct Box {
    ImVec2 min;
    ImVec2 max;
    bool meets(const Box& other) const {
        return min.x < other.max.x && other.min.x < max.x && min.y < other.max.y && other.min.y < max.y;
    }
};

Box box_of(const MapNode& node) {
    const float reach = node.radius + 2;
    // The mark of the stance stands out at the lower right.
    return {{node.center.x - reach, node.center.y - reach}, {node.center.x + reach + 2, node.center.y + reach + 2}};
}

// Only sideways, only within the column, half of the way each: who came first goes left.
void part(MapNode& a, MapNode& b, float step) {
    const float wanted = a.radius + b.radius + between_nodes;
    const float dy = b.center.y - a.center.y;
    if (std::abs(dy) >= wanted) {
        return;
    }
    const float needed = std::sqrt(wanted * wanted - dy * dy);
    const float dx = b.center.x - a.center.x;
    if (std::abs(dx) >= needed) {
        return;
    }
    const float push = (needed - std::abs(dx)) / 2 * (dx < 0 ? -1.0f : 1.0f) * step;
    a.center.x -= push;
    b.center.x += push;
}

Box label_box(const MapNode& node, int side, ImVec2 size) {
    const float reach = node.radius + label_gap;
    const auto& c = node.center;
    switch (side) {
    case 0: // above
        return {{c.x - size.x / 2, c.y - reach - size.y}, {c.x + size.x / 2, c.y - reach}};
    case 1: // right, clear of the mark
        return {{c.x + reach + 4, c.y - size.y / 2}, {c.x + reach + 4 + size.x, c.y + size.y / 2}};
    case 2: // below
        return {{c.x - size.x / 2, c.y + reach}, {c.x + size.x / 2, c.y + reach + size.y}};
    default: // left
        return {{c.x - reach - size.x, c.y - size.y / 2}, {c.x - reach, c.y + size.y / 2}};
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
    using enum MapNode::Label;
    for (const auto form : {two_lines, one_line}) {
        for (const auto i : order) {
            auto& node = layout.nodes[i];
            // What is left over gets a short one where there is room for that.
            const float width = form == two_lines ? std::min(labels[i], widest_label) : std::min(labels[i], widest_label * 0.6f);
            const ImVec2 wanted{width + 2, form == two_lines ? 2 * line : line};
            for (int side = 0; side < 4 && node.label == none; ++side) {
                const auto box = label_box(node, side, wanted);
                if (is_free(box)) {
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

float map_y(const MapLayout& layout, float height, int influence) {
    const float share = static_cast<float>(100 - influence) / static_cast<float>(100 - layout.lowest);
    return map_margin + share * (height - 2 * map_margin);
}

MapLayout map_layout(const Deal& deal, const std::vector<PersonRow>& rows, ImVec2 size, std::span<const float> labels, float line) {
    MapLayout layout;
    for (const auto& row : rows) {
        layout.lowest = std::min(layout.lowest, row.person->influence / 20 * 20);
    }
    const float column = size.x / static_cast<float>(names_of<Stance>().size());
    for (const auto& row : rows) {
        MapNode node;
        node.radius = 12 + static_cast<float>(row.person->influence) / 9;
        node.center = {(static_cast<float>(row.stance) + 0.5f) * column, map_y(layout, size.y, row.person->influence)};
        layout.nodes.push_back(node);
    }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = i + 1; j < rows.size(); ++j) {
                part(layout.nodes[i], layout.nodes[j], 0.7f);
            }
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& node = layout.nodes[i];
            const float left = static_cast<float>(rows[i].stance) * column;
            const float room = std::min(node.radius + 3, column / 2);
            node.center.x = std::clamp(node.center.x, left + room, left + column - room);
        }
    }
    for (const auto& influence : deal.influences) {
        const auto place = [&](const StakeholderId& id) {
            return static_cast<int>(std::ranges::find(rows, id, [](const PersonRow& row) { return row.person->id; }) - rows.begin());
        };
        const MapLine found{place(influence.from), place(influence.to), influence.weight_milli};
        if (std::max(found.from, found.to) < static_cast<int>(rows.size()) && found.from != found.to) {
            layout.lines.push_back(found);
        }
    }
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::stable_sort(order, [&](auto a, auto b) { return rows[a].person->influence > rows[b].person->influence; });
    place_labels(layout, size, labels, line, order);
    return layout;
}

}
