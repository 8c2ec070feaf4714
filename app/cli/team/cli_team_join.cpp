#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/team/cli_team.hpp"
#include "app/cli/team/team_place.hpp"
#include "app/cli/team/team_secret.hpp"
#include "app/platform/native/native_entropy.hpp"
#include "app/platform/native/native_hold.hpp"
#include "core/base/text.hpp"

#include <array>
#include <map>
#include <optional>
#include <utility>

namespace middleground::cli {

namespace {

// Whom to join, by an invitation or by what the host says with a login and the team's passphrase.
Result<team::Invitation> asked_team(const JoinTeam& command) {
    if (!command.invitation.empty()) {
        if (command.invitation != standard_input) return team::read_invitation(command.invitation);
        const auto line = ask_secret("The invitation", "invitation");
        if (!line) return std::unexpected(line.error());
        return team::read_invitation(*line);
    }
    const auto text = read_input(command.server);
    if (!text) return std::unexpected(text.error());
    auto server = team::read_server(*text);
    if (!server) return std::unexpected(server.error());
    auto password = ask_secret("Password of " + command.user, "password");
    if (!password) return std::unexpected(password.error());
    const auto passphrase = ask_secret("Passphrase of the team", "passphrase");
    if (!passphrase) return std::unexpected(passphrase.error());
    const auto key = team::key_of_passphrase(*passphrase, *server);
    if (!key) return fail("No key can be made of this passphrase", "standard input", "Type it as it was told to you; it needs 64 MB of memory.");
    return team::Invitation{std::move(*server), {command.user, std::move(*password)}, *key};
}

}

int run(const JoinTeam& command, Date) {
    const NativeStorage storage(NativeStorage::usual_folder());
    const auto source = command.invitation.empty() ? source_name(command.server) : std::string("invitation");
    const auto before = stored_membership(storage);
    if (!before || *before) {
        say_fault(storage.folder().string(), before ? Error{"This place is already in the team \"" + (*before)->server.name + '"', {}, "Leave it first: middleground team leave."} : before.error());
        return bad_input;
    }
    auto invitation = asked_team(command);
    if (!invitation) {
        say_fault(source, invitation.error());
        return bad_input;
    }
    team::Membership membership{std::move(invitation->server), std::move(invitation->login), invitation->key, {}, std::string(trimmed(command.name))};
    if (membership.name.empty()) membership.name = membership.login.user.empty() ? "Somebody" : membership.login.user;
    std::array<unsigned char, 6> random{};
    if (!draw_entropy(random)) {
        say("middleground team join: The system gives no random numbers. Nothing was stored.");
        return bad_input;
    }
    membership.me = team::member_id_of(random);
    const auto hold = hold_folder(storage.folder());
    if (const auto written = storage.write(team::membership_entry, team::write_membership(membership)); !written) {
        say_fault(storage.folder().string(), written.error());
        return bad_input;
    }
    say("Joined the team \"" + membership.server.name + "\" as " + membership.name + ". Share deals in the window; middleground team sync brings and sends what changed.");
    return done;
}

int run(const ShowTeam&, Date) {
    const NativeStorage storage(NativeStorage::usual_folder());
    const auto membership = need_membership(storage, "status");
    if (!membership) return bad_input;
    const team::Team team(*membership, stored_texts(storage), draw_entropy);
    const auto& server = membership->server;
    std::string text = "Team: " + server.name + "\nYou: " + membership->name + (membership->login.user.empty() ? "" : " (login " + membership->login.user + ')') + "\nServer: " + joined(server.nats) + '\n';
    std::map<std::string, int> states;
    const auto shared = team.all_shared();
    for (const auto* one : shared) {
        ++states[std::string(team::key_of(one->state))];
    }
    text += "Deals that are shared: " + std::to_string(shared.size()) + '\n';
    for (const auto& [state, count] : states) {
        text += "  " + state + ": " + std::to_string(count) + '\n';
    }
    return print_text(text + "To send: " + std::to_string(team.to_send()) + '\n') ? done : bad_input;
}

}
