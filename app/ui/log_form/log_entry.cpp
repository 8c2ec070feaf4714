#include "app/ui/log_form/log_entry.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/coming_up.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // the row lies below what is on it

#include <algorithm>

namespace middleground {

namespace {

constexpr std::string_view entry_focus = "entry of the log"; // in view.focus_field
constexpr float fact_indent = 104;

// One line of facts under the summary.
struct Fact {
    const char* icon;
    std::string_view label;
    std::string words;
    float height = 0;
    enum class Buttons : std::uint8_t { none, beside, below } buttons = Buttons::none; // for what became of the next step
};

std::string answer_words(const Deal& deal, const EntryAnswer& answer, Date today) {
    const auto* commitment = find(deal, answer.commitment);
    auto words = commitment ? commitment->title : std::string("A commitment that is gone");
    if (answer.kind == CommitmentEventKind::asked) return words;
    words += ": " + folded(label_of(answer.kind));
    if (answer.due) words += " by " + short_date(*answer.due, today);
    if (answer.not_before) words += ", not before " + short_date(*answer.not_before, today);
    return answer.why.empty() ? words : words + ", " + answer.why;
}

std::string concern_words(const Deal& deal, const Concern& concern) {
    const auto state = state_of(concern);
    return name_of(deal, concern.stakeholder) + ": " + concern.text +
           (state == ConcernState::open ? std::string() : ", " + folded(label_of(state)));
}

std::string promise_words(const Deal& deal, const OurPromise& promise, Date today) {
    auto words = promise.what;
    if (!promise.to.empty()) words += ", to " + name_of(deal, promise.to);
    if (promise.due) words += ", by " + short_date(*promise.due, today);
    const auto state = state_of(promise);
    return state == PromiseState::open ? words : words + ", " + folded(label_of(state));
}

std::string step_words(const Deal& deal, const NextStep& next, Date today) {
    auto words = next_step_words(deal, next);
    if (next.on) words += ", " + short_date(*next.on, today);
    if (next.state != NextStepState::planned) return words + ", " + folded(label_of(next.state));
    return next.on && *next.on < today ? words + ", late" : words;
}

std::vector<Fact> facts_of(const Context& context, const Interaction& interaction) {
    const auto& deal = *context.deal;
    std::vector<Fact> facts;
    for (const auto& answer : answers_in(deal, interaction)) {
        const auto* commitment = find(deal, answer.commitment);
        const bool theirs = commitment && asker_in(*commitment, interaction) == Asker::them;
        facts.push_back({icon::circle_arrow_right, theirs ? "They asked" : "Asked", answer_words(deal, answer, context.today)});
    }
    for (const auto& value : interaction.value_given) {
        facts.push_back({icon::gift, "Gave", value.what + (value.to.empty() ? "" : ", to " + name_of(deal, value.to))});
    }
    for (const auto& id : interaction.concerns) {
        const auto* concern = find(deal, id);
        if (!concern) continue;
        const bool asks = concern->kind == ConcernKind::question;
        facts.push_back({asks ? icon::message_circle_question_mark : icon::circle_alert, label_of(concern->kind), concern_words(deal, *concern)});
    }
    for (const auto& id : promises_in(deal, interaction)) {
        facts.push_back({icon::handshake, "Promised", promise_words(deal, *find(deal, id), context.today)});
    }
    if (interaction.next) {
        const bool planned = planned_step(interaction) != nullptr;
        facts.push_back({icon::calendar, "Next", step_words(deal, *interaction.next, context.today), 0,
                         planned && !context.read_only ? Fact::Buttons::below : Fact::Buttons::none});
    }
    return facts;
}

// Where everything of an entry stands: known before it is drawn, as the row that holds it comes first.
struct Layout {
    float date_width = 0;
    float body_width = 0;
    float summary_height = 0;
    float height = 0;
    std::vector<Fact> facts;
};

float step_buttons_width(const Ui& ui) {
    return button_width(ui, "Happened", {.icon = icon::check, .small = true}) + ui.px(8) + button_width(ui, "Drop", {.small = true});
}

// Of one fact; its buttons stand beside the words when there is room.
void measure(const Ui& ui, Fact& fact, float width) {
    const float line = ui.theme.line_height(TextStyle::body);
    fact.height = std::max(line, wrapped_height(ui, TextStyle::body, fact.words, width)) + ui.px(2);
    if (fact.buttons == Fact::Buttons::none) return;
    const float small = ui.theme.control_small_height();
    if (text_size(ui, TextStyle::body, fact.words).x + ui.px(12) + step_buttons_width(ui) <= width) {
        fact.buttons = Fact::Buttons::beside;
        fact.height = std::max(fact.height, small + ui.px(2));
    } else {
        fact.height += small + ui.px(4);
    }
}

Layout lay_out(const Context& context, const Interaction& interaction, float width) {
    const auto& ui = context.ui;
    const float line = ui.theme.line_height(TextStyle::body);
    Layout layout;
    layout.facts = facts_of(context, interaction);
    layout.date_width = ui.px(context.phone ? 0.0f : 120.0f);
    const float icons = context.read_only ? 0 : 2 * ui.theme.control_small_height() + ui.px(4);
    layout.body_width = width - layout.date_width - (context.phone ? 0 : icons + ui.px(12));
    layout.height = line + ui.px(4);
    if (context.phone) layout.height = std::max(layout.height, ui.theme.control_small_height());
    if (!interaction.summary.empty()) {
        layout.summary_height = wrapped_height(ui, TextStyle::body, interaction.summary, layout.body_width) + ui.px(6);
        layout.height += layout.summary_height;
    }
    for (auto& fact : layout.facts) {
        measure(ui, fact, layout.body_width - ui.px(fact_indent));
        layout.height += fact.height;
    }
    if (!context.phone) layout.height = std::max(layout.height, 2 * line);
    return layout;
}

void draw_step_buttons(const Context& context, const Interaction& interaction, ImVec2 at) {
    const auto& ui = context.ui;
    ImGui::SetCursorScreenPos(at);
    if (button(ui, ButtonKind::outlined, "Happened", {.icon = icon::check, .tooltip = "Log what came of it", .small = true})) {
        begin_log(context, draft_of_step(interaction, *context.deal));
    }
    same_line(ui);
    if (button(ui, ButtonKind::quiet, "Drop", {.tooltip = "It will not happen", .small = true})) {
        context.act(apply_with_toast(edit::SetNextStep{interaction.id, NextStepState::dropped}));
    }
}

// At the upper right corner; whether one of them has the focus.
bool draw_row_actions(const Context& context, const Interaction& interaction, ImVec2 right_top) {
    const auto& ui = context.ui;
    const float size = ui.theme.control_small_height();
    ImGui::SetCursorScreenPos({right_top.x - 2 * size - ui.px(4), right_top.y});
    if (icon_button(ui, icon::pencil, "Change this interaction", {.small = true})) {
        begin_log(context, draft_of(interaction, *context.deal));
    }
    bool focused = ImGui::IsItemFocused();
    ImGui::SetCursorScreenPos({right_top.x - size, right_top.y});
    if (icon_button(ui, icon::trash_2, "Remove this interaction", {.small = true})) {
        context.act(apply_with_toast(edit::RemoveInteraction{interaction.id}));
    }
    return focused || ImGui::IsItemFocused();
}

void draw_body(const Context& context, const Interaction& interaction, const Layout& layout, ImVec2 start, std::string_view title) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float line = ui.theme.line_height(TextStyle::body);
    const float x = start.x + layout.date_width;
    float y = start.y;
    if (!context.phone) {
        draw_text(ui, list, TextStyle::strong, start, ui.color().text, short_date(interaction.on, context.today));
        draw_text(ui, list, TextStyle::caption, {start.x, start.y + line}, ui.color().text_muted,
                  std::string(weekday_name(interaction.on)) + ", " + relative_days(interaction.on, context.today));
    }
    const float head = context.phone ? std::max(line, ui.theme.control_small_height()) : line;
    draw_icon(ui, list, interaction_icon(interaction.kind), {x + ui.px(8), y + head / 2}, ui.px(16), ui.color().text_muted);
    const float icons = context.phone && !context.read_only ? 2 * ui.theme.control_small_height() + ui.px(8) : 0;
    const auto words = context.phone ? short_date(interaction.on, context.today) + "  " + std::string(title) : std::string(title);
    draw_text_in(ui, list, TextStyle::strong, {x + ui.px(26), y}, {x + layout.body_width - icons, y + head}, ui.color().text, words);
    y += context.phone ? head : head + ui.px(4);
    if (!interaction.summary.empty()) {
        draw_text_wrapped(ui, list, TextStyle::body, {x, y}, ui.color().text, interaction.summary, layout.body_width);
        y += layout.summary_height;
    }
    for (const auto& fact : layout.facts) {
        const bool beside = fact.buttons == Fact::Buttons::beside;
        const float at = beside ? y + (fact.height - line) / 2 : y;
        draw_icon(ui, list, fact.icon, {x + ui.px(7), at + line / 2}, ui.px(14), ui.color().text_muted);
        draw_text(ui, list, TextStyle::body, {x + ui.px(22), at}, ui.color().text_muted, fact.label);
        const float left = x + ui.px(fact_indent);
        const float width = layout.body_width - ui.px(fact_indent);
        draw_text_wrapped(ui, list, TextStyle::body, {left, at}, ui.color().text, fact.words, width);
        ui.note_rect(ItemRole::text, std::string(fact.label) + ": " + fact.words, {x, y}, {left + width, y + fact.height});
        if (fact.buttons != Fact::Buttons::none) {
            const float words_width = text_size(ui, TextStyle::body, fact.words).x;
            const float buttons_y = y + fact.height - ui.theme.control_small_height() - (beside ? ui.px(1) : ui.px(2));
            draw_step_buttons(context, interaction, {beside ? left + words_width + ui.px(12) : left, buttons_y});
        }
        y += fact.height;
    }
}

}

