// What the page tells of the team's bucket (web/team_door.js): it waits in the platform for the next frame.
#include "app/platform/team_trouble.hpp"
#include "app/platform/web/web_page.hpp"
#include "app/run_web_program.hpp"

#include <emscripten.h>

#include <cstdint>
#include <string>
#include <utility>

using namespace middleground;

namespace {

struct TeamNote {
    std::string text;
    std::string bytes;
    int number = 0;
    std::uint64_t order = 0;
    std::uint64_t revision = 0;

    Error error() const { return team_error(static_cast<TeamTrouble>(number), text, bytes); }
};

// What it means for the program; TeamNews says which of its members count.
PlatformEvent meaning(TeamNews what, TeamNote note) {
    switch (what) {
    case TeamNews::up:
        return event::TeamTold{team::Up{}};
    case TeamNews::down:
        return event::TeamTold{team::Down{note.error(), note.order != 0}};
    case TeamNews::value:
        return event::TeamTold{team::Value{std::move(note.text), std::move(note.bytes), note.revision, note.number != 0}};
    case TeamNews::caught_up:
        return event::TeamTold{team::CaughtUp{}};
    case TeamNews::stored:
        return event::TeamTold{team::Stored{note.order, note.revision}};
    case TeamNews::stale:
        return event::TeamTold{team::Stale{note.order}};
    case TeamNews::refused:
        return event::TeamTold{team::Refused{note.order, note.error()}};
    case TeamNews::heard:
        return event::TeamTold{team::Heard{std::move(note.bytes)}};
    case TeamNews::server:
        return event::TeamServerRead{std::move(note.bytes)};
    case TeamNews::no_server:
        return event::TeamServerRead{
            fail("The host of this page names no team", note.text + ": " + note.bytes, "Ask whoever runs the team for an invitation link.")};
    case TeamNews::elsewhere:
        break;
    }
    return event::TeamElsewhere{};
}

}

// A hidden page gets no frames: what is shared goes on without a picture. The next one is asked for as ever.
extern "C" EMSCRIPTEN_KEEPALIVE void mg_unseen(Program* program) {
    program->window->run_unseen(*program->app);
    const auto next = program->window->next_frame_in_ms(*program->app, program->platform.now_ms());
    page_schedule(next ? static_cast<double>(*next) : -1);
}

// `program` is what the page got by page_started; `what` as in TeamNews. Orders and revisions are whole numbers below 2^53.
extern "C" EMSCRIPTEN_KEEPALIVE void mg_team(Program* program, const char* text, const char* bytes, std::uint32_t size, int what, int number, double order,
                                             double revision) {
    program->platform.add(meaning(static_cast<TeamNews>(what), {text, std::string(bytes, size), number, static_cast<std::uint64_t>(order),
                                                                static_cast<std::uint64_t>(revision)}));
    program->wake();
}
