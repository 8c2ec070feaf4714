#pragma once

#include <cstdint>

namespace middleground {

// Every page by name, as actions and lists of pages have it.
enum class Screen : std::uint8_t { deals, deal, commitments, people, log, forecast, brief, share, merge, playbooks, diary, settings, imports, today, week };

// Over all deals: what one comes back to from a deal.
constexpr bool is_home_page(Screen screen) {
    return screen == Screen::deals || screen == Screen::today || screen == Screen::week;
}
// Those, Playbooks, Diary, Settings and Import are of no deal.
constexpr bool is_deal_page(Screen screen) {
    return !is_home_page(screen) && screen != Screen::playbooks && screen != Screen::diary && screen != Screen::settings &&
           screen != Screen::imports;
}

}
