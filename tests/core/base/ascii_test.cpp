#include "core/base/ascii.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

using namespace middleground;

TEST_CASE("digits and letters are those of ASCII, and bytes of longer characters are neither") {
    for (int byte = -128; byte < 128; ++byte) {
        const auto c = static_cast<char>(byte);
        INFO(byte);
        CHECK(is_digit(c) == (std::string_view("0123456789").find(c) != std::string_view::npos));
        CHECK(is_ascii_letter(c) ==
              (std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").find(c) != std::string_view::npos));
    }
}
