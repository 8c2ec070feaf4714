#include "core/report/qr_code.hpp"

#include "core/files/link/snapshot_link.hpp"
#include "core/model/buyer_plan.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"
#include "tests/support/png.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace middleground;
using namespace middleground::test;

namespace {

// The three squares in the corners by which a reader finds the code: dark ring, light ring, dark middle of three modules.
bool has_finder(const QrCode& code, int left, int top) {
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
            if (code.is_dark(left + x, top + y) != (ring != 2)) return false;
        }
    }
    return true;
}

}

TEST_CASE("a QR code has the three corners, the timing lines and a size of the standard") {
    for (const int length : {1, 17, 18, 100, 900, 1848, 2953}) {
        INFO(length << " characters");
        const auto code = qr_code(std::string(static_cast<std::size_t>(length), 'a'));
        REQUIRE(code);
        CHECK((code->size - 17) % 4 == 0);
        CHECK(code->modules.size() == static_cast<std::size_t>(code->size * code->size));
        CHECK(has_finder(*code, 0, 0));
        CHECK(has_finder(*code, code->size - 7, 0));
        CHECK(has_finder(*code, 0, code->size - 7));
        for (int i = 8; i < code->size - 8; ++i) {
            REQUIRE(code->is_dark(i, 6) == (i % 2 == 0));
            REQUIRE(code->is_dark(6, i) == (i % 2 == 0));
        }
    }
}

TEST_CASE("a QR code is as small as its text allows") {
    // Capacities in bytes of ISO/IEC 18004 with the least correction.
    CHECK(qr_code(std::string(17, 'a'))->size == 21);
    CHECK(qr_code(std::string(18, 'a'))->size == 25);
    CHECK(qr_code(std::string(2953, 'a'))->size == 177);
}

TEST_CASE("a text that no QR code holds is refused") {
    CHECK_FALSE(qr_code(""));
    CHECK(qr_code(std::string(2954, 'a')).error().what == "A QR code holds up to 2,953 characters");
}

TEST_CASE("the picture of a QR code is black on white with a margin of four modules") {
    const auto link = "https://example.org/" + *io::encode_link(buyer_plan(example_deal(), today()));
    const auto code = qr_code(link);
    REQUIRE(code);
    const auto picture = read_png(qr_png(*code, 3));
    REQUIRE(picture);
    REQUIRE(picture->width == 3 * (code->size + 8));
    REQUIRE(picture->height == picture->width);
    for (int y = 0; y < picture->height; ++y) {
        for (int x = 0; x < picture->width; ++x) {
            const int column = x / 3 - 4;
            const int row = y / 3 - 4;
            const bool inside = column >= 0 && row >= 0 && column < code->size && row < code->size;
            const char wanted = inside && code->is_dark(column, row) ? '\0' : '\xff';
            REQUIRE(picture->samples[static_cast<std::size_t>(y * picture->width + x)] == wanted);
        }
    }
}

TEST_CASE("the drawing of a QR code covers exactly its dark modules") {
    const auto code = *qr_code("Middleground");
    const auto svg = qr_svg(code);
    CHECK(svg.contains("viewBox=\"0 0 " + std::to_string(code.size + 8) + ' '));
    // Each run of the path: "M<x> <y>h<width>v1h-<width>z".
    auto covered = std::string(code.modules.size(), '0');
    int runs = 0;
    for (auto at = svg.find(" d=\"") + 4; svg[at] == 'M'; at = svg.find('z', at) + 1) {
        int x = 0;
        int y = 0;
        int width = 0;
        REQUIRE(std::sscanf(svg.c_str() + at, "M%d %dh%dv1", &x, &y, &width) == 3);
        for (int i = 0; i < width; ++i) {
            covered[static_cast<std::size_t>((y - 4) * code.size + x - 4 + i)] = '1';
        }
        ++runs;
    }
    CHECK(runs > code.size);
    CHECK(covered == code.modules);
}
