#include "app/session/team/team_keys.hpp"

#include "core/base/text.hpp"

namespace middleground {

std::string names_text(const std::map<std::string, std::string>& names) {
    std::string text;
    for (const auto& [id, name] : names) {
        text += id + '\t' + name + '\n';
    }
    return text;
}

std::map<std::string, std::string> names_in(std::string_view text) {
    constexpr std::size_t most = 10'000;
    std::map<std::string, std::string> names;
    while (!text.empty() && names.size() < most) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        if (const auto tab = line.find('\t'); tab != std::string_view::npos && !first_invalid_utf8(line)) names.emplace(line.substr(0, tab), line.substr(tab + 1));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return names;
}

std::string colleagues_text(const Document& document) {
    std::string text;
    for (const auto& entry : document.entries) {
        if (entry.sharing == Sharing::colleagues) text += entry.deal.id.text + '\n';
    }
    return text;
}

void mark_colleagues(Document& document, std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (auto* entry = find_entry(document, DealId{std::string(text.substr(0, end))})) entry->sharing = Sharing::colleagues;
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

}
