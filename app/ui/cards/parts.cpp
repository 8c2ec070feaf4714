#include "app/ui/cards/parts.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace middleground {

namespace {

void draw_star(ImDrawList* list, ImVec2 center, float radius, ImU32 color) {
    // Ten points around the centre, outer and inner by turns, filled as a fan of quads: the shape is not convex.
    std::array<ImVec2, 10> points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(i) / 5.0f - 0.5f);
        const float r = i % 2 == 0 ? radius : radius * 0.45f;
        points[i] = {center.x + r * std::cos(angle), center.y + r * std::sin(angle)};
    }
    for (std::size_t i = 0; i < points.size(); i += 2) {
        const std::array<ImVec2, 4> quad{center, points[(i + 9) % 10], points[i], points[i + 1]};
        list->AddConvexPolyFilled(quad.data(), static_cast<int>(quad.size()), color);
    }
}

void draw_dashed_ring(ImDrawList* list, ImVec2 center, float radius, ImU32 color, float thickness) {
    constexpr int dashes = 8;
    for (int i = 0; i < dashes; ++i) {
        const float start = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / dashes;
        list->PathArcTo(center, radius, start, start + std::numbers::pi_v<float> / dashes * 1.15f, 4);
        list->PathStroke(color, 0, thickness);
    }
}

}

ImU32 stance_color(const Ui& ui, Stance stance) {
    switch (stance) {
    case Stance::unknown:
        return ui.color().stance_unknown;
    case Stance::opposed:
        return ui.color().stance_opposed;
    case Stance::sceptical:
        return ui.color().stance_sceptical;
    case Stance::neutral:
        return ui.color().stance_neutral;
    case Stance::supportive:
        return ui.color().stance_supportive;
    case Stance::champion:
        return ui.color().stance_champion;
    }
    return ui.color().stance_unknown;
}

void draw_stance_mark(const Ui& ui, ImDrawList* list, ImVec2 center, Stance stance, float design_size) {
    const float radius = ui.px(design_size) / 2;
    const float stroke = std::max(1.0f, ui.px(design_size) * 0.11f);
    const float arm = radius * 0.45f;
    const auto disc = stance_color(ui, stance);
    const auto glyph = ui.color().on_stance;
    switch (stance) {
    case Stance::unknown: {
        draw_dashed_ring(list, center, radius - stroke / 2, disc, stroke);
        auto* font = ui.theme.fonts.semibold;
        const float size = radius * 1.45f;
        const auto extent = font->CalcTextSizeA(size, 1000, 0, "?");
        list->AddText(font, size, {center.x - extent.x / 2, center.y - extent.y / 2}, disc, "?");
        return;
    }
    case Stance::neutral:
        list->AddCircle(center, radius - stroke / 2, disc, 0, stroke);
        list->AddCircleFilled(center, radius * 0.25f, disc);
        return;
    case Stance::opposed:
        list->AddCircleFilled(center, radius, disc);
        list->AddLine({center.x - arm * 0.8f, center.y - arm * 0.8f}, {center.x + arm * 0.8f, center.y + arm * 0.8f}, glyph, stroke);
        list->AddLine({center.x - arm * 0.8f, center.y + arm * 0.8f}, {center.x + arm * 0.8f, center.y - arm * 0.8f}, glyph, stroke);
        return;
    case Stance::sceptical:
        list->AddCircleFilled(center, radius, disc);
        list->AddLine({center.x - arm, center.y}, {center.x + arm, center.y}, glyph, stroke);
        return;
    case Stance::supportive:
        list->AddCircleFilled(center, radius, disc);
        list->AddLine({center.x - arm, center.y}, {center.x + arm, center.y}, glyph, stroke);
        list->AddLine({center.x, center.y - arm}, {center.x, center.y + arm}, glyph, stroke);
        return;
    case Stance::champion:
        list->AddCircleFilled(center, radius, disc);
        draw_star(list, center, radius * 0.62f, glyph);
        return;
    }
}

void stance_text(const Ui& ui, Stance stance) {
    const auto at = ImGui::GetCursorScreenPos();
    const float height = ui.theme.line_height(TextStyle::body);
    const float mark = ui.px(14);
    draw_stance_mark(ui, ImGui::GetWindowDrawList(), {at.x + mark / 2, at.y + height / 2}, stance);
    ImGui::SetCursorScreenPos({at.x + mark + ui.px(6), at.y});
    text(ui, TextStyle::body, label_of(stance));
}

const char* plan_icon(PlanState state) {
    switch (state) {
    case PlanState::kept:
        return icon::circle_check;
    case PlanState::agreed:
        return icon::handshake;
    case PlanState::asked:
        return icon::message_circle_question_mark;
    case PlanState::ready:
        return icon::circle_arrow_right;
    case PlanState::waiting:
        return icon::lock;
    case PlanState::declined:
        return icon::circle_x;
    case PlanState::broken:
        return icon::unlink;
    case PlanState::dropped:
        return icon::archive;
    case PlanState::not_needed:
        return icon::x;
    }
    return icon::lock;
}

ImU32 plan_color(const Ui& ui, PlanState state) {
    switch (state) {
    case PlanState::kept:
        return ui.color().middle;
    case PlanState::agreed:
        return ui.color().passive;
    case PlanState::asked:
        return ui.color().text;
    case PlanState::ready:
        return ui.color().accent;
    case PlanState::waiting:
        return ui.color().text_muted;
    case PlanState::declined:
        return ui.color().bad;
    case PlanState::broken:
        return ui.color().push;
    case PlanState::dropped:
    case PlanState::not_needed:
        return ui.color().text_muted;
    }
    return ui.color().text_muted;
}

const char* interaction_icon(InteractionKind kind) {
    switch (kind) {
    case InteractionKind::meeting:
        return icon::users_round;
    case InteractionKind::call:
        return icon::phone;
    case InteractionKind::email:
        return icon::mail;
    case InteractionKind::demo:
        return icon::presentation;
    case InteractionKind::workshop:
        return icon::shapes;
    case InteractionKind::other:
        return icon::message_square;
    }
    return icon::message_square;
}

}
