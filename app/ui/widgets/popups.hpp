#pragma once

namespace middleground {

// What lies over the page: dialogs, menus and lists. One that follows what is typed in a field does not count; it goes with the typing.
int open_popups();
// The uppermost of them closes, as if its own close button had been pressed. Between ImGui::NewFrame and the widgets.
void close_top_popup();

// Whether Esc is pressed and closes no list, menu or dialog. Dear ImGui closes those before anything is drawn, so that they are asked for in
// every frame: to be called in each, by what is drawn in one window.
bool is_esc_free();

// For dialogs: whether that was asked of the current window. True once.
bool is_asked_to_close();

}
