#pragma once

#include "app/ui/letters/run_cache.hpp"

#include <imgui.h>

#include <memory>

namespace middleground {

// The system's fonts as the last source of a font of Dear ImGui: letters that its own file has not are drawn one by one when they are
// needed, and as a box where the system has none either. The font keeps `runs` alive.
void add_system_glyphs(ImFont* font, int weight, std::shared_ptr<RunCache> runs);

// What stands behind such a font.
struct FontLetters {
    std::shared_ptr<RunCache> runs;
    int weight = 400;
    int source = 0; // its place among the font's sources: glyphs of that one are the system's
};
// Null for a font without.
FontLetters* letters_of(const ImFont* font);

}
