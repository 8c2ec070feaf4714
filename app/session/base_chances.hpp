#pragma once

#include "core/base/date.hpp"
#include "core/forecast/forecast.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <vector>

namespace middleground {

// How deals end that have just begun, by their playbook: what its base rate and its odds come to in the forecast.
class BaseChances {
public:
    // The share of such deals that is won; nothing for a playbook that cannot be played. Worked out once for each playbook as it is.
    std::optional<Share> of(const Playbook& playbook, Date today);

private:
    struct Known {
        Playbook playbook;
        std::optional<Share> won;
    };
    std::vector<Known> known_; // one for each id
};

}
