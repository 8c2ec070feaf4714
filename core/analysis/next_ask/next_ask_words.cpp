// The card of a next ask: what it is called, what to give for it and what not to do.
#include "core/analysis/next_ask/next_ask_words.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string title_of(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto who = voice.names(candidate.whom);
    const auto whose = who + (who.ends_with('s') ? "'" : "'s");
    const auto step = candidate.commitment == nullptr ? std::string() : voice.step(*candidate.commitment);
    const bool known = !candidate.whom.empty();
    switch (candidate.action) {
    case NextAction::ask:
        return (known ? "Ask " + who + " for " : "Find an owner and ask for ") + step;
    case NextAction::ask_again:
        return (known ? "Ask " + who + " again for " : "Find an owner and ask again for ") + step;
    case NextAction::follow_up:
        return (known ? "Get an answer from " + who + " on " : "Get an answer on ") + step;
    case NextAction::get_kept:
        return (known ? "Help " + voice.name(candidate.whom.front()) + " keep " : "Help them keep ") + step;
    case NextAction::give_first:
        if (candidate.commitment == nullptr) {
            return "Give " + who + " something before you ask again";
        }
        if (state_of(*candidate.commitment) == CommitmentState::broken) {
            return "Clear the way for " + step + (known ? " with " + who : "");
        }
        return "Bring " + (known ? who + " " : "") + "something new on " + step;
    case NextAction::resolve_concern: {
        const auto said = voice.quote(candidate.concern->text, 40);
        return (state_of(*candidate.concern) == ConcernState::answered ? "Check that " + whose + " concern is settled"
                                                                       : "Resolve " + whose + " concern") +
               (said.empty() ? std::string() : ": " + said);
    }
    case NextAction::keep_promise:
        return "Keep your promise to " + (known ? who : "the group");
    case NextAction::hear:
        if (candidate.against) return "Hear what " + who + " has against it";
        return "Hear " + who + (candidate.second_hand ? " in person" : "");
    case NextAction::find_person:
        return candidate.decides ? "Find out who decides" : "Find out who else has a say";
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return course_title(input, candidate, voice);
    }
    return {};
}

// What the asked person needs, first of all.
std::string need_of(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    for (const auto& id : candidate.whom) {
        const auto need = voice.quote_end(find(input.deal, id)->needed_outcome);
        if (!need.empty()) {
            return "Start from what " + voice.name(id) + " needs: " + need;
        }
    }
    return {};
}

// What stands in the commitment for one of them, else anything in it, else the first idea of the playbook.
std::string value_for(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    if (candidate.commitment == nullptr) {
        return {};
    }
    const auto& offered = candidate.commitment->value_offered;
    auto chosen = std::find_if(offered.begin(), offered.end(), [&](const Value& value) {
        return !one_line(value.what).empty() && (value.to.empty() || holds(candidate.whom, value.to));
    });
    if (chosen == offered.end()) {
        chosen = std::find_if(offered.begin(), offered.end(), [](const Value& value) { return !one_line(value.what).empty(); });
    }
    if (chosen != offered.end()) {
        return voice.gift(chosen->what);
    }
    const auto* step = input.playbook == nullptr ? nullptr : find_step(*input.playbook, candidate.commitment->step);
    return step == nullptr || step->value_ideas.empty() ? std::string() : voice.gift(step->value_ideas.front());
}

// An ask comes with what is late; an answer or a gift also with what was promised for later.
std::string what_is_owed(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const bool gives = candidate.action == NextAction::give_first || candidate.action == NextAction::resolve_concern;
    for (const auto& id : candidate.whom) {
        for (const auto* promise : open_promises(input.deal, id)) {
            const auto owed = voice.gift(promise->what);
            if (!owed.empty() && (gives || *promise->due < input.today)) {
                return "Bring what " + voice.name(id) + " was promised for " + short_date(*promise->due, input.today) + ": " + owed + ".";
            }
        }
    }
    return {};
}

std::string offer_of(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto need = need_of(input, candidate, voice);
    const auto value = value_for(input, candidate, voice);
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
    case NextAction::get_kept:
        return in_a_row({need,
                         value.empty()  ? ""
                         : need.empty() ? "Offer " + value + "."
                                        : "Then offer " + value + ".",
                         what_is_owed(input, candidate, voice)});
    case NextAction::give_first: {
        const bool worried = !candidate.whom.empty() && !open_concerns(input.deal, candidate.whom.front()).empty();
        const auto owed = what_is_owed(input, candidate, voice);
        return in_a_row({
            need,
            !owed.empty()    ? owed
            : worried        ? std::string("Give a written answer to the oldest open concern, and ask for nothing in return.")
            : !value.empty() ? "Give " + value + ", and ask for nothing in return."
                             : std::string("Give one thing that helps with it, and ask for nothing in return."),
        });
    }
    case NextAction::resolve_concern:
        return in_a_row(
            {need, "Offer a written answer with evidence, in a form that can be passed on.", what_is_owed(input, candidate, voice)});
    case NextAction::keep_promise: {
        const auto owed = voice.gift(candidate.promise->what);
        return in_a_row({need, "Send " + (owed.empty() ? "what you promised" : owed) +
                                   (candidate.waited == 0 ? "." : ", with one line on why it is late.")});
    }
    case NextAction::hear:
        return in_a_row({need, "Offer your notes of the conversation, to correct and to keep."});
    case NextAction::find_person:
        return in_a_row({need, "Offer a page with what each team has told you so far; it shows who is missing."});
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return course_offer(input, candidate, voice);
    }
    return {};
}

