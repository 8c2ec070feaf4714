#include "core/merge/merge_extra.hpp"

namespace middleground::merging {

namespace {

// Where the value or name that begins at `begin` ends: at the first of these characters outside of quotes and brackets.
std::size_t end_of(std::string_view text, std::size_t begin, std::string_view ends) {
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
        } else if (depth == 0 && ends.contains(c)) {
            return i;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::string_view::npos;
}

}

std::optional<std::vector<UnknownMember>> unknown_members(std::string_view extra) {
    std::vector<UnknownMember> members;
    if (extra.empty()) return members;
    if (!extra.starts_with('{') || !extra.ends_with('}')) return {};
    for (std::size_t at = 1; at < extra.size();) {
        const auto colon = end_of(extra, at, ":");
        if (colon == std::string_view::npos) return {};
        const auto end = end_of(extra, colon + 1, ",}");
        if (end == std::string_view::npos) return {};
        members.push_back({std::string(extra.substr(at, colon - at)), std::string(extra.substr(colon + 1, end - colon - 1))});
        at = end + 1;
    }
    return members;
}

std::string extra_of(const std::vector<UnknownMember>& members) {
    if (members.empty()) return {};
    std::string extra;
    for (const auto& member : members) {
        extra += (extra.empty() ? '{' : ',') + member.name + ':' + member.value;
    }
    return extra + '}';
}

}
