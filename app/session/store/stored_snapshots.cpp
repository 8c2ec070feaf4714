#include "app/session/store/stored_snapshots.hpp"

#include "core/files/link/snapshot_link.hpp"

#include <algorithm>
#include <ranges>
#include <vector>

namespace middleground {

namespace {

// One line each: the name, a space, the snapshot as a link's fragment.
struct StoredSnapshot {
    std::string name;
    std::string link;
};

std::vector<StoredSnapshot> snapshots_of(Platform& platform, const DealId& id) {
    std::vector<StoredSnapshot> stored;
    const auto text = platform.read(snapshots_key(id));
    if (!text || !*text) return stored;
    for (std::string_view rest = **text; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto space = line.find(' ');
        if (space != std::string_view::npos) stored.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    }
    return stored;
}

std::optional<Deal> find_snapshot(Platform& platform, const DealId& id, std::string_view name) {
    if (name.empty()) return {};
    for (const auto& one : snapshots_of(platform, id)) {
        if (one.name != name) continue;
        auto deal = io::decode_link(one.link, platform.today());
        if (deal && deal->id == id) return std::move(*deal);
    }
    return {};
}

// Logs only grow: a copy of a deal has everything that had happened before.
template <typename Thing>
bool has_grown(const std::vector<Thing>& before, const Deal& copy) {
    return std::ranges::all_of(before, [&](const Thing& earlier) {
        const auto* later = find(copy, earlier.id);
        return !later || std::ranges::equal(
                             earlier.events, later->events | std::views::take(earlier.events.size()), {},
                             [](const auto& event) { return std::pair(event.kind, event.on); },
                             [](const auto& event) { return std::pair(event.kind, event.on); });
    });
}

bool may_come_from(const Deal& copy, const Deal& base) {
    const auto is_known = [&](const auto& thing) { return find(copy, thing.id) != nullptr; };
    const auto interactions = std::ranges::count_if(base.interactions, is_known);
    return has_grown(base.commitments, copy) && has_grown(base.concerns, copy) && has_grown(base.promises, copy) &&
           (base.interactions.empty() || interactions > 0);
}

}

std::string snapshots_key(const DealId& id) {
    return "snapshots/" + id.text;
}

void store_snapshot(Platform& platform, const Deal& snapshot, std::string_view needed) {
    const auto link = io::encode_archive(snapshot);
    if (!link || link->size() > static_cast<std::size_t>(most_snapshot_characters)) return;
    auto stored = snapshots_of(platform, snapshot.id);
    const auto name = io::snapshot_name(snapshot);
    std::erase_if(stored, [&](const StoredSnapshot& one) { return one.name == name; });
    stored.push_back({name, *link});
    const auto characters = [&] {
        std::size_t sum = 0;
        for (const auto& one : stored) {
            sum += one.link.size();
        }
        return sum;
    };
    while (stored.size() > static_cast<std::size_t>(most_snapshots) || characters() > static_cast<std::size_t>(most_snapshot_characters)) {
        const auto oldest = std::find_if(stored.begin(), stored.end() - 1, [&](const StoredSnapshot& one) { return one.name != needed; });
        stored.erase(oldest == stored.end() - 1 ? stored.begin() : oldest);
    }
    std::string text;
    for (const auto& one : stored) {
        text += one.name + ' ' + one.link + '\n';
    }
    // When storage is full the deals themselves need the room more.
    static_cast<void>(platform.write(snapshots_key(snapshot.id), text));
}

void drop_snapshots(Platform& platform, const DealId& id) {
    static_cast<void>(platform.remove(snapshots_key(id)));
}

std::optional<Deal> common_snapshot(Platform& platform, const Deal& mine, const Deal& theirs) {
    if (auto base = find_snapshot(platform, mine.id, theirs.based_on)) return base;
    auto base = find_snapshot(platform, mine.id, mine.based_on);
    if (base && !may_come_from(theirs, *base)) base.reset();
    return base;
}

}
