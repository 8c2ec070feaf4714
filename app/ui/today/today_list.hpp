#pragma once

#include "app/ui/context.hpp"
#include "app/ui/widgets/press.hpp"
#include "core/agenda/agenda.hpp"

#include <string>
#include <vector>

namespace middleground {

// The lines of the list that are shown, from the top, those that are put off at the end.
std::vector<const AgendaEntry*> shown_lines(const Context& context, const Agenda& agenda);
// The place of the chosen one among them: where it was, once it is gone. -1 without lines.
int chosen_place(const Context& context, const std::vector<const AgendaEntry*>& lines);
void choose(const Context& context, const std::vector<const AgendaEntry*>& lines, int place);

// What the keys ask for, before the list is drawn.
void take_wish(const Context& context, const std::vector<const AgendaEntry*>& lines);

// The groups with their lines, as wide as that.
void draw_today_list(const Context& context, const Agenda& agenda, const std::vector<const AgendaEntry*>& lines, float width);

// One line, drawn; the lines are numbered from the top.
struct LineView {
    const AgendaEntry& entry;
    bool chosen = false;
    bool takes_focus = false;
};
enum class LineAnswer : std::uint8_t { none, chosen, main };
LineAnswer draw_line_wide(const Context& context, const LineView& line, float width);
LineAnswer draw_line_phone(const Context& context, const LineView& line, float width);
float line_height(const Context& context, const LineView& line); // of either

// What both share: the whole line as what is pressed and focused, with its ground and its name; it is the item of ImGui that came last.
Press press_line(const Context& context, const LineView& line, ImVec2 size);
// The circle that says "done", the day's colour, the gain.
bool draw_circle(const Context& context, const LineView& line, ImVec2 center, float target);
ImU32 haste_color(const Context& context, const AgendaLine& line);
const char* haste_icon(const Context& context, const AgendaLine& line);
std::string gain_words(const Context& context, const AgendaEntry& entry);
// What is heard of a line besides its words.
std::string spoken_line(const Context& context, const AgendaEntry& entry);

// The cards at the side of the list, or below it: the week at a glance, what moved, the backup, what was put off.
void draw_week_strip(const Context& context, float width);
void draw_side_cards(const Context& context, const Agenda& agenda, float width);

}
