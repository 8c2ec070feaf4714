#pragma once

#include "app/platform/system_fonts.hpp"

#include <memory>
#include <optional>
#include <string>

namespace middleground {

// The desktop's fonts: fontconfig chooses them, Raqm shapes (HarfBuzz, FriBidi), FreeType draws. Of a text the first 4,000 bytes count; a
// picture is at most 8,192 pixels wide and 2,048 high, what lies beyond is left out. Control characters are blanks, marks that turn the
// order of words around are left out. `folder`: the fonts of that folder instead of the system's, for tests. Null where the program was
// built without (SYSTEM_FONTS=OFF).
std::unique_ptr<SystemFonts> native_fonts(const std::optional<std::string>& folder = {});

}
