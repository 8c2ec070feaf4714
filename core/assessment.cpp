#include "core/assessment.hpp"

namespace middleground {

Assessment assess(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today, std::span<const AskGain> gains) {
    Assessment result;
    if (wording.said) result.said = said_facts(deal, playbook, *wording.said, today);
    const HeardDeal heard(deal, result.said);
    result.consensus = consensus_of(heard.deal());
    result.balance = balance_of(heard.deal(), playbook, wording, today);
    result.next = next_asks({heard.deal(), playbook, result.consensus, result.balance, wording, today, gains});
    result.findings = findings_of({heard.deal(), playbook, result.consensus, result.balance, today, result.said});
    return result;
}

}
