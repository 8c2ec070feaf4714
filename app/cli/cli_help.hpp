#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace middleground::cli {

// How --help looks: options that are needed stand in the first line, and nothing of the parser's own vocabulary anywhere.
class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter();
    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
};

}
