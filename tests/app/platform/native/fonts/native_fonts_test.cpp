#include "app/platform/native/fonts/native_fonts.hpp"

#include "core/base/code_point.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace middleground;

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t dark = 0xff202020;
constexpr TypeFace usual{32, 400};

SystemFonts& system_fonts() {
    static const auto fonts = native_fonts();
    if (!fonts) throw std::runtime_error("built without fonts: configure with -DSYSTEM_FONTS=ON");
    return *fonts;
}

// What no test can go without. The message names the package.
TextPicture drawn(std::string_view text, TypeFace face = usual) {
    auto picture = system_fonts().draw(text, face, dark);
    if (!picture)
        throw std::runtime_error("no font has \"" + std::string(text) +
                                 "\": install fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji");
    return std::move(*picture);
}

// How much ink a picture has, in pixels.
double ink(const TextPicture& picture) {
    return std::accumulate(picture.pixels.begin(), picture.pixels.end(), 0.0,
                           [](double sum, std::uint32_t pixel) { return sum + (pixel >> 24) / 255.0; });
}

// The part of a picture between two columns, counted from the pen's start.
std::vector<std::uint32_t> columns(const TextPicture& picture, int from, int to) {
    std::vector<std::uint32_t> part;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = from; x < to; ++x) {
            const int at = x - picture.left;
            const bool inside = at >= 0 && at < picture.width;
            part.push_back(
                inside
                    ? picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(at)]
                    : 0);
        }
    }
    return part;
}

float sum_of_letters(std::string_view text) {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = code_point_at(text, at).length;
        sum += drawn(text.substr(at, length)).advance;
        at += length;
    }
    return sum;
}

bool is_near(float a, float b, float most) {
    return std::abs(a - b) <= most;
}

// Never more than it may be, and nothing beside itself.
bool is_sound(const TextPicture& picture) {
    const bool has_size = picture.width >= 0 && picture.height >= 0 && picture.width <= 8192 && picture.height <= 2048;
    return has_size && picture.pixels.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) &&
           std::isfinite(picture.advance) && picture.advance >= 0;
}

// A folder that goes away with the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("middleground-fonts-" + std::to_string(std::random_device()()))) {
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code code;
        fs::remove_all(path_, code);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }
    std::string text() const { return path_.string(); }

private:
    fs::path path_;
};

}

TEST_CASE("names in any script have a picture as wide as their advance", "[fonts]") {
    const std::vector<std::string> names{
        "\u5c71\u7530\u592a\u90ce \u304b\u306a\u30ab\u30ca",       // Japanese
        "\u674e\u5c0f\u9f99",                                      // Chinese
        "\uae40\ubbfc\uc900",                                      // Korean
        "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",             // Arabic
        "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df",                   // Hebrew
        "\u0928\u093f\u0936\u093e \u0936\u0930\u094d\u092e\u093e", // Hindi
        "\u0e2a\u0e21\u0e0a\u0e32\u0e22 \u0e17\u0e35\u0e48",       // Thai
        "Nguy\u1ec5n Ph\u00fa Tr\u1ecdng",                         // Vietnamese
        "\u0986\u09ae\u09bf",                                      // Bengali
        "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd",                          // Tamil
        "\u10d2\u10d8\u10dd\u10e0\u10d2\u10d8",                    // Georgian
        "\u0531\u0580\u0561\u0574",                                // Armenian
        "\u12a0\u1260\u1260",                                      // Ethiopic
    };
    for (const auto& name : names) {
        INFO(name);
        const auto picture = drawn(name);
        CHECK(is_sound(picture));
        CHECK_FALSE(picture.colored);
        CHECK(ink(picture) > 50);
        CHECK(is_near(static_cast<float>(picture.width), picture.advance, 8));
        CHECK(picture.top < 0); // it stands on the baseline
        CHECK(picture.top + picture.height < usual.em);
        CHECK(system_fonts().advance(name, usual) == picture.advance);
        CHECK(std::ranges::all_of(picture.pixels, [](std::uint32_t pixel) { return pixel == 0 || (pixel & 0xffffff) == 0xffffff; }));
    }
}

TEST_CASE("letters of Arabic join", "[fonts]") {
    const std::string word = "\u0628\u0628\u0628";
    const auto joined = drawn(word);
    CHECK(joined.advance < sum_of_letters(word) - 4);
    CHECK(joined.advance != drawn("\u0628\u200c\u0628\u200c\u0628").advance);  // told apart
    CHECK(drawn("\u0644\u0627").advance < sum_of_letters("\u0644\u0627") - 4); // lam and alef are one
}

TEST_CASE("Hebrew and Arabic begin at the right", "[fonts]") {
    // A narrow letter, then a wide one: the wide one stands at the left.
    const auto both = drawn("\u05d9\u05e9");
    const auto wide = drawn("\u05e9");
    const int width = static_cast<int>(wide.advance) - 1;
    CHECK(both.top == wide.top);
    CHECK((columns(both, 0, width) == columns(wide, 0, width)));
    CHECK((columns(drawn("ba"), 0, 10) == columns(drawn("b"), 0, 10)));
}

