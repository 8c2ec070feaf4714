#pragma once

#include "app/platform/platform.hpp"

#include <cstdint>
#include <string>

namespace middleground {

// What the system says about itself in this frame.
struct Surroundings {
    std::int64_t now_ms = 0;
    bool still = false;        // it asks for less motion
    bool day_given = false;    // today is not the clock's day, but one that the address or the environment says
    std::string link_base;     // address that links are made with, without fragment
    std::string storage_place; // "on this device"
    StorageUsage usage;        // known where it is shown: on Settings and Import
    Offline offline = Offline::unknown;
};

}
