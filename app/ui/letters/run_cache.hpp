#pragma once

#include "app/platform/system_fonts.hpp"

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace middleground {

// A text as it lies in the atlas. Device pixels, from the pen's start on the baseline, x to the right and y down.
struct RunPicture {
    ImVec2 uv_min;
    ImVec2 uv_max;
    int width = 0; // 0: nothing is seen of it, as of a blank
    int height = 0;
    int left = 0;
    int top = 0;
    bool colored = false; // shown as it is; otherwise tinted
};

// What the system's fonts said and drew of texts that are drawn as a whole: measured once, drawn once, and forgotten when others were
// needed since, never in the frame in which it was shown. Lives no longer than the atlas.
class RunCache {
public:
    // How much is kept. A window full of text is about a million pixels.
    struct Limits {
        std::size_t texts = 8000;
        std::int64_t pixels = 2'000'000; // of the atlas
    };
    // `system` may be null, then nothing is ever found; else it outlives this.
    explicit RunCache(SystemFonts* system) : RunCache(system, Limits{}) {}
    RunCache(SystemFonts* system, Limits limits) : system_(system), limits_(limits) {}

    // Device pixels. Nothing where the system draws nothing.
    std::optional<float> advance(std::string_view text, TypeFace face);
    // Nothing likewise, or when there is no room in the atlas. `color` as in SystemFonts::draw.
    std::optional<RunPicture> picture(ImFontAtlas& atlas, std::string_view text, TypeFace face, std::uint32_t color);
    // One glyph, which the caller keeps; nothing is kept here.
    std::optional<TextPicture> glyph(std::string_view text, TypeFace face);

    std::size_t texts() const { return entries_.size(); }
    std::int64_t pixels() const { return pixels_; }

private:
    struct Entry {
        std::uint64_t key = 0;
        std::string text;
        TypeFace face;
        std::uint32_t color = 0;
        bool measured = false;
        std::optional<float> advance;
        bool drawn = false;
        bool found = false; // when drawn
        ImFontAtlasRectId rect = ImFontAtlasRectId_Invalid;
        RunPicture picture;
        ImFontAtlas* atlas = nullptr;
        int last_frame = 0;
    };

    std::optional<TextPicture> drawn_by_system(std::string_view text, TypeFace face, std::uint32_t color);
    Entry& entry(std::string_view text, TypeFace face, std::uint32_t color);
    bool draw(ImFontAtlas& atlas, Entry& entry);
    void give_back(Entry& entry);
    void make_room(std::int64_t pixels);

    SystemFonts* system_;
    Limits limits_;
    std::list<Entry> entries_; // the one used last first
    std::unordered_map<std::uint64_t, std::list<Entry>::iterator> places_;
    std::int64_t pixels_ = 0;
    float density_ = 0;
};

}
