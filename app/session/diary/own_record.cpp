#include "app/session/diary/own_record.hpp"

#include <vector>

namespace middleground {

namespace {

constexpr int year = 365; // days

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    return (hash ^ value) * 0x100000001b3u;
}

}

void OwnRecord::refresh(const Document& document, Date today) {
    std::uint64_t now = mixed(0xcbf29ce484222325u, static_cast<std::uint64_t>(today.days()));
    for (const auto& entry : document.entries) {
        if (is_open(entry.deal.outcome)) continue;
        now = mixed(mixed(now, entry.revision), entry.deal.diary.size());
        now = mixed(now, reinterpret_cast<std::uintptr_t>(&entry)); // what is known points to it
    }
    if (now == seen_) return;
    seen_ = now;
    std::vector<const Deal*> closed;
    for (const auto& entry : document.entries) {
        if (!is_open(entry.deal.outcome)) closed.push_back(&entry.deal);
    }
    all_ = how_good(closed);
    last_year_ = how_good(closed, today - year);
}

}
