#include "core/analysis/deal_course.hpp"
#include "core/analysis/finding_rules.hpp"
#include "core/analysis/phrases.hpp"

#include "core/base/money.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int enough_people = 4;       // to expect that one of them is against it
constexpr int enough_interactions = 4; // to expect a champion
constexpr int weak_influence = 40;
constexpr int long_unheard_days = 60;
constexpr int many_open_seats = 3;

bool is_for(Stance stance) {
    return stance == Stance::supportive || stance == Stance::champion;
}

// Who has left has no seat any more.
std::vector<const Stakeholder*> those_present(const Deal& deal) {
    std::vector<const Stakeholder*> list;
    for (const auto& person : deal.stakeholders) {
        if (!person.left) list.push_back(&person);
    }
    return list;
}

std::vector<Finding> no_decision_maker(const FindingInput& input, const FindingRule& rule) {
    const auto people = those_present(input.deal);
    if (people.empty() || std::ranges::any_of(people, [](const auto* one) { return one->role == Role::decision_maker; })) return {};
    return {finding_of(rule, {}, "No decision maker is named.",
                       people.size() == 1 ? std::string("The only person on the deal is not marked as one.")
                                          : "None of the " + std::to_string(people.size()) + " people on the deal is marked as one.",
                       "Ask: who signs in the end, and who could stop it?")};
}

std::vector<Finding> decision_maker_never_met(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    if (age_of(input) <= young_days) return findings;
    for (const auto& person : input.deal.stakeholders) {
        if (person.left || person.role != Role::decision_maker || last_heard(input.deal, person.id)) continue;
        const auto name = name_of(input.deal, person.id);
        findings.push_back(finding_of(rule, {person.id}, "You have never spoken with " + name + ", who decides.",
                                      counted(age_of(input), "day", "days") + " into the deal, what " + name + " needs is hearsay.",
                                      input.deal.process == Process::buyer_led
                                          ? "Ask whoever runs the procedure whether it allows a question to them in writing."
                                          : "Ask your best supporter to bring the two of you together for twenty minutes."));
    }
    return findings;
}

std::vector<Finding> influence_unknown(const FindingInput& input, const FindingRule& rule) {
    int all = 0;
    int unknown = 0;
    std::vector<Subject> about;
    for (const auto& person : input.deal.stakeholders) {
        if (person.left) continue;
        all += person.influence;
        if (stance_of(person) != Stance::unknown) continue;
        unknown += person.influence;
        about.emplace_back(person.id);
    }
    if (age_of(input) <= young_days || all == 0 || 2 * unknown <= all) return {};
    return {finding_of(rule, std::move(about), "You do not know where those with most influence stand.",
                       std::to_string(100 * unknown / all) + " % of the influence belongs to people whose stance is unknown.",
                       "Ask each of them what would have to be true for them to support it.")};
}

std::vector<Finding> no_opponent(const FindingInput& input, const FindingRule& rule) {
    const auto people = those_present(input.deal);
    if (age_of(input) <= grown_days || static_cast<int>(people.size()) < enough_people) return {};
    const bool against = std::ranges::any_of(people, [](const auto* person) { return is_against(*person); });
    const bool worried = std::ranges::any_of(input.deal.concerns, [](const Concern& one) { return state_of(one) == ConcernState::open; });
    if (against || worried) return {};
    return {finding_of(rule, {}, "Nobody seems to be against it.",
                       "In a group of " + std::to_string(people.size()) +
                           ", somebody usually stands to lose time, budget or influence. You have not found them yet.",
                       "Ask: who will have more work because of this, and who would rather do it another way?")};
}

std::vector<Finding> opponents_outweigh(const FindingInput& input, const FindingRule& rule) {
    int against = 0;
    int in_favour = 0;
    std::vector<const Stakeholder*> opponents;
    for (const auto& person : input.deal.stakeholders) {
        if (person.left) continue;
        if (is_against(person)) {
            against += person.influence;
            opponents.push_back(&person);
        } else if (is_for(stance_of(person))) {
            in_favour += person.influence;
        }
    }
    if (opponents.empty() || against <= in_favour) return {};
    sort_list(
        opponents, [](const auto* a, const auto* b) { return a->influence != b->influence ? a->influence > b->influence : a->id < b->id; });
    std::vector<Subject> about;
    for (const auto* person : opponents) {
        about.emplace_back(person->id);
    }
    const auto first = name_of(input.deal, opponents.front()->id);
    return {
        finding_of(rule, std::move(about), "Those against it have more influence than those for it.",
                   "Influence " + std::to_string(against) + " against, " + std::to_string(in_favour) + " for. " + first + " has the most.",
                   "Hear " + first + " before you ask anyone for anything else.")};
}

