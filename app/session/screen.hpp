#pragma once

#include <cstdint>

namespace middleground {

// Every page by name, as actions and lists of pages have it.
enum class Screen : std::uint8_t { deals, deal, commitments, people, log, forecast, brief, share, merge, playbooks, diary, settings, imports };

// Playbooks, Diary, Settings, Import and Deals are of no deal.
constexpr bool is_deal_page(Screen screen) {
    return screen != Screen::deals && screen != Screen::playbooks && screen != Screen::diary && screen != Screen::settings &&
           screen != Screen::imports;
}

}
