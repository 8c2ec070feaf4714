#include "core/merge/merge_words.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/person_name.hpp"
#include "core/model/shown_name.hpp"

namespace middleground::merging {

namespace {

// A text as a name.
std::string brief(std::string_view text, std::string_view otherwise) {
    constexpr std::size_t longest = 60; // bytes
    text = trimmed(text);
    if (text.empty()) return std::string(otherwise);
    if (text.size() <= longest) return std::string(text);
    return std::string(trimmed(cut_to(text, longest))) + "\u2026";
}

std::string with_note(std::string words, std::string_view note) {
    return trimmed(note).empty() ? words : words + ": " + std::string(trimmed(note));
}

template <typename I>
auto find_in_any(const MergeInput& input, const I& id) -> decltype(find(input.mine, id)) {
    if (const auto* found = find(input.mine, id)) return found;
    if (const auto* found = find(input.theirs, id)) return found;
    return input.base ? find(*input.base, id) : nullptr;
}

}

std::string Words::listed(std::vector<std::string> words) {
    return joined(words);
}

std::string Words::with_people(std::string words, const std::vector<StakeholderId>& people) const {
    const auto names = of(people);
    return names.empty() ? words : words + ' ' + names;
}

std::string Words::name(const Deal& deal) const {
    return brief(deal.title, brief(deal.account, "The deal"));
}
std::string Words::name(const Stakeholder& person) const {
    return brief(distinct_name(input_.mine, person), nameless_person);
}
std::string Words::name(const Influence& line) const {
    return of(line.from) + " on " + of(line.to);
}
std::string Words::name(const Commitment& commitment) const {
    return brief(commitment.title, nameless_commitment);
}
std::string Words::name(const OurPromise& promise) const {
    return brief(promise.what, nameless_promise);
}
std::string Words::name(const Interaction& interaction) const {
    const auto kind = interaction.kind == InteractionKind::other ? std::string("Contact") : std::string(label_of(interaction.kind));
    return with_people(kind + " of " + of(interaction.on) + (interaction.people.empty() ? "" : " with"), interaction.people);
}
std::string Words::name(const Concern& concern) const {
    return brief(concern.text, nameless_concern);
}
std::string Words::name(const Alternative& alternative) const {
    return brief(alternative.name, nameless_alternative);
}

std::string Words::of(Date day) const {
    return short_date(day, input_.today);
}
std::string Words::of(const std::optional<Money>& amount) const {
    return amount ? format_money(*amount) : std::string();
}
std::string Words::of(const Outcome& outcome) const {
    if (const auto* won = std::get_if<Won>(&outcome)) return "Won " + of(won->on);
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return with_note("No decision " + of(none->on), none->why);
    const auto* lost = std::get_if<Lost>(&outcome);
    if (!lost) return "Open";
    return with_note("Lost " + of(lost->on) + (trimmed(lost->to).empty() ? "" : " to " + lost->to), lost->why);
}
std::string Words::of(const std::optional<NextStep>& next) const {
    if (!next) return {};
    auto words = next->what.empty() ? of(next->commitment) : next->what;
    if (next->on) words += (words.empty() ? "" : ", ") + of(*next->on);
    if (next->state != NextStepState::planned) words += (words.empty() ? "" : ", ") + folded(label_of(next->state));
    return words;
}
std::string Words::of(const Value& value) const {
    auto words = value.what;
    if (!value.to.empty()) words += (words.empty() ? "For " : ", for ") + of(value.to);
    if (!value.outcome.empty()) words += " (" + value.outcome + ')';
    return words;
}
std::string Words::of(Function value) const {
    return std::string(label_of(value));
}
std::string Words::of(Role value) const {
    return std::string(label_of(value));
}
std::string Words::of(InteractionKind value) const {
    return std::string(label_of(value));
}
std::string Words::of(Direction value) const {
    return std::string(label_of(value));
}
std::string Words::of(Process value) const {
    return std::string(label_of(value));
}
std::string Words::of(AlternativeKind value) const {
    return std::string(label_of(value));
}

std::string Words::of(const StakeholderId& id) const {
    if (id.empty()) return {};
    const auto* person = find_in_any(input_, id);
    return person ? name(*person) : "somebody";
}
std::string Words::of(const CommitmentId& id) const {
    if (id.empty()) return {};
    const auto* commitment = find_in_any(input_, id);
    return commitment ? name(*commitment) : "a commitment";
}
std::string Words::of(const ConcernId& id) const {
    if (id.empty()) return {};
    const auto* concern = find_in_any(input_, id);
    return concern ? name(*concern) : "a concern";
}

std::string Words::of(const StanceEvent& event) const {
    return with_note(std::string(label_of(event.stance)) + ' ' + of(event.on), event.why);
}
std::string Words::of(const TargetEvent& event) const {
    if (!event.date) return with_note("No target date", event.note);
    return with_note(of(*event.date) + ", " + folded(label_of(event.reason)), event.note);
}
std::string Words::of(const CommitmentEvent& event) const {
    if (event.kind == CommitmentEventKind::due) {
        return event.due ? "Due " + of(*event.due) : std::string("No due date");
    }
    return with_note(with_people(std::string(label_of(event.kind)), event.who) + ' ' + of(event.on), event.why);
}
std::string Words::of(const ConcernEvent& event) const {
    return with_note(std::string(label_of(event.kind)) + ' ' + of(event.on), event.note);
}
std::string Words::of(const PromiseEvent& event) const {
    return with_note(std::string(label_of(event.kind)) + ' ' + of(event.on), event.note);
}

}
