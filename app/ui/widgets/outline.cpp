#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/ui.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace middleground {

namespace {

bool is_hidden(const ImGuiWindow& window) {
    return window.SkipItems || window.HiddenFramesCanSkipItems > 0 || window.HiddenFramesCannotSkipItems > 0;
}

Item* last_of(Outline* outline) {
    return outline && !outline->items.empty() ? &outline->items.back() : nullptr;
}

// Everything goes into an outline, what is visible onto the list of the screen.
void add_item(const Ui& ui, ImRect box, Item item) {
    const auto& window = *ImGui::GetCurrentWindowRead();
    if (is_hidden(window)) return;
    if (!ui.outline) {
        box.ClipWith(window.ClipRect);
        if (box.Min.x >= box.Max.x || box.Min.y >= box.Max.y) return;
    }
    item.min = box.Min;
    item.max = box.Max;
    item.window = window.ID;
    if (ui.outline) item.parent = ui.outline->open;
    (ui.outline ? ui.outline->items : ui.items).push_back(std::move(item));
}

}

std::string_view role_name(ItemRole role) {
    constexpr const char* names[] = {"button",  "link",    "field",      "checkbox", "radio",  "option", "row",      "heading", "text",
                                     "image",   "dialog",  "status",     "words",    "error",  "column", "navigation", "banner", "main",
                                     "aside",   "messages", "toast",     "group",    "table",  "list",   "listbox",  "radiogroup"};
    static_assert(std::size(names) == static_cast<std::size_t>(ItemRole::radiogroup) + 1);
    return names[static_cast<std::size_t>(role)];
}

void Ui::note(ItemRole role, std::string_view label, std::string_view value, bool disabled) const {
    const auto& g = *GImGui;
    const auto& last = g.LastItemData;
    const bool focused = last.ID != 0 && (g.NavId == last.ID || g.ActiveId == last.ID);
    add_item(*this, last.Rect,
             {.role = role,
              .label = std::string(visible_label(label)),
              .value = std::string(value),
              .focused = focused,
              .disabled = disabled,
              .id = last.ID});
}

void Ui::note_rect(ItemRole role, std::string_view label, ImVec2 min, ImVec2 max, std::string_view value) const {
    add_item(*this, {min, max}, {.role = role, .label = std::string(visible_label(label)), .value = std::string(value)});
}

void Ui::note_words(std::string_view words, ImVec2 min, ImVec2 max) const {
    if (outline && !words.empty()) add_item(*this, {min, max}, {.role = ItemRole::words, .label = std::string(words)});
}

void Ui::note_error(ImGuiID field, std::string_view words, ImVec2 min, ImVec2 max) const {
    add_item(*this, {min, max}, {.role = outline ? ItemRole::error : ItemRole::status, .label = std::string(words), .id = field});
}

void Ui::note_kind(const char* kind) const {
    if (auto* item = last_of(outline)) item->kind = kind;
}

void Ui::note_about(std::string_view words) const {
    if (auto* item = last_of(outline)) item->about = words;
}

void Ui::note_level(int level) const {
    if (auto* item = last_of(outline)) {
        item->role = level > 0 ? ItemRole::heading : ItemRole::text;
        item->level = static_cast<std::uint8_t>(level);
    }
}

Part::Part(const Ui& ui, ItemRole role, std::string_view label, ImGuiID id) : outline_(ui.outline) {
    if (!outline_) return;
    around_ = outline_->open;
    own_ = static_cast<int>(outline_->items.size());
    outline_->items.push_back({.role = role,
                               .label = std::string(visible_label(label)),
                               .id = id,
                               .window = ImGui::GetCurrentWindowRead()->ID,
                               .parent = around_});
    outline_->open = own_;
}

Part::~Part() {
    if (outline_) outline_->open = around_;
}

void Part::open_last() const {
    if (outline_) outline_->open = static_cast<int>(outline_->items.size()) - 1;
}

void Part::close_last() const {
    if (outline_) outline_->open = own_;
}

void include_rows(const Ui& ui, ImGuiListClipper& clipper, int count) {
    constexpr int told = 200;
    if (ui.outline) clipper.IncludeItemsByIndex(0, std::min(count, told));
}

WholeChildren::WholeChildren(const Ui& ui) : on_(ui.outline && !GImGui->LogEnabled) {
    if (on_) GImGui->LogEnabled = true;
}

WholeChildren::~WholeChildren() {
    if (on_) GImGui->LogEnabled = false;
}

}
