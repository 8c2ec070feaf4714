#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace middleground {

// A number for each code point, as tools/assets/make_letters.py writes it: runs of code points that share one. Unpacked once; asked by
// halving.
class RunTable {
public:
    RunTable(std::span<const std::uint8_t> lengths, std::span<const std::uint8_t> values);
    std::uint32_t operator[](std::uint32_t code_point) const;

private:
    std::vector<std::uint32_t> runs_; // where each begins, times 256, and its number
};

}
