#pragma once

#include "app/platform/team_link.hpp"
#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_news.hpp"
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_session.hpp"
#include "app/session/team/team_store.hpp"
#include "app/session/update/update.hpp"
#include "app/session/update/update_open.hpp"
#include "core/files/json.hpp"
#include "core/team/membership.hpp"
#include "generated/assets.hpp"
#include "tests/support/app/memory_platform.hpp"
#include "tests/support/bucket_double.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Tabs and programs of several people that share a team's bucket: all of the session, without a window.
namespace middleground::test {

class TeamPlatform;

// What tabs of one browser share: storage, and which of them is connected.
struct TeamBrowser {
    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    std::vector<TeamPlatform*> tabs; // the first that asked is connected
};

inline team::Server server_of_team() {
    return {"00112233445566778899aabbccddeeff", "Brightwater Sales", "/team", {"tls://nats1.brightwater.example:4222"}, "middleground", 1};
}
inline constexpr std::string_view team_passphrase = "four words make it";
// What must never leave the device.
inline constexpr std::string_view team_password = "pw-marker-7391";
inline team::Key key_of_team(unsigned char fill = 'K') {
    team::Key key;
    key.bytes.fill(fill);
    return key;
}
inline std::string invitation_to_team(std::string user, team::Key key = key_of_team()) {
    return team::write_invitation({server_of_team(), {std::move(user), std::string(team_password)}, key}, "https://example.org/");
}

// One end of the wire to the bucket.
class FakeTeamLink : public TeamLink {
public:
    FakeTeamLink(Wire& wire, std::size_t client, MemoryPlatform& platform) : wire_(wire), client_(client), platform_(platform) {}

    void open(const TeamAddress& address) override {
        opened = address;
        is_open = true;
        ++openings;
        if (refuses) {
            platform_.events.push_back(event::TeamTold{team::Down{{"The team's server refused the login", {}, "Ask whoever runs it for your user and password."}, true}});
        } else if (has_lock && !has_lock()) {
            platform_.events.push_back(event::TeamElsewhere{});
        } else {
            connect();
        }
    }
    void close() override {
        if (is_open) wire_.cut(client_);
        is_open = false; // nothing is told of it any more
    }
    void ask(std::vector<team::Order> orders) override { wire_.ask(client_, std::move(orders), platform_.clock_ms); }

    // The network comes and goes.
    void connect() {
        if (!is_open || wire_.is_connected(client_)) return;
        if (network) wire_.connect(client_);
        else platform_.events.push_back(event::TeamTold{team::Down{{"The team's server does not answer", {}, {}}, false}});
    }
    void go_offline() {
        network = false;
        wire_.cut(client_);
    }
    void come_back() {
        network = true;
        if (!has_lock || has_lock()) connect();
    }

    std::optional<TeamAddress> opened;
    std::function<bool()> has_lock;
    bool is_open = false;
    bool network = true;
    bool refuses = false;
    int openings = 0;

private:
    Wire& wire_;
    std::size_t client_;
    MemoryPlatform& platform_;
};

class TeamPlatform : public MemoryPlatform {
public:
    TeamPlatform(Wire& wire, std::size_t client, std::shared_ptr<TeamBrowser> in, std::uint64_t first_seed)
        : MemoryPlatform(in->storage, first_seed), link(wire, client, *this), browser(std::move(in)), chance_(first_seed * 77) {
        browser->tabs.push_back(this);
        link.has_lock = [this] { return browser->tabs.front() == this; };
        drawn = 0;
    }
    ~TeamPlatform() override {
        std::erase(browser->tabs, this);
        if (link.is_open) link.close();
        if (!browser->tabs.empty() && browser->tabs.front()->link.is_open) browser->tabs.front()->link.connect();
    }

    TeamLink* team_link() override { return has_link ? &link : nullptr; }
    void ask_team_server() override {
        ++asked_server;
        events.push_back(event::TeamServerRead{server_text});
    }
    bool entropy(std::span<unsigned char> bytes) override {
        for (auto& byte : bytes) {
            byte = static_cast<unsigned char>(chance_.next() >> 32);
        }
        return !no_entropy;
    }
    Result<std::optional<std::string>> read(std::string_view key) override {
        reads.push_back(std::string(key));
        return MemoryPlatform::read(key);
    }
    Result<void> write(std::string_view key, std::string_view text) override {
        auto written = MemoryPlatform::write(key, text);
        if (written) tell(key);
        return written;
    }
    Result<void> remove(std::string_view key) override {
        auto removed = MemoryPlatform::remove(key);
        if (removed) tell(key);
        return removed;
    }

    bool prefers_dark() override { return dark; }

