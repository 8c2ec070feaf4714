#include "app/session/team/run_team.hpp"

#include "app/platform/team_link.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/join_team.hpp"
#include "app/session/team/team_effects.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/team/team_session.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace middleground {

namespace {

std::vector<team::StoredText> stored_texts(Platform& platform) {
    std::vector<team::StoredText> texts;
    for (const auto& key : platform.keys()) {
        if (!key.starts_with(team_prefix) || key == colleagues_key) continue;
        if (auto text = platform.read(key); text && *text) texts.push_back({key, std::move(**text)});
    }
    return texts;
}

team::Team made(Platform& platform, team::Membership membership) {
    const auto texts = stored_texts(platform);
    return {std::move(membership), texts, [&platform](std::span<unsigned char> bytes) { return platform.entropy(bytes); }};
}

team::Team::Local local_of(const Document& document) {
    return [&document](const DealId& id) -> const Deal* {
        const auto* entry = find_entry(document, id);
        return entry ? &entry->deal : nullptr;
    };
}

// What is shared as storage has it by now, which another tab or window wrote.
void read_again(World world) {
    auto& session = *world.document.team;
    auto membership = session.team.membership();
    if (const auto text = world.platform.read(team_key); text && *text) {
        if (auto read = team::read_membership(**text)) membership = std::move(*read);
    }
    session.team = made(world.platform, std::move(membership));
    session.known.clear();
    session.document_seen = 0;
    session.open = {};
    session.to_store.clear();
    session.refused.reset();
}

// Which deals are shared, and whose they are: for what is for today, and for the first picture of the next start.
void note_sharing(World world) {
    auto& document = world.document;
    auto& session = *document.team;
    bool changed = false;
    for (auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        const auto state = session.team.state_of(id);
        const bool shared = state != team::Sync::local && state != team::Sync::gone;
        const auto sharing = !shared ? Sharing::alone : session.team.is_owner(id) ? Sharing::mine : Sharing::colleagues;
        changed = changed || sharing != entry.sharing;
        entry.sharing = sharing;
    }
    if (changed) ++session.revision;
    if (session.elsewhere || session.joining) return;
    auto text = colleagues_text(document);
    if (text == session.colleagues) return;
    session.to_store[std::string(colleagues_key)] = text;
    session.colleagues = std::move(text);
}

// What the user changed, took away or brought back since the last time.
void tell_changes(const Document& document, TeamSession& session, std::int64_t now_ms) {
    if (session.document_seen == document.next_revision && session.entries_seen == document.entries.size()) return;
    session.document_seen = document.next_revision;
    session.entries_seen = document.entries.size();
    auto gone = std::exchange(session.known, {});
    for (const auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        if (!session.team.shared(id)) continue;
        const auto known = gone.find(id);
        if (known == gone.end() || known->second != entry.revision) session.team.changed(id, now_ms);
        if (known != gone.end()) gone.erase(known);
        session.known.emplace(id, entry.revision);
    }
    for (const auto& [id, revision] : gone) {
        session.team.changed(id, now_ms);
    }
}

// Colleagues see who has which deal open; what was changed in one counts as looked at when it is left.
void tell_where(const Document& document, TeamSession& session, std::int64_t now_ms) {
    const auto* preview = preview_of(document);
    const auto open = preview && preview->of_team ? preview->deal.id : open_id(document);
    if (open == session.open) return;
    if (!session.open.empty()) session.team.looked(session.open);
    session.open = open;
    session.team.opened(open.empty() ? std::nullopt : std::optional(open), now_ms);
}

// A deal's text waits for the deal: see TeamSession::to_store.
bool waits_for_deal(const Document& document, std::string_view key) {
    if (!key.starts_with(team_prefix)) return false;
    const auto* entry = find_entry(document, DealId{std::string(key.substr(team_prefix.size()))});
    return entry && !is_saved(entry->state);
}

constexpr std::int64_t again_after_ms = 5000; // where storage refused

void store(World world) {
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

void hear_of_team(World world, const team::Told& told) {
    const auto session = world.document.team;
    if (!session) return;
    // The connection has come to this window: what the other one last knew is in storage.
    if (std::exchange(session->elsewhere, false)) read_again(world);
    session->team.hear(told, local_of(world.document), world.platform.now_ms(), world.platform.today());
    settle_team(world);
}

void hear_of_team_elsewhere(World world) {
    const auto session = world.document.team;
    if (!session) return;
    if (session->joining) {
        fail_joining(world, {"Not joined: Middleground is connected to a team in " + world.document.elsewhere, {}, "Close that one, then try again."});
        return;
    }
    session->elsewhere = true;
    session->conflicts.clear();
    read_again(world);
    note_sharing(world);
}

}

void connect_team(World world, team::Membership membership, bool joining) {
    auto* link = world.platform.team_link();
    if (!link) return;
    TeamAddress address{membership.server, membership.login};
    world.document.team = std::make_shared<TeamSession>(TeamSession{.team = made(world.platform, std::move(membership)), .joining = joining});
    auto& session = *world.document.team;
    session.colleagues = colleagues_text(world.document);
    note_sharing(world);
    link->open(address);
    settle_team(world);
}

void start_team(World world) {
    if (!std::exchange(world.document.has_membership, false) || world.document.team) return;
    const auto text = world.platform.read(team_key);
    if (!text || !*text) return;
    auto membership = team::read_membership(**text);
    if (!membership) {
        world.view.error = Error{"What is stored of your team cannot be read", membership.error().what, "Your deals are all here. Join again by the invitation."};
        return;
    }
    connect_team(world, std::move(*membership), false);
}

void hear_team_event(World world, const PlatformEvent& event) {
    if (const auto* told = std::get_if<event::TeamTold>(&event)) {
        hear_of_team(world, told->told);
    } else if (std::holds_alternative<event::TeamElsewhere>(event)) {
        hear_of_team_elsewhere(world);
    } else if (const auto* server = std::get_if<event::TeamServerRead>(&event)) {
        take_team_server(world, server->text);
    }
}

void hear_of_team_storage(World world, std::string_view key) {
    const bool any = key.empty();
    if (!any && !is_of_team(key)) return;
    const auto session = world.document.team;
    const auto text = any || key == team_key ? world.platform.read(team_key) : Result<std::optional<std::string>>(std::string());
    if (!text) return;
    if (!session) {
        world.document.has_membership = text->has_value() && !text->value().empty();
        return start_team(world);
    }
    if (session->joining) return;
    if (!*text) {
        const auto name = session->team.membership().server.name;
        end_team(world);
        return show_toast(world.view, world.platform, "You left " + name + " in " + world.document.elsewhere + ". Your deals stay here", false);
    }
    if (!session->elsewhere) return;
    read_again(world);
    note_sharing(world);
}

void settle_team(World world) {
    const auto session = world.document.team; // it may end in here
    if (!session) return;
    const auto now = world.platform.now_ms();
    auto& machine = session->team;
    if (session->elsewhere) {
        static_cast<void>(machine.take_effects());
        static_cast<void>(machine.take_orders());
        return;
    }
    machine.tick(local_of(world.document), now, world.platform.today());
    if (session->joining) {
        see_whether_joined(world);
        if (world.document.team != session) return;
    }
    if (!session->joining) apply_team_effects(world);
    note_sharing(world);
    store(world);
    if (auto orders = machine.take_orders(); !orders.empty()) world.platform.team_link()->ask(std::move(orders));
}

void run_team(World world) {
    if (world.document.has_membership) start_team(world);
    const auto session = world.document.team;
    if (!session || session->elsewhere) return;
    say_team_news(world);
    const auto now = world.platform.now_ms();
    const auto before = std::pair(session->document_seen, session->open);
    if (!session->joining) {
        tell_changes(world.document, *session, now);
        tell_where(world.document, *session, now);
    }
    const auto due = team_wake_in_ms(world.document, now);
    if (before != std::pair(session->document_seen, session->open) || (due && *due <= 0)) settle_team(world);
}

std::optional<std::int64_t> team_wake_in_ms(const Document& document, std::int64_t now_ms) {
    if (document.has_membership) return 0;
    const auto* session = document.team.get();
    if (!session || session->elsewhere) return {};
    auto wake = session->team.wake_in_ms(now_ms);
    if (!session->joining && !session->to_store.empty()) {
        const auto again = session->refused ? std::max<std::int64_t>(0, session->refused_ms + again_after_ms - now_ms) : save_delay_ms;
        wake = std::min(wake.value_or(again), again);
    }
    return wake;
}

bool is_team_stored(const Document& document) {
    return !document.team || document.team->elsewhere || document.team->to_store.empty();
}

void end_team(World world) {
    if (auto* link = world.platform.team_link()) link->close();
    world.document.team.reset();
    world.document.has_membership = false;
    for (auto& entry : world.document.entries) {
        entry.sharing = Sharing::alone;
    }
}

}
