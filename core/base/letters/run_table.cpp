#include "core/base/letters/run_table.hpp"

#include "core/base/letters/packed_numbers.hpp"

#include <algorithm>

namespace middleground {

RunTable::RunTable(std::span<const std::uint8_t> lengths, std::span<const std::uint8_t> values) {
    PackedNumbers packed(lengths);
    runs_.reserve(values.size());
    std::uint32_t begin = 0;
    for (const auto value : values) {
        runs_.push_back(begin << 8 | value);
        begin += packed.next();
    }
}

std::uint32_t RunTable::operator[](std::uint32_t code_point) const {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), code_point << 8 | 0xff);
    return next == runs_.begin() ? 0 : *(next - 1) & 0xff;
}

}
