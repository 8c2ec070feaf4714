#include "app/views/deal_cards.hpp"

#include "app/views/card_parts.hpp"
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

}

void draw_plan_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& derived = *context.derived;
    Card card(ui, "plan", {.width = width, .height = height});
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
    if (open.empty()) text_wrapped_muted(ui, TextStyle::body, "Nothing is planned yet.", card.inner_width());
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

void draw_coming_up_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "coming", {.width = width, .height = height});
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
