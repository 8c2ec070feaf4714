#include "app/viewmodel/log_edits.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/model/edit/backdate.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace middleground {

namespace {

// Builds the edits in the order in which each needs the one before.
class EditsOf {
public:
    EditsOf(const LogDraft& draft, const Deal& deal, Date today, Random& random)
        : draft_(without_what_is_gone(draft, deal)), deal_(deal), today_(today), random_(random) {}

    Result<LogEdits> build() {
        const std::string summary(trimmed(draft_.summary));
        if (draft_.people.empty() && draft_.new_people.empty() && summary.empty()) {
            return fail("Say who it was or what was said", {}, "One of the two is enough.");
        }
        for (const auto step : {&EditsOf::take_day, &EditsOf::take_people, &EditsOf::take_concerns, &EditsOf::take_promises,
                                &EditsOf::take_next, &EditsOf::take_answers}) {
            if (const auto taken = (this->*step)(); !taken) return std::unexpected(taken.error());
        }
        take_closed_steps();
        take_interaction(summary);
        return std::move(result_);
    }

private:
    // Days that were agreed lie after the entry; one that is old may speak of days that have passed by now.
    DateDirection lean() const { return on_ < today_ ? DateDirection::nearest : DateDirection::future; }

    Result<void> take_day() {
        const auto on = day_in_field(draft_.on, today_, DateDirection::past, "When");
        if (!on) return std::unexpected(on.error());
        on_ = on->value_or(today_);
        if (on_ > today_) {
            return fail(short_date(on_, today_) + " is in the future", "When",
                        "Choose today or an earlier day. What is planned is a next step.");
        }
        auto opens = opens_earlier(deal_, on_);
        if (opens && !draft_.moves_opened) {
            return fail(short_date(on_, today_) + " is before the deal was opened on " + short_date(deal_.opened, today_), "When",
                        "Start the deal on that day, or choose a later one.");
        }
        if (opens) result_.edits.push_back(std::move(*opens));
        return {};
    }

    Result<void> take_people() {
        people_ = draft_.people;
        for (const auto& name : draft_.new_people) {
            if (trimmed(name).empty()) continue;
            Stakeholder person;
            person.id = StakeholderId::make(random_);
            person.created = on_;
            person.name = trimmed(name);
            names_.push_back(person.name);
            people_.push_back(person.id);
            made_.emplace(id_of_new(name).text, person.id);
            result_.edits.push_back(edit::PutStakeholder{std::move(person)});
        }
        return {};
    }

    // The id that a chosen person has when it is saved; empty for nobody.
    StakeholderId person(const StakeholderId& chosen) const {
        if (const auto made = made_.find(chosen.text); made != made_.end()) return made->second;
        return find(deal_, chosen) ? chosen : StakeholderId{};
    }
    StakeholderId person_or_the_only_one(const StakeholderId& chosen) const {
        auto id = person(chosen);
        return id.empty() && people_.size() == 1 ? people_.front() : id;
    }

    Result<void> take_concerns() {
        concerns_ = draft_.concerns;
        for (const auto& raised : draft_.raised) {
            const std::string fear(trimmed(raised.text));
            if (fear.empty()) continue;
            const auto whose = person_or_the_only_one(raised.of);
            if (whose.empty()) {
                const auto what = folded(label_of(kind_of(raised)));
                return people_.empty() ? fail("A " + what + " needs a person", "Concern raised", "First say who was there.")
                                       : fail("It is not clear whose " + what + " “" + fear + "” is", "Concern raised",
                                              "Choose one of the people who were there.");
            }
            Concern concern{ConcernId::make(random_), on_, whose, fear, {{ConcernEventKind::raised, on_, {}}}, {}, kind_of(raised)};
            concerns_.push_back(concern.id);
            result_.edits.push_back(edit::PutConcern{std::move(concern)});
        }
        for (const auto& answer : draft_.concern_answers) {
            if (!find(deal_, answer.concern)) continue;
            if (std::ranges::find(concerns_, answer.concern) == concerns_.end()) concerns_.push_back(answer.concern);
            result_.edits.push_back(edit::AddConcernEvent{answer.concern, {answer.kind, on_, {}}});
        }
        return {};
    }

