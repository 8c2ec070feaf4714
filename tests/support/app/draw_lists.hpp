#pragma once

#include "app/platform/render/raster/rasterize.hpp"

#include <imgui.h>
#include <imgui_internal.h> // a draw list without a context

namespace middleground::test {

// What a frame of Dear ImGui consists of, made by hand: shapes in pixels, drawn with a texture that is white all over, unless another is
// pushed.
class DrawLists {
public:
    explicit DrawLists(ImVec2 size) {
        white.texels = Pixels(4, 4);
        std::ranges::fill(white.texels.values, 0xffffffffu);
        white.name = 1;
        shared_.ClipRectFullscreen = {-8192, -8192, 8192, 8192};
        shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
        shared_.SetCircleTessellationMaxError(0.15f);
        shared_.TexUvWhitePixel = {0.5f, 0.5f};
        list._ResetForNewFrame();
        list.PushTexture(reference(white));
        list.PushClipRectFullScreen();
        data.DisplaySize = size;
        data.FramebufferScale = {1, 1};
        data.CmdLists.push_back(&list);
    }
    DrawLists(const DrawLists&) = delete;
    DrawLists& operator=(const DrawLists&) = delete;

    static ImTextureRef reference(const Texture& texture) { return reinterpret_cast<ImTextureID>(&texture); }

    // A triangle with a place on the texture and a colour at each corner; no soft edges.
    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
        list.PrimReserve(3, 3);
        const auto first = list._VtxCurrentIdx;
        for (const auto& corner : {a, b, c})
            list.PrimWriteVtx(corner.pos, corner.uv, corner.col);
        for (unsigned i = 0; i < 3; ++i)
            list.PrimWriteIdx(first + i);
    }
    void triangle(ImVec2 a, ImVec2 b, ImVec2 c, ImU32 color) {
        const ImVec2 uv{0.5f, 0.5f};
        triangle({a, uv, color}, {b, uv, color}, {c, uv, color});
    }

    Scene scene() {
        Scene made;
        build_scene(made, data, width(), height());
        return made;
    }
    Pixels drawn(std::uint32_t background = 0xff000000u) {
        Pixels picture(width(), height());
        rasterize(picture, picture.all(), scene(), background);
        return picture;
    }
    int width() const { return static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x); }
    int height() const { return static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y); }

    Texture white;

private:
    ImDrawListSharedData shared_;

public:
    ImDrawList list{&shared_};
    ImDrawData data;
};

inline std::uint32_t pixel(const Pixels& picture, int x, int y) {
    return picture.row(y)[x];
}

// The largest difference of a channel.
inline int difference(std::uint32_t a, std::uint32_t b) {
    int most = 0;
    for (const int shift : {0, 8, 16, 24}) {
        most = std::max(most, std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)));
    }
    return most;
}

}
