#pragma once

#include "core/codec/json_tree.hpp"
#include "core/model/members/members.hpp"

namespace middleground::io {

// Adds the members of a thing to an object, by the table of its noun. Unknown members go back to the end of the objects they came from (see
// JsonReader::take_unknown). What is no JSON object, belongs to a part that is gone, or bears the name of a known member is left out.
void write_members(Json& object, const MemberTable& table, const void* thing);

template <typename T>
Json to_json(const T& thing) {
    auto object = Json::object();
    write_members(object, members_of<T>(), &thing);
    return object;
}

}
