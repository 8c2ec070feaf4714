#pragma once

#include "app/platform/native/fonts/font_finder.hpp"

#include <memory>
#include <string_view>

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace middleground {

// FreeType itself. It outlives its faces: each holds on to it.
class FontLibrary {
public:
    FontLibrary();
    FT_LibraryRec_* get() const { return library_.get(); }
    const std::shared_ptr<FT_LibraryRec_>& shared() const { return library_; }

private:
    std::shared_ptr<FT_LibraryRec_> library_; // null: no memory
};

// One font at one size at a time.
class FontFace {
public:
    // Null: FreeType cannot read it. `bytes` have to outlive it.
    static std::shared_ptr<FontFace> open(const FontLibrary& library, const FontPlace& place);
    static std::shared_ptr<FontFace> open(const FontLibrary& library, std::string_view bytes);

    // Device pixels to an em. False: the font has no such size.
    bool set_em(float em);
    // Pictures of fixed sizes are to be scaled by that; 1 for outlines.
    float scale() const { return scale_; }
    bool has(char32_t letter) const;
    FT_FaceRec_* get() const { return face_.get(); }

private:
    FontFace(std::shared_ptr<FT_LibraryRec_> library, FT_FaceRec_* face);

    std::shared_ptr<FT_LibraryRec_> library_;
    std::shared_ptr<FT_FaceRec_> face_;
    float em_ = 0;
    float scale_ = 1;
};

}
