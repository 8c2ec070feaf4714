// What to say: to the point, easy to say no to, and with something in it for the one who is asked.
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/analysis/next_ask/next_ask_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_clean(const WordingCheck& check, std::string_view text) {
    return !trimmed(text).empty() && check.hits(text).empty();
}

// The only one known on their side, and the last word is theirs.
bool decides_alone(const NextAskInput& input, const AskCandidate& candidate) {
    if (candidate.whom.size() != 1 || find(input.deal, candidate.whom.front())->role != Role::decision_maker) return false;
    return std::none_of(input.deal.stakeholders.begin(), input.deal.stakeholders.end(),
                        [&](const Stakeholder& one) { return !one.left && one.id != candidate.whom.front(); });
}

// A step for those who pay, look after it or approve, but not for who decides.
bool is_for_others(const PlaybookStep& step) {
    return !step.roles.empty() && std::all_of(step.roles.begin(), step.roles.end(),
                                              [](Role role) { return role == Role::approver || role == Role::gatekeeper; });
}

// The user's own words when they pass, else the playbook's, else what the commitment is and when it is done.
std::string ask_in_words(const NextAskInput& input, const WordingCheck& check, const AskCandidate& candidate, const Voice& voice) {
    const auto& commitment = *candidate.commitment;
    const auto* step = step_of(input, commitment);
    const bool own_words = !trimmed(commitment.ask).empty() && (step == nullptr || commitment.ask != step->ask);
    if (step != nullptr && !own_words && decides_alone(input, candidate) && is_for_others(*step)) {
        return "Is there anybody besides you who pays for it, looks after it or has to agree to it? If so, what would they need to know? If it is "
               "only you, we can go on.";
    }
    if (is_clean(check, commitment.ask)) {
        return std::string(trimmed(commitment.ask));
    }
    if (step != nullptr && is_clean(check, step->ask)) {
        return std::string(trimmed(step->ask));
    }
    const auto title = voice.quote(commitment.title, 60);
    const auto done = can_be_said_to_them(commitment.done_when) ? voice.quote_end(commitment.done_when) : std::string();
    return in_a_row({title.empty() ? "I would like to propose a next step." : "The next step I would propose is " + title + ".",
                     done.empty() ? "" : "It is done when this holds: " + done, "Will you take it on, and by when?",
                     "If it is too early for that, what has to happen first?"});
}

std::string follow_up_in_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto title = voice.quote(candidate.commitment->title, 60);
    return "On " + short_date(candidate.since, input.today) + " I asked you " + (title.empty() ? "for a next step" : "about " + title) +
           ". Is it a yes, a no, or is something missing before you can say? If something is missing, tell me what, and I will see to it. "
           "A no is a good answer too.";
}

std::string help_in_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto title = voice.step(*candidate.commitment);
    const auto subject = title == "this step" ? std::string("Our next step") : title;
    if (!candidate.due) {
        return subject + " has no date yet. Which date is realistic for you, and which part of it can I take off your hands?";
    }
    const auto day = short_date(*candidate.due, input.today);
    if (*candidate.due < input.today) {
        return subject + " was planned for " + day +
               ". What got in the way, and which date is realistic now? If part of it depends on me, tell me which, and I will do that "
               "first.";
    }
    return subject + " is planned for " + day + ". Does that date still hold, and which part of it can I take off your hands?";
}

std::string gift_in_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto* who = candidate.whom.empty() ? nullptr : find(input.deal, candidate.whom.front());
    if (candidate.commitment != nullptr && (who == nullptr || push_of(input, who->id) <= give_first_from)) {
        const auto title = voice.step(*candidate.commitment);
        const auto day = short_date(candidate.since, input.today);
        if (state_of(*candidate.commitment) == CommitmentState::broken) {
            return (title == "this step" ? std::string("Our last step") : title) +
                   " did not happen as planned. What got in the way, and which part of it can I take off your hands before we look for "
                   "a new date?";
        }
        return "You said no to " + title + " on " + day +
               ", and I have brought you nothing new since. What would have to be different for it to make sense to you? You will have "
               "my answer in writing, and where I have none, I will say so.";
    }
    const auto need = who != nullptr && can_be_said_to_them(who->needed_outcome) ? voice.quote(who->needed_outcome) : std::string();
    return "I have asked a lot of you lately and given too little back. Before I ask for anything else: " +
           (need.empty() ? std::string("what would help you most in your work?") : "what would bring you closest to " + need + "?") +
           " You will have it within a week, and it is yours whether or not you buy from us.";
}

