#pragma once

#include "app/ui/widgets/ui.hpp"

#include <span>
#include <string>

namespace middleground {

enum class ButtonKind : std::uint8_t { filled, outlined, quiet, link, danger };

struct ButtonOptions {
    const char* icon = nullptr;
    std::string_view tooltip = {};
    std::string_view key_hint = {}; // "Ctrl K", drawn as a key at the right
    bool disabled = false;
    bool small = false;
    float width = 0;       // logical pixels, 0: as wide as needed, -1: what is left
    bool selected = false; // quiet only: accent_soft
};

// True when pressed by mouse, touch, Enter or space. `label` is also the ImGui id ("Ask##row3" works; the part from ## is not shown).
bool button(const Ui& ui, ButtonKind kind, std::string_view label, const ButtonOptions& options = {});
// A square button with an icon only; the label is its name and tooltip.
bool icon_button(const Ui& ui, const char* icon, std::string_view label, const ButtonOptions& options = {});
float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options = {});
float button_height(const Ui& ui, ButtonKind kind, const ButtonOptions& options = {});

bool switch_control(const Ui& ui, std::string_view label, bool on); // true when it was flipped; draws label to the right
bool checkbox(const Ui& ui, std::string_view label, bool on);       // same
// Buttons in one track; the new choice when changed.
struct Segment {
    std::string_view label;
    const char* icon = nullptr;
};
std::optional<int> segmented(const Ui& ui, std::string_view name, std::span<const Segment> segments, int chosen);
// A pill with a count, for filters. True when pressed.
bool filter_chip(const Ui& ui, std::string_view label, int count, bool selected, const char* icon = nullptr);

enum class Tone : std::uint8_t { neutral, accent, push, passive, middle, warn, bad };
ImU32 tone_color(const Ui& ui, Tone tone);
ImU32 tone_soft(const Ui& ui, Tone tone);
void tag(const Ui& ui, std::string_view text, Tone tone = Tone::neutral, const char* icon = nullptr);
ImVec2 tag_size(const Ui& ui, std::string_view text, const char* icon = nullptr);
void draw_tag(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view text, Tone tone, const char* icon = nullptr);
// "Ctrl K", as it is called on a Mac, too.
std::string shown_keys(const Ui& ui, std::string_view keys);
void key_hint(const Ui& ui, std::string_view keys);
// The same where it belongs to something else; up to `right`, in the middle of `center`.
float key_width(const Ui& ui, std::string_view keys);
void draw_key(const Ui& ui, ImDrawList* list, float right, float center, std::string_view keys);

// Initials on a neutral disc, never a colour per person.
void avatar(const Ui& ui, std::string_view name, float size = 24);
void draw_avatar(const Ui& ui, ImDrawList* list, ImVec2 center, std::string_view name, float size = 24);

}
