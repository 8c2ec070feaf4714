#pragma once

#include "core/model/deal.hpp"
#include "tests/support/random_deal.hpp"

#include <string>

// A deal about which the analysis has nothing to say: 60 days old, everybody heard a week ago, a buyer's date, nothing overdue. Tests
// change one thing about it and look what is noticed.
namespace middleground::test {

inline const StakeholderId anna{"annaa1"};  // executive, decides, champion
inline const StakeholderId bert{"bertb1"};  // finance, supportive
inline const StakeholderId carl{"carac1"};  // IT, sceptical, with little influence
inline const CommitmentId first{"f1rst1"};  // kept
inline const CommitmentId second{"sec0n1"}; // agreed, due in 10 days
inline const CommitmentId third{"th1rd1"};  // waits for second, decides
inline const InteractionId visit{"v1s1t1"}; // 20 days ago, with a gift to each
inline const InteractionId talk{"ta1k01"};  // 5 days ago, with a dated next step

Deal calm_deal();

Stakeholder& person_in(Deal& deal, const StakeholderId& id);
Commitment& commitment_in(Deal& deal, const CommitmentId& id);
Interaction& interaction_in(Deal& deal, const InteractionId& id);
CommitmentEvent event_of(CommitmentEventKind kind, Date on, std::vector<StakeholderId> who = {});

}
