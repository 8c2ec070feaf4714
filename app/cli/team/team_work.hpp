#pragma once

#include "app/platform/native/native_platform.hpp"
#include "app/session/document.hpp"
#include "app/session/update/update.hpp"
#include "app/session/view_state.hpp"
#include "core/base/random.hpp"

#include <cstdint>

namespace middleground::cli {

// The session of the window without the window: this place's deals and its team, connected.
class TeamWork {
public:
    TeamWork();

    // Whether the deals could be read, and this place is in a team; says what is wrong.
    bool begin(const char* command);
    // Until the team has told all and has all, and storage, too; says why not after so many seconds, or at once when that is of no use.
    bool finish(const char* command, int seconds);
    World world() { return {document_, view_, platform_, random_}; }
    Document& document() { return document_; }

private:
    bool is_finished();
    void step();

    NativePlatform platform_;
    Document document_;
    ViewState view_;
    Random random_;
    std::int64_t finished_ms_ = 0; // since when nothing more comes or goes
    bool is_told_all_ = false; // by the server, whether or not it could be read
    bool is_refused_ = false;  // for good
};

}
