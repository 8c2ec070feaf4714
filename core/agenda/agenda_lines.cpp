// The lines of one deal.
#include "core/agenda/agenda.hpp"

#include "core/agenda/ask_day.hpp"
#include "core/analysis/deal_course.hpp"
#include "core/analysis/names.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int meeting_days = 1; // today and tomorrow

Subject subject_of(const NextAsk& ask) {
    if (!ask.promise.empty()) return ask.promise;
    if (!ask.concern.empty()) return ask.concern;
    if (!ask.interaction.empty()) return ask.interaction;
    if (!ask.commitment.empty()) return ask.commitment;
    if (!ask.whom.empty()) return ask.whom.front();
    return Function::other;
}

std::string line_key(const NextAsk& ask) {
    if (!ask.promise.empty()) return "promise " + ask.promise.text;
    if (ask.action == NextAction::prepare && !ask.interaction.empty()) return "step " + ask.interaction.text;
    const auto word = ask.order == AskClass::answer ? std::string("answer") : std::string(key_of(ask.action));
    const auto& id = !ask.commitment.empty() ? ask.commitment.text
                     : !ask.concern.empty()  ? ask.concern.text
                                             : ask.interaction.text;
    if (!id.empty()) return word + ' ' + id;
    return ask.whom.empty() ? word : word + ' ' + ask.whom.front().text;
}

// The first day that its evidence has.
std::optional<Date> first_day(const NextAsk& ask) {
    std::optional<Date> day;
    for (const auto& one : ask.evidence) {
        if (one.on && (!day || *one.on < *day)) day = one.on;
    }
    return day;
}

std::string quoted(std::string_view text) {
    return "\u201c" + std::string(trimmed(text)) + "\u201d";
}

class Lines {
public:
    Lines(const AgendaSource& source, Date today) : source_(source), deal_(source.deal), today_(today), coming_(coming_up(source.deal)) {}

    std::vector<AgendaLine> take() {
        for (const auto& ask : source_.asks.list) {
            add(ask, &ask == &source_.asks.list.front());
        }
        for (const auto& one : coming_) {
            if (const auto* promise = std::get_if<PromiseId>(&one.about)) add_coming(*promise, one.on);
            if (const auto* planned = std::get_if<InteractionId>(&one.about)) add_coming(*planned, one.on);
        }
        put_meetings_in_order();
        return std::move(lines_);
    }

private:
    // What was planned stands by its day, whether an ask says it or only the list of what is coming up.
    void put_meetings_in_order() {
        std::vector<AgendaLine*> places;
        std::vector<AgendaLine> meetings;
        for (auto& line : lines_) {
            if (line.group != AgendaGroup::meeting) continue;
            places.push_back(&line);
            meetings.push_back(line);
        }
        sort_list(meetings, {}, &AgendaLine::day);
        for (std::size_t i = 0; i < places.size(); ++i) {
            *places[i] = std::move(meetings[i]);
        }
    }

    bool is_near(const std::optional<Date>& day, int days) const { return day && *day <= today_ + days; }

    bool has(const PromiseId& id) const {
        return std::ranges::any_of(lines_, [&](const AgendaLine& line) { return line.ask.promise == id; });
    }
    // What was planned in a message that waits for an answer is part of the answer.
    bool has(const InteractionId& id) const {
        return std::ranges::any_of(lines_, [&](const AgendaLine& line) { return line.ask.interaction == id; });
    }

    const NextStep* step_of(const InteractionId& id) const {
        const auto* interaction = find(deal_, id);
        return interaction == nullptr ? nullptr : planned_step(*interaction);
    }

    std::string first_name(const std::vector<StakeholderId>& whom) const {
        const auto* person = whom.empty() ? nullptr : find(deal_, whom.front());
        return person == nullptr ? std::string() : name_of(deal_, person->id);
    }

    // "Olga Petrenko, reception lead"
    std::string person_words(const std::vector<StakeholderId>& whom) const {
        const auto* person = whom.empty() ? nullptr : find(deal_, whom.front());
        if (person == nullptr) return {};
        return name_of(deal_, person->id) + (trimmed(person->title).empty() ? "" : ", " + std::string(trimmed(person->title)));
    }

    AgendaLine& begin(AgendaGroup group, const NextAsk& ask) {
        auto& line = lines_.emplace_back();
        line.group = group;
        line.key = line_key(ask);
        line.about = subject_of(ask);
        line.what = ask.title;
        line.who = first_name(ask.whom);
        line.ask = ask;
        return line;
    }

    void add(const NextAsk& ask, bool is_next) {
        const auto* step = step_of(ask.interaction);
        const bool meets = step != nullptr && step->on && is_near(step->on, meeting_days);
        AgendaLine* line = nullptr;
        if (ask.order == AskClass::answer) {
            line = &add_answer(ask);
        } else if (ask.action == NextAction::keep_promise) {
            line = &add_promise(ask);
        } else if (meets) {
            line = &add_meeting(ask, *step);
        } else if (!has_rest_) {
            has_rest_ = true;
            line = &add_rest(ask);
        }
        if (line != nullptr) line->is_next = is_next;
    }

