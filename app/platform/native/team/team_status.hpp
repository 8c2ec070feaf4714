#pragma once

#include "app/platform/native/team/team_line.hpp"

#include <cstdint>
#include <string>

namespace middleground {

// What libnats (a natsStatus) or the server's JetStream (a jsErrCode, or 0) say, as trouble; `otherwise` where it is nothing that is known. To be asked in
// the thread that called: what was said is kept there.
TeamFailure failure_of(int status, int code, TeamTrouble otherwise);

bool is_removal(__natsMsg* message); // a mark that the key was removed
std::string bytes_of(__natsMsg* message);

std::uint64_t order_number(const team::Order& order); // 0 of Say
std::string order_key(const team::Order& order);      // empty of Say
std::string addresses(const team::Server& server);    // "tls://a:4222, tls://b:4222"

}
