#include "core/assessment.hpp"

namespace middleground {

Assessment assess(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today, std::span<const AskGain> gains) {
    Assessment result;
    result.consensus = consensus_of(deal);
    result.balance = balance_of(deal, playbook, wording, today);
    result.next = next_asks({deal, playbook, result.consensus, result.balance, wording, today, gains});
    result.findings = findings_of({deal, playbook, result.consensus, result.balance, today});
    return result;
}

}
