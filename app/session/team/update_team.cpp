#include "app/session/team/update_team.hpp"

#include "app/session/team/join_team.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_effects.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/team/team_session.hpp"
#include "app/session/update/update_list.hpp"
#include "app/values/overloaded.hpp"
#include "core/base/text.hpp"
#include "core/team/membership.hpp"

#include <utility>

namespace middleground {

namespace {

// Done, and said; or not, and why.
void say(World world, const Result<void>& done, std::string words) {
    if (!done) {
        world.view.error = done.error();
        return;
    }
    world.view.error.reset();
    settle_team(world);
    show_toast(world.view, world.platform, std::move(words), false);
}

std::string name_of(World world, const DealId& id) {
    const auto* entry = find_entry(world.document, id);
    return entry ? display_name(entry->deal) : "The deal";
}

void share(World world, const DealId& id) {
    const auto* entry = find_entry(world.document, id);
    if (!entry) return;
    auto& machine = world.document.team->team;
    const auto now = world.platform.now_ms();
    say(world, machine.share(entry->deal, now), "Shared " + name_of(world, id) + " with " + machine.membership().server.name);
}

void rename(World world, const std::string& typed) {
    const auto name = std::string(trimmed(typed));
    auto& machine = world.document.team->team;
    if (name.empty() || name == machine.membership().name) return;
    machine.rename(name);
    if (const auto written = world.platform.write(team_key, team::write_membership(machine.membership())); !written) world.view.error = written.error();
    settle_team(world);
}

void copy_invitation(World world, const team::Login& login, std::string words) {
    const auto& membership = world.document.team->team.membership();
    const auto link = team::write_invitation({membership.server, login, membership.key}, world.platform.link_base());
    world.view.text_to_copy = link;
    world.platform.copy_text(link);
    show_toast(world.view, world.platform, std::move(words), false);
}

}

void update_team(World world, const action::OfTeam& action) {
    if (std::holds_alternative<team_action::Join>(action.asked)) return join_team(world);
    if (std::holds_alternative<team_action::CloseJoin>(action.asked)) return close_joining(world);
    const auto session = world.document.team;
    if (!session || session->joining) return;
    auto& machine = session->team;
    if (std::holds_alternative<team_action::Leave>(action.asked)) return leave_team(world);
    if (session->elsewhere) {
        world.view.error = Error{"Middleground is connected to your team in " + world.document.elsewhere, {}, "Do it there, or close that one first."};
        return;
    }
    const auto now = world.platform.now_ms();
    const auto local = [&world](const DealId& id) -> const Deal* {
        const auto* entry = find_entry(world.document, id);
        return entry ? &entry->deal : nullptr;
    };
    std::visit(Overloaded{
                   [&](const team_action::Share& a) { share(world, a.id); },
                   [&](const team_action::TakeBack& a) { say(world, machine.take_back(a.id, now), "Took back " + name_of(world, a.id) + ". Colleagues keep the copy they have"); },
                   [&](const team_action::RemoveForAll& a) { say(world, machine.remove_for_all(a.id, now), "Removed " + name_of(world, a.id) + " for everybody. It stays here"); },
                   [&](const team_action::HandOver& a) {
                       say(world, machine.hand_over(a.id, a.member, now), name_of(world, a.id) + " is " + machine.name_of(a.member) + "'s now");
                   },
                   [&](const team_action::Rename& a) { rename(world, a.name); },
                   [&](const team_action::CopyInvitation& a) {
                       copy_invitation(world, {std::string(trimmed(a.user)), a.password}, "Copied the invitation");
                   },
                   [&](const team_action::CopyOwnInvitation&) { copy_invitation(world, machine.membership().login, "Copied the invitation for your other device"); },
                   [&](const team_action::Compare& a) {
                       // One that was refused is asked about only when the user wants it.
                       if (!session->conflicts.contains(a.id)) {
                           if (const auto asked = machine.review(a.id, local, world.platform.today()); !asked) {
                               world.view.error = asked.error();
                               return;
                           }
                           settle_team(world);
                       }
                       compare_with_team(world, a.id);
                   },
                   [&](const team_action::Looked& a) {
                       machine.looked(a.id);
                       settle_team(world);
                   },
                   [](const auto&) {},
               },
               action.asked);
}

void answer_team(World world, const DealId& id) {
    const auto session = world.document.team;
    const auto* entry = find_entry(world.document, id);
    if (!is_at_work(session.get()) || !entry) return;
    const auto found = session->conflicts.find(id);
    if (found == session->conflicts.end()) return;
    const auto number = found->second.number;
    session->conflicts.erase(found);
    const auto local = [&world](const DealId& of) -> const Deal* {
        const auto* one = find_entry(world.document, of);
        return one ? &one->deal : nullptr;
    };
    const auto deal = entry->deal;
    session->team.resolve(id, number, deal, local, world.platform.now_ms(), world.platform.today());
    settle_team(world);
}

}
