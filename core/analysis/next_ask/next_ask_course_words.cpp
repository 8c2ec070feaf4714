// The words of what comes before asking: answers, days that are near, and what has changed for the deal as a whole.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/analysis/next_ask/next_ask_words.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/prerequisites.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string whose(const std::string& who) {
    return who + (who.ends_with('s') ? "'" : "'s");
}

bool decider_left(const AskCandidate& candidate) {
    return decides_or_approves(candidate.left->role);
}

// "e-mail of 8 Jun"
std::string message_words(const NextAskInput& input, const AskCandidate& candidate) {
    const auto kind = candidate.interaction->kind;
    const std::string what = kind == InteractionKind::email ? "e-mail" : kind == InteractionKind::call ? "call" : "message";
    return what + " of " + short_date(candidate.interaction->on, input.today);
}

// "Q4", "Q1 2027"; a day that begins no quarter stays a day.
std::string plan_words(Date day, Date today) {
    const bool quarter = day.day() == 1 && day.month() % 3 == 1;
    if (!quarter) return short_date(day, today);
    return "Q" + std::to_string((day.month() + 2) / 3) + (day.year() == today.year() ? "" : ' ' + std::to_string(day.year()));
}

// What is to be prepared: the planned step, what is due, their day; in quotes.
std::string prepared_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    if (candidate.interaction != nullptr) {
        const auto step = voice.quote(next_step_words(input.deal, *planned_step(*candidate.interaction)), 60);
        return step.empty() ? "what was planned" : step;
    }
    if (candidate.commitment != nullptr) return voice.step(*candidate.commitment);
    const auto note = voice.quote(target_of(input.deal)->note, 60);
    return note.empty() ? "their date" : note;
}

// Whether those who asked for it can give it themselves.
bool can_give_it(const NextAskInput& input, const AskCandidate& candidate) {
    return candidate.commitment == nullptr || std::ranges::any_of(candidate.whom, [&](const StakeholderId& id) {
               return may_give(input, *candidate.commitment, *find(input.deal, id));
           });
}

std::string answer_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto who = candidate.whom.empty() ? std::string("They") : voice.names(candidate.whom);
    const auto day = short_date(candidate.since, input.today) + ", " + relative_days(candidate.since, input.today);
    if (candidate.commitment != nullptr) {
        std::string more;
        if (!can_give_it(input, candidate)) {
            more = deciders(input.deal).empty() ? "Nobody is known yet who can give it: find out together who decides and who pays."
                                                : "It is not theirs alone to give: " + voice.names(deciders(input.deal)) + " can stop it.";
        }
        return in_a_row({who + " asked for " + voice.step(*candidate.commitment) + " on " + day + ", and has no answer yet.", more});
    }
    if (candidate.concern != nullptr) {
        const auto said = voice.quote_end(candidate.concern->text);
        return "Asked on " + day + ", and not answered yet" + (said.empty() ? "." : ": " + said);
    }
    const auto said = voice.quote_end(candidate.interaction->summary);
    return who + (candidate.interaction->kind == InteractionKind::call ? " called on " : " wrote on ") + day +
           ", and the log shows nothing of ours since" + (said.empty() ? "." : ": " + said);
}

std::string prepare_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto day = short_date(*candidate.day, input.today) + ", " + relative_days(*candidate.day, input.today);
    if (candidate.interaction != nullptr) return "It is planned for " + day + ".";
    if (candidate.commitment == nullptr) return "It is a date of their own: " + day + ".";
    std::vector<std::string> open;
    for (const auto* before : waited_for(input.deal, *candidate.commitment)) {
        if (is_open(*before)) open.push_back(voice.step(*before));
    }
    const bool several = open.size() > 1;
    if (open.size() > 3 || !voice.repeats()) open = {counted(static_cast<int>(open.size()), "step", "steps")};
    return in_a_row({"It is due on " + day + ".",
                     open.empty() ? "" : with_capital(joined(open)) + " before it " + (several ? "are" : "is") + " still open."});
}

std::string quiet_why(const NextAskInput& input, const AskCandidate& candidate) {
    const auto unanswered = static_cast<int>(unanswered_since_their_last_act(input.deal, input.today).size());
    const auto* target = target_of(input.deal);
    const bool passed = target != nullptr && target->date && *target->date < input.today;
    return in_a_row({"Nothing has come from them for " + counted(candidate.waited, "day", "days") + ", and " +
                         (unanswered == 1 ? std::string("your last message is") : "your last " + std::to_string(unanswered) + " messages are") +
                         " unanswered.",
                     passed ? "The target date, " + short_date(*target->date, input.today) + ", has passed." : ""});
}

