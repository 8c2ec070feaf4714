#include "app/platform/web/web_charsets.hpp"

#include "app/platform/web/web_page.hpp"

#include <cstdlib>

namespace middleground {

std::optional<std::string> WebCharsets::others_to_utf8(std::string_view bytes, std::string_view label) const {
    std::uint32_t size = 0;
    char* text = page_decode(bytes.data(), static_cast<std::uint32_t>(bytes.size()), std::string(label).c_str(), &size);
    if (!text) return std::nullopt;
    std::string copy(text, size);
    std::free(text);
    return copy;
}

}
