#include "app/ui/letters/line.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/text.hpp"
#include "tests/support/app/made_up_fonts.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using test::Headless;
using test::MadeUpFonts;

namespace {

constexpr std::string_view family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";
constexpr float size = 13;

std::vector<std::string> wrapped(ImFont* font, std::string_view text, float width) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = first_line_end(font, size, text, width);
        REQUIRE(end > 0);
        lines.emplace_back(trimmed(text.substr(0, end)));
        text.remove_prefix(end);
        while (text.starts_with(' ')) {
            text.remove_prefix(1);
        }
    }
    return lines;
}

using Lines = std::vector<std::string>;

}

TEST_CASE("Latin is measured and drawn as Dear ImGui does it, to the vertex") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    const std::string_view words = "Müller – „Größe“ €184,000…";
    bool own = false;
    headless.show([&](const Ui& ui) {
        auto* font = ui.theme.fonts.medium;
        auto* list = ImGui::GetWindowDrawList();
        CHECK(letters_width(font, size, words) == font->CalcTextSizeA(size, 1e9f, 0, words.data(), words.data() + words.size()).x);
        if (own) {
            list->AddText(font, size, {20, 30}, IM_COL32_WHITE, words.data(), words.data() + words.size());
        } else {
            draw_letters(list, font, size, {20, 30}, IM_COL32_WHITE, words);
        }
    });
    const auto ours = headless.drawn();
    own = true;
    headless.step();
    CHECK(headless.drawn() == ours);
    CHECK(fonts.drawn.empty());
    CHECK(fonts.measured == 0);
}

TEST_CASE("A mixed line is as wide as its parts, and each run is one picture") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([&](const Ui& ui) {
        auto* font = ui.theme.fonts.regular;
        const auto line = "Dr. सुनीता 日本 " + std::string(family) + "!";
        const float latin = letters_width(font, size, "Dr. ") + 2 * letters_width(font, size, " ") + letters_width(font, size, "!");
        CHECK(std::abs(letters_width(font, size, line) - (latin + (3 + 2 + 1) * size)) < 0.01f);
        draw_letters(ImGui::GetWindowDrawList(), font, size, {20, 30}, IM_COL32_WHITE, line);
    });
    CHECK(std::ranges::count(fonts.drawn, "सुनीता") == 1);
    CHECK(std::ranges::count(fonts.drawn, family) == 1);
    CHECK(std::ranges::count(fonts.drawn, "日") == 1);
    CHECK(fonts.drawn.size() == 4);
}

TEST_CASE("Pictures stand on whole device pixels, on the baseline of the Latin beside them") {
    for (const float density : {1.0f, 1.25f, 1.5f, 2.0f}) {
        CAPTURE(density);
        MadeUpFonts fonts;
        Headless headless({.density = density, .fonts = &fonts});
        headless.show([&](const Ui& ui) {
            auto* list = ImGui::GetWindowDrawList();
            auto* font = ui.theme.fonts.regular;
            const int first = list->VtxBuffer.Size;
            draw_letters(list, font, size, {21, 33}, IM_COL32_WHITE, "שלום");
            draw_letters(list, font, size, {21, 33}, IM_COL32_WHITE, "本");
            REQUIRE(list->VtxBuffer.Size == first + 8);
            const float baseline = std::round((33 + std::floor(font->GetFontBaked(size)->Ascent + 0.5f)) * density);
            for (int i = first; i < first + 8; ++i) {
                const auto at = list->VtxBuffer[i].pos;
                CHECK(std::abs(at.x * density - std::round(at.x * density)) < 0.01f);
                CHECK(std::abs(at.y * density - std::round(at.y * density)) < 0.01f);
            }
            CHECK(std::abs(list->VtxBuffer[first + 2].pos.y * density - baseline) < 0.01f);
            CHECK(std::abs(list->VtxBuffer[first + 6].pos.y * density - baseline) < 0.01f);
        });
    }
}

TEST_CASE("Emoji keep their colours and take the text's alpha; letters are tinted") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([&](const Ui& ui) {
        auto* list = ImGui::GetWindowDrawList();
        auto* font = ui.theme.fonts.regular;
        const auto color = IM_COL32(10, 20, 30, 128);
        const auto drawn = [&](std::string_view text) {
            draw_letters(list, font, size, {20, 30}, color, text);
            return list->VtxBuffer.back().col;
        };
        CHECK(drawn("\U0001F600") == IM_COL32(255, 255, 255, 128));
        CHECK(drawn("שלום") == color);
        CHECK(drawn("本") == color);
        CHECK(drawn("\U0001F600 שלום") == IM_COL32(255, 255, 255, 128));
    });
    // Letters beside coloured ones have their colour in the picture.
    CHECK(fonts.colors.back() == IM_COL32(10, 20, 30, 255));
    CHECK(fonts.colors.front() == 0xffffffffu);
}

