#pragma once

#include "core/codec/png.hpp"

#include <optional>
#include <string_view>

namespace middleground::test {

// Reads what write_png writes, by zlib itself and the standard's filters, with every check sum looked at; nothing when something is wrong.
std::optional<io::Raster> read_png(std::string_view bytes);

}
