#include "app/session/derived.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"

#include "app/ui/people/person_fields.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace middleground {

namespace {

std::string gain_words(const Consensus& consensus, const PersonOpinion& person) {
    const auto points = std::lround(person.gain * 100);
    if (points <= 0) return {};
    auto words = "One step up would add " + std::to_string(points) + " to the index";
    if (person.gain_agree > 0) {
        words += " and make it " + std::to_string(consensus.would_agree + person.gain_agree) + " of " + std::to_string(consensus.of);
    }
    return words + '.';
}

}

void draw_person_assessment(const Context& context, const StakeholderId& id) {
    const auto& ui = context.ui;
    const auto& assessment = context.derived->assessment;
    if (const auto* person = find(assessment.consensus, id); person != nullptr && !person->left) {
        person_fact(ui, "Today", [&](float width) {
            gap(ui, 6);
            text_wrapped(ui, TextStyle::body, person->would_agree ? "Would agree once they have talked" : "Would not agree yet", width);
            if (const auto words = gain_words(assessment.consensus, *person); !words.empty()) {
                text_wrapped_muted(ui, TextStyle::caption, words, width);
            }
        });
    }
    const auto* balance = find(assessment.balance, id);
    if (!balance || (balance->score.push == 0 && balance->score.passive == 0)) return;
    person_fact(ui, "Balance", [&](float width) {
        gap(ui, 4);
        const auto word = balance_word(balance->score);
        tag(ui, word.text, word.tone, word.icon);
        text_wrapped_muted(ui, TextStyle::caption, balance_scores(balance->score), width);
        for (const auto& signal : assessment.balance.signals) {
            if (std::ranges::find(signal.people, id) != signal.people.end()) {
                text_wrapped_muted(ui, TextStyle::caption, signal.why, width);
            }
        }
    });
}

std::string balance_scores(const BalanceScore& score) {
    return "Passivity " + std::to_string(std::lround(score.passive)) + ", push " + std::to_string(std::lround(score.push));
}

}
