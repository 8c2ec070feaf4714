#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/team/secret_field.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/merge/merge_words.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/base/text.hpp"
#include "core/codec/seal.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

#include <utility>

namespace middleground {

namespace {

std::string name_of(const Context& context, const DealId& id) {
    const auto* entry = find_entry(context.document, id);
    return !entry ? "The deal" : entry->deal.title.empty() ? entry->deal.account : entry->deal.title;
}

// Cancel and one that does it, at the right. 0: neither; 1: cancel; 2: does it.
int draw_choice(const Ui& ui, const char* cancel, ButtonKind kind, const char* does, const ButtonOptions& options) {
    const float width = button_width(ui, cancel) + ui.px(12) + button_width(ui, does, options);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, ImGui::GetContentRegionAvail().x - width));
    if (button(ui, ButtonKind::quiet, cancel)) return 1;
    same_line(ui, 12);
    return button(ui, kind, does, options) ? 2 : 0;
}

void forget_invite(ViewState& view) {
    if (view.team.invite) io::wipe(view.team.invite->password);
    view.team.invite.reset();
}

void draw_invite(const Context& context) {
    auto& draft = context.view.team.invite;
    if (!draft) return;
    const auto& ui = context.ui;
    bool open = true;
    if (const Dialog dialog(ui, "Invite to the team", open, 460); dialog) {
        const float width = ImGui::GetContentRegionAvail().x;
        constexpr std::array whom{Segment{"A colleague", icon::user_plus}, Segment{"Another device of mine", icon::monitor}};
        if (const auto chosen = segmented(ui, "Whom the invitation is for", whom, draft->own_device ? 1 : 0)) draft->own_device = *chosen == 1;
        gap(ui, 16);
        bool enter = false;
        if (draft->own_device) {
            text_wrapped(ui, TextStyle::body, "Open it there: that device joins with your user, under the name that you type.", width);
        } else {
            text_wrapped_muted(ui, TextStyle::body, "Whoever runs the server gives each colleague a user of their own, so that one who leaves can be shut out. Leave both empty if the server asks for none.");
            gap(ui, 12);
            field_caption(ui, "User of the colleague");
            const bool pressed = is_enter_pressed();
            const auto user = text_field(ui, "User of the colleague", draft->user, {.placeholder = "otto", .width = width, .focus = std::exchange(draft->just_opened, false), .max_bytes = 200});
            gap(ui, 12);
            const auto password = secret_field(ui, "Password of that user", draft->password, draft->shown, {.placeholder = "", .width = width, .show_button = true});
            if (user == FieldEvent::changed || password == FieldEvent::changed) draft->error.clear();
            enter = pressed && (user == FieldEvent::kept || password == FieldEvent::kept);
            if (!draft->error.empty()) {
                gap(ui, 8);
                text_colored(ui, TextStyle::caption, ui.color().bad, draft->error);
            }
        }
        gap(ui, 12);
        icon_text_wrapped(ui, TextStyle::body, icon::lock, ui.color().text_muted, "Whoever has the invitation can read every deal of the team. Send it by a way that you trust, to one person.", width);
        gap(ui, 20);
        const int pressed = draw_choice(ui, "Cancel", ButtonKind::filled, "Copy the invitation", {.icon = icon::copy});
        if (pressed == 1) open = false;
        if (pressed == 2 || enter) {
            const bool half = trimmed(draft->user).empty() != draft->password.empty();
            if (draft->own_device) {
                context.act(action::OfTeam{team_action::CopyOwnInvitation{}});
                open = false;
            } else if (half) {
                draft->error = "A user and a password belong together";
            } else {
                context.act(action::OfTeam{team_action::CopyInvitation{draft->user, draft->password}});
                open = false;
            }
        }
    }
    if (!open) forget_invite(context.view);
}

