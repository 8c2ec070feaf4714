#include "app/run_web.hpp"

#include "app/platform/web/web_page.hpp"
#include "app/run_web_program.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/team/membership.hpp"

#include <SDL.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h> // whether a text is selected

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace middleground {

namespace {

// Dear ImGui swaps the two on a Mac.
ImGuiKey command_key() {
    return ImGui::GetIO().ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
}

// Any event of SDL means that something must be drawn, except the mark that SDL itself puts into its queue while it is emptied.
int wake_for(void*, SDL_Event* event) {
    if (event->type != SDL_POLLSENTINEL) page_schedule(0);
    return 1;
}

void connect(Program& program) {
    auto& io = ImGui::GetIO();
    io.ConfigMacOSXBehaviors = program.platform.is_mac();
    auto& platform_io = ImGui::GetPlatformIO();
    platform_io.Platform_ClipboardUserData = &program;
    platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        auto& own = *static_cast<Program*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
        own.clipboard = text;
        own.taken = text;
    };
    platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<Program*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard.c_str();
    };
    platform_io.Platform_ImeUserData = &program;
    platform_io.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
        static_cast<Program*>(ImGui::GetPlatformIO().Platform_ImeUserData)->text_input = *data;
    };
    SDL_AddEventWatch(wake_for, nullptr);
}

char* copied(const std::string& text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy) std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

}

int run_web() {
    // The page has looked what the browser and the settings allow.
    const auto drawing = page_has_graphics_card() ? DrawingChoice::graphics_card : DrawingChoice::processor;
    auto window = Window::open("Middleground", 16, 16, drawing);
    if (!window) {
        std::fprintf(stderr, "%s (%s)\n", window.error().what.c_str(), window.error().where.c_str());
        return 1;
    }
    auto program = std::make_unique<Program>();
    program->window = std::move(*window);
    connect(*program);
    page_started(program.get()); // it tells the environment, so that the first frame has the right colours
    program->app = std::make_unique<App>(program->platform);
    program->app->force_colors(program->forced_colors);
    program.release()->draw(); // the page's from now on: it asks for the frames to come
    return 0;
}

}

using namespace middleground;

