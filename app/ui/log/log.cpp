#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_entry.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/log_entry.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// "Three days ago" is the finding; a noun would not be.
std::string title_for(const Deal& deal, Date today) {
    if (deal.interactions.empty()) {
        return "Nothing is logged yet";
    }
    const auto last = std::ranges::max(deal.interactions, {}, &Interaction::on);
    const auto days = today - last.on;
    auto words = counted(static_cast<int>(deal.interactions.size()), "interaction", "interactions") + ", the last ";
    words += relative_days(last.on, today);
    constexpr int quiet_days = 14;
    return days > quiet_days ? words + ". It has gone quiet" : words;
}

bool matches(const Deal& deal, const Interaction& interaction, std::string_view query) {
    if (trimmed(query).empty()) {
        return true;
    }
    auto text = interaction.summary + " " + entry_title(deal, interaction);
    for (const auto& answer : answers_in(deal, interaction)) {
        const auto* commitment = find(deal, answer.commitment);
        text += " " + (commitment ? commitment->title : std::string()) + " " + answer.why;
    }
    for (const auto& id : interaction.concerns) {
        const auto* concern = find(deal, id);
        if (concern) text += " " + concern->text;
    }
    for (const auto& id : promises_in(deal, interaction)) {
        text += " " + find(deal, id)->what;
    }
    if (interaction.next) text += " " + interaction.next->what;
    for (const auto& value : interaction.value_given) {
        text += " " + value.what;
    }
    return match_score(text, query) > 0;
}

// "Call with Marcus Olsen: budget frozen": what is known of it so far.
std::string draft_words(const Context& context) {
    const auto& draft = context.view.log;
    Interaction so_far;
    so_far.kind = draft.kind;
    so_far.direction = draft.direction;
    so_far.people = draft.people;
    auto words = entry_title(*context.deal, so_far);
    const auto said = trimmed(draft.summary.empty() ? draft.line : draft.summary);
    return said.empty() ? words : words + ": " + std::string(said);
}

void draw_waiting_draft(const Context& context, float width) {
    const auto& ui = context.ui;
    {
        Card card(ui, "draft", {.width = width, .padding = 16, .border = ui.color().line_strong});
        icon_text(ui, TextStyle::strong, icon::notebook_pen, ui.color().text,
                  context.view.log.editing ? "A change is waiting as a draft" : "A draft is waiting");
        gap(ui, 4);
        text_fitted(ui, TextStyle::body, ui.color().text_muted, draft_words(context), card.inner_width());
        gap(ui, 10);
        if (button(ui, ButtonKind::outlined, "Continue", {.icon = icon::pencil})) open_log_form(context);
        same_line(ui);
        if (button(ui, ButtonKind::quiet, "Discard draft", {.icon = icon::trash_2})) context.act(action::DropLogDraft{});
    }
    gap(ui, 12);
}

}

void draw_log(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Page page(ui, "log", context.min, context.max);
    const auto start = ImGui::GetCursorScreenPos();
    const auto title = title_for(deal, context.today);
    const bool can_log = !context.read_only && !deal.interactions.empty();
    const ButtonOptions options{.icon = icon::plus};
    const float needed = can_log ? button_width(ui, "Log an interaction", options) : 0;
    // Beside the title when there is room for both, else below it.
    const bool beside = text_size(ui, TextStyle::title, title).x + ui.px(16) + needed <= page.width();
    text_wrapped(ui, TextStyle::title, title, beside ? page.width() - needed : page.width());
    const float below = ImGui::GetCursorScreenPos().y + ui.px(12);
    if (can_log) {
        ImGui::SetCursorScreenPos({beside ? start.x + page.width() - needed : start.x, beside ? start.y : below});
        if (button(ui, ButtonKind::filled, "Log an interaction", options)) {
            open_log_form(context);
        }
    }
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y + ui.px(12))});
    const bool waits = draft_waits(context);
    if (waits) draw_waiting_draft(context, page.width());
    if (deal.interactions.empty()) {
        gap(ui, 80);
        if (empty_state(ui, icon::notebook_pen, "Nothing is logged yet",
                        "Who did you talk to last, and what did you ask? It takes seconds.", context.read_only ? "" : "Log an interaction",
                        icon::plus)) {
            open_log_form(context);
        }
        return;
    }
    text_field(ui, "Search the log", context.view.log_page.query,
               {.placeholder = "Search the log", .width = std::min(ui.px(320), page.width())});
    gap(ui, 12);
    // Of one day's, the one that was written down last comes first.
    std::vector<const Interaction*> shown;
    for (auto interaction = deal.interactions.rbegin(); interaction != deal.interactions.rend(); ++interaction) {
        if (matches(deal, *interaction, context.view.log_page.query)) shown.push_back(&*interaction);
    }
    sort_list(shown, [](const auto* a, const auto* b) { return a->on > b->on; });
    for (const auto* interaction : shown) {
        draw_log_entry(context, *interaction, page.width());
        gap(ui, 8);
    }
    if (shown.empty()) {
        text_muted(ui, TextStyle::body, "Nothing in the log matches.");
    }
    gap(ui, 24);
}

}
