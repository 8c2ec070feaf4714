#pragma once

#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "core/analysis/subject.hpp"

#include <string>
#include <string_view>

namespace middleground {

// What the cards of several pages are made of.

struct CardRow {
    std::string label; // for the keyboard and tests
    const char* icon = nullptr;
    ImU32 icon_color = 0;
    std::string text;
    std::string right;
    ImU32 right_color = 0;
};

// Title with a link at the right; true when the link was pressed.
bool card_title(const Ui& ui, float width, const char* icon, std::string_view title, std::string_view link);
// The same with what the card comes to at the right.
void card_title_with_tag(const Ui& ui, float width, const char* icon, std::string_view title, std::string_view tag, Tone tone,
                         const char* mark);
// One line that can be pressed, or two where the words and what is at the right have no room beside each other; numbered within its card; true when it was.
bool card_row(const Ui& ui, float width, const CardRow& row, int number);

// Shows the thing on its page, selected. Nothing happens for what is not in the deal (any more).
void go_to(const Context& context, const Subject& subject);

// Muted words at the left and a link at the right of their last line. True when the link was pressed.
bool words_with_link(const Ui& ui, std::string_view words, std::string_view link, float width);

}
