#include "app/views/deal_cards.hpp"

#include "app/views/parts.hpp"
#include "app/views/shell.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int rows_shown = 6;
constexpr float card_height = 324;

struct CardRow {
    std::string label; // for the keyboard and tests
    const char* icon = nullptr;
    ImU32 icon_color = 0;
    std::string text;
    std::string right;
    ImU32 right_color = 0;
};

// Title with a link at the right; true when the link was pressed.
bool card_title(const Ui& ui, float width, const char* icon, std::string_view title, std::string_view link) {
    const auto start = ImGui::GetCursorScreenPos();
    icon_text(ui, TextStyle::strong, icon, ui.color().text, title);
    bool pressed = false;
    if (!link.empty()) {
        const ButtonOptions options{.small = true};
        // The words of the link end where the rows end, at the height of the title's.
        const auto words = text_size(ui, TextStyle::label, link);
        const float height = ui.theme.touch ? ui.theme.control_small_height() : words.y;
        const float middle = (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2;
        ImGui::SetCursorScreenPos({start.x + width - words.x, middle - height / 2});
        pressed = button(ui, ButtonKind::link, link, options);
    }
    ImGui::SetCursorScreenPos({start.x, start.y + ui.px(30)});
    return pressed;
}

bool card_row(const Ui& ui, float width, const CardRow& row, int number) {
    const float height = ui.px(ui.theme.touch ? 56.0f : 38.0f);
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + height};
    ImGui::PushID(number);
    const bool pressed = ImGui::InvisibleButton("row", {width, height}, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    ui.note(ItemRole::row, row.label, row.right);
    auto* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list->AddRectFilled({min.x - ui.px(8), min.y}, {max.x + ui.px(8), max.y}, ui.color().hover, ui.px(6));
    }
    float x = min.x;
    const float middle = (min.y + max.y) / 2;
    if (row.icon) {
        draw_icon(ui, list, row.icon, {x + ui.px(8), middle}, ui.px(16), row.icon_color);
        x += ui.px(26);
    }
    const float right_width = row.right.empty() ? 0 : std::min(text_size(ui, TextStyle::body, row.right).x, width * 0.5f);
    draw_text_in(ui, list, TextStyle::body, {x, min.y}, {max.x - right_width - ui.px(8), max.y}, ui.color().text, row.text);
    draw_text_in(ui, list, TextStyle::body, {max.x - right_width, min.y}, max, row.right_color ? row.right_color : ui.color().text_muted,
                 row.right, Align::right);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, {min.x - ui.px(8), min.y}, {max.x + ui.px(8), max.y}, ui.px(6), Ring::inset);
    }
    return pressed;
}

}

void draw_plan_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& derived = *context.derived;
    Card card(ui, "plan", {.width = width, .height = ui.px(card_height)});
    const auto title = std::to_string(derived.kept) + " of " + std::to_string(context.deal->commitments.size()) + " kept";
    if (card_title(ui, card.inner_width(), icon::workflow, title, "All commitments")) {
        context.act(action::GoTo{Screen::commitments});
    }
    // What is still to do, in order; when all is kept, the last ones.
    std::vector<const PlanItem*> open;
    for (const auto& item : derived.plan) {
        if (item.state != PlanState::kept) {
            open.push_back(&item);
        }
    }
    if (open.empty()) {
        for (const auto& item : derived.plan) {
            open.push_back(&item);
        }
    }
    for (int i = 0; i < std::min<int>(rows_shown, static_cast<int>(open.size())); ++i) {
        const auto& item = *open[static_cast<std::size_t>(i)];
        const auto& commitment = *find(*context.deal, item.id);
        const CardRow row{commitment.title + ", " + plan_words(item, context.today),
                          plan_icon(item.state),
                          plan_color(ui, item.state),
                          commitment.title,
                          plan_words(item, context.today),
                          plan_color(ui, item.state)};
        if (card_row(ui, card.inner_width(), row, i)) {
            context.view.commitment = item.id;
            context.view.scroll_to_selection = true;
            context.act(action::GoTo{Screen::commitments});
        }
    }
}

void draw_people_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "people", {.width = width, .height = ui.px(card_height)});
    const auto count = static_cast<int>(deal.stakeholders.size());
    const bool none = count == 0;
    if (card_title(ui, card.inner_width(), icon::users, none ? "People" : counted(count, "person", "people"), none ? "" : "All people")) {
        context.act(action::GoTo{Screen::people});
    }
    if (none) {
        gap(ui, 24);
        if (empty_state(ui, icon::users, "Nobody is on this deal yet", "Add the first person. A name is enough.",
                        context.read_only ? "" : "Add a person", icon::user_plus)) {
            context.act(action::GoTo{Screen::people});
            context.view.focus_field = "New person";
        }
        return;
    }
    // Those with the most influence first.
    std::vector<const Stakeholder*> people;
    for (const auto& person : deal.stakeholders) {
        people.push_back(&person);
    }
    std::ranges::stable_sort(people, [](const auto* a, const auto* b) { return a->influence > b->influence; });
    for (int i = 0; i < std::min(rows_shown, count); ++i) {
        const auto& person = *people[static_cast<std::size_t>(i)];
        const auto heard = last_heard(deal, person.id);
        const auto words = heard ? "Heard " + short_date(*heard, context.today) : std::string("Never heard");
        const auto min = ImGui::GetCursorScreenPos();
        const CardRow row{person.name, icon::user, IM_COL32_BLACK_TRANS,
                          person.name, words,      heard ? ui.color().text_muted : ui.color().warn};
        const bool pressed = card_row(ui, card.inner_width(), row, i);
        const float height = ImGui::GetItemRectSize().y;
        draw_stance_mark(ui, ImGui::GetWindowDrawList(), {min.x + ui.px(8), min.y + height / 2}, stance_of(person));
        if (pressed) {
            context.view.person = person.id;
            context.view.scroll_to_selection = true;
            context.act(action::GoTo{Screen::people});
        }
    }
}

