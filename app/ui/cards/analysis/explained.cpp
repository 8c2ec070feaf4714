#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/card_parts.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/analysis/names.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <cmath>
#include <string>

namespace middleground {

namespace {

std::string percent(double share) {
    return std::to_string(std::lround(share * 100));
}

void draw_side(const Context& context, const Balance& balance, Side side) {
    const auto& ui = context.ui;
    const double score = side == Side::push ? balance.score.push : balance.score.passive;
    const bool push = side == Side::push;
    icon_text(ui, TextStyle::strong, push ? icon::megaphone : icon::hourglass, push ? ui.color().push : ui.color().passive,
              std::string(label_of(side)) + " " + std::to_string(std::lround(score)));
    ui.note_level(3);
    gap(ui, 4);
    bool any = false;
    int number = push ? 1000 : 0;
    for (const auto& signal : balance.signals) {
        if (signal.side != side) continue;
        any = true;
        ImGui::PushID(number++);
        gap(ui, 6);
        tag(ui, std::to_string(std::lround(signal.points)), push ? Tone::push : Tone::passive);
        same_line(ui, 8);
        text(ui, TextStyle::label, signal.title);
        text_wrapped(ui, TextStyle::body, signal.why);
        text_wrapped_muted(ui, TextStyle::body, signal.remedy);
        if (!signal.evidence.empty() && button(ui, ButtonKind::link, "Show me", {.small = true})) {
            context.view.explained = Explained::nothing;
            go_to(context, signal.evidence.front().subject);
        }
        ImGui::PopID();
    }
    if (!any) text_muted(ui, TextStyle::body, push ? "No signs of push." : "No signs of passivity.");
}

void draw_balance(const Context& context) {
    const auto& ui = context.ui;
    const auto& balance = context.derived->assessment.balance;
    text_wrapped_muted(ui, TextStyle::body,
                       "Every reason adds points. Reasons of 20 and 30 make 44, not 50: each takes its share of what is left up to 100. "
                       "The needle is push minus passivity; the middle ground is a needle within 15, with both under 30.");
    gap(ui, 12);
    draw_side(context, balance, Side::passive);
    gap(ui, 14);
    draw_side(context, balance, Side::push);
}

// "Sceptical now. Would not agree after they talk. One step up would add 4 to the index and make it 5 of 7."
std::string person_words(const Consensus& consensus, const PersonOpinion& person) {
    std::string words(label_of(person.stance));
    words += person.would_agree ? ". Would agree once they have talked." : ". Would not agree yet, even once they have talked.";
    if (person.gain > 0.0005) {
        words += " One step up would add " + percent(person.gain) + " to the index";
        if (person.gain_agree > 0) {
            words += " and make it " + std::to_string(consensus.would_agree + person.gain_agree) + " of " + std::to_string(consensus.of);
        }
        words += '.';
    }
    return words;
}

void draw_consensus(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto& consensus = context.derived->assessment.consensus;
    text_wrapped_muted(
        ui, TextStyle::body,
        "Everyone starts from their recorded stance, then listens to the others, as far as they are open to it and as the influence "
        "lines say. Where that ends is what counts here. Unknown counts a little below neutral, and people who are not named yet "
        "count as unknown.");
    gap(ui, 8);
    text_wrapped(ui, TextStyle::body,
                 "The index is " + percent(consensus.index) +
                     " of 100, weighted by influence. Consensus needs 65, a named decision maker, and a yes from "
                     "everyone who decides or approves.");
    gap(ui, 8);
    int number = 0;
    for (const auto& person : consensus.people) {
        if (person.left) continue;
        ImGui::PushID(number++);
        gap(ui, 6);
        const auto* stakeholder = find(deal, person.id);
        stance_text(ui, person.stance);
        same_line(ui, 8);
        text(ui, TextStyle::label, name_of(deal, person.id));
        same_line(ui, 8);
        text_muted(ui, TextStyle::body, "influence " + std::to_string(stakeholder ? stakeholder->influence : 0));
        text_wrapped_muted(ui, TextStyle::body, person_words(consensus, person));
        ImGui::PopID();
    }
    if (consensus.not_named() > 0) {
        gap(ui, 6);
        text_wrapped_muted(ui, TextStyle::body,
                           "About " + std::to_string(consensus.of) +
                               " people usually decide on a purchase like this: " + std::to_string(consensus.not_named()) +
                               (consensus.not_named() == 1 ? " is" : " are") + " not named yet. Find out who.");
    }
}

}

void draw_explained(const Context& context) {
    auto& explained = context.view.explained;
    if (explained == Explained::nothing || !context.deal) return;
    struct Sheet {
        const char* title;
        void (*draw)(const Context&);
    };
    const auto page = explained == Explained::balance     ? Sheet{"What the balance is made of", draw_balance}
                      : explained == Explained::consensus ? Sheet{"How consensus is counted", draw_consensus}
                      : explained == Explained::forecast  ? Sheet{"How the forecast is worked out", draw_explained_forecast}
                                                          : Sheet{"Where these odds come from", draw_explained_odds};
    bool open = true;
    if (Dialog dialog(context.ui, page.title, open, 560); dialog) page.draw(context);
    if (!open) explained = Explained::nothing;
}

}
