#pragma once

#include <string>
#include <string_view>

namespace middleground::importing {

// What stands beside a number in a cell of amounts: words for units and currencies, in any order. Only this folder uses it.
struct Beside {
    int zeros = 0; // 5 for "lakhs"
    std::string currency;
    bool known = true; // every word is one
    bool crowns = false; // "kr": of several countries
};
void take_beside(std::string_view text, Beside& beside);

}
