#include "app/ui/shell/shell.hpp"

#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/errand.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/closing/close_deal.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/deal_details.hpp"
#include "app/ui/details/own_history.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/page_summary.hpp"
#include "core/report/plan_page.hpp"

namespace middleground {

namespace {

// By ear, the page begins with what it says, in a sentence.
void note_summary(const Context& context, Screen screen) {
    const auto& ui = context.ui;
    if (!ui.outline) return;
    ui.note_rect(ItemRole::heading, page_summary({context.document, screen, context.deal, context.derived}),
                 context.min, context.min);
    ui.note_level(1);
}

void draw_page(const Context& context) {
    auto screen = context.screen;
    if (is_deal_page(screen) && !context.deal) screen = Screen::deals;
    if (screen == Screen::merge && !own_copy(context)) screen = Screen::deal;
    const auto& page = page_at(screen);
    const Part part(context.ui, ItemRole::main, page.name);
    note_summary(context, screen);
    page.draw(context);
}

}

std::string given_day_words(const Context& context) {
    return "Shown as of " + full_date(context.today);
}

void draw_shell(const Context& context) {
    const auto& ui = context.ui;
    ImGui::SetNextWindowPos(context.min);
    ImGui::SetNextWindowSize({context.max.x - context.min.x, context.max.y - context.min.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.color().background);
    ImGui::Begin("Middleground", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);

    auto page = context;
    if (buyer_plan_page_of(context.document)) {
        page.min.y = draw_bands(page);
        {
            const Part part(ui, ItemRole::main, "Plan");
            draw_buyer_plan(page);
        }
        draw_unlock(context);
        if (context.view.team.join) draw_join_team(context);
        draw_copy_dialog(context);
        draw_toast(context);
        ImGui::End();
        return;
    }
    handle_keys(context);

    if (context.phone) {
        page.min.y = draw_phone_header(context);
        page.max.y = draw_tab_bar(context);
    } else {
        page.min.x = draw_rail(context);
        page.min.y = draw_header(page);
    }
    if (context.document.team) page.min.y = draw_team_line(page);
    page.min.y = draw_bands(page);
    if (page.view.errand) run_errand(page);
    const auto beside = page;
    page.max.x = page_right_beside_details(beside);
    draw_page(page);
    draw_deal_details(beside);

    draw_new_deal(context);
    draw_target_editor(context);
    draw_close_deal(context);
    draw_doubles_dialog(context);
    draw_own_history(context);
    if (context.deal) {
        draw_log_form(context);
    }
    draw_unlock(context);
    if (context.view.team.join) draw_join_team(context);
    if (context.document.team) draw_team_dialogs(context);
    draw_palette(context);
    draw_help(context);
    draw_explained(context);
    draw_copy_dialog(context);
    draw_toast(context);
    ImGui::End();
}

}
