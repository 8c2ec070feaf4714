#pragma once

#include "core/base/id.hpp"
#include "core/merge/doubles/merge_deals.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// Two people of a deal, or two deals, beside each other in the dialog that merges them.
struct DoublesDraft {
    enum class About : std::uint8_t { nothing, people, deals };

    About about = About::nothing; // nothing: the dialog is closed
    bool just_opened = false;
    DealId deal;      // of the people
    std::string kept; // ids
    std::string gone; // empty: somebody still has to say which
    bool proposed = false; // the program found them; false: they were chosen by hand
    FieldChoices choices;
    std::optional<DealPairs> pairs; // of deals, once they were changed; none: as they are likely
    std::string error;
};

}
