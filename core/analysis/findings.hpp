#pragma once

#include "core/analysis/balance.hpp"
#include "core/analysis/consensus.hpp"
#include "core/analysis/said/said_facts.hpp"
#include "core/analysis/subject.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

enum class Severity : std::uint8_t { high, medium, low };

// Something that the analysis noticed. The rules stand in one table (finding_rules.hpp), one function each.
struct Finding {
    std::string_view id; // of the rule: "no_decision_maker"
    Severity severity = Severity::low;
    std::vector<Subject> about; // where to look, most important first; empty: the deal as a whole
    std::string what;           // one sentence: "Nobody on this deal decides."
    std::string why;            // why it matters, with the figures
    std::string remedy;         // what to do next
    std::optional<std::size_t> said = {}; // which of FindingInput::said it tells of
};

// What a rule may look at. All references outlive the call.
struct FindingInput {
    const Deal& deal;
    const Playbook* playbook; // may be null
    const Consensus& consensus;
    const Balance& balance;
    Date today;
    std::span<const SaidFact> said = {}; // what the deal has as members here and only says in prose
};

// By severity, then in the table's order, then by the first thing they are about (deal's order). Closed deals have none.
std::vector<Finding> findings_of(const FindingInput& input);

}
