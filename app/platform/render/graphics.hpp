#pragma once

#include "core/codec/png.hpp"

#include <functional>
#include <optional>

namespace middleground {

// What differs between OpenGL 3.3 on a desktop and OpenGL ES 3.0 (WebGL 2) in a browser.
extern const char* const shader_version;

// Before the window is made.
void ask_for_opengl();
// After the context is made: frames wait for the screen, where it is ours to say.
void set_frame_pace();
// A page's canvas gets the pixels that it covers, rounded: SDL rounds down, which blurs everything where the browser's zoom is no whole
// number. Sets the sizes that SDL said to what there is.
void fit_canvas(int& width, int& height);
// What `draw` draws of width x height pixels, beside the screen; rows from the top. Nothing when the graphics card refuses the size.
std::optional<io::Raster> drawn_aside(int width, int height, const std::function<void()>& draw);
// The whole window in one colour, 0xRRGGBB; sizes in pixels.
void clear_screen(int width, int height, unsigned rgb);

}
