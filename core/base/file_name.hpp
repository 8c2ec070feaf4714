#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace middleground {

// Bytes that a file name may have on every usual file system.
inline constexpr std::size_t longest_file_name = 255;

// A file name that every system takes: the letters and digits of these words, the rest as '-', nothing in it that cannot be seen; "deal"
// when nothing is left. Never longer than longest_file_name: the words are cut, not the extension, and never within a character.
std::string file_name_of(std::string_view words, std::string_view extension);

}
