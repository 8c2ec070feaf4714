// What an edit did, in the words of the product.
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/edit/edit_steps.hpp"
#include "core/model/names.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/words/person_name.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/model/validate/validation_report.hpp"

namespace middleground {

namespace {

using edit_steps::named;

std::string person_name(std::string_view name) {
    return named(name, "a person");
}
std::string commitment_name(std::string_view title) {
    return named(title, "a commitment");
}
std::string title_of(const Deal& deal, const CommitmentId& id) {
    const auto* commitment = find(deal, id);
    return commitment_name(commitment == nullptr ? std::string_view{} : std::string_view(commitment->title));
}

std::string names(const Deal& deal, const std::vector<StakeholderId>& people) {
    return people.size() > 3 ? counted(static_cast<int>(people.size()), "person", "people") : joined_names(deal, people);
}

// Long texts in a toast help nobody.
std::string brief(std::string_view text, std::string_view otherwise) {
    constexpr std::size_t longest = 48; // bytes
    text = trimmed(text);
    if (text.size() <= longest) {
        return named(text, otherwise);
    }
    return std::string(trimmed(cut_to(text, longest))) + "\u2026";
}

std::string describe_event(const Deal& deal, const CommitmentEvent& event, const std::string& title) {
    const auto who = names(deal, event.who);
    switch (event.kind) {
    case CommitmentEventKind::planned:
        return "Planned: " + title;
    case CommitmentEventKind::asked:
        if (event.by == Asker::them) return (who.empty() ? "They" : who) + " asked for it: " + title;
        return "Asked" + (who.empty() ? std::string{} : ' ' + who) + ": " + title;
    case CommitmentEventKind::agreed:
        return (who.empty() ? "Agreed" : who + " agreed") + ": " + title;
    case CommitmentEventKind::declined:
        return (who.empty() ? "Declined" : who + " declined") + ": " + title;
    case CommitmentEventKind::kept:
        return "Kept: " + title;
    case CommitmentEventKind::broken:
        return "Broken: " + title;
    case CommitmentEventKind::due:
        return event.due ? "Due " + short_date(*event.due, event.on) + ": " + title : "No due date: " + title;
    case CommitmentEventKind::reopened:
        return "Reopened: " + title;
    case CommitmentEventKind::dropped:
        return "Dropped: " + title;
    case CommitmentEventKind::not_needed:
        return "Not needed: " + title;
    }
    return title;
}

struct Describer {
    const Deal& deal;

    std::string operator()(const edit::SetDeal& edit) const {
        std::vector<std::string> parts;
        const auto part = [&](bool is_set, std::string_view name) {
            if (is_set) {
                parts.emplace_back(name);
            }
        };
        part(edit.title.has_value(), "the title");
        part(edit.account.has_value(), "the account");
        part(edit.amount.has_value(), "the amount");
        part(edit.seller.has_value(), "the seller");
        part(edit.opened.has_value(), "the day it was opened");
        part(edit.process.has_value(), "who sets the steps");
        part(edit.expected_group_size.has_value(), "the expected group size");
        part(edit.notes.has_value(), "the notes");
        part(edit.playbook.has_value() || edit.planned_with.has_value(), "the playbook");
        part(edit.tags.has_value(), "the tags");
        part(edit.links.has_value(), "the links");
        part(edit.lesson.has_value(), "the lesson");
        part(edit.client.has_value(), "whether they are a customer");
        part(edit.own_base.has_value(), "what its chance begins with");
        return "Changed " + (parts.empty() || parts.size() > 3 ? "the deal" : joined(parts));
    }
    std::string operator()(const edit::StartPlan& edit) const { return "Planned with " + named(edit.title, "a playbook"); }

    std::string operator()(const edit::SetTarget& edit) const {
        return edit.event.date ? "Set the target date to " + short_date(*edit.event.date, edit.event.on) : "Removed the target date";
    }
    std::string operator()(const edit::SetOutcome& edit) const {
        if (std::holds_alternative<Won>(edit.outcome)) {
            return "Closed as won";
        }
        if (std::holds_alternative<Lost>(edit.outcome)) {
            return "Closed as lost";
        }
        return std::holds_alternative<NoDecision>(edit.outcome) ? "Closed without a decision" : "Reopened the deal";
    }
    std::string operator()(const edit::SetAlternatives&) const { return "Changed the alternatives"; }

    std::string operator()(const edit::PutStakeholder& edit) const {
        return (find(deal, edit.stakeholder.id) == nullptr ? "Added " : "Changed ") + person_name(distinct_name(deal, edit.stakeholder));
    }
    std::string operator()(const edit::RemoveStakeholder& edit) const {
        const auto* person = find(deal, edit.id);
        return "Removed " + person_name(person == nullptr ? std::string() : distinct_name(deal, *person));
    }
    std::string operator()(const edit::SetStance& edit) const {
        return "Stance of " + name_of(deal, edit.id) + ": " + folded(label_of(edit.event.stance));
    }
    std::string operator()(const edit::MergePeople& edit) const {
        return "Merged " + person_name(name_of(deal, edit.gone)) + " into " + person_name(name_of(deal, edit.kept.id));
    }
    std::string operator()(const edit::MoveStakeholder& edit) const { return "Moved " + name_of(deal, edit.id); }
    std::string operator()(const edit::SetInfluence& edit) const {
        return (edit.weight_milli == 0 ? "Removed the influence of " : "Set the influence of ") + name_of(deal, edit.from) + " on " +
               name_of(deal, edit.to);
    }

