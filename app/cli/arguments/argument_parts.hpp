#pragma once

#include "app/cli/arguments/cli_arguments.hpp"
#include "app/cli/arguments/cli_values.hpp"

#include <CLI/CLI.hpp>

#include <string>

// What commands have in common that take the same. Everything that is passed in outlives the parser.
namespace middleground {

inline CLI::Option* add_output(CLI::App& command, std::string& value, const char* type, const char* what) {
    return command.add_option("-o,--output", value, what)->type_name(type)->check(CLI::Validator(cli::check_name, "", ""));
}

template <typename Value>
void add_input(CLI::App& command, const char* name, Value& value, const char* type, const char* what) {
    command.add_option(name, value, what)->type_name(type)->required()->check(CLI::Validator(cli::check_name, "", ""));
}

inline void add_today(CLI::App& command, Arguments& arguments) {
    command.add_option("--today", arguments.today, "Treat this day as today: 2026-06-30")
        ->type_name("DAY")
        ->check(CLI::Validator(cli::check_day, "", ""));
}

inline void add_passphrase(CLI::App& command, std::string& file, const char* what) {
    command.add_option("--passphrase-file", file, what)->type_name("FILE")->check(CLI::Validator(cli::check_name, "", ""));
}

template <typename Command>
CLI::App& add_command(CLI::App& app, const char* name, const char* what, Arguments& arguments, Command& command) {
    auto& added = *app.add_subcommand(name, what)->group("Commands");
    added.callback([&arguments, &command] { arguments.run = [&command](Date today) { return cli::run(command, today); }; });
    return added;
}

inline void add_seed(CLI::App& command, Arguments& arguments) {
    command.add_option("--seed", arguments.seed, "Make the ids from this number, to get the same ones again")
        ->type_name("NUMBER")
        ->check(CLI::Validator(cli::check_number, "", ""));
}

// What takes tables and files in; `describe` has the rest.
void describe_calibrating(CLI::App& app, Arguments& arguments);
void describe_importing(CLI::App& app, Arguments& arguments);
void describe_taking_in(CLI::App& app, Arguments& arguments);
void describe_team(CLI::App& app, Arguments& arguments);

}
