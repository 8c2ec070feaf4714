#pragma once

#include "app/ui/context.hpp"
#include "core/model/own_fields/known_fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Fields of one's own, of the open deal (`person` empty) or of one of its people: a row each, and a way to add one.
void draw_own_fields(const Context& context, const StakeholderId& person, const std::vector<OwnField>& fields);

// The form of a new field; nothing while it is closed or was opened elsewhere.
void draw_new_field_form(const Context& context, FieldOwner owner, const StakeholderId& person);
void open_new_field(const Context& context, FieldOwner owner, const StakeholderId& person);

// "North, South" and back.
std::string choices_text(const std::vector<std::string>& choices);
std::vector<std::string> choices_of(std::string_view text);

// The tags of a deal or a person with a field that adds and takes out; `all` are the names that can be chosen, those that it has first.
// The new list when changed.
std::optional<std::vector<Tag>> edit_tags(const Context& context, std::string_view label, const std::vector<Tag>& tags, const std::vector<std::string>& all,
                                          std::string& query, float width);

}
