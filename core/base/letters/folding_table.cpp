#include "core/base/letters/folding_table.hpp"

#include "core/base/letters/packed_numbers.hpp"
#include "generated/folding.hpp"

#include <algorithm>

namespace middleground {

FoldingTable::FoldingTable() {
    PackedNumbers gaps(letters::folding_gaps);
    PackedNumbers counts(letters::folding_counts);
    PackedNumbers differences(letters::folding_targets);
    runs_.reserve(letters::folding_kinds.size());
    std::uint32_t previous = 0;
    std::uint32_t target = 0;
    for (std::size_t i = 0; i < letters::folding_kinds.size(); ++i) {
        const std::uint32_t kind = letters::folding_kinds[i];
        Run run;
        run.first = previous + gaps.next();
        run.count = counts.next();
        run.step = kind % 2 + 1;
        run.growth = kind / 2 % 3;
        run.first_grows = kind >= 6;
        run.begin = static_cast<std::uint32_t>(targets_.size());
        run.size = letters::folding_sizes[i];
        for (std::uint32_t part = 0; part < run.size; ++part) {
            const auto difference = differences.next();
            target += difference % 2 == 0 ? difference / 2 : ~(difference / 2);
            targets_.push_back(target);
        }
        previous = run.first + run.step * (run.count - 1);
        runs_.push_back(run);
    }
}

bool FoldingTable::find(std::uint32_t code_point, std::vector<std::uint32_t>& target) const {
    const auto next = std::ranges::upper_bound(runs_, code_point, {}, &Run::first);
    if (next == runs_.begin()) return false;
    const auto& run = *(next - 1);
    const auto distance = code_point - run.first;
    if (distance % run.step != 0 || distance / run.step >= run.count) return false;
    const auto parts = targets_.begin() + run.begin;
    target.assign(parts, parts + run.size);
    if (run.size > 0) target[run.first_grows ? 0 : run.size - 1] += run.growth * (distance / run.step);
    return true;
}

}
