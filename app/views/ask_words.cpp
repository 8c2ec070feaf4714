#include "app/views/ask_card.hpp"

#include "core/base/text.hpp"
#include "core/model/playbook.hpp"

namespace middleground {

namespace {

// The buyer-side owner, else the first of those who have to agree, else the one with the most influence.
StakeholderId person_to_ask(const Deal& deal, const Commitment& commitment) {
    if (find(deal, commitment.buyer_owner)) {
        return commitment.buyer_owner;
    }
    if (!commitment.people.empty()) {
        return commitment.people.front();
    }
    return {};
}

std::string headline_for(PlanState state, const std::string& who, const std::string& title, std::optional<Date> due, Date today) {
    const auto whom = who.empty() ? std::string("the buyer") : who;
    switch (state) {
    case PlanState::asked:
        return "Follow up with " + whom + ": " + title;
    case PlanState::agreed:
        if (!due) {
            return "Agree a date with " + whom + ": " + title;
        }
        return *due < today ? title + " was due " + short_date(*due, today) + ", talk to " + whom
                            : "Help " + whom + " keep it by " + short_date(*due, today) + ": " + title;
    case PlanState::declined:
    case PlanState::broken:
        return "Give something first, then ask " + whom + " again: " + title;
    default:
        return "Ask " + whom + ": " + title;
    }
}

std::string offer_for(const Deal& deal, const Commitment& commitment, const PlaybookStep* step, const Stakeholder* person) {
    if (!commitment.value_offered.empty()) {
        std::vector<std::string> words;
        for (const auto& value : commitment.value_offered) {
            words.push_back(value.what + (value.to.empty() ? "" : ", for " + name_of(deal, value.to)));
        }
        return joined(words) + ".";
    }
    std::string words;
    if (person && !person->needed_outcome.empty()) {
        words = person->name + " needs: " + person->needed_outcome + ". ";
    }
    if (step && !step->value_ideas.empty()) {
        words += "An idea: " + step->value_ideas.front();
    }
    return words.empty() ? "Nothing yet. Decide what they get for it, even if they never buy." : words;
}

}

AskWords ask_words(const Context& context, const PlanItem& item) {
    const auto& deal = *context.deal;
    const auto& commitment = *find(deal, item.id);
    const auto* playbook = find_playbook(context.document, deal.playbook);
    const auto* step = playbook ? find_step(*playbook, commitment.step) : nullptr;
    AskWords words;
    words.person = person_to_ask(deal, commitment);
    const auto* person = find(deal, words.person);
    words.headline = headline_for(item.state, person ? person->name : "", commitment.title, item.due, context.today);
    if (step) {
        words.why = step->why;
    } else if (!commitment.done_when.empty()) {
        words.why = "It is done when: " + commitment.done_when;
    }
    words.offer = offer_for(deal, commitment, step, person);
    words.wording = commitment.ask;
    switch (item.state) {
    case PlanState::asked:
        words.move = CommitmentEventKind::agreed;
        words.button = "Mark as agreed";
        break;
    case PlanState::agreed:
        words.move = CommitmentEventKind::kept;
        words.button = "Mark as kept";
        break;
    case PlanState::declined:
    case PlanState::broken:
        words.button = "Mark as asked again";
        break;
    default:
        words.button = "Mark as asked";
        break;
    }
    return words;
}

}
