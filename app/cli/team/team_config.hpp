#pragma once

#include "core/team/membership.hpp"

#include <string>
#include <vector>

// What a company starts its team's server with: texts only.
namespace middleground::cli {

struct TeamNode {
    std::string host; // "127.0.0.1", or as the other nodes and the desktop programs know it
    int client = 4222;
    int websocket = 8080;
    int routes = 6222;
};
struct TeamPlan {
    team::Server server;
    std::vector<TeamNode> nodes;
    std::vector<team::Login> logins;
    std::string routes_password; // of the nodes among each other
    std::string origin;          // "https://deals.example"; empty: any
    std::string data;            // the folder that holds what is stored, absolute
    bool is_local = true;        // everything on this machine, without TLS
};

// What that person may do: read and write the bucket, hear who is here, and nothing else.
std::string rights_of(const std::string& user, const std::string& bucket);
// Of one node, for nats-server -c.
std::string node_config(const TeamPlan& plan, std::size_t number);
// For nginx: what goes beside, and what goes into the server that has the page.
std::string nginx_upstream(const TeamPlan& plan);
std::string nginx_location(const TeamPlan& plan);

}
