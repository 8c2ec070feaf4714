// What can be done with a team, for whoever is in one.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

void add_of_deal(const Context& context, CommandCollector& out) {
    const auto& id = context.deal->id;
    const auto words = shared_words(context.document, id);
    if (!words.shared) {
        out.add({Command::Group::act, icon::users, "Share with the team", team_name(context.document), "",
                 [id](const Context& at) { at.act(action::OfTeam{team_action::Share{id}}); }});
        return;
    }
    if (words.may_compare || words.is_problem) {
        out.add({Command::Group::act, icon::waypoints, "Compare with the team's", words.state, "",
                 [id](const Context& at) { at.act(action::OfTeam{team_action::Compare{id}}); }});
    }
    if (!words.changed.empty()) {
        out.add({Command::Group::act, icon::history, "What colleagues changed", words.changed, "", [id](const Context& at) { at.view.team.changes_of = id; }});
    }
    if (words.may_hand_over) {
        out.add({Command::Group::act, icon::hand, "Hand over the deal", "a colleague owns it then", "", [id](const Context& at) { at.view.team.hand_over_of = id; }});
    }
    if (!words.mine) return;
    out.add({Command::Group::act, icon::unlink, "Take the deal back from the team", "", "",
             [id](const Context& at) { at.act(action::OfTeam{team_action::TakeBack{id}}); }});
    out.add({Command::Group::act, icon::trash_2, "Remove the deal for everybody", "", "", [id](const Context& at) { at.view.team.remove_of = id; }});
}

}

void add_team_commands(const Context& context, CommandCollector& out) {
    if (!is_in_team(context.document)) return;
    if (context.deal && !context.read_only) add_of_deal(context, out);
    out.add({Command::Group::act, icon::user_plus, "Invite a colleague to the team", team_name(context.document), "",
             [](const Context& at) { at.view.team.invite = TeamInviteDraft{}; }});
    out.add({Command::Group::act, icon::users, "Leave the team", team_name(context.document), "", [](const Context& at) { at.view.team.leave_open = true; }});
}

}
