#pragma once

#include <string>
#include <string_view>

namespace middleground {

// A file name that every system takes: the letters and digits of these words, the rest as '-'. "deal" when nothing is left.
std::string file_name_of(std::string_view words, std::string_view extension);

}
