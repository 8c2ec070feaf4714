#pragma once

#include "app/platform/system_fonts.hpp"

namespace middleground {

// The browser's fonts, by way of a canvas: web/letters.js.
class WebFonts final : public SystemFonts {
public:
    std::optional<float> advance(std::string_view text, TypeFace face) override;
    std::optional<TextPicture> draw(std::string_view text, TypeFace face, std::uint32_t color) override;
};

}
