#include "core/diary/believed_by.hpp"

#include <cstdint>
#include <string_view>

namespace middleground {

namespace {

struct Sum { // FNV-1a
    std::uint32_t value = 0x811c9dc5u;

    void add(std::string_view text) {
        for (const char c : text) {
            value = (value ^ static_cast<unsigned char>(c)) * 0x01000193u;
        }
        value = (value ^ 0xffu) * 0x01000193u;
    }
    void add(std::int64_t number) {
        for (int shift = 0; shift < 64; shift += 8) {
            value = (value ^ static_cast<std::uint32_t>(number >> shift & 0xff)) * 0x01000193u;
        }
    }
};

}

int believed_by(const Playbook* playbook) {
    Sum sum;
    if (playbook) {
        sum.add(playbook->id);
        sum.add(playbook->expected_group_size);
        for (const auto& step : playbook->steps) {
            sum.add(step.id);
            sum.add(step.days_min);
            sum.add(step.days_mode);
            sum.add(step.days_max);
        }
    }
    const auto folded = (sum.value >> 16 ^ sum.value) & 0xffffu;
    return forecast_edition * 0x10000 + static_cast<int>(folded);
}

}
