#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"

#include <array>
#include <cmath>

namespace middleground {

namespace {

std::string chance_words(double chance) {
    return std::to_string(std::lround(100 * chance)) + " %";
}

std::string name_for(const Deal& deal, const CommitmentId& id) {
    const auto* commitment = find(deal, id);
    return commitment ? shown_title(*commitment) : std::string();
}

const CommitmentForecast* find(const Forecast& forecast, const CommitmentId& id) {
    for (const auto& one : forecast.commitments) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

}

void draw_odds_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& forecast = *context.outlook->forecast;
    const Card card(ui, "odds", {.width = width, .flush = true});
    const bool narrow = width < ui.px(700);
    std::vector<Column> columns{{"Commitment", -1}, {"Next try", 72, true}};
    if (!narrow) columns.push_back({"Kept in the end", 116, true});
    columns.push_back({"8 in 10 futures", narrow ? 150.0f : 190.0f});
    if (!narrow) columns.push_back({"Half by", 84});
    if (!narrow) columns.push_back({"Holds it up", 92, true});
    Table table(ui, "odds table", columns);
    for (const auto& one : forecast.commitments) {
        const auto name = name_for(*context.deal, one.id);
        ImGui::PushID(one.id.text.c_str());
        if (table.row("Odds of " + name, ui.theme.touch ? 56.0f : 40.0f) && !one.after_decision) {
            context.view.forecast.odds_of = one.id;
            context.view.explained = Explained::odds;
        }
        ImGui::PopID();
        if (!table.row_visible()) continue;
        int column = 0;
        table.text(column++, name, TextStyle::label);
        const auto muted = ui.color().text_muted;
        table.text(column++, one.after_decision ? "later" : chance_words(one.chance), TextStyle::body, one.after_decision ? muted : 0);
        if (!narrow) table.text(column++, one.after_decision ? "" : percent_words(one.kept));
        table.text(column++, range_words(one.dates, context.today), TextStyle::body, muted);
        if (!narrow) table.text(column++, one.dates.p50 ? short_date(*one.dates.p50, context.today) : "");
        if (!narrow) table.text(column++, one.after_decision ? "" : percent_words(one.critical));
    }
}

void draw_explained_odds(const Context& context) {
    const auto& ui = context.ui;
    if (!context.outlook || !context.outlook->forecast) return;
    const auto* one = find(*context.outlook->forecast, context.view.forecast.odds_of);
    if (one == nullptr) return;
    text_wrapped(ui, TextStyle::heading, name_for(*context.deal, one->id) + ": " + chance_words(one->chance) + " for the next try");
    gap(ui, 8);
    for (const auto& line : odds_words(*context.deal, *one)) {
        text_wrapped(ui, TextStyle::body, line);
        gap(ui, 4);
    }
    if (const auto* commitment = middleground::find(*context.deal, one->id); commitment && one->parts.own_step) {
        text_wrapped(ui, TextStyle::body, own_odds_words(context.caches.own_odds.find(context.deal->playbook), commitment->step));
        gap(ui, 4);
    }
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body,
                       "Kept in " + percent_words(one->kept) + " of the futures before the deal ends; in " + percent_words(one->critical) +
                           " of those that are won, the decision waited for it.");
}

void draw_explained_forecast(const Context& context) {
    const auto& ui = context.ui;
    if (!context.outlook || !context.outlook->forecast) return;
    const auto& forecast = *context.outlook->forecast;
    const auto line = [&](const std::string& words) {
        text_wrapped(ui, TextStyle::body, words);
        gap(ui, 8);
    };
    line("The plan is played through many times, " + std::to_string(forecast.futures) +
         " so far. In each future every commitment takes its time and is kept, put off and asked again, or refused for good; the deal is "
         "won when "
         "the decision is kept.");
    const auto hangs_on = alive_words(forecast); // nothing where no cause is worth a point
    line("Some deals are over before anybody says so. This one is still alive in " + percent_words({static_cast<std::uint32_t>(std::lround(forecast.odds.chance * 10000)), 10000}) +
         " of the futures, and only then can it be won." + (hangs_on.empty() ? "" : " That hangs on:"));
    for (const auto& words : hangs_on) {
        line(words);
    }
    std::string stopping;
    for (const auto& words : stopping_words(*context.deal, forecast, context.outlook->sensitivity)) {
        stopping += (stopping.empty() ? "" : " ") + words;
    }
    if (!stopping.empty()) line(stopping);
    line("How long a step takes and how often it is kept come from the playbook. What its people think, what you offer, what worries them, "
         "how much you push, and how long an answer has been owed move those odds. Press a commitment in the table to see how.");
    line("Until it is decided, a deal can end without a decision: the risk is about " +
         percent_words({static_cast<std::uint32_t>(std::lround(forecast.weekly_hazard * 10000)), 10000}) + " a week here, because " +
         std::to_string(forecast.against) + " of " + std::to_string(forecast.group) +
         " would not agree today, and twice that until something is kept.");
    line("The \u00b1 says how much the result would vary if it were counted again with other futures. It does not say that the odds are "
         "right: they "
         "are our defaults until your own closed deals say otherwise.");
}

}
