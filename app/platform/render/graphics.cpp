#include "app/platform/render/graphics.hpp"

#include <SDL.h>
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#else
#define GL_GLEXT_PROTOTYPES
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

std::optional<io::Raster> drawn_aside(int width, int height, const std::function<void()>& draw) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    if (width < 1 || height < 1 || width > most || height > most) return {};
    GLuint target = 0;
    GLuint pixels = 0;
    glGenFramebuffers(1, &target);
    glGenRenderbuffers(1, &pixels);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glBindRenderbuffer(GL_RENDERBUFFER, pixels);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    std::string rgba;
    if (complete) {
        draw();
        rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    glDeleteFramebuffers(1, &target);
    glDeleteRenderbuffers(1, &pixels);
    if (!complete) return {};
    // OpenGL has the lowest row first, and how opaque each pixel is.
    io::Raster raster{width, height, 3, {}};
    raster.samples.reserve(rgba.size() / 4 * 3);
    const auto row = static_cast<std::size_t>(width) * 4;
    for (auto begin = rgba.size(); begin >= row; begin -= row) {
        for (std::size_t i = begin - row; i < begin; i += 4) {
            raster.samples.append(rgba, i, 3);
        }
    }
    return raster;
}

void clear_screen(int width, int height, unsigned rgb) {
    const auto channel = [&](int shift) { return static_cast<float>(rgb >> shift & 0xff) / 255.0f; };
    glViewport(0, 0, width, height);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}
