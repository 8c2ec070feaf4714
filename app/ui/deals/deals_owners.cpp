// In a team: whose deals are shown.
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/deals/deals_filters.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

std::optional<CountedOwner> shown_owner(const Context& context) {
    auto& chosen = context.view.deals.owner;
    if (chosen.empty()) return {};
    const auto owners = owners_of(context.document);
    const auto found = std::ranges::find(owners, chosen, [](const CountedOwner& one) { return one.owner.id; });
    if (found != owners.end()) return *found;
    chosen.clear();
    return {};
}

void draw_owners_dialog(const Context& context) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (!draft.owners_open) return;
    if (Dialog dialog(ui, "Whose deals", draft.owners_open, 400); dialog) {
        const auto owners = owners_of(context.document);
        const auto offer = [&](const std::string& name, const std::string& id, int deals) {
            const auto label = name + ", " + counted(deals, "deal", "deals") + "##" + id;
            if (!button(ui, ButtonKind::quiet, label, {.icon = draft.owner == id ? icon::check : icon::user, .width = -1, .selected = draft.owner == id})) return;
            draft.owner = id;
            draft.owners_open = false;
        };
        int all = 0;
        for (const auto& one : owners) {
            all += one.deals;
        }
        offer("Everybody's", {}, all);
        for (const auto& one : owners) {
            offer(one.owner.name, one.owner.id, one.deals);
        }
    }
}

}