std::vector<Finding> single_contact(const FindingInput& input, const FindingRule& rule) {
    std::vector<StakeholderId> met;
    int count = 0;
    for (const auto& interaction : input.deal.interactions) {
        if (!was_two_way(interaction)) continue; // a message that nobody answered is no contact
        if (!interaction.people.empty()) ++count;
        for (const auto& id : interaction.people) {
            if (std::ranges::find(met, id) == met.end()) met.push_back(id);
        }
    }
    if (met.size() != 1 || count < enough_interactions - 1 || !is_present(input.deal, met.front())) return {};
    const auto name = name_of(input.deal, met.front());
    return {finding_of(rule, {met.front()}, "Everything goes through " + name + ".",
                       "All " + std::to_string(count) + " interactions were with one person. If they leave, so does the deal.",
                       "Ask " + name + " who else would notice the change, and meet one of them.")};
}

std::vector<Finding> no_champion(const FindingInput& input, const FindingRule& rule) {
    if (age_of(input) <= grown_days || static_cast<int>(input.deal.interactions.size()) < enough_interactions) return {};
    const auto stances = [](const Stakeholder& person) { return !person.left && stance_of(person) == Stance::champion; };
    if (input.deal.stakeholders.empty() || std::ranges::any_of(input.deal.stakeholders, stances)) return {};
    return {finding_of(rule, {}, "Nobody speaks up for this when you are not in the room.",
                       counted(static_cast<int>(input.deal.interactions.size()), "interaction", "interactions") + ", and no champion yet.",
                       "Find out who gains most from it, and give that person what they need to argue for it.")};
}

std::vector<Finding> champion_weak(const FindingInput& input, const FindingRule& rule) {
    std::vector<Subject> about;
    const Stakeholder* named = nullptr; // the one with the most influence
    for (const auto& person : input.deal.stakeholders) {
        if (person.left || stance_of(person) != Stance::champion) continue;
        about.emplace_back(person.id);
        if (!named || person.influence > named->influence) named = &person;
    }
    if (!named || named->influence >= weak_influence) return {};
    const auto name = name_of(input.deal, named->id);
    return {finding_of(rule, std::move(about), "Your champion has little say.",
                       name + " is a champion, but with an influence of only " + std::to_string(named->influence) + " of 100.",
                       "Ask " + name + " whose word counts in the end, and go and see that person together.")};
}

// From which amount on a function usually takes part. In units of money as large as a euro or dollar.
struct Expected {
    Function function;
    std::int64_t from;
};
constexpr std::array<Expected, 4> expected{
    {{Function::finance, 20000}, {Function::end_user, 20000}, {Function::it, 50000}, {Function::procurement, 100000}}};

// How many of a currency make about one euro, where it is far from one.
struct RoughScale {
    std::string_view currency;
    std::int64_t units;
};
constexpr std::array<RoughScale, 14> rough_scales{{{"JPY", 150},
                                                   {"KRW", 1400},
                                                   {"HUF", 400},
                                                   {"CZK", 25},
                                                   {"INR", 90},
                                                   {"CLP", 1000},
                                                   {"ISK", 150},
                                                   {"IDR", 17000},
                                                   {"VND", 26000},
                                                   {"COP", 4500},
                                                   {"SEK", 11},
                                                   {"NOK", 11},
                                                   {"RUB", 95},
                                                   {"TWD", 35}}};

std::int64_t rough_amount(const Money& amount) {
    std::int64_t units = amount.minor;
    for (int i = 0; i < currency_exponent(amount.currency); ++i) {
        units /= 10;
    }
    const auto scale = std::ranges::find(rough_scales, std::string_view(amount.currency), &RoughScale::currency);
    return scale == rough_scales.end() ? units : units / scale->units;
}

