#pragma once

#include "core/base/id.hpp"

#include <cstdint>

namespace middleground {

struct Context; // app/ui/context.hpp

// People and deals that may be there twice: where they are proposed, and the dialog that puts two beside each other.

// Whether the program found the two, or somebody chose them.
enum class Found : std::uint8_t { by_hand, by_us };
// Opens the dialog with two people of the open deal, or two deals; without the second it asks for it.
void open_person_double(const Context& context, const StakeholderId& kept, const StakeholderId& gone, Found found);
void open_deal_double(const Context& context, const DealId& kept, const DealId& gone, Found found);

// Over the people of the open deal: those that may be one, each pair with "Compare" and "Not the same"; nothing where there are none.
void draw_person_doubles(const Context& context, float width);
// Over the list of deals, the same on one line for the likeliest pair.
void draw_deal_doubles(const Context& context, float width);

void draw_doubles_dialog(const Context& context); // doubles_dialog.cpp

}
