#include "app/ui/share/plan_body.hpp"

#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/report/plan_page.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

struct Mark {
    const char* icon;
    ImU32 color;
};

Mark mark_of(const Ui& ui, SharedState state) {
    switch (state) {
    case SharedState::done:
        return {icon::circle_check, ui.color().middle};
    case SharedState::agreed:
        return {icon::handshake, ui.color().accent};
    case SharedState::open:
        break;
    }
    return {icon::circle_dashed, ui.color().text_muted};
}

void draw_step(const Context& context, const BuyerPlan& plan, const PlanStep& step, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const auto inset = ui.px(28);
    const auto [icon, color] = mark_of(ui, step.state);
    const auto line = ui.theme.line_height(TextStyle::strong);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon, {start.x + ui.px(9), start.y + line / 2}, ui.px(18), color);
    ImGui::SetCursorScreenPos({start.x + inset, start.y});
    ImGui::BeginGroup();
    const auto inner = width - inset;
    const auto words = state_words(step);
    const auto beside = text_size(ui, TextStyle::body, words).x;
    const bool wide = width >= ui.px(520); // the same for all steps, however long the words
    text_wrapped(ui, TextStyle::strong, heading_words(step), wide ? inner - beside - ui.px(16) : inner);
    ui.note_level(3);
    const auto after_title = ImGui::GetCursorScreenPos();
    if (wide) {
        ImGui::SetCursorScreenPos({start.x + width - beside, start.y});
        text_muted(ui, TextStyle::body, words);
        ImGui::SetCursorScreenPos(after_title);
    } else {
        text_wrapped_muted(ui, TextStyle::body, words, inner);
    }
    const auto fact = [&](const std::string& fact_words) {
        if (fact_words.empty()) return;
        gap(ui, 2);
        text_wrapped_muted(ui, TextStyle::body, fact_words, inner);
    };
    fact(step_words(plan, step));
    for (const auto& value : step.value) {
        if (!value.what.empty()) fact("What you get: " + value.what);
    }
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, ImGui::GetItemRectMax().y});
    gap(ui, 10);
}

void draw_fields(const Context& context, const std::vector<PlanField>& fields, Date made_on, TextStyle style, float width) {
    for (const auto& field : fields) {
        text_wrapped_muted(context.ui, style, field.name + ": " + value_words(field, made_on), width);
    }
}

void draw_people(const Context& context, const BuyerPlan& plan, float width) {
    const auto& ui = context.ui;
    text(ui, TextStyle::heading, "Who takes part");
    gap(ui, 6);
    const bool two_columns = width >= ui.px(520);
    const auto column = two_columns ? (width - ui.px(16)) / 2 : width;
    const auto start = ImGui::GetCursorScreenPos();
    auto y = start.y;
    auto row_end = y;
    for (std::size_t i = 0; i < plan.people.size(); ++i) {
        const auto& person = plan.people[i];
        const bool right = two_columns && i % 2 == 1;
        if (!right) y = row_end;
        ImGui::SetCursorScreenPos({start.x + (right ? column + ui.px(16) : 0.0f), y});
        ImGui::BeginGroup();
        text_wrapped(ui, TextStyle::body, text_or(person.name, unnamed_outside), column);
        if (const auto part = part_of(person); !part.empty()) text_wrapped_muted(ui, TextStyle::caption, part, column);
        draw_fields(context, person.fields, plan.made_on, TextStyle::caption, column);
        ImGui::EndGroup();
        row_end = std::max(row_end, ImGui::GetItemRectMax().y + ui.px(8));
    }
    ImGui::SetCursorScreenPos({start.x, row_end});
    ImGui::Dummy({0, 0});
}

}

void draw_plan_body(const Context& context, const BuyerPlan& plan, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "plan body", {.width = width});
    const auto inner = card.inner_width();
    if (!plan.account.empty()) text_wrapped_muted(ui, TextStyle::body, plan.account, inner);
    text_wrapped(ui, TextStyle::title, plan_heading, inner);
    if (const auto event = event_words(plan); !event.empty()) {
        gap(ui, 2);
        text_wrapped(ui, TextStyle::body, event, inner);
    }
    gap(ui, 2);
    text_wrapped_muted(ui, TextStyle::body, made_words(plan) + ". " + progress_words(plan) + ".", inner);
    gap(ui, 14);
    for (const auto& step : plan.steps) {
        separator(ui);
        gap(ui, 10);
        draw_step(context, plan, step, inner);
    }
    if (!plan.people.empty()) {
        separator(ui);
        gap(ui, 12);
        draw_people(context, plan, inner);
    }
    if (!plan.fields.empty()) {
        separator(ui);
        gap(ui, 12);
        text(ui, TextStyle::heading, "To know");
        gap(ui, 6);
        draw_fields(context, plan.fields, plan.made_on, TextStyle::body, inner);
    }
}

}
