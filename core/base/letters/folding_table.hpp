#pragma once

#include <cstdint>
#include <vector>

namespace middleground {

// What stands for a code point in a search, as tools/assets/make_letters.py writes it. Unpacked once.
class FoldingTable {
public:
    FoldingTable();
    // The code points that stand for this one, most of them one; none: it is left out. False when it stands for itself.
    bool find(std::uint32_t code_point, std::vector<std::uint32_t>& target) const;

private:
    // Code points `step` apart with the same target, of which one part grows by `growth` each time.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t step = 1;
        std::uint32_t growth = 0;
        bool first_grows = false; // otherwise the last part
        std::uint32_t begin = 0;  // in targets_
        std::uint32_t size = 0;
    };
    std::vector<Run> runs_;
    std::vector<std::uint32_t> targets_;
};

}
