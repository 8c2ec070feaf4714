#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void draw_one(const Context& context, const Playbook& playbook, bool selected, float width) {
    const auto& ui = context.ui;
    const ButtonOptions options{.icon = playbook.edition > 0 ? icon::book_open : icon::lock, .width = width, .selected = selected};
    // A long name is cut, and whole in the tooltip.
    const auto name = fitted(ui, TextStyle::label, playbook.title, width - ui.px(52));
    if (button(ui, ButtonKind::quiet, name + "##" + playbook.id, options)) {
        context.view.playbooks.chosen = playbook.id;
        context.view.playbooks.step.clear();
        context.view.playbooks.incoming.reset();
    }
    if (name != playbook.title) tooltip(ui, playbook.title);
}

}

void draw_playbook_list(const Context& context, const Playbook* chosen, float width) {
    const auto& ui = context.ui;
    {
        const Card card(ui, "playbook list", {.width = width, .padding = 8});
        const auto& playbooks = context.document.playbooks;
        for (const bool own : {true, false}) {
            const auto is_there = [&](const Playbook& playbook) { return (playbook.edition > 0) == own; };
            if (std::ranges::none_of(playbooks, is_there)) continue;
            ImGui::Indent(ui.px(8));
            text_muted(ui, TextStyle::caption, own ? "Yours" : "Built in");
            ImGui::Unindent(ui.px(8));
            gap(ui, 4);
            for (const auto& playbook : playbooks) {
                if (is_there(playbook)) draw_one(context, playbook, &playbook == chosen, card.inner_width());
            }
            gap(ui, 8);
        }
        if (button(ui, ButtonKind::quiet, "New playbook", {.icon = icon::plus, .width = card.inner_width()})) open_new_playbook(context);
        if (button(ui, ButtonKind::quiet, "Open a file", {.icon = icon::file_up, .tooltip = "A playbook that somebody exported. Or drop it on the window", .width = card.inner_width()})) {
            context.act(action::ChooseFile{});
        }
    }
    gap(ui, 12);
    text_wrapped_muted(ui, TextStyle::caption, "A built-in playbook is read only: make it yours to change it. Deals that run keep the steps they began with.", width);
}

}
