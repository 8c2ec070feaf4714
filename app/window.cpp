#include "app/window.hpp"

#include "app/platform/render/pixel_screen.hpp"
#include "app/platform/render/quiet_x.hpp"

#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <imgui_internal.h> // what it has not taken yet

#include <algorithm>
#include <cmath>
#include <limits>

namespace middleground {

namespace {

Error sdl_error(const char* what) {
    return {what, SDL_GetError(), "Check the graphics driver, or use the command line: middleground --help."};
}

// Dear ImGui multiplies with it and drops the fraction: never one pixel too few.
float scale_to(int pixels, float logical) {
    if (logical <= 0) return 1;
    const auto wanted = static_cast<float>(pixels);
    const auto scale = wanted / logical;
    return logical * scale < wanted ? std::nextafter(scale, std::numeric_limits<float>::infinity()) : scale;
}

constexpr float longest_frame = 0.1f; // seconds, half of what a key is held before it repeats
constexpr float wheel_notch = 65; // logical pixels; Dear ImGui moves by about as much

std::optional<std::int64_t> earlier(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

bool is_modifier(int key) {
    return (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper) || key >= ImGuiKey_ReservedForModCtrl;
}

// A key that repeats while it is held. Holding only Shift or Ctrl changes nothing.
bool key_held() {
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_GamepadStart; ++key) {
        if (!is_modifier(key) && ImGui::IsKeyDown(static_cast<ImGuiKey>(key))) return true;
    }
    return false;
}

bool changes_modifiers(const SDL_Event& event) {
    if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return false;
    const auto key = event.key.keysym.sym;
    return key >= SDLK_LCTRL && key <= SDLK_RGUI && event.key.repeat == 0;
}

// What the window showed may be gone.
bool uncovers(const SDL_Event& event) {
    if (event.type != SDL_WINDOWEVENT) return false;
    const auto what = event.window.event;
    return what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SHOWN || what == SDL_WINDOWEVENT_RESTORED ||
           what == SDL_WINDOWEVENT_SIZE_CHANGED;
}

bool press_waits() {
    return std::ranges::any_of(GImGui->InputEventsQueue, [](const ImGuiInputEvent& event) {
        return event.Type == ImGuiInputEventType_Key && event.Key.Down && !is_modifier(event.Key.Key);
    });
}

}

Result<std::unique_ptr<Window>> Window::open(const char* title, int width, int height, DrawingChoice drawing) {
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); // Finger knows better what a finger is for
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); // pixels of our own need no graphics card
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::unexpected(sdl_error("The window cannot be opened"));
    std::unique_ptr<Window> window(new Window);
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false; // it would cost two frames a second for ever
    const auto make = [&](unsigned kind) {
        window->window_ = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                                           kind | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
        return window->window_ != nullptr;
    };
    if (drawing != DrawingChoice::processor) {
        const QuietX quiet;
        ask_for_opengl();
        // Unseen until it is clear that it stays.
        const bool made = make(SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
        if (made) window->renderer_ = make_gl_renderer(window->window_, drawing == DrawingChoice::automatic);
        if (window->renderer_) {
            SDL_ShowWindow(window->window_);
        } else if (made) {
            SDL_DestroyWindow(window->window_);
        }
    }
    if (!window->renderer_) {
        if (!make(0)) return std::unexpected(sdl_error("The window cannot be opened"));
        window->renderer_ = make_cpu_renderer(window->window_);
    }
    ImGui_ImplSDL2_InitForOther(window->window_);
    window->finger_.emplace();
    return window;
}

Window::~Window() {
    if (ImGui::GetCurrentContext()) {
        finger_.reset();
        renderer_.reset();
        if (ImGui::GetIO().BackendPlatformUserData) ImGui_ImplSDL2_Shutdown();
        ImGui::DestroyContext();
    }
    if (window_) SDL_DestroyWindow(window_);
    SDL_Quit();
}

void Window::process(const SDL_Event& event, std::int64_t now_ms, App& app) {
    // In a slow frame, Ctrl may be up again before the Z that was pressed with it is taken: Dear ImGui would see Z alone.
    if (changes_modifiers(event)) {
        while (press_waits()) {
            run_unseen(app);
        }
    }
    if (event.type == SDL_MOUSEMOTION || event.type == SDL_MOUSEBUTTONDOWN) finger_->mouse_moved();
    if (uncovers(event)) renderer_->forget_screen();
    if (!take_finger(event, now_ms)) ImGui_ImplSDL2_ProcessEvent(&event);
    pace_.input(now_ms);
}

bool Window::take_finger(const SDL_Event& event, std::int64_t now_ms) {
    auto kind = Touch::Kind::down;
    switch (event.type) {
    case SDL_FINGERDOWN:
        break;
    case SDL_FINGERMOTION:
        kind = Touch::Kind::move;
        break;
    case SDL_FINGERUP:
        kind = Touch::Kind::up;
        break;
    case SDL_MOUSEWHEEL: {
        // A wheel turns by whole notches, a trackpad by any part of one.
        const auto& wheel = event.wheel;
        if (wheel.preciseX == std::round(wheel.preciseX) && wheel.preciseY == std::round(wheel.preciseY)) return false;
        scroll_by({-wheel.preciseX * wheel_notch, wheel.preciseY * wheel_notch}, now_ms);
        return true;
    }
    default:
        return false;
    }
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    const auto& finger = event.tfinger;
    // It happened a little ago, while the last frame was drawn.
    const auto age = static_cast<double>(SDL_GetTicks() - finger.timestamp);
    const ImVec2 at{finger.x * static_cast<float>(width), finger.y * static_cast<float>(height)};
    take({kind, finger.fingerId, at, static_cast<double>(now_ms) - age}, now_ms);
    return true;
}

