// Windows on the same storage, driven against each other: whatever was typed in one of them is in storage or in a window at the end.
#include "app/session/store/store.hpp"
#include "app/session/store/store_news.hpp"
#include "app/platform/native/native_hold.hpp"
#include "app/platform/native/native_storage.hpp"
#include "tests/support/app/lagging_storage.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <thread>

#include <unistd.h>

using namespace middleground;
using middleground::test::LaggingBrowser;
using middleground::test::LaggingPlatform;
using middleground::test::MemoryPlatform;

namespace {

// A window on any platform, which types people with names of their own.
template <typename AnyPlatform>
struct Typing {
    template <typename... Values>
    explicit Typing(std::uint64_t seed, Values&&... values) : platform(std::forward<Values>(values)...), random(seed) {
        platform.next_seed = seed;
        for (const auto& asset : assets::playbooks())
            document.playbooks.push_back(io::read_playbook(asset.bytes).value());
        load_all(document, platform);
    }
    World world() { return {document, view, platform, random}; }
    void act(const Action& action) { update(world(), action); }
    void type(const std::string& name) {
        if (document.entries.empty()) return;
        if (open_id(document).empty()) act(action::OpenDeal{document.entries.front().deal.id, Screen::people});
        Stakeholder person;
        person.id = StakeholderId::make(random);
        person.created = platform.today();
        person.name = name;
        act(apply_edit(edit::PutStakeholder{person}));
    }
    void flush() { save(document, platform, SaveWhen::now); }
    void hear(const std::string& key = {}) { take_storage_change(world(), key); }
    bool keep_all() {
        bool any = false;
        for (bool again = true; again;) {
            again = false;
            for (const auto& entry : document.entries) {
                if (!conflict_of(entry.state)) continue;
                act(action::KeepBoth{DealId(entry.deal.id)});
                any = again = true;
                break;
            }
        }
        return any;
    }

    AnyPlatform platform;
    Document document;
    ViewState view;
    Random random;
};

void add_names(std::set<std::string>& names, const Document& document) {
    for (const auto& entry : document.entries) {
        for (const auto& person : entry.deal.stakeholders) {
            names.insert(person.name);
        }
    }
}

std::size_t lost(const std::set<std::string>& typed, const std::set<std::string>& found) {
    return static_cast<std::size_t>(std::ranges::count_if(typed, [&](const std::string& name) { return !found.contains(name); }));
}

// A folder that goes with the test.
struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("middleground-drive-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

// The desktop's storage without its window.
struct FolderPlatform : MemoryPlatform {
    explicit FolderPlatform(std::filesystem::path path) : stored(std::move(path)) {}
    Result<std::optional<std::string>> read(std::string_view key) override { return stored.read(key); }
    Result<void> write(std::string_view key, std::string_view text) override { return stored.write(key, text); }
    Result<void> remove(std::string_view key) override { return stored.remove(key); }
    std::vector<std::string> keys() override { return stored.keys(); }
    std::unique_ptr<StorageHold> hold_storage() override { return hold_folder(stored.folder()); }
    bool holds_surely() override { return true; }
    NativeStorage stored;
};

}

TEST_CASE("two tabs that hear late of each other lose none of 600 edits, whichever saves last") {
    std::set<std::string> typed;
    std::size_t missing = 0;
    int conflicts = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Random dice(seed);
        LaggingBrowser browser;
        Typing<LaggingPlatform> a(seed * 10 + 1, browser, 0);
        a.act(action::CreateDeal{"Pilot", "Acme", "small-quick"});
        a.flush();
        browser.settle(dice);
        Typing<LaggingPlatform> b(seed * 10 + 2, browser, 1);
        const std::array<Typing<LaggingPlatform>*, 2> tabs{&a, &b};
        std::set<std::string> here;
        for (int i = 0; i < 20; ++i) {
            auto& tab = *tabs[dice.below(2)];
            const auto name = std::to_string(seed) + "-" + std::to_string(i);
            tab.type(name);
            here.insert(name);
            switch (dice.below(5)) {
            case 0: // in the same instant
                a.flush();
                b.flush();
                break;
            case 1:
                tab.flush();
                break;
            case 2:
                browser.step(dice);
                break;
            case 3:
                browser.settle(dice);
                break;
            default:
                break;
            }
            for (auto* one : tabs) {
                for (const auto& key : one->platform.heard()) {
                    one->hear(key);
                }
                if (dice.below(4) == 0 && one->keep_all()) ++conflicts;
            }
        }
        for (int round = 0; round < 6; ++round) {
            for (auto* one : tabs) {
                one->flush();
            }
            browser.settle(dice);
            for (auto* one : tabs) {
                for (const auto& key : one->platform.heard()) {
                    one->hear(key);
                }
                if (one->keep_all()) ++conflicts;
            }
        }
        std::set<std::string> found;
        Typing<LaggingPlatform> next(seed * 10 + 3, browser, 2);
        add_names(found, next.document);
        missing += lost(here, found);
        typed.insert(here.begin(), here.end());
    }
    CHECK(typed.size() == 600);
    CHECK(missing == 0);
    CHECK(conflicts > 10); // or the tabs never met
}

