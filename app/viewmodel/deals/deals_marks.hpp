#pragma once

#include "app/viewmodel/deals_data.hpp"
#include "core/files/settings.hpp"

#include <string>
#include <vector>

namespace middleground {

// Tags and values of fields of one's own, by which the list of deals is filtered.

// Every tag; and of each field that is named one of its values.
bool has_marks(const Deal& deal, const std::vector<DealMark>& marks);
// "rail", "Region: North", "Region: nothing".
std::string mark_words(const DealMark& mark);

// What can be chosen of these deals, and how many have it: tags by name, then the values of each field, and that it says nothing where some deals do.
struct CountedMark {
    DealMark mark;
    int deals = 0;
};
std::vector<CountedMark> marks_of(const std::vector<DealRow>& rows);

}
