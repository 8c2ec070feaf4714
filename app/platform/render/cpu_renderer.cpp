#include "app/platform/render/pixel_screen.hpp"
#include "app/platform/render/raster/damage.hpp"
#include "app/platform/render/raster/rasterize.hpp"
#include "app/platform/render/raster/textures.hpp"
#include "app/platform/render/renderer.hpp"

namespace middleground {

namespace {

constexpr int largest_side = 16384; // pixels of a picture beside the screen, both ways

// 0xRRGGBB as in Pixels.
std::uint32_t pixel_color(std::uint32_t rgb) {
    return opaque | (rgb & 0xff) << 16 | (rgb & 0xff00) | (rgb >> 16 & 0xff);
}

class CpuRenderer : public Renderer {
public:
    explicit CpuRenderer(SDL_Window* window) : screen_(window) {
        auto& io = ImGui::GetIO();
        io.BackendRendererName = "middleground";
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    ~CpuRenderer() override {
        textures_.clear(ImGui::GetPlatformIO().Textures);
        auto& io = ImGui::GetIO();
        io.BackendRendererName = nullptr;
        io.BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
    }

    void draw(ImDrawData& data, int width, int height, std::uint32_t background) override {
        if (width < 1 || height < 1) return;
        prepare(data, width, height);
        if (picture_.width != width || picture_.height != height) picture_ = Pixels(width, height);
        const auto color = pixel_color(background);
        const auto parts = damage_.changed(scene_, width, height, color);
        for (const auto& part : parts) {
            rasterize(picture_, part, scene_, color);
        }
        if (!parts.empty()) screen_.show(picture_, parts);
    }

    std::optional<io::Raster> drawn_aside(ImDrawData& data, int width, int height, std::uint32_t background) override {
        if (width < 1 || height < 1 || width > largest_side || height > largest_side) return {};
        prepare(data, width, height);
        Pixels picture(width, height);
        rasterize(picture, picture.all(), scene_, pixel_color(background));
        io::Raster raster{width, height, 3, {}};
        raster.samples.reserve(picture.values.size() * 3);
        for (const auto pixel : picture.values) {
            for (const int shift : {0, 8, 16})
                raster.samples.push_back(static_cast<char>(pixel >> shift & 0xff));
        }
        return raster;
    }

    void forget_screen() override { damage_.forget(); }
    bool uses_graphics_card() const override { return false; }

private:
    void prepare(ImDrawData& data, int width, int height) {
        if (data.Textures) textures_.take(*data.Textures);
        build_scene(scene_, data, width, height);
    }

    PixelScreen screen_;
    Textures textures_;
    Scene scene_; // kept for its memory
    Damage damage_;
    Pixels picture_;
};

}

std::unique_ptr<Renderer> make_cpu_renderer(SDL_Window* window) {
    return std::make_unique<CpuRenderer>(window);
}

}
