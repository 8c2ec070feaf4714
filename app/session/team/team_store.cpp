#include "app/session/team/team_store.hpp"

#include "app/platform/team_link.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/team/team_session.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

namespace middleground {

namespace {

constexpr std::int64_t again_after_ms = 5000; // where storage refused

// A deal's text waits for the deal: see TeamSession::to_store.
bool waits_for_deal(const Document& document, std::string_view key) {
    if (!key.starts_with(team_prefix)) return false;
    const auto* entry = find_entry(document, DealId{std::string(key.substr(team_prefix.size()))});
    return entry && !is_saved(entry->state);
}

bool waits_for_deal(const Document& document, const team::Order& order) {
    const auto* put = std::get_if<team::Put>(&order);
    if (!put) return false;
    for (const auto& entry : document.entries) {
        if (is_saved(entry.state)) continue;
        const auto* shared = document.team->team.shared(entry.deal.id);
        if (shared && shared->key == put->key) return true;
    }
    return false;
}

// Whether something that waited may go now.
bool is_something_ready(const Document& document, std::int64_t now_ms) {
    const auto& session = *document.team;
    const bool stores = !session.joining && (!session.refused || now_ms - session.refused_ms >= again_after_ms);
    return (stores && std::ranges::any_of(session.to_store, [&](const auto& one) { return !one.second || !waits_for_deal(document, one.first); })) ||
           std::ranges::any_of(session.to_ask, [&](const team::Order& order) { return !waits_for_deal(document, order); });
}

}

void store_team(World world) {
    auto& session = *world.document.team;
    const auto now = world.platform.now_ms();
    if (session.elsewhere || session.joining || (session.refused && now - session.refused_ms < again_after_ms)) return;
    session.refused.reset();
    std::erase_if(session.to_store, [&](const auto& one) {
        const auto& [key, text] = one;
        if (session.refused || (text && waits_for_deal(world.document, key))) return false;
        const auto done = text ? world.platform.write(key, *text) : world.platform.remove(key);
        if (!done) {
            session.refused = done.error();
            session.refused_ms = now;
        }
        return done.has_value();
    });
}

void ask_bucket(World world) {
    auto& session = *world.document.team;
    auto orders = session.team.take_orders();
    for (const auto& order : orders) {
        const auto* put = std::get_if<team::Put>(&order);
        if (!put) continue;
        std::erase_if(session.to_ask, [&](const team::Order& one) {
            const auto* before = std::get_if<team::Put>(&one);
            return before && before->key == put->key;
        });
    }
    session.to_ask.insert(session.to_ask.end(), std::make_move_iterator(orders.begin()), std::make_move_iterator(orders.end()));
    std::vector<team::Order> ready;
    std::erase_if(session.to_ask, [&](team::Order& order) {
        if (waits_for_deal(world.document, order)) return false;
        ready.push_back(std::move(order));
        return true;
    });
    if (!ready.empty()) world.platform.team_link()->ask(std::move(ready));
}

std::optional<std::int64_t> team_waits_ms(const Document& document, std::int64_t now_ms) {
    if (is_something_ready(document, now_ms)) return 0;
    const auto& session = *document.team;
    if (!session.refused) return {};
    return std::max<std::int64_t>(1, session.refused_ms + again_after_ms - now_ms);
}

bool is_team_stored(const Document& document) {
    return !document.team || document.team->elsewhere || document.team->to_store.empty();
}

}
