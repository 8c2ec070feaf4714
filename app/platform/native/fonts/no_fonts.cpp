#include "app/platform/native/fonts/native_fonts.hpp"

namespace middleground {

// Built without the libraries that fonts need.
std::unique_ptr<SystemFonts> native_fonts(const std::optional<std::string>&) {
    return nullptr;
}

}
