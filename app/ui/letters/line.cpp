#include "app/ui/letters/line.hpp"

#include "app/ui/letters/system_glyphs.hpp"
#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/scripts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

constexpr float widest_picture = 4000; // device pixels; nobody sees the rest of a longer line
constexpr unsigned char first_lead_beyond_latin = 0xcc;
constexpr ImWchar box_letter = 0xfffd; // a box

// Latin as a whole, by its bytes: what nearly every text is.
bool is_latin(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= first_lead_beyond_latin; });
}

TypeFace face_of(const FontLetters* letters, const ImFont* font, float size) {
    return {size * font->CurrentRasterizerDensity, letters->weight};
}

bool is_seen(std::string_view cluster) {
    const auto c = code_point_at(cluster, 0).value;
    return c > 0x20 && c != 0xa0 && c != 0x3000 && !is_unseen(c);
}

// In place of what no font has.
int boxes_of(std::string_view run) {
    int boxes = 0;
    for (std::size_t at = 0; at < run.size();) {
        const auto end = cluster_end(run, at);
        boxes += is_seen(run.substr(at, end - at));
        at = end;
    }
    return boxes;
}

float plain_width(ImFont* font, float size, std::string_view text) {
    return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float run_width(ImFont* font, float size, std::string_view run) {
    auto* letters = letters_of(font);
    if (letters) {
        if (const auto advance = letters->runs->advance(run, face_of(letters, font, size)))
            return *advance / font->CurrentRasterizerDensity;
    }
    return static_cast<float>(boxes_of(run)) * font->GetFontBaked(size)->GetCharAdvance(box_letter);
}

// Whether letters beside coloured ones are in it: their colour is part of the picture.
bool has_letters_and_colors(std::string_view run) {
    bool letters = false;
    bool colors = false;
    for (std::size_t at = 0; at < run.size();) {
        const auto point = code_point_at(run, at);
        const bool color = point.valid && writing_of(point.value) == Writing::emoji;
        colors = colors || color;
        letters = letters || (!color && point.value > 0x20 && !is_unseen(point.value));
        at += point.length;
    }
    return letters && colors;
}

// A rectangle of the atlas, its corner at a device pixel.
void add_picture(ImDrawList* list, ImVec2 corner, ImVec2 size, ImVec2 uv_min, ImVec2 uv_max, ImU32 color, float density) {
    const ImVec2 min(corner.x / density, corner.y / density);
    const ImVec2 max((corner.x + size.x) / density, (corner.y + size.y) / density);
    list->PrimReserve(6, 4);
    list->PrimRectUV(min, max, uv_min, uv_max, color);
}

ImU32 untinted(ImU32 color) {
    return color | ~IM_COL32_A_MASK;
}

struct Pen {
    ImDrawList* list;
    ImFont* font;
    float size;
    float x;
    float top; // of the line, whole logical pixels
    float baseline;
    ImU32 color;

    float density() const { return font->CurrentRasterizerDensity; }
    ImVec2 device() const { return {std::round(x * density()), std::round(baseline * density())}; }

    void glyph(ImFontBaked* baked, ImWchar c) {
        const auto found = *baked->FindGlyph(c); // a copy: the next one may move it
        const float scale = size / baked->Size;
        if (found.Visible) {
            const float ascent = std::floor(baked->Ascent + 0.5f);
            const auto at = device();
            const float factor = scale * density();
            const ImVec2 corner(at.x + std::round(found.X0 * factor), at.y + std::round((found.Y0 - ascent) * factor));
            const ImVec2 extent(std::round((found.X1 - found.X0) * factor), std::round((found.Y1 - found.Y0) * factor));
            add_picture(list, corner, extent, {found.U0, found.V0}, {found.U1, found.V1}, found.Colored ? untinted(color) : color,
                        density());
        }
        x += found.AdvanceX * scale;
    }

    void own(std::string_view text) {
        const ImVec2 at(std::floor(x + 0.5f), top);
        list->AddText(font, size, at, color, text.data(), text.data() + text.size());
        x += plain_width(font, size, text);
    }

    // Letters for themselves: those of the font's own file as ever.
    void plain(std::string_view text) {
        const auto* letters = letters_of(font);
        auto* baked = font->GetFontBaked(size);
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto point = code_point_at(text, at);
            const auto c = static_cast<ImWchar>(point.valid ? point.value : box_letter);
            const bool foreign = letters && point.value >= 0x80 && static_cast<int>(baked->FindGlyph(c)->SourceIdx) == letters->source;
            if (foreign) {
                if (at > begin) own(text.substr(begin, at - begin));
                glyph(font->GetFontBaked(size), c);
                begin = at + point.length;
            }
            at += point.length;
        }
        if (begin < text.size()) own(text.substr(begin));
    }

    void shaped(std::string_view run) {
        auto* letters = letters_of(font);
        const float width = run_width(font, size, run);
        if (width * density() > widest_picture) run = run.substr(0, letters_within(font, size, run, widest_picture / density()));
        const auto ink = has_letters_and_colors(run) ? color | IM_COL32_A_MASK : IM_COL32_WHITE;
        const auto picture = letters ? letters->runs->picture(*font->ContainerAtlas, run, face_of(letters, font, size), ink) : std::nullopt;
        if (picture && picture->width > 0) {
            const auto at = device();
            const ImVec2 corner(at.x + static_cast<float>(picture->left), at.y + static_cast<float>(picture->top));
            add_picture(list, corner, {static_cast<float>(picture->width), static_cast<float>(picture->height)}, picture->uv_min,
                        picture->uv_max, picture->colored ? untinted(color) : color, density());
        } else if (!picture) {
            const float begin = x;
            for (int box = boxes_of(run); box > 0; --box) {
                glyph(font->GetFontBaked(size), box_letter);
            }
            x = begin;
        }
        x += width;
    }
};

