#pragma once

namespace middleground {

struct Context;

// Joining and what is seen of a team, each in the file of its name or of its group. Nothing of it is drawn without a team, but the dialog of somebody who
// opened an invitation.
[[gnu::noinline]] void draw_join_team(const Context& context);   // join_team.cpp: the dialog
[[gnu::noinline]] void draw_team_dialogs(const Context& context); // team_dialogs.cpp: inviting, leaving, what changed, handing over, removing for everybody
// A line over the pages of a shared deal: whose it is, who is in it, what changed. The answer is where the page begins.
[[gnu::noinline]] float draw_team_line(const Context& context); // team_line.cpp
[[gnu::noinline]] void draw_team_card(const Context& context, float width);       // team_card.cpp: on Settings
[[gnu::noinline]] void draw_team_share_card(const Context& context, float width); // team_share_card.cpp: on Share

}
