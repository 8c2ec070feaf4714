#include "app/session/document.hpp"

#include <algorithm>

namespace middleground {

Entry* find_entry(Document& document, const DealId& id) {
    const auto found = std::ranges::find(document.entries, id, [](const Entry& entry) { return entry.deal.id; });
    return found == document.entries.end() ? nullptr : &*found;
}

const Entry* find_entry(const Document& document, const DealId& id) {
    const auto found = std::ranges::find(document.entries, id, [](const Entry& entry) { return entry.deal.id; });
    return found == document.entries.end() ? nullptr : &*found;
}

bool is_set_aside(const Document& document, std::string_view key) {
    return std::ranges::find(document.damaged, key, &Damaged::key) != document.damaged.end();
}

const Playbook* find_playbook(const Document& document, std::string_view id) {
    const auto found = std::ranges::find(document.playbooks, id, &Playbook::id);
    return found == document.playbooks.end() ? nullptr : &*found;
}

}
