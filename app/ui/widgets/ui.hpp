#pragma once

#include "app/ui/theme.hpp"
#include "app/values/field_draft.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What is on screen, for tests, other programs and later the accessibility mirror.
enum class ItemRole : std::uint8_t { button, link, field, checkbox, radio, option, row, heading, text, image, dialog, status };
std::string_view role_name(ItemRole role);

struct Item {
    ItemRole role = ItemRole::text;
    std::string label;
    std::string value;
    ImVec2 min;
    ImVec2 max;
    bool focused = false;
    bool disabled = false;
};

// Passed to every widget. Made anew for each frame by the app; the references outlive it.
struct Ui {
    const Theme& theme;
    std::vector<Item>& items;
    FieldDrafts& drafts;
    bool mac = false;
    bool phone = false; // under 640 wide

    float card_padding() const { return phone ? 16.0f : 20.0f; } // design pixels
    float px(float design) const { return theme.px(design); }
    const Palette& color() const { return theme.color; }
    // Registers the last ImGui item (its rectangle and focus), clipped to what is visible; nothing when it is scrolled away.
    void note(ItemRole role, std::string_view label, std::string_view value = {}, bool disabled = false) const;
    void note_rect(ItemRole role, std::string_view label, ImVec2 min, ImVec2 max, std::string_view value = {}) const;
};

// Whether the last item has the keyboard's focus and the user moves by keyboard.
bool is_keyboard_focused();
// The focus ring around a rectangle: 2 px, 2 px away, or inset in rows.
enum class Ring : std::uint8_t { outside, inset };
void draw_focus_ring(const Ui& ui, ImVec2 min, ImVec2 max, float radius, Ring ring = Ring::outside);
void tooltip(const Ui& ui, std::string_view text); // for the last item, while hovered or keyboard-focused

}
