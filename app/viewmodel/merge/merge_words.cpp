#include "app/viewmodel/merge/merge_words.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

namespace middleground {

std::string shown_value(const std::string& text) {
    constexpr std::size_t most = 600; // bytes
    if (trimmed(text).empty()) return "Nothing";
    if (text.size() <= most) return text;
    return std::string(cut_to(text, most)) + "\u2026";
}

std::string change_words(const MergeChange& change) {
    switch (change.what) {
    case MergeChange::What::added:
        return "Added";
    case MergeChange::What::removed:
        return "Removed";
    case MergeChange::What::recorded:
        return change.words;
    case MergeChange::What::changed:
        break;
    }
    if (change.place.field == "order") return "Changed";
    return change.label + ": " + (trimmed(change.words).empty() ? "nothing" : change.words);
}

}
