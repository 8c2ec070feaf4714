#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/validate/limited.hpp"

namespace middleground::validation {

namespace {

Subject subject_of(const Commitment& commitment, std::size_t index) {
    return {"commitment", static_cast<int>(index) + 1, commitment.title, commitment.id.text};
}

std::string event_name(CommitmentEventKind kind) {
    return "the event " + quoted(key_of(kind));
}

void check_events(Report& report, const Subject& subject, const Commitment& commitment) {
    auto state = CommitmentState::planned;
    bool legal_so_far = true;
    for (std::size_t i = 0; i < commitment.events.size(); ++i) {
        const auto& event = commitment.events[i];
        const bool first_planned = i == 0 && event.kind == CommitmentEventKind::planned;
        // What follows an illegal move is judged from a state that never was: one message is enough.
        if (legal_so_far && !first_planned && !is_legal_move(state, event.kind)) {
            legal_so_far = false;
            report.add(subject, "move " + std::to_string(i),
                       "\"" + std::string(key_of(event.kind)) + "\" cannot follow \"" + std::string(key_of(state)) + '"',
                       "A commitment is planned, asked, agreed, kept; or declined, broken after it was agreed, dropped or not needed.");
        }
        state = state_after(state, event.kind);
        report.happened(subject, event_name(event.kind), event.on);
        if (i > 0) {
            report.not_before(subject, event_name(event.kind), commitment.events[i - 1].on, event.on);
        }
        report.references(subject, "Who was asked or answered", report.people, event.who);
        report.reference(subject, "An event's interaction", report.interactions, event.interaction.text);
        check_limits(report, subject, event);
        report.named_day(subject, event_name(event.kind), event.on, event.not_before);
    }
    if (commitment.decides && is_set_aside(state)) {
        report.add(subject, "decision set aside", "It is the decision, and it is " + folded(label_of(state)),
                   "Reopen it, or mark another commitment as the decision.");
    }
}

void check_commitment(Report& report, const Commitment& commitment, std::size_t index) {
    const auto subject = subject_of(commitment, index);
    report.id(subject, report.commitments);
    report.created(subject, commitment.created);
    auto limits = limited(report, subject, commitment);
    limits.before("prerequisites");
    report.values(subject, "value offered", commitment.value_offered);
    report.references(subject, "What it waits for", report.commitments, commitment.prerequisites);
    report.reference(subject, "The buyer's owner", report.people, commitment.buyer_owner.text);
    report.references(subject, "Who has to agree", report.people, commitment.people);
    limits.before("created");
    check_events(report, subject, commitment);
    limits.rest();
    for (const auto& prerequisite : commitment.prerequisites) {
        if (prerequisite == commitment.id) {
            report.add(subject, "self", "It waits for itself", "Remove it from what it waits for.");
        }
    }
}

void check_cycles(Report& report) {
    const auto& list = report.deal.commitments;
    for (const auto& cycle : PrerequisiteGraph(report.deal).cycles()) {
        constexpr std::size_t shown = 8; // a message, not a list
        const auto name = [&](int place) {
            const auto title = quoted(list[static_cast<std::size_t>(place)].title);
            return title.empty() ? "commitment " + std::to_string(place + 1) : title;
        };
        std::string chain;
        for (std::size_t i = 0; i < cycle.size() && i < shown; ++i) {
            chain += name(cycle[i]) + ", which waits for ";
        }
        if (cycle.size() > shown) {
            chain += std::to_string(cycle.size() - shown) + " more, then for ";
        }
        chain += name(cycle.front());
        const auto index = static_cast<std::size_t>(cycle.front());
        // Which commitment of the knot is named first depends on the order of the list, so the key names none.
        auto subject = subject_of(list[index], index);
        subject.id = {};
        report.add(subject, "cycle", "Commitments wait for each other: " + chain, "Remove one of these prerequisites.");
    }
}

void check_decision(Report& report) {
    const auto& list = report.deal.commitments;
    int deciding = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].decides && ++deciding > 1) {
            report.add(subject_of(list[i], i), "decides", "Another commitment is already the decision",
                       "Exactly one commitment in a plan is the decision.");
        }
    }
    if (deciding == 0 && !list.empty()) {
        report.add({}, "decides", "No commitment in the plan is the decision", "Mark the one that decides.");
    }
}

}

void check_commitments(Report& report) {
    const auto& list = report.deal.commitments;
    for (std::size_t i = 0; i < list.size(); ++i) {
        check_commitment(report, list[i], i);
    }
    check_cycles(report);
    check_decision(report);
}

}
