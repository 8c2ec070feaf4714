#include "app/platform/graphics.hpp"

#include <SDL.h>
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#else
#include <SDL_opengl.h>
#endif

#include <cmath>

namespace middleground {

#ifdef __EMSCRIPTEN__
const char* const shader_version = "#version 300 es";
#else
const char* const shader_version = "#version 330 core";
#endif

void ask_for_opengl() {
#ifdef __EMSCRIPTEN__
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
#else
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
#endif
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

void set_frame_pace() {
#ifndef __EMSCRIPTEN__
    SDL_GL_SetSwapInterval(1); // browsers do it by themselves
#endif
}

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
#else
void fit_canvas(int&, int&) {}
#endif

void clear_screen(int width, int height, unsigned rgb) {
    const auto channel = [&](int shift) { return static_cast<float>(rgb >> shift & 0xff) / 255.0f; };
    glViewport(0, 0, width, height);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}
