#include "app/session/action.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/found_text.hpp"
#include "app/ui/deals/deals_table.hpp"

namespace middleground {

void open_found(const Context& context, const DealRow& row) {
    if (const auto* found = context.caches.search.found(row.deal->id)) return open_found_text(context, row.deal->id, *found);
    context.act(action::OpenDeal{row.deal->id, Screen::deal});
}

}
