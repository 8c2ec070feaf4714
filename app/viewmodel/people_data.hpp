#pragma once

#include "core/analysis/consensus.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Who was not heard for more days than this is counted in the title.
inline constexpr int unheard_days = 30;

// `order` is no column: it sorts as the deal has them.
enum class PersonColumn : std::uint8_t { person, function, influence, stance, problem, needs, concern, heard, order };

// What the page shows of one person. Made anew from the deal; points into it.
struct PersonRow {
    const Stakeholder* person = nullptr;
    std::string name; // told apart from namesakes; "No name yet" when it is empty
    Stance stance = Stance::unknown;
    std::optional<Date> stance_since; // the day the present stance was first recorded without a break
    std::optional<Date> heard;
    InteractionId heard_in; // where, the last one
    bool unheard = false;   // never, or not for a month
    std::vector<const Concern*> open_concerns;
};

// Everybody, in the deal's order.
std::vector<PersonRow> person_rows(const Deal& deal, Date today);
// Equal ones stay in the order they had.
void sort_people(std::vector<PersonRow>& rows, PersonColumn column, bool descending);
bool is_for_it(Stance stance);
// One place up (-1) or down (1) in the deal's order; nothing at the end of the list.
std::optional<edit::MoveStakeholder> moved_person(const Deal& deal, const StakeholderId& id, int by);

// "7 people, 3 of them for it, 2 not heard in a month"
std::string people_title(const std::vector<PersonRow>& rows);
// "A group of 9 is expected, 2 may be missing"; empty when nobody is.
std::string missing_words(const Deal& deal);
// "none", the concern, or "the first, and 2 more".
std::string concern_words(const PersonRow& row);
std::string heard_words(const PersonRow& row, Date today); // "9 Jun" or "Never"
// "Elena Brandt, Managing director, decision maker. Influence 95, supportive since 2 Jun."
std::string person_words(const PersonRow& row, Date today);

// The functions of those named, each once, in the usual order, with the people (positions in rows) of each stance.
struct FunctionLine {
    Function function = Function::other;
    std::vector<std::vector<int>> by_stance; // index: Stance
    bool never_heard = true;                 // nobody of this function was
};
std::vector<FunctionLine> function_lines(const std::vector<PersonRow>& rows);

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
