#include "core/base/random.hpp"
#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/decimal.hpp"
#include "core/codec/deflate.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <limits>

using namespace middleground;
using namespace middleground::io;

TEST_CASE("base64url has one spelling for all bytes") {
    // RFC 4648, section 10.
    CHECK(to_base64url("") == "");
    CHECK(to_base64url("f") == "Zg");
    CHECK(to_base64url("fo") == "Zm8");
    CHECK(to_base64url("foo") == "Zm9v");
    CHECK(to_base64url("foobar") == "Zm9vYmFy");
    CHECK(to_base64url("\xFB\xFF") == "-_8");
    Random random(1);
    for (std::size_t length = 0; length < 100; ++length) {
        std::string bytes;
        for (std::size_t i = 0; i < length; ++i) {
            bytes += static_cast<char>(random.below(256));
        }
        CHECK(from_base64url(to_base64url(bytes)) == bytes);
    }
    for (const auto* text : {"A", "Zm9vY", "Zh", "Zm9=", "Zg==", "Z g", "Zm9+", "Zm9/", "Zm\n9v"}) {
        INFO(text);
        CHECK_FALSE(from_base64url(text));
    }
}

TEST_CASE("numbers of bytes are read back, and only in their shortest form") {
    for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{16383}, std::uint64_t{16384},
                                      std::numeric_limits<std::uint64_t>::max()}) {
        std::string bytes;
        put_number(bytes, value);
        ByteReader reader(bytes);
        CHECK(reader.number() == value);
        CHECK(reader.empty());
        bytes.pop_back();
        CHECK_FALSE(ByteReader(bytes).number());
    }
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{63}, std::int64_t{-64}, std::int64_t{64},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        std::string bytes;
        put_signed(bytes, value);
        CHECK(bytes.size() == (value >= -64 && value < 64 ? 1 : bytes.size()));
        CHECK(ByteReader(bytes).signed_number() == value);
    }
    CHECK_FALSE(ByteReader(std::string_view("\x80\x00", 2)).number());
    CHECK_FALSE(ByteReader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02").number());
    CHECK_FALSE(ByteReader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01").number());
    CHECK_FALSE(ByteReader("abc").take(4));
    CHECK_FALSE(ByteReader("abc").text_until('d'));
}

TEST_CASE("decimals are exact") {
    CHECK(parse_decimal("0.25", 3) == 250);
    CHECK(parse_decimal("-12", 3) == -12000);
    CHECK(parse_decimal("1.500", 3) == 1500);
    CHECK(parse_decimal("1.5000", 3) == 1500);
    CHECK(parse_decimal("999999999999999", 0) == 999999999999999);
    for (const auto* text : {"", "-", ".", ".5", "5.", "1e3", "1.2.3", "+1", " 1", "1,5", "0.2505", "1234567890123456", "--1", "nan"}) {
        INFO(text);
        CHECK_FALSE(parse_decimal(text, 3));
    }
    CHECK_FALSE(parse_decimal("999999999999999", 6)); // beyond 64 bits
    CHECK(format_decimal(250, 3) == "0.25");
    CHECK(format_decimal(-1, 3) == "-0.001");
    CHECK(format_decimal(1000, 3) == "1");
    CHECK(format_decimal(0, 3) == "0");
    CHECK(format_decimal(12, 0) == "12");
    CHECK(format_decimal(10, 0) == "10");
    for (int milli = -1100; milli <= 1100; ++milli) {
        CHECK(parse_decimal(format_decimal(milli, 3), 3) == milli);
    }
}

TEST_CASE("inflating gives exactly the announced bytes or nothing") {
    const std::string text(5000, 'x');
    const auto bytes =
        deflated(std::array<std::string_view, 2>{std::string_view(text).substr(0, 10), std::string_view(text).substr(10)}, "xyz");
    CHECK(bytes.size() < 60);
    CHECK(inflated(bytes, "xyz", 5000) == text);
    CHECK_FALSE(inflated(bytes, "xyz", 4999));
    CHECK_FALSE(inflated(bytes, "xyz", 5001));
    CHECK_FALSE(inflated(bytes, "xyz", 0));
    CHECK_FALSE(inflated(bytes + 'x', "xyz", 5000));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(inflated(std::string_view(bytes).substr(0, length), "xyz", 5000));
    }
    const auto nothing = deflated(std::array<std::string_view, 1>{""}, "");
    CHECK(inflated(nothing, "", 0) == "");
    CHECK(crc_32("123456789") == 0xCBF43926u); // the check value of CRC-32/ISO-HDLC
    CHECK(crc_32("") == 0);
}
