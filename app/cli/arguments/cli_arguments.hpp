#pragma once

#include "app/cli/cli_commands.hpp"
#include "app/cli/team/cli_team.hpp"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace middleground {

// Everything that the command line can say. The parser fills it in; `run` is set by the command that was found.
struct Arguments {
    std::vector<std::string> open;
    std::string render; // cpu, gl or empty
    std::string seed; // digits, or empty
    std::string today;
    cli::NewDeal new_deal;
    cli::Validate validate;
    cli::Show show;
    cli::MakeBrief brief;
    cli::MakeForecast forecast;
    cli::ReadDiary diary;
    cli::ShowToday show_today;
    cli::ShowWeek show_week;
    cli::CheckWording wording;
    cli::Calibrate calibrate;
    cli::MakeLink link;
    cli::Export exported;
    cli::MakeTable table;
    cli::OpenLink open_link;
    cli::MergeDeals merge;
    cli::FindDoubles doubles;
    cli::Import import;
    cli::TakeIn take_in;
    cli::WriteSamples samples;
    cli::ListPlaybooks playbooks;
    cli::ShowPlaybook playbook;
    cli::ServeTeam serve_team;
    cli::JoinTeam join_team;
    cli::ShowTeam show_team;
    cli::ShareWithTeam share_with_team;
    cli::SyncTeam sync_team;
    cli::LeaveTeam leave_team;
    cli::ExportTeam export_team;
    std::function<int(Date)> run;
};

// Tells the parser all commands, with what each takes.
void describe(CLI::App& app, Arguments& arguments);

}