    AgendaLine& add_answer(const NextAsk& ask) {
        auto& line = begin(AgendaGroup::answer, ask);
        if (const auto* question = find(deal_, ask.concern)) line.what = quoted(text_or(question->text, nameless_concern));
        line.why = person_words(ask.whom);
        line.day = first_day(ask);
        return line;
    }

    AgendaLine& add_promise(const NextAsk& ask) {
        const auto* promise = find(deal_, ask.promise);
        auto& line = begin(AgendaGroup::promise, ask);
        if (promise == nullptr) return line;
        line.what = text_or(promise->what, nameless_promise);
        line.why = promise->to.empty() ? std::string("to the group") : "to " + name_of(deal_, promise->to);
        line.day = promise->due;
        return line;
    }

    AgendaLine& add_meeting(const NextAsk& ask, const NextStep& step) {
        auto& line = begin(AgendaGroup::meeting, ask);
        line.key = "step " + ask.interaction.text;
        line.about = ask.interaction;
        line.what = next_step_words(deal_, step);
        line.why = line.who.empty() ? std::string() : "with " + line.who + ", ";
        const auto& consensus = source_.consensus;
        line.why += consensus.of == 0 ? std::string("nobody is named yet")
                                      : std::to_string(consensus.would_agree) + " of " + std::to_string(consensus.of) + " would agree";
        line.day = step.on;
        return line;
    }

    bool is_quiet(const NextAsk& ask) const {
        if (ask.action == NextAction::ask_if_wanted) return true;
        if (ask.order < AskClass::in_the_way) return false;
        if (last_word(deal_) >= today_ - cadence_of(source_.playbook)) return false;
        if (waits_for_buyer(deal_, today_) || decision_held_until(deal_, today_)) return false;
        return std::ranges::none_of(coming_, [&](const ComingUp& one) {
            return std::holds_alternative<InteractionId>(one.about) && one.on && *one.on >= today_;
        });
    }

    AgendaLine& add_rest(const NextAsk& ask) {
        if (is_quiet(ask)) {
            auto& line = begin(AgendaGroup::quiet, ask);
            line.day = last_word(deal_);
            line.why = "no word either way for " + counted(std::max(0, today_ - *line.day), "day", "days");
            return line;
        }
        auto& line = begin(AgendaGroup::ask, ask);
        line.why = short_why(ask);
        line.day = day_of(deal_, ask, coming_, today_);
        return line;
    }

    // Our promises are due soon, also in a deal that has ended.
    void add_coming(const PromiseId& id, const std::optional<Date>& on) {
        if (!is_near(on, soon_days) || has(id)) return;
        const auto& promise = *find(deal_, id);
        NextAsk ask;
        ask.action = NextAction::keep_promise;
        ask.order = *on <= today_ ? AskClass::promise : AskClass::soon;
        ask.promise = id;
        if (!promise.to.empty()) ask.whom = {promise.to};
        ask.title = "Keep your promise: " + text_or(promise.what, nameless_promise);
        ask.evidence = {{id, on}};
        add_promise(ask);
    }

    // What was to come and has not, and of deals without a plan.
    void add_coming(const InteractionId& id, const std::optional<Date>& on) {
        if (!is_near(on, meeting_days) || has(id)) return;
        const auto& interaction = *find(deal_, id);
        NextAsk ask;
        ask.action = NextAction::prepare;
        ask.order = AskClass::soon;
        ask.interaction = id;
        ask.day = on;
        ask.whom = interaction.people;
        std::erase_if(ask.whom, [&](const StakeholderId& person) { return !is_present(deal_, person); });
        ask.title = next_step_words(deal_, *interaction.next);
        ask.evidence = {{id, on}};
        auto& line = add_meeting(ask, *interaction.next);
        if (*on < today_) line.why = "say what became of it";
    }

    const AgendaSource& source_;
    const Deal& deal_;
    Date today_;
    std::vector<ComingUp> coming_;
    std::vector<AgendaLine> lines_;
    bool has_rest_ = false;
};

}

std::vector<AgendaLine> agenda_of(const AgendaSource& source, Date today) {
    return Lines(source, today).take();
}

Date last_word(const Deal& deal) {
    auto last = deal.opened;
    for (const auto& one : deal.interactions) {
        last = std::max(last, one.on);
    }
    for (const auto& commitment : deal.commitments) {
        for (const auto& event : commitment.events) {
            const bool ours_alone = event.kind == CommitmentEventKind::planned || event.kind == CommitmentEventKind::due ||
                                    event.kind == CommitmentEventKind::reopened || event.kind == CommitmentEventKind::dropped;
            if (!ours_alone) last = std::max(last, event.on);
        }
    }
    return last;
}

}
