#pragma once

#include "app/session/document.hpp"
#include "app/ui/context.hpp"
#include "app/viewmodel/merge/merge_words.hpp"
#include "core/merge/merge.hpp"

#include <string>

namespace middleground {

// What the comparison of the copy that is looked at with the user's own is drawn from.

// The user's own copy of the deal that is looked at; null: there is none.
const Entry* own_copy(const Context& context);

enum class News : std::uint8_t { unknown_deal, same, none, some };
// What the copy that is looked at has for the user.
News news_of(const Context& context, const Entry& mine);
std::string news_words(const Context& context, News news);
const Merge& comparison_of(const Context& context, const Entry& mine);

// "5 changes come in, 1 needs your choice"
std::string merge_title(const Merge& merge);
// How many conflicts have no choice yet.
int open_choices(const Merge& merge, const std::map<MergePlace, MergeSide>& chosen);

// One question, with a choice for each side; merge_conflict.cpp. `number` from 1.
void draw_merge_conflict(const Context& context, const MergeConflict& conflict, int number, float width);

}
