#pragma once

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/platform/platform.hpp"
#include "app/session/view_state.hpp"
#include "core/base/random.hpp"

namespace middleground {

struct World {
    Document& document;
    ViewState& view;
    Platform& platform;
    Random& random;
};

// Carries out what the views asked for. On an error nothing of the document has changed and view.error says why.
void update(World world, const Action& action);

// A short line at the bottom for 8 seconds.
void show_toast(ViewState& view, Platform& platform, std::string text, bool offers_undo);

}
