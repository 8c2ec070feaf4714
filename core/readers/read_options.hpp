#pragma once

#include "core/base/date.hpp"
#include "core/codec/charset.hpp"

#include <cstdint>

namespace middleground::readers {

// What a reader needs to know beyond the file.
struct ReadOptions {
    Date today;
    const io::Charsets* charsets = nullptr; // never null where something is read; outlives the reading
    std::int32_t utc_minutes = 0;           // how far the clock here is ahead of UTC: for meetings that are written in UTC
};

// Of one file. What is longer is refused before it is looked at.
inline constexpr std::uint32_t most_bytes = 64u << 20;

}
