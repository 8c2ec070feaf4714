#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/page_foot.hpp"
#include "app/ui/intake/proposals_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/intake/intake_data.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace middleground {

namespace {

bool nothing_open(const ViewState& view) {
    return !view.palette.open && !view.new_deal.open && !view.log.open && !view.help_open && !view.close.open;
}

// What is done with it all, always in sight.
void draw_foot(const Context& context, const IntakeSession& session) {
    const auto& ui = context.ui;
    const float pad = ui.px(context.phone ? 12.0f : 32.0f);
    const float y = draw_foot_ground(context);
    float x = context.max.x - pad;
    const auto take = intake_button(session);
    if (!take.empty()) {
        const ButtonOptions options{.icon = icon::check, .key_hint = context.phone ? "" : "Ctrl Enter"};
        x -= button_width(ui, take, options);
        ImGui::SetCursorScreenPos({x, y});
        const bool keys = nothing_open(context.view) && (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter) || ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_KeypadEnter));
        if (button(ui, ButtonKind::filled, take, options) || keys) context.act(action::TakeProposals{});
        x -= ui.px(8);
    }
    const bool all_new = !session.proposals()->list.empty();
    const std::string_view leave = all_new ? "Cancel" : "Close";
    x -= button_width(ui, leave);
    ImGui::SetCursorScreenPos({x, y});
    if (button(ui, ButtonKind::quiet, leave)) context.act(action::CancelIntake{});
    ImGui::SetCursorScreenPos({context.min.x + pad, y});
    const std::string_view label = "Add files";
    if (context.phone ? icon_button(ui, icon::file_up, label) : button(ui, ButtonKind::outlined, label, {.icon = icon::file_up})) context.act(action::ChooseFile{});
}

void draw_head(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    text_wrapped(ui, TextStyle::title, intake_title(session), width);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body, intake_subtitle(session), std::min(width, ui.px(880)));
}

// Names that are alike are told apart by what stands beside them.
struct DealNames {
    std::vector<std::string> labels;
    std::vector<std::string> hints;
    std::vector<DealId> ids; // empty: a new one
};

DealNames deal_names(const Context& context, const IntakeSession& session) {
    constexpr std::size_t most = 300; // a longer list nobody reads: there the deal is opened first
    DealNames names;
    const auto add = [&](const Deal& deal) {
        names.labels.push_back(deal_name(deal) + "##" + deal.id.text);
        names.hints.push_back(deal.account.empty() ? std::string() : deal.title);
        names.ids.push_back(deal.id);
    };
    if (const auto* entry = find_entry(context.document, session.deal())) add(entry->deal);
    for (const auto& entry : context.document.entries) {
        if (names.ids.size() >= most) break;
        if (!entry.archived && entry.deal.id != session.deal() && is_open(entry.deal.outcome)) add(entry.deal);
    }
    names.labels.emplace_back("A new deal");
    names.hints.emplace_back();
    names.ids.emplace_back();
    return names;
}

}

void draw_what_came(const Context& context) {
    const auto& ui = context.ui;
    constexpr std::array<Segment, 2> segments{{{"Tables", icon::table_2}, {"Mails and people", icon::mail}}};
    if (const auto picked = segmented(ui, "What came in", segments, context.view.imports.records ? 1 : 0)) context.view.imports.records = *picked == 1;
    gap(ui, 16);
}

void draw_intake_deal(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "deal", {.width = width});
    const auto names = deal_names(context, session);
    std::vector<Choice> choices;
    int chosen = static_cast<int>(names.ids.size()) - 1;
    for (std::size_t i = 0; i < names.ids.size(); ++i) {
        if (names.ids[i] == session.deal()) chosen = static_cast<int>(i);
        choices.push_back({std::string_view(names.labels[i]).substr(0, names.labels[i].find("##")), names.ids[i].empty() ? icon::plus : icon::briefcase, names.hints[i]});
    }
    const bool fresh = session.deal().empty();
    const bool beside = fresh && card.inner_width() > ui.px(420);
    const float each = beside ? (card.inner_width() - ui.px(12)) / 2 : card.inner_width();
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    if (const auto picked = select(ui, "Into the deal", choices, chosen, {.width = each, .show_label = true})) {
        context.act(action::ChooseIntakeDeal{names.ids[static_cast<std::size_t>(*picked)]});
    }
    ImGui::EndGroup();
    if (!fresh) return;
    const float below = ImGui::GetCursorScreenPos().y;
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + each + ui.px(12), start.y});
    } else {
        gap(ui, 8);
    }
    ImGui::BeginGroup();
    if (const auto account = text_edit(ui, "Its account", session.fresh().account, {.placeholder = "Company", .width = each, .show_label = true})) {
        context.act(action::NameIntakeDeal{*account});
    }
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
}

void draw_proposals_page(const Context& context, const IntakeSession& session) {
    const auto& ui = context.ui;
    {
        const Page page(ui, "proposals page", context.min, {context.max.x, context.max.y - foot_height(context)});
        if (context.document.import) draw_what_came(context);
        draw_head(context, session, page.width());
        gap(ui, 16);
        const bool two_columns = page.width() >= ui.px(860);
        const auto space = ui.px(context.phone ? 12.0f : 16.0f);
        const auto left = two_columns ? (page.width() - space) * 0.38f : page.width();
        const auto right = two_columns ? page.width() - left - space : page.width();
        const auto start = ImGui::GetCursorScreenPos();
        const auto draw_sources = [&] {
            draw_intake_files(context, session, left);
            ImGui::Dummy({0, space});
            draw_intake_text(context, session, left);
            draw_intake_notes(context, session, left);
        };
        float left_end = start.y;
        if (two_columns) {
            ImGui::BeginGroup();
            draw_sources();
            ImGui::EndGroup();
            left_end = ImGui::GetCursorScreenPos().y;
            ImGui::SetCursorScreenPos({start.x + left + space, start.y});
        }
        ImGui::BeginGroup();
        draw_intake_deal(context, session, right);
        ImGui::Dummy({0, space});
        draw_intake_proposals(context, session, right);
        ImGui::EndGroup();
        if (two_columns) {
            ImGui::SetCursorScreenPos({start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)});
        } else {
            ImGui::Dummy({0, space});
            draw_sources();
        }
        ImGui::Dummy({0, 0});
    }
    draw_foot(context, session);
}

}
