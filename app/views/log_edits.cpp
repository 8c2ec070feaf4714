#include "app/views/log_form.hpp"

#include "app/views/shell.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

Result<std::optional<Date>> optional_date(std::string_view typed, Date today, std::string_view field) {
    if (trimmed(typed).empty()) {
        return std::optional<Date>();
    }
    auto date = parse_typed_date(typed, today);
    if (!date) {
        auto error = date.error();
        error.where = field;
        return std::unexpected(error);
    }
    return std::optional(*date);
}

Result<void> add_answers(const LogDraft& draft, Date on, Date today, edit::PutInteraction& put) {
    for (const auto& answer : draft.answers) {
        if (answer.kind == CommitmentEventKind::asked) {
            continue;
        }
        CommitmentEvent event{answer.kind, on, {}, put.interaction.id, answer.why, {}};
        if (answer.kind == CommitmentEventKind::agreed || answer.kind == CommitmentEventKind::declined) {
            event.who = draft.people;
        }
        put.answers.push_back({answer.commitment, std::move(event)});
        if (answer.kind != CommitmentEventKind::agreed) {
            continue;
        }
        const auto due = optional_date(answer.due, today, "Due");
        if (!due) {
            return std::unexpected(due.error());
        }
        if (*due) {
            put.answers.push_back({answer.commitment, {CommitmentEventKind::due, on, {}, {}, {}, *due}});
        }
    }
    return {};
}

Result<std::optional<NextStep>> next_step(const LogDraft& draft, Date today) {
    const auto on = optional_date(draft.next_on, today, "Next date");
    if (!on) {
        return std::unexpected(on.error());
    }
    const std::string what(trimmed(draft.next_what));
    if (what.empty() && draft.next_commitment.empty() && !*on) {
        return std::optional<NextStep>();
    }
    return std::optional(NextStep{draft.next_commitment, *on, what});
}

std::string words_for(const LogDraft& draft, const Deal& deal) {
    const auto kind = folded(label_of(draft.kind));
    const bool vowel = kind.starts_with('e') || kind.starts_with('o');
    auto what = (draft.editing ? "Changed " : "Logged ") + std::string(vowel ? "an " : "a ") +
                (draft.kind == InteractionKind::other ? "other contact" : kind);
    return draft.people.empty() ? what : what + " with " + name_of(deal, draft.people.front());
}

}

Result<LogEdits> edits_of(const LogDraft& draft, const Deal& deal, Date today, Random& random) {
    const auto on = optional_date(draft.on, today, "Date");
    if (!on) {
        return std::unexpected(on.error());
    }
    const std::string summary(trimmed(draft.summary));
    if (draft.people.empty() && summary.empty()) {
        return fail("Say who it was or what was said", {}, "One of the two is enough.");
    }
    LogEdits result;
    edit::PutInteraction put;
    auto& interaction = put.interaction;
    if (draft.editing) {
        interaction = *find(deal, *draft.editing);
    } else {
        interaction.id = InteractionId::make(random);
        interaction.created = today;
    }
    interaction.on = on->value_or(today);
    interaction.kind = draft.kind;
    interaction.direction = draft.direction;
    interaction.people = draft.people;
    interaction.summary = summary;
    interaction.asks = draft.asks;
    interaction.concerns = draft.concerns;
    interaction.answered = draft.answered;
    const auto next = next_step(draft, today);
    if (!next) {
        return std::unexpected(next.error());
    }
    interaction.next = *next;
    auto values = std::exchange(interaction.value_given, {});
    for (std::size_t i = 0; i < draft.given.size(); ++i) {
        const std::string what(trimmed(draft.given[i].what));
        if (what.empty()) continue;
        auto to = draft.given[i].to;
        if (to.empty() && draft.people.size() == 1) to = draft.people.front();
        interaction.value_given.push_back({to, what, i < values.size() ? values[i].outcome : std::string()});
    }
    for (const auto& raised : draft.raised) {
        const std::string fear(trimmed(raised.text));
        if (fear.empty()) continue;
        if (draft.people.empty()) {
            return fail("A concern needs a person", "Concern raised", "Say first who it was with.");
        }
        Concern concern{ConcernId::make(random), today, draft.people.front(), fear, {{ConcernEventKind::raised, interaction.on, {}}}, {}};
        interaction.concerns.push_back(concern.id);
        result.edits.push_back(edit::PutConcern{std::move(concern)});
    }
    if (const auto answers = add_answers(draft, interaction.on, today, put); !answers) {
        return std::unexpected(answers.error());
    }
    result.edits.push_back(std::move(put));
    result.what = words_for(draft, deal);
    return result;
}

LogDraft draft_of(const Interaction& interaction) {
    LogDraft draft{.open = true, .just_opened = true};
    draft.editing = interaction.id;
    draft.kind = interaction.kind;
    draft.direction = interaction.direction;
    draft.on = interaction.on.iso();
    draft.people = interaction.people;
    draft.summary = interaction.summary;
    draft.asks = interaction.asks;
    draft.concerns = interaction.concerns;
    draft.answered = interaction.answered;
    for (const auto& value : interaction.value_given) {
        draft.given.push_back({value.what, value.to});
    }
    if (interaction.next) {
        draft.next_commitment = interaction.next->commitment;
        draft.next_what = interaction.next->what;
        draft.next_on = interaction.next->on ? interaction.next->on->iso() : "";
    }
    return draft;
}

void match_answers(LogDraft& draft) {
    std::vector<LogDraft::Answer> answers;
    for (const auto& ask : draft.asks) {
        const auto known = std::ranges::find(draft.answers, ask, &LogDraft::Answer::commitment);
        answers.push_back(known == draft.answers.end() ? LogDraft::Answer{ask, CommitmentEventKind::asked, {}, {}} : *known);
    }
    draft.answers = std::move(answers);
}

void open_log_form(const Context& context) {
    if (context.deal && !context.read_only) {
        context.view.log = LogDraft{.open = true, .just_opened = true};
    }
}

}