TEST_CASE("a tab and a desktop's window on one storage lose none of 600 edits") {
    std::set<std::string> typed;
    std::size_t missing = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random dice(seed);
        Folder folder;
        Typing<FolderPlatform> tab(seed * 10 + 1, folder.path);
        tab.act(action::CreateDeal{"Pilot", "Acme", "small-quick"});
        tab.flush();
        Typing<FolderPlatform> desktop(seed * 10 + 2, folder.path);
        std::set<std::string> here;
        for (int i = 0; i < 30; ++i) {
            const auto name = std::to_string(seed) + "/" + std::to_string(i);
            here.insert(name);
            if (dice.below(2) == 0) {
                tab.type(name);
                if (dice.below(2) == 0) tab.flush();
            } else {
                // The desktop hears of others only when its window is entered, and saves when it is left.
                if (dice.below(2) == 0) desktop.hear();
                desktop.type(name);
                if (dice.below(2) == 0) desktop.flush();
            }
            if (dice.below(3) != 0) tab.hear();
            if (dice.below(5) == 0) tab.keep_all();
            if (dice.below(5) == 0) desktop.keep_all();
        }
        for (int round = 0; round < 4; ++round) {
            for (auto* one : {&tab, &desktop}) {
                one->flush();
                one->hear();
                one->keep_all();
            }
        }
        std::set<std::string> found;
        Typing<FolderPlatform> next(seed * 10 + 3, folder.path);
        add_names(found, next.document);
        missing += lost(here, found);
        typed.insert(here.begin(), here.end());
    }
    CHECK(typed.size() == 600);
    CHECK(missing == 0);
}

TEST_CASE("two desktop programs that save at once lose none of 300 edits") {
    Folder folder;
    {
        Typing<FolderPlatform> first(1, folder.path);
        first.act(action::CreateDeal{"Pilot", "Acme", "small-quick"});
        first.flush();
    }
    constexpr int edits = 150;
    const auto drive = [&](std::uint64_t seed) {
        Typing<FolderPlatform> program(seed, folder.path);
        for (int i = 0; i < edits; ++i) {
            program.type(std::to_string(seed) + ":" + std::to_string(i));
            program.flush();
            program.keep_all();
            if (i % 3 == 0) program.hear();
        }
        for (int round = 0; round < 4; ++round) {
            program.flush();
            program.hear();
            program.keep_all();
        }
    };
    std::thread a(drive, 11);
    std::thread b(drive, 12);
    a.join();
    b.join();
    Typing<FolderPlatform> next(13, folder.path);
    std::set<std::string> found;
    add_names(found, next.document);
    std::set<std::string> typed;
    for (int i = 0; i < edits; ++i) {
        typed.insert("11:" + std::to_string(i));
        typed.insert("12:" + std::to_string(i));
    }
    CHECK(lost(typed, found) == 0);
}

TEST_CASE("a tab whose storage is full now and then, and another one, lose none of 600 edits") {
    std::set<std::string> typed;
    std::size_t missing = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Random dice(seed);
        auto storage = std::make_shared<test::MemoryStorage>();
        Typing<MemoryPlatform> full(seed * 10 + 1, storage);
        full.act(action::CreateDeal{"Pilot", "Acme", "small-quick"});
        full.flush();
        Typing<MemoryPlatform> other(seed * 10 + 2, storage);
        std::set<std::string> here;
        for (int i = 0; i < 20; ++i) {
            const auto name = std::to_string(seed) + "+" + std::to_string(i);
            here.insert(name);
            if (dice.below(2) == 0) {
                storage->capacity = dice.below(3) == 0 ? 1u << 30 : storage->used();
                full.type(name);
                full.flush();
                if (dice.below(3) == 0) full.act(action::RetrySave{});
                storage->capacity = 1u << 30;
            } else {
                other.type(name);
                other.flush();
            }
            for (auto* one : {&full, &other}) {
                if (dice.below(2) == 0) one->hear();
                if (dice.below(6) == 0) one->keep_all();
            }
        }
        for (int round = 0; round < 4; ++round) {
            for (auto* one : {&full, &other}) {
                one->flush();
                one->hear();
                one->keep_all();
            }
        }
        std::set<std::string> found;
        Typing<MemoryPlatform> next(seed * 10 + 3, storage);
        add_names(found, next.document);
        missing += lost(here, found);
        typed.insert(here.begin(), here.end());
    }
    CHECK(typed.size() == 600);
    CHECK(missing == 0);
}
