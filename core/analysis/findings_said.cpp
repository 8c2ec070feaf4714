#include "core/analysis/finding_rules.hpp"
#include "core/analysis/phrases.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// "your log of 8 Jun", "your notes about Dana Cole"
std::string place_words(const FindingInput& input, const SaidFact& fact) {
    const auto& where = fact.where;
    const auto of_day = where.on ? " of " + short_date(*where.on, input.today) : std::string();
    switch (where.in) {
    case SaidIn::log:
        return "your log" + of_day;
    case SaidIn::notes:
        return "your notes about " + short_name(input.deal, std::get<StakeholderId>(*where.subject));
    case SaidIn::deal_notes:
        return "your notes about the deal";
    case SaidIn::stance:
        return "the stance" + of_day;
    case SaidIn::answer:
        return "the answer" + of_day;
    case SaidIn::concern:
        return "the concern" + of_day;
    }
    return {};
}

// The text first: a press opens it.
std::vector<Subject> about(const SaidFact& fact) {
    std::vector<Subject> things;
    const auto add = [&](const Subject& thing) {
        if (std::ranges::find(things, thing) == things.end()) things.push_back(thing);
    };
    if (fact.where.subject) add(*fact.where.subject);
    if (!fact.person.empty()) add(fact.person);
    if (!fact.commitment.empty()) add(fact.commitment);
    return things;
}

// One finding for each fact of the kind. `what`: fact -> "Dana Cole has left."; `remedy`: fact -> what to do.
template <typename What, typename Remedy>
std::vector<Finding> findings_of_kind(const FindingInput& input, const FindingRule& rule, SaidKind kind, const What& what, const Remedy& remedy) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < input.said.size(); ++i) {
        const auto& fact = input.said[i];
        if (fact.kind != kind) continue;
        auto finding = finding_of(rule, about(fact), "Read from " + place_words(input, fact) + ": " + what(fact),
                                  "The words are " + quoted_end(fact.words) + " The forecast and the next asks already reckon with it.",
                                  remedy(fact));
        finding.said = i;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> said_left(const FindingInput& input, const FindingRule& rule) {
    return findings_of_kind(
        input, rule, SaidKind::left, [&](const SaidFact& fact) { return short_name(input.deal, fact.person) + " has left."; },
        [&](const SaidFact& fact) { return "Record it on the page of " + short_name(input.deal, fact.person) + ", so that it counts for sure."; });
}

std::vector<Finding> said_not_before(const FindingInput& input, const FindingRule& rule) {
    const auto what = [&](const SaidFact& fact) {
        const auto* commitment = find(input.deal, fact.commitment);
        const auto day = short_date(fact.day, input.today);
        if (commitment) return quoted(short_title(*commitment)) + " will not happen before " + day + ".";
        return short_name(input.deal, fact.person) + " will not decide before " + day + ".";
    };
    const auto remedy = [&](const SaidFact& fact) {
        return std::string(fact.commitment.empty() ? "Record the day with their stance, so that it counts for sure."
                                                   : "Record the day with the answer, so that it counts for sure.");
    };
    return findings_of_kind(input, rule, SaidKind::not_before, what, remedy);
}

std::vector<Finding> said_asked(const FindingInput& input, const FindingRule& rule) {
    return findings_of_kind(
        input, rule, SaidKind::asked_for_decision,
        [&](const SaidFact& fact) { return short_name(input.deal, fact.person) + " asks for the decision."; },
        [](const SaidFact&) { return std::string("Record that they asked for it, so that it counts for sure."); });
}

}

std::span<const FindingRule> said_rules() {
    static constexpr std::array<FindingRule, 3> rules{{
        {"said_left", Severity::medium, said_left},
        {"said_not_before", Severity::medium, said_not_before},
        {"said_asked", Severity::medium, said_asked},
    }};
    return rules;
}

}
