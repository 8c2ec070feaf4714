#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground::cli {

using Row = std::vector<std::string>;

// Columns as wide as their widest cell, two spaces between them, each line indented by two.
std::string table(const std::vector<Row>& rows);
// Texts of a deal stand in lines of our own making: no line end of theirs may look like ours. `otherwise` for an empty one.
std::string cell(std::string_view text, std::string_view otherwise = {});

}
