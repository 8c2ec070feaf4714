#include "app/session/drafts/log_draft.hpp"

#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/plan/coming_up.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace middleground {

namespace {

constexpr std::string_view new_prefix = "new person ";

// Without rows that are still empty and what only the screen knows.
LogDraft words_of(LogDraft draft) {
    draft.open = draft.just_opened = false;
    draft.line_state = {}; // what was understood of the line stands in the members
    draft.people_query.clear();
    draft.asks_query.clear();
    draft.error.clear();
    draft.left_out.clear();
    draft.start.reset();
    draft.effects.reset();
    draft.effects_of.reset();
    for (auto* text : {&draft.line, &draft.on, &draft.summary, &draft.next_what, &draft.next_on}) {
        *text = std::string(trimmed(*text));
    }
    const auto says_nothing = [](const std::string& text) { return trimmed(text).empty(); };
    std::erase_if(draft.given, [&](const LogDraft::Given& one) { return says_nothing(one.what); });
    std::erase_if(draft.raised, [&](const LogDraft::Raised& one) { return says_nothing(one.text); });
    std::erase_if(draft.promises, [&](const LogDraft::Promise& one) { return says_nothing(one.what) && says_nothing(one.due); });
    std::erase_if(draft.answers, [](const LogDraft::Answer& one) { return one.kind == CommitmentEventKind::asked && !one.by_them; });
    return draft;
}

std::string typed_form(const std::optional<Date>& day) {
    return day ? day->iso() : std::string();
}

// How the line calls that person; empty: it does not, or was not read yet.
std::string name_in_line(const LogLineState& state, const StakeholderId& id) {
    const auto line = state.taken.value_or(std::string());
    for (const auto& part : state.read.parts) {
        const auto* person = std::get_if<LogPerson>(&part.meaning);
        if (person && person->person == id && part.begin < part.end && part.end <= line.size()) return line.substr(part.begin, part.end - part.begin);
    }
    return {};
}

void add_sentence(std::string& text, std::string_view sentence) {
    if (text.find(sentence) != std::string::npos) return;
    text += text.empty() ? "" : " ";
    text += sentence;
}

void tell_left_out(LogDraft& draft, const std::vector<StakeholderId>& people, bool commitments, bool concerns) {
    std::vector<std::string> names;
    bool others = false;
    for (const auto& id : people) {
        auto name = name_in_line(draft.line_state, id);
        others = others || name.empty();
        if (!name.empty()) names.push_back(std::move(name));
    }
    auto& text = draft.left_out;
    if (!names.empty()) add_sentence(text, joined(names) + (names.size() == 1 ? " is" : " are") + " no longer in this deal and " + (names.size() == 1 ? "was" : "were") + " left out of the draft.");
    if (others) add_sentence(text, "Somebody who is no longer in this deal was left out.");
    if (commitments) add_sentence(text, "A commitment that is no longer in this deal was left out.");
    if (concerns) add_sentence(text, "A concern that is no longer in this deal was left out.");
}

}

bool says_the_same(const LogDraft& a, const LogDraft& b) {
    return words_of(a) == words_of(b);
}

StakeholderId id_of_new(std::string_view name) {
    return {std::string(new_prefix) + std::string(name)};
}

void match_answers(LogDraft& draft) {
    std::vector<LogDraft::Answer> answers;
    for (const auto& ask : draft.asks) {
        const auto known = std::ranges::find(draft.answers, ask, &LogDraft::Answer::commitment);
        answers.push_back(known == draft.answers.end() ? LogDraft::Answer{ask, CommitmentEventKind::asked, {}, {}} : *known);
    }
    draft.answers = std::move(answers);
}

bool is_their_ask(const LogDraft& draft, const LogDraft::Answer& answer) {
    return answer.by_them || (draft.direction == Direction::inbound && answer.kind == CommitmentEventKind::asked);
}

ConcernKind kind_of(const LogDraft::Raised& raised) {
    return raised.kind_chosen ? raised.kind : kind_of_words(raised.text);
}

