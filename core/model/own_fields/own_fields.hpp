#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/model/own_fields/own_field.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Fields of one's own, of a deal or a person: how they are found, read and said.
namespace middleground {

// What the seller has said about a field: whose it is, what it holds, and what it begins as. Kept in the settings. A field that stands in a deal
// and has no definition is one all the same.
enum class FieldOwner : std::uint8_t { deal, person };
struct FieldDefinition {
    static constexpr std::size_t most = 100; // of one owner, as in a deal
    static constexpr std::size_t most_choices = 200;

    std::string name;
    FieldOwner owner = FieldOwner::deal;
    FieldKind kind = FieldKind::text;
    std::vector<std::string> choices; // of a choice, in the seller's order; others may be typed
    bool shared = false;              // what is written in it from now on the buyer may see

    bool operator==(const FieldDefinition&) const = default;
};

// What tables put behind the name of a field that is called like a column of theirs: "Amount (own field)".
inline constexpr std::string_view own_field_suffix = " (own field)";

// Whether both names mean one field: but for case and white space around them.
bool same_field(std::string_view one, std::string_view other);

// Null when there is none of that name.
const OwnField* find_field(const std::vector<OwnField>& fields, std::string_view name);
const FieldDefinition* find_field(const std::vector<FieldDefinition>& definitions, FieldOwner owner, std::string_view name);

// The list with this field in it: in the place of the one called `name`, else at the end; taken out where its value is empty.
std::vector<OwnField> with_field(std::vector<OwnField> fields, std::string_view name, OwnField field);

// "-1234.5" from digits with an optional sign and point: no zeros around, at most 18 digits. Nothing for anything else.
std::optional<std::string> plain_number(std::string_view text);

// What is kept of what a person types: numbers in any usual form ("1.234,50", "12k", "7 %"), days as parse_typed_date reads them. Empty stays empty.
// `point`: the decimal sign where a text does not tell, 0 for none.
Result<std::string> own_value(FieldKind kind, std::string_view typed, Date today, char point = 0);

// As people read it: "14 Sep", "1,234.5".
std::string own_value_words(const OwnField& field, Date today);

// By what they are worth: numbers and days before texts, texts without case.
std::weak_ordering compare_values(const OwnField& one, const OwnField& other);

// Why the value cannot be one of its kind; empty where it can.
std::string value_fault(const OwnField& field);

}
