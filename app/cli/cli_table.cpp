#include "app/cli/cli_table.hpp"

#include "app/cli/cli_files.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground::cli {

std::string table(const std::vector<Row>& rows) {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], code_point_count(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += "  " + row[i] + std::string(static_cast<std::size_t>(widths[i] - code_point_count(row[i])), ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string cell(std::string_view text, std::string_view otherwise) {
    const auto shown = trimmed(text);
    return shown.empty() ? std::string(otherwise) : printed_line(shown);
}

}