    std::string operator()(const edit::PutCommitment& edit) const {
        return (find(deal, edit.commitment.id) == nullptr ? "Added " : "Changed ") + commitment_name(edit.commitment.title);
    }
    std::string operator()(const edit::RemoveCommitment& edit) const {
        const auto* commitment = find(deal, edit.id);
        return (commitment != nullptr && is_dropped_by_removal(*commitment) ? "Dropped " : "Removed ") + title_of(deal, edit.id);
    }
    std::string operator()(const edit::MoveCommitment& edit) const { return "Moved " + title_of(deal, edit.id); }
    std::string operator()(const edit::AddCommitmentEvent& edit) const { return describe_event(deal, edit.event, title_of(deal, edit.id)); }

    std::string operator()(const edit::PutInteraction& edit) const {
        const auto kind =
            edit.interaction.kind == InteractionKind::other ? std::string("interaction") : folded(label_of(edit.interaction.kind));
        const auto who = names(deal, edit.interaction.people);
        return (find(deal, edit.interaction.id) == nullptr ? "Logged the " : "Changed the ") + kind + (who.empty() ? "" : " with " + who);
    }
    std::string operator()(const edit::RemoveInteraction& edit) const {
        const auto* interaction = find(deal, edit.id);
        return interaction == nullptr || interaction->kind == InteractionKind::other ? "Removed the interaction"
                                                                                     : "Removed the " + folded(label_of(interaction->kind));
    }

    std::string operator()(const edit::SetNextStep& edit) const {
        const auto* interaction = find(deal, edit.id);
        const auto* next = interaction != nullptr && interaction->next ? &*interaction->next : nullptr;
        const auto name = next == nullptr       ? std::string("the next step")
                          : next->what.empty() ? title_of(deal, next->commitment)
                                               : brief(next->what, "the next step");
        return (edit.state == NextStepState::happened  ? "Happened: "
                : edit.state == NextStepState::dropped ? "Dropped: "
                                                       : "Planned again: ") +
               name;
    }

    std::string operator()(const edit::SetSnooze& edit) const {
        return edit.until ? "Snoozed until " + short_date(*edit.until, edit.on) : std::string("Taken up again");
    }

    std::string operator()(const edit::SetField& edit) const {
        const auto name = named(edit.field.name, named(edit.name, "the field"));
        const auto of = edit.person.empty() ? std::string() : " of " + name_of(deal, edit.person);
        const auto* person = find(deal, edit.person);
        const auto* there = find_field(person != nullptr ? person->fields : deal.fields, edit.name);
        if (edit.field.value.empty()) return "Emptied " + named(edit.name, "the field") + of;
        if (there != nullptr && there->name != edit.field.name) return "Renamed " + named(there->name, "the field") + of + ": " + name;
        if (there != nullptr && there->shared != edit.field.shared) {
            return (edit.field.shared ? "Shared with the buyer: " : "Private again: ") + name + of;
        }
        return name + of + ": " + brief(own_value_words(edit.field, {}), {});
    }

    std::string operator()(const edit::PutConcern& edit) const {
        return (find(deal, edit.concern.id) == nullptr ? "Added the " : "Changed the ") + folded(label_of(edit.concern.kind)) + ": " +
               brief(edit.concern.text, "no text yet");
    }
    std::string operator()(const edit::RemoveConcern& edit) const {
        const auto* concern = find(deal, edit.id);
        return "Removed the " + folded(label_of(concern == nullptr ? ConcernKind::concern : concern->kind)) + ": " + brief(concern == nullptr ? std::string_view{} : std::string_view(concern->text), "no text");
    }
    std::string operator()(const edit::AddConcernEvent& edit) const {
        const auto* concern = find(deal, edit.id);
        return std::string(label_of(edit.event.kind)) + ": " +
               brief(concern == nullptr ? std::string_view{} : std::string_view(concern->text), "a concern");
    }

    std::string operator()(const edit::PutPromise& edit) const {
        return (find(deal, edit.promise.id) == nullptr ? "Promised: " : "Changed the promise: ") + brief(edit.promise.what, "no text yet");
    }
    std::string operator()(const edit::RemovePromise& edit) const {
        const auto* promise = find(deal, edit.id);
        return "Removed the promise: " + brief(promise == nullptr ? std::string_view{} : std::string_view(promise->what), "no text");
    }
    std::string operator()(const edit::AddPromiseEvent& edit) const {
        const auto* promise = find(deal, edit.id);
        const std::string what = edit.event.kind == PromiseEventKind::kept     ? "Promise kept: "
                                 : edit.event.kind == PromiseEventKind::broken ? "Promise broken: "
                                                                               : "Promise made: ";
        return what + brief(promise == nullptr ? std::string_view{} : std::string_view(promise->what), "no text");
    }
};

}

std::string describe(const Deal& before, const Edit& edit) {
    return validation::on_one_line(std::visit(Describer{before}, edit.any()));
}

}
