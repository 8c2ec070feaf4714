#include "app/session/action.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_table.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

constexpr const char* menu_name = "row menu";

}

bool opens_deal(const Context& context, bool pressed) {
    const auto& io = ImGui::GetIO();
    const bool is_second_click = ImGui::IsMouseReleased(ImGuiMouseButton_Left) && io.MouseClickedLastCount[0] > 1;
    return pressed && !(is_second_click && io.MouseClickedTime[0] - context.caches.deals.menu_taken < io.MouseDoubleClickTime);
}

void draw_deal_menu_button(const Context& context, const DealRow& row, const ButtonOptions& options, bool wanted) {
    const bool pressed = icon_button(context.ui, icon::ellipsis, "More for " + row.name, options);
    draw_deal_menu(context, row, pressed || wanted);
}

void draw_deal_menu(const Context& context, const DealRow& row, bool wanted) {
    const auto& ui = context.ui;
    const auto& id = row.deal->id;
    ImGui::PushID(id.text.c_str());
    if (wanted) ImGui::OpenPopup(menu_name);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(4), ui.px(4)));
    if (ImGui::BeginPopup(menu_name)) {
        const auto offer = [&](const char* icon, std::string_view label, Action action) {
            if (button(ui, ButtonKind::quiet, label, {.icon = icon})) {
                context.act(std::move(action));
                context.caches.deals.menu_taken = ImGui::GetTime();
                ImGui::CloseCurrentPopup();
            }
        };
        if (row.closed) {
            offer(icon::rotate_ccw, "Reopen", reopening_of(*row.deal));
        } else if (button(ui, ButtonKind::quiet, "Close\u2026", {.icon = icon::circle_check})) {
            open_close_dialog(context, *row.deal, CloseAs::won);
            ImGui::CloseCurrentPopup();
        }
        offer(icon::copy, "Duplicate", action::DuplicateDeal{id});
        if (!row.archived && context.document.entries.size() > 1 && button(ui, ButtonKind::quiet, "Merge with\u2026", {.icon = icon::layout_grid})) {
            open_deal_double(context, id, {}, Found::by_hand);
            context.caches.deals.menu_taken = ImGui::GetTime();
            ImGui::CloseCurrentPopup();
        }
        if (row.archived) {
            offer(icon::archive_restore, "Unarchive", action::ArchiveDeal{id, false});
        } else if (row.closed) {
            offer(icon::archive, "Archive", action::ArchiveDeal{id, true});
        }
        offer(icon::trash_2, "Remove", action::RemoveDeal{id});
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
}

}
