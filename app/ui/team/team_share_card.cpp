#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Buttons from left to right, in as many lines as they need.
class ButtonRow {
public:
    ButtonRow(const Context& context, float right) : context_(context), right_(right) {}

    bool put(ButtonKind kind, std::string_view label, const ButtonOptions& options) {
        const auto& ui = context_.ui;
        if (is_first_) {
            is_first_ = false;
        } else if (ImGui::GetItemRectMax().x + ui.px(8) + button_width(ui, label, options) <= right_) {
            same_line(ui);
        } else {
            gap(ui, 8);
        }
        return button(ui, kind, label, options);
    }

private:
    const Context& context_;
    float right_;
    bool is_first_ = true;
};

void draw_shared(const Context& context, const SharedWords& words, float right) {
    const auto& ui = context.ui;
    const auto& id = context.deal->id;
    text_wrapped(ui, TextStyle::body, "Everybody in " + team_name(context.document) + " has this deal, and can change it. " + words.whose + ".");
    if (!words.state.empty()) {
        gap(ui, 4);
        if (words.is_problem) {
            icon_text_wrapped(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, words.state);
        } else {
            text_wrapped_muted(ui, TextStyle::body, words.state + (words.state.ends_with('.') ? "" : "."));
        }
    }
    ButtonRow row(context, right);
    if (words.is_problem || words.may_compare || words.may_hand_over) gap(ui, 12);
    if (words.is_problem || words.may_compare) {
        if (row.put(ButtonKind::outlined, "Compare with theirs", {.icon = icon::waypoints})) context.act(action::OfTeam{team_action::Compare{id}});
    }
    if (words.may_hand_over && row.put(ButtonKind::outlined, "Hand over", {.icon = icon::hand, .tooltip = "A colleague owns it then"})) context.view.team.hand_over_of = id;
    if (!words.mine) return;
    if (row.put(ButtonKind::outlined, "Take it back", {.icon = icon::unlink, .tooltip = "Colleagues keep the copy that they have; changes go no further"})) {
        context.act(action::OfTeam{team_action::TakeBack{id}});
    }
    if (row.put(ButtonKind::quiet, "Remove for everybody", {.icon = icon::trash_2})) context.view.team.remove_of = id;
}

}

void draw_team_share_card(const Context& context, float width) {
    if (!is_in_team(context.document) || context.read_only) return;
    const auto& ui = context.ui;
    const Card card(ui, "share with team", {.width = width});
    const float right = ImGui::GetCursorScreenPos().x + card.inner_width();
    text(ui, TextStyle::heading, "Team");
    gap(ui, 4);
    const auto words = shared_words(context.document, context.deal->id);
    if (words.shared) return draw_shared(context, words, right);
    text_wrapped(ui, TextStyle::body, "Everybody in " + team_name(context.document) + " gets this deal, private notes too, and what one changes the others have at once. The server cannot read it.");
    gap(ui, 12);
    if (button(ui, ButtonKind::filled, "Share with the team", {.icon = icon::users})) context.act(action::OfTeam{team_action::Share{context.deal->id}});
}

}
