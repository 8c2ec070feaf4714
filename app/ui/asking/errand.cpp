#include "app/ui/asking/errand.hpp"

#include "app/session/drafts/log_draft.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/card_parts.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "core/model/deal.hpp"

#include <utility>

namespace middleground {

void run_errand(const Context& context) {
    const auto errand = std::exchange(context.view.errand, {});
    if (!errand || !context.deal || context.deal->id != errand->deal) return;
    switch (errand->kind) {
    case Errand::Kind::log: {
        LogDraft draft;
        draft.people = errand->people;
        begin_log(context, std::move(draft));
        break;
    }
    case Errand::Kind::log_step:
        if (const auto* planned = find(*context.deal, errand->interaction)) begin_log(context, draft_of_step(*planned, *context.deal));
        break;
    case Errand::Kind::show:
        go_to(context, errand->about);
        break;
    }
}

}
