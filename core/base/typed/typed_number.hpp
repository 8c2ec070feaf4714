#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// The parts of what a person types for a number: what amounts (core/base/money.hpp) and the numbers of tables are read with.

// Every white space that people group digits with becomes ' ', every apostrophe '\''. Nothing for any other byte beyond ASCII.
std::optional<std::string> plain_amount(std::string_view text);

// What stands around the number, in capitals: "K", "USD", "MUSD".
struct NumberAffixes {
    int zeros = 0; // 3 for thousands
    std::string currency;
};
std::optional<NumberAffixes> affixes_of(std::string_view word);

struct TypedNumber {
    std::string whole; // digits
    std::string decimals;
    char point = 0; // what stood between them, if anything did
};

// A digit or one of the separators , . ' and space.
bool is_of_typed_number(char c);
// `text` holds nothing else. A single separator followed by exactly three digits groups, unless it is `point`; otherwise it is the
// decimal point.
std::optional<TypedNumber> typed_number(std::string_view text, char point);

}
