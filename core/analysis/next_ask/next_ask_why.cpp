// Why this, why them, why now: what the deal shows, in numbers and days.
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/analysis/next_ask/next_ask_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/prerequisites.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string days(int count) {
    return counted(count, "day", "days");
}

std::string on_its_day(const NextAskInput& input, Date due) {
    const auto day = short_date(due, input.today);
    return due < input.today ? "Its date, " + day + ", passed " + relative_days(due, input.today) + "."
                             : "It is due on " + day + ", " + relative_days(due, input.today) + ".";
}

// "“Invest” waits for it."
std::string what_waits(const NextAskInput& input, const Commitment& commitment, const Voice& voice) {
    if (commitment.decides) {
        return "Everything before it is kept: this is the decision.";
    }
    std::vector<const Commitment*> waiting;
    for (const auto& other : input.deal.commitments) {
        if (!is_open(other)) continue;
        const auto before = waited_for(input.deal, other);
        if (std::find(before.begin(), before.end(), &commitment) != before.end()) {
            waiting.push_back(&other);
        }
    }
    sort_list(waiting, [](const Commitment* a, const Commitment* b) { return a->id < b->id; });
    if (waiting.empty()) {
        return {};
    }
    const auto count = static_cast<int>(waiting.size());
    if (!voice.repeats() || count > 3) {
        return counted(count, "step waits", "steps wait") + " for it.";
    }
    std::vector<std::string> titles;
    for (const auto* one : waiting) {
        titles.push_back(voice.step(*one));
    }
    return joined(titles) + (count == 1 ? " waits for it." : " wait for it.");
}

std::string part_in_it(const Stakeholder& one) {
    switch (one.role) {
    case Role::decision_maker:
        return "has the last word";
    case Role::approver:
        return "has to approve";
    default:
        return {};
    }
}

std::string why_them(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto& commitment = *candidate.commitment;
    if (candidate.whom.empty()) {
        return "Nobody on the buyer's side owns it yet: choose one person first.";
    }
    const auto& first = candidate.whom.front();
    const auto part = part_in_it(*find(input.deal, first));
    if (first == commitment.buyer_owner) {
        return voice.name(first) + " owns it" + (part.empty() ? "." : " and " + part + ".");
    }
    if (find(input.deal, commitment.buyer_owner) == nullptr && !holds(commitment.people, first)) {
        return "Nobody owns it yet; it usually needs somebody like " + voice.name(first) + ".";
    }
    return part.empty() ? "" : voice.name(first) + " " + part + ".";
}

// "If Hana Ngata moves one step closer, 5 of 8 would agree instead of 4."
std::string what_it_moves(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const PersonOpinion* best = nullptr;
    for (const auto& id : candidate.whom) {
        const auto* opinion = find(input.consensus, id);
        if (opinion != nullptr && opinion->gain_agree > 0 && (best == nullptr || opinion->gain_agree > best->gain_agree)) {
            best = opinion;
        }
    }
    if (best == nullptr) {
        return {};
    }
    const auto& group = input.consensus;
    return "If " + voice.name(best->id) + " moves one step closer, " + std::to_string(group.would_agree + best->gain_agree) + " of " +
           std::to_string(group.of) + " would agree instead of " + std::to_string(group.would_agree) + ".";
}

// "Tom Hadley has not agreed yet."
std::string who_is_missing(const NextAskInput& input, const Commitment& commitment, const Voice& voice) {
    const auto missing = not_agreed_yet(input.deal, commitment);
    return missing.empty() ? "" : voice.names(missing) + (missing.size() == 1 ? " has" : " have") + " not agreed yet.";
}