// What was refused for good reason and must not be asked again yet, of somebody else or of these people.
std::string refused_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    for (const auto* refused : refused_for_nothing(input.deal)) {
        const auto& refusal = *refusal_of(*refused);
        if (refused == candidate.commitment || refusal.kind != CommitmentEventKind::declined || !voice.repeats()) {
            continue;
        }
        auto whom = refusal.who;
        std::erase_if(whom, [&](const StakeholderId& id) { return !is_present(input.deal, id); });
        return "Do not ask " + (whom.empty() ? std::string() : voice.names(whom) + " ") + "for " + voice.step(*refused) +
               " again yet: the answer was no on " + short_date(refusal.on, input.today) + ", and nothing has changed since.";
    }
    return {};
}

// By them: it is theirs to bring up.
bool decision_is_asked_for(const Deal& deal) {
    return std::any_of(deal.commitments.begin(), deal.commitments.end(),
                       [](const Commitment& one) { return one.decides && is_open(one) && asked_by_them(one); });
}

std::string avoid_when_asking(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    for (const auto& id : candidate.whom) {
        if (push_of(input, id) > give_first_from) {
            return "Do not ask this before you have given " + voice.name(id) + " something.";
        }
    }
    const auto refused = refused_words(input, candidate, voice);
    if (!refused.empty()) {
        return refused;
    }
    if (candidate.action == NextAction::follow_up) {
        return "Do not send the same message again.";
    }
    const auto& score = input.balance.score;
    if (score.passive > 30 && score.passive >= score.push) {
        return "Do not end the conversation without a date for the next step.";
    }
    for (const auto& id : candidate.whom) {
        const auto open = open_concerns(input.deal, id);
        if (!open.empty()) {
            const auto said = voice.quote_end(open.front()->text);
            return said.empty() ? "Do not pass over the open concern." : "Do not pass over what worries " + voice.name(id) + ": " + said;
        }
    }
    int before = 0;
    for (const auto& item : plan_of(input.deal)) {
        before += static_cast<int>(item.on_way_to_decision && item.state != PlanState::kept && !find(input.deal, item.id)->decides);
    }
    if (candidate.on_the_way && !candidate.commitment->decides && before > 1 && !decision_is_asked_for(input.deal)) {
        return "Do not bring up the decision yet: " + counted(before, "step", "steps") + " before it " + (before == 1 ? "is" : "are") +
               " still open.";
    }
    return "Do not add a second ask to this one.";
}

std::string avoid_of(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
        return avoid_when_asking(input, candidate, voice);
    case NextAction::get_kept:
        return "Do not send a reminder without offering help.";
    case NextAction::give_first:
        return candidate.commitment != nullptr && refusal_of(*candidate.commitment)->kind == CommitmentEventKind::broken
                   ? "Do not blame anyone for it, and do not set a new date for them."
                   : "Do not ask " + voice.names(candidate.whom) + " for anything in the same conversation, least of all the decision.";
    case NextAction::resolve_concern:
        return "Do not argue it away, and do not add an ask.";
    case NextAction::keep_promise:
        return "Do not ask for anything in return for keeping your promise.";
    case NextAction::hear: {
        std::vector<StakeholderId> contacts;
        for (const auto& one : input.deal.stakeholders) {
            if (!one.left && last_heard(input.deal, one.id)) {
                contacts.push_back(one.id);
            }
        }
        return contacts.size() == 1 && contacts.front() != candidate.whom.front()
                   ? "Do not go around " + voice.name(contacts.front()) + ": ask for an introduction."
                                    : std::string("Do not present anything. Listen, and write down what you hear.");
    }
    case NextAction::find_person:
        return candidate.whom.empty() ? std::string("Do not guess from job titles.")
                                      : "Do not go around " + voice.name(candidate.whom.front()) + " to find out.";
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return course_avoid(input, candidate, voice);
    }
    return {};
}

}

NextAsk in_words(const NextAskInput& input, const WordingCheck& check, const AskCandidate& candidate) {
    NextAsk ask;
    ask.action = candidate.action;
    if (candidate.commitment != nullptr) {
        ask.commitment = candidate.commitment->id;
    }
    if (candidate.concern != nullptr) {
        ask.concern = candidate.concern->id;
    }
    if (candidate.promise != nullptr) {
        ask.promise = candidate.promise->id;
    }
    if (candidate.interaction != nullptr) {
        ask.interaction = candidate.interaction->id;
    }
    ask.order = candidate.order;
    ask.day = candidate.day;
    ask.whom = candidate.whom;
    ask.evidence = candidate.evidence;
    ask.title = clean_text(check, [&](Detail detail) { return title_of(input, candidate, Voice(input.deal, detail)); });
    ask.why = clean_text(check, [&](Detail detail) { return why_of(input, candidate, detail); });
    ask.offer = clean_text(check, [&](Detail detail) { return offer_of(input, candidate, Voice(input.deal, detail)); });
    ask.wording = clean_text(check, [&](Detail detail) { return wording_for(input, check, candidate, detail); });
    ask.avoid = clean_text(check, [&](Detail detail) { return avoid_of(input, candidate, Voice(input.deal, detail)); });
    return ask;
}

}
