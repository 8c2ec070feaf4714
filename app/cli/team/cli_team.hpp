#pragma once

#include "core/base/date.hpp"

#include <string>
#include <vector>

// The commands about a team, as those of cli_commands.hpp.
namespace middleground::cli {

// Configurations of nats-server, ready to be started; we write no server.
struct ServeTeam {
    std::string folder;
    int nodes = 1;
    std::vector<std::string> users;
    std::vector<std::string> hosts; // one a node; empty: this machine, to try it out
    std::string url;                // of the page; empty: links begin with '#'
    std::string name = "Our team";
    std::string passphrase_file; // of a team that is also joined by passphrase; empty: by invitation only
};
int run(const ServeTeam& command, Date today);

struct JoinTeam {
    std::string invitation; // a link; "-": the first line of standard input
    std::string server;     // a file, team.json
    std::string user;       // with `server`
    std::string name;       // what colleagues read; empty: the login's
};
int run(const JoinTeam& command, Date today);

struct ShowTeam {};
int run(const ShowTeam& command, Date today);

struct ShareWithTeam {
    std::string deal; // a file; it comes into this place's storage, unless one of its id is there
    int seconds = 60;
};
int run(const ShareWithTeam& command, Date today);

struct SyncTeam {
    int seconds = 60; // at most
};
int run(const SyncTeam& command, Date today);

struct LeaveTeam {
    int seconds = 10; // for saying goodbye
};
int run(const LeaveTeam& command, Date today);

// Everything that the team shares, as deal files.
struct ExportTeam {
    std::string folder;
    int seconds = 60;
};
int run(const ExportTeam& command, Date today);

}
