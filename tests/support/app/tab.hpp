#pragma once

#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/update.hpp"
#include "app/session/update/update_open.hpp"
#include "core/files/json.hpp"
#include "generated/assets.hpp"
#include "tests/support/app/memory_platform.hpp"

#include <memory>

namespace middleground::test {

// One tab of the program without a window: document, view state and a platform on storage that other tabs may share.
struct Tab {
    explicit Tab(std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>(), std::uint64_t seed = 1,
                 std::optional<Date> day = {})
        : platform(std::move(storage), seed), random(seed) {
        if (day) platform.day = *day;
        for (const auto& asset : assets::playbooks())
            document.playbooks.push_back(io::read_playbook(asset.bytes).value());
        load_all(document, platform);
        list_own_playbooks(document);
    }
    World world() { return {document, view, platform, random}; }
    void act(const Action& action) { update(world(), action); }
    // Starts a deal and saves it.
    DealId start(const std::string& title) {
        act(action::CreateDeal{title, "Acme", "small-quick"});
        save_all();
        return open_id(document);
    }
    void rename(const std::string& title) {
        edit::SetDeal edit;
        edit.title = title;
        act(apply_edit(edit));
    }
    void save_all() { save(document, platform, SaveWhen::now); }
    const std::string& text_of(const DealId& id) { return platform.storage->texts.at(deal_key(id)); }
    const std::string& title(const DealId& id) { return find_entry(document, id)->deal.title; }

    MemoryPlatform platform;
    Document document;
    ViewState view;
    Random random;
};

}