TEST_CASE("a conjunct of Hindi is one shape, and a vowel stands before its letter", "[fonts]") {
    CHECK(drawn("\u0915\u094d\u0937").advance < drawn("\u0915").advance + drawn("\u0937").advance - 4);
    const auto with_i = drawn("\u0915\u093f");
    CHECK(with_i.advance > drawn("\u0915").advance);
    CHECK((with_i.pixels != drawn("\u0915\u0940").pixels));
}

TEST_CASE("marks stand on their letters and take no room", "[fonts]") {
    CHECK(is_near(drawn("\u0e17\u0e35\u0e48").advance, drawn("\u0e17").advance, 0.1F));
    CHECK(drawn("\u0e17\u0e35\u0e48").top < drawn("\u0e17").top - 4);
    CHECK(is_near(drawn("\u05e9\u05c1\u05b8").advance, drawn("\u05e9").advance, 1));
    CHECK(is_near(drawn("\u1ec7").advance, drawn("e").advance, 3));
    CHECK(drawn("\u1ec7").height > drawn("e").height + 6);
    CHECK(is_near(drawn("e\u0323\u0302").advance, drawn("e").advance, 3)); // the same letter by letter
}

TEST_CASE("emoji are pictures in colours, each one em wide", "[fonts]") {
    for (const char* const emoji :
         {"\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", "\U0001f44d\U0001f3fd", "\U0001f1ef\U0001f1f5",
          "\u2764\ufe0f", "\u2705", "1\ufe0f\u20e3", "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"}) {
        for (const float em : {12.0F, 16.0F, 32.0F, 200.0F}) {
            INFO(emoji << " at " << em);
            const auto picture = drawn(emoji, {em, 400});
            CHECK(is_sound(picture));
            CHECK(picture.colored);
            CHECK(picture.advance > 0.9F * em);
            CHECK(picture.advance < 1.4F * em);
            CHECK(is_near(static_cast<float>(picture.width), picture.advance, 0.2F * em + 2));
            CHECK(ink(picture) > 0.15 * em * em);
            // Families are grey in newer fonts.
            CHECK(std::ranges::any_of(picture.pixels, [](std::uint32_t pixel) { return pixel >> 24 > 200 && (pixel & 0xff) < 0xf0; }));
            if (std::string_view(emoji).size() < 20)
                CHECK(std::ranges::any_of(picture.pixels,
                                          [](std::uint32_t pixel) { return pixel >> 24 > 200 && (pixel & 0xff) != (pixel >> 8 & 0xff); }));
        }
    }
    CHECK_FALSE(drawn("\u2764\ufe0e").colored); // asked to be text
    CHECK((drawn("\U0001f44d\U0001f3fd").pixels != drawn("\U0001f44d").pixels));
}

TEST_CASE("beside emoji letters have the colour that was asked for", "[fonts]") {
    const auto picture = drawn("\u5c71\U0001f600");
    REQUIRE(picture.colored);
    const auto letter = columns(picture, 0, 30);
    CHECK(std::ranges::any_of(letter, [](std::uint32_t pixel) { return pixel == dark; }));
    CHECK(std::ranges::none_of(letter, [](std::uint32_t pixel) { return pixel == 0xffffffff; }));
}

TEST_CASE("scripts may be mixed, and heavier letters are heavier", "[fonts]") {
    const std::string arabic = "\u0645\u062d\u0645\u062f";
    const auto mixed = drawn("Elena " + arabic + " \u5c71 7");
    CHECK(is_sound(mixed));
    CHECK(mixed.advance > drawn("Elena ").advance + drawn(arabic).advance);
    CHECK(columns(mixed, 0, 16).size() > 0);
    CHECK(ink(drawn("\u5c71\u7530", {32, 600})) > 1.15 * ink(drawn("\u5c71\u7530", {32, 400})));
    CHECK(ink(drawn("\u0928\u093f\u0936\u093e", {32, 600})) > 1.1 * ink(drawn("\u0928\u093f\u0936\u093e", {32, 400})));
    const auto small = drawn("\u5c71", {11.5F, 400});
    CHECK(is_near(small.advance, 11.5F, 0.6F));
    CHECK(is_near(drawn("\u5c71", {64, 400}).advance, 64, 1));
}

TEST_CASE("ideographs are drawn as the text's language writes them", "[fonts]") {
    // The same code point beside kana and beside Bopomofo.
    CHECK((columns(drawn("\u9aa8\u306e"), 0, 30) != columns(drawn("\u9aa8\u3105"), 0, 30)));
    CHECK((columns(drawn("\u9aa8\u306e"), 0, 30) == columns(drawn("\u9aa8\u30ce"), 0, 30)));
}

