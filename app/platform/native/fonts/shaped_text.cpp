#include "app/platform/native/fonts/shaped_text.hpp"

#include <ft2build.h>
#include <freetype/freetype.h>
#include <raqm.h>

#include <algorithm>
#include <memory>

namespace middleground {

std::optional<ShapedText> shape(const FontRuns& runs, float em) {
    ShapedText shaped;
    if (runs.letters.empty() || runs.runs.empty()) return {};
    const std::unique_ptr<raqm_t, decltype(&raqm_destroy)> layout(raqm_create(), raqm_destroy);
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    if (!layout || !raqm_set_text(layout.get(), reinterpret_cast<const std::uint32_t*>(runs.letters.data()), runs.letters.size()))
        return {};
    raqm_set_par_direction(layout.get(), RAQM_DIRECTION_DEFAULT); // as the first letter that has one
    raqm_set_freetype_load_flags(layout.get(), FT_LOAD_NO_HINTING | FT_LOAD_COLOR);
    raqm_set_invisible_glyph(layout.get(), -1);
    // Raqm counts what it is told in code points here, for that is what the text was given in.
    if (!runs.language.empty()) raqm_set_language(layout.get(), runs.language.c_str(), 0, runs.letters.size());
    for (const auto& run : runs.runs) {
        if (!run.face->set_em(em)) return {};
        if (!raqm_set_freetype_face_range(layout.get(), run.face->get(), run.begin, run.end - run.begin)) return {};
    }
    if (!raqm_layout(layout.get())) return {};
    std::size_t count = 0;
    const raqm_glyph_t* glyphs = raqm_get_glyphs(layout.get(), &count);
    shaped.glyphs.reserve(count);
    for (std::size_t i = 0; i < count && glyphs != nullptr; ++i) {
        const auto& glyph = glyphs[i];
        const auto run = std::ranges::find_if(runs.runs, [&](const FontRun& one) { return one.face->get() == glyph.ftface; });
        if (run == runs.runs.end()) continue;
        const float unit = run->face->scale() / 64;
        shaped.glyphs.push_back({run->face, glyph.index, shaped.advance + static_cast<float>(glyph.x_offset) * unit,
                                 -static_cast<float>(glyph.y_offset) * unit});
        shaped.advance += static_cast<float>(glyph.x_advance) * unit;
    }
    return shaped;
}

}
