#include "app/session/team/team_keys.hpp"

namespace middleground {

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
