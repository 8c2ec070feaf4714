#pragma once

#include "app/app.hpp"
#include "app/platform/web/web_platform.hpp"
#include "app/window.hpp"

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace middleground {

// The running program. The page holds the pointer to it and gives it to every mg_ function in run_web.cpp; it lives until the page goes.
struct Program {
    std::unique_ptr<Window> window;
    WebPlatform platform;
    std::unique_ptr<App> app; // not before page_started has returned
    std::optional<SystemColors> forced_colors;

    std::uint32_t background = 0xffffffffu;
    std::string clipboard;            // what the program last copied or the browser last pasted
    std::optional<std::string> taken; // what a copy or cut put there while the browser waits for it
    ImGuiPlatformImeData text_input;  // what the program wants
    ImGuiPlatformImeData told;        // what the page knows
    std::optional<App::EditedField> told_field;
    std::optional<PageField> told_page_field; // likewise
    int told_steps_back = 0;          // likewise
    std::string outline;              // likewise

    void wake();
    void frame();
    bool take_input(); // whether there was any
    void take_waiting(); // what Dear ImGui has got and not taken yet, in unseen frames
    void draw();
    // Everything that was pressed and typed until now is done and saved, without a picture: the page may be gone in a moment.
    void finish();
    void tell_text_input();
    void tell_page_field();
    // What there is for the mirror; nothing when the page knows it already, or something is still moving.
    std::optional<std::string> take_outline();
    // See App::reach_item. At once: a screen keyboard comes up only while the event of the press lasts.
    void reach_item(std::uint32_t id, bool press);
    // In place of all that the field holds that is typed in.
    void set_text(const char* text);
    // A key pressed and released, with or without the key for commands.
    void press(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None);
};

}
