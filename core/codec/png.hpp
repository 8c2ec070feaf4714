#pragma once

#include <string>

namespace middleground::io {

// Eight bits a channel, rows from the top, pixels from the left, nothing between rows.
struct Raster {
    int width = 0; // pixels, above 0
    int height = 0;
    int channels = 3; // 1 grey, 3 RGB, 4 RGBA (not multiplied)
    std::string samples; // width * height * channels bytes
};

// A PNG file (ISO/IEC 15948). Empty when the sizes do not fit the samples or there is not enough memory.
std::string write_png(const Raster& raster);

}
