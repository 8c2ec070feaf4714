#include "app/session/team/team_session.hpp"

namespace middleground {

bool is_at_work(const TeamSession* session) {
    return session && !session->joining && !session->elsewhere;
}

bool knows_members(const TeamSession& session) {
    return !session.elsewhere && session.team.is_caught_up();
}

std::string name_of_member(const TeamSession& session, const std::string& id) {
    const auto known = session.names.find(id);
    return !knows_members(session) && known != session.names.end() ? known->second : session.team.name_of(id);
}

}