void draw_coming_up_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "coming", {.width = width, .height = ui.px(card_height)});
    card_title(ui, card.inner_width(), icon::calendar, "Coming up", {});
    struct Coming {
        Date on;
        std::string text;
        Screen screen;
        std::string id;
    };
    std::vector<Coming> rows;
    for (const auto& item : context.derived->plan) {
        if (item.due && item.state != PlanState::kept) {
            rows.push_back({*item.due, find(deal, item.id)->title, Screen::commitments, item.id.text});
        }
    }
    for (const auto& promise : deal.promises) {
        if (promise.due && state_of(promise) == PromiseState::open) {
            rows.push_back({*promise.due, "We promised: " + promise.what, Screen::people, promise.to.text});
        }
    }
    for (const auto& interaction : deal.interactions) {
        if (interaction.next && interaction.next->on && *interaction.next->on >= context.today) {
            const auto* commitment = find(deal, interaction.next->commitment);
            const auto words = !interaction.next->what.empty() ? interaction.next->what
                               : commitment                    ? "Talk about " + commitment->title
                                                               : std::string("Next step");
            rows.push_back({*interaction.next->on, words, Screen::log, interaction.id.text});
        }
    }
    if (const auto* target = target_of(deal); target && target->date) {
        rows.push_back({*target->date, target->note.empty() ? "Wanted by" : "Wanted by: " + target->note, Screen::deal, {}});
    }
    std::ranges::stable_sort(rows, {}, &Coming::on);
    if (rows.empty()) {
        gap(ui, 8);
        text_wrapped_muted(ui, TextStyle::body, "No date yet. Agree one with the buyer for what comes next.", card.inner_width());
    }
    for (int i = 0; i < std::min<int>(rows_shown, static_cast<int>(rows.size())); ++i) {
        const auto& coming = rows[static_cast<std::size_t>(i)];
        const bool late = coming.on < context.today;
        const CardRow row{coming.text,
                          late ? icon::triangle_alert : icon::calendar,
                          late ? ui.color().bad : ui.color().text_muted,
                          coming.text,
                          short_date(coming.on, context.today) + (late ? ", late" : ""),
                          late ? ui.color().bad : ui.color().text_muted};
        if (card_row(ui, card.inner_width(), row, i)) {
            context.view.scroll_to_selection = true;
            if (coming.screen == Screen::commitments) {
                context.view.commitment = {coming.id};
            } else if (coming.screen == Screen::people) {
                context.view.person = {coming.id};
            } else if (coming.screen == Screen::log) {
                context.view.interaction = {coming.id};
            }
            context.act(action::GoTo{coming.screen});
        }
    }
}

void draw_recent_log_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "recent", {.width = width});
    const bool none = deal.interactions.empty();
    if (card_title(ui, card.inner_width(), icon::notebook_pen, "Recent log", none ? "" : "Whole log")) {
        context.act(action::GoTo{Screen::log});
    }
    if (none) {
        if (empty_state(ui, icon::notebook_pen, "Nothing is logged yet", "Who did you talk to last, and what did you ask?",
                        context.read_only ? "" : "Log an interaction", icon::plus)) {
            open_log_form(context);
        }
        return;
    }
    std::vector<const Interaction*> recent;
    for (const auto& interaction : deal.interactions) {
        recent.push_back(&interaction);
    }
    std::ranges::stable_sort(recent, [](const auto* a, const auto* b) { return a->on > b->on; });
    for (int i = 0; i < std::min<int>(rows_shown, static_cast<int>(recent.size())); ++i) {
        const auto& interaction = *recent[static_cast<std::size_t>(i)];
        std::vector<std::string> names;
        for (const auto& id : interaction.people) {
            names.push_back(name_of(deal, id));
        }
        const auto who = joined(names);
        const CardRow row{interaction.summary,
                          interaction_icon(interaction.kind),
                          ui.color().text_muted,
                          short_date(interaction.on, context.today) + (who.empty() ? "" : "  " + who) + "  " + interaction.summary,
                          {},
                          0};
        if (card_row(ui, card.inner_width(), row, i)) {
            context.view.interaction = interaction.id;
            context.view.scroll_to_selection = true;
            context.act(action::GoTo{Screen::log});
        }
    }
}

}
