#include "core/agenda/ask_day.hpp"

namespace middleground {

std::optional<Date> day_of(const Deal& deal, const NextAsk& ask, std::span<const ComingUp> coming, Date today) {
    if (ask.action == NextAction::prepare && ask.day) return ask.day;
    for (const auto& one : coming) {
        const auto* commitment = std::get_if<CommitmentId>(&one.about);
        const auto* promise = std::get_if<PromiseId>(&one.about);
        if (commitment && *commitment == ask.commitment) return one.on;
        if (promise && *promise == ask.promise) return one.on;
    }
    for (const auto& one : coming) {
        const auto* planned_in = std::get_if<InteractionId>(&one.about);
        if (!planned_in || !one.on || one.is_late(today)) continue;
        const auto& about = find(deal, *planned_in)->next->commitment;
        if (about.empty() || about == ask.commitment) return one.on;
    }
    return {};
}

}
