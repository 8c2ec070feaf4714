#include "app/session/document.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

const Entry* own_copy(const Context& context) {
    const auto* preview = preview_of(context.document);
    return preview ? find_entry(context.document, preview->deal.id) : nullptr;
}

const Merge& comparison_of(const Context& context, const Entry& mine) {
    return context.caches.derived.comparison(*preview_of(context.document), mine, context.today);
}

News news_of(const Context& context, const Entry& mine) {
    const auto& theirs = preview_of(context.document)->deal;
    if (same_content(mine.deal, theirs)) return News::same;
    return comparison_of(context, mine).is_nothing() ? News::none : News::some;
}

std::string news_words(const Context& context, News news) {
    switch (news) {
    case News::unknown_deal:
        break;
    case News::same:
        return "You have this deal, and it is identical.";
    case News::none:
        return "You have this deal, with everything in this copy.";
    case News::some: {
        const auto& merge = comparison_of(context, *own_copy(context));
        const auto count = static_cast<int>(merge.changes.size() + merge.conflicts.size());
        return "You have this deal. " + counted(count, "thing differs", "things differ") + '.';
    }
    }
    return "You are looking at a copy.";
}

std::string merge_title(const Merge& merge) {
    const auto changes = static_cast<int>(merge.changes.size());
    const auto conflicts = static_cast<int>(merge.conflicts.size());
    const auto choices = counted(conflicts, "needs your choice", "need your choice");
    if (changes == 0)
        return conflicts == 0 ? "Nothing new comes in" : counted(conflicts, "difference needs", "differences need") + " your choice";
    const auto come = counted(changes, "change comes in", "changes come in");
    return conflicts == 0 ? come : come + ", " + choices;
}

int open_choices(const Merge& merge, const std::map<MergePlace, MergeSide>& chosen) {
    return static_cast<int>(
        std::ranges::count_if(merge.conflicts, [&](const MergeConflict& conflict) { return !chosen.contains(conflict.place); }));
}

}
