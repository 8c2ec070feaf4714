#pragma once

#include "core/analysis/said/said_reader.hpp"
#include "core/analysis/subject.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Facts that stand in prose only. Sellers write "Dana left Kestrel last week" into the log and do not open Dana's page: the analysis and the
// forecast read such a sentence as if the member were set, and say so.

// Which text of a thing.
enum class SaidIn : std::uint8_t {
    log,            // summary of an interaction
    notes,          // about a person
    deal_notes,     // about the deal
    stance,         // why somebody stands where they stand
    answer,         // why a commitment was refused, broken or set aside
    concern         // what somebody fears
};

struct SaidWhere {
    SaidIn in = SaidIn::log;
    std::optional<Subject> subject; // what has the text; nothing for the deal's own notes
    std::uint32_t place = 0;        // of a stance or an event: which one
    std::uint32_t begin = 0;        // bytes of the text
    std::uint32_t end = 0;
    std::optional<Date> on; // the day it was said; notes have none

    bool operator==(const SaidWhere&) const = default;
};

struct SaidFact {
    SaidKind kind = SaidKind::left;
    StakeholderId person;    // left, asked_for_decision; not_before: whose word it is, empty where a commitment has it
    CommitmentId commitment; // not_before: of its last refusal, else empty; asked_for_decision: the decision
    Date day;                // left: since when; not_before: until when; asked_for_decision: when
    std::string words;       // as they stand in the text
    SaidWhere where;

    bool operator==(const SaidFact&) const = default;
};

// What is said in prose, is not recorded as a member, and was not overtaken by what happened later: who has left, by person; days before which
// nothing happens, by commitment, then by person; who asked for the decision. `playbook` may be null; its cadence says how long a question
// stays open. Closed deals have none. Texts of days after today are not read.
std::vector<SaidFact> said_facts(const Deal& deal, const Playbook* playbook, const SaidPatterns& patterns, Date today);

// A copy in which those facts are members: what a commitment or a person is called stays the same. Nothing when there are none, or none that
// the deal has a place for. Not checked by validate(): where we had asked for the decision already, theirs stands beside ours.
std::optional<Deal> with_what_was_said(const Deal& deal, std::span<const SaidFact> facts);

// The deal as the analysis and the forecast see it.
class HeardDeal {
public:
    HeardDeal(const Deal& deal, std::span<const SaidFact> facts) : deal_(deal), copy_(with_what_was_said(deal, facts)) {}
    HeardDeal(const HeardDeal&) = delete;
    HeardDeal& operator=(const HeardDeal&) = delete;

    const Deal& deal() const { return copy_ ? *copy_ : deal_; }

private:
    const Deal& deal_; // outlives it
    std::optional<Deal> copy_;
};

}