std::string concern_in_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto& concern = *candidate.concern;
    const bool answered = state_of(concern) == ConcernState::answered;
    const auto day = short_date(candidate.since, input.today);
    const auto said = can_be_said_to_them(concern.text) ? voice.quote_end(concern.text) : std::string();
    if (answered) {
        return (said.empty() ? "On " + day + " I answered a concern of yours."
                             : "On " + day + " I answered this concern of yours: " + said) +
               " Does that settle it, or is part of it still open? Whatever is open, I will answer in writing.";
    }
    return (said.empty() ? std::string("You raised a concern on ") + day + ", and it deserves a proper answer."
                         : "I wrote this down as your concern: " + said + " Did I get it right?") +
           " Could we take 30 minutes this week to go through it? You will have my answer in writing with the evidence, and where I have "
           "none, I will say so.";
}

// "operations, IT and the end users"; empty when nobody spoke with us.
std::string functions_heard(const NextAskInput& input) {
    std::vector<Function> list;
    for (const auto& one : input.deal.stakeholders) {
        if (one.function != Function::other && last_heard(input.deal, one.id) &&
            std::find(list.begin(), list.end(), one.function) == list.end()) {
            list.push_back(one.function);
        }
    }
    sort_list(list);
    std::vector<std::string> words;
    for (const auto function : list) {
        words.push_back(function_group(function));
    }
    return words.size() > 3 ? counted(static_cast<int>(words.size()), "team", "teams") : joined(words);
}

std::string hearing_in_words(const NextAskInput& input, const AskCandidate& candidate) {
    if (candidate.against) {
        return "I would rather hear it from you than guess: what speaks against it, and what would have to be different for you to be for it? "
               "You will get my notes to correct, and where I have no answer, I will say so.";
    }
    const auto others = functions_heard(input);
    const auto function = find(input.deal, candidate.whom.front())->function;
    const auto side = function == Function::other ? std::string("your side") : "the needs of " + function_group(function);
    const std::string opening = candidate.second_hand
                                    ? "What I know about " + side + " comes from others, and I would rather hear it from you."
                                : others.empty() ? "I would rather hear what you need than guess."
                                                 : "So far I have heard from " + others + ", but not from you.";
    const std::string time = input.deal.process == Process::buyer_led
                                 ? " Does your procedure allow 30 minutes for that? If not, two lines in writing would help as much."
                                 : " Could we take 30 minutes for that, this week or next?";
    return opening + " What would this have to do for you, and what worries you about it?" + time + " You will get my notes to correct.";
}

}

std::string wording_for(const NextAskInput& input, const WordingCheck& check, const AskCandidate& candidate, Detail detail) {
    const Voice voice(input.deal, detail);
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
        return ask_in_words(input, check, candidate, voice);
    case NextAction::follow_up:
        return follow_up_in_words(input, candidate, voice);
    case NextAction::get_kept:
        return help_in_words(input, candidate, voice);
    case NextAction::give_first:
        return gift_in_words(input, candidate, voice);
    case NextAction::resolve_concern:
        return concern_in_words(input, candidate, voice);
    case NextAction::keep_promise:
        return {};
    case NextAction::hear:
        return hearing_in_words(input, candidate);
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return course_wording(input, candidate, voice);
    case NextAction::find_person:
        if (input.deal.process == Process::buyer_led) {
            return "Who takes part in the award, who has the last word on it, and does your procedure allow questions to them in writing?";
        }
        if (candidate.decides) {
            return "Who has the last word on this, and who signs? I would like to hear what they need before I propose anything. Could you "
                   "introduce me to them this week?";
        }
        return "Besides you, who has to agree before this can go ahead, and who would not want to hear of it late? I would like to hear "
               "them before anything is decided. Could you introduce me to one of them this week?";
    }
    return {};
}

}
