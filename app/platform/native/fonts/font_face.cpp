#include "app/platform/native/fonts/font_face.hpp"

#include <ft2build.h>
#include <freetype/freetype.h>

#include <cmath>

namespace middleground {

namespace {

std::shared_ptr<FT_LibraryRec_> new_library() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    return {library, FT_Done_FreeType};
}

// The size nearest to the em from above, or else the largest.
int best_fixed_size(FT_Face face, float em) {
    int best = 0;
    const auto pixels = [&](int i) { return static_cast<float>(face->available_sizes[i].y_ppem) / 64; };
    for (int i = 1; i < face->num_fixed_sizes; ++i) {
        const bool fits = pixels(best) >= em;
        if (fits ? pixels(i) >= em && pixels(i) < pixels(best) : pixels(i) > pixels(best)) best = i;
    }
    return best;
}

}

FontLibrary::FontLibrary() : library_(new_library()) {}

FontFace::FontFace(std::shared_ptr<FT_LibraryRec_> library, FT_FaceRec_* face) : library_(std::move(library)), face_(face, FT_Done_Face) {}

std::shared_ptr<FontFace> FontFace::open(const FontLibrary& library, const FontPlace& place) {
    FT_Face face = nullptr;
    if (library.get() == nullptr || FT_New_Face(library.get(), place.path.c_str(), place.index, &face) != 0) return nullptr;
    return std::shared_ptr<FontFace>(new FontFace(library.shared(), face));
}

std::shared_ptr<FontFace> FontFace::open(const FontLibrary& library, std::string_view bytes) {
    FT_Face face = nullptr;
    if (library.get() == nullptr || FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                                                       static_cast<FT_Long>(bytes.size()), 0, &face) != 0) {
        return nullptr;
    }
    return std::shared_ptr<FontFace>(new FontFace(library.shared(), face));
}

bool FontFace::set_em(float em) {
    if (em == em_) return true;
    em_ = 0;
    auto* face = face_.get();
    if (FT_IS_SCALABLE(face)) {
        scale_ = 1;
        if (FT_Set_Char_Size(face, 0, std::lround(em * 64), 72, 72) != 0) return false;
    } else {
        if (face->num_fixed_sizes == 0) return false;
        const int size = best_fixed_size(face, em);
        const auto pixels = static_cast<float>(face->available_sizes[size].y_ppem) / 64;
        if (FT_Select_Size(face, size) != 0 || !(pixels > 0)) return false;
        scale_ = em / pixels;
    }
    em_ = em;
    return true;
}

bool FontFace::has(char32_t letter) const {
    return FT_Get_Char_Index(face_.get(), letter) != 0;
}

}
