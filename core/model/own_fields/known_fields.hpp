#pragma once

#include "core/model/deal.hpp"
#include "core/model/own_fields/own_fields.hpp"

#include <span>
#include <vector>

namespace middleground {

// The fields that are defined, then those that stand in deals without a definition, as the first deal that has them says.
struct KnownFields {
    std::vector<FieldDefinition> fields;
    std::size_t defined = 0; // so many of them have a definition
};
KnownFields known_fields(std::span<const FieldDefinition> defined, std::span<const Deal* const> deals);

// The fields of a deal or person in the order in which they are shown: those of the definitions, with or without a value, then what else there is.
struct ShownField {
    OwnField field;    // the value is empty where there is none
    std::vector<std::string> choices;
    bool defined = false;
};
std::vector<ShownField> shown_fields(std::span<const FieldDefinition> defined, FieldOwner owner, const std::vector<OwnField>& fields);

}
