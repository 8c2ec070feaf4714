#include "core/merge/merge_words.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/model/members/member_words.hpp"
#include "core/model/names.hpp"
#include "core/model/words/person_name.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <iterator>

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

// What parts and elements of lists are called.
struct NounWords {
    const MemberTable& (*table)();
    std::string (*of)(const Words& words, const void* thing);
};
template <typename T>
constexpr NounWords noun_words{&members_of<T>, [](const Words& words, const void* thing) { return words.of(*static_cast<const T*>(thing)); }};
constexpr NounWords all_noun_words[]{noun_words<Money>,       noun_words<NextStep>,        noun_words<Departure>,
                                     noun_words<Tag>,         noun_words<DocumentLink>,    noun_words<Value>,
                                     noun_words<StanceEvent>, noun_words<TargetEvent>,     noun_words<CommitmentEvent>,
                                     noun_words<ConcernEvent>, noun_words<PromiseEvent>,   noun_words<Snooze>,
                                     noun_words<Playbook>,
                                     noun_words<OwnBase>,
                                     noun_words<OwnField>};

std::string words_of_noun(const Words& words, const Member& member, const void* thing) {
    const auto found = std::ranges::find(all_noun_words, member.type->table, &NounWords::table);
    return !thing || found == std::end(all_noun_words) ? std::string() : found->of(words, thing);
}

}

std::string Words::of(const Member& member, const void* thing) const {
    using enum MemberKind;
    if (auto words = plain_words(member, thing)) return std::move(*words);
    switch (member.kind) {
    case flag:
        return member.in<bool>(thing) ? "yes" : "no";
    case thousandths: {
        const auto milli = member.in<int>(thing);
        return std::to_string(milli / 10) + '.' + std::to_string(milli % 10) + " %";
    }
    case day:
        return of(member.in<Date>(thing));
    case maybe_day: {
        const auto& value = member.in<std::optional<Date>>(thing);
        return value ? of(*value) : std::string();
    }
    case reference:
        return of_reference(member.type->refers_to, member.in<std::string>(thing));
    case part:
        return words_of_noun(*this, member, member.part(thing));
    case made:
        return of(member.in<Outcome>(thing));
    case texts:
    case references:
    case choices:
    case list: {
        std::vector<const void*> elements;
        for (std::size_t i = 0; i < member.size(thing); ++i) {
            elements.push_back(member.element(thing, i));
        }
        return of_elements(member, elements);
    }
    default: // nobody is asked about these
        return {};
    }
}

std::string Words::not_before(const std::optional<Date>& day) const {
    return day ? ", not before " + of(*day) : std::string();
}

std::string Words::of_elements(const Member& member, const std::vector<const void*>& elements) const {
    std::vector<std::string> words;
    for (const auto* element : elements) {
        words.push_back(member.kind == MemberKind::list ? words_of_noun(*this, member, element)
                                                        : of_reference(member.type->refers_to, *static_cast<const std::string*>(element)));
    }
    return joined(words);
}

std::string Words::of_reference(IdKind kind, const std::string& id) const {
    if (kind == IdKind::person) return of(StakeholderId{id});
    if (kind == IdKind::commitment) return of(CommitmentId{id});
    if (kind == IdKind::concern) return of(ConcernId{id});
    return {};
}

std::string Words::with_people(std::string words, const std::vector<StakeholderId>& people) const {
    std::vector<std::string> all;
    for (const auto& person : people) {
        all.push_back(of(person));
    }
    const auto names = joined(all);
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
std::string Words::of(const Money& amount) const {
    return format_money(amount);
}
std::string Words::of(const Outcome& outcome) const {
    if (const auto* won = std::get_if<Won>(&outcome)) return "Won " + of(won->on);
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return with_note("No decision " + of(none->on), none->why);
    const auto* lost = std::get_if<Lost>(&outcome);
    if (!lost) return "Open";
    return with_note("Lost " + of(lost->on) + (trimmed(lost->to).empty() ? "" : " to " + lost->to), lost->why);
}
std::string Words::of(const NextStep& next) const {
    auto words = next.what.empty() ? of(next.commitment) : next.what;
    if (next.on) words += (words.empty() ? "" : ", ") + of(*next.on);
    if (next.state != NextStepState::planned) words += (words.empty() ? "" : ", ") + folded(label_of(next.state));
    return words;
}
std::string Words::of(const Value& value) const {
    auto words = value.what;
    if (!value.to.empty()) words += (words.empty() ? "For " : ", for ") + of(value.to);
    if (!value.outcome.empty()) words += " (" + value.outcome + ')';
    return words;
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

std::string Words::of(const Departure& departure) const {
    return with_note("Left on " + of(departure.on), departure.why);
}
std::string Words::of(const OwnBase& base) const {
    auto words = std::to_string(base.won / 10) + (base.won % 10 ? '.' + std::to_string(base.won % 10) : std::string()) + " %";
    for (const auto& answer : base.answers) words += ", " + answer.column + ": " + answer.answer;
    return with_note(std::move(words), base.origin);
}
std::string Words::of(const StanceEvent& event) const {
    return with_note(std::string(label_of(event.stance)) + ' ' + of(event.on) + not_before(event.not_before), event.why);
}
std::string Words::of(const TargetEvent& event) const {
    if (!event.date) return with_note("No target date", event.note);
    return with_note(of(*event.date) + ", " + folded(label_of(event.reason)), event.note);
}
std::string Words::of(const CommitmentEvent& event) const {
    if (event.kind == CommitmentEventKind::due) {
        return event.due ? "Due " + of(*event.due) : std::string("No due date");
    }
    const bool theirs = event.kind == CommitmentEventKind::asked && event.by == Asker::them;
    const std::string what(theirs ? label_of(event.by) : label_of(event.kind));
    return with_note(with_people(what, event.who) + ' ' + of(event.on) + not_before(event.not_before), event.why);
}
std::string Words::of(const ConcernEvent& event) const {
    return with_note(std::string(label_of(event.kind)) + ' ' + of(event.on), event.note);
}
std::string Words::of(const PromiseEvent& event) const {
    return with_note(std::string(label_of(event.kind)) + ' ' + of(event.on), event.note);
}

}
