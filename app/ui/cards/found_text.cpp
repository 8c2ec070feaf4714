#include "app/ui/cards/found_text.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"

#include <algorithm>

namespace middleground {

namespace {

// What of the deal is shown for a text of that kind; nothing: the deal itself.
std::optional<Subject> subject_of(const Deal& deal, const FoundText& found) {
    const auto at = [&](const auto& list) -> std::optional<Subject> {
        if (found.index >= list.size()) return {};
        return Subject(list[found.index].id);
    };
    switch (found.place) {
    case TextPlace::person:
        return at(deal.stakeholders);
    case TextPlace::plan:
        return at(deal.commitments);
    case TextPlace::log:
        return at(deal.interactions);
    case TextPlace::concern:
        return at(deal.concerns);
    case TextPlace::promise:
        return at(deal.promises);
    default:
        return {};
    }
}

// Facts stand in the details.
bool stands_in_details(TextPlace place) {
    return place == TextPlace::alternative || place == TextPlace::tag || place == TextPlace::field || place == TextPlace::link || place == TextPlace::notes || place == TextPlace::lesson;
}

}

void open_found_text(const Context& context, const DealId& id, const FoundText& found) {
    const auto entry = std::ranges::find(context.document.entries, id, [](const Entry& one) -> const DealId& { return one.deal.id; });
    if (entry == context.document.entries.end()) return;
    if (const auto subject = subject_of(entry->deal, found)) context.view.errand = Errand{.kind = Errand::Kind::show, .deal = id, .about = *subject};
    context.act(action::OpenDeal{id, Screen::deal});
    if (stands_in_details(found.place)) context.view.details_open = true;
}

}
