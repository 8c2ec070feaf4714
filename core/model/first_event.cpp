#include "core/model/first_event.hpp"

#include "core/base/text.hpp"

#include <utility>

namespace middleground {

namespace {

std::string quoted(std::string_view text, std::string_view otherwise) {
    const auto words = trimmed(text);
    return words.empty() ? std::string(otherwise) : "\u201c" + std::string(words) + "\u201d";
}

std::string_view past(CommitmentEventKind kind) {
    switch (kind) {
    case CommitmentEventKind::planned:
        return " was planned";
    case CommitmentEventKind::asked:
        return " was asked for";
    case CommitmentEventKind::agreed:
        return " was agreed";
    case CommitmentEventKind::declined:
        return " was declined";
    case CommitmentEventKind::kept:
        return " was kept";
    case CommitmentEventKind::broken:
        return " was broken";
    case CommitmentEventKind::due:
        return " got its due date";
    case CommitmentEventKind::reopened:
        return " was reopened";
    case CommitmentEventKind::dropped:
        return " was dropped";
    case CommitmentEventKind::not_needed:
        return " was marked as not needed";
    }
    return {};
}

std::string words_of(const Commitment& commitment, const CommitmentEvent& event) {
    return quoted(commitment.title, "a commitment") + std::string(past(event.kind));
}

std::string words_of(const Deal& deal, const Interaction& interaction) {
    const auto who = interaction.people.empty() ? std::string() : name_of(deal, interaction.people.front());
    const bool call = interaction.kind == InteractionKind::call;
    const bool mail = interaction.kind == InteractionKind::email;
    if (who.empty()) return call ? "there was a call" : mail ? "there was an e-mail" : "there was a meeting";
    return (call ? "there was a call with " : mail ? "there was an e-mail with " : "you met ") + who;
}

// Keeps the earliest; of one day the first that it is told.
class Earliest {
public:
    template <typename Words>
    void tell(Date on, const Words& words) {
        if (!found_ || on < found_->on) found_ = DatedEvent{on, words()};
    }
    std::optional<DatedEvent> take() { return std::move(found_); }

private:
    std::optional<DatedEvent> found_;
};

}

std::optional<DatedEvent> first_event(const Deal& deal) {
    Earliest earliest;
    for (const auto& interaction : deal.interactions) {
        earliest.tell(interaction.on, [&] { return words_of(deal, interaction); });
    }
    for (const auto& commitment : deal.commitments) {
        for (const auto& event : commitment.events) {
            earliest.tell(event.on, [&] { return words_of(commitment, event); });
        }
    }
    for (const auto& person : deal.stakeholders) {
        for (const auto& stance : person.stances) {
            earliest.tell(stance.on, [&] { return "the stance of " + name_of(deal, person.id) + " was noted"; });
        }
    }
    for (const auto& concern : deal.concerns) {
        for (const auto& event : concern.events) {
            earliest.tell(event.on, [&] { return name_of(deal, concern.stakeholder) + " had a concern"; });
        }
    }
    for (const auto& promise : deal.promises) {
        for (const auto& event : promise.events) {
            earliest.tell(event.on, [&] { return "we promised " + quoted(promise.what, "something"); });
        }
    }
    for (const auto& target : deal.targets) {
        earliest.tell(target.on, [] { return std::string("the target date was set"); });
    }
    return earliest.take();
}

std::optional<DatedEvent> last_move(const Deal& deal) {
    std::optional<DatedEvent> last;
    for (const auto& commitment : deal.commitments) {
        for (const auto& event : commitment.events) {
            // What the seller does with the plan is no move of the deal.
            using enum CommitmentEventKind;
            const bool moves = event.kind != planned && event.kind != due && event.kind != reopened && event.kind != dropped &&
                               event.kind != not_needed;
            if (moves && (!last || event.on > last->on)) last = DatedEvent{event.on, words_of(commitment, event)};
        }
    }
    return last;
}

}
