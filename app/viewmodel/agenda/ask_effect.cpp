#include "app/viewmodel/agenda/ask_effect.hpp"

#include "core/outlook.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

std::string effect_words(const Deal& deal, const Outlook* outlook, const NextAsk& ask) {
    if (!outlook || !outlook->forecast || ask.gain < 0.005 || !too_early_because(deal).empty()) return {};
    const auto now = static_cast<long>(points_of(outlook->forecast->won));
    // Rounded apart, so that the difference is the one that the words say: "4 more of 100".
    return of_100_words(outlook->forecast->won) + " to " + std::to_string(std::min(100L, now + std::lround(100 * ask.gain))) + " %";
}

}
