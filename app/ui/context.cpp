#include "app/ui/context.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/surroundings.hpp"

#include <utility>

namespace middleground {

namespace {

constexpr float icons_only_below = 1100;

void add_deal(Context& context, const Deal& deal) {
    const auto& document = context.document;
    auto& [derived, forecasts, deals, doubles, search, palette_search, own_odds, base_chances, own_record, agenda, week] = context.caches;
    context.deal = &deal;
    context.revision = shown_revision(document);
    context.derived = &ranked(derived, forecasts, deal, knowledge_of(document), context.revision, context.today);
    // What forecasts read besides the deal: the playbooks have the odds of the user's own deals.
    const Knowledge knowledge{own_odds.playbooks(), document.wording};
    context.outlook = &forecasts.of(deal, *context.derived, knowledge, context.revision, context.today, Depth::everything);
    auto& draft = context.view.forecast;
    if (draft.what_ifs_of != deal.id) {
        draft.what_ifs_of = deal.id;
        draft.what_ifs.clear();
    }
    forecasts.suppose(deal.id, draft.what_ifs);
}

}

void Context::act(Action action) const {
    actions.push_back(std::move(action));
}

Context context_for(const ContextParts& parts) {
    const auto& document = parts.document;
    if (parts.caches.own_odds.refresh(document, parts.today)) parts.caches.forecasts.clear();
    parts.caches.own_record.refresh(document, parts.today);
    parts.caches.forecasts.judge_by(parts.caches.own_record.in_force(document.settings));
    Context context{.ui = parts.ui,
                    .document = document,
                    .view = parts.view,
                    .actions = parts.actions,
                    .caches = parts.caches,
                    .random = parts.random,
                    .around = parts.around,
                    .today = parts.today,
                    .screen = screen_of(document),
                    .read_only = preview_of(document) != nullptr,
                    .phone = parts.ui.phone,
                    .narrow = parts.size.x < icons_only_below * parts.ui.theme.scale,
                    .min = {0, 0},
                    .max = parts.size};
    if (const auto* deal = shown_deal(document)) add_deal(context, *deal);
    return context;
}

}
