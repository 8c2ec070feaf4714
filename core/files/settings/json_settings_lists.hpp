#pragma once

#include "core/codec/json_tree.hpp"
#include "core/files/settings.hpp"

// Lists of the settings as JSON; only core/files uses it. What makes no sense is left out.
namespace middleground::io {

Json json_of(const std::vector<FieldDefinition>& fields);
Json json_of(const std::vector<SavedFilter>& filters);
Json json_of(const std::vector<std::string>& texts);
// Null: there is no such member.
std::vector<FieldDefinition> fields_in(const Json* list);
std::vector<SavedFilter> filters_in(const Json* list);
std::vector<std::string> texts_in(const Json* list, std::size_t most);

}
