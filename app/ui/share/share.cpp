#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/csv_choice.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/share/plan_body.hpp"
#include "app/ui/share/share_parts.hpp"
#include "app/ui/share/shared.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/share_data.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

struct FileChoice {
    const char* label;
    const char* icon;
    ExportFormat format;
};

void draw_files(const Context& context, float width) {
    const auto& ui = context.ui;
    const bool internal = context.view.share.internal;
    const Card card(ui, "file", {.width = width});
    text(ui, TextStyle::heading, "Files");
    text_wrapped_muted(ui, TextStyle::body,
                       internal
                           ? "The same deal as a file of any size, to keep or to attach. \"Open a file\" on the Deals page reads it back."
                           : "The same plan to attach, to print or to put into a calendar. They contain nothing private.",
                       card.inner_width());
    gap(ui, 12);
    const auto end = ImGui::GetCursorScreenPos().x + card.inner_width();
    auto right = 0.0f; // of the button before
    for (const auto& [label, icon, format] :
         {FileChoice{internal ? "Deal file" : "Plan file", icon::file_down, ExportFormat::json},
          FileChoice{"Page to print", icon::printer, ExportFormat::html}, FileChoice{"Text", icon::file_text, ExportFormat::markdown},
          FileChoice{"Calendar file", icon::calendar, ExportFormat::calendar}, FileChoice{"Table", icon::table_2, ExportFormat::csv}}) {
        const ButtonOptions options{.icon = icon};
        if (right > 0 && right + ui.px(8) + button_width(ui, label, options) <= end) {
            same_line(ui);
        } else if (right > 0) {
            gap(ui, 8);
        }
        if (button(ui, ButtonKind::outlined, label, options)) {
            context.act(internal && format == ExportFormat::json ? Action(action::SaveDealFile{})
                                                                 : Action(action::SaveExport{format, !internal}));
        }
        right = ImGui::GetItemRectMax().x;
    }
    gap(ui, 12);
    draw_csv_choice(context);
}

void draw_contents(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "contents", {.width = width});
    text(ui, TextStyle::heading, "What is included: everything");
    text_wrapped_muted(ui, TextStyle::body, "Private notes too. This is for colleagues, not for the buyer.");
    gap(ui, 12);
    for (const auto& content : internal_contents(*context.deal)) {
        separator(ui);
        const auto start = ImGui::GetCursorScreenPos();
        const auto inner = card.inner_width();
        const ImVec2 mark = content.is_private ? tag_size(ui, "private", icon::lock) : ImVec2(0, 0);
        const auto text_width = inner - ui.px(24) - (content.is_private ? mark.x + ui.px(12) : 0.0f);
        const auto height = std::max(ui.px(40), wrapped_height(ui, TextStyle::body, content.what, text_width) + ui.px(20));
        auto* list = ImGui::GetWindowDrawList();
        const auto first_line = start.y + ui.px(10) + ui.theme.line_height(TextStyle::body) / 2;
        draw_icon(ui, list, icon::check, ImVec2(start.x + ui.px(8), first_line), ui.px(16), ui.color().middle);
        draw_text_wrapped(ui, list, TextStyle::body, ImVec2(start.x + ui.px(24), start.y + ui.px(10)), ui.color().text, content.what,
                          text_width);
        if (content.is_private) {
            draw_tag(ui, list, ImVec2(start.x + inner - mark.x, first_line - mark.y / 2), "private", Tone::neutral, icon::lock);
        }
        ImGui::Dummy(ImVec2(inner, height));
        ui.note(ItemRole::text, content.what, content.is_private ? "private" : "");
    }
}

void draw_buyers_view(const Context& context, const BuyerPlan& plan, float width) {
    const auto& ui = context.ui;
    icon_text(ui, TextStyle::strong, icon::eye, ui.color().text, "What they will see, and nothing else");
    ui.note_level(2);
    gap(ui, 8);
    if (const auto words = about_the_buyer_words(plan); !words.empty()) {
        text_wrapped_muted(ui, TextStyle::body, words, width);
        gap(ui, 8);
    }
    draw_plan_body(context, plan, width);
}

}

void draw_share(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "share page", context.min, context.max);
    const bool internal = context.view.share.internal;
    const auto& shared = shared_of(context);
    const bool locks = internal && context.view.share.lock.on;
    const auto* locked = locks ? locked_link(context) : nullptr;
    const auto& fragment = locked ? *locked : internal ? link_of(context) : shared.link;
    const auto link = fragment ? context.around.link_base + *fragment : std::string();
    const bool fits = fragment && static_cast<int>(link.size()) <= io::link_limit;
    const bool two_columns = page.width() >= ui.px(860);
    const auto space = ui.px(context.phone ? 12.0f : 16.0f);
    const auto left = two_columns ? (page.width() - space) * 0.54f : page.width();
    // Over the title: what follows that is for the buyer, or for somebody who is not in the team.
    if (context.document.team && !context.read_only) {
        draw_team_share_card(context, left);
        gap(ui, 24);
    }
    text_wrapped(ui, TextStyle::title, internal ? "Share the deal with a colleague" : "Share the plan with the buyer");
    gap(ui, 16);

    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    draw_share_choice(context, left);
    ImGui::Dummy(ImVec2(0, space));
    if (internal) {
        draw_share_lock(context, left);
        ImGui::Dummy(ImVec2(0, space));
    }
    if (locks && !locked) {
        // Nothing to send before the passphrase is there: an open link in its place would be copied by mistake.
    } else if (fits) {
        draw_share_link(context, link, left);
        if (!context.around.link_base.empty()) {
            ImGui::Dummy(ImVec2(0, space));
            draw_share_qr(context, link, left);
        }
    } else {
        const auto error = fragment
                               ? Error{"The link would have " + characters_words(static_cast<int>(link.size())), {}, "Send a file instead."}
                               : fragment.error();
        band(ui, Band::error, "No link.", error.message());
    }
    // What is only looked at is saved by "Save a copy" first.
    if (!context.read_only) {
        if (!locks || locked) ImGui::Dummy(ImVec2(0, space));
        draw_files(context, left);
    }
    ImGui::EndGroup();
    const auto left_end = ImGui::GetCursorScreenPos().y;
    if (two_columns) {
        ImGui::SetCursorScreenPos(ImVec2(start.x + left + space, start.y));
    } else {
        ImGui::Dummy(ImVec2(0, space));
    }
    ImGui::BeginGroup();
    const auto right = two_columns ? page.width() - left - space : page.width();
    if (internal) {
        draw_contents(context, right);
    } else {
        draw_buyers_view(context, shared.plan, right);
    }
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)));
    ImGui::Dummy(ImVec2(0, 0));
}

}
