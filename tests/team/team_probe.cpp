// The desktop's way to a team's bucket (app/platform/native/team), for tests/team/*.test.mjs: an order a line goes in, an answer a line comes out. Lines are
// JSON; bytes are base64url. `team_probe FOLDER`: what is locked lies there. Ends with its input.
#include "app/platform/native/team/native_team.hpp"
#include "core/codec/base64url.hpp"
#include "core/codec/json_tree.hpp"

#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

using namespace middleground;
using io::Json;

namespace {

struct Printed {
    Json operator()(const team::Up&) const { return {{"told", "up"}}; }
    Json operator()(const team::Down& down) const { return {{"told", "down"}, {"what", down.why.what}, {"message", down.why.message()}, {"for_good", down.for_good}}; }
    Json operator()(const team::Value& value) const {
        return {{"told", "value"}, {"key", value.key}, {"bytes", io::to_base64url(value.bytes)}, {"revision", value.revision}, {"removed", value.removed}};
    }
    Json operator()(const team::CaughtUp&) const { return {{"told", "caught up"}}; }
    Json operator()(const team::Stored& stored) const { return {{"told", "stored"}, {"order", stored.order}, {"revision", stored.revision}}; }
    Json operator()(const team::Stale& stale) const { return {{"told", "stale"}, {"order", stale.order}}; }
    Json operator()(const team::Refused& refused) const {
        return {{"told", "refused"}, {"order", refused.order}, {"what", refused.error.what}, {"message", refused.error.message()}};
    }
    Json operator()(const team::Heard& heard) const { return {{"told", "heard"}, {"bytes", io::to_base64url(heard.bytes)}}; }
};

// Prints events as they come.
class Printer {
public:
    void wake() {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
        changed_.notify_all();
    }
    void run(NativeTeam& team) {
        std::unique_lock lock(mutex_);
        while (!ends_) {
            changed_.wait(lock, [this] { return is_woken_ || ends_; });
            is_woken_ = false;
            lock.unlock();
            const auto events = team.take_events();
            for (const auto& event : events) {
                if (const auto* told = std::get_if<event::TeamTold>(&event)) std::cout << std::visit(Printed(), told->told).dump() << '\n';
                if (std::holds_alternative<event::TeamElsewhere>(event)) std::cout << R"({"told":"elsewhere"})" << '\n';
            }
            std::cout.flush();
            lock.lock();
        }
    }
    void end() {
        const std::lock_guard lock(mutex_);
        ends_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_woken_ = false;
    bool ends_ = false;
};

std::string text(const Json& line, const char* name) {
    return line.value(name, std::string());
}

void obey(NativeTeam& team, const Json& line) {
    const auto what = text(line, "do");
    const auto order = line.value("order", std::uint64_t{0});
    const auto revision = line.value("revision", std::uint64_t{0});
    const auto bytes = io::from_base64url(text(line, "bytes")).value_or("");
    if (what == "open") {
        TeamAddress address;
        address.server.bucket = text(line, "bucket");
        address.server.replicas = line.value("replicas", 1);
        address.server.nats = line.at("nats").get<std::vector<std::string>>();
        address.login = {text(line, "user"), text(line, "password")};
        team.open(address);
    } else if (what == "close") {
        team.close();
    } else if (what == "put") {
        team.ask({team::Put{order, text(line, "key"), bytes, revision}});
    } else if (what == "get") {
        team.ask({team::Get{order, text(line, "key")}});
    } else if (what == "remove") {
        team.ask({team::Remove{order, text(line, "key"), revision}});
    } else if (what == "say") {
        team.ask({team::Say{bytes}});
    }
}

}

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: team_probe FOLDER\n", stderr);
        return 2;
    }
    Printer printer;
    auto team = native_team(arguments[1], [&] { printer.wake(); });
    std::thread thread([&] { printer.run(*team); });
    for (std::string line; std::getline(std::cin, line);) {
        obey(*team, Json::parse(line));
    }
    printer.end();
    thread.join();
    team.reset();
}
