// The arguments of commands that take in what other programs wrote.
#include "app/cli/arguments/argument_parts.hpp"

namespace middleground {

void describe_calibrating(CLI::App& app, Arguments& arguments) {
    auto& command = arguments.calibrate;
    auto& calibrate =
        add_command(app, "calibrate", "Say what a table of closed deals tells you about the chances of a deal", arguments, command);
    add_input(calibrate, "csv", command.file, "CSV", "Comma-separated values with headings, a row for each deal");
    calibrate.add_option("--target", command.target, "The column that says how a deal ended")->type_name("COLUMN")->required();
    calibrate.add_option("--positive", command.positive, "Its value for a deal that was won")->type_name("VALUE")->required();
    const auto add_list = [&](const char* name, std::vector<std::string>& list, const char* type, const char* what) {
        calibrate.add_option(name, list, what)->type_name(type)->allow_extra_args(false);
    };
    add_list("--open", command.open, "VALUE", "Its value for a deal that has not ended; may be repeated");
    add_list("--drop", command.dropped, "COLUMNS", "Columns to leave out, separated by commas; may be repeated");
    add_list("--keep", command.kept, "COLUMNS", "Columns to use although they give the outcome away; may be repeated");
    calibrate.add_option("--closed-on", command.closed_on, "The column with the day on which a deal ended; by default judged by the headings")
        ->type_name("COLUMN");
    calibrate.add_option("--dates", command.dates, "How dates are written: dmy, mdy or ymd; by default judged by the dates")
        ->type_name("ORDER")
        ->check(CLI::Validator(cli::check_dates, "", ""));
    add_list("--answer", command.answers, "COLUMN=VALUE", "What a deal says, to get the chance that it begins with; may be repeated");
    calibrate.add_option("--deal", command.deal, "The deal file that begins with that chance from now on")
        ->type_name("DEAL")
        ->check(CLI::Validator(cli::check_name, "", ""));
    calibrate.add_flag("--json", command.json, "As JSON");
    add_today(calibrate, arguments);
}

void describe_importing(CLI::App& app, Arguments& arguments) {
    auto& command = arguments.import;
    auto& import = add_command(app, "import", "Create or update deal files from tables that another program exported", arguments, command);
    add_input(import, "csv", command.files, "CSV", "Deals, people, who is in which deal, accounts; as many as belong together");
    const auto add = [&](const char* name, std::string& value, const char* type, const char* what, std::string (*check)(const std::string&)) {
        import.add_option(name, value, what)->type_name(type)->check(CLI::Validator(check, "", ""));
    };
    add_output(import, command.folder, "FOLDER", "The folder with the deal files")->required();
    add("--as", command.system, "PROGRAM", "The program that it comes from, such as salesforce or hubspot; by default auto: judged by the headings",
        cli::check_system);
    add("--map", command.map, "FILE", "What the columns mean, where the headings do not say so", cli::check_name);
    add("--dates", command.dates, "ORDER", "How dates are written: dmy, mdy or ymd; by default judged by the dates", cli::check_dates);
    add("--kind", command.kind, "KIND", "What the rows are: deals, people, roles or accounts; by default judged by the headings", cli::check_kind);
    add("--encoding", command.encoding, "NAME", "How the file is written, such as utf-8, windows-1251 or shift_jis; by default tried out", cli::check_encoding);
    add("--separator", command.separator, "SIGN", "comma, semicolon, tab, bar or another sign; by default judged by the lines", cli::check_separator);
    add("--headings", command.headings, "LINE", "The line with the headings, or none; by default where known ones stand", cli::check_headings);
    add("--decimals", command.decimals, "SIGN", "point or comma begins the decimals of amounts; by default judged by the amounts", cli::check_decimals);
    const auto add_list = [&](const char* name, std::vector<std::string>& values, const char* type, const char* what, std::string (*check)(const std::string&)) {
        import.add_option(name, values, what)->type_name(type)->check(CLI::Validator(check, "", ""))->expected(1)->take_all();
    };
    add_list("--column", command.columns, "HEADING=FIELD", "What a column means, as Client=account; as often as needed", cli::check_column);
    add_list("--word", command.words, "WORD=MEANING", "What a word for a stage means: won, lost, no_decision or open, as Closed=won", cli::check_word);
    add("--same-names", command.same_names, "ANSWER", "Rows of one title and account without an ID are one deal or several", cli::check_same_names);
    add("--repeated-ids", command.repeated_ids, "ANSWER", "Of rows with one ID the first or the last counts", cli::check_repeated_ids);
    add("--currency", command.currency, "CODE", "The currency of amounts that do not say; EUR by default", cli::check_currency);
    import.add_flag("--closed", command.closed, "Also take closed deals that are not there yet");
    import.add_flag("--people-by-account", command.people_by_account, "Put people without a deal into the open deals of their account");
    import.add_flag("--overwrite", command.overwrite, "Also replace what was edited by hand");
    add_seed(import, arguments);
    add_today(import, arguments);
}

void describe_taking_in(CLI::App& app, Arguments& arguments) {
    auto& command = arguments.take_in;
    auto& log = add_command(app, "log", "Put mails, invitations, contacts, calls and action plans into a deal", arguments, command);
    add_input(log, "deal", command.deal, "DEAL", "The file of the deal");
    add_input(log, "file", command.files, "FILE", "Mails (.eml, mbox), calendars (.ics), contacts (.vcf, CSV), transcripts (.vtt, .txt), plans (Markdown, CSV)");
    log.add_option("--take", command.take, "What to take of what is proposed: all, or its numbers as 1,3,4; without it nothing is written")
        ->type_name("WHAT")
        ->check(CLI::Validator(cli::check_take, "", ""));
    log.add_option("--seller-address", command.seller_addresses, "Your own mail address, to tell what you wrote from what they wrote; may be repeated")
        ->type_name("ADDRESS")
        ->allow_extra_args(false)
        ->check(CLI::Validator(cli::check_address, "", ""));
    add_output(log, command.output, "FILE", "The file to write in place of the deal's own");
    add_seed(log, arguments);
    add_today(log, arguments);
}

}