std::string left_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto gone = voice.name(candidate.left->id);
    const auto part = decider_left(candidate) ? (candidate.left->role == Role::approver ? "had to approve it" : "had the last word")
                                              : "carried it inside";
    std::string cover;
    if (!candidate.whom.empty()) {
        const auto& one = *find(input.deal, candidate.whom.front());
        const auto name = voice.name(one.id);
        cover = candidate.interaction != nullptr ? name + " has been in touch since and waits for an answer."
                : one.function == candidate.left->function && one.function != Function::other
                    ? name + " is of the same function."
                    : name + " is the one you know best of those who are still there.";
    }
    return in_a_row({gone + " left on " + short_date(candidate.left->left->on, input.today) + " and " + part + ".", cover});
}

std::string plan_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto who = candidate.whom.empty() ? std::string("They") : voice.name(candidate.whom.front());
    return who + " said on " + short_date(candidate.since, input.today) + " that nothing happens before " +
           short_date(*candidate.day, input.today) + (candidate.commitment == nullptr ? "." : " with " + voice.step(*candidate.commitment) + ".");
}

// "Keep Anke Vogel in the loop."
std::string others_words(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    if (input.deal.process == Process::buyer_led) return {};
    auto others = deciders(input.deal);
    std::erase_if(others, [&](const StakeholderId& id) { return holds(candidate.whom, id); });
    return others.empty() ? std::string() : "Keep " + voice.names(others) + " in the loop.";
}

std::string quiet_offer(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    for (const auto& id : candidate.whom) {
        const auto& one = *find(input.deal, id);
        const auto need = voice.quote_end(one.needed_outcome);
        if (!need.empty()) return "Bring something new that helps with what " + voice.name(id) + " needs: " + need;
        const auto problem = voice.quote_end(one.problem);
        if (!problem.empty()) return "Bring something new on what troubles " + voice.name(id) + ": " + problem;
    }
    return "Bring one thing that is new to them and useful even if they never buy.";
}

}

std::string course_title(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    const auto who = voice.names(candidate.whom);
    const bool known = !candidate.whom.empty();
    switch (candidate.action) {
    case NextAction::answer: {
        if (candidate.commitment != nullptr) return "Answer " + (known ? who : std::string("them")) + " on " + voice.step(*candidate.commitment);
        if (candidate.concern != nullptr) {
            const auto said = voice.quote(candidate.concern->text, 40);
            return "Answer " + (known ? whose(who) : std::string("their")) + " question" + (said.empty() ? "" : ": " + said);
        }
        return "Answer " + whose(who) + ' ' + message_words(input, candidate);
    }
    case NextAction::prepare:
        if (candidate.asks_when) return known ? "Ask " + who + " when the decision falls" : std::string("Find out when the decision falls");
        return "Prepare " + prepared_words(input, candidate, voice) + " for " + short_date(*candidate.day, input.today);
    case NextAction::ask_if_wanted:
        return "Ask " + who + " whether it is still wanted";
    case NextAction::find_sponsor:
        if (!known) return decider_left(candidate) ? "Find out who decides now" : "Find out who the sponsor is now";
        return "Ask " + who + " what changes and who " + (decider_left(candidate) ? "decides now" : "the sponsor is now");
    case NextAction::save:
        return known ? "Save " + voice.step(*candidate.commitment) + " with " + who : "Find a new owner for " + voice.step(*candidate.commitment);
    case NextAction::plan_for_day:
        return (known ? "Ask " + who + " what" : std::string("Find out what")) + " would have to be in the plan for " + plan_words(*candidate.day, input.today);
    default:
        return {};
    }
}

std::string course_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    switch (candidate.action) {
    case NextAction::answer:
        return in_a_row({answer_why(input, candidate, voice),
                         candidate.day ? "The next step was planned for " + short_date(*candidate.day, input.today) + "." : ""});
    case NextAction::prepare:
        return candidate.asks_when ? "Everything before it is kept, and they decide on a schedule of their own." : prepare_why(input, candidate, voice);
    case NextAction::ask_if_wanted:
        return quiet_why(input, candidate);
    case NextAction::find_sponsor:
        return left_why(input, candidate, voice);
    case NextAction::save:
        return in_a_row({with_capital(voice.step(*candidate.commitment)) + " was with " + voice.name(candidate.left->id) + ", who left on " +
                             short_date(candidate.left->left->on, input.today) + ".",
                         candidate.due ? "Its date " + std::string(*candidate.due < input.today ? "was " : "is ") + short_date(*candidate.due, input.today) + "." : ""});
    case NextAction::plan_for_day:
        return plan_why(input, candidate, voice);
    default:
        return {};
    }
}