    Result<void> take_promises() {
        for (const auto& promised : draft_.promises) {
            const std::string what(trimmed(promised.what));
            if (what.empty() && trimmed(promised.due).empty()) continue;
            if (what.empty()) return fail("Say what you promised", "We promise", "A date alone is not a promise.");
            const auto due = day_in_field(promised.due, today_, lean(), "Promised by", PeriodDay::last);
            if (!due) return std::unexpected(due.error());
            if (*due && **due < on_) {
                return fail("The promise would be due before it was made", "Promised by",
                            "Choose " + short_date(on_, today_) + " or a later day.");
            }
            OurPromise promise{
                PromiseId::make(random_), on_, person_or_the_only_one(promised.to), what, *due, {{PromiseEventKind::made, on_, {}}}, {}};
            result_.edits.push_back(edit::PutPromise{std::move(promise)});
        }
        return {};
    }

    Result<void> take_next() {
        const auto on = day_in_field(draft_.next_on, today_, lean(), "Next date");
        if (!on) return std::unexpected(on.error());
        const std::string what(trimmed(draft_.next_what));
        if (!what.empty() || !draft_.next_commitment.empty() || *on) {
            next_ = NextStep{draft_.next_commitment, *on, what, draft_.next_state};
        }
        return {};
    }

    Result<void> take_answers() {
        const auto* changed = changed_entry();
        const auto recorded = changed ? answers_in(deal_, *changed) : std::vector<EntryAnswer>();
        for (const auto& answer : draft_.answers) {
            if (answer.kind == CommitmentEventKind::asked) continue;
            const bool known = std::ranges::any_of(
                recorded, [&](const EntryAnswer& one) { return one.commitment == answer.commitment && one.kind == answer.kind; });
            if (known) continue; // what was recorded stays as it is
            CommitmentEvent event{answer.kind, on_, {}, {}, {}, {}};
            if (answer.kind == CommitmentEventKind::declined) event.why = trimmed(answer.why);
            if (answer.kind == CommitmentEventKind::agreed || answer.kind == CommitmentEventKind::declined) {
                event.who = people_;
                const auto from = day_in_field(answer.not_before, today_, lean(), "Not before");
                if (!from) return std::unexpected(from.error());
                event.not_before = *from;
            }
            answers_.push_back({answer.commitment, std::move(event)});
            if (answer.kind != CommitmentEventKind::agreed) continue;
            const auto due = day_in_field(answer.due, today_, lean(), "Agreed by", PeriodDay::last);
            if (!due) return std::unexpected(due.error());
            if (*due) answers_.push_back({answer.commitment, {CommitmentEventKind::due, on_, {}, {}, {}, *due}});
        }
        return {};
    }

    void take_closed_steps() {
        for (const auto& id : draft_.closes) {
            const auto* interaction = find(deal_, id);
            if (interaction && planned_step(*interaction) && draft_.editing != id) {
                result_.edits.push_back(edit::SetNextStep{id, NextStepState::happened});
            }
        }
    }

    void take_interaction(const std::string& summary) {
        edit::PutInteraction put;
        auto& interaction = put.interaction;
        const auto* changed = changed_entry();
        interaction = changed ? *changed : Interaction{.id = InteractionId::make(random_), .created = today_};
        interaction.on = on_;
        interaction.kind = draft_.kind;
        interaction.direction = draft_.direction;
        interaction.people = people_;
        interaction.summary = summary;
        interaction.asks = draft_.asks;
        interaction.concerns = concerns_;
        interaction.answered = draft_.answered;
        interaction.next = next_;
        interaction.value_given.clear();
        for (const auto& given : draft_.given) {
            const std::string what(trimmed(given.what));
            if (what.empty()) continue;
            interaction.value_given.push_back({person_or_the_only_one(given.to), what, given.outcome});
            keep_promise(given.keeps);
        }
        for (auto& answer : answers_) {
            if (answer.event.kind != CommitmentEventKind::due) answer.event.interaction = interaction.id;
        }
        result_.what = words(interaction);
        result_.interaction = interaction.id;
        if (!changed) {
            put.answers = std::move(answers_);
            put.their_asks = their_asks();
            result_.edits.push_back(std::move(put));
            return;
        }
        const auto asked_before = changed->asks;
        const auto entry = interaction;
        result_.edits.push_back(std::move(put));
        add_events(entry, asked_before);
    }

