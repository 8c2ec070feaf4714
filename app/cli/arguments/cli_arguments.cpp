#include "app/cli/arguments/cli_arguments.hpp"

#include "app/cli/arguments/argument_parts.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_help.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace middleground {

namespace {

constexpr const char* footer =
    "A LINK is the whole address, or the part of it from # on, in quotation marks. For a FILE, - means standard input.\n"
    "Data goes to standard output, messages to standard error. The exit status is 0 when all is well, 1 when something\n"
    "in a file or link is wrong or a file cannot be read or written, 2 when the command itself is wrong.\n"
    "In the environment, MIDDLEGROUND_TODAY, MIDDLEGROUND_SEED and MIDDLEGROUND_BASE_URL stand for --today, --seed and --base.";

constexpr const char* passphrase_of_link = "For a protected LINK: its passphrase is the file's first line";

void describe_making(CLI::App& app, Arguments& arguments) {
    auto& command = arguments.new_deal;
    auto& make = add_command(app, "new", "Create a deal file from a playbook", arguments, command);
    make.add_option("--playbook", command.playbook, "The id of a playbook, as \"middleground playbooks\" lists them, or the file or link of one of your own")
        ->type_name("ID|FILE|LINK")
        ->required();
    make.add_option("--title", command.title, "What the deal is about")->type_name("TEXT")->required();
    make.add_option("--account", command.account, "The company that buys")->type_name("TEXT");
    add_output(make, command.output, "FILE", "The file to write; without it the deal goes to standard output");
    add_seed(make, arguments);
    add_today(make, arguments);

    auto& samples = add_command(app, "samples", "Write the sample deals as files", arguments, arguments.samples);
    add_output(samples, arguments.samples.folder, "FOLDER", "The folder to write them into")->required();
    add_today(samples, arguments);

    add_command(app, "playbooks", "List the playbooks: id, tab, title", arguments, arguments.playbooks);

    auto& show = add_command(app, "playbook", "Show a playbook, and check one of your own", arguments, arguments.playbook);
    show.add_option("playbook", arguments.playbook.playbook, "The id of one that comes with the program, or the file or link of one of your own")
        ->type_name("ID|FILE|LINK")
        ->required();
    show.add_flag("--link", arguments.playbook.link, "Print it as a link");
    add_output(show, arguments.playbook.output, "FILE", "Write it as a file");
    add_today(show, arguments);
}

// Excel in much of Europe wants semicolons and decimal commas.
void add_table_form(CLI::App& command, std::string& separator, std::string& decimals) {
    command.add_option("--separator", separator, "Of a table: comma, semicolon or tab; for Excel in Europe semicolon")
        ->type_name("SIGN")
        ->check(CLI::Validator(cli::check_table_separator, "", ""));
    command.add_option("--decimals", decimals, "Of numbers in a table: point or comma")->type_name("SIGN")->check(CLI::Validator(cli::check_decimals, "", ""));
}

void describe_sharing(CLI::App& app, Arguments& arguments) {
    const char* buyer_safe = "Only what the buyer may see: the plan";
    auto& link = add_command(app, "link", "Print a link that holds a whole deal", arguments, arguments.link);
    add_input(link, "deal", arguments.link.deal, "FILE", "The deal");
    link.add_option("--base", arguments.link.base, "The address of the page; without it the link begins with #")->type_name("URL");
    auto* plan_only = link.add_flag("--buyer-safe", arguments.link.buyer_safe, buyer_safe);
    add_passphrase(link, arguments.link.passphrase_file, "Protect the link with the passphrase in the file's first line");
    link.get_option("--passphrase-file")->excludes(plan_only);
    add_today(link, arguments);

    auto& command = arguments.exported;
    auto& exported = add_command(app, "export", "Write a deal for people and other programs", arguments, command);
    add_input(exported, "deal", command.deal, "FILE|LINK", "The deal");
    exported.add_option("--format", command.format, "What to write: " + cli::words_of_formats())
        ->type_name("FORMAT")
        ->required()
        ->check(CLI::Validator(cli::check_format, "", ""));
    exported.add_flag("--buyer-safe", command.buyer_safe, buyer_safe);
    add_table_form(exported, command.separator, command.decimals);
    add_passphrase(exported, command.passphrase_file, passphrase_of_link);
    add_output(exported, command.output, "FILE", "The file to write; without it the text goes to standard output");
    add_today(exported, arguments);

    auto& table = add_command(app, "table", "Write many deals, or their people, as one table for spreadsheets", arguments, arguments.table);
    add_input(table, "deals", arguments.table.files, "FILE", "Deals and backups");
    table.add_flag("--people", arguments.table.people, "Their people, a row each");
    add_table_form(table, arguments.table.separator, arguments.table.decimals);
    add_output(table, arguments.table.output, "FILE", "The file to write; without it the table goes to standard output");
    add_today(table, arguments);

    auto& open = add_command(app, "open", "Save what a link holds as a file", arguments, arguments.open_link);
    add_input(open, "link", arguments.open_link.link, "LINK", "The link; - reads it from standard input");
    add_passphrase(open, arguments.open_link.passphrase_file, passphrase_of_link);
    add_output(open, arguments.open_link.output, "FILE", "The file to write")->required();
    add_today(open, arguments);

    auto& merging = arguments.merge;
    auto& merge = add_command(app, "merge", "Merge two people's changes to one deal", arguments, merging);
    add_input(merge, "base", merging.base, "FILE|LINK", "The copy that both came from");
    add_input(merge, "mine", merging.mine, "FILE|LINK", "One copy");
    add_input(merge, "theirs", merging.theirs, "FILE|LINK", "The other one");
    add_output(merge, merging.output, "FILE", "The file to write; nothing is written while a choice is needed")->required();
    merge.add_option("--prefer", merging.prefer, "Where both changed the same thing, take this side: mine or theirs")
        ->type_name("SIDE")
        ->check(CLI::Validator(cli::check_side, "", ""));
    merge.add_flag("--json", merging.json, "Print what comes in and what has to be chosen, as JSON");
    add_passphrase(merge, merging.passphrase_file, passphrase_of_link);
    add_today(merge, arguments);

    auto& twice = arguments.doubles;
    auto& doubles = add_command(app, "doubles", "List people and deals that may be there twice, or merge two of them", arguments, twice);
    add_input(doubles, "file", twice.files, "FILE", "Deals and backups");
    auto* keep = doubles.add_option("--keep", twice.keep, "The id of the person or deal that stays")->type_name("ID");
    auto* goes = doubles.add_option("--merge", twice.merge, "The id of the one that goes into it; FILE stays as it is")->type_name("ID")->needs(keep);
    auto* merged = add_output(doubles, twice.output, "FILE", "The file to write the merged deal to")->needs(goes);
    keep->needs(goes);
    goes->needs(merged);
    doubles.add_option("--take", twice.take, "Where the two differ, title=kept, title=other or contact=both; may be repeated")
        ->type_name("FIELD=SIDE")
        ->allow_extra_args(false)
        ->needs(goes);
    doubles.add_flag("--json", twice.json, "The list as JSON")->excludes(goes);
    add_today(doubles, arguments);
}

void describe_reading(CLI::App& app, Arguments& arguments) {
    auto& validate = add_command(app, "validate", "Check files and name every fault", arguments, arguments.validate);
    add_input(validate, "file", arguments.validate.files, "FILE", "Deals, backups, samples or playbooks");
    add_today(validate, arguments);

    auto& show = add_command(app, "show", "Show a deal as text", arguments, arguments.show);
    add_input(show, "deal", arguments.show.deal, "FILE|LINK", "The deal");
    add_passphrase(show, arguments.show.passphrase_file, passphrase_of_link);
    show.add_flag("--json", arguments.show.json, "As JSON: the deal, and what follows from it");
    add_today(show, arguments);

    auto& brief = add_command(app, "brief", "Print one page for the next meeting, as Markdown", arguments, arguments.brief);
    add_input(brief, "deal", arguments.brief.deal, "FILE|LINK", "The deal");
    add_passphrase(brief, arguments.brief.passphrase_file, passphrase_of_link);
    auto* past = brief.add_option("--interaction", arguments.brief.interaction, "For a past interaction, by its id")->type_name("ID");
    auto* person =
        brief.add_option("--person", arguments.brief.person, "For a conversation with this person, by id")->type_name("ID")->excludes(past);
    brief.add_option("--planned-in", arguments.brief.planned_in, "For the next step planned in this interaction, by its id")
        ->type_name("ID")
        ->excludes(past)
        ->excludes(person);
    brief.add_flag("--html", arguments.brief.html, "As a web page to print");
    add_today(brief, arguments);

    auto& forecast =
        add_command(app, "forecast", "Say whether and when a deal will close, and what would change that", arguments, arguments.forecast);
    add_input(forecast, "deal", arguments.forecast.deal, "FILE|LINK", "The deal");
    add_passphrase(forecast, arguments.forecast.passphrase_file, passphrase_of_link);
    forecast.add_option("--futures", arguments.forecast.futures, "How many futures to play, up to 10,000,000; 10,000 by default")
        ->type_name("NUMBER")
        ->check(CLI::Validator(cli::check_futures, "", ""));
    forecast.add_option("--seed", arguments.forecast.seed, "Play different ones: a whole number; 1 by default")
        ->type_name("NUMBER")
        ->check(CLI::Validator(cli::check_number, "", ""));
    forecast
        .add_option("--what-if", arguments.forecast.what_if,
                    "Suppose that: kept:ID, declined:ID, stance:ID=supportive, resolved:ID, named or wait:28; the deal stays as it is")
        ->type_name("EDIT");
    forecast.add_flag("--json", arguments.forecast.json, "As JSON");
    add_today(forecast, arguments);

    auto& diary = add_command(app, "diary", "Say how good the forecast was for deals that have ended", arguments, arguments.diary);
    add_input(diary, "file", arguments.diary.files, "FILE", "Deals and backups");
    diary.add_flag("--json", arguments.diary.json, "As JSON");
    add_today(diary, arguments);

    auto& agenda = add_command(app, "today", "Say what is to be done today, over many deals", arguments, arguments.show_today);
    add_input(agenda, "file", arguments.show_today.files, "FILE", "Deals and backups; archived deals are left out");
    auto* as_json = agenda.add_flag("--json", arguments.show_today.json, "As JSON: every line, also those put off");
    agenda.add_flag("--calendar", arguments.show_today.calendar, "As a calendar file: what has a day, with an alarm that morning")->excludes(as_json);
    add_today(agenda, arguments);

    auto& week = add_command(app, "week", "Print what became of many deals in seven days, as Markdown", arguments, arguments.show_week);
    add_input(week, "file", arguments.show_week.files, "FILE", "Deals and backups");
    week.add_flag("--last", arguments.show_week.last, "Of the week before");
    add_today(week, arguments);

    auto& wording = add_command(app, "wording", "Find wording that costs trust in a text on standard input", arguments, arguments.wording);
    wording.add_option("--language", arguments.wording.language, "The language of the text: en (the default) or de")->type_name("LANGUAGE");
    wording.add_flag("--json", arguments.wording.json, "As JSON");

    describe_sharing(app, arguments);
}

}

void describe(CLI::App& app, Arguments& arguments) {
    app.formatter(std::make_shared<cli::HelpFormatter>());
    app.footer(footer);
    app.set_help_flag("-h,--help", "Print this help");
    app.set_version_flag("--version", "Middleground " MIDDLEGROUND_VERSION, "Print the version");
    app.require_subcommand(0, 1);
    app.add_option("file", arguments.open, "What to open in the window")->type_name("FILE|LINK");
    app.add_option("--render", arguments.render, "Draw the window with the processor (cpu) or a graphics card (gl), whatever the settings say")
        ->type_name("HOW")
        ->check(CLI::Validator(cli::check_render, "", ""));
    describe_reading(app, arguments);
    describe_making(app, arguments);
    describe_calibrating(app, arguments);
    describe_importing(app, arguments);
    describe_taking_in(app, arguments);
    describe_team(app, arguments);
    for (auto* command : app.get_subcommands({})) {
        command->footer("");
        for (auto* part : command->get_subcommands({})) {
            part->footer("");
        }
    }
}

}
