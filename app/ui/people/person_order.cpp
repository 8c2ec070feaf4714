#include "app/ui/people/person_order.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/people/people_grid.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/removal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

constexpr const char* removal_draft = "remove person"; // whose removal is being looked at

void remove(const Context& context, const Stakeholder& person) {
    context.view.texts[removal_draft].clear();
    context.act(apply_with_toast(edit::RemoveStakeholder{person.id}));
}

void draw_moves(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    const auto move = [&](const char* icon, std::string_view label, RowMove to, int by) {
        const ButtonOptions options{.icon = icon, .disabled = !moved_person(*context.deal, person.id, by)};
        if (button(ui, ButtonKind::outlined, label, options)) move_person(context, person.id, to);
    };
    move(icon::arrow_up, "Move up", RowMove::up, -1);
    same_line(ui);
    move(icon::arrow_down, "Move down", RowMove::down, 1);
    gap(ui, 8);
}

// No dialog: undo brings everything back.
void draw_loss(const Context& context, const Stakeholder& person, const std::string& words, bool appears) {
    const auto& ui = context.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    text_wrapped(ui, TextStyle::body, words, width);
    gap(ui, 8);
    const auto label = "Remove " + name_of(*context.deal, person.id);
    ButtonOptions options{.icon = icon::trash_2};
    options.width = std::min(width, button_width(ui, label, options));
    const float keep = button_width(ui, "Keep");
    const bool beside = options.width + ui.px(8) + keep <= width;
    if (appears) ImGui::SetKeyboardFocusHere();
    if (button(ui, ButtonKind::danger, label, options)) remove(context, person);
    if (beside) {
        same_line(ui);
    } else {
        gap(ui, 8);
    }
    if (button(ui, ButtonKind::outlined, "Keep")) context.view.texts[removal_draft].clear();
    reveal_when(appears, "reveal the question");
}

}

void draw_person_order(const Context& context, const Stakeholder& person) {
    if (context.deal->stakeholders.size() > 1) {
        draw_moves(context, person);
        if (button(context.ui, ButtonKind::outlined, "Merge with\u2026", {.icon = icon::users_round, .tooltip = "Somebody who is the same person"})) {
            open_person_double(context, person.id, {}, Found::by_hand);
        }
        gap(context.ui, 8);
    }
    auto& asked = context.view.texts[removal_draft];
    const auto words = asked == person.id.text ? loss_words(*context.deal, person.id) : std::string();
    const auto appeared = ImGui::GetID("the question appeared");
    if (!words.empty()) {
        draw_loss(context, person, words, std::exchange(*ImGui::GetStateStorage()->GetBoolRef(appeared), false));
    } else if (button(context.ui, ButtonKind::danger, "Remove this person", {.icon = icon::trash_2})) {
        if (loss_words(*context.deal, person.id).empty()) {
            remove(context, person);
        } else {
            asked = person.id.text;
            ImGui::GetStateStorage()->SetBool(appeared, true);
        }
    }
}

}
