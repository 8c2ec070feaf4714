#include "core/model/log_entry.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_answer(CommitmentEventKind kind) {
    return kind == CommitmentEventKind::agreed || kind == CommitmentEventKind::declined || kind == CommitmentEventKind::kept ||
           kind == CommitmentEventKind::broken;
}

// The last one counts: what was agreed first may have been declined in the end.
std::optional<EntryAnswer> answer_about(const Commitment& commitment, const InteractionId& interaction) {
    std::optional<EntryAnswer> answer;
    const auto& events = commitment.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].interaction != interaction || !is_answer(events[i].kind)) continue;
        answer = EntryAnswer{commitment.id, events[i].kind, events[i].why, {}, events[i].not_before};
        if (i + 1 < events.size() && events[i + 1].kind == CommitmentEventKind::due && events[i + 1].on == events[i].on) {
            answer->due = events[i + 1].due;
        }
    }
    return answer;
}

bool has(const std::vector<StakeholderId>& people, const StakeholderId& id) {
    return std::ranges::find(people, id) != people.end();
}

}

std::vector<EntryAnswer> answers_in(const Deal& deal, const Interaction& interaction) {
    std::vector<EntryAnswer> answers;
    for (const auto& id : interaction.asks) {
        const auto* commitment = find(deal, id);
        if (!commitment) continue;
        answers.push_back(answer_about(*commitment, interaction.id).value_or(EntryAnswer{id, CommitmentEventKind::asked, {}, {}}));
    }
    for (const auto& commitment : deal.commitments) {
        if (std::ranges::find(interaction.asks, commitment.id) != interaction.asks.end()) continue;
        if (auto answer = answer_about(commitment, interaction.id)) answers.push_back(std::move(*answer));
    }
    return answers;
}

Asker asker_in(const Commitment& commitment, const Interaction& interaction) {
    const auto asked = std::ranges::find_if(commitment.events, [&](const CommitmentEvent& event) {
        return event.kind == CommitmentEventKind::asked && event.interaction == interaction.id;
    });
    return asked == commitment.events.end() ? asker_of(interaction) : asked->by;
}

namespace {

// How well a promise of that day fits to an entry: best where its words stand, least at an invitation that came in by itself.
int promise_fit(const Interaction& one, std::string_view what) {
    if (!what.empty() && plain_letters(one.summary).contains(what)) return 2;
    return one.next && !one.source.empty() ? 0 : 1;
}

}

std::vector<PromiseId> promises_in(const Deal& deal, const Interaction& interaction) {
    std::vector<PromiseId> promises;
    for (const auto& promise : deal.promises) {
        if (promise.events.empty() || promise.events.front().on != interaction.on) continue;
        const auto what = plain_letters(trimmed(promise.what));
        const Interaction* best = nullptr; // the last of those that fit best
        for (const auto& one : deal.interactions) {
            if (one.on != interaction.on || (!promise.to.empty() && !has(one.people, promise.to))) continue;
            if (!best || promise_fit(one, what) >= promise_fit(*best, what)) best = &one;
        }
        if (best && best->id == interaction.id) promises.push_back(promise.id);
    }
    return promises;
}

std::string entry_title(const Deal& deal, const Interaction& interaction) {
    auto title = interaction.kind == InteractionKind::other ? std::string("Contact") : std::string(label_of(interaction.kind));
    if (interaction.people.empty()) return title;
    title += interaction.direction == Direction::outbound ? " to " : interaction.direction == Direction::inbound ? " from " : " with ";
    return title + joined_names(deal, interaction.people);
}

}