std::string what_happened(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto& commitment = *candidate.commitment;
    const auto day = short_date(candidate.since, input.today);
    const auto due = candidate.due ? on_its_day(input, *candidate.due) : std::string();
    switch (candidate.action) {
    case NextAction::ask:
        return in_a_row(
            {candidate.waited == 0 ? "Ready since today." : "Ready for " + days(candidate.waited) + " and not asked for.", due});
    case NextAction::follow_up:
        return in_a_row({"Asked on " + day + ", " + relative_days(candidate.since, input.today) + ", and not answered yet.", due});
    case NextAction::get_kept:
        return in_a_row(
            {"Agreed on " + day + ", not kept yet.", due.empty() ? "It has no date." : due, who_is_missing(input, commitment, voice)});
    default:
        break;
    }
    const auto* refusal = refusal_of(commitment);
    if (refusal == nullptr) {
        return {};
    }
    const auto reason = voice.quote(refusal->why);
    const auto said =
        (refusal->kind == CommitmentEventKind::declined ? "The answer to " + voice.step(commitment) + " was no on "
                                                        : with_capital(voice.step(commitment)) + " was agreed, then broken on ") +
        short_date(refusal->on, input.today) + (reason.empty() ? std::string() : " (" + reason + ")");
    return said + (candidate.action == NextAction::ask_again ? ". You have given or settled something since, so it is fair to ask again."
                                                             : ". Nothing has been given or settled since.");
}

// "In the last 30 days Mei-Ling Tan got 6 asks and nothing in return."
std::string asks_and_gifts(const NextAskInput& input, const StakeholderId& id, const Voice& voice) {
    int asks = 0;
    int gifts = 0;
    for (const auto& commitment : input.deal.commitments) {
        for (const auto& event : commitment.events) {
            asks += static_cast<int>(event.kind == CommitmentEventKind::asked && event.by == Asker::us && event.on > input.today - 30 && holds(event.who, id));
        }
    }
    for (const auto& interaction : input.deal.interactions) {
        for (const auto& value : interaction.value_given) {
            gifts += static_cast<int>(interaction.on > input.today - 30 &&
                                      (value.to == id || (value.to.empty() && holds(interaction.people, id))));
        }
    }
    if (asks <= gifts) {
        return {};
    }
    return "In the last 30 days " + voice.name(id) + " got " + counted(asks, "ask", "asks") + " and " +
           (gifts == 0 ? std::string("nothing") : counted(gifts, "thing", "things")) + " in return.";
}

std::string why_give(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    std::vector<std::string> sentences;
    if (!candidate.whom.empty()) {
        sentences.push_back(asks_and_gifts(input, candidate.whom.front(), voice));
    }
    if (candidate.commitment != nullptr) {
        sentences.push_back(what_happened(input, candidate, voice));
    }
    if (!candidate.whom.empty()) {
        const auto open = open_concerns(input.deal, candidate.whom.front());
        const auto oldest = open.empty() ? std::string() : voice.quote_end(open.front()->text);
        sentences.push_back(
            open.empty()
                ? ""
                : counted(static_cast<int>(open.size()), "concern is", "concerns are") + " open" +
                      (oldest.empty()     ? "."
                       : open.size() == 1 ? ": " + oldest
                                          : ", the oldest since " + short_date(concern_since(*open.front()), input.today) + ": " + oldest));
    }
    if (in_a_row(sentences).empty() && voice.repeats()) {
        for (const auto& signal : input.balance.signals) {
            if (signal.side == Side::push && !candidate.whom.empty() && holds(signal.people, candidate.whom.front())) {
                return signal.why;
            }
        }
    }
    const auto text = in_a_row(sentences);
    return text.empty() ? "You have asked " + voice.names(candidate.whom) + " for more than you have given." : text;
}

