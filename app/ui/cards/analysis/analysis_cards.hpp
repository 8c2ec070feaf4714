#pragma once

#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "core/analysis/balance.hpp"
#include "core/analysis/consensus.hpp"

#include <string>

namespace middleground {

// The cards of what the analysis says, on Deal and People; each is the last ImGui item when it returns. Heights are at least, logical.
void draw_balance_card(const Context& context, float width, float height);   // balance_card.cpp
void draw_consensus_card(const Context& context, float width, float height); // consensus_card.cpp
void draw_findings_card(const Context& context, float width, float height);  // findings_card.cpp
// Of one person, among the details: where they would end, and whether the seller pushes or neglects them (person_assessment.cpp).
void draw_person_assessment(const Context& context, const StakeholderId& id);
// What a number is made of, in a dialog; view.explained says which (explained.cpp).
[[gnu::noinline]] void draw_explained(const Context& context);

// The word for a balance, as the look has it: "Leaning passive".
struct BalanceWord {
    std::string text;
    Tone tone = Tone::neutral;
    const char* icon = nullptr;
};
BalanceWord balance_word(const BalanceScore& score);
// The same of a deal. `too_early`: nothing was asked or logged yet; then nothing is in balance either.
BalanceWord balance_word(const BalanceScore& score, bool too_early);
// "34 passive, 22 push"
std::string balance_scores(const BalanceScore& score);

// "4 of 7 would agree"; "Nobody is known yet" without people.
std::string consensus_words(const Consensus& consensus);
// "Consensus index 68. Win next: Priya Nair +3 (then 5 of 7), Marcus Olsen +4."; empty without people.
std::string win_next_words(const Deal& deal, const Consensus& consensus);

}
