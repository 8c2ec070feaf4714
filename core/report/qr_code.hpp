#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

inline constexpr int qr_margin = 4; // modules of white around the code that readers need

// A square of modules, dark or light, without its margin.
struct QrCode {
    int size = 0;        // modules along a side: 21 to 177
    std::string modules; // size * size, row by row from the top, '1' for dark

    bool is_dark(int x, int y) const { return modules[static_cast<std::uint32_t>(y * size + x)] == '1'; }
};

// The smallest code (ISO/IEC 18004) that holds the text, with as much error correction as that one has room for. Fails for an empty text
// and above 2,953 bytes.
Result<QrCode> qr_code(std::string_view text);

// Files, black on white with the margin.
std::string qr_svg(const QrCode& code);
std::string qr_png(const QrCode& code, int module_pixels);

}
