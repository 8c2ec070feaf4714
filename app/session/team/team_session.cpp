#include "app/session/team/team_session.hpp"

namespace middleground {

bool has_unstored(const TeamSession& session) {
    return session.refused.has_value();
}

bool is_at_work(const TeamSession* session) {
    return session && !session->joining && !session->elsewhere;
}

}
