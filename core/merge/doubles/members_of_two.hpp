#pragma once

#include "core/base/error.hpp"
#include "core/merge/doubles/side_by_side.hpp"
#include "core/merge/merge_words.hpp"
#include "core/model/members/members.hpp"

#include <string>
#include <string_view>
#include <vector>

// How two things of a noun become one by the table of its members, so that new members are taken along; only core/merge/doubles uses it.
namespace middleground::doubling {

// The members that are asked about: those whose rule is `value` and that differ, but for notes, which are put together.
std::vector<FieldOfTwo> fields_of_two(const MemberTable& table, const merging::Words& words, const void* kept, const void* gone);

// Puts every member of both into `out`, which begins as the kept one. `lost` gets what was not chosen, each as "Title: CFO". Lists have the elements of
// both, logs the events of both, of one day those of the kept one last. Members without a rule stay as they are in `out`.
// Fails when something was chosen that is no choice; then `out` is worth nothing.
Result<void> put_together(const MemberTable& table, const merging::Words& words, const void* kept, const void* gone, const FieldChoices& choices, void* out,
                          std::vector<std::string>& lost);

template <typename T>
Result<void> put_together(const merging::Words& words, const T& kept, const T& gone, const FieldChoices& choices, T& out, std::vector<std::string>& lost) {
    return put_together(members_of<T>(), words, &kept, &gone, choices, &out, lost);
}

// Both texts, one under the other; one where it has the other in it.
std::string both_texts(std::string_view one, std::string_view other, std::string_view between = "\n");
// "The other entry said: Title: CFO; Influence: 70"; empty for nothing.
std::string said_by_other(std::string_view beginning, const std::vector<std::string>& lost);

}