    void keep_promise(const PromiseId& id) {
        const auto* promise = find(deal_, id);
        if (!promise || !is_legal_move(*promise, PromiseEventKind::kept) || !kept_.insert(id.text).second) return;
        result_.edits.push_back(edit::AddPromiseEvent{id, {PromiseEventKind::kept, on_, {}}});
    }

    std::vector<CommitmentId> their_asks() const {
        std::vector<CommitmentId> asks;
        for (const auto& answer : draft_.answers) {
            if (is_their_ask(draft_, answer)) asks.push_back(answer.commitment);
        }
        return asks;
    }

    // To an entry that exists asks and answers are added as events of their own.
    void add_events(const Interaction& entry, const std::vector<CommitmentId>& asked_before) {
        const auto theirs = their_asks();
        for (const auto& id : entry.asks) {
            const auto* commitment = find(deal_, id);
            const bool known = std::ranges::find(asked_before, id) != asked_before.end();
            if (!commitment || known || !fits_on(*commitment, CommitmentEventKind::asked, on_)) continue;
            const auto by = std::ranges::find(theirs, id) != theirs.end() ? Asker::them : Asker::us;
            result_.edits.push_back(edit::AddCommitmentEvent{id, {CommitmentEventKind::asked, on_, people_, entry.id, {}, {}, by}});
        }
        for (auto& answer : answers_) {
            result_.edits.push_back(edit::AddCommitmentEvent{answer.commitment, std::move(answer.event)});
        }
    }

    const Interaction* changed_entry() const { return draft_.editing ? find(deal_, *draft_.editing) : nullptr; }

    // "Logged a call with Marcus Olsen and 2 others"
    std::string words(const Interaction& interaction) const {
        const auto kind = folded(label_of(interaction.kind));
        const bool vowel = kind.starts_with('e') || kind.starts_with('o');
        auto what = (draft_.editing ? "Changed " : "Logged ") + std::string(vowel ? "an " : "a ") +
                    (interaction.kind == InteractionKind::other ? "other contact" : kind);
        if (interaction.people.empty()) return what;
        const auto first = draft_.people.empty() ? names_.front() : name_of(deal_, draft_.people.front());
        const int others = static_cast<int>(interaction.people.size()) - 1;
        what += interaction.direction == Direction::outbound ? " to " : interaction.direction == Direction::inbound ? " from " : " with ";
        return what + first + (others > 0 ? " and " + counted(others, "other", "others") : std::string());
    }

    const LogDraft draft_;
    const Deal& deal_;
    Date today_;
    Random& random_;
    LogEdits result_;
    Date on_;
    std::vector<StakeholderId> people_;
    std::vector<std::string> names_; // of the new ones
    std::map<std::string, StakeholderId> made_;
    std::vector<ConcernId> concerns_;
    std::optional<NextStep> next_;
    std::vector<edit::Answer> answers_;
    std::set<std::string> kept_; // promises
};

}

std::optional<Date> day_of_entry(const LogDraft& draft, Date today) {
    const auto on = day_in_field(draft.on, today, DateDirection::past, {});
    return on ? std::optional(on->value_or(today)) : std::nullopt;
}

Result<LogEdits> edits_of(const LogDraft& draft, const Deal& deal, Date today, Random& random) {
    return EditsOf(draft, deal, today, random).build();
}

std::vector<InteractionId> closable_steps(const LogDraft& draft, const Deal& deal, Date today) {
    const auto on = day_of_entry(draft, today).value_or(today);
    std::vector<InteractionId> steps;
    for (const auto& interaction : deal.interactions) {
        const auto* next = planned_step(interaction);
        const bool chosen = std::ranges::find(draft.closes, interaction.id) != draft.closes.end();
        if (!next || interaction.on > on || draft.editing == interaction.id) continue;
        const bool same_people = std::ranges::any_of(
            interaction.people, [&](const StakeholderId& id) { return std::ranges::find(draft.people, id) != draft.people.end(); });
        const bool same_ask = std::ranges::find(draft.asks, next->commitment) != draft.asks.end();
        if (chosen || same_people || same_ask) steps.push_back(interaction.id);
    }
    return steps;
}

}
