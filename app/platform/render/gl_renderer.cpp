#include "app/platform/render/renderer.hpp"

#include <SDL.h>
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#define GL_GLEXT_PROTOTYPES
#include <SDL_opengl.h>
#endif
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace middleground {

namespace {

// What differs between OpenGL 3.3 on a desktop and OpenGL ES 3.0 (WebGL 2) in a browser.
#ifdef __EMSCRIPTEN__
constexpr int profile = SDL_GL_CONTEXT_PROFILE_ES;
constexpr std::array<int, 2> version{3, 0};
constexpr const char* shader_version = "#version 300 es";
#else
constexpr int profile = SDL_GL_CONTEXT_PROFILE_CORE;
constexpr std::array<int, 2> version{3, 3};
constexpr const char* shader_version = "#version 330 core";
#endif

// Drivers that only compute: ours does that with less. A page's browser answers that by itself.
bool is_software() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    if (!name) return true;
    constexpr std::array<std::string_view, 5> computing{"llvmpipe", "softpipe", "SwiftShader", "Software Rasterizer", "GDI Generic"};
    return std::ranges::any_of(computing, [&](std::string_view one) { return std::string_view(name).contains(one); });
#endif
}

void clear(int width, int height, std::uint32_t rgb) {
    const auto channel = [&](int shift) { return static_cast<float>(rgb >> shift & 0xff) / 255.0f; };
    glViewport(0, 0, width, height);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

// OpenGL has the lowest row first, and how opaque each pixel is.
io::Raster turned(const std::string& rgba, int width, int height) {
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

class GlRenderer : public Renderer {
public:
    GlRenderer(SDL_Window* window, void* context) : window_(window), context_(context) {
#ifndef __EMSCRIPTEN__
        SDL_GL_SetSwapInterval(1); // frames wait for the screen; browsers do it by themselves
#endif
        ImGui_ImplOpenGL3_Init(shader_version);
    }
    ~GlRenderer() override {
        ImGui_ImplOpenGL3_Shutdown();
#ifndef __EMSCRIPTEN__
        SDL_GL_DeleteContext(context_); // a page's would take along what listens to the canvas
#endif
    }

    void new_frame() override {
        ImGui_ImplOpenGL3_NewFrame();
    }

    void draw(ImDrawData& data, int width, int height, std::uint32_t background) override {
        clear(width, height, background);
        ImGui_ImplOpenGL3_RenderDrawData(&data);
        SDL_GL_SwapWindow(window_);
    }

    std::optional<io::Raster> drawn_aside(ImDrawData& data, int width, int height, std::uint32_t background) override {
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
            clear(width, height, background);
            ImGui_ImplOpenGL3_RenderDrawData(&data);
            rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
            glPixelStorei(GL_PACK_ALIGNMENT, 1);
            glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
        }
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glBindRenderbuffer(GL_RENDERBUFFER, 0);
        glDeleteFramebuffers(1, &target);
        glDeleteRenderbuffers(1, &pixels);
        if (!complete) return {};
        return turned(rgba, width, height);
    }

    bool uses_graphics_card() const override {
        return true;
    }

private:
    SDL_Window* window_;
    [[maybe_unused]] void* context_;
};

}

void ask_for_opengl() {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, version[0]);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, version[1]);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

std::unique_ptr<Renderer> make_gl_renderer(SDL_Window* window, bool hardware_only) {
    auto* context = SDL_GL_CreateContext(window);
    if (!context) return nullptr;
    if (hardware_only && is_software()) {
        SDL_GL_DeleteContext(context);
        return nullptr;
    }
    return std::make_unique<GlRenderer>(window, context);
}

}