LogDraft draft_of(const Interaction& interaction, const Deal& deal) {
    LogDraft draft{.open = true, .just_opened = true};
    draft.editing = interaction.id;
    draft.kind = interaction.kind;
    draft.direction = interaction.direction;
    draft.on = interaction.on.iso();
    draft.people = interaction.people;
    draft.summary = interaction.summary;
    draft.asks = interaction.asks;
    for (const auto& answer : answers_in(deal, interaction)) {
        const bool asked = std::ranges::find(draft.asks, answer.commitment) != draft.asks.end();
        if (!asked) continue;
        const auto* commitment = find(deal, answer.commitment);
        const bool theirs = asker_in(*commitment, interaction) == Asker::them;
        draft.answers.push_back(
            {answer.commitment, answer.kind, typed_form(answer.due), answer.why, typed_form(answer.not_before), theirs});
    }
    match_answers(draft);
    draft.concerns = interaction.concerns;
    draft.answered = interaction.answered;
    for (const auto& value : interaction.value_given) {
        draft.given.push_back({value.what, value.to, value.outcome});
    }
    if (interaction.next) {
        draft.next_commitment = interaction.next->commitment;
        draft.next_what = interaction.next->what;
        draft.next_on = typed_form(interaction.next->on);
        draft.next_state = interaction.next->state;
    }
    return draft;
}

LogDraft draft_of_step(const Interaction& interaction, const Deal& deal) {
    LogDraft draft;
    draft.people = interaction.people;
    draft.closes = {interaction.id};
    if (interaction.next && find(deal, interaction.next->commitment)) draft.asks = {interaction.next->commitment};
    match_answers(draft);
    return draft;
}

bool says_anything(const LogDraft& draft, const Deal& deal) {
    if (draft.start) return !says_the_same(draft, *draft.start);
    const auto* changed = draft.editing ? find(deal, *draft.editing) : nullptr;
    return !says_the_same(draft, changed ? draft_of(*changed, deal) : LogDraft{});
}

LogDraft without_what_is_gone(LogDraft draft, const Deal& deal) {
    const auto gone = [&](const auto& id) { return !find(deal, id); };
    const auto is_new = [&](const StakeholderId& id) {
        return std::ranges::any_of(draft.new_people, [&](const std::string& name) { return id_of_new(name) == id; });
    };
    std::vector<StakeholderId> people;
    const auto is_gone_person = [&](const StakeholderId& id) {
        if (id.empty() || !gone(id) || is_new(id)) return false;
        if (std::ranges::find(people, id) == people.end()) people.push_back(id);
        return true;
    };
    const auto keep_person = [&](StakeholderId& id) {
        if (is_gone_person(id)) id = {};
    };
    if (draft.editing && gone(*draft.editing)) {
        draft.editing.reset();
        add_sentence(draft.left_out, "The entry is no longer in this deal: this is a new one.");
    }
    std::erase_if(draft.people, is_gone_person);
    bool commitments = std::erase_if(draft.asks, gone) > 0;
    std::erase_if(draft.answers, [&](const LogDraft::Answer& answer) { return gone(answer.commitment); });
    bool concerns = std::erase_if(draft.concerns, gone) > 0;
    concerns = std::erase_if(draft.concern_answers, [&](const LogDraft::ConcernAnswer& answer) { return gone(answer.concern); }) > 0 || concerns;
    std::erase_if(draft.closes, [&](const InteractionId& id) { return gone(id) || !planned_step(*find(deal, id)); });
    if (!draft.next_commitment.empty() && gone(draft.next_commitment)) {
        draft.next_commitment = {};
        commitments = true;
    }
    for (auto& given : draft.given) {
        keep_person(given.to);
    }
    for (auto& raised : draft.raised) {
        keep_person(raised.of);
    }
    for (auto& promise : draft.promises) {
        keep_person(promise.to);
    }
    std::erase_if(draft.line_state.corrections, [&](const LogCorrection& one) {
        const auto* person = std::get_if<LogPerson>(&one.meaning);
        return person && gone(person->person);
    });
    match_answers(draft);
    tell_left_out(draft, people, commitments, concerns);
    return draft;
}

}
