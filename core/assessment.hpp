#pragma once

#include "core/analysis/balance.hpp"
#include "core/analysis/consensus.hpp"
#include "core/analysis/findings.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/analysis/said/said_facts.hpp"

namespace middleground {

// Everything that follows from a deal, in the order in which each needs the one before: what is said in prose, consensus, balance, next ask,
// findings. All but the first are of the deal with what was said (HeardDeal). Deterministic: the same deal, playbook, table and day give the
// same bits everywhere.
struct Assessment {
    std::vector<SaidFact> said;
    Consensus consensus;
    Balance balance;
    NextAsks next;
    std::vector<Finding> findings;
};

// `playbook` may be null (unknown to this program). `gains`: what a forecast says of the next asks, as far as there is one.
Assessment assess(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today, std::span<const AskGain> gains = {});

}