    bool dark = false;
    FakeTeamLink link;
    std::shared_ptr<TeamBrowser> browser;
    bool has_link = true;
    int asked_server = 0;
    int drawn = 0;
    Result<std::string> server_text = team::write_server(server_of_team());
    std::vector<std::string> reads;

private:
    void tell(std::string_view key) {
        for (auto* tab : browser->tabs) {
            if (tab != this) tab->events.push_back(event::StorageChanged{std::string(key)});
        }
    }
    Random chance_;
};

// One tab, driven as app.cpp drives the session.
struct TeamTab {
    TeamTab(Wire& wire, std::size_t client, std::shared_ptr<TeamBrowser> browser = std::make_shared<TeamBrowser>(), std::uint64_t seed = 0)
        : platform(wire, client, std::move(browser), seed == 0 ? client + 1 : seed), random(platform.next_seed), wire_(wire), client_(client) {
        for (const auto& asset : assets::playbooks())
            document.playbooks.push_back(io::read_playbook(asset.bytes).value());
        load_all(document, platform);
        list_own_playbooks(document);
    }
    World world() { return {document, view, platform, random}; }
    void act(const Action& action) { update(world(), action); }
    void ask_team(AnyTeamAction asked) { act(action::OfTeam{std::move(asked)}); }

    void frame(std::int64_t now_ms) {
        platform.clock_ms = now_ms;
        for (auto& told : wire_.arrived(client_, now_ms)) {
            if (platform.link.is_open) platform.events.push_back(event::TeamTold{std::move(told)});
        }
        if (view.toast && now_ms - view.toast->since_ms > 8000) view.toast.reset();
        for (const auto& event : platform.take_events()) {
            if (const auto* changed = std::get_if<event::StorageChanged>(&event)) {
                take_storage_change(world(), changed->key);
                hear_of_team_storage(world(), changed->key);
            } else {
                hear_team_event(world(), event);
            }
        }
        if (platform.drawn++ > 0) run_team(world());
        const auto due = next_save_in_ms(document, now_ms);
        if (due && *due <= 0) save(document, platform, SaveWhen::when_due);
        if (view.toast) said.push_back(view.toast->text);
    }

    const Deal& deal(const DealId& id) const { return find_entry(document, id)->deal; }
    bool has(const DealId& id) const { return find_entry(document, id) != nullptr; }
    DealId start(const std::string& title) {
        act(action::CreateDeal{title, "Acme", "small-quick"});
        return open_id(document);
    }
    void set(const DealId& id, const std::function<void(edit::SetDeal&)>& change) {
        edit::SetDeal edit;
        change(edit);
        act(action::Apply{{edit}, {}, {}, false, id});
    }
    void rename(const DealId& id, const std::string& title) {
        set(id, [&](edit::SetDeal& edit) { edit.title = title; });
    }
    void account(const DealId& id, const std::string& account) {
        set(id, [&](edit::SetDeal& edit) { edit.account = account; });
    }
    const team::Team& team() const { return document.team->team; }
    bool has_said(std::string_view words) const {
        return std::ranges::any_of(said, [&](const std::string& one) { return one.find(words) != std::string::npos; });
    }

    TeamPlatform platform;
    Document document;
    ViewState view;
    Random random;
    std::vector<std::string> said; // in toasts

private:
    Wire& wire_;
    std::size_t client_;
};

// Some of them, and the time that passes for all.
struct TeamWorldOfTabs {
    explicit TeamWorldOfTabs(std::size_t count, std::size_t clients = 6, std::uint64_t seed = 1) : wire(bucket, clients, seed) {
        for (std::size_t i = 0; i < count; ++i) {
            tabs.push_back(std::make_unique<TeamTab>(wire, i));
        }
    }
    TeamTab& operator[](std::size_t index) { return *tabs[index]; }
    void run(std::int64_t ms) {
        for (const auto end = now_ms + ms; now_ms < end; now_ms += 20) {
            for (auto& tab : tabs) {
                if (tab) tab->frame(now_ms);
            }
        }
    }
    // By an invitation.
    void join(std::size_t index, const std::string& name) {
        auto& tab = *tabs[index];
        open_link(tab.world(), invitation_to_team("user" + std::to_string(index)));
        tab.view.team.join->name = name;
        tab.ask_team(team_action::Join{});
        run(400);
    }
    // Ended without a word, and started again on the same storage.
    void restart(std::size_t index) {
        auto browser = tabs[index]->platform.browser;
        const auto seed = tabs[index]->platform.next_seed + 1000;
        tabs[index].reset();
        tabs[index] = std::make_unique<TeamTab>(wire, index, browser, seed);
    }

    BucketDouble bucket;
    Wire wire;
    std::vector<std::unique_ptr<TeamTab>> tabs;
    std::int64_t now_ms = 10'000;
};

}
