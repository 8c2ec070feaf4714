#include "app/session/kept_snapshots.hpp"

#include "core/files/link/snapshot_link.hpp"

#include <algorithm>
#include <ranges>
#include <vector>

namespace middleground {

namespace {

// One line each: the name, a space, the snapshot as a link's fragment.
struct Kept {
    std::string name;
    std::string link;
};

std::vector<Kept> kept_of(Platform& platform, const DealId& id) {
    std::vector<Kept> kept;
    const auto text = platform.read(snapshots_key(id));
    if (!text || !*text) return kept;
    for (std::string_view rest = **text; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto space = line.find(' ');
        if (space != std::string_view::npos) kept.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    }
    return kept;
}

std::optional<Deal> find_kept(Platform& platform, const DealId& id, std::string_view name) {
    if (name.empty()) return {};
    for (const auto& one : kept_of(platform, id)) {
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

void keep_snapshot(Platform& platform, const Deal& snapshot, std::string_view needed) {
    const auto link = io::encode_archive(snapshot);
    if (!link || link->size() > static_cast<std::size_t>(most_snapshot_characters)) return;
    auto kept = kept_of(platform, snapshot.id);
    const auto name = io::snapshot_name(snapshot);
    std::erase_if(kept, [&](const Kept& one) { return one.name == name; });
    kept.push_back({name, *link});
    const auto characters = [&] {
        std::size_t sum = 0;
        for (const auto& one : kept) {
            sum += one.link.size();
        }
        return sum;
    };
    while (kept.size() > static_cast<std::size_t>(most_snapshots) || characters() > static_cast<std::size_t>(most_snapshot_characters)) {
        const auto oldest = std::find_if(kept.begin(), kept.end() - 1, [&](const Kept& one) { return one.name != needed; });
        kept.erase(oldest == kept.end() - 1 ? kept.begin() : oldest);
    }
    std::string text;
    for (const auto& one : kept) {
        text += one.name + ' ' + one.link + '\n';
    }
    // When storage is full the deals themselves need the room more.
    static_cast<void>(platform.write(snapshots_key(snapshot.id), text));
}

void drop_snapshots(Platform& platform, const DealId& id) {
    static_cast<void>(platform.remove(snapshots_key(id)));
}

std::optional<Deal> kept_base(Platform& platform, const Deal& mine, const Deal& theirs) {
    if (auto base = find_kept(platform, mine.id, theirs.based_on)) return base;
    auto base = find_kept(platform, mine.id, mine.based_on);
    if (base && !may_come_from(theirs, *base)) base.reset();
    return base;
}

}
