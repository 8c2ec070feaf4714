#pragma once

#include <span>

namespace middleground {

// Bytes from the operating system that nobody can foretell. False when it gives none.
bool draw_entropy(std::span<unsigned char> bytes);

}
