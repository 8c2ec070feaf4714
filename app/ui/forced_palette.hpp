#pragma once

#include "app/ui/theme.hpp"

namespace middleground {

// Colours that a system gives to all programs, as Windows does with high contrast: 0xRRGGBB, by their names in CSS.
struct SystemColors {
    std::uint32_t canvas = 0;
    std::uint32_t canvas_text = 0;
    std::uint32_t link_text = 0;
    std::uint32_t highlight = 0;
    std::uint32_t gray_text = 0;

    bool operator==(const SystemColors&) const = default;
    bool is_dark() const;
};

// A look of these colours alone and of what lies between them: what colour said, icons and words say besides.
Palette forced_palette(const SystemColors& system);

}
