#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Why deals end, to choose from. What is stored is text: the chosen ones as sentences, the main one first, then own words.
std::span<const std::string_view> lost_reasons();
std::span<const std::string_view> undecided_reasons();

struct CloseReasons {
    std::vector<std::string> chosen; // in order
    std::string own;                 // in own words
};
// "Price. Asked too early. Marcus said yes to a system on their own servers"
std::string written_reasons(const CloseReasons& reasons);
// And back: the sentences at the beginning that are reasons of the list, then the rest.
CloseReasons read_reasons(std::string_view text, std::span<const std::string_view> known);

}
