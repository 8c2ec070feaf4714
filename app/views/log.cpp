#include "app/views/log_form.hpp"
#include "app/views/parts.hpp"
#include "app/views/shell.hpp"
#include "app/views/views.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/field.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string names_in(const Deal& deal, const std::vector<StakeholderId>& people) {
    std::vector<std::string> names;
    for (const auto& id : people) {
        names.push_back(name_of(deal, id));
    }
    return joined(names);
}

std::string asks_in(const Deal& deal, const Interaction& interaction) {
    std::vector<std::string> titles;
    for (const auto& id : interaction.asks) {
        if (const auto* commitment = find(deal, id)) {
            titles.push_back(commitment->title);
        }
    }
    return joined(titles);
}

std::string next_words(const Deal& deal, const NextStep& next, Date today) {
    const auto* commitment = find(deal, next.commitment);
    auto words = !next.what.empty() ? next.what : commitment ? commitment->title : std::string("Next");
    if (next.on) {
        words += ", " + short_date(*next.on, today);
    }
    return words;
}

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
    return days > quiet_days ? words + ". It is quiet" : words;
}

// The facts of one interaction under its summary: label in muted, words beside it. The answer is the height.
float fact_line(const Ui& ui, ImDrawList* list, ImVec2 at, float width, const char* icon, std::string_view label, std::string_view words) {
    if (words.empty()) {
        return 0;
    }
    const float line = ui.theme.line_height(TextStyle::body);
    const float indent = ui.px(92);
    draw_icon(ui, list, icon, {at.x + ui.px(7), at.y + line / 2}, ui.px(14), ui.color().text_muted);
    draw_text(ui, list, TextStyle::body, {at.x + ui.px(22), at.y}, ui.color().text_muted, label);
    draw_text_wrapped(ui, list, TextStyle::body, {at.x + indent, at.y}, ui.color().text, words, width - indent);
    return std::max(line, wrapped_height(ui, TextStyle::body, words, width - indent)) + ui.px(2);
}

void draw_row_actions(const Context& context, const Interaction& interaction, ImVec2 right_top) {
    const auto& ui = context.ui;
    const float size = ui.theme.control_small_height();
    ImGui::SetCursorScreenPos({right_top.x - 2 * size - ui.px(4), right_top.y});
    if (icon_button(ui, icon::pencil, "Change this interaction", {.small = true})) {
        context.view.log = draft_of(interaction);
    }
    ImGui::SetCursorScreenPos({right_top.x - size, right_top.y});
    if (icon_button(ui, icon::trash_2, "Remove this interaction", {.small = true})) {
        context.act(apply_with_toast(edit::RemoveInteraction{interaction.id}));
    }
}

void draw_interaction(const Context& context, const Interaction& interaction, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    ImGui::PushID(interaction.id.text.c_str());
    const bool selected = context.view.interaction == interaction.id;
    {
        Card card(ui, "interaction", {.width = width, .padding = 16, .border = selected ? ui.color().accent : 0});
        auto* list = ImGui::GetWindowDrawList();
        const auto start = ImGui::GetCursorScreenPos();
        const float date_width = ui.px(context.phone ? 0.0f : 120.0f);
        const float inner = card.inner_width();
        const float body_x = start.x + date_width;
        const float body_width = inner - date_width - (context.read_only ? 0 : ui.px(72));
        const float line = ui.theme.line_height(TextStyle::body);
        if (!context.phone) {
            draw_text(ui, list, TextStyle::strong, start, ui.color().text, short_date(interaction.on, context.today));
            draw_text(ui, list, TextStyle::caption, {start.x, start.y + line}, ui.color().text_muted,
                      std::string(weekday_name(interaction.on)) + ", " + relative_days(interaction.on, context.today));
        }
        float y = start.y;
        draw_icon(ui, list, interaction_icon(interaction.kind), {body_x + ui.px(8), y + line / 2}, ui.px(16), ui.color().text_muted);
        auto head = std::string(label_of(interaction.kind));
        if (const auto people = names_in(deal, interaction.people); !people.empty()) {
            head += (interaction.direction == Direction::outbound  ? " to "
                     : interaction.direction == Direction::inbound ? " from "
                                                                   : " with ") +
                    people;
        }
        if (context.phone) {
            head = short_date(interaction.on, context.today) + "  " + head;
        }
        draw_text(ui, list, TextStyle::strong, {body_x + ui.px(26), y}, ui.color().text,
                  fitted(ui, TextStyle::strong, head, body_width - ui.px(26)));
        y += line + ui.px(4);
        if (!interaction.summary.empty()) {
            draw_text_wrapped(ui, list, TextStyle::body, {body_x, y}, ui.color().text, interaction.summary, body_width);
            y += wrapped_height(ui, TextStyle::body, interaction.summary, body_width) + ui.px(6);
        }
        const auto fact = [&](const char* icon, std::string_view label, const std::string& words) {
            y += fact_line(ui, list, {body_x, y}, body_width, icon, label, words);
        };
        fact(icon::circle_arrow_right, "Asked", asks_in(deal, interaction));
        std::vector<std::string> given;
        for (const auto& value : interaction.value_given) {
            given.push_back(value.what + (value.to.empty() ? "" : ", to " + name_of(deal, value.to)));
        }
        fact(icon::gift, "Gave", joined(given));
        for (const auto& id : interaction.concerns) {
            if (const auto* concern = find(deal, id)) {
                fact(icon::circle_alert, "Concern", concern->text);
            }
        }
        fact(icon::calendar, "Next", interaction.next ? next_words(deal, *interaction.next, context.today) : "");
        ui.note_rect(ItemRole::row, head + ". " + interaction.summary, start, {start.x + inner, y});
        if (!context.read_only) {
            draw_row_actions(context, interaction, {start.x + inner, start.y - ui.px(4)});
        }
        ImGui::SetCursorScreenPos({start.x, y});
        ImGui::Dummy({inner, 0});
    }
    if (selected && context.view.scroll_to_selection) {
        ImGui::SetScrollHereY();
        context.view.scroll_to_selection = false;
    }
    ImGui::PopID();
}

bool matches(const Deal& deal, const Interaction& interaction, std::string_view query) {
    if (trimmed(query).empty()) {
        return true;
    }
    auto text = interaction.summary + " " + names_in(deal, interaction.people) + " " + asks_in(deal, interaction);
    for (const auto& value : interaction.value_given) {
        text += " " + value.what;
    }
    return match_score(text, query) > 0;
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
    if (deal.interactions.empty()) {
        gap(ui, 80);
        if (empty_state(ui, icon::notebook_pen, "Nothing is logged yet",
                        "Who did you talk to last, and what did you ask? It takes seconds.", context.read_only ? "" : "Log an interaction",
                        icon::plus)) {
            open_log_form(context);
        }
        return;
    }
    text_field(ui, "Search the log", context.view.log_query,
               {.placeholder = "Search the log", .width = std::min(ui.px(320), page.width())});
    gap(ui, 12);
    std::vector<const Interaction*> shown;
    for (const auto& interaction : deal.interactions) {
        if (matches(deal, interaction, context.view.log_query)) {
            shown.push_back(&interaction);
        }
    }
    std::ranges::stable_sort(shown, [](const auto* a, const auto* b) { return a->on > b->on; });
    for (const auto* interaction : shown) {
        draw_interaction(context, *interaction, page.width());
        gap(ui, 8);
    }
    if (shown.empty()) {
        text_muted(ui, TextStyle::body, "Nothing in the log has these words.");
    }
    gap(ui, 24);
}

}