std::string why_resolve(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto ago = relative_days(candidate.since, input.today);
    const bool answered = state_of(*candidate.concern) == ConcernState::answered;
    const auto* latest = candidate.concern->events.empty() ? nullptr : &candidate.concern->events.back();
    const bool again = latest != nullptr && latest->kind == ConcernEventKind::reopened;
    int needed = 0;
    for (const auto& commitment : input.deal.commitments) {
        if (!candidate.whom.empty() && state_of(commitment) != CommitmentState::kept && holds(commitment.people, candidate.whom.front())) {
            ++needed;
        }
    }
    return in_a_row(
        {answered ? "Answered " + ago + "; nobody has said whether that settles it."
         : again  ? "Came up again " + ago + " and not answered yet."
                  : "Raised " + ago + " and not answered yet.",
         needed == 0 ? "" : voice.name(candidate.whom.front()) + " has to agree to " + counted(needed, "open step", "open steps") + ".",
         what_it_moves(input, candidate, voice)});
}

std::string why_hear(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto& one = *find(input.deal, candidate.whom.front());
    const auto part = part_in_it(one);
    const auto& silent = input.consensus.never_heard;
    const bool alone = std::find(silent.begin(), silent.end(), one.function) != silent.end() && one.function != Function::other;
    const auto name = voice.name(one.id);
    if (candidate.against) {
        const auto reason = voice.quote_end(one.stances.back().why);
        return in_a_row({name + ' ' + (part.empty() ? std::string("can stop it") : part) + " and has been " +
                             (stance_of(one) == Stance::opposed ? "opposed" : "sceptical") + " since " + short_date(one.stances.back().on, input.today) +
                             (reason.empty() ? std::string(".") : ": " + reason),
                         what_it_moves(input, candidate, voice)});
    }
    return in_a_row({candidate.second_hand
                         ? "All you know about " + name + " comes from others" +
                               (candidate.waited == 0 ? std::string() : ": you have not talked once in " + days(candidate.waited)) + "."
                     : candidate.waited == 0 ? name + " is new on the deal and has not been heard yet."
                                             : name + " has been on the deal for " + days(candidate.waited) + " and has never been heard.",
                     part.empty() ? "" : name + " " + part + ".",
                     alone ? one.function == Function::end_user
                                 ? "No other end user has been heard either."
                                 : "Nobody else in " + function_group(one.function) + " has been heard either."
                           : "",
                     what_it_moves(input, candidate, voice)});
}

std::string why_find(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const int unnamed = input.consensus.not_named();
    return in_a_row(
        {candidate.decides ? "No decision maker is named yet." : "",
         unnamed == 0
             ? ""
             : "A purchase like this usually involves about " + counted(input.consensus.of, "person", "people") +
                   (unnamed == input.consensus.of ? ", and nobody is named yet."
                                                  : "; " + std::to_string(unnamed) + (unnamed == 1 ? " is" : " are") + " not named yet."),
         candidate.whom.empty() ? "Start with whoever you talk to first." : voice.name(candidate.whom.front()) + " is the one to ask."});
}

}

std::string why_of(const NextAskInput& input, const AskCandidate& candidate, Detail detail) {
    const Voice voice(input.deal, detail);
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
    case NextAction::get_kept:
        return in_a_row({what_happened(input, candidate, voice),
                         candidate.interaction ? "You planned to talk about it on " + short_date(*candidate.day, input.today) + "." : "",
                         what_waits(input, *candidate.commitment, voice),
                         why_them(input, candidate, voice), what_it_moves(input, candidate, voice)});
    case NextAction::give_first:
        return why_give(input, candidate, voice);
    case NextAction::resolve_concern:
        return why_resolve(input, candidate, voice);
    case NextAction::keep_promise:
        return "Promised for " + (candidate.waited == 0 ? std::string("today") : short_date(candidate.since, input.today) + ", " + days(candidate.waited) + " late") +
               (voice.repeats() && !one_line(candidate.promise->what).empty() ? ": " + voice.quote_end(candidate.promise->what) : ".");
    case NextAction::hear:
        return why_hear(input, candidate, voice);
    case NextAction::find_person:
        return why_find(input, candidate, voice);
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return course_why(input, candidate, voice);
    }
    return {};
}

}
