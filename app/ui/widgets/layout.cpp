#include "app/ui/widgets/layout.hpp"

#include "app/ui/widgets/draw.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float card_radius = 10;
constexpr float unknown_height = 4096; // of a card until its content is known; the corners never meet

void set_content_right(float right) {
    auto* window = ImGui::GetCurrentWindow();
    window->ContentRegionRect.Max.x = right;
    window->WorkRect.Max.x = right;
}

// What lies on the card reaches into its round corners; they get the colour of what is behind.
void draw_corner(ImDrawList* list, ImVec2 corner, ImVec2 center, float radius, float from, float to, ImU32 color) {
    constexpr int steps = 8;
    for (int i = 0; i < steps; ++i) {
        const float a = from + (to - from) * static_cast<float>(i) / steps;
        const float b = from + (to - from) * static_cast<float>(i + 1) / steps;
        list->PathLineTo(corner);
        list->PathLineTo({center.x + std::cos(a) * radius, center.y + std::sin(a) * radius});
        list->PathLineTo({center.x + std::cos(b) * radius, center.y + std::sin(b) * radius});
        list->PathFillConvex(color);
    }
}

void draw_corners(ImDrawList* list, ImVec2 min, ImVec2 max, float radius, ImU32 color) {
    const float quarter = IM_PI / 2;
    draw_corner(list, min, {min.x + radius, min.y + radius}, radius, IM_PI, IM_PI + quarter, color);
    draw_corner(list, {max.x, min.y}, {max.x - radius, min.y + radius}, radius, IM_PI + quarter, 2 * IM_PI, color);
    draw_corner(list, max, {max.x - radius, max.y - radius}, radius, 0, quarter, color);
    draw_corner(list, {min.x, max.y}, {min.x + radius, max.y - radius}, radius, quarter, IM_PI, color);
}

}

Card::Card(const Ui& ui, const char* id, Options options)
    : ui_(ui), options_(options), min_(ImGui::GetCursorScreenPos()), part_(ui, ItemRole::group, {}, ImGui::GetID(id)) {
    auto* window = ImGui::GetCurrentWindow();
    auto* list = window->DrawList;
    content_right_ = window->ContentRegionRect.Max.x;
    width_ = options.width > 0 ? options.width : std::max(1.0f, content_right_ - min_.x);
    if (options_.padding < 0) options_.padding = ui.card_padding();
    const float padding = options.flush ? 0 : ui.px(options_.padding);
    inner_width_ = std::max(1.0f, width_ - 2 * padding);

    // Drawn now, below the content, with a height that the destructor puts right.
    first_vertex_ = list->VtxBuffer.Size;
    const auto corner = snapped(min_);
    list->AddRectFilled(corner, {snapped(min_.x + width_), corner.y + unknown_height}, options.fill ? options.fill : ui.color().surface,
                        ui.px(card_radius));
    last_vertex_ = list->VtxBuffer.Size;

    ImGui::PushID(id);
    ImGui::SetCursorScreenPos({min_.x + padding, min_.y + padding});
    ImGui::BeginGroup();
    set_content_right(min_.x + width_ - padding);
}

Card::~Card() {
    auto* window = ImGui::GetCurrentWindow();
    auto* list = window->DrawList;
    ImGui::EndGroup();
    ImGui::PopID();
    set_content_right(content_right_);

    const float padding = options_.flush ? 0 : ui_.px(options_.padding);
    const float height = std::ceil(std::max(options_.height, ImGui::GetItemRectMax().y + padding - min_.y));
    const ImVec2 max = min_ + ImVec2{width_, height};
    const auto drawn_min = snapped(min_);
    const auto drawn_max = snapped(max);
    for (int i = first_vertex_; i < last_vertex_; ++i) {
        auto& vertex = list->VtxBuffer[i];
        if (vertex.pos.y > drawn_min.y + unknown_height / 2) {
            vertex.pos.y += drawn_max.y - drawn_min.y - unknown_height;
        }
    }
    const float radius = ui_.px(card_radius);
    if (options_.flush) {
        draw_corners(list, drawn_min, drawn_max, radius, ui_.color().background);
    }
    const ImU32 border = options_.border ? options_.border : ui_.color().line;
    draw_border(list, drawn_min, drawn_max, border, radius, line_width(ui_));

    window->DC.CursorPos = min_;
    ImGui::ItemSize(max - min_);
    ImGui::ItemAdd({min_, max}, 0);
}

void gap(const Ui& ui, float design_pixels) {
    auto* window = ImGui::GetCurrentWindow();
    if (!window->SkipItems) {
        ImGui::ItemSize(ImVec2{0, std::round(ui.px(design_pixels))}); // parts of a design pixel, too
    }
}

void separator(const Ui& ui) {
    auto* window = ImGui::GetCurrentWindow();
    if (window->SkipItems) {
        return;
    }
    const auto at = window->DC.CursorPos;
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    draw_line_across(ui, window->DrawList, at.x, right, at.y, ui.color().line);
    ImGui::ItemSize(ImVec2{right - at.x, std::max(1.0f, std::round(line_width(ui)))}); // room in whole pixels, however thin the line
}

void same_line(const Ui& ui, float design_pixels) {
    ImGui::SameLine(0, ui.px(design_pixels));
}

void reveal_when(bool appears, const char* id) {
    constexpr int frames = 5;
    auto* storage = ImGui::GetStateStorage();
    const auto left = ImGui::GetID(id);
    if (appears) storage->SetInt(left, frames);
    const int now = storage->GetInt(left);
    if (now == 0) return;
    ImGui::SetScrollHereY(1);
    storage->SetInt(left, now - 1);
}

Page::Page(const Ui& ui, const char* id, ImVec2 min, ImVec2 max) {
    const ImVec2 size{std::max(1.0f, max.x - min.x), std::max(1.0f, max.y - min.y)};
    const bool phone = size.x < ui.px(640);
    const ImVec2 padding{ui.px(phone ? 12.0f : 32.0f), ui.px(phone ? 12.0f : 24.0f)};
    width_ = std::floor(std::max(1.0f, std::min(size.x - 2 * padding.x, ui.px(1440))));
    const float left = std::floor((size.x - width_) / 2);

    ImGui::SetCursorScreenPos(min);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {left, padding.y});
    ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    // A scrollbar lies in the padding; the content does not move when it appears.
    auto* window = ImGui::GetCurrentWindow();
    set_content_right(window->DC.CursorStartPos.x + width_);

    auto& io = ImGui::GetIO();
    const bool free =
        !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel) && GImGui->ActiveId == 0 && !io.KeyCtrl;
    if (free && window->ScrollMax.y > 0) {
        const float step = window->InnerRect.GetHeight() * 0.9f;
        const float wanted = ImGui::IsKeyPressed(ImGuiKey_PageDown) ? window->Scroll.y + step
                             : ImGui::IsKeyPressed(ImGuiKey_PageUp) ? window->Scroll.y - step
                             : ImGui::IsKeyPressed(ImGuiKey_Home)   ? 0
                             : ImGui::IsKeyPressed(ImGuiKey_End)    ? window->ScrollMax.y
                                                                    : window->Scroll.y;
        if (wanted != window->Scroll.y) {
            ImGui::SetScrollY(window, std::clamp(wanted, 0.0f, window->ScrollMax.y));
        }
    }
}

Page::~Page() {
    ImGui::EndChild();
}

}
