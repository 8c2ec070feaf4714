#pragma once

#include "core/team/membership.hpp"
#include "core/team/team_json.hpp"

// Parts of a membership and of an invitation; only core/team uses it. `where` is the path of the object.
namespace middleground::team {

Json json_of(const Server& server);
Json json_of(const Login& login);
Json json_of(const Key& key);
Result<Server> server_of(const Json& object, std::string where);
Result<Login> login_of(const Json& object, std::string where);
Result<Key> key_of(const Json& object, std::string where); // its member "key"

}
