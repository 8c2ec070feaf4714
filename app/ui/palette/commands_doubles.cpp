// What may be there twice, and merging by hand.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/viewmodel/doubles/doubles_data.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

constexpr std::size_t most_offered = 5;

void add_person_doubles(const Context& context, CommandCollector& out) {
    const auto& deal = *context.deal;
    std::size_t offered = 0;
    for (const auto& pair : context.caches.doubles.people(deal, context.revision, context.document.settings)) {
        if (++offered > most_offered) break;
        out.add({Command::Group::act, icon::users_round, "Doubles: " + pair_names(deal, pair), pair.reason, "",
                 [one = pair.one, other = pair.other](const Context& at) {
                     at.act(action::GoTo{Screen::people});
                     open_person_double(at, one, other, Found::by_us);
                 }},
                {}, "merge duplicate same person");
    }
    const auto* chosen = find(deal, context.view.person);
    if (context.screen != Screen::people || !chosen || deal.stakeholders.size() < 2) return;
    out.add({Command::Group::act, icon::users_round, "Merge " + name_of(deal, chosen->id) + " with\u2026", "somebody who is the same person", "",
             [id = chosen->id](const Context& at) { open_person_double(at, id, {}, Found::by_hand); }},
            {}, "doubles duplicate");
}

void add_deal_doubles(const Context& context, CommandCollector& out) {
    std::size_t offered = 0;
    for (const auto& pair : context.caches.doubles.deals()) {
        if (!find_entry(context.document, pair.one) || !find_entry(context.document, pair.other)) continue;
        if (++offered > most_offered) break;
        out.add({Command::Group::act, icon::layout_grid, "Doubles: " + pair_names(context.document, pair), pair.reason, "",
                 [one = pair.one, other = pair.other](const Context& at) { open_deal_double(at, one, other, Found::by_us); }},
                {}, "merge duplicate same deal");
    }
    if (!context.deal || !find_entry(context.document, context.deal->id) || context.document.entries.size() < 2) return;
    out.add({Command::Group::act, icon::layout_grid, "Merge this deal with\u2026", "another one that is the same", "",
             [](const Context& at) { open_deal_double(at, at.deal->id, {}, Found::by_hand); }},
            {}, "doubles duplicate");
}

}

void add_double_commands(const Context& context, CommandCollector& out) {
    if (out.everything() || context.read_only) return;
    if (context.deal) add_person_doubles(context, out);
    add_deal_doubles(context, out);
}

}
