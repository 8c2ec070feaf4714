#include "core/agenda/agenda_dates.hpp"

#include "core/base/sort_list.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

Date first_day_of_strip(Date today) {
    const auto monday = today - today.weekday();
    return today.weekday() >= days_of_strip ? monday + 7 : monday;
}

std::vector<AgendaDate> agenda_dates(const Deal& deal, Date from, Date to) {
    std::vector<AgendaDate> dates;
    const auto add = [&](const std::optional<Date>& on, AgendaDateKind kind, Subject about, std::string what, bool done) {
        if (on && *on >= from && *on <= to) dates.push_back({*on, kind, std::move(about), std::move(what), done});
    };
    const bool open = is_open(deal.outcome);
    for (const auto& commitment : deal.commitments) {
        const bool kept = state_of(commitment) == CommitmentState::kept;
        if (!is_named(commitment) || is_set_aside(commitment) || (!kept && !open)) continue;
        add(due_of(commitment), AgendaDateKind::theirs, commitment.id, shown_title(commitment), kept);
    }
    for (const auto& promise : deal.promises) {
        if (state_of(promise) != PromiseState::kept && !is_owed(deal, promise)) continue;
        add(promise.due, AgendaDateKind::ours, promise.id, text_or(promise.what, nameless_promise), state_of(promise) == PromiseState::kept);
    }
    for (const auto& interaction : deal.interactions) {
        if (!interaction.next || interaction.next->state == NextStepState::dropped) continue;
        const bool happened = interaction.next->state == NextStepState::happened;
        if (!happened && !open && !std::holds_alternative<Won>(deal.outcome)) continue;
        add(interaction.next->on, AgendaDateKind::meeting, interaction.id, next_step_words(deal, *interaction.next), happened);
    }
    sort_list(dates, {}, &AgendaDate::on);
    return dates;
}

}
