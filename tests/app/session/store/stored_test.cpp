// app/session/store/stored.hpp: every way of a deal between this window and storage, and what the user sees of it.
#include "app/session/store/store_news.hpp"
#include "app/session/store/stored.hpp"

#include "app/session/store/store_entry.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

constexpr const char* long_title = "Mine, in so many words that there is no room for them where storage is full: 0123456789 0123456789 0123456789";

// The first word of a title stands for it.
std::string short_title(const Deal& deal) {
    auto name = deal.title.substr(0, deal.title.find(','));
    if (deal.title.ends_with("(mine)") && !name.ends_with("(mine)")) name += " (mine)";
    return name;
}

std::string titles(const Document& document) {
    std::vector<std::string> all;
    for (const auto& entry : document.entries) {
        all.push_back(short_title(entry.deal) + (entry.archived ? " archived" : ""));
    }
    std::ranges::sort(all);
    std::string text;
    for (const auto& one : all) {
        text += (text.empty() ? "" : " + ") + one;
    }
    return text.empty() ? "-" : text;
}

// What is said of the deals, in one word each.
std::string said(const Document& document) {
    std::string text;
    for (const auto& entry : document.entries) {
        const auto words = words_of(entry.state, "D", "another tab");
        if (!words) continue;
        text += text.empty() ? "" : " + ";
        const auto& strong = words->strong;
        text += strong.starts_with("Not saved")        ? "not saved"
                : strong.contains("was changed in")    ? "changed too"
                : strong.contains("was removed in")    ? "removed"
                : strong.contains("was emptied")       ? "emptied"
                : strong.contains("cannot read")       ? "unreadable"
                                                       : "?";
    }
    return text.empty() ? "nothing" : text;
}

struct Case {
    explicit Case(std::string_view state) {
        id = mine.start("Base");
        theirs = std::make_unique<Tab>(storage, 2);
        theirs->act(action::OpenDeal{id, Screen::deal});
        if (state == "dirty") mine.rename("Mine");
        if (state == "failed") {
            storage->capacity = storage->used();
            mine.rename(long_title);
            mine.save_all();
            full = true;
        }
        if (state == "conflict") {
            theirs->rename("Early");
            theirs->save_all();
            mine.rename("Mine");
            mine.save_all();
        }
    }
    // Another window always has room for what it does; afterwards there is none for ours.
    void other(std::string_view did) {
        storage->capacity = 1u << 30;
        if (did == "changed") {
            theirs->rename("Other");
            theirs->save_all();
        } else if (did == "removed") {
            theirs->act(action::RemoveDeal{id});
            theirs->save_all();
        } else if (did == "archived") {
            theirs->act(action::ArchiveDeal{id});
        } else if (did == "newer") {
            storage->texts[deal_key(id)] = R"({"middleground": 99, "deal": {}})";
        } else if (did == "cleared") {
            storage->texts.clear();
        }
        if (full) storage->capacity = storage->used();
    }
    void tell() {
        take_storage_change(mine.world(), deal_key(id));
        take_storage_change(mine.world(), archive_key(id));
    }
    void act(std::string_view what) {
        if (what == "focus") take_storage_change(mine.world(), {});
        if (what == "blur") mine.save_all();
        if (what == "archive") mine.act(action::ArchiveDeal{id});
        if (what == "keep") mine.act(action::KeepBoth{id});
        if (what == "load") mine.act(action::LoadTheirs{id});
        if (what == "undo") mine.act(action::Undo{});
        if (what != "focus" && what != "reload") mine.save_all();
    }
    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    Tab mine{storage};
    std::unique_ptr<Tab> theirs;
    DealId id;
    bool full = false;
};

constexpr std::array states{"saved", "dirty", "failed", "conflict"};
constexpr std::array deeds{"nothing", "changed", "removed", "archived", "newer", "cleared"};
constexpr std::array acts{"focus", "blur", "archive", "keep", "load", "undo", "reload"};

// What is said once the window has heard of it: a row for each state, a column for each deed.
constexpr std::array<std::array<const char*, 6>, 4> words_after{{
    {"nothing", "nothing", "nothing", "nothing", "unreadable", "emptied"},
    {"nothing", "changed too", "removed", "nothing", "unreadable", "emptied"},
    {"not saved", "changed too", "removed", "not saved", "unreadable", "emptied"},
    {"changed too", "changed too", "removed", "changed too", "unreadable", "emptied"},
}};

}

TEST_CASE("what the user sees of every state after whatever another window did") {
    for (std::size_t row = 0; row < states.size(); ++row) {
        for (std::size_t column = 0; column < deeds.size(); ++column) {
            const std::string state = states[row];
            const std::string deed = deeds[column];
            INFO(state + ", " + deed);
            Case one(state);
            one.other(deed);
            one.tell();
            CHECK(said(one.mine.document) == words_after[row][column]);
            // Only what is in this window alone is asked about when it closes.
            CHECK(keeps_something_here(one.mine.document) == (state != "saved" || deed == "cleared"));
            if (said(one.mine.document) == "not saved") CHECK_FALSE(is_saved(one.mine.document));
        }
    }
}

TEST_CASE("every state, whatever another window does, told or not, whatever the user does then: neither side is lost, nothing returns unasked") {
    for (const std::string state : states) {
        for (const std::string deed : deeds) {
            for (const std::string act : acts) {
                for (const bool told : {true, false}) {
                    INFO(state + ", " + deed + (told ? ", told, " : ", not told, ") + act);
                    Case one(state);
                    one.other(deed);
                    if (told) one.tell();
                    one.act(act);
                    const Tab next(one.storage, 3);
                    const auto both = titles(one.mine.document) + " | " + titles(next.document);
                    // Ours, unless the user gave it up.
                    const bool gave_up = act == "load" || act == "undo" || act == "reload";
                    if (state != "saved" && !gave_up) CHECK(both.contains("Mine"));
                    // Theirs, unless the user has seen it here and took it back.
                    const bool took_back = state == "saved" && told && act == "undo";
                    if (deed == "changed" && !took_back) CHECK(both.contains("Other"));
                    if (deed == "newer") CHECK(one.storage->texts.at(deal_key(one.id)).contains("99"));
                    // What was removed stays so, unless the user wants it back.
                    if ((deed == "removed" || deed == "cleared") && act != "keep" && !took_back) CHECK(next.document.entries.empty());
                }
            }
        }
    }
}
