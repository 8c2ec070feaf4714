#pragma once

#include "app/ui/theme.hpp"
#include "app/values/field_draft.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What is on screen, for tests, other programs and the mirror for screen readers. From `words` on, for the mirror only: `words` is any text
// as it is drawn, `error` what is wrong with the field of that id, `column` the head of a table's column, the others are what items lie in.
enum class ItemRole : std::uint8_t {
    button, link, field, checkbox, radio, option, row, heading, text, image, dialog, status,
    words, error, column, navigation, banner, main, aside, messages, toast, group, table, list, listbox, radiogroup
};
std::string_view role_name(ItemRole role);

struct Item {
    ItemRole role = ItemRole::text;
    std::string label;
    std::string value;
    ImVec2 min;
    ImVec2 max;
    bool focused = false;
    bool disabled = false;
    ImGuiID id = 0;         // Dear ImGui's; 0: nothing to focus or press
    ImGuiID window = 0;     // in which it is drawn
    int parent = -1;        // place in the outline of what it lies in
    std::uint8_t level = 0; // of a heading
    const char* kind = "";  // what the role leaves open: "switch", "combobox", "combobox expanded", "current", "password", "multiline"
    std::string about = {}; // the rest that is said of it: its tooltip, a field's placeholder
};

// Everything that is there, also what is scrolled away, in the order in which it is drawn and by what it lies in: for the mirror. Made in a
// frame of its own that is not shown (app/app_outline.cpp).
struct Outline {
    std::vector<Item> items;
    int open = -1; // the item that what comes next lies in
};

// Where the field that is typed in has its words, for a page that shows a field of its own there: the text needs shaping, or runs from the
// right, and its caret, selection and direction are the browser's.
struct PageField {
    ImVec2 min;
    ImVec2 max;
    ImVec2 seen_min; // what of it is not covered
    ImVec2 seen_max;
    float size = 0;
    float line_height = 0;
    int weight = 400;
    bool lines = false;            // several
    bool enter_makes_line = false; // else Shift+Enter does
    ImU32 color = 0;
    ImU32 background = 0;

    bool operator==(const PageField& other) const {
        const auto same = [](ImVec2 a, ImVec2 b) { return a.x == b.x && a.y == b.y; };
        return same(min, other.min) && same(max, other.max) && same(seen_min, other.seen_min) && same(seen_max, other.seen_max) &&
               size == other.size && line_height == other.line_height && weight == other.weight && lines == other.lines &&
               enter_makes_line == other.enter_makes_line &&
               color == other.color && background == other.background;
    }
};

// Passed to every widget. Made anew for each frame by the app; the references outlive it.
struct Ui {
    const Theme& theme;
    std::vector<Item>& items;
    FieldDrafts& drafts;
    bool mac = false;
    bool phone = false; // under 640 wide
    Outline* outline = nullptr; // set while it is made; items are noted there then
    std::optional<PageField>* page_field = nullptr; // set where it is asked for; a field that wants it fills it in

    float card_padding() const { return phone ? 16.0f : 20.0f; } // design pixels
    float px(float design) const { return theme.px(design); }
    const Palette& color() const { return theme.color; }
    // Registers the last ImGui item (its rectangle and focus), clipped to what is visible; nothing when it is scrolled away.
    void note(ItemRole role, std::string_view label, std::string_view value = {}, bool disabled = false) const;
    void note_rect(ItemRole role, std::string_view label, ImVec2 min, ImVec2 max, std::string_view value = {}) const;

    // For the outline, without effect on what is on screen. A text where it is drawn:
    void note_words(std::string_view words, ImVec2 min, ImVec2 max) const;
    // What is wrong with the field of that id, where that is drawn.
    void note_error(ImGuiID field, std::string_view words, ImVec2 min, ImVec2 max) const;
    // More about what was noted last.
    void note_kind(const char* kind) const;
    void note_about(std::string_view words) const;
    void note_level(int level) const; // it is a heading; 0: it is none
};

// What is drawn during its life lies in a part of that role and name.
class Part {
public:
    Part(const Ui& ui, ItemRole role, std::string_view label, ImGuiID id = 0);
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    // What follows lies in the item noted last, or in the part itself again.
    void open_last() const;
    void close_last() const;

private:
    Outline* outline_;
    int own_ = -1;
    int around_ = -1;
};

// Rows of a long list that the outline has besides those on screen; the rest comes with the keyboard's focus.
void include_rows(const Ui& ui, ImGuiListClipper& clipper, int count);

// ImGui::BeginChild leaves out what is scrolled away as a whole; not while the outline is made.
class WholeChildren {
public:
    explicit WholeChildren(const Ui& ui);
    ~WholeChildren();
    WholeChildren(const WholeChildren&) = delete;
    WholeChildren& operator=(const WholeChildren&) = delete;

private:
    bool on_;
};

// Whether the last item has the keyboard's focus and the user moves by keyboard.
bool is_keyboard_focused();
// The focus ring around a rectangle: 2 px, 2 px away, or inset in rows.
enum class Ring : std::uint8_t { outside, inset };
void draw_focus_ring(const Ui& ui, ImVec2 min, ImVec2 max, float radius, Ring ring = Ring::outside);
void tooltip(const Ui& ui, std::string_view text); // for the last item, while hovered or keyboard-focused

}
