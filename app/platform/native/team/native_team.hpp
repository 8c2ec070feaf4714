#pragma once

#include "app/platform/platform.hpp"
#include "app/platform/team_link.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace middleground {

// A TeamLink whose answers are taken as events.
class NativeTeam : public TeamLink {
public:
    // TeamTold and TeamElsewhere, in their order.
    virtual std::vector<PlatformEvent> take_events() = 0;
};

// By libnats, in threads of its own, of which the first begins with `open`. `wake` is called in them whenever there are events. Of the programs on one
// `folder` one connects. At most one of them at a time in a program. Null where the program was built without libnats.
std::unique_ptr<NativeTeam> native_team(std::filesystem::path folder, std::function<void()> wake);

}
