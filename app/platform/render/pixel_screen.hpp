#pragma once

#include "app/platform/render/raster/pixels.hpp"

#include <cstdint>
#include <vector>

struct SDL_Window;

namespace middleground {

// A page's canvas gets the pixels that it covers, rounded: SDL rounds down, which blurs everything where the browser's zoom is no whole
// number. Sets the sizes that SDL said to what there is.
void fit_canvas(int& width, int& height);

// A window into which pixels are put that the processor drew.
class PixelScreen {
public:
    explicit PixelScreen(SDL_Window* window) : window_(window) {}

    // Shows these parts of an opaque picture of the window's size. A page that cannot says so by itself. On a desktop it waits until the
    // frame before has been there for a while, as a graphics card would.
    void show(const Pixels& picture, const std::vector<PixelRect>& parts);

private:
    [[maybe_unused]] SDL_Window* window_;
    [[maybe_unused]] std::uint64_t shown_ms_ = 0;
};

}
