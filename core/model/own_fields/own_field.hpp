#pragma once

#include <cstdint>
#include <string>

namespace middleground {

// What a field of one's own holds. FROZEN in links: new kinds go to the end.
enum class FieldKind : std::uint8_t { text, number, date, choice };

// A fact for which the program has no member of its own: "Region: North". It says what it is and how to read it by itself, so that whoever gets
// the deal sees it without knowing the fields of who made it.
struct OwnField {
    std::string name; // as it is typed; which field it is goes by same_field (own_fields.hpp)
    FieldKind kind = FieldKind::text;
    std::string value;   // never empty; of a number "-1234.5", of a date "2026-06-30" (own_value)
    bool shared = false; // the buyer may see it

    bool operator==(const OwnField&) const = default;
};

// A word that the seller sorts deals or people by.
struct Tag {
    std::string name;

    bool operator==(const Tag&) const = default;
};

}
