#include "app/session/diary/beliefs.hpp"

#include "core/diary/diary.hpp"

namespace middleground {

void put_down_beliefs(Document& document, std::span<const Believed> beliefs, std::int64_t now_ms) {
    for (const auto& [id, revision, belief] : beliefs) {
        auto* entry = find_entry(document, id);
        if (!entry || entry->revision != revision || entry->deal.sample || !is_open(entry->deal.outcome)) continue;
        if (!put_down(entry->deal.diary, belief, belief.on)) continue;
        if (!entry->diary_since_ms) entry->diary_since_ms = now_ms;
    }
}

}
