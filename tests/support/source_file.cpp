#include "tests/support/source_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace middleground::test {

std::string source_path(std::string_view path) {
    return std::string(MIDDLEGROUND_SOURCE_ROOT "/") + std::string(path); // set for this file by tools/cmake/tests.cmake
}

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) throw std::runtime_error("cannot read " + path);
    return bytes.str();
}

}

std::string source_file(std::string_view path) {
    return bytes_of(source_path(path));
}

std::string unicode_file(std::string_view path) {
    return bytes_of(std::string(MIDDLEGROUND_UNICODE_DIR "/") + std::string(path));
}

}
