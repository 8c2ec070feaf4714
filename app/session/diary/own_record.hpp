#pragma once

#include "app/session/document.hpp"
#include "core/diary/how_good.hpp"

#include <cstdint>
#include <optional>

namespace middleground {

// How good the forecast was for the user's own closed deals, and what follows for what is shown.
class OwnRecord {
public:
    // Looks whether a closed deal, its diary or the day has changed, and works it out anew then.
    void refresh(const Document& document, Date today);
    // Of all closed deals; of those that ended in the last 365 days. Both refer to the document's deals: valid until one changes, so call
    // refresh() first.
    const HowGood& all() const { return all_; }
    const HowGood& last_year() const { return last_year_; }
    // As the settings want it; of no deals: chances are shown as they are played.
    Recalibration in_force(const Settings& settings) const { return settings.recalibrates ? all_.recalibration : Recalibration(); }

private:
    std::uint64_t seen_ = 0; // stands for the closed deals and the day
    HowGood all_;
    HowGood last_year_;
};

}
