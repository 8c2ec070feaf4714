#include "app/ui/deal/deal_cards.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/card_parts.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/deal.hpp"
#include "core/model/log_entry.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int asks_shown = 6;

}

void draw_plan_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& derived = *context.derived;
    Card card(ui, "plan", {.width = width, .height = height});
    const auto title = std::to_string(derived.kept) + " of " + std::to_string(step_count(*context.deal)) + " kept";
    if (card_title(ui, card.inner_width(), icon::workflow, title, "All commitments")) {
        context.act(action::GoTo{Screen::commitments});
    }
    // What is still to do, in order; when all is kept, the last ones.
    std::vector<const PlanItem*> open;
    for (const auto& item : derived.plan) {
        if (is_open(item.state)) {
            open.push_back(&item);
        }
    }
    if (open.empty()) {
        for (const auto& item : derived.plan) {
            if (!is_set_aside(item.state)) open.push_back(&item);
        }
    }
    if (open.empty()) text_wrapped_muted(ui, TextStyle::body, "Nothing is planned yet.", card.inner_width());
    for (int i = 0; i < std::min<int>(asks_shown, static_cast<int>(open.size())); ++i) {
        const auto& item = *open[static_cast<std::size_t>(i)];
        const auto& commitment = *find(*context.deal, item.id);
        const auto words = plan_words(item, commitment, context.today);
        const CardRow row{commitment.title + ", " + words,
                          plan_icon(item.state),
                          plan_color(ui, item.state),
                          commitment.title,
                          words,
                          plan_color(ui, item.state)};
        if (card_row(ui, card.inner_width(), row, i)) {
            context.view.commitment = item.id;
            context.view.scroll_to_selection = true;
            context.act(action::GoTo{Screen::commitments});
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
    if (draft_waits(context)) {
        if (card_row(ui, card.inner_width(), {"Continue the draft", icon::pencil, ui.color().accent, "A draft is waiting", "Not saved", 0},
                     asks_shown)) {
            open_log_form(context);
        }
    }
    if (none) {
        if (empty_state(ui, icon::notebook_pen, "Nothing is logged yet", "Who did you talk to last, and what did you ask?",
                        context.read_only ? "" : "Log an interaction", icon::plus)) {
            open_log_form(context);
        }
        return;
    }
    std::vector<const Interaction*> recent;
    for (auto interaction = deal.interactions.rbegin(); interaction != deal.interactions.rend(); ++interaction) {
        recent.push_back(&*interaction);
    }
    sort_list(recent, [](const auto* a, const auto* b) { return a->on > b->on; });
    for (int i = 0; i < std::min<int>(asks_shown, static_cast<int>(recent.size())); ++i) {
        const auto& interaction = *recent[static_cast<std::size_t>(i)];
        const auto title = entry_title(deal, interaction);
        const auto summary = printed_line(interaction.summary); // of a mail it has many lines, and the row has one
        const CardRow row{summary.empty() ? title : summary,
                          interaction_icon(interaction.kind),
                          ui.color().text_muted,
                          short_date(interaction.on, context.today) + "  " + title +
                              (summary.empty() ? "" : ": " + summary),
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