void Window::take(const Touch& touch, std::int64_t now_ms) {
    finger_->take(touch);
    pace_.input(now_ms);
}

void Window::scroll_by(ImVec2 pixels, std::int64_t now_ms) {
    finger_->take_pixels(pixels, static_cast<double>(now_ms));
    pace_.input(now_ms);
}

bool Window::has_waiting() const {
    return !GImGui->InputEventsQueue.empty() || finger_->has_waiting();
}

void Window::begin(App& app) {
    auto& queue = GImGui->InputEventsQueue;
    const auto now_ms = static_cast<double>(app.now_ms());
    const int before = queue.Size;
    ImGui_ImplSDL2_NewFrame();
    // It says in every frame where the mouse is, which is not what the finger points at.
    if (finger_->leads()) queue.resize(before);
    finger_->before_frame(now_ms);
    SDL_GL_GetDrawableSize(window_, &width_, &height_);
    fit_canvas(width_, height_);
    auto& io = ImGui::GetIO();
    // A key counts as held, and repeats, by the time of the frames: one slow frame between its press and its release is not holding it.
    io.DeltaTime = std::min(io.DeltaTime, longest_frame);
    io.DisplayFramebufferScale = {scale_to(width_, io.DisplaySize.x), scale_to(height_, io.DisplaySize.y)};
    const auto ratio = io.DisplayFramebufferScale.x;
    if (ratio != pixel_ratio_) {
        pixel_ratio_ = ratio;
        app.set_pixel_ratio(ratio);
    }
    ImGui::NewFrame();
    finger_->scroll(now_ms, app.is_still());
    second_press_.after_new_frame();
    app.frame();
    second_press_.after_frame();
}

void Window::hand_over_focus(App& app) {
    constexpr int most = 8;
    if (!app.awaits_focus()) {
        focus_failed_ = false;
        return;
    }
    if (focus_failed_) return;
    auto& queue = GImGui->InputEventsQueue;
    ImVector<ImGuiInputEvent> later;
    later.swap(queue);
    // A field that has it wants text only from the next frame on, and until then its letters would be keys.
    const auto is_told = [] { return GImGui->ActiveId == 0 || GImGui->ActiveId != GImGui->InputTextState.ID || ImGui::GetIO().WantTextInput; };
    for (int frame = 0; frame < most && (app.awaits_focus() || !is_told()); ++frame) {
        ImGui::EndFrame();
        begin(app);
    }
    focus_failed_ = app.awaits_focus();
    for (const auto& event : queue) {
        later.push_back(event);
    }
    later.swap(queue);
}

void Window::draw(App& app) {
    renderer_->new_frame();
    begin(app);
    hand_over_focus(app);
    ImGui::Render();
    if (const auto picture = app.picture_frame()) app.picture_drawn(drawn(*picture, app.background_rgb()));
    set_title(app.title());
    renderer_->draw(*ImGui::GetDrawData(), width_, height_, app.background_rgb());
    pace_.drawn();
    ++frames_;
}

std::optional<io::Raster> Window::drawn(const App::PictureFrame& picture, std::uint32_t background) {
    auto* screen = ImGui::GetDrawData();
    auto* list = ImGui::FindWindowByName(picture.window)->DrawList;
    screen->CmdLists.find_erase(list);
    screen->CmdListsCount = screen->CmdLists.Size;
    ImDrawData alone;
    alone.DisplaySize = {picture.width, picture.height};
    alone.FramebufferScale = screen->FramebufferScale;
    alone.Textures = screen->Textures;
    alone.Valid = true;
    alone.AddDrawList(list);
    const int width = static_cast<int>(std::lround(picture.width * pixel_ratio_));
    const int height = static_cast<int>(std::lround(picture.height * pixel_ratio_));
    return renderer_->drawn_aside(alone, width, height, background);
}

void Window::run_unseen(App& app) {
    begin(app);
    hand_over_focus(app);
    ImGui::EndFrame();
}

std::optional<std::int64_t> Window::next_frame_in_ms(const App& app, std::int64_t now_ms) const {
    // It takes a key pressed and released in one frame each, and keeps the rest.
    if (has_waiting()) return 0;
    const bool held = ImGui::IsAnyMouseDown() || key_held();
    const auto wake = earlier(app.wake_in_ms(), finger_->wake_in_ms(static_cast<double>(now_ms)));
    return middleground::next_frame_in_ms(pace_, held, wake, now_ms);
}

void Window::draw_by_processor() {
    if (is_drawn_by_processor()) return renderer_->forget_screen();
    renderer_.reset();
    renderer_ = make_cpu_renderer(window_);
}

void Window::set_title(const std::string& title) {
    if (title == title_) return;
    title_ = title;
    SDL_SetWindowTitle(window_, title.c_str());
}

}
