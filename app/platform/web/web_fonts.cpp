#include "app/platform/web/web_fonts.hpp"

#include "app/platform/web/web_page.hpp"

#include <cstdlib>
#include <string>

namespace middleground {

std::optional<float> WebFonts::advance(std::string_view text, TypeFace face) {
    const auto width = page_letters_advance(std::string(text).c_str(), face.em, face.weight);
    return width < 0 ? std::nullopt : std::optional(static_cast<float>(width));
}

std::optional<TextPicture> WebFonts::draw(std::string_view text, TypeFace face, std::uint32_t color) {
    PageLetters letters;
    if (page_letters_draw(std::string(text).c_str(), face.em, face.weight, color, &letters) == 0) return {};
    TextPicture picture{letters.width, letters.height, letters.left, letters.top, letters.advance, letters.colored != 0, {}};
    const auto count = static_cast<std::size_t>(letters.width) * static_cast<std::size_t>(letters.height);
    if (letters.pixels) picture.pixels.assign(letters.pixels, letters.pixels + count);
    std::free(letters.pixels);
    return picture;
}

}
