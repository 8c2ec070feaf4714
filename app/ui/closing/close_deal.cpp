#include "app/ui/closing/close_deal.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/closing/close_deal_parts.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/deals_data.hpp"
#include "core/model/close_reasons.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

// What the other way of ending does not offer becomes own words rather than being lost.
void choose_ending(CloseDraft& draft, CloseAs as) {
    const auto known = as == CloseAs::lost ? lost_reasons() : undecided_reasons();
    if (as != CloseAs::won) {
        std::vector<std::string> kept;
        std::string own;
        for (auto& reason : draft.reasons) {
            const bool offered = std::ranges::find(known, std::string_view(reason)) != known.end();
            if (offered) {
                kept.push_back(std::move(reason));
            } else {
                own += (own.empty() ? "" : ". ") + reason;
            }
        }
        draft.reasons = std::move(kept);
        if (!own.empty()) draft.why = draft.why.empty() ? own : own + ". " + draft.why;
    }
    draft.as = as;
    draft.error.clear();
}

void draw_ending_and_day(const Context& context, const Deal& deal, CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    const bool icons = !context.phone;
    const std::array endings{Segment{"Won", icons ? close_icon(CloseAs::won) : nullptr},
                             Segment{"Lost", icons ? close_icon(CloseAs::lost) : nullptr},
                             Segment{"No decision", icons ? close_icon(CloseAs::no_decision) : nullptr}};
    const float right = ImGui::GetCursorScreenPos().x + width;
    if (const auto chosen = segmented(ui, "How it ended", endings, static_cast<int>(draft.as))) {
        choose_ending(draft, static_cast<CloseAs>(*chosen));
    }
    const float day = ui.px(168);
    const float on = text_size(ui, TextStyle::body, "on").x + ui.px(8);
    const bool beside = ImGui::GetItemRectMax().x + ui.px(12) + on + day <= right;
    if (beside) {
        same_line(ui, 12);
        const auto at = ImGui::GetCursorScreenPos();
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {right - day - on, at.y}, {right, at.y + ui.theme.control_height()},
                     ui.color().text_muted, "on");
        ImGui::SetCursorScreenPos({right - day, at.y});
    } else {
        gap(ui, 12);
    }
    auto options = close_day_options(deal, context.today);
    options.field.width = beside ? day : width;
    options.field.icon = icon::calendar;
    if (date_field(ui, "Day it ended", draft.on, context.today, options) == FieldEvent::changed) draft.error.clear();
}

void draw_lesson(const Context& context, CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    const bool won = draft.as == CloseAs::won;
    text(ui, TextStyle::label, won ? "What made it work" : "What would have changed it");
    gap(ui, 8);
    text_field(ui, won ? "What made it work##lesson" : "What would have changed it##lesson", draft.lesson,
               {.placeholder = won ? "For the next deal like this one" : "What to do earlier or differently next time",
                .width = width,
                .height = ui.px(60),
                .multiline = true,
                .max_bytes = Limits::long_text});
}

// What closing means for the plan and for the odds: only what was worked out.
void draw_result(const Context& context, const Deal& deal, const CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    std::array<std::string, 2> lines{left_open_words(deal, draft), odds_words(context, deal, draft)};
    const float pad = ui.px(14);
    const float indent = ui.px(26);
    const float room = width - 2 * pad - indent;
    float height = 0;
    for (const auto& line : lines) {
        if (!line.empty()) height += wrapped_height(ui, TextStyle::body, line, room);
    }
    if (height <= 0) return;
    gap(ui, 16);
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + height + 2 * ui.px(12)};
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, ui.color().sunken, ui.px(6));
    draw_icon(ui, list, icon::info, {min.x + pad + ui.px(8), min.y + ui.px(12) + ui.theme.line_height(TextStyle::body) / 2}, ui.px(16),
              ui.color().text_muted);
    float y = min.y + ui.px(12);
    for (const auto& line : lines) {
        if (line.empty()) continue;
        draw_text_wrapped(ui, list, TextStyle::body, {min.x + pad + indent, y},
                          &line == &lines[0] ? ui.color().text : ui.color().text_muted, line, room);
        const float tall = wrapped_height(ui, TextStyle::body, line, room);
        ui.note_rect(ItemRole::status, line, {min.x, y}, {max.x, y + tall});
        y += tall;
    }
    ImGui::Dummy({width, max.y - min.y});
}

void close(const Context& context, const Deal& deal, CloseDraft& draft) {
    auto step = closing_of(deal, draft, context.today);
    if (!step) {
        draft.error = step.error().message();
        return;
    }
    context.act(std::move(*step));
    draft.open = false;
}

void draw_buttons(const Context& context, const Deal& deal, CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    const auto label = draft.as == CloseAs::won ? "Close as won" : draft.as == CloseAs::lost ? "Close as lost" : "Close without a decision";
    const ButtonOptions options{.icon = close_icon(draft.as), .key_hint = context.phone ? "" : "Ctrl Enter"};
    const bool enter = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
    const auto left = ImGui::GetCursorScreenPos();
    const float go = button_width(ui, label, options);
    const float cancel = button_width(ui, "Cancel");
    const float words = width - go - cancel - ui.px(24);
    if (!context.phone) {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, left, {left.x + words, left.y + ui.theme.control_height()},
                     ui.color().text_muted, "Undo reopens it.");
    }
    ImGui::SetCursorScreenPos({left.x + width - go - ui.px(12) - cancel, left.y});
    if (button(ui, ButtonKind::quiet, "Cancel")) draft.open = false;
    ImGui::SetCursorScreenPos({left.x + width - go, left.y});
    if (button(ui, ButtonKind::filled, label, options) || enter) close(context, deal, draft);
}

// Of its own, so that the page's first picture needs nothing of it.
[[gnu::noinline]] void draw_closing(const Context& context, const Deal& deal) {
    const auto& ui = context.ui;
    auto& draft = context.view.close;
    const auto title = "Close " + deal_name(deal) + "##close deal";
    bool open = true;
    if (Dialog dialog(ui, title.c_str(), open, 560); dialog) {
        const float width = ImGui::GetContentRegionAvail().x;
        draw_ending_and_day(context, deal, draft, width);
        if (draft.as == CloseAs::lost) {
            gap(ui, 20);
            draw_lost_to(context, deal, draft, width);
        }
        if (draft.as != CloseAs::won) {
            gap(ui, 20);
            draw_close_reasons(context, draft, width);
        } else if (const auto* decision = open_decision(deal)) {
            gap(ui, 16);
            const auto words = "Mark \u201c" + shown_title(*decision) + "\u201d as kept on that day";
            if (checkbox(ui, fitted(ui, TextStyle::body, words, width - ui.px(32)), draft.keep_decision))
                draft.keep_decision = !draft.keep_decision;
        }
        gap(ui, 20);
        draw_lesson(context, draft, width);
        draw_result(context, deal, draft, width);
        gap(ui, 20);
        if (!draft.error.empty()) {
            band(ui, Band::error, "Not closed", draft.error);
            gap(ui, 12);
        }
        draw_buttons(context, deal, draft, width);
        draft.just_opened = false;
    }
    if (!open || !draft.open) {
        bool closed = false;
        Dialog gone(ui, title.c_str(), closed, 560); // gives the page its focus back
        draft = {};
    }
}

}

void draw_close_deal(const Context& context) {
    auto& draft = context.view.close;
    if (!draft.open) return;
    if (const auto* entry = find_entry(context.document, draft.deal)) {
        draw_closing(context, entry->deal);
    } else {
        draft = {};
    }
}

}
