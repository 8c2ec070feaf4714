#include "app/platform/render/raster/textures.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Texture& texture_of(const ImTextureData& data) {
    return *reinterpret_cast<const Texture*>(data.TexID);
}

void write(ImTextureData& data, int x, int y, std::uint32_t texel) {
    *static_cast<std::uint32_t*>(data.GetPixelsAt(x, y)) = texel;
    data.Updates.resize(0);
    data.Updates.push_back({static_cast<unsigned short>(x), static_cast<unsigned short>(y), 1, 1});
    data.SetStatus(ImTextureStatus_WantUpdates);
}

}

TEST_CASE("textures are made, follow their updates, and go") {
    ImTextureData data;
    data.Create(ImTextureFormat_RGBA32, 8, 4);
    ImVector<ImTextureData*> all;
    all.push_back(&data);
    Textures textures;
    textures.take(all);
    REQUIRE(data.Status == ImTextureStatus_OK);
    const auto name = texture_of(data).name;
    CHECK(texture_of(data).texels.width == 8);

    write(data, 5, 2, 0x80ffffffu);
    textures.take(all);
    CHECK(data.Status == ImTextureStatus_OK);
    CHECK(texture_of(data).texels.row(2)[5] == 0x80ffffffu);
    CHECK(texture_of(data).name == name); // nothing that was drawn has changed

    write(data, 5, 2, 0x90ffffffu);
    textures.take(all);
    CHECK(texture_of(data).texels.row(2)[5] == 0x90ffffffu);
    CHECK(texture_of(data).name != name);

    data.SetStatus(ImTextureStatus_WantDestroy);
    textures.take(all);
    CHECK(data.Status == ImTextureStatus_WantDestroy); // still in use in this frame
    data.UnusedFrames = 1;
    textures.take(all);
    CHECK(data.Status == ImTextureStatus_Destroyed);
    CHECK(data.TexID == ImTextureID_Invalid);
}

TEST_CASE("cleared, all textures are given back") {
    ImTextureData one, two;
    ImVector<ImTextureData*> all;
    for (auto* data : {&one, &two}) {
        data->Create(ImTextureFormat_RGBA32, 2, 2);
        all.push_back(data);
    }
    Textures textures;
    textures.take(all);
    const auto first = texture_of(one).name;
    CHECK(first != texture_of(two).name);
    textures.clear(all);
    CHECK(one.Status == ImTextureStatus_Destroyed);
    CHECK(two.TexID == ImTextureID_Invalid);
    one.SetStatus(ImTextureStatus_WantCreate);
    textures.take(all);
    CHECK(one.Status == ImTextureStatus_OK);
    CHECK(texture_of(one).name != first);
}
