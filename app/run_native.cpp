#include "app/run_native.hpp"

#include "app/app.hpp"
#include "app/platform/native/native_platform.hpp"
#include "app/session/store/store_settings.hpp"
#include "app/window.hpp"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

namespace middleground {

namespace {

constexpr int start_width = 1280;
constexpr int start_height = 840;
constexpr std::int64_t work_ms = 6; // between two looks at what the user does

bool is_back(const SDL_Keysym& key) {
    return key.sym == SDLK_AC_BACK || (key.sym == SDLK_LEFT && (key.mod & KMOD_ALT) != 0 && (key.mod & (KMOD_CTRL | KMOD_SHIFT)) == 0);
}

bool is_paste(const SDL_Keysym& key) {
    return key.sym == SDLK_v && (key.mod & (KMOD_CTRL | KMOD_GUI)) != 0 && (key.mod & (KMOD_ALT | KMOD_SHIFT)) == 0;
}

std::string clipboard_text() {
    char* text = SDL_GetClipboardText();
    std::string copy = text ? text : "";
    SDL_free(text);
    return copy;
}

// What is in this window only is said first; whoever closes it once more means it.
bool is_refused(App& app) {
    app.flush();
    return app.keeps_something_here() && app.warn_before_closing();
}

// False: the window is to be closed.
bool take(const SDL_Event& event, Window& window, NativePlatform& platform, App& app, bool& refused) {
    window.process(event, platform.now_ms(), app);
    switch (event.type) {
    case SDL_QUIT:
        // Comes after the window's own event, or alone when the system ends the session: that does not wait for answers.
        return std::exchange(refused, false);
    case SDL_DROPFILE:
        platform.open(event.drop.file);
        SDL_free(event.drop.file);
        break;
    case SDL_DROPTEXT:
        platform.give(event.drop.file);
        SDL_free(event.drop.file);
        break;
    case SDL_FINGERDOWN:
        platform.set_touch(true);
        break;
    case SDL_KEYDOWN:
        if (is_back(event.key.keysym)) app.back();
        if (is_paste(event.key.keysym) && !ImGui::GetIO().WantTextInput) platform.give(clipboard_text());
        break;
    case SDL_MOUSEBUTTONDOWN:
        if (event.button.button == SDL_BUTTON_X1) app.back();
        if (event.button.button == SDL_BUTTON_X2) app.forward();
        break;
    case SDL_MOUSEMOTION:
        if (event.motion.which != SDL_TOUCH_MOUSEID) platform.set_touch(false);
        break;
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST || event.window.event == SDL_WINDOWEVENT_HIDDEN) app.flush();
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) platform.look_for_changes();
        if (event.window.event == SDL_WINDOWEVENT_CLOSE) refused = is_refused(app);
        break;
    default:
        break;
    }
    return true;
}

// Sleeps until something happens or the program wants to draw; nothing at all is drawn meanwhile.
bool wait_for_event(SDL_Event& event, std::optional<std::int64_t> wait_ms) {
    if (!wait_ms) return SDL_WaitEvent(&event) == 1;
    if (*wait_ms <= 0) return SDL_PollEvent(&event) == 1;
    return SDL_WaitEventTimeout(&event, static_cast<int>(std::min<std::int64_t>(*wait_ms, 60'000))) == 1;
}

// Before anything else is read; what is wrong with the settings is said later, by who loads them.
DrawingChoice chosen_drawing(Platform& platform) {
    const auto text = platform.read(settings_key);
    const auto settings = text && *text ? io::read_settings(**text) : Result<Settings>(Settings());
    return settings ? settings->drawing : DrawingChoice::automatic;
}

}

int run_native(const std::vector<std::string>& open, std::optional<DrawingChoice> drawing) {
    NativePlatform platform;
    auto window = Window::open("Middleground", start_width, start_height, drawing ? *drawing : chosen_drawing(platform));
    if (!window) {
        const auto& error = window.error();
        std::fprintf(stderr, "middleground: %s (%s). %s\n", error.what.c_str(), error.where.c_str(), error.remedy.c_str());
        return 1;
    }
    for (const auto& one : open) {
        platform.open(one);
    }
    App app(platform);
    bool running = true;
    bool refused = false; // the user wants to close the window, and was told what that would lose
    while (running) {
        SDL_Event event;
        const auto next = (*window)->next_frame_in_ms(app, platform.now_ms());
        const bool has_work = app.has_work();
        const bool came = wait_for_event(event, has_work ? 0 : next);
        running = !came || take(event, **window, platform, app, refused);
        while (running && SDL_PollEvent(&event) == 1) {
            running = take(event, **window, platform, app, refused);
        }
        // Nothing new to be seen: the time is for the work.
        const bool draws = came || !has_work || (next && *next <= 0);
        if (running && draws) (*window)->draw(app);
        if (running) app.work(work_ms);
    }
    app.flush();
    return 0;
}

}