std::vector<Finding> function_absent(const FindingInput& input, const FindingRule& rule) {
    if (!input.deal.amount || age_of(input) <= young_days || input.deal.stakeholders.empty()) return {};
    std::vector<std::string> missing;
    std::vector<Subject> about;
    const auto amount = rough_amount(*input.deal.amount);
    for (const auto& [function, from] : expected) {
        if (amount < from) continue;
        const bool there = std::ranges::any_of(input.deal.stakeholders, [&](const Stakeholder& person) {
            if (person.left) return false;
            return person.function == function || (function == Function::end_user && person.role == Role::user);
        });
        if (there) continue;
        missing.push_back(function_name(function));
        about.emplace_back(function);
    }
    if (missing.empty()) return {};
    const bool several = missing.size() > 1 || std::get<Function>(about.front()) == Function::end_user;
    return {finding_of(rule, std::move(about), with_capital(joined(missing)) + (several ? " are" : " is") + " not on the deal yet.",
                       "At " + format_money(*input.deal.amount) + " they usually have a say, often a late one.",
                       "Ask who speaks for them, and hear them before they have a reason to say no.")};
}

std::vector<Finding> in_conflict(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& conflict : input.consensus.conflicts) {
        const auto first = name_of(input.deal, conflict.first);
        const auto second = name_of(input.deal, conflict.second);
        findings.push_back(finding_of(rule, {conflict.first, conflict.second}, first + " and " + second + " pull in opposite directions.",
                                      "One listens to the other, yet their stances are at least three steps apart.",
                                      "Hear each of them alone first, then bring them together over one question."));
    }
    return findings;
}

std::vector<Finding> long_unheard(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& person : input.deal.stakeholders) {
        const auto heard = last_heard(input.deal, person.id);
        if (person.left || !heard || person.influence < 50 || input.today - *heard <= long_unheard_days) continue;
        const auto name = name_of(input.deal, person.id);
        findings.push_back(finding_of(rule, {person.id}, name + " has not been heard for two months.",
                                      "Last heard on " + short_date(*heard, input.today) + ". " + name + " may think differently by now.",
                                      "Bring " + name + " something new, and ask what has changed."));
    }
    return findings;
}

std::vector<Finding> owner_against(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& commitment : input.deal.commitments) {
        const auto* owner = find(input.deal, commitment.buyer_owner);
        const auto state = state_of(commitment);
        if (!owner || owner->left || !is_against(*owner) || (state != CommitmentState::asked && state != CommitmentState::agreed)) continue;
        const auto name = name_of(input.deal, owner->id);
        findings.push_back(
            finding_of(rule, {commitment.id, owner->id}, name + " owns " + commitment.title + " but is against the purchase.",
                       "People do last what they do not want.", "Ask " + name + " what speaks against it, or who else could take it on."));
    }
    return findings;
}

std::vector<Finding> seats_open(const FindingInput& input, const FindingRule& rule) {
    if (age_of(input) <= young_days || input.consensus.not_named() < many_open_seats || input.deal.stakeholders.empty()) return {};
    return {finding_of(rule, {}, "More people probably decide than you know.",
                       "You have named " + std::to_string(present_count(input.deal)) + "; about " +
                           std::to_string(input.consensus.of) + " usually take part in a purchase like this.",
                       "Ask each of them: who else should be heard before this is decided?")};
}

}

std::span<const FindingRule> people_rules() {
    static constexpr std::array<FindingRule, 13> rules{{
        {"no_decision_maker", Severity::high, no_decision_maker},
        {"decision_maker_never_met", Severity::high, decision_maker_never_met},
        {"opponents_outweigh", Severity::high, opponents_outweigh},
        {"single_contact", Severity::high, single_contact},
        {"influence_unknown", Severity::medium, influence_unknown},
        {"no_champion", Severity::medium, no_champion},
        {"champion_weak", Severity::medium, champion_weak},
        {"function_absent", Severity::medium, function_absent},
        {"in_conflict", Severity::medium, in_conflict},
        {"owner_against", Severity::medium, owner_against},
        {"no_opponent", Severity::low, no_opponent},
        {"long_unheard", Severity::low, long_unheard},
        {"seats_open", Severity::low, seats_open},
    }};
    return rules;
}

}
