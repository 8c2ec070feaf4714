#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/session/action.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

const Playbook* chosen_playbook(const Context& context) {
    const auto& playbooks = context.document.playbooks;
    if (const auto* playbook = find_playbook(context.document, context.view.playbooks.chosen)) return playbook;
    const auto own = std::ranges::find_if(playbooks, [](const Playbook& playbook) { return playbook.edition > 0; });
    return own != playbooks.end() ? &*own : playbooks.empty() ? nullptr : &playbooks.front();
}

void draw_content(const Context& context, const Playbook& chosen, float width) {
    if (context.view.playbooks.incoming) return draw_incoming_playbook(context, width);
    ImGui::PushID(chosen.id.c_str());
    if (chosen.edition > 0) {
        draw_own_playbook(context, chosen, width);
    } else {
        draw_shipped_playbook(context, chosen, width);
    }
    ImGui::PopID();
}

// Where there is no room for the list.
void draw_choice(const Context& context, const Playbook& chosen, float width) {
    const auto& ui = context.ui;
    const auto& playbooks = context.document.playbooks;
    std::vector<Choice> choices;
    for (const auto& playbook : playbooks) {
        choices.push_back({playbook.title, playbook.edition > 0 ? icon::book_open : icon::lock, playbook.edition > 0 ? "Yours" : "Built in"});
    }
    if (const auto picked = select(ui, "Playbook", choices, static_cast<int>(&chosen - playbooks.data()))) {
        context.view.playbooks.chosen = playbooks[static_cast<std::uint32_t>(*picked)].id;
        context.view.playbooks.step.clear();
        context.view.playbooks.incoming.reset();
    }
    gap(ui, 8);
    Flow flow(ui, width);
    flow.next(button_width(ui, "New playbook", {.icon = icon::plus}));
    if (button(ui, ButtonKind::quiet, "New playbook", {.icon = icon::plus})) open_new_playbook(context);
    flow.next(button_width(ui, "Open a file", {.icon = icon::file_up}));
    if (button(ui, ButtonKind::quiet, "Open a file", {.icon = icon::file_up})) context.act(action::ChooseFile{});
    gap(ui, 16);
}

void draw_page(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "playbooks page", context.min, context.max);
    const auto* chosen = chosen_playbook(context);
    if (!chosen) return;
    if (context.phone || page.width() < ui.px(820)) {
        draw_choice(context, *chosen, page.width());
        draw_content(context, *chosen, page.width());
        return;
    }
    const auto list_width = ui.px(208);
    const auto space = ui.px(16);
    const auto start = ImGui::GetCursorScreenPos();
    draw_playbook_list(context, context.view.playbooks.incoming ? nullptr : chosen, list_width);
    const auto below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(start.x + list_width + space, start.y));
    ImGui::BeginGroup();
    draw_content(context, *chosen, page.width() - list_width - space);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(below, ImGui::GetCursorScreenPos().y)));
    ImGui::Dummy({0, 0});
}

}

void draw_playbooks(const Context& context) {
    draw_page(context);
    // Last, so that it is there in the frame of the press that opens it, and its name takes the focus before frames stop.
    draw_new_playbook(context);
}

}
