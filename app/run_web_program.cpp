#include "app/run_web_program.hpp"

#include "app/platform/web/web_page.hpp"

#include <SDL.h>
#include <imgui_internal.h> // what waits to be taken

#include <utility>

namespace middleground {

namespace {

// What is typed comes from the page's own text field (mg_text), which knows dead keys, input methods and screen keyboards. The keys of its
// letters say nothing more, and Dear ImGui would take a frame for each.
bool is_typing(const SDL_Event& event) {
    if (event.type == SDL_TEXTINPUT || event.type == SDL_TEXTEDITING) return true;
    if (event.type != SDL_KEYDOWN || !ImGui::GetIO().WantTextInput) return false;
    constexpr int commands = KMOD_CTRL | KMOD_ALT | KMOD_GUI;
    const auto key = event.key.keysym.sym;
    return (event.key.keysym.mod & commands) == 0 && key >= SDLK_SPACE && key != SDLK_DELETE && (key & SDLK_SCANCODE_MASK) == 0;
}

}

void Program::wake() {
    window->wake(platform.now_ms());
    page_schedule(0);
}

void Program::tell_text_input() {
    // A text is wanted while a field has the caret, not only while it shows it.
    text_input.WantTextInput = ImGui::GetIO().WantTextInput;
    const auto field = app->edited_field();
    if (field != told_field) {
        told_field = field;
        if (field) page_text_field(field->label.c_str(), field->error.c_str(), field->value.c_str(), field->begin, field->end);
    }
    if (const auto& shown = app->page_field(); shown != told_page_field) {
        told_page_field = shown;
        told.InputLineHeight = -1; // its place is to be told again
        tell_page_field();
    }
    const bool same = text_input.WantTextInput == told.WantTextInput && text_input.InputPos.x == told.InputPos.x &&
                      text_input.InputPos.y == told.InputPos.y && text_input.InputLineHeight == told.InputLineHeight;
    if (same) return;
    told = text_input;
    page_text_input(told.WantTextInput ? 1 : 0, told.InputPos.x, told.InputPos.y, told.InputLineHeight);
}

void Program::tell_page_field() {
    if (!told_page_field) return page_show_field(nullptr);
    const auto& field = *told_page_field;
    const auto rgb = [](ImU32 color) {
        return (color >> IM_COL32_R_SHIFT & 0xff) << 16 | (color >> IM_COL32_G_SHIFT & 0xff) << 8 | (color >> IM_COL32_B_SHIFT & 0xff);
    };
    const PageShownField page{field.min.x,
                              field.min.y,
                              field.max.x - field.min.x,
                              field.max.y - field.min.y,
                              field.seen_min.x,
                              field.seen_min.y,
                              field.seen_max.x,
                              field.seen_max.y,
                              field.size,
                              field.line_height,
                              field.weight,
                              field.enter_makes_line ? 2 : field.lines,
                              rgb(field.color),
                              rgb(field.background)};
    page_show_field(&page);
}

std::optional<std::string> Program::take_outline() {
    const auto is_due = [&] {
        const auto due = window->next_frame_in_ms(*app, platform.now_ms());
        return due && *due <= 0;
    };
    if (is_due()) return {};
    app->take_outline();
    window->run_unseen(*app);
    if (is_due()) page_schedule(0);
    auto now = app->outline_json();
    if (now == outline) return {};
    // Mostly only the focus has moved: it stands before the items.
    const auto items = now.find(",\"items\":");
    const bool same_items = outline.ends_with(std::string_view(now).substr(items)) && outline.find(",\"items\":") == outline.size() - (now.size() - items);
    outline = std::move(now);
    return same_items ? outline.substr(0, items) + '}' : outline;
}

void Program::reach_item(std::uint32_t id, bool press) {
    constexpr int frames = 3; // the focus, the press, and what comes of it
    take_input();
    app->reach_item(id, press);
    for (int frame = 0; frame < frames; ++frame) {
        window->run_unseen(*app);
    }
    tell_text_input();
    wake();
}

void Program::set_text(const char* text) {
    take_input();
    take_waiting(); // what was typed before has its place in the text first
    auto& state = ImGui::GetCurrentContext()->InputTextState;
    if (state.ID == 0 || state.ID != ImGui::GetCurrentContext()->ActiveId) return;
    // Of letters that come while Ctrl is held, as when the browser takes back what was typed, Dear ImGui takes none.
    for (const auto modifier : {ImGuiMod_Ctrl, ImGuiMod_Super}) {
        if ((ImGui::GetIO().KeyMods & modifier) != 0) ImGui::GetIO().AddKeyEvent(modifier, false);
    }
    state.SelectAll();
    if (*text == '\0') {
        press(ImGuiKey_Delete);
    } else {
        ImGui::GetIO().AddInputCharactersUTF8(text);
    }
    take_waiting();
    told_field.reset(); // what was left out of it is to be seen
    tell_text_input();
    wake();
}

void Program::take_waiting() {
    constexpr int most = 100;
    for (int frame = 0; frame < most && window->has_waiting(); ++frame) {
        window->run_unseen(*app);
    }
}

bool Program::take_input() {
    SDL_Event event;
    bool any = false;
    while (SDL_PollEvent(&event) == 1) {
        any = true;
        if (!is_typing(event)) window->process(event, platform.now_ms(), *app);
    }
    return any;
}

void Program::finish() {
    // Dear ImGui takes a key and the letter after it in one frame each, so what was typed fast is still in its queue. After the last of it,
    // pressed and released want a frame each.
    constexpr int most = 500;
    constexpr int after = 3;
    take_input();
    const auto& waiting = ImGui::GetCurrentContext()->InputEventsQueue;
    for (int frame = 0, quiet = 0; frame < most && quiet < after; ++frame) {
        quiet = waiting.empty() ? quiet + 1 : 0;
        window->run_unseen(*app);
    }
    app->flush();
}

void Program::frame() {
    // Beside a frame of 16 ms, where nothing is drawn, and where the user waits for it and touches nothing.
    constexpr std::int64_t beside_ms = 6;
    constexpr std::int64_t alone_ms = 10;
    constexpr std::int64_t awaited_ms = 24;
    const bool input = take_input();
    const auto due = window->next_frame_in_ms(*app, platform.now_ms());
    const bool draws = input || !app->has_work() || (due && *due <= 0);
    if (draws) draw();
    const bool more = app->work(input ? beside_ms : app->is_importing() ? awaited_ms : draws ? beside_ms : alone_ms);
    const auto next = more ? std::optional<std::int64_t>(0) : window->next_frame_in_ms(*app, platform.now_ms());
    page_schedule(next ? static_cast<double>(*next) : -1.0);
}

void Program::draw() {
    window->draw(*app);
    if (const auto now = app->background_rgb(); now != background) {
        background = now;
        page_set_background(now);
    }
    tell_text_input();
    if (const auto steps = app->steps_back(); steps && *steps != told_steps_back) {
        told_steps_back = *steps;
        page_steps_back(*steps);
    }
}

void Program::press(ImGuiKey key, ImGuiKey modifier) {
    auto& io = ImGui::GetIO();
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
}

}
