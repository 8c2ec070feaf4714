#include "app/cli/cli.hpp"

#include "app/cli/arguments/cli_arguments.hpp"
#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_help.hpp"
#include "app/cli/arguments/cli_values.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <optional>

namespace middleground {

namespace {

constexpr const char* description =
    "Middleground plans a purchase together with the people who buy: what they commit to, in an order that can be kept.\n"
    "Without a command it opens the window.";

std::vector<std::string> arguments_of(int argc, char** argv) {
    std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    std::string before;
    for (auto& argument : arguments) {
        const bool is_value = before.starts_with('-') && before != "--";
        const bool is_bracketed = argument.starts_with('[') && argument.ends_with(']');
        before = argument;
        if (is_bracketed && !is_value) argument.insert(0, "./");
    }
    // It takes them from the back.
    std::ranges::reverse(arguments);
    return arguments;
}

// What the environment says in place of an option that was not given; a fault in it is an answer.
std::optional<std::string> take_environment(Arguments& arguments) {
    const auto take = [](const char* name, std::string& value, std::string (*check)(const std::string&)) -> std::string {
        const char* text = std::getenv(name);
        if (!text || !value.empty()) return {};
        value = text;
        const auto fault = check && !value.empty() ? check(value) : std::string();
        return fault.empty() ? fault : std::string(name) + ": " + fault;
    };
    for (auto fault :
         {take("MIDDLEGROUND_TODAY", arguments.today, cli::check_day), take("MIDDLEGROUND_SEED", arguments.seed, cli::check_number),
          take("MIDDLEGROUND_BASE_URL", arguments.link.base, nullptr)}) {
        if (!fault.empty()) return fault;
    }
    return {};
}

int refuse_usage(const CLI::App& app, std::string what) {
    std::string name = app.get_name();
    for (auto commands = app.get_subcommands(); !commands.empty(); commands = commands.front()->get_subcommands()) {
        name += ' ' + commands.front()->get_name();
    }
    constexpr std::size_t longest = 300; // a link would bury the words
    if (what.size() > longest) what = cli::shortened(what, longest);
    cli::say(name + ": " + what + (what.ends_with('.') ? "" : ".") + " For more: " + name + " --help");
    return cli::wrong_usage;
}

// A mistyped command looks like a file to open.
std::optional<int> refuse_unknown(const CLI::App& app, const std::vector<std::string>& open) {
    for (const auto& one : open) {
        if (cli::is_link(one) || cli::exists(one)) continue;
        return refuse_usage(app, '"' + one + "\" is neither a command nor a link, and there is no such file");
    }
    return {};
}

std::variant<int, Launch> parse_and_run(int argc, char** argv) {
    Arguments arguments;
    CLI::App app(description, "middleground");
    describe(app, arguments);
    try {
        app.parse(arguments_of(argc, argv));
    } catch (const CLI::CallForHelp&) {
        return cli::write_output({}, app.help()) ? cli::done : cli::bad_input;
    } catch (const CLI::CallForVersion& version) {
        return cli::write_output({}, std::string(version.what()) + '\n') ? cli::done : cli::bad_input;
    } catch (const CLI::ParseError& error) {
        return refuse_usage(app, error.what());
    }
    if (arguments.run && !arguments.open.empty()) {
        return refuse_usage(app, "\"" + arguments.open.front() + "\" comes before the command. Put it after the command");
    }
    if (arguments.run && !arguments.render.empty()) return refuse_usage(app, "--render is for the window, not for a command");
    if (arguments.run) {
        if (const auto fault = take_environment(arguments)) return refuse_usage(app, *fault);
        arguments.import.seed = cli::seed_of(arguments.seed);
        arguments.take_in.seed = cli::seed_of(arguments.seed);
        arguments.new_deal.seed = cli::seed_of(arguments.seed);
        return arguments.run(cli::today_of(arguments.today));
    }
    if (const auto refused = refuse_unknown(app, arguments.open)) return *refused;
    Launch launch{std::move(arguments.open), {}};
    if (!arguments.render.empty()) launch.drawing = arguments.render == "cpu" ? DrawingChoice::processor : DrawingChoice::graphics_card;
    return launch;
}

}

std::variant<int, Launch> run_cli(int argc, char** argv) {
    cli::occupy_standard_streams();
    try {
        return parse_and_run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "middleground: Something went wrong in the program: %s\n", error.what());
        return cli::bad_input;
    }
}

}
