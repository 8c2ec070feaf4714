#include "app/cli.hpp"

#include "app/cli_commands.hpp"
#include "app/cli_files.hpp"
#include "core/base/text.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <optional>
#include <random>

#include <fcntl.h>
#include <unistd.h>

namespace middleground {

namespace {

constexpr const char* description =
    "Plans a purchase together with the people who buy: their commitments, in the order in which they can be kept.\n"
    "Without a command it opens the window.";

constexpr const char* footer = "A LINK is the whole address or what begins with #d0., in quotation marks.\n"
                               "A FILE of - is standard input. Data goes to standard output, messages go to standard error.\n"
                               "Ends with 0 when all is well, 1 when something in a file or link is wrong or a file cannot be read or\n"
                               "written, 2 when the command itself is wrong.";

// Everything that the command line can say. The parser fills it in; `run` is set by the command that was found.
struct Arguments {
    std::vector<std::string> open;
    std::optional<std::uint64_t> seed;
    std::string today;
    cli::NewDeal new_deal;
    cli::Validate validate;
    cli::Show show;
    cli::MakeLink link;
    cli::OpenLink open_link;
    cli::WriteSamples samples;
    cli::ListPlaybooks playbooks;
    std::function<int(Date)> run;
};

Date system_today() {
    const auto now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Date::from_calendar(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

std::uint64_t system_seed() {
    std::random_device random;
    return static_cast<std::uint64_t>(random()) << 32 | random();
}

std::string check_day(const std::string& text) {
    return Date::parse(text) ? std::string() : '"' + text + "\" is not a day. Write it as 2026-06-30";
}

// A name may stand in [ ] or hold commas: it is one name.
CLI::Option* positional(CLI::App& app, const char* name, const char* type, std::vector<std::string>& values, const char* what) {
    return app.add_option(name, values, what)->type_name(type)->allow_extra_args(false);
}

CLI::Option* positional(CLI::App& app, const char* name, const char* type, std::string& value, const char* what) {
    return app.add_option(name, value, what)->type_name(type)->required();
}

template <typename Command>
CLI::App& add_command(CLI::App& app, const char* name, const char* what, Arguments& arguments, Command& command) {
    auto& added = *app.add_subcommand(name, what);
    added.add_option("--today", arguments.today, "Take this day for today, as 2026-06-30")
        ->type_name("DAY")
        ->check(CLI::Validator(check_day, "", ""))
        ->envname("MIDDLEGROUND_TODAY");
    added.callback([&arguments, &command] { arguments.run = [&command](Date today) { return cli::run(command, today); }; });
    return added;
}

void describe_making(CLI::App& app, Arguments& arguments) {
    auto& command = arguments.new_deal;
    auto& make = add_command(app, "new", "Make the file of a new deal from a playbook", arguments, command);
    make.add_option("--playbook", command.playbook, "The playbook's id, see: middleground playbooks")->type_name("ID")->required();
    make.add_option("--title", command.title, "What the deal is about")->type_name("TEXT")->required();
    make.add_option("--account", command.account, "Who buys")->type_name("TEXT");
    make.add_option("-o,--output", command.output, "The file to write; without it the deal goes to standard output")->type_name("FILE");
    make.add_option("--seed", arguments.seed, "Draw the ids from this number, so that they come out the same again")
        ->type_name("NUMBER")
        ->envname("MIDDLEGROUND_SEED");

    auto& samples = add_command(app, "samples", "Write the sample deals as files", arguments, arguments.samples);
    samples.add_option("-o,--output", arguments.samples.folder, "The folder to write them into")->type_name("FOLDER")->required();

    add_command(app, "playbooks", "List the playbooks: id, tab, name", arguments, arguments.playbooks);
}

void describe_reading(CLI::App& app, Arguments& arguments) {
    auto& validate = add_command(app, "validate", "Look for faults in files and name every one", arguments, arguments.validate);
    positional(validate, "files", "FILE", arguments.validate.files, "Deals, backups, samples or playbooks")->required();

    auto& show = add_command(app, "show", "Show a deal as text", arguments, arguments.show);
    positional(show, "deal", "FILE|LINK", arguments.show.deal, "The deal");
    show.add_flag("--json", arguments.show.json, "As JSON: the deal, and what follows from it");

    auto& link = add_command(app, "link", "Print a link that holds a whole deal", arguments, arguments.link);
    positional(link, "deal", "FILE", arguments.link.deal, "The deal");
    link.add_option("--base", arguments.link.base, "The page's address; without it only the part from # on is printed")
        ->type_name("URL")
        ->envname("MIDDLEGROUND_BASE_URL");

    auto& open = add_command(app, "open", "Save the deal of a link as a file", arguments, arguments.open_link);
    positional(open, "link", "LINK", arguments.open_link.link, "The link; - reads it from standard input");
    open.add_option("-o,--output", arguments.open_link.output, "The file to write")->type_name("FILE")->required();
}

void describe(CLI::App& app, Arguments& arguments) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(32);
    formatter->label("OPTIONS", "options");
    formatter->label("SUBCOMMAND", "command");
    formatter->label("SUBCOMMANDS", "command");
    formatter->label("Positionals", "Arguments");
    formatter->label("Subcommands", "Commands");
    formatter->label("REQUIRED", "(needed)");
    formatter->label("Env", "or the environment's ");
    app.formatter(formatter);
    app.footer(footer);
    app.set_help_flag("-h,--help", "Print this help");
    app.set_version_flag("--version", "Middleground " MIDDLEGROUND_VERSION, "Print the version");
    app.require_subcommand(0, 1);
    positional(app, "open", "FILE|LINK", arguments.open, "What to open in the window");
    describe_making(app, arguments);
    describe_reading(app, arguments);
    for (auto* command : app.get_subcommands({})) {
        command->set_help_flag("-h,--help", "Print this help");
        command->footer("");
    }
}

int refuse_usage(const CLI::App& app, const std::string& what) {
    std::string name = app.get_name();
    for (const auto* command : app.get_subcommands()) {
        name += ' ' + command->get_name();
    }
    cli::say(name + ": " + what + (what.ends_with('.') ? "" : ".") + " To read more: " + name + " --help");
    return cli::wrong_usage;
}

// A mistyped command looks like a file to open.
std::optional<int> refuse_unknown(const CLI::App& app, const std::vector<std::string>& open) {
    for (const auto& one : open) {
        if (cli::is_link(one) || ::access(one.c_str(), F_OK) == 0) continue;
        return refuse_usage(app, '"' + one + "\" is no command, no link, and there is no such file");
    }
    return {};
}

std::variant<int, Launch> parse_and_run(int argc, char** argv) {
    Arguments arguments;
    CLI::App app(description, "middleground");
    describe(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return cli::write_output({}, app.help()) ? cli::done : cli::bad_input;
    } catch (const CLI::CallForVersion& version) {
        return cli::write_output({}, std::string(version.what()) + '\n') ? cli::done : cli::bad_input;
    } catch (const CLI::ParseError& error) {
        return refuse_usage(app, error.what());
    }
    if (arguments.run && !arguments.open.empty()) {
        return refuse_usage(app, "\"" + arguments.open.front() + "\" stands before the command. Put it behind");
    }
    if (arguments.run) {
        arguments.new_deal.seed = arguments.seed ? *arguments.seed : system_seed();
        return arguments.run(arguments.today.empty() ? system_today() : *Date::parse(arguments.today));
    }
    if (const auto refused = refuse_unknown(app, arguments.open)) return *refused;
    return Launch{std::move(arguments.open)};
}

// A file that is opened while one of the three standard streams is closed would take its place, and receive what is meant for that stream.
// Opened the wrong way round, so that using them still fails.
void occupy_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

}

std::variant<int, Launch> run_cli(int argc, char** argv) {
    occupy_standard_streams();
    try {
        return parse_and_run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "middleground: Something went wrong that should not: %s\n", error.what());
        return cli::bad_input;
    }
}

}
