#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/outlook_reasons.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <variant>

namespace middleground {

namespace {

constexpr std::size_t most_quoted = 80; // bytes

std::string quoted(std::string_view text) {
    const auto whole = trimmed(text);
    const auto part = trimmed(cut_to(whole, most_quoted));
    return "\u201c" + std::string(part) + (part.size() < whole.size() ? "\u2026" : "") + "\u201d";
}

std::string within_sentence(std::string_view label) {
    return folded(label);
}

std::string day_named(const std::optional<Date>& day, Date until) {
    return day ? "nothing before " + short_date(*day, until) : std::string();
}

struct Between {
    const Deal& deal;
    const DealChange& change;
    Date after;
    Date until;

    std::string operator()(const StakeholderId& id) const {
        const auto name = name_of(deal, id);
        const auto* person = find(deal, id);
        if (person == nullptr) return name;
        switch (change.kind) {
        case ChangeKind::left:
            return name + " left";
        case ChangeKind::said:
            return "What was said of " + name + ": " + quoted(change.said);
        case ChangeKind::person:
            return name + " was added" + (stance_of(*person) == Stance::unknown ? "" : ", " + within_sentence(label_of(stance_of(*person))));
        default:
            return name + ' ' + stance_words(*person);
        }
    }

    std::string stance_words(const Stakeholder& person) const {
        auto from = Stance::unknown;
        auto to = Stance::unknown;
        std::optional<Date> day_before;
        std::optional<Date> day;
        for (const auto& event : person.stances) {
            if (event.on > until) continue;
            to = event.stance;
            day = event.not_before;
            if (event.on > after) continue;
            from = event.stance;
            day_before = event.not_before;
        }
        const auto held = day != day_before ? day_named(day, until) : std::string();
        const auto is = within_sentence(label_of(to));
        if (from == to) {
            if (!held.empty()) return "says: " + held;
            return day != day_before ? "no longer waits for a day" : "is " + is + " still";
        }
        const auto words = from == Stance::unknown ? "turned out to be " + (to == Stance::champion ? "a " + is : is)
                                                   : "went from " + within_sentence(label_of(from)) + " to " + is;
        return words + (held.empty() ? "" : ", " + held);
    }

    std::string operator()(const CommitmentId& id) const {
        const auto* commitment = find(deal, id);
        if (commitment == nullptr) return std::string(nameless_commitment);
        const auto title = quoted(text_or(commitment->title, no_title_yet));
        if (change.kind == ChangeKind::said) return "What was said of " + title + ": " + quoted(change.said);
        const CommitmentEvent* last = nullptr; // that another day was set says less than what was answered
        for (const auto& event : commitment->events) {
            if (event.on <= after || event.on > until) continue;
            if (last == nullptr || event.kind != CommitmentEventKind::due) last = &event;
        }
        if (change.kind == ChangeKind::planned) {
            return title + " was added to the plan" + (last == nullptr ? "" : ", and " + event_word(*last));
        }
        if (last == nullptr) return title;
        const auto who = joined_names(deal, last->who);
        const auto held = last->not_before ? ", " + day_named(last->not_before, until) : std::string();
        using enum CommitmentEventKind;
        if (last->kind == declined && !who.empty()) return who + " declined " + title + held;
        if (last->kind == agreed && !who.empty()) return who + " agreed to " + title + held;
        if (last->kind == asked && last->by == Asker::them) return (who.empty() ? std::string("They") : who) + " asked for " + title;
        return title + " was " + event_word(*last) + held;
    }

    static std::string event_word(const CommitmentEvent& event) {
        switch (event.kind) {
        case CommitmentEventKind::planned:
            return "planned";
        case CommitmentEventKind::asked:
            return "asked for";
        case CommitmentEventKind::agreed:
            return "agreed";
        case CommitmentEventKind::declined:
            return "declined";
        case CommitmentEventKind::kept:
            return "kept";
        case CommitmentEventKind::broken:
            return "broken";
        case CommitmentEventKind::due:
            return event.due ? "given another day" : "left without a day";
        case CommitmentEventKind::reopened:
            return "reopened";
        case CommitmentEventKind::dropped:
            return "dropped";
        case CommitmentEventKind::not_needed:
            return "found not to be needed";
        }
        return {};
    }

    // Whether it came from that person in a conversation of that day: else it is only known that it was written down then, and "last heard"
    // says another day.
    bool was_heard(const Concern& concern, Date on) const {
        const auto holds = [](const auto& list, const auto& id) { return std::ranges::find(list, id) != list.end(); };
        return std::ranges::any_of(deal.interactions, [&](const Interaction& entry) {
            return entry.on == on && was_two_way(entry) && holds(entry.concerns, concern.id) && holds(entry.people, concern.stakeholder);
        });
    }

    std::string operator()(const ConcernId& id) const {
        const auto* concern = find(deal, id);
        if (concern == nullptr || concern->events.empty()) return std::string(nameless_concern);
        const auto* last = &concern->events.front();
        for (const auto& event : concern->events) {
            if (event.on > after && event.on <= until) last = &event;
        }
        const bool question = concern->kind == ConcernKind::question;
        const auto text = quoted(text_or(concern->text, question ? "a question" : "a concern"));
        const auto name = concern->stakeholder.empty() ? std::string("Somebody") : name_of(deal, concern->stakeholder);
        const bool noted = last->kind == ConcernEventKind::raised && !was_heard(*concern, last->on);
        if (noted) return (question ? "A question of " : "A worry of ") + name + " was noted: " + text;
        switch (last->kind) {
        case ConcernEventKind::raised:
            return name + (question ? " asked " + text + ", and waits for an answer" : " is worried: " + text);
        case ConcernEventKind::reopened:
            return name + (question ? " asked again: " : " is worried again: ") + text;
        case ConcernEventKind::answered:
            return name + (question ? " got an answer to " : " got an answer to the worry ") + text;
        case ConcernEventKind::resolved:
            return name + "\u2019s " + (question ? "question" : "worry") + " is settled: " + text;
        }
        return {};
    }