void draw_leave(const Context& context) {
    auto& open = context.view.team.leave_open;
    if (!open) return;
    const auto& ui = context.ui;
    if (const Dialog dialog(ui, "Leave the team?", open, 460); dialog) {
        text_wrapped(ui, TextStyle::body, "All deals stay here, colleagues' too, as they are now. What changes from then on goes neither way.");
        if (const auto waiting = team_saved_words(context.document); !waiting.empty()) {
            gap(ui, 8);
            icon_text_wrapped(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, waiting + ". Colleagues will not get that.");
        }
        gap(ui, 8);
        text_wrapped_muted(ui, TextStyle::body, "To come back you need the invitation or the passphrase.");
        gap(ui, 20);
        const int pressed = draw_choice(ui, "Stay", ButtonKind::danger, "Leave", {});
        if (pressed == 2) context.act(action::OfTeam{team_action::Leave{}});
        if (pressed != 0) open = false;
    }
}

void draw_changes(const Context& context) {
    auto& of = context.view.team.changes_of;
    if (of.empty()) return;
    const auto& ui = context.ui;
    bool open = true;
    if (const Dialog dialog(ui, "What changed since you looked", open, 560); dialog) {
        const auto lines = seen_lines(context.document, of, context.today);
        if (lines.empty()) text_wrapped_muted(ui, TextStyle::body, "Nothing.");
        bool is_first = true;
        for (const auto& line : lines) {
            if (!line.by.empty()) {
                gap(ui, is_first ? 0.0f : 12.0f);
                text_muted(ui, TextStyle::caption, line.by);
                ui.note_level(3);
                gap(ui, 4);
            }
            is_first = false;
            text_wrapped(ui, TextStyle::strong, line.name);
            text_wrapped(ui, TextStyle::body, shown_value(line.words));
            gap(ui, 8);
        }
        gap(ui, 12);
        const ButtonOptions seen{.icon = icon::check};
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - button_width(ui, "I have seen it", seen));
        if (button(ui, ButtonKind::filled, "I have seen it", seen)) {
            context.act(action::OfTeam{team_action::Looked{of}});
            open = false;
        }
    }
    if (!open) of = {};
}

void draw_remove(const Context& context) {
    auto& of = context.view.team.remove_of;
    if (of.empty()) return;
    const auto& ui = context.ui;
    bool open = true;
    if (const Dialog dialog(ui, "Remove for everybody?", open, 460); dialog) {
        text_wrapped(ui, TextStyle::body, name_of(context, of) + " is no longer shared, and colleagues are told that you removed it. Whoever has it keeps their copy; whoever is away hears of it for 30 days.");
        gap(ui, 8);
        text_wrapped_muted(ui, TextStyle::body, "It stays in your own list.");
        gap(ui, 20);
        const int pressed = draw_choice(ui, "Keep it shared", ButtonKind::danger, "Remove for everybody##sure", {.icon = icon::trash_2});
        if (pressed == 2) context.act(action::OfTeam{team_action::RemoveForAll{of}});
        if (pressed != 0) open = false;
    }
    if (!open) of = {};
}

void draw_hand_over(const Context& context) {
    auto& of = context.view.team.hand_over_of;
    if (of.empty()) return;
    const auto& ui = context.ui;
    bool open = true;
    if (const Dialog dialog(ui, "Hand over", open, 420); dialog) {
        text_wrapped(ui, TextStyle::body, "Who owns " + name_of(context, of) + " from now on? It is on their Today then, and they can take it back from the team.");
        gap(ui, 12);
        const auto owner = owner_of(context.document, of);
        int count = 0;
        for (const auto& member : team_members(context.document)) {
            if (member.id == owner.id) continue;
            ++count;
            const auto label = member.name + (member.is_me ? " (you)" : "") + "##" + member.id;
            if (button(ui, ButtonKind::quiet, label, {.icon = icon::user, .width = -1})) {
                context.act(action::OfTeam{team_action::HandOver{of, member.id}});
                open = false;
            }
        }
        if (count == 0) text_wrapped_muted(ui, TextStyle::body, "Nobody else is in the team yet.");
        gap(ui, 12);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - button_width(ui, "Cancel"));
        if (button(ui, ButtonKind::quiet, "Cancel")) open = false;
    }
    if (!open) of = {};
}

}

void draw_team_dialogs(const Context& context) {
    if (!is_in_team(context.document)) return;
    draw_invite(context);
    draw_leave(context);
    draw_changes(context);
    draw_remove(context);
    draw_hand_over(context);
}

}
