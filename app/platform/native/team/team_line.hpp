#pragma once

#include "app/platform/team_link.hpp"
#include "app/platform/team_trouble.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

// Of libnats, whose header only the sources of this folder include.
struct __natsConnection;
struct __jsCtx;
struct __natsSubscription;
struct __natsMsg;

namespace middleground {

struct TeamFailure {
    TeamTrouble trouble = TeamTrouble::other;
    std::string said;
};

// An order on its way, with how often it was tried; again: after a moment.
struct TeamJob {
    team::Order order;
    int tries = 0;
    bool finds_removed = false; // a Put of what must not be there met something: it may be there as a mark that it was removed
};

// What a line says, from any thread.
struct TeamListener {
    std::function<void(team::Told)> tell;
    std::function<void(TeamFailure)> fail; // the connection is of no use any more
    std::function<void(TeamJob)> again;
};

// One connection to a team's server, from being made until it is lost. Blocks; see NativeTeam, whose thread calls this.
class TeamLine {
public:
    TeamLine(TeamAddress address, TeamListener listener) : address_(std::move(address)), listener_(std::move(listener)) {}
    ~TeamLine() { end(); }
    TeamLine(const TeamLine&) = delete;
    TeamLine& operator=(const TeamLine&) = delete;

    // Nothing: it stands, Up was told, and values follow.
    std::optional<TeamFailure> connect();
    void ask(TeamJob job);
    // What is only sent before it ends, nobody waits for what comes of it.
    void ask_last(TeamJob job);
    void end();
    // To be called every second or so until it is caught up.
    void settle();
    bool is_caught_up() const { return caught_up_; }

private:
    std::optional<TeamFailure> open_connection();
    std::optional<TeamFailure> open_bucket();
    std::optional<TeamFailure> find_goal();
    std::optional<TeamFailure> watch();
    void publish(TeamJob job, const std::string& key, const std::string* bytes, std::uint64_t revision);
    void publish_alone(TeamJob job, const std::string& key, const std::string* bytes, std::uint64_t revision);
    void reached(std::uint64_t sequence);
    void look(const team::Get& get);
    void find_removed(TeamJob job);
    void failed(TeamJob job, TeamFailure failure);
    std::string subject_of(const std::string& key) const { return "$KV." + address_.server.bucket + '.' + key; }
    std::string stream() const { return "KV_" + address_.server.bucket; }
    std::string here() const { return "middleground." + address_.server.bucket + ".here"; }

    // In threads of libnats.
    void take_value(__natsMsg* message);
    void take_answer(__natsMsg* message, const std::uint64_t* stored, int error, int code, const char* text);
    void take_refusal(const std::string& said);
    void become_caught_up();
    struct Calls; // what libnats calls

    TeamAddress address_;
    TeamListener listener_;
    __natsConnection* connection_ = nullptr;
    __jsCtx* stream_context_ = nullptr;
    __natsSubscription* values_ = nullptr;
    __natsSubscription* heard_ = nullptr;
    // A consumer may be made where not all is known yet (a node that has just come back), and says then that this was all: it has to have come to the last
    // message that the stream's leader has. (Its last sequence counts what was refused, too.)
    std::uint64_t goal_ = 0;
    std::atomic<std::uint64_t> last_ = 0; // of the stream, as far as it is known here
    std::atomic<bool> is_at_end_ = false; // as far as the consumer knows
    std::atomic<bool> caught_up_ = false;
    int settled_ = 0;
    std::mutex mutex_; // of what is below
    std::map<__natsMsg*, TeamJob> asked_;
};

}
