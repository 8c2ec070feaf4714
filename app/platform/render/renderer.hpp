#pragma once

#include "core/codec/png.hpp"

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>

struct SDL_Window;

namespace middleground {

// Makes pixels of what Dear ImGui wants drawn. It belongs to the window and to the current context of Dear ImGui, which live longer;
// another one may take over between two frames.
class Renderer {
public:
    virtual ~Renderer() = default;
    Renderer() = default;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Before ImGui::NewFrame().
    virtual void new_frame() {}
    // Shows it in the window: `data` over one colour, 0xRRGGBB; sizes in pixels.
    virtual void draw(ImDrawData& data, int width, int height, std::uint32_t background) = 0;
    // The same beside the screen; rows from the top. Nothing when there is no room for that many pixels.
    virtual std::optional<io::Raster> drawn_aside(ImDrawData& data, int width, int height, std::uint32_t background) = 0;
    // What the window showed is gone: all of it is drawn in the next frame.
    virtual void forget_screen() {}
    virtual bool uses_graphics_card() const = 0;
};

// Before the window is made, with SDL_WINDOW_OPENGL.
void ask_for_opengl();
// With OpenGL 3.3, or OpenGL ES 3.0 (WebGL 2) on a page. Null where there is none, or, for `hardware_only`, none but on the processor.
std::unique_ptr<Renderer> make_gl_renderer(SDL_Window* window, bool hardware_only);
// On the processor, which works everywhere. The window was made without SDL_WINDOW_OPENGL, except on a page.
std::unique_ptr<Renderer> make_cpu_renderer(SDL_Window* window);

}
