#pragma once

#include "core/team/team_json.hpp"
#include "core/team/value_text.hpp"

// The head of a value as members of an object; only core/team uses it.
namespace middleground::team {

void append_head(Json& object, const Head& head);
// Without the nonce. `most_trail` elements at most, each the name of sealed bytes.
void read_head(MembersReader& reader, Head& head);

std::string_view words_of(Farewell farewell); // empty for none
void read_farewell(MembersReader& reader, std::string_view name, Farewell& farewell);
void read_deal_id(MembersReader& reader, std::string_view name, DealId& id, bool needed);

}