    std::string operator()(const PromiseId& id) const {
        const auto* promise = find(deal, id);
        if (promise == nullptr) return std::string(nameless_promise);
        const auto* last = &promise->events.front();
        for (const auto& event : promise->events) {
            if (event.on > after && event.on <= until) last = &event;
        }
        const auto what = quoted(text_or(promise->what, nameless_promise));
        if (last->kind == PromiseEventKind::made) return "You promised " + what;
        return "You " + std::string(last->kind == PromiseEventKind::kept ? "kept" : "broke") + " your promise " + what;
    }

    std::string operator()(const InteractionId& id) const {
        const auto* last = find(deal, id);
        const auto what = last == nullptr ? std::string("Contact") : entry_title(deal, *last);
        if (change.kind == ChangeKind::contact) return change.count == 1 ? what : what + " and " + counted(change.count - 1, "more contact", "more contacts");
        return change.count == 1 ? what + ", without an answer" : std::to_string(change.count) + " messages or calls of yours without an answer";
    }

    std::string operator()(Function) const {
        if (change.kind == ChangeKind::influences) return "Who listens to whom was written down";
        if (change.kind == ChangeKind::said) return "What was said: " + quoted(change.said);
        return counted(change.count, "earlier change", "earlier changes") + ", taken together";
    }
};

// Whether it went where the chance went; where that stands, all do.
bool goes_with(const ChanceReason& one, const ChanceReasons& all) {
    return all.points == 0 || (one.points < 0) == (all.points < 0);
}

}

std::string happened_words(const Deal& deal, const DealChange& change, Date after, Date until) {
    return std::visit(Between{deal, change, after, until}, change.about);
}

std::string points_words(int points) {
    return counted(std::abs(points), "point", "points") + (points < 0 ? " lower" : " higher");
}

std::string reason_of_words(const ChanceReason& reason, Date today) {
    if (!reason.on) return reason.words;
    return reason.words + " (" + std::string(weekday_name(*reason.on)) + ' ' + short_date(*reason.on, today) + ')';
}

std::string reason_words(const ChanceReason& reason, Date today) {
    return reason_of_words(reason, today) + ": " + points_words(reason.points);
}

std::vector<ChanceReason> first_reasons(const ChanceReasons& all, std::size_t most) {
    if (all.reasons.size() <= most || most == 0) return all.reasons;
    auto ordered = all.reasons;
    const auto kept = static_cast<std::ptrdiff_t>(most - 1);
    const auto main = std::ranges::find_if(ordered, [&](const ChanceReason& one) { return goes_with(one, all); });
    if (kept > 0 && main != ordered.end() && main - ordered.begin() >= kept) std::rotate(ordered.begin() + kept - 1, main, main + 1);
    std::vector<ChanceReason> reasons(ordered.begin(), ordered.begin() + kept);
    ChanceReason others{.kind = ChanceReason::Kind::rest, .change = {}, .words = {}, .on = {}};
    for (auto one = ordered.begin() + kept; one != ordered.end(); ++one) {
        others.points += one->points;
        others.move += one->move;
    }
    others.words = std::to_string(ordered.size() - reasons.size()) + " smaller ones";
    reasons.push_back(std::move(others));
    return reasons;
}

std::string together_words(const ChanceReasons& all) {
    if (all.reasons.empty()) return all.points == 0 && !all.nothing_recorded ? "What happened in between did not move it." : "";
    const bool told = std::ranges::any_of(all.reasons, [](const ChanceReason& one) { return one.kind == ChanceReason::Kind::change; });
    if (!told) return all.nothing_recorded ? "Nothing else is recorded in between." : "What is recorded in between did not move it.";
    if (all.reasons.size() == 1) return {};
    return all.points == 0 ? "Together: no change" : "Together: " + points_words(all.points);
}

std::string largest_words(const ChanceReasons& all, Date today) {
    // What no record explains comes last: nobody can do something about it.
    auto main = std::ranges::find_if(all.reasons, [&](const ChanceReason& one) { return one.kind != ChanceReason::Kind::rest && goes_with(one, all); });
    if (main == all.reasons.end()) main = std::ranges::find_if(all.reasons, [&](const ChanceReason& one) { return goes_with(one, all); });
    if (main == all.reasons.end()) return {};
    const auto words = reason_words(*main, today);
    const auto happened = std::ranges::find_if(all.reasons, [&](const ChanceReason& one) {
        return one.kind == ChanceReason::Kind::change && goes_with(one, all);
    });
    return happened == all.reasons.end() || happened == main ? words : words + "; " + reason_words(*happened, today);
}

std::vector<std::string> why_words(const ChanceReasons& all, std::size_t most, Date today) {
    std::vector<std::string> words;
    for (const auto& one : first_reasons(all, most)) {
        words.push_back(reason_words(one, today));
    }
    return words;
}

}
