#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace middleground {

// Numbers as tools/assets/make_letters.py packs them: seven bits a byte, low ones first, the eighth says that more follow. One after the
// other; zeros behind the end.
class PackedNumbers {
public:
    explicit PackedNumbers(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint32_t next() {
        std::uint32_t number = 0;
        for (std::uint32_t shift = 0; at_ < bytes_.size(); shift += 7) {
            const std::uint32_t byte = bytes_[at_++];
            number |= (byte & 0x7f) << shift;
            if (byte < 0x80) break;
        }
        return number;
    }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

}
