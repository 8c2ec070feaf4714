#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/codec/json_tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What readers of JSON share: where they are, and what was wrong.
namespace middleground::io {

inline constexpr std::string_view correct_the_file = "Correct it there, or use another copy of the file.";

// Where a value stands in the file, as a chain on the stack that becomes text only when there is something to say.
struct Place {
    const Place* parent = nullptr;
    std::string_view name; // of a member; empty for an element of a list
    int index = -1;

    std::string text() const; // "commitments[2].events[0].on"
};

// What the reading of one file shares. The first error is kept; after it every call does nothing, unless all are asked for.
struct Reading {
    std::optional<Date> day_zero; // set for samples: dates are whole days from it
    Date opened;
    std::optional<Error> error;
    std::vector<Error>* all_errors = nullptr; // set to go on after an error: receives each, the first too; may be null

    bool is_over() const { return error && !all_errors; }
    void add(Error found);
    void expected(std::string_view what, const Json* found, const Place& place);
};

}
