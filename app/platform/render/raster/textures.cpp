#include "app/platform/render/raster/textures.hpp"

#include <algorithm>
#include <cstring>

namespace middleground {

namespace {

Texture* texture_of(const ImTextureData& data) {
    return reinterpret_cast<Texture*>(data.TexID);
}

}

Texture* Textures::add() {
    textures_.push_back(std::make_unique<Texture>());
    textures_.back()->name = ++names_;
    return textures_.back().get();
}

void Textures::remove(ImTextureData& data) {
    std::erase_if(textures_, [&](const auto& one) { return one.get() == texture_of(data); });
    data.SetTexID(ImTextureID_Invalid);
    data.SetStatus(ImTextureStatus_Destroyed);
}

void Textures::copy(Texture& texture, const ImTextureData& data, const ImTextureRect& part) {
    bool overwrites = false;
    for (int y = part.y; y < part.y + part.h; ++y) {
        auto* to = texture.texels.row(y) + part.x;
        const auto* from = data.Pixels + (static_cast<std::ptrdiff_t>(y) * data.Width + part.x) * data.BytesPerPixel;
        overwrites = overwrites || std::any_of(to, to + part.w, [](std::uint32_t texel) { return texel != 0; });
        std::memcpy(to, from, part.w * sizeof *to);
    }
    // A new letter goes where nothing was; what shows the others stays as it is drawn.
    if (overwrites) texture.name = ++names_;
}

void Textures::take(ImVector<ImTextureData*>& textures) {
    for (auto* data : textures) {
        switch (data->Status) {
        case ImTextureStatus_WantCreate: {
            if (data->Format != ImTextureFormat_RGBA32) break;
            auto* texture = add();
            texture->texels = Pixels(data->Width, data->Height);
            copy(*texture, *data, {0, 0, static_cast<unsigned short>(data->Width), static_cast<unsigned short>(data->Height)});
            data->SetTexID(reinterpret_cast<ImTextureID>(texture));
            data->SetStatus(ImTextureStatus_OK);
            break;
        }
        case ImTextureStatus_WantUpdates:
            for (const auto& part : data->Updates) {
                copy(*texture_of(*data), *data, part);
            }
            data->SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            if (data->UnusedFrames > 0) remove(*data);
            break;
        default:
            break;
        }
    }
}

void Textures::clear(ImVector<ImTextureData*>& textures) {
    for (auto* data : textures) {
        if (data->TexID != ImTextureID_Invalid) remove(*data);
    }
}

}
