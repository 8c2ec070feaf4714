#include "app/platform/native/team/native_team.hpp"

namespace middleground {

std::unique_ptr<NativeTeam> native_team(std::filesystem::path, std::function<void()>) {
    return nullptr;
}

}
