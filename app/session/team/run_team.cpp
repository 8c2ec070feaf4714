#include "app/session/team/run_team.hpp"

#include "app/platform/team_link.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/join_team.hpp"
#include "app/session/team/team_effects.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/session/team/team_session.hpp"
#include "app/session/team/team_store.hpp"
#include "core/files/json.hpp"
#include "core/merge/merge.hpp"
#include "core/team/value_text.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace middleground {

namespace {

std::vector<team::StoredText> stored_texts(Platform& platform) {
    std::vector<team::StoredText> texts;
    for (const auto& key : platform.keys()) {
        if (!key.starts_with(team_prefix) || key == colleagues_key || key == names_key) continue;
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

void read_names(World world) {
    const auto text = world.platform.read(names_key);
    if (text && *text) world.document.team->names = names_in(**text);
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
    session.to_ask.clear();
    session.refused.reset();
    read_names(world);
}

std::optional<Deal> deal_in(const std::string& packed, Date today) {
    const auto text = team::unpacked_deal(packed);
    if (packed.empty() || !text) return {};
    auto deal = io::read_deal(*text, today);
    if (!deal) return {};
    return std::move(*deal);
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

// What members are called, for when there is no connection.
void note_names(TeamSession& session) {
    if (!knows_members(session) || session.joining) return;
    std::map<std::string, std::string> names;
    for (const auto& member : session.team.members()) {
        names.emplace(member.id, member.name);
    }
    if (names == session.names) return;
    session.to_store[std::string(names_key)] = names_text(names);
    session.names = std::move(names);
}

// What the user changed, took away or brought back since the last time.
void tell_changes(const Document& document, TeamSession& session, InField in_field, std::int64_t now_ms) {
    if (in_field == InField::no) session.team.left_field();
    if (session.document_seen == document.next_revision && session.entries_seen == document.entries.size()) return;
    session.document_seen = document.next_revision;
    session.entries_seen = document.entries.size();
    auto gone = std::exchange(session.known, {});
    for (const auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        if (!session.team.shared(id)) continue;
        const auto known = gone.find(id);
        const auto typing = in_field == InField::yes && entry.history.is_typing() ? team::Typing::yes : team::Typing::no;
        if (known == gone.end() || known->second != entry.revision) session.team.changed(id, now_ms, typing);
        if (known != gone.end()) gone.erase(known);
        session.known.emplace(id, entry.revision);
    }
    for (const auto& [id, revision] : gone) {
        if (const auto* shared = session.team.shared(id)) session.removed[id] = shared->base;
        session.team.changed(id, now_ms);
    }
}

// A deal that was taken out of the list here, and stands there again as it was then: what colleagues changed meanwhile comes into it, so that it does not
// look as if the user had taken that back.
void bring_back_whole(World world) {
    auto& document = world.document;
    auto& session = *document.team;
    if (session.document_seen == document.next_revision && session.entries_seen == document.entries.size()) return;
    for (auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        const auto* shared = session.team.shared(id);
        if (!shared || session.known.contains(id) || !shared->removed_here) continue;
        const auto now_there = deal_in(shared->base, world.platform.today());
        const auto left = session.removed.find(id);
        const auto base = left == session.removed.end() ? std::optional<Deal>() : deal_in(left->second, world.platform.today());
        session.removed.erase(id);
        if (!now_there || (base && same_content(*base, *now_there))) continue;
        return take_over(world, entry, base ? &*base : nullptr, *now_there); // the next one in the next frame: the list may have moved
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

void hear_of_team(World world, const team::Told& told) {
    const auto session = world.document.team;
    if (!session) return;
    // The connection has come to this window: what the other one last knew is in storage.
    if (std::exchange(session->elsewhere, false)) read_again(world);
    // What was not asked for yet is of a connection that is gone.
    if (std::holds_alternative<team::Up>(told) || std::holds_alternative<team::Down>(told)) session->to_ask.clear();
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
    read_names(world);
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
    // What came is in the document before anything of the document is sent.
    if (!session->joining) apply_team_effects(world);
    machine.tick(local_of(world.document), now, world.platform.today());
    if (session->joining) {
        see_whether_joined(world);
        if (world.document.team != session) return;
    }
    if (!session->joining) apply_team_effects(world);
    note_sharing(world);
    note_names(*session);
    store_team(world);
    ask_bucket(world);
}

void run_team(World world, InField in_field) {
    if (world.document.has_membership) start_team(world);
    const auto session = world.document.team;
    if (!session || session->elsewhere) return;
    say_team_news(world);
    const auto now = world.platform.now_ms();
    const auto before = std::pair(session->document_seen, session->open);
    if (!session->joining) {
        bring_back_whole(world);
        tell_changes(world.document, *session, in_field, now);
        tell_where(world.document, *session, now);
    }
    const auto due = team_wake_in_ms(world.document, now);
    if (before != std::pair(session->document_seen, session->open) || (due && *due <= 0)) settle_team(world);
}

std::optional<std::int64_t> team_wake_in_ms(const Document& document, std::int64_t now_ms) {
    if (document.has_membership) return 0;
    const auto* session = document.team.get();
    if (!session || session->elsewhere) return {};
    const auto waiting = team_waits_ms(document, now_ms);
    const auto wake = session->team.wake_in_ms(now_ms);
    return waiting && wake ? std::min(*waiting, *wake) : waiting ? waiting : wake;
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
