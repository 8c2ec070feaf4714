#include "app/platform/render/pixel_screen.hpp"

#include <SDL.h>

#include <cmath>

#ifdef __EMSCRIPTEN__
#include "app/platform/web/web_page.hpp"

#include <emscripten/html5.h>
#endif

namespace middleground {

#ifdef __EMSCRIPTEN__

void fit_canvas(int& width, int& height) {
    constexpr const char* canvas = "#canvas";
    double css_width = 0;
    double css_height = 0;
    if (emscripten_get_element_css_size(canvas, &css_width, &css_height) != EMSCRIPTEN_RESULT_SUCCESS) return;
    const double ratio = emscripten_get_device_pixel_ratio();
    width = static_cast<int>(std::lround(css_width * ratio));
    height = static_cast<int>(std::lround(css_height * ratio));
    int now_width = 0;
    int now_height = 0;
    emscripten_get_canvas_element_size(canvas, &now_width, &now_height);
    // Setting them clears the picture, even to what they were.
    if (width != now_width || height != now_height) emscripten_set_canvas_element_size(canvas, width, height);
}

void PixelScreen::show(const Pixels& picture, const std::vector<PixelRect>& parts) {
    for (const auto& part : parts) {
        page_show_pixels(picture.values.data(), picture.width, picture.height, part.left, part.top, part.right - part.left,
                         part.bottom - part.top);
    }
}

#else

void fit_canvas(int&, int&) {}

void PixelScreen::show(const Pixels& picture, const std::vector<PixelRect>& parts) {
    constexpr std::uint64_t between_frames_ms = 16;
    static_assert(SDL_BYTEORDER == SDL_LIL_ENDIAN, "Pixels have red in the lowest byte");
    auto* surface = SDL_GetWindowSurface(window_);
    if (!surface) return; // the window is just changing its size; it says when it has done so
    std::vector<SDL_Rect> shown;
    for (const auto& part : parts) {
        const auto seen = common(part, {0, 0, surface->w, surface->h});
        if (seen.empty()) continue;
        const SDL_Rect rect{seen.left, seen.top, seen.right - seen.left, seen.bottom - seen.top};
        auto* to = static_cast<Uint8*>(surface->pixels) + rect.y * surface->pitch + rect.x * surface->format->BytesPerPixel;
        SDL_ConvertPixels(rect.w, rect.h, SDL_PIXELFORMAT_RGBA32, picture.row(rect.y) + rect.x, picture.width * 4, surface->format->format,
                          to, surface->pitch);
        shown.push_back(rect);
    }
    if (shown.empty()) return;
    const auto since = SDL_GetTicks64() - shown_ms_;
    if (since < between_frames_ms) SDL_Delay(static_cast<Uint32>(between_frames_ms - since));
    SDL_UpdateWindowSurfaceRects(window_, shown.data(), static_cast<int>(shown.size()));
    shown_ms_ = SDL_GetTicks64();
}

#endif

}
