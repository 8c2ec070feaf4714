#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/team/secret_field.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/codec/seal.hpp"
#include "generated/icons.hpp"

#include <utility>

namespace middleground {

namespace {

using Step = TeamJoinDraft::Step;

constexpr const char* title = "Join a team";
constexpr int longest_name = 200; // bytes

// True when Enter asks for what the button does.
bool draw_fields(const Context& context, TeamJoinDraft& join) {
    const auto& ui = context.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    const bool enter = is_enter_pressed();
    bool kept = false;
    const auto hear = [&](FieldEvent event) {
        if (event == FieldEvent::changed) join.error.reset();
        kept = kept || event == FieldEvent::kept;
    };
    const bool focus = std::exchange(join.just_opened, false);
    const bool by_passphrase = join.invitation.empty();
    const bool name_first = !by_passphrase || trimmed(join.name).empty();
    field_caption(ui, "Your name, as colleagues will read it");
    hear(text_field(ui, "Your name in the team", join.name, {.placeholder = "Lena Vogt", .width = width, .focus = focus && name_first, .max_bytes = longest_name}));
    if (by_passphrase) {
        gap(ui, 12);
        field_caption(ui, "User, if you were given one");
        hear(text_field(ui, "User", join.user, {.placeholder = "lena", .width = width, .focus = focus && !name_first, .max_bytes = longest_name}));
        gap(ui, 12);
        hear(secret_field(ui, "Password of the user", join.password, join.shown, {.placeholder = "", .width = width}));
        gap(ui, 12);
        hear(secret_field(ui, "Passphrase of the team", join.passphrase, join.shown,
                          {.placeholder = "", .width = width, .max_bytes = static_cast<int>(io::most_passphrase_bytes), .show_button = true}));
        gap(ui, 6);
        text_wrapped_muted(ui, TextStyle::caption, "The same for the whole team. It never leaves this device: the server keeps deals that it cannot read.");
    }
    return enter && kept;
}

void draw_buttons(const Context& context, const TeamJoinDraft& join, bool enter) {
    const auto& ui = context.ui;
    const bool types = join.step == Step::typing;
    const bool fails = join.step == Step::looks && join.error;
    const auto* cancel = fails ? "Close" : "Cancel";
    const ButtonOptions go{.icon = icon::users, .disabled = !types};
    const float width = button_width(ui, cancel) + (fails ? 0 : button_width(ui, "Join", go) + ui.px(12));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width);
    if (button(ui, fails ? ButtonKind::outlined : ButtonKind::quiet, cancel)) return context.act(action::OfTeam{team_action::CloseJoin{}});
    if (fails) return;
    same_line(ui, 12);
    const bool pressed = button(ui, ButtonKind::filled, "Join", go);
    if (types && (pressed || enter)) context.act(action::OfTeam{team_action::Join{}});
}

}

void draw_join_team(const Context& context) {
    auto& draft = context.view.team.join;
    if (!draft) return;
    const auto& ui = context.ui;
    auto& join = *draft;
    bool open = true;
    {
        const Dialog dialog(ui, title, open, 460);
        if (dialog) {
            bool enter = false;
            if (join.step == Step::looks) {
                if (!join.error) text_wrapped_muted(ui, TextStyle::body, "Looking for the team of this address\u2026");
            } else {
                text_wrapped(ui, TextStyle::strong, join.team);
                gap(ui, 4);
                text_wrapped_muted(ui, TextStyle::body, "Deals that you share are the same for everybody in it, and who changes what is seen at once. What you do not share stays yours alone.");
                gap(ui, 16);
                if (join.step == Step::typing) {
                    enter = draw_fields(context, join);
                } else {
                    text_wrapped_muted(ui, TextStyle::body, "Asking the team's server\u2026");
                }
            }
            if (join.error) {
                gap(ui, 12);
                band(ui, Band::error, join.error->what + ".", join.error->remedy);
            }
            gap(ui, 20);
            draw_buttons(context, join, enter);
        }
    }
    if (!open) context.act(action::OfTeam{team_action::CloseJoin{}});
}

}
