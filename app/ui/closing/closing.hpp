#pragma once

#include "app/session/action.hpp"
#include "app/session/drafts/close_draft.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// How a deal ended: what saying so does, and what it says of the deal, without drawing.

inline constexpr int most_close_reasons = 2;

// "Won", "Lost to Kestrel Routing", "No decision"; empty while it is open.
std::string outcome_words(const Outcome& outcome);
std::string_view outcome_why(const Outcome& outcome); // empty where none is kept
std::optional<Date> closed_on(const Outcome& outcome);
const char* outcome_icon(const Outcome& outcome);
const char* close_icon(CloseAs as);
ImU32 close_color(const Ui& ui, CloseAs as);

// Nothing while the deal is open.
std::optional<CloseAs> closed_as(const Outcome& outcome);
// The deciding commitment while it is not kept.
const Commitment* open_decision(const Deal& deal);

// The draft that the dialog begins with: of a closed deal, what it holds.
CloseDraft close_draft_of(const Deal& deal, CloseAs as, Date today);
// The day that the deal ended can be any from its last answered ask, or from its opening, until today.
DateFieldOptions close_day_options(const Deal& deal, Date today);
// One step of undo with a toast, or what is wrong with the draft.
Result<action::Apply> closing_of(const Deal& deal, const CloseDraft& draft, Date today);
action::Apply reopening_of(const Deal& deal);

// "Closing leaves 3 commitments open: Invest, Review and Decide."; empty when it leaves none.
std::string left_open_words(const Deal& deal, const CloseDraft& draft);
// What the deal would say of the odds of its playbook's steps: "Invest was kept in 5 of 9 such deals, now in 5 of 10."
std::string odds_words(const Context& context, const Deal& deal, const CloseDraft& draft);
// The same as a few words at a button: "counts for your odds"; empty for a sample or a deal without a playbook.
std::string_view counts_words(const Context& context, const Deal& deal);

// Opens the dialog for that deal.
void open_close_dialog(const Context& context, const Deal& deal, CloseAs as);

}
