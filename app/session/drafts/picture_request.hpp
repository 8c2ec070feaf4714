#pragma once

#include <cstdint>

namespace middleground {

// What can be saved as a picture.
enum class Picture : std::uint8_t { people_map, forecast };
struct PictureRequest {
    Picture picture = Picture::people_map;
    float width = 0; // of the card, logical pixels; 0: a usual one
};

}
