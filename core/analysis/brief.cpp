#include "core/analysis/brief.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/interaction.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_asks = 3;

// "Chief financial officer, finance, decision maker"
std::string part_of(const Stakeholder& one) {
    std::string text = one_line(one.title, 80);
    if (one.function != Function::other) {
        text += (text.empty() ? "" : ", ") + function_name(one.function);
    }
    return with_capital(text + (text.empty() ? "" : ", ") + role_name(one.role));
}

// "Sceptical since 21 Jun: Feels pushed"; the day is the one on which this stance was first recorded in a row.
std::string stance_words(const Stakeholder& one, Date today) {
    const auto stance = stance_of(one);
    if (one.stances.empty()) {
        return "Stance unknown";
    }
    auto first = one.stances.end() - 1;
    while (first != one.stances.begin() && (first - 1)->stance == stance) {
        --first;
    }
    const auto since = " since " + short_date(first->on, today);
    if (stance == Stance::unknown) {
        return "Stance unknown" + since;
    }
    const auto why = one_line(one.stances.back().why.empty() ? first->why : one.stances.back().why);
    return std::string(label_of(stance)) + since + (why.empty() ? std::string() : ": " + why);
}

// What was said when this person last took part: "24 Jun, call: ..."
std::string last_said(const Deal& deal, const StakeholderId& id, Date today) {
    const auto day = last_heard(deal, id);
    if (!day) {
        return {};
    }
    const Interaction* last = nullptr;
    for (const auto& one : deal.interactions) {
        // The later one of a day is the one further down the log.
        if (one.on == *day && was_two_way(one) && holds(one.people, id) && (last == nullptr || !trimmed(one.summary).empty())) {
            last = &one;
        }
    }
    if (last == nullptr) {
        return {};
    }
    const auto kind = lower_label(label_of(last->kind));
    const auto summary = one_line(last->summary, 300);
    return short_date(*day, today) + (last->kind == InteractionKind::other ? std::string() : ", " + kind) +
           (summary.empty() ? std::string(": nothing noted") : ": " + summary + (trimmed(last->summary).ends_with('.') ? "." : ""));
}

BriefPerson person_of(const NextAskInput& input, const Stakeholder& one) {
    BriefPerson result;
    result.id = one.id;
    result.name = short_name(input.deal, one.id);
    result.part = part_of(one);
    result.problem = one_line(one.problem, 300);
    result.needed_outcome = one_line(one.needed_outcome, 300);
    result.stance = stance_words(one, input.today);
    result.last_said = last_said(input.deal, one.id, input.today);
    for (const auto& concern : input.deal.concerns) {
        const auto state = state_of(concern);
        if (concern.stakeholder != one.id || is_settled(concern)) {
            continue;
        }
        const auto text = one_line(concern.text, 300);
        const auto day = short_date(concern_since(concern), input.today);
        result.concerns.push_back({label_of(concern.kind), text_or(text, nameless_concern) + (state == ConcernState::answered
                                                                                            ? " (answered on " + day + ", not settled)"
                                                                                            : " (open since " + day + ")")});
    }
    return result;
}

std::string with_its_day(std::string text, const std::optional<Date>& due, Date today) {
    if (!due) {
        return text + ", no date agreed";
    }
    text += ", due " + short_date(*due, today);
    return *due < today ? text + ", " + counted(today - *due, "day", "days") + " late" : text;
}

struct OpenPromise {
    std::optional<Date> due;
    std::string id;
    std::string text;
};

// The earliest day first, those without a day last.
std::vector<std::string> in_order(std::vector<OpenPromise> list) {
    sort_list(list, [](const OpenPromise& a, const OpenPromise& b) {
        if (a.due.has_value() != b.due.has_value()) {
            return a.due.has_value();
        }
        return a.due != b.due ? *a.due < *b.due : a.id < b.id;
    });
    std::vector<std::string> texts;
    for (auto& one : list) {
        texts.push_back(std::move(one.text));
    }
    return texts;
}

