// A team from the program's frames: its part of the program is not there for who has none, and comes when it is first wanted.
#include "app/app_impl.hpp"

#include "app/session/team/join_team.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/update/update_open.hpp"

#include <imgui.h>

#include <utility>

namespace middleground {

void App::Impl::take_team_event(const PlatformEvent& event) {
    hear_team_event(world(), event);
}

void App::Impl::take_link(const std::string& text) {
    if (is_team_link(text)) {
        team_link = text;
    } else {
        open_link(world(), text);
    }
}

// Another tab may have joined one, or left it.
void App::Impl::hear_of_team(std::string_view key) {
    if (!document.team && !key.empty() && key != team_key) return;
    if (document.team) return hear_of_team_storage(world(), key);
    const auto text = platform.read(team_key);
    document.has_membership = text && *text && !(*text)->empty();
}

void App::Impl::run_team_part() {
    if (!wants_team()) return;
    awaits_team_part = !document.team && !platform.has_team_part();
    if (awaits_team_part) return;
    if (!team_link.empty()) open_link(world(), std::exchange(team_link, {}));
    run_team(world(), ImGui::GetIO().WantTextInput ? InField::yes : InField::no);
}

std::optional<std::int64_t> App::Impl::team_in_ms() const {
    if (!wants_team() || awaits_team_part) return {}; // the platform wakes the program once it is there
    return document.team ? team_wake_in_ms(document, platform.now_ms()) : 0;
}

}
