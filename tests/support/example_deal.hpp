#pragma once

#include "core/model/deal.hpp"
#include "tests/support/random_deal.hpp"

// A small valid deal with names to speak of, for tests that change one thing about it.
namespace middleground::test {

inline const StakeholderId elena{"p00001"};    // CFO, decides
inline const StakeholderId tom{"p00002"};      // IT, sceptical
inline const StakeholderId maria{"p00003"};    // operations, never asked
inline const CommitmentId explore{"c00001"};   // kept 20 days ago by Elena and Tom
inline const CommitmentId consensus{"c00002"}; // planned, waits for explore
inline const CommitmentId invest{"c00003"};    // planned, waits for consensus, decides
inline const CommitmentId start{"c00004"};     // planned, waits for invest
inline const InteractionId kickoff{"m00001"};  // 25 days ago, asked for explore
inline const InteractionId mail{"m00002"};     // 10 days ago, outbound, unanswered
inline const ConcernId downtime{"w00001"};     // Tom's, raised 25 days ago
inline const PromiseId offer{"r00001"};        // to Elena, made 25 days ago

// Opened 40 days before today().
Deal example_deal();

}
