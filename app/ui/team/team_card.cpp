#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/team/secret_field.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int longest_own_name = 200; // bytes

void draw_state(const Context& context) {
    const auto& ui = context.ui;
    const auto state = team_state(context.document);
    if (state.is_problem) {
        icon_text_wrapped(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, state.words + ".");
    } else {
        text_wrapped(ui, TextStyle::body, state.words + ".");
    }
    if (!state.more.empty()) text_wrapped_muted(ui, TextStyle::caption, state.more);
}

void draw_name(const Context& context, const std::vector<TeamMember>& members, float width) {
    const auto& ui = context.ui;
    const auto me = std::ranges::find(members, true, &TeamMember::is_me);
    if (me == members.end()) return;
    field_caption(ui, "Your name, as colleagues read it");
    // Only a whole name is sent round.
    const auto id = std::string("your name in the team");
    auto& typed = context.view.texts[id];
    auto& before = context.view.texts[id + " before"];
    if (before != me->name) typed = before = me->name;
    const auto event = text_field(ui, "Your name in the team", typed, {.width = std::min(width, ui.px(320)), .max_bytes = longest_own_name});
    if (event != FieldEvent::kept) return;
    if (trimmed(typed).empty()) {
        typed = me->name;
    } else {
        context.act(action::OfTeam{team_action::Rename{typed}});
    }
}

void draw_member(const Context& context, const TeamMember& member, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float height = ui.px(32);
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + height};
    const float middle = (min.y + max.y) / 2;
    draw_avatar(ui, list, {min.x + ui.px(12), middle}, member.name);
    if (member.is_here && !member.is_me) {
        list->AddCircleFilled({min.x + ui.px(21), middle + ui.px(8)}, ui.px(5), ui.color().surface);
        list->AddCircleFilled({min.x + ui.px(21), middle + ui.px(8)}, ui.px(3.5f), ui.color().middle);
    }
    const float left = min.x + ui.px(34);
    const float words = std::min(text_size(ui, TextStyle::body, member.words).x, width * 0.5f);
    const float name_right = max.x - words - ui.px(12);
    draw_text_in(ui, list, TextStyle::body, {left, min.y}, {name_right, max.y}, ui.color().text, member.name);
    draw_text_in(ui, list, TextStyle::body, {max.x - words, min.y}, max, ui.color().text_muted, member.words, Align::right);
    ImGui::Dummy({width, height});
    ui.note_rect(ItemRole::row, member.name, min, max, member.words);
}

}

void draw_team_card(const Context& context, float width) {
    if (!is_in_team(context.document)) return;
    const auto& ui = context.ui;
    const Card card(ui, "team", {.width = width});
    const float inner = card.inner_width();
    text(ui, TextStyle::heading, "Team");
    gap(ui, 8);
    text_wrapped(ui, TextStyle::strong, team_name(context.document), inner);
    gap(ui, 2);
    draw_state(context);
    gap(ui, 12);
    const auto members = team_members(context.document);
    draw_name(context, members, inner);
    gap(ui, 16);
    text(ui, TextStyle::strong, counted(static_cast<int>(members.size()), "member", "members"));
    ui.note_level(3);
    gap(ui, 4);
    for (const auto& member : members) {
        draw_member(context, member, inner);
    }
    gap(ui, 12);
    const float right = ImGui::GetCursorScreenPos().x + inner;
    const ButtonOptions invite{.icon = icon::user_plus};
    const ButtonOptions leave{.tooltip = "Your deals stay on this device"};
    if (button(ui, ButtonKind::outlined, "Invite a colleague", invite)) context.view.team.invite = TeamInviteDraft{};
    if (ImGui::GetItemRectMax().x + ui.px(12) + button_width(ui, "Leave the team", leave) <= right) {
        same_line(ui, 12);
    } else {
        gap(ui, 8);
    }
    if (button(ui, ButtonKind::quiet, "Leave the team", leave)) context.view.team.leave_open = true;
}

}
