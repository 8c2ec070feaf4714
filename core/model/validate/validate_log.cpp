#include "core/model/names.hpp"
#include "core/model/validate/validation_report.hpp"

namespace middleground::validation {

namespace {

using enum Report::Length;

// Concerns and promises: the event is legal if the thing, as it was before it, allows the move.
template <typename Thing>
void check_events(Report& report, const Subject& subject, const Thing& thing, std::string_view first) {
    report.count(subject, "events", thing.events.size(), Limits::events);
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
        report.text(subject, "note of an event", event.note, long_text);
    }
}

void check_interaction(Report& report, const Interaction& interaction, int place) {
    const Subject subject{"interaction", place, interaction.summary, interaction.id.text};
    report.id(subject, report.interactions);
    report.created(subject, interaction.created);
    report.happened(subject, "the interaction", interaction.on);
    report.references(subject, "Who took part", report.people, interaction.people);
    report.text(subject, "summary", interaction.summary, long_text);
    report.references(subject, "What was asked for", report.commitments, interaction.asks);
    report.references(subject, "The concerns touched", report.concerns, interaction.concerns);
    report.values(subject, "value given", interaction.value_given);
    if (interaction.next) {
        const auto& next = *interaction.next;
        report.reference(subject, "The next step", report.commitments, next.commitment.text);
        report.text(subject, "next step", next.what, long_text);
        if (next.commitment.empty() && !next.on && next.what.empty()) {
            report.add(subject, "next", "The next step is empty", "Give it a day, a commitment or a text, or leave it out.");
        }
    }
    report.text(subject, "text of unknown members", interaction.extra, long_text);
}

}

void check_promises(Report& report) {
    const auto& list = report.deal.promises;
    report.count({}, "promises", list.size(), Limits::others);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& promise = list[i];
        const Subject subject{"promise", static_cast<int>(i) + 1, promise.what, promise.id.text};
        report.id(subject, report.promises);
        report.created(subject, promise.created);
        report.reference(subject, "Whom it was made to", report.people, promise.to.text);
        report.text(subject, "text", promise.what, long_text);
        check_events(report, subject, promise, "made");
        report.text(subject, "text of unknown members", promise.extra, long_text);
    }
}

void check_interactions(Report& report) {
    const auto& list = report.deal.interactions;
    report.count({}, "interactions", list.size(), Limits::interactions);
    for (std::size_t i = 0; i < list.size(); ++i) {
        check_interaction(report, list[i], static_cast<int>(i) + 1);
    }
}

void check_concerns(Report& report) {
    const auto& list = report.deal.concerns;
    report.count({}, "concerns", list.size(), Limits::others);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& concern = list[i];
        const Subject subject{"concern", static_cast<int>(i) + 1, concern.text, concern.id.text};
        report.id(subject, report.concerns);
        report.created(subject, concern.created);
        if (concern.stakeholder.empty()) {
            report.add(subject, "nobody", "The concern belongs to nobody", "Say whose it is.");
        }
        report.reference(subject, "Whose concern it is", report.people, concern.stakeholder.text);
        report.text(subject, "text", concern.text, long_text);
        check_events(report, subject, concern, "raised");
        report.text(subject, "text of unknown members", concern.extra, long_text);
    }
}

}
