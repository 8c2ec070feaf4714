#include "core/model/close_reasons.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

std::span<const std::string_view> lost_reasons() {
    static constexpr auto reasons = std::to_array<std::string_view>({"Not everybody agreed", "Asked too early", "Price", "Budget gone",
                                                                     "Champion left", "Something was missing", "They were there first"});
    return reasons;
}

std::span<const std::string_view> undecided_reasons() {
    static constexpr auto reasons =
        std::to_array<std::string_view>({"Not everybody agreed", "Other priorities", "Budget gone", "Champion left",
                                         "They stopped answering", "The current way is good enough", "Asked too early"});
    return reasons;
}

std::string written_reasons(const CloseReasons& reasons) {
    std::string text;
    const auto add = [&](std::string_view words) {
        if (words.empty()) return;
        if (!text.empty()) text += ". ";
        text += words;
    };
    for (const auto& reason : reasons.chosen) {
        add(reason);
    }
    add(trimmed(reasons.own));
    return text;
}

CloseReasons read_reasons(std::string_view text, std::span<const std::string_view> known) {
    CloseReasons reasons;
    for (bool found = true; found;) {
        found = false;
        for (const auto reason : known) {
            const auto rest = text.substr(std::min(reason.size(), text.size()));
            if (!text.starts_with(reason) || (!rest.empty() && !rest.starts_with(". "))) continue;
            reasons.chosen.emplace_back(reason);
            text = rest.empty() ? rest : rest.substr(2);
            found = !text.empty();
            break;
        }
    }
    reasons.own = text;
    return reasons;
}

}
