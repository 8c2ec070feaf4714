#include "core/model/names.hpp"
#include "core/model/validate/limited.hpp"

namespace middleground::validation {

namespace {

// Concerns and promises: the event is legal if the thing, as it was before it, allows the move.
template <typename Thing>
void check_events(Report& report, const Subject& subject, const Thing& thing, std::string_view first) {
    if (thing.events.empty()) {
        report.add(subject, "no event", "Nothing has happened to it yet", "Its first event is \"" + std::string(first) + "\".");
    }
    Thing before; // never holds more than the event before: the rules look no further back
    bool legal_so_far = true;
    for (std::size_t i = 0; i < thing.events.size(); ++i) {
        const auto& event = thing.events[i];
        const auto name = "the event " + quoted(key_of(event.kind));
        if (legal_so_far && !is_legal_move(before, event.kind)) {
            legal_so_far = false;
            report.add(subject, "move " + std::to_string(i),
                       before.events.empty() ? "The first event is " + quoted(key_of(event.kind))
                                             : quoted(key_of(event.kind)) + " cannot follow " + quoted(key_of(before.events.back().kind)),
                       "The first event is \"" + std::string(first) + "\", and it happens once.");
        }
        before.events.assign(1, {event.kind, event.on, {}});
        report.happened(subject, name, event.on);
        if (i > 0) {
            report.not_before(subject, name, thing.events[i - 1].on, event.on);
        }
        check_limits(report, subject, event);
    }
}

void check_interaction(Report& report, const Interaction& interaction, int place) {
    const Subject subject{"interaction", place, interaction.summary, interaction.id.text};
    report.id(subject, report.interactions);
    report.created(subject, interaction.created);
    report.happened(subject, "the interaction", interaction.on);
    report.references(subject, "Who took part", report.people, interaction.people);
    auto limits = limited(report, subject, interaction);
    limits.before("next");
    report.references(subject, "What was asked for", report.commitments, interaction.asks);
    report.references(subject, "The concerns touched", report.concerns, interaction.concerns);
    report.values(subject, "value given", interaction.value_given);
    if (interaction.next) {
        const auto& next = *interaction.next;
        report.reference(subject, "The next step", report.commitments, next.commitment.text);
        check_limits(report, subject, next);
        if (next.commitment.empty() && !next.on && next.what.empty()) {
            report.add(subject, "next", "The next step is empty", "Give it a day, a commitment or a text, or leave it out.");
        }
    }
    limits.rest();
}

}

void check_promises(Report& report) {
    const auto& list = report.deal.promises;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& promise = list[i];
        const Subject subject{"promise", static_cast<int>(i) + 1, promise.what, promise.id.text};
        report.id(subject, report.promises);
        report.created(subject, promise.created);
        report.reference(subject, "Whom it was made to", report.people, promise.to.text);
        auto limits = limited(report, subject, promise);
        limits.before("created");
        check_events(report, subject, promise, "made");
        limits.rest();
    }
}

void check_interactions(Report& report) {
    const auto& list = report.deal.interactions;
    for (std::size_t i = 0; i < list.size(); ++i) {
        check_interaction(report, list[i], static_cast<int>(i) + 1);
    }
}

void check_concerns(Report& report) {
    const auto& list = report.deal.concerns;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& concern = list[i];
        const Subject subject{"concern", static_cast<int>(i) + 1, concern.text, concern.id.text};
        report.id(subject, report.concerns);
        report.created(subject, concern.created);
        if (concern.stakeholder.empty()) {
            report.add(subject, "nobody", "The concern belongs to nobody", "Say whose it is.");
        }
        report.reference(subject, "Whose concern it is", report.people, concern.stakeholder.text);
        auto limits = limited(report, subject, concern);
        limits.before("created");
        check_events(report, subject, concern, "raised");
        limits.rest();
    }
}

}
