#pragma once

#include "app/app.hpp"
#include "app/platform/pace.hpp"
#include "app/platform/render/renderer.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/second_press.hpp"
#include "core/base/error.hpp"
#include "core/files/settings.hpp"

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct SDL_Window;
union SDL_Event;

namespace middleground {

// One SDL window with Dear ImGui and what draws it; the same for the desktop and the page.
class Window {
public:
    // Sizes in logical pixels. Drawn by a graphics card with OpenGL 3.3 (OpenGL ES 3 in browsers), else by the processor. Fails when there is
    // no screen.
    static Result<std::unique_ptr<Window>> open(const char* title, int width, int height, DrawingChoice drawing);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Hands the event to Dear ImGui. A key that was pressed before Ctrl, Shift or Alt changes is done first, in an unseen frame of the program.
    void process(const SDL_Event& event, std::int64_t now_ms, App& app);
    // Something came that is no SDL event and must be drawn.
    void wake(std::int64_t now_ms) { pace_.input(now_ms); }
    // A finger or a pen, of which SDL does not know.
    void take(const Touch& touch, std::int64_t now_ms);
    // A trackpad's wish to move what lies under the pointer, in logical pixels.
    void scroll_by(ImVec2 pixels, std::int64_t now_ms);
    // Something came that only further frames bring to its end, as a press that is followed by its release.
    bool has_waiting() const;
    // One frame of the program, to the screen.
    void draw(App& app);
    // One frame of the program without showing it: when its answer is needed at once.
    void run_unseen(App& app);
    // See Pace.
    std::optional<std::int64_t> next_frame_in_ms(const App& app, std::int64_t now_ms) const;

    // For a page that lost what was drawn: from the next frame on, and all of it. Nothing else changes.
    void draw_by_processor();
    bool is_drawn_by_processor() const { return !renderer_->uses_graphics_card(); }
    void set_title(const std::string& title);
    std::uint64_t frames() const { return frames_; }

private:
    Window() = default;
    void begin(App& app);
    // What was asked to take the focus has it some frames later. They are run at once, without what was typed or pressed meanwhile: that is for it.
    void hand_over_focus(App& app);
    bool take_finger(const SDL_Event& event, std::int64_t now_ms);
    // The picture of this frame, which is taken out of what goes to the screen.
    std::optional<io::Raster> drawn(const App::PictureFrame& picture, std::uint32_t background);

    SDL_Window* window_ = nullptr;
    std::unique_ptr<Renderer> renderer_; // lives as long as Dear ImGui's context, too
    std::string title_;
    std::optional<Finger> finger_; // lives as long as Dear ImGui's context
    SecondPress second_press_;
    Pace pace_;
    float pixel_ratio_ = 0;
    int width_ = 0; // in pixels
    int height_ = 0;
    std::uint64_t frames_ = 0;
    bool focus_failed_ = false; // what was asked to take it did not, and is not waited for again
};

}