TEST_CASE("Boxes stand for what no font has, one for each that would be seen") {
    Headless headless;
    headless.show([](const Ui& ui) {
        auto* list = ImGui::GetWindowDrawList();
        auto* font = ui.theme.fonts.regular;
        const auto quads = [&](std::string_view text) {
            const int before = list->VtxBuffer.Size;
            draw_letters(list, font, size, {20, 30}, IM_COL32_WHITE, text);
            return (list->VtxBuffer.Size - before) / 4;
        };
        CHECK(quads("שלום עולם") == 8);
        CHECK(quads("日本") == 2);
        CHECK(quads(family) == 1);
        CHECK(quads("\u200f") == 0);
        CHECK(letters_width(font, size, "שלום") > 4 * 4);
        CHECK(letters_width(font, size, family) > 4);
    });
}

TEST_CASE("An ellipsis never splits a cluster") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([](const Ui& ui) {
        const auto words = "Team " + std::string(family) + " 日本e\u0301क्षि \U0001F1EF\U0001F1F5\U0001F1E9\U0001F1EA नमस्ते";
        for (float width = 0; width < 260; width += 1.7f) {
            auto cut = fitted(ui, TextStyle::body, words, width);
            CHECK(words_width(ui.theme.font(TextStyle::body), ui.theme.font_size(TextStyle::body), cut) <= width + 0.01f);
            if (!cut.ends_with("…")) continue;
            cut.resize(cut.size() - std::string_view("…").size());
            CHECK(words.starts_with(cut));
            CHECK(cluster_begin(words, cut.size()) == cut.size());
        }
        CHECK(fitted(ui, TextStyle::body, words, 1000) == words);
        const auto hebrew = fitted(ui, TextStyle::body, "שלום עולם", 4.5f * 13);
        CHECK(hebrew.starts_with("של"));
        CHECK(hebrew.ends_with("…"));
    });
}

TEST_CASE("Lines end between Han letters, not before what closes; words stay whole") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([](const Ui& ui) {
        auto* font = ui.theme.fonts.regular;
        CHECK(wrapped(font, "日本太郎様", 3 * size + 1) == Lines{"日本太", "郎様"});
        CHECK(wrapped(font, "日本太。郎様", 3 * size + 1) == Lines{"日本", "太。郎", "様"});
        CHECK(wrapped(font, "「日」本「太」", 3 * size + 1) == Lines{"「日」", "本", "「太」"});
        const float word = letters_width(font, size, "consensus");
        CHECK(wrapped(font, "consensus日本 consensus", word + size + 1) == Lines{"consensus日", "本", "consensus"});
        CHECK(wrapped(font, "नमस्ते दुनिया", 4 * size) == Lines{"नमस्ते", "दुनिया"});
        CHECK(wrapped(font, "שלום עולם טוב", 9.5f * size) == Lines{"שלום עולם", "טוב"});
        // What is wider than a line is cut between clusters.
        CHECK(wrapped(font, "नमस्ते", 2 * size + 1) == Lines{"नम", "स्ते"});
        CHECK(wrapped(font, std::string(family) + std::string(family), 1) == Lines{std::string(family), std::string(family)});
        CHECK(wrapped(font, "สวัสดี", 2 * size + 1).size() == 2);
    });
}

TEST_CASE("A line of endless length is cut to what can be seen") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([](const Ui& ui) {
        std::string text;
        for (int i = 0; i < 3000; ++i) {
            text += "ש";
        }
        draw_letters(ImGui::GetWindowDrawList(), ui.theme.fonts.regular, size, {0, 30}, IM_COL32_WHITE, text);
        CHECK(letters_width(ui.theme.fonts.regular, size, text) == 3000 * size);
    });
    REQUIRE(!fonts.drawn.empty());
    CHECK(fonts.drawn.back().size() < 2 * 400);
}

TEST_CASE("The caret stands where the letter before it ends: at its left in a line from the right") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([](const Ui& ui) {
        auto* font = ui.theme.fonts.regular;
        CHECK(caret_place(font, size, "नमस्ते", 0) == 0);
        CHECK(caret_place(font, size, "नमस्ते", std::string_view("नम").size()) == 2 * size);
        CHECK(caret_place(font, size, "שלום", 0) == 4 * size);
        CHECK(caret_place(font, size, "שלום", 8) == 0);
    });
}
