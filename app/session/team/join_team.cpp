#include "app/session/team/join_team.hpp"

#include "app/platform/team_link.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_effects.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/team/team_session.hpp"
#include "core/base/text.hpp"
#include "core/codec/seal.hpp"
#include "core/team/membership.hpp"

#include <array>
#include <utility>

namespace middleground {

namespace {

constexpr std::string_view by_passphrase = "#team";

void forget(World world) {
    if (auto& join = world.view.team.join) {
        for (auto* secret : {&join->invitation, &join->password, &join->passphrase}) {
            io::wipe(*secret);
        }
    }
    world.view.team.join.reset();
}

Result<team::Membership> membership_of(World world, const TeamJoinDraft& join) {
    team::Membership membership;
    membership.name = std::string(trimmed(join.name));
    if (membership.name.empty()) return fail("Type your name", {}, "Your colleagues see by it who changed what.");
    std::array<unsigned char, 6> random{};
    if (!world.platform.entropy(random)) return fail("The system provides no random bytes", {}, "Start the browser anew, then open the invitation again.");
    membership.me = team::member_id_of(random);
    if (!join.invitation.empty()) {
        auto invitation = team::read_invitation(join.invitation);
        if (!invitation) return std::unexpected(invitation.error());
        membership.server = std::move(invitation->server);
        membership.login = std::move(invitation->login);
        membership.key = invitation->key;
        return membership;
    }
    auto server = team::read_server(join.server_text);
    if (!server) return std::unexpected(server.error());
    membership.server = std::move(*server);
    membership.login = {std::string(trimmed(join.user)), join.password};
    if (trimmed(join.passphrase).empty()) return fail("Type the passphrase of the team", {}, {});
    const auto key = team::key_of_passphrase(join.passphrase, membership.server);
    if (!key) return fail("There is not enough memory to work out the key", {}, "Close other tabs and programs, then try again.");
    membership.key = *key;
    return membership;
}

}

bool is_team_link(std::string_view text) {
    const auto at = text.find('#');
    if (at != std::string_view::npos && trimmed(text.substr(at)) == by_passphrase) return true;
    return team::looks_like_invitation(text);
}

void open_team_link(World world, std::string_view text) {
    // Nobody reads the secret out of the address afterwards.
    world.platform.clear_fragment();
    world.view.error.reset();
    start_team(world);
    if (const auto& session = world.document.team) {
        const auto& name = session->team.membership().server.name;
        world.view.error = Error{"You are in the team " + name + " already", {}, "To join another one, leave this one first: Settings, Team."};
        return;
    }
    if (!world.platform.team_link()) {
        world.view.error = Error{"This build of Middleground cannot connect to a team", {}, "Open the invitation in a browser."};
        return;
    }
    forget(world);
    TeamJoinDraft join;
    join.name = world.document.settings.seller;
    if (team::looks_like_invitation(text)) {
        const auto invitation = team::read_invitation(text);
        if (!invitation) {
            world.view.error = invitation.error();
            return;
        }
        join.step = TeamJoinDraft::Step::typing;
        join.invitation = text;
        join.team = invitation->server.name;
        world.view.team.join = std::move(join);
        return;
    }
    world.view.team.join = std::move(join);
    world.platform.ask_team_server();
}

void take_team_server(World world, const Result<std::string>& text) {
    auto& join = world.view.team.join;
    if (!join || join->step != TeamJoinDraft::Step::looks) return;
    const auto server = text ? team::read_server(*text) : Result<team::Server>(std::unexpected(text.error()));
    if (!server) {
        join->error = server.error();
        return;
    }
    join->step = TeamJoinDraft::Step::typing;
    join->just_opened = true;
    join->server_text = *text;
    join->team = server->name;
}

void join_team(World world) {
    auto& join = world.view.team.join;
    if (!join || join->step != TeamJoinDraft::Step::typing || world.document.team) return;
    auto membership = membership_of(world, *join);
    if (!membership) {
        join->error = membership.error();
        return;
    }
    join->error.reset();
    join->step = TeamJoinDraft::Step::tries;
    connect_team(world, std::move(*membership), true);
}

void fail_joining(World world, Error error) {
    end_team(world);
    if (auto& join = world.view.team.join) {
        join->step = TeamJoinDraft::Step::typing;
        join->error = std::move(error);
    }
}

void close_joining(World world) {
    const auto& session = world.document.team;
    if (session && session->joining) end_team(world);
    forget(world);
}

void see_whether_joined(World world) {
    auto& session = *world.document.team;
    if (const auto* problem = session.team.problem()) return fail_joining(world, Error(*problem));
    if (!session.team.is_caught_up()) return;
    const auto& membership = session.team.membership();
    if (const auto written = world.platform.write(team_key, team::write_membership(membership)); !written) {
        auto error = written.error();
        error.what = "Not joined: " + error.what;
        return fail_joining(world, std::move(error));
    }
    session.joining = false;
    forget(world);
    apply_team_effects(world); // what it says is not covered by the next line: that is the news
    show_toast(world.view, world.platform, "You are in " + membership.server.name + " now", false);
}

void leave_team(World world) {
    const auto session = world.document.team;
    if (!session || session->joining) return;
    const auto name = session->team.membership().server.name;
    session->team.leave();
    if (auto orders = session->team.take_orders(); !orders.empty() && !session->elsewhere) world.platform.team_link()->ask(std::move(orders));
    std::optional<Error> refused;
    for (const auto& key : world.platform.keys()) {
        if (!is_of_team(key)) continue;
        if (const auto removed = world.platform.remove(key); !removed) refused = removed.error();
    }
    end_team(world);
    world.view.team = {};
    if (refused) {
        refused->what = "You left " + name + ", but this device still has what it knew: " + refused->what;
        world.view.error = std::move(*refused);
        return;
    }
    show_toast(world.view, world.platform, "You left " + name + ". Your deals stay here", false);
}

}
