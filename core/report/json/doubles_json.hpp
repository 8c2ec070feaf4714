#pragma once

#include "core/merge/doubles/doubles.hpp"

#include <string>
#include <vector>

namespace middleground {

// What may be there twice, of one deal or among many.
struct DoublesReport {
    struct OfPeople {
        const Deal* deal = nullptr;
        std::vector<PersonDouble> pairs;
    };
    std::vector<OfPeople> people; // of the deals that have any
    std::vector<DealDouble> deals;
};
// As FORMATS.md says. Ends with a line end.
std::string write_doubles(const DoublesReport& report);

}
