#pragma once

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"

#include <optional>
#include <vector>

namespace middleground {

// How the pages lie on top of each other: what "back" takes away is the last of them. The page over all deals that the program began with is
// below all of them, and there "back" leaves the program.
enum class Layer : std::uint8_t {
    list,   // another page over all deals
    link,   // a deal or a plan that somebody sent
    deal,   // the open deal
    page,   // another page than the deal's own: People, Settings
    detail, // on a phone: one person or commitment in the place of the page
};
std::vector<Layer> layers_of(const Document& document, const ViewState& view, bool phone);

// What takes the last one away: an action, or nothing where only the selection has to go (see leave_detail).
std::optional<Action> action_for_leaving(Layer layer, const Document& document);
void leave_detail(const Document& document, ViewState& view);

// A page that was left by "back", for "forward".
struct LeftPage {
    DealId deal; // empty: none was open
    Screen screen = Screen::deals;
};
// Nothing when "forward" has no way to it any more.
std::optional<Action> action_for_returning(const LeftPage& left, const Document& document);

}
