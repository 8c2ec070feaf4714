#include "app/cli/team/team_work.hpp"

#include "app/cli/cli_files.hpp"
#include "app/cli/team/team_place.hpp"
#include "app/session/shipped.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_store.hpp"
#include "app/session/team/team_session.hpp"
#include "app/session/team/team_store.hpp"

#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <variant>

namespace middleground::cli {

namespace {

constexpr auto pause = std::chrono::milliseconds(20);
constexpr std::int64_t quiet_ms = 300; // what one answer leads to is asked by then

}

TeamWork::TeamWork() : random_(platform_.seed()) {}

bool TeamWork::begin(const char* command) {
    const NativeStorage storage(NativeStorage::usual_folder());
    if (!need_membership(storage, command)) return false;
    load_all(document_, platform_);
    if (document_.storage_error) {
        say_fault(storage.folder().string(), *document_.storage_error);
        return false;
    }
    auto shipped = read_shipped();
    document_.playbooks = std::move(shipped.playbooks);
    document_.wording = std::move(shipped.wording);
    if (!platform_.team_link()) {
        say(std::string("middleground team ") + command + ": This program was built without libnats, so that it cannot connect. Use the page.");
        return false;
    }
    start_team(world());
    return document_.team != nullptr;
}

void TeamWork::step() {
    const auto events = platform_.take_events();
    if (!events.empty()) finished_ms_ = platform_.now_ms();
    for (const auto& event : events) {
        if (const auto* told = std::get_if<event::TeamTold>(&event)) {
            const auto* down = std::get_if<team::Down>(&told->told);
            is_refused_ = is_refused_ || (down && down->for_good);
            is_told_all_ = is_told_all_ || std::holds_alternative<team::CaughtUp>(told->told);
        }
        hear_team_event(world(), event);
    }
    run_team(world());
    save(document_, platform_, SaveWhen::now);
    // What waited until the deals were stored.
    if (document_.team && team_waits_ms(document_, platform_.now_ms())) settle_team(world());
}

bool TeamWork::is_finished() {
    const auto& team = document_.team->team;
    return team.is_caught_up() && team.to_send() == 0 && is_saved(document_) && is_team_stored(document_) && !team_waits_ms(document_, platform_.now_ms());
}

bool TeamWork::finish(const char* command, int seconds) {
    const auto where = std::string("middleground team ") + command;
    const auto end = platform_.now_ms() + std::int64_t{1000} * seconds;
    while (document_.team) {
        step();
        if (!document_.team) break;
        const auto& session = *document_.team;
        const auto* problem = session.team.problem();
        if (session.elsewhere) {
            say(where + ": The window is open and connected to the team: it brings and sends everything by itself.");
            return false;
        }
        if (!is_finished() || !session.conflicts.empty()) finished_ms_ = platform_.now_ms();
        else if (platform_.now_ms() - finished_ms_ > quiet_ms) return true;
        if (!session.conflicts.empty() && session.team.is_caught_up()) {
            for (const auto& [id, conflict] : session.conflicts) {
                const auto* entry = find_entry(document_, id);
                say(where + ": \"" + (entry ? entry->deal.title : id.text) + "\" was changed here and by " + conflict.by + ". Open the window: it asks what stays.");
            }
            return false;
        }
        const bool cannot_read = is_told_all_ && problem && !session.team.is_caught_up();
        if (is_refused_ || cannot_read || platform_.now_ms() > end) {
            if (problem) say_fault(session.team.membership().server.name, *problem);
            if (is_refused_ || cannot_read) return false;
            say(where + ": Not all was brought and sent in " + std::to_string(seconds) + " seconds; " + std::to_string(session.team.to_send()) + " to send. What is here is kept. Try again.");
            return false;
        }
        std::this_thread::sleep_for(pause);
    }
    return true;
}

}
