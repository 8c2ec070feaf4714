#pragma once

#include "app/platform/system_fonts.hpp"
#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/scripts.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace middleground::test {

// Fonts of a system that has all letters, each cluster as a filled square: as wide as an em, a pixel less so that they can be told apart.
// It takes down what it is asked for.
class MadeUpFonts : public SystemFonts {
public:
    std::optional<float> advance(std::string_view text, TypeFace face) override {
        ++measured;
        if (refuses) return {};
        return static_cast<float>(cluster_count(text)) * face.em;
    }
    std::optional<TextPicture> draw(std::string_view text, TypeFace face, std::uint32_t color) override {
        drawn.emplace_back(text);
        faces.push_back(face);
        colors.push_back(color);
        if (refuses) return {};
        const int em = static_cast<int>(face.em);
        const int width = em * static_cast<int>(cluster_count(text)) - 1;
        TextPicture picture{width, em, 0, -em, face.em * static_cast<float>(cluster_count(text)), false, {}};
        for (std::size_t at = 0; at < text.size();) {
            const auto point = code_point_at(text, at);
            picture.colored = picture.colored || writing_of(point.value) == Writing::emoji;
            at += point.length;
        }
        const auto pixel = picture.colored ? 0xff0080ffu : 0xff000000u; // the program makes white of it
        picture.pixels.assign(static_cast<std::size_t>(width * em), pixel);
        return picture;
    }

    bool refuses = false;
    int measured = 0;
    std::vector<std::string> drawn;
    std::vector<TypeFace> faces;
    std::vector<std::uint32_t> colors;
};

}
