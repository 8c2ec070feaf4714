#pragma once

#include "app/viewmodel/people_data.hpp"

#include <imgui.h>

#include <span>
#include <vector>

namespace middleground {

// The influence map in design pixels, the plot's upper left corner at 0, 0. x is where a person would end after they have talked, from
// against to for, y is the influence: so a place means something. Those who meet there give way to each other a little, nobody across the
// threshold from which they would agree.
struct MapNode {
    ImVec2 center;
    float radius = 0;
    enum class Label : std::uint8_t { none, two_lines, one_line } label = Label::none;
    ImVec2 label_min;
    ImVec2 label_max;
};
// An arrow as a quadratic curve from edge to edge; it bends to the left, so that two that answer each other stay apart.
struct MapLine {
    int from = 0; // positions in rows
    int to = 0;
    int weight_milli = 0;
    bool conflict = false; // between two who stand far apart
    ImVec2 start;
    ImVec2 control;
    ImVec2 tip;
};
struct MapLayout {
    std::vector<MapNode> nodes; // as the rows; one more for the seats that nobody is named for, if there are any
    std::vector<MapLine> lines;
    int lowest = 40; // influence at the lowest tick
};
inline constexpr float map_margin = 30;    // above 100 and below the lowest tick
inline constexpr int map_weak_milli = 350; // lines under it appear when one of their people is selected

// `labels`: width of each node's label, its wider line; `line` is the height of one line of them.
MapLayout map_layout(const Deal& deal, const Consensus& consensus, const std::vector<PersonRow>& rows, ImVec2 size,
                     std::span<const float> labels, float line);
float map_x(float width, double opinion);
float map_y(const MapLayout& layout, float height, int influence);

}