void show_entry(const Context& context, const InteractionId& id) {
    context.view.interaction = id;
    context.view.scroll_to_selection = true;
    context.view.focus_field = entry_focus;
}

void draw_log_entry(const Context& context, const Interaction& interaction, float width) {
    const auto& ui = context.ui;
    ImGui::PushID(interaction.id.text.c_str());
    const bool selected = context.view.interaction == interaction.id;
    const auto title = entry_title(*context.deal, interaction);
    bool takes_focus = false;
    {
        constexpr float padding = 16;
        Card card(ui, "interaction", {.width = width, .padding = padding, .border = selected ? ui.color().accent : 0});
        const auto start = ImGui::GetCursorScreenPos();
        const auto layout = lay_out(context, interaction, card.inner_width());
        const float pad = ui.px(padding);
        const ImVec2 min{start.x - pad, start.y - pad};
        const ImVec2 max{start.x + card.inner_width() + pad, start.y + layout.height + pad};
        ImGui::SetCursorScreenPos(min);
        takes_focus = selected && context.view.focus_field == entry_focus;
        if (takes_focus) {
            context.view.focus_field.clear();
            ImGui::SetKeyboardFocusHere();
            ImGui::SetNavCursorVisible(true);
        }
        // It reaches into the card's padding, which the card adds by itself.
        auto& content_end = ImGui::GetCurrentWindow()->DC.CursorMaxPos;
        const auto end_before = content_end;
        const auto press = press_area(ImGui::GetID("row"), max - min, Enabled::yes, Overlap::allowed);
        content_end = end_before;
        const bool focused = ImGui::IsItemFocused();
        ui.note(ItemRole::row, title + ". " + interaction.summary, short_date(interaction.on, context.today));
        if (is_keyboard_focused()) draw_focus_ring(ui, min, max, ui.px(10), Ring::inset);
        const bool by_key =
            press.pressed && focused && !ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !ImGui::IsMouseDown(ImGuiMouseButton_Left);
        if (press.pressed) context.view.interaction = interaction.id;
        if (by_key && !context.read_only) begin_log(context, draft_of(interaction, *context.deal));
        draw_body(context, interaction, layout, start, title);
        auto* storage = ImGui::GetStateStorage();
        const auto key = ImGui::GetID("actions focused");
        const bool hovered = ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
        if (!context.read_only && (ui.theme.touch || hovered || focused || selected || storage->GetBool(key))) {
            const float lift = context.phone ? 0 : ui.px(4);
            storage->SetBool(key, draw_row_actions(context, interaction, {start.x + card.inner_width(), start.y - lift}));
        } else {
            storage->SetBool(key, false);
        }
        ImGui::SetCursorScreenPos({start.x, start.y + layout.height});
        ImGui::Dummy({card.inner_width(), 0});
    }
    // Taking the focus scrolls too, just so far that the entry is there at all: under the toast.
    if (selected && context.view.scroll_to_selection && !takes_focus) {
        ImGui::SetScrollHereY();
        context.view.scroll_to_selection = false;
    }
    ImGui::PopID();
}

}
