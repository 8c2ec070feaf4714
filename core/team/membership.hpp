#pragma once

#include <string>
#include <vector>

namespace middleground::team {

// What team.json says.
struct Server {
    std::string id;
    std::string name;
    std::string websocket;
    std::vector<std::string> nats;
    std::string bucket;
    int replicas = 1;
};

struct Login {
    std::string user;
    std::string password;
};

}
