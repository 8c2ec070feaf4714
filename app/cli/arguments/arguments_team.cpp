// The arguments of the commands about a team.
#include "app/cli/arguments/argument_parts.hpp"

namespace middleground {

namespace {

constexpr const char* group = "Commands";

void describe_serving(CLI::App& team, Arguments& arguments) {
    auto& command = arguments.serve_team;
    auto& serve = add_command(team, "serve-config", "Write configurations of nats-server, nginx and invitations for a team of your own", arguments, command);
    add_output(serve, command.folder, "FOLDER", "The folder to write them into; nothing in it is overwritten")->required();
    serve.add_option("--users", command.users, "The logins, one a person, separated by commas")->type_name("NAMES")->required()->delimiter(',')->expected(1)->take_all();
    serve.add_option("--nodes", command.nodes, "How many servers: 1, or 3 of which one may fail; 1 by default")->type_name("NUMBER")->check(CLI::IsMember({1, 3}));
    serve.add_option("--hosts", command.hosts, "Their names in the network, separated by commas; without them all run on this machine, to try it out")
        ->type_name("NAMES")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    serve.add_option("--url", command.url, "The address of the page, for invitations")->type_name("URL");
    serve.add_option("--name", command.name, "What the team is called")->type_name("TEXT");
    add_passphrase(serve, command.passphrase_file, "Colleagues may also join by the passphrase in the file's first line, with their login");
}

}

void describe_team(CLI::App& app, Arguments& arguments) {
    auto& team = *app.add_subcommand("team", "Share deals with colleagues by a server of your own")->group(group);
    team.require_subcommand(1);
    auto& command = arguments.join_team;
    auto& join = add_command(team, "join", "Join a team, for the desktop program's storage", arguments, command);
    auto* invitation = join.add_option("invitation", command.invitation, "The link; - reads it from standard input, where no other program sees it")->type_name("LINK");
    auto* server = join.add_option("--server", command.server, "Join by passphrase: the team.json of the team's host; password and passphrase are asked for, or are two lines of standard input")
                       ->type_name("FILE")
                       ->check(CLI::Validator(cli::check_name, "", ""))
                       ->excludes(invitation);
    server->needs(join.add_option("--user", command.user, "With --server: your login")->type_name("NAME")->needs(server));
    join.add_option("--name", command.name, "What colleagues read; by default the login's")->type_name("TEXT");
    join.callback([&arguments, &command] {
        if (command.invitation.empty() && command.server.empty()) throw CLI::RequiredError("An invitation, or --server with --user,");
        arguments.run = [&command](Date today) { return cli::run(command, today); };
    });
    add_command(team, "status", "Say in which team this place is, and what is to be sent", arguments, arguments.show_team);
    const auto add_seconds = [](CLI::App& timed, int& seconds) {
        timed.add_option("--seconds", seconds, "How long to try at most")->type_name("NUMBER")->check(CLI::Range(1, 3600));
    };
    auto& share = add_command(team, "share", "Share a deal with the team, and keep it in this place", arguments, arguments.share_with_team);
    add_input(share, "deal", arguments.share_with_team.deal, "FILE", "The deal; where this place has it already, that one is shared");
    add_seconds(share, arguments.share_with_team.seconds);
    auto& sync = add_command(team, "sync", "Bring what colleagues changed, send what is to be sent, and end", arguments, arguments.sync_team);
    add_seconds(sync, arguments.sync_team.seconds);
    auto& leave = add_command(team, "leave", "Leave the team: deals stay here", arguments, arguments.leave_team);
    add_seconds(leave, arguments.leave_team.seconds);
    auto& exported = add_command(team, "export", "Write every deal that the team shares as a file, for the day you leave", arguments, arguments.export_team);
    add_output(exported, arguments.export_team.folder, "FOLDER", "The folder to write them into")->required();
    add_seconds(exported, arguments.export_team.seconds);
    describe_serving(team, arguments);
}

}
