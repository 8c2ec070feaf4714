#include "app/ui/cards/parts.hpp"
#include "app/ui/log_form/log_line.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

using Kind = LineChip::Kind;

std::string day_or_days(const LogDate& date, Date today) {
    return date.other ? day_words(date.day, today) + " or " + day_words(*date.other, today) + '?' : day_words(date.day, today);
}

// A day as the form holds it, told; as typed when it cannot be read.
std::string told_day(std::string_view typed, Date today, PeriodDay period = PeriodDay::first) {
    const auto read = read_typed_date(typed, today, DateDirection::nearest, period);
    const auto* day = std::get_if<Date>(&read);
    return day ? day_words(*day, today) : std::string(typed);
}

std::string_view direction_word(Direction direction) {
    return direction == Direction::inbound ? "from" : direction == Direction::outbound ? "to" : "with";
}

const char* answer_icon(CommitmentEventKind answer) {
    switch (answer) {
    case CommitmentEventKind::agreed:
    case CommitmentEventKind::kept:
        return icon::circle_check;
    case CommitmentEventKind::declined:
        return icon::circle_x;
    default:
        return icon::message_circle_question_mark;
    }
}

std::string answer_word(CommitmentEventKind answer) {
    return answer == CommitmentEventKind::asked ? "asked for" : folded(label_of(answer));
}

std::string questioned(const Deal& deal, const std::vector<StakeholderId>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids)
        names.push_back(name_of(deal, id));
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return text + '?';
}

// The chips of one part, none when the form no longer holds what it says.
struct Shower {
    const LogDraft& draft;
    const Deal& deal;
    Date today;
    std::size_t part;
    bool has_day; // the line says one of its own
    std::vector<LineChip>& chips;

    void add(Kind kind, const char* icon, std::string label, std::string value, bool open = false) const {
        chips.push_back({kind, part, icon, std::move(label), std::move(value), open});
    }
    void operator()(const LogKind&) const {
        const auto kind = std::string(label_of(draft.kind));
        if (has_day) return add(Kind::talk, interaction_icon(draft.kind), {}, kind);
        add(Kind::talk, interaction_icon(draft.kind), kind, draft.on.empty() ? "today" : told_day(draft.on, today));
    }
    void operator()(const LogDay& day) const {
        add(Kind::day, icon::calendar, "on",
            day.on.other && draft.on == told_words(day.on) ? day_or_days(day.on, today) : told_day(draft.on, today),
            day.on.other.has_value() && draft.on == told_words(day.on));
    }
    void operator()(const LogPerson& person) const {
        if (std::ranges::find(draft.people, person.person) == draft.people.end()) return;
        add(Kind::person, nullptr, std::string(direction_word(draft.direction)), name_of(deal, person.person));
    }
    void operator()(const LogPersonUnclear& unclear) const {
        add(Kind::unclear_person, icon::users_round, "Who", questioned(deal, unclear.people), true);
    }
    void operator()(const LogNewPerson& person) const {
        const bool added = std::ranges::find(draft.new_people, person.name) != draft.new_people.end();
        if (added) return add(Kind::new_person, icon::user_plus, "New person", person.name);
        if (person.like.empty()) return add(Kind::new_person, icon::user_plus, "New person", person.name + '?', true);
        add(Kind::new_person, icon::user_plus, person.name, questioned(deal, person.like), true);
    }
    void operator()(const LogAsk& ask) const {
        for (const auto& id : ask.commitments) {
            const auto answer = std::ranges::find(draft.answers, id, &LogDraft::Answer::commitment);
            const auto* commitment = find(deal, id);
            if (answer == draft.answers.end() || !commitment) continue;
            // The question stands at its place, the answer at its own.
            if (ask.answer == CommitmentEventKind::asked && answer->kind != CommitmentEventKind::asked && answered_later(id)) continue;
            const bool asks = answer->kind == CommitmentEventKind::asked && is_their_ask(draft, *answer);
            add(Kind::ask, answer_icon(answer->kind), commitment->title, asks ? "asked by them" : answer_word(answer->kind));
            if (!answer->due.empty() && answer->kind == CommitmentEventKind::agreed) {
                add(Kind::due, icon::calendar, "by", told_day(answer->due, today, PeriodDay::last), ask.due && ask.due->other);
            }
            const bool answered = answer->kind == CommitmentEventKind::agreed || answer->kind == CommitmentEventKind::declined;
            if (answered && !answer->not_before.empty()) {
                add(Kind::not_before, icon::calendar, "not before", told_day(answer->not_before, today), ask.not_before && ask.not_before->other);
            }
        }
    }
    void operator()(const LogConcern& concern) const {
        const auto raised = std::ranges::find(draft.raised, concern.text, &LogDraft::Raised::text);
        if (raised == draft.raised.end()) return;
        const auto kind = kind_of(*raised);
        add(Kind::concern, kind == ConcernKind::question ? icon::message_circle_question_mark : icon::circle_alert, std::string(label_of(kind)),
            concern.text);
    }
    void operator()(const LogGiven& given) const {
        const auto found = std::ranges::find(draft.given, given.text, &LogDraft::Given::what);
        if (found == draft.given.end()) return;
        add(Kind::given, icon::gift, "Gave", given.text);
        const auto* promise = find(deal, found->keeps);
        if (promise) add(Kind::given, icon::heart_handshake, "Keeps our promise", promise->what);
    }
    void operator()(const LogPromise& promise) const {
        const auto found = std::ranges::find(draft.promises, promise.text, &LogDraft::Promise::what);
        if (found == draft.promises.end()) return;
        add(Kind::promise, icon::heart_handshake, "We promise", promise.text);
        if (!found->due.empty()) add(Kind::due, icon::calendar, "by", told_day(found->due, today, PeriodDay::last), promise.due && promise.due->other);
    }
    void operator()(const LogNext&) const {
        if (draft.next_what.empty() && draft.next_on.empty()) return;
        add(Kind::next, icon::circle_arrow_right, "Next", draft.next_what.empty() ? told_day(draft.next_on, today) : draft.next_what);
        if (!draft.next_on.empty() && !draft.next_what.empty()) add(Kind::due, icon::calendar, "on", told_day(draft.next_on, today));
    }

private:
    std::string told_words(const LogDate& date) const { return draft.line.substr(date.begin, date.end - date.begin); }
    bool answered_later(const CommitmentId& id) const {
        const auto& parts = draft.line_state.read.parts;
        return std::any_of(parts.begin() + static_cast<std::ptrdiff_t>(part) + 1, parts.end(), [&](const LogPart& later) {
            const auto* ask = std::get_if<LogAsk>(&later.meaning);
            return ask && std::ranges::find(ask->commitments, id) != ask->commitments.end();
        });
    }
};

}

std::vector<LineChip> chips_of(const LogDraft& draft, const Deal& deal, Date today) {
    std::vector<LineChip> chips;
    const auto& parts = draft.line_state.read.parts;
    const bool has_day = std::ranges::any_of(parts, [](const LogPart& part) { return std::holds_alternative<LogDay>(part.meaning); });
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (draft.line_state.taken == draft.line) std::visit(Shower{draft, deal, today, i, has_day, chips}, parts[i].meaning);
    }
    return chips;
}

}
