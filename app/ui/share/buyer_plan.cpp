#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/share/plan_body.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/report/plan_page.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Only for those who know the program: a buyer has no deals here, and is not led to any.
bool may_close(const Context& context) {
    return buyer_plan_page_of(context.document)->from_file ||
           std::ranges::any_of(context.document.entries, [](const Entry& entry) { return !entry.deal.sample; });
}

}

void draw_buyer_plan(const Context& context) {
    const auto& ui = context.ui;
    const auto& plan = buyer_plan_page_of(context.document)->plan;
    const Page page(ui, "buyer plan", context.min, context.max);
    const auto width = std::min(page.width(), ui.px(760));
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({start.x + (page.width() - width) / 2, start.y});
    ImGui::BeginGroup();
    if (button(ui, ButtonKind::outlined, "Print", {.icon = icon::printer})) {
        context.act(action::PrintPage{title_of(plan), paper_html(plan_paper(plan))});
    }
    same_line(ui);
    if (button(ui, ButtonKind::outlined, "Calendar file", {.icon = icon::calendar})) {
        context.act(action::SaveExport{ExportFormat::calendar, true});
    }
    if (may_close(context)) {
        same_line(ui);
        if (button(ui, ButtonKind::quiet, "Close", {.icon = icon::x})) context.act(action::CloseBuyerPlan{});
    }
    gap(ui, 12);
    draw_plan_body(context, plan, width);
    gap(ui, 12);
    text_muted(ui, TextStyle::caption,
               buyer_plan_page_of(context.document)->from_file ? "Made with Middleground."
                                                : "Made with Middleground. The plan is inside the link; no server keeps it.");
    gap(ui, 24);
    ImGui::EndGroup();
}

}
