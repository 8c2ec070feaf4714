#include "tests/support/source_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace middleground::test {

std::string source_path(std::string_view path) {
    return std::string(MIDDLEGROUND_SOURCE_ROOT "/") + std::string(path); // set for this file by tools/cmake/tests.cmake
}

std::string source_file(std::string_view path) {
    std::ifstream file(source_path(path), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) throw std::runtime_error("cannot read " + source_path(path));
    return bytes.str();
}

}
