#include "core/base/text.hpp"
#include "core/model/edit/edit_steps.hpp"
#include "core/model/names.hpp"

#include <iterator>

namespace middleground::edit_steps {

namespace {

// Those of the interaction whom the commitment needs; everybody there when it names nobody.
std::vector<StakeholderId> whom(const Interaction& interaction, const Commitment& commitment) {
    if (commitment.people.empty()) {
        return interaction.people;
    }
    std::vector<StakeholderId> who;
    for (const auto& person : interaction.people) {
        if (std::find(commitment.people.begin(), commitment.people.end(), person) != commitment.people.end()) {
            who.push_back(person);
        }
    }
    return who;
}

// Puts an event behind those of its day and of earlier ones, if what is known of later days may follow it.
template <typename Thing, typename Event>
bool insert_by_day(Thing& thing, const Event& event) {
    const auto later = std::find_if(thing.events.begin(), thing.events.end(), [&](const Event& one) { return one.on > event.on; });
    Thing before; // of all that the rules look at: they look no further back than the event before
    if (later != thing.events.begin()) before.events.assign(1, *std::prev(later));
    if (!is_legal_move(before, event.kind)) return false;
    before.events.assign(1, event);
    if (later != thing.events.end() && !is_legal_move(before, later->kind)) return false;
    thing.events.insert(later, event);
    return true;
}

// For concerns and promises.
template <typename Thing, typename Event>
Outcome append_event(Thing& thing, const Event& event, const std::string& name, Date today) {
    if (insert_by_day(thing, event)) return {};
    if (!is_legal_move(thing, event.kind)) {
        if (!thing.events.empty() && event.kind == thing.events.back().kind) {
            return fail(name + " is already " + std::string(key_of(event.kind)));
        }
        return fail(name + " cannot become \"" + std::string(key_of(event.kind)) + "\": it is " + folded(label_of(state_of(thing))), {},
                    "Choose another answer.");
    }
    const auto& last = thing.events.back();
    const auto day = short_date(last.on, today);
    return fail(name + " was " + std::string(key_of(last.kind)) + " on " + day + ", after the day you chose", {},
                "Choose " + day + " or a later day.");
}

template <typename Thing, typename Event>
void put(std::vector<Thing>& things, const Thing& thing, Event first) {
    if (auto* existing = find_in(things, thing.id)) {
        auto events = std::move(existing->events);
        *existing = thing;
        existing->events = std::move(events);
        return;
    }
    things.push_back(thing);
    if (things.back().events.empty()) {
        things.back().events.push_back(std::move(first));
    }
}

}

Outcome change(Deal& deal, const edit::PutInteraction& edit, Date today) {
    // Before anything else, or the message would be about one of the commitments asked for.
    if (edit.interaction.on > today) {
        return fail("The day of the interaction, " + short_date(edit.interaction.on, today) + ", is in the future", {},
                    "Choose today or an earlier day.");
    }
    if (edit.interaction.on < deal.opened) {
        return fail("The day of the interaction, " + short_date(edit.interaction.on, today) + ", is before the deal was opened on " +
                        short_date(deal.opened, today),
                    {}, "Choose a later day, or change the day the deal was opened.");
    }
    if (auto* existing = find_in(deal.interactions, edit.interaction.id)) {
        if (!edit.answers.empty()) {
            return fail("Answers can only be recorded together with a new interaction", {}, "Record the answer on the commitment itself.");
        }
        *existing = edit.interaction;
        return {};
    }
    deal.interactions.push_back(edit.interaction);
    const auto& interaction = edit.interaction;
    for (const auto& id : interaction.asks) {
        auto* commitment = find_in(deal.commitments, id);
        if (commitment == nullptr || !fits_on(*commitment, CommitmentEventKind::asked, interaction.on)) {
            continue; // asked again while it is open, or when it is agreed, or before they were asked anyway: nothing new happened
        }
        CommitmentEvent asked{CommitmentEventKind::asked, interaction.on, {}, interaction.id, {}, {}};
        const bool theirs = std::find(edit.their_asks.begin(), edit.their_asks.end(), id) != edit.their_asks.end();
        const bool answered = std::any_of(edit.answers.begin(), edit.answers.end(), [&](const edit::Answer& one) {
            return one.commitment == id && (one.event.kind == CommitmentEventKind::agreed || one.event.kind == CommitmentEventKind::declined);
        });
        asked.by = theirs ? Asker::them : answered ? Asker::us : asker_of(interaction);
        asked.who = asked.by == Asker::them ? interaction.people : whom(interaction, *commitment);
        if (auto outcome = append_event(*commitment, std::move(asked), today); !outcome) {
            return outcome;
        }
    }
    for (const auto& answer : edit.answers) {
        auto* commitment = find_in(deal.commitments, answer.commitment);
        if (commitment == nullptr) {
            return gone("commitment");
        }
        auto event = answer.event;
        if (event.interaction.empty()) {
            event.interaction = interaction.id;
        }
        if (auto outcome = append_event(*commitment, std::move(event), today); !outcome) {
            return outcome;
        }
    }
    return {};
}

Outcome change(Deal& deal, const edit::RemoveInteraction& edit, Date) {
    if (find_in(deal.interactions, edit.id) == nullptr) {
        return gone("interaction");
    }
    std::erase_if(deal.interactions, [&](const Interaction& interaction) { return interaction.id == edit.id; });
    for (auto& commitment : deal.commitments) {
        for (auto& event : commitment.events) {
            if (event.interaction == edit.id) {
                event.interaction = {};
            }
        }
    }
    return {};
}

Outcome change(Deal& deal, const edit::SetNextStep& edit, Date) {
    auto* interaction = find_in(deal.interactions, edit.id);
    if (interaction == nullptr) return gone("interaction");
    if (!interaction->next) return fail("That entry has no planned next step", {}, "Edit the entry in the log to plan one.");
    interaction->next->state = edit.state;
    return {};
}

Outcome change(Deal& deal, const edit::PutConcern& edit, Date today) {
    put(deal.concerns, edit.concern, ConcernEvent{ConcernEventKind::raised, today, {}});
    return {};
}

Outcome change(Deal& deal, const edit::RemoveConcern& edit, Date) {
    if (find_in(deal.concerns, edit.id) == nullptr) {
        return gone("concern");
    }
    std::erase_if(deal.concerns, [&](const Concern& concern) { return concern.id == edit.id; });
    for (auto& interaction : deal.interactions) {
        std::erase(interaction.concerns, edit.id);
    }
    return {};
}

Outcome change(Deal& deal, const edit::AddConcernEvent& edit, Date today) {
    auto* concern = find_in(deal.concerns, edit.id);
    return concern == nullptr ? Outcome(gone("concern")) : append_event(*concern, edit.event, "The concern", today);
}

Outcome change(Deal& deal, const edit::PutPromise& edit, Date today) {
    put(deal.promises, edit.promise, PromiseEvent{PromiseEventKind::made, today, {}});
    return {};
}

Outcome change(Deal& deal, const edit::RemovePromise& edit, Date) {
    if (find_in(deal.promises, edit.id) == nullptr) {
        return gone("promise");
    }
    std::erase_if(deal.promises, [&](const OurPromise& promise) { return promise.id == edit.id; });
    return {};
}

Outcome change(Deal& deal, const edit::AddPromiseEvent& edit, Date today) {
    auto* promise = find_in(deal.promises, edit.id);
    return promise == nullptr ? Outcome(gone("promise")) : append_event(*promise, edit.event, "The promise", today);
}

}