// What the page calls; `program` is what it got by page_started.
extern "C" {

EMSCRIPTEN_KEEPALIVE void mg_frame(Program* program) {
    program->frame();
}

EMSCRIPTEN_KEEPALIVE void mg_flush(Program* program) {
    program->finish();
}

// The turn that page_ask_turn asked for. 1: there is more to save, in this turn.
EMSCRIPTEN_KEEPALIVE int mg_turn(Program* program) {
    const bool more = program->app->take_turn();
    program->wake();
    return more ? 1 : 0;
}

// Keys come by way of SDL and wait there for the next frame: each of these takes them first, so that everything stays in its order.
EMSCRIPTEN_KEEPALIVE void mg_text(Program* program, const char* text) {
    program->take_input();
    ImGui::GetIO().AddInputCharactersUTF8(text);
    program->wake();
}

// From screen keyboards, which do not always tell it as a key.
EMSCRIPTEN_KEEPALIVE void mg_backspace(Program* program) {
    program->take_input();
    program->press(ImGuiKey_Backspace);
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_enter(Program* program) {
    program->take_input();
    program->press(ImGuiKey_Enter);
    program->wake();
}

// Into the field that has the caret; outside of fields a link may be pasted. 1: it is neither, has several lines or cells, and is to be read.
EMSCRIPTEN_KEEPALIVE int mg_paste(Program* program, const char* text) {
    program->take_input();
    program->clipboard = text;
    if (ImGui::GetIO().WantTextInput) {
        program->press(ImGuiKey_V, command_key());
    } else if (io::looks_like_any_link(text) || team::looks_like_invitation(text)) {
        program->platform.add(event::LinkOpened{text});
    } else if (is_worth_reading(text)) {
        return 1;
    }
    program->wake();
    return 0;
}

// The selected text, now: the browser takes it only while its own event lasts. Null when nothing is selected.
EMSCRIPTEN_KEEPALIVE char* mg_copy(Program* program, int cut) {
    // With nothing selected, Dear ImGui would take the whole text.
    const auto& text = ImGui::GetCurrentContext()->InputTextState;
    if (text.ID == 0 || text.ID != ImGui::GetCurrentContext()->ActiveId || !text.HasSelection()) return nullptr;
    program->taken.reset();
    program->take_input();
    program->press(cut ? ImGuiKey_X : ImGuiKey_C, command_key());
    for (int frame = 0; frame < 3 && !program->taken; ++frame) {
        program->window->run_unseen(*program->app);
    }
    program->wake();
    return program->taken ? copied(*program->taken) : nullptr;
}

// The browser went back (or, with a negative number, forward) by so many of the steps that page_steps_back told of.
EMSCRIPTEN_KEEPALIVE void mg_back(Program* program, int steps) {
    program->take_input();
    program->told_steps_back = -1; // it has fewer now, and is to be told again
    steps < 0 ? program->app->forward(-steps) : program->app->back(steps);
    program->wake();
}

// A finger or a pen: kind as in Touch::Kind, place in logical pixels, time on the clock of emscripten_get_now.
EMSCRIPTEN_KEEPALIVE void mg_finger(Program* program, int kind, int finger, double x, double y, double ms) {
    program->take_input();
    program->window->take({static_cast<Touch::Kind>(kind), finger, {static_cast<float>(x), static_cast<float>(y)}, ms},
                          program->platform.now_ms());
    page_schedule(0);
}

// The finger has left: what it tapped is pressed now, because a screen keyboard comes up only while the finger's own event lasts.
EMSCRIPTEN_KEEPALIVE void mg_finger_left(Program* program) {
    constexpr int most = 12;
    for (int frame = 0; frame < most && program->window->has_waiting(); ++frame) {
        program->window->run_unseen(*program->app);
    }
    program->window->run_unseen(*program->app); // only now it is known whether a text is wanted
    program->tell_text_input();
}

// What the browser says in pixels: moves by that.
EMSCRIPTEN_KEEPALIVE void mg_scroll(Program* program, double x, double y) {
    program->take_input();
    program->window->scroll_by({static_cast<float>(x), static_cast<float>(y)}, program->platform.now_ms());
    page_schedule(0);
}

// Notches of a mouse's wheel, away from the user or to the left is positive.
EMSCRIPTEN_KEEPALIVE void mg_wheel(Program* program, double x, double y) {
    program->take_input();
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(x), static_cast<float>(y));
    program->wake();
}

// What the backup file is to hold.
EMSCRIPTEN_KEEPALIVE char* mg_backup(Program* program) {
    return copied(program->app->backup());
}

EMSCRIPTEN_KEEPALIVE void mg_environment(Program* program, int dark, int reduced_motion, int touch) {
    program->platform.set_environment({dark != 0, reduced_motion != 0, touch != 0});
    program->wake();
}

// The system's colours in place of our own, 0xRRGGBB each; `on` 0: our own.
EMSCRIPTEN_KEEPALIVE void mg_forced_colors(Program* program, int on, std::uint32_t canvas, std::uint32_t canvas_text, std::uint32_t link_text,
                                           std::uint32_t highlight, std::uint32_t gray_text) {
    program->forced_colors = on ? std::optional(SystemColors{canvas, canvas_text, link_text, highlight, gray_text}) : std::nullopt;
    if (program->app) program->app->force_colors(program->forced_colors);
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void mg_graphics_lost(Program* program) {
    program->window->draw_by_processor();
    program->wake();
}

EMSCRIPTEN_KEEPALIVE int mg_drawn_by_processor(Program* program) {
    return program->window->is_drawn_by_processor() ? 1 : 0;
}

// The page shown, for paper; null: as it is on the screen.
EMSCRIPTEN_KEEPALIVE char* mg_printable(Program* program) {
    const auto page = program->app->printable_page();
    return page ? copied(*page) : nullptr;
}

EMSCRIPTEN_KEEPALIVE double mg_frames(Program* program) {
    return static_cast<double>(program->window->frames());
}

EMSCRIPTEN_KEEPALIVE int mg_saved(Program* program) {
    return program->app->is_saved() ? 1 : 0;
}

// Whether leaving the page would lose something, after mg_flush.
EMSCRIPTEN_KEEPALIVE int mg_only_here(Program* program) {
    return program->app->keeps_something_here() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE char* mg_state(Program* program) {
    return copied(program->app->state_json());
}

EMSCRIPTEN_KEEPALIVE char* mg_items(Program* program) {
    return copied(program->app->items_json());
}

// For the mirror (web/mirror.js): what there is, see App::outline_json; without the items when only the focus has moved. Null when nothing of it
// has changed, or it is not at rest yet.
EMSCRIPTEN_KEEPALIVE char* mg_outline(Program* program) {
    const auto outline = program->take_outline();
    return outline ? copied(*outline) : nullptr;
}

EMSCRIPTEN_KEEPALIVE void mg_reach(Program* program, std::uint32_t id, int press) {
    program->reach_item(id, press != 0);
}

EMSCRIPTEN_KEEPALIVE void mg_set_text(Program* program, const char* text) {
    program->set_text(text);
}
}