std::vector<std::string> our_promises(const NextAskInput& input, const std::vector<StakeholderId>& people) {
    std::vector<OpenPromise> list;
    for (const auto& promise : input.deal.promises) {
        const bool to_somebody = find(input.deal, promise.to) != nullptr;
        if (!is_owed(input.deal, promise) || (to_somebody && !people.empty() && !holds(people, promise.to))) {
            continue;
        }
        const auto what = one_line(promise.what, 300);
        const auto whom = to_somebody ? short_name(input.deal, promise.to) : std::string("the group");
        list.push_back({promise.due, promise.id.text,
                        with_its_day(text_or(what, nameless_promise) + ", to " + whom, promise.due, input.today)});
    }
    return in_order(std::move(list));
}

std::vector<std::string> their_promises(const NextAskInput& input, const std::vector<StakeholderId>& people) {
    std::vector<OpenPromise> list;
    for (const auto& commitment : input.deal.commitments) {
        const bool concerns_them =
            people.empty() || holds(people, commitment.buyer_owner) ||
            std::any_of(commitment.people.begin(), commitment.people.end(), [&](const StakeholderId& id) { return holds(people, id); });
        if (state_of(commitment) != CommitmentState::agreed || !concerns_them) {
            continue;
        }
        const auto title = one_line(commitment.title, 300);
        const auto* owner = find(input.deal, commitment.buyer_owner);
        const auto whose = owner == nullptr ? std::string(", no owner")
                                            : ", " + short_name(input.deal, commitment.buyer_owner) + (owner->left ? ", who has left" : "");
        const auto due = due_of(commitment);
        list.push_back({due, commitment.id.text,
                        with_its_day(text_or(title, nameless_commitment) + whose, due, input.today)});
    }
    return in_order(std::move(list));
}

struct Meeting {
    std::vector<StakeholderId> people;
    std::string title;
    bool anybody = false; // an ask of nobody in particular belongs to it
};

std::string next_meeting_title(const Deal& deal, const std::vector<StakeholderId>& people) {
    if (people.empty()) {
        return "Next meeting";
    }
    std::vector<std::string> names;
    for (const auto& id : people) {
        names.push_back(short_name(deal, id));
    }
    return "Next meeting with " + (names.size() > 3 ? short_names(deal, people) : joined(names));
}

// The people of the best ask that has any; when nothing says whom, those of the planned next step that comes first; when
// the days of all have passed, of the one that has waited longest.
Meeting next_meeting(const NextAskInput& input, const NextAsks& asks) {
    Meeting meeting;
    for (const auto& ask : asks.list) {
        if (!ask.whom.empty()) {
            meeting.people = ask.whom;
            break;
        }
    }
    if (meeting.people.empty()) {
        const Interaction* best = nullptr;
        for (const auto& coming : coming_up(input.deal)) {
            const auto* planned_in = std::get_if<InteractionId>(&coming.about);
            if (planned_in == nullptr) continue;
            const bool first = best == nullptr;
            const bool to_come = coming.on && !coming.is_late(input.today);
            if (first || to_come) best = find(input.deal, *planned_in);
            if (to_come) break;
        }
        if (best != nullptr) {
            const auto* commitment = find(input.deal, best->next->commitment);
            meeting.people = commitment != nullptr && !commitment->people.empty() ? commitment->people : best->people;
        }
    }
    std::erase_if(meeting.people, [&](const StakeholderId& id) { return !is_present(input.deal, id); });
    meeting.title = next_meeting_title(input.deal, meeting.people);
    meeting.anybody = true;
    return meeting;
}

