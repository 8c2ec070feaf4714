#pragma once

#include "core/base/date.hpp"

// Days at which a member is left out of files and links; only the tables use it.
namespace middleground::rows {

inline Date day_opened(const void*, Date opened) {
    return opened;
}

// What has happened first, else the day the deal was opened.
template <typename Thing>
Date first_event(const void* thing, Date opened) {
    const auto& events = static_cast<const Thing*>(thing)->events;
    return events.empty() ? opened : events.front().on;
}

}
