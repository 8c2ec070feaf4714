#include "core/codec/json_extra.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

// The tree was parsed: it is at most max_depth deep.
bool fits(const Json& value, int depth) {
    if (!value.is_structured()) return true;
    if (depth > max_extra_depth) return false;
    if (const auto* list = value.get_ptr<const Json::array_t*>()) {
        return std::all_of(list->begin(), list->end(), [&](const Json& element) { return fits(element, depth + 1); });
    }
    const auto& members = *value.get_ptr<const Json::object_t*>();
    return members.size() <= static_cast<std::size_t>(max_extra_members) &&
           std::all_of(members.begin(), members.end(), [&](const auto& entry) { return fits(entry.second, depth + 1); });
}

}

bool fits_extra(const Json& unknown) {
    return fits(unknown, 1);
}

bool is_extra(std::string_view text) {
    const auto tree = parse_json(text);
    return tree && tree->is_object() && !tree->empty() && fits_extra(*tree) && write_json(*tree, JsonLayout::compact) == text;
}

}
