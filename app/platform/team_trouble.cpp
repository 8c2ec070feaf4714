#include "app/platform/team_trouble.hpp"

#include <array>
#include <cstddef>

namespace middleground {

namespace {

struct Words {
    const char* what;
    const char* remedy;
};

constexpr const char* kept = "What you change is kept here, and sent once it is there again.";

constexpr std::array<Words, 11> words{{
    {"The team's server does not accept this login", "Ask whoever runs it for a new invitation: this one may have been withdrawn."},
    {"The team's server does not answer", kept},
    {"The team's server has no JetStream, which keeps the team's deals", "Whoever runs it switches it on: jetstream in its configuration."},
    {"The team's server does not let this login use the team's bucket",
     "Whoever runs it gives the rights that middleground team serve-config writes down."},
    {"The team's bucket is full: the change is here, but not with the team",
     "Whoever runs the server gives it more room: max_file_store, max_bytes of the bucket, or the disk."},
    {"This is larger than the team's server takes: it is here, but not with the team", "Shorten its notes and its log."},
    {"The team's server did not answer in time", kept},
    {"There is no connection to the team's server", kept},
    {"The part of Middleground that connects to a team did not load", "Check the connection; it is tried again."},
    {"The team's server does not prove that it is the right one", "Whoever runs it gives it a certificate for this name that your system trusts."},
    {"The team's server refused", "Show this to whoever runs it."},
}};

}

Error team_error(TeamTrouble trouble, std::string_view where, std::string_view said) {
    const auto number = static_cast<std::size_t>(trouble);
    const auto& [what, remedy] = words[number < words.size() ? number : words.size() - 1];
    std::string place(where);
    if (!said.empty()) place += (place.empty() ? "" : ": ") + std::string(said);
    return {what, place, remedy};
}

}