TEST_CASE("what no font has is nothing, and a box beside what one has", "[fonts]") {
    for (const char* const text : {"\ue000", "\U000ffffd", "\U0010fffd\ue123", "\U0001f8ff"}) {
        CHECK_FALSE(system_fonts().draw(text, usual, dark));
        CHECK_FALSE(system_fonts().advance(text, usual));
    }
    const auto box = drawn("\u5c71\ue000");
    CHECK(box.advance > drawn("\u5c71").advance + 5);
}

TEST_CASE("blanks and nothing are empty pictures", "[fonts]") {
    for (const std::string text : {"", " ", "\u3000", "\u200d", "\t\n", "\u202e"}) {
        const auto picture = drawn(text);
        CHECK(picture.width == 0);
        CHECK(picture.height == 0);
        CHECK(picture.pixels.empty());
    }
    CHECK(drawn("").advance == 0);
    CHECK(drawn("\u202e").advance == 0);
    CHECK(drawn("\u3000").advance > 10);
    CHECK(drawn("a \u5c71").advance > drawn("a\u5c71").advance + 3);
}

TEST_CASE("marks of direction in a name turn nothing around", "[fonts]") {
    CHECK((drawn("\u5c71\u7530\u202eabc").pixels == drawn("\u5c71\u7530abc").pixels));
    CHECK((drawn("\u2067\u5c71ab\u2069").pixels == drawn("\u5c71ab").pixels));
}

TEST_CASE("no text is too odd or too long", "[fonts]") {
    CHECK(is_sound(drawn("\u5c71\xff\xe5\xb1")));
    std::string ideographs;
    while (ideographs.size() < 100'000)
        ideographs += "\u5c71\u7530";
    const auto picture = drawn(ideographs);
    CHECK(is_sound(picture));
    CHECK(picture.width == 8192);
    CHECK(is_sound(drawn("\u5c71\u7530\u5c71\u7530", {1e9F, 400})));
    std::string marks = "\u0e17";
    while (marks.size() < 100'000)
        marks += "\u0e48";
    CHECK(is_sound(drawn(marks)));
    std::string right_to_left;
    while (right_to_left.size() < 100'000)
        right_to_left += "\u0645\u062d ";
    CHECK(is_sound(drawn(right_to_left, {40, 400})));
    for (const float em : {0.0F, -1.0F, std::numeric_limits<float>::quiet_NaN()})
        CHECK_FALSE(system_fonts().draw("\u5c71", {em, 400}, dark));
    CHECK(is_sound(drawn("\u5c71", {0.01F, 400})));
    CHECK(is_sound(drawn("\U0001f600", {0.5F, -3})));
    std::mt19937 random(3); // NOLINT: the same bytes every time
    for (int round = 0; round < 200; ++round) {
        std::string bytes;
        for (auto i = random() % 30; i > 0; --i)
            append_code_point(bytes, static_cast<std::uint32_t>(random() % 0x3100));
        bytes += static_cast<char>(random() & 0xff);
        if (const auto odd = system_fonts().draw(bytes, {20, 400}, dark)) CHECK(is_sound(*odd));
    }
}

TEST_CASE("without fonts, or with broken ones, there are no letters and no harm", "[fonts]") {
    const auto none = native_fonts("/nowhere/at/all");
    REQUIRE(none);
    CHECK_FALSE(none->draw("\u5c71", usual, dark));
    CHECK_FALSE(none->advance("\U0001f600", usual));
    CHECK(none->draw("abc", usual, dark)); // the program's own fonts are always there
    const Folder folder;
    std::ofstream(folder / "broken.ttf") << "this is no font";
    std::ofstream(folder / "empty.otf");
    // A font that begins like one: fontconfig may believe it, FreeType finds out.
    const fs::path whole = "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf";
    INFO("fonts-noto-core has " << whole.string());
    REQUIRE(fs::exists(whole));
    std::ifstream file(whole, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    for (const std::size_t part : {std::size_t{100}, bytes.size() / 4, bytes.size() / 2, bytes.size() - 20}) {
        std::ofstream(folder / ("cut" + std::to_string(part) + ".ttf").c_str(), std::ios::binary) << bytes.substr(0, part);
    }
    std::mt19937 random(5); // NOLINT: the same bytes every time
    for (int i = 0; i < 12; ++i) {
        auto scratched = bytes;
        for (int n = 0; n < 40; ++n)
            scratched[random() % scratched.size()] = static_cast<char>(random() & 0xff);
        std::ofstream(folder / ("scratched" + std::to_string(i) + ".ttf").c_str(), std::ios::binary) << scratched;
        const auto fonts = native_fonts(folder.text());
        REQUIRE(fonts);
        for (const char* const text : {"\u0e17\u0e35\u0e48", "\u5c71", "abc \u0e17"}) {
            if (const auto picture = fonts->draw(text, usual, dark)) CHECK(is_sound(*picture));
        }
        fs::remove(folder / ("scratched" + std::to_string(i) + ".ttf").c_str());
    }
}
