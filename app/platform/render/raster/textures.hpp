#pragma once

#include "app/platform/render/raster/texture.hpp"

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace middleground {

// The textures of Dear ImGui's current context, copied. Their ImTextureID is the Texture*, which lives until they are destroyed.
class Textures {
public:
    // Does what was asked for since the last frame. Textures of another format than RGBA are not taken.
    void take(ImVector<ImTextureData*>& textures);
    // Gives all of them back; Dear ImGui asks for them again.
    void clear(ImVector<ImTextureData*>& textures);

private:
    Texture* add();
    void remove(ImTextureData& data);
    void copy(Texture& texture, const ImTextureData& data, const ImTextureRect& part);

    std::vector<std::unique_ptr<Texture>> textures_;
    std::uint64_t names_ = 0;
};

}
