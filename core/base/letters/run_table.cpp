#include "core/base/letters/run_table.hpp"

#include <algorithm>

namespace middleground {

RunTable::RunTable(std::span<const std::uint8_t> lengths, std::span<const std::uint8_t> values) {
    runs_.reserve(values.size());
    std::uint32_t begin = 0;
    std::size_t at = 0;
    for (const auto value : values) {
        runs_.push_back(begin << 8 | value);
        std::uint32_t length = 0;
        for (std::uint32_t shift = 0; at < lengths.size(); shift += 7) {
            const std::uint32_t byte = lengths[at++];
            length |= (byte & 0x7f) << shift;
            if (byte < 0x80) break;
        }
        begin += length;
    }
}

std::uint32_t RunTable::operator[](std::uint32_t code_point) const {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), code_point << 8 | 0xff);
    return next == runs_.begin() ? 0 : *(next - 1) & 0xff;
}

}