// "Call Judith on 30 Nov" with whom it was planned.
Meeting planned_meeting(const NextAskInput& input, const Interaction& interaction) {
    const auto& next = *planned_step(interaction);
    Meeting meeting;
    const auto* commitment = find(input.deal, next.commitment);
    meeting.people = commitment != nullptr && !commitment->people.empty() ? commitment->people : interaction.people;
    std::erase_if(meeting.people, [&](const StakeholderId& id) { return !is_present(input.deal, id); });
    meeting.title = one_line(next_step_words(input.deal, next), 80) + (next.on ? " on " + short_date(*next.on, input.today) : std::string());
    return meeting;
}

Meeting meeting_of(const NextAskInput& input, const Interaction& interaction) {
    Meeting meeting;
    meeting.people = interaction.people;
    std::erase_if(meeting.people, [&](const StakeholderId& id) { return find(input.deal, id) == nullptr; });
    const auto kind = interaction.kind == InteractionKind::other ? std::string("Meeting") : std::string(label_of(interaction.kind));
    meeting.title = kind + " on " + short_date(interaction.on, input.today);
    return meeting;
}

bool meets(const NextAsk& ask, const std::vector<StakeholderId>& people) {
    return std::any_of(ask.whom.begin(), ask.whom.end(), [&](const StakeholderId& id) { return holds(people, id); });
}

// What the brief says of the others: the best of it, in one line.
std::string also_open_words(const std::vector<const NextAsk*>& others) {
    constexpr std::size_t most_named = 2;
    if (others.empty()) return {};
    std::string words = "Also open with others: ";
    for (std::size_t i = 0; i < std::min(others.size(), most_named); ++i) {
        words += (i == 0 ? "" : "; ") + others[i]->title;
    }
    const auto left = static_cast<int>(others.size()) - static_cast<int>(most_named);
    return words + (left > 0 ? "; and " + std::to_string(left) + " more" : std::string()) + '.';
}

Meeting meeting_for(const NextAskInput& input, const NextAsks& asks, const BriefSubject& subject) {
    if (const auto* person = std::get_if<StakeholderId>(&subject); person && find(input.deal, *person)) {
        return {{*person}, "Conversation with " + short_name(input.deal, *person), false};
    }
    if (const auto* planned = std::get_if<PlannedMeeting>(&subject)) {
        const auto* interaction = find(input.deal, planned->planned_in);
        if (interaction != nullptr && planned_step(*interaction) != nullptr) return planned_meeting(input, *interaction);
    }
    if (const auto* past = std::get_if<InteractionId>(&subject)) {
        if (const auto* interaction = find(input.deal, *past)) return meeting_of(input, *interaction);
    }
    return next_meeting(input, asks);
}

}

Brief brief_of(const NextAskInput& input, const NextAsks& asks, const BriefSubject& subject) {
    const auto meeting = meeting_for(input, asks, subject);

    Brief brief;
    brief.title = meeting.title;
    const auto account = one_line(input.deal.account);
    const auto title = one_line(input.deal.title);
    brief.deal = account + (account.empty() || title.empty() ? "" : " / ") + title;
    for (const auto& id : meeting.people) {
        brief.people.push_back(person_of(input, *find(input.deal, id)));
    }
    brief.our_promises = our_promises(input, meeting.people);
    brief.their_promises = their_promises(input, meeting.people);
    std::vector<const NextAsk*> others;
    for (const auto& ask : asks.list) {
        const bool theirs = meets(ask, meeting.people) || (meeting.anybody && ask.whom.empty());
        if (!theirs) {
            others.push_back(&ask);
        } else if (brief.asks.size() < most_asks) {
            brief.asks.push_back(ask);
        }
    }
    brief.also_open = also_open_words(others);
    for (const auto& ask : brief.asks) {
        if (!ask.avoid.empty() && std::find(brief.avoid.begin(), brief.avoid.end(), ask.avoid) == brief.avoid.end()) {
            brief.avoid.push_back(ask.avoid);
        }
    }
    return brief;
}

std::string offered_words(const NextAsk& ask) {
    constexpr std::string_view again = "Offer ";
    return ask.offer.starts_with(again) ? with_capital(ask.offer.substr(again.size())) : ask.offer;
}

}
