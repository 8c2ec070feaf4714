#pragma once

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <cstdio>

// What the fuzz targets check beside not crashing.
namespace middleground::fuzz {

inline void require(bool holds, const char* property) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", property);
    __builtin_trap();
}

inline void require_words(const Error& error) {
    require(!error.what.empty() && !first_invalid_utf8(error.message()), "an error is text");
}

}
