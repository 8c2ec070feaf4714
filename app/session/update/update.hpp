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

// A deal or a backup that came as a file; a link that came by address, command line or paste. What is stored is not touched by a link.
void open_file(World world, std::string_view name, std::string_view bytes);
void open_link(World world, std::string_view text);

// The samples of the program, relative to today. Adds those that are not there yet; the answer is how many.
int add_samples(World world);

// A short line at the bottom for 8 seconds.
void show_toast(ViewState& view, Platform& platform, std::string text, bool offers_undo);

}