std::string course_offer(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    switch (candidate.action) {
    case NextAction::answer:
        return candidate.commitment != nullptr ? "Send what was asked for; where a part of it takes longer, say which and until when."
                                               : "Answer in writing; what you do not know yet, promise with a day.";
    case NextAction::prepare:
        if (candidate.asks_when) return "Offer to be reached on that day for whatever is still open.";
        return candidate.interaction != nullptr ? "Bring one page with what is open on both sides, and what you would like to leave with."
                                                : "Send what is ready before that day, and say what is missing.";
    case NextAction::ask_if_wanted:
        return quiet_offer(input, candidate, voice);
    case NextAction::find_sponsor:
        return "Offer one page with what was agreed so far, so that nobody has to begin again.";
    case NextAction::save:
        return "Offer to prepare it, so that whoever takes it over has little to do.";
    case NextAction::plan_for_day:
        return in_a_row({"Offer a page for that plan: what it costs, what it brings, and what waiting costs.", others_words(input, candidate, voice)});
    default:
        return {};
    }
}

std::string course_wording(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    switch (candidate.action) {
    case NextAction::answer: {
        if (candidate.commitment == nullptr) {
            const auto said = candidate.concern != nullptr && can_be_said_to_them(candidate.concern->text) ? voice.quote_end(candidate.concern->text)
                                                                                                        : std::string();
            const bool call = candidate.concern == nullptr && candidate.interaction->kind == InteractionKind::call;
            return said.empty() ? "Thank you for your " + std::string(call ? "call" : "message") + " of " + short_date(candidate.since, input.today) +
                                      ". Here is my answer. Does it cover what you wanted to know, or is a part of it still open?"
                                : "You asked: " + said + " Here is my answer. Does it cover what you wanted to know, or is a part of it still open?";
        }
        if (!candidate.commitment->decides) {
            return "You asked for this on " + short_date(candidate.since, input.today) + ". Here it is. Is anything missing that you need for it?";
        }
        return can_give_it(input, candidate)
                   ? "You asked for this on " + short_date(candidate.since, input.today) +
                         ". Here it is. Who else has to sign or agree, and who should check it beside that, so that nothing holds it up later?"
                   : "Thank you for asking for this. I will prepare it with you. Who decides on it in the end, who pays for it, and could the "
                     "three of us go through it together?";
    }
    case NextAction::prepare:
        if (candidate.asks_when) return "On which day is this decided, who takes part, and is anything still missing from us until then?";
        return candidate.interaction != nullptr
                   ? "What would you like to have settled by then, and who else should take part?"
                   : "What do you need from us for " + short_date(*candidate.day, input.today) + ", and is a part of it still missing?";
    case NextAction::ask_if_wanted:
        return "One question, and each answer helps: is this still wanted this year? If so, what has changed on your side since we spoke? If "
               "not, a short no is a good answer, and I will close it here.";
    case NextAction::find_sponsor:
        return decider_left(candidate)
                   ? "I hear that there has been a change on your side. What changes for this, who decides on it now, and how would they like to be brought in?"
                   : "I hear that there has been a change on your side. What changes for this, who stands behind it now, and what should I bring "
                     "them first?";
    case NextAction::save: {
        const auto step = voice.step(*candidate.commitment);
        return (step == "this step" ? std::string("One step") : step) +
               " had an owner who is no longer there. Who takes it over, and does its date still suit them? I will prepare what I can.";
    }
    case NextAction::plan_for_day:
        return "You said that nothing happens before " + short_date(*candidate.day, input.today) + ". What would have to be in the plan for " +
               plan_words(*candidate.day, input.today) +
               " for this to go ahead then, who decides on that plan, and on which day shall we take it up again?";
    default:
        return {};
    }
}

std::string course_avoid(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice) {
    switch (candidate.action) {
    case NextAction::answer:
        return "Do not add an ask of your own before they have their answer.";
    case NextAction::prepare:
        if (candidate.asks_when) return "Do not go around whoever runs the procedure.";
        for (const auto& id : candidate.whom) {
            if (push_of(input, id) > give_first_from) return "Do not ask " + voice.name(id) + " for anything there before you have given something.";
        }
        return "Do not come without knowing what you would like to leave with.";
    case NextAction::ask_if_wanted:
        return "Do not send another reminder, and do not ask for a step of the plan.";
    case NextAction::find_sponsor:
        return candidate.whom.empty() ? std::string("Do not guess who follows.")
                                      : "Do not take for granted that what was agreed still holds.";
    case NextAction::save:
        return "Do not let it lapse in silence.";
    case NextAction::plan_for_day:
        return "Do not ask for an earlier date" + (input.deal.process == Process::buyer_led || candidate.whom.empty()
                                                                      ? std::string(".")
                                                                      : ", and do not go around " + voice.names(candidate.whom) + ".");
    default:
        return {};
    }
}

}
