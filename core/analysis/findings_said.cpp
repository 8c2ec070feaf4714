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

std::string in_words(const SaidFact& fact) {
    return "The words are " + quoted_end(fact.words) + " The forecast and the next asks already reckon with it.";
}

std::vector<Finding> said_left(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& fact : input.said) {
        if (fact.kind != SaidKind::left) continue;
        const auto name = short_name(input.deal, fact.person);
        findings.push_back(finding_of(rule, about(fact), "Read from " + place_words(input, fact) + ": " + name + " has left.", in_words(fact),
                                      "Record it with " + name + ", so that it counts for sure."));
    }
    return findings;
}

std::vector<Finding> said_not_before(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& fact : input.said) {
        if (fact.kind != SaidKind::not_before) continue;
        const auto* commitment = find(input.deal, fact.commitment);
        const auto day = short_date(fact.day, input.today);
        auto what = commitment          ? quoted(short_title(*commitment)) + " will not happen before " + day + "."
                    : fact.person.empty() ? "Nothing will happen before " + day + "."
                                          : short_name(input.deal, fact.person) + " will not act before " + day + ".";
        findings.push_back(finding_of(rule, about(fact), "Read from " + place_words(input, fact) + ": " + std::move(what), in_words(fact),
                                      commitment ? "Record the day with the answer, so that it counts for sure."
                                                 : "Record the day with their stance, so that it counts for sure."));
    }
    return findings;
}

std::vector<Finding> said_asked(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& fact : input.said) {
        if (fact.kind != SaidKind::asked_for_decision) continue;
        findings.push_back(finding_of(rule, about(fact),
                                      "Read from " + place_words(input, fact) + ": " + short_name(input.deal, fact.person) +
                                          " asks for the decision.",
                                      in_words(fact), "Record who asked for it, so that it counts for sure."));
    }
    return findings;
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
