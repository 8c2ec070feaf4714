#include "app/cli/cli_help.hpp"

namespace middleground::cli {

namespace {

constexpr std::size_t first_column = 26; // characters

bool takes_several(const CLI::Option& option) {
    return option.get_items_expected_max() > 1;
}

std::string words_of(const CLI::Option& option) {
    const auto value = option.get_type_name() + (takes_several(option) ? "..." : "");
    return option.get_positional() ? value : "--" + option.get_lnames().front() + ' ' + value;
}

}

HelpFormatter::HelpFormatter() {
    column_width(first_column);
    label("Positionals", "Arguments");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
    if (!app->get_parent())
        return "\nUsage: " + name + " [FILE|LINK...]\n       " + name + " COMMAND ... (" + name + " COMMAND --help says more)\n";
    std::string options;
    std::string positionals;
    for (const auto* option : app->get_options()) {
        if (!option->get_required()) continue;
        (option->get_positional() ? positionals : options) += ' ' + words_of(*option);
    }
    return "\nUsage: " + name + options + " [OPTIONS]" + positionals + '\n';
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
    const bool has_value = option->get_type_size() != 0;
    return (has_value ? ' ' + option->get_type_name() : "") + (takes_several(*option) ? "..." : "");
}

}