// ImGui would also break within a word after a full stop or a comma: between "long." and its closing quotation mark, or in "184,000".
std::size_t at_a_blank(std::string_view text, std::size_t wrap) {
    constexpr std::string_view marks = ".,;!?\"";
    if (wrap == 0 || wrap >= text.size() || text[wrap] == ' ' || !marks.contains(text[wrap - 1])) return wrap;
    const auto blank = text.substr(0, wrap).rfind(' ');
    return blank == std::string_view::npos || blank == 0 ? wrap : blank;
}

// Whether all of it is wrapped as Latin is: at blanks, letters for themselves.
bool wraps_at_blanks(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < first_lead_beyond_latin) {
            ++at;
            continue;
        }
        const auto point = code_point_at(text, at);
        if (point.valid && (writing_of(point.value) != Writing::plain || is_ideographic(point.value))) return false;
        at += point.length;
    }
    return true;
}

// What is never divided, as long as it fits into a line: a word, a Han letter. Where it ends, with the blanks behind it.
struct Unit {
    std::size_t end = 0;
    std::size_t seen_end = 0; // without the blanks
};

Unit unit_at(std::string_view text, std::size_t begin) {
    Unit unit{begin, begin};
    std::uint32_t before = 0;
    bool blank_before = false;
    for (std::size_t at = begin; at < text.size();) {
        const auto end = cluster_end(text, at);
        const auto c = code_point_at(text, at).value;
        const bool blank = c == ' ' || c == '\t' || c == 0x3000;
        if (at > begin && !blank && (blank_before || may_break_between(before, c))) break;
        unit.end = end;
        if (!blank) unit.seen_end = end;
        blank_before = blank;
        before = c;
        at = end;
    }
    return unit;
}

}

float letters_width(ImFont* font, float size, std::string_view line) {
    if (line.empty()) return 0;
    if (is_latin(line)) return plain_width(font, size, line);
    float width = 0;
    for (const auto& run : script_runs(line)) {
        const auto words = line.substr(run.begin, run.end - run.begin);
        width += run.shaped ? run_width(font, size, words) : plain_width(font, size, words);
    }
    return width;
}

std::size_t letters_within(ImFont* font, float size, std::string_view line, float room) {
    if (is_all_plain(line)) {
        const char* cut = line.data();
        font->CalcTextSizeA(size, room, 0, line.data(), line.data() + line.size(), &cut);
        return static_cast<std::size_t>(cut - line.data());
    }
    std::vector<std::size_t> ends{0};
    while (ends.back() < line.size()) {
        ends.push_back(cluster_end(line, ends.back()));
    }
    const auto too_wide =
        std::ranges::partition_point(ends, [&](std::size_t end) { return letters_width(font, size, line.substr(0, end)) < room; });
    return too_wide == ends.begin() ? 0 : *(too_wide - 1);
}

std::size_t first_line_end(ImFont* font, float size, std::string_view paragraph, float width) {
    if (wraps_at_blanks(paragraph)) {
        const char* begin = paragraph.data();
        const char* wrap = font->CalcWordWrapPosition(size, begin, begin + paragraph.size(), std::max(1.0f, width));
        const auto end = at_a_blank(paragraph, static_cast<std::size_t>(wrap - begin));
        return end > 0 ? end : code_point_at(paragraph, 0).length;
    }
    float taken = 0;
    for (std::size_t at = 0; at < paragraph.size();) {
        const auto unit = unit_at(paragraph, at);
        const float seen = letters_width(font, size, paragraph.substr(at, unit.seen_end - at));
        if (taken + seen > width) {
            if (at > 0) return at;
            return std::max(letters_within(font, size, paragraph.substr(0, unit.seen_end), width), cluster_end(paragraph, 0));
        }
        taken += seen + letters_width(font, size, paragraph.substr(unit.seen_end, unit.end - unit.seen_end));
        at = unit.end;
    }
    return paragraph.size();
}

void draw_letters(ImDrawList* list, ImFont* font, float size, ImVec2 top_left, ImU32 color, std::string_view line) {
    if (is_latin(line)) {
        list->AddText(font, size, top_left, color, line.data(), line.data() + line.size());
        return;
    }
    if ((color & IM_COL32_A_MASK) == 0) return;
    // AddText drops the fraction, too.
    const float top = std::trunc(top_left.y);
    const float baseline = top + std::floor(font->GetFontBaked(size)->Ascent + 0.5f);
    Pen pen{list, font, size, top_left.x, top, baseline, color};
    for (const auto& run : script_runs(line)) {
        const auto words = line.substr(run.begin, run.end - run.begin);
        if (run.shaped) {
            pen.shaped(words);
        } else {
            pen.plain(words);
        }
    }
}

float caret_place(ImFont* font, float size, std::string_view line, std::size_t at) {
    const float before = letters_width(font, size, line.substr(0, at));
    return has_right_to_left(line) && runs_from_right(line) ? letters_width(font, size, line) - before : before;
}

}
