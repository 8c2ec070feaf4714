#pragma once

#include "tests/support/app/memory_platform.hpp"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace middleground::test {

// Local storage as browsers with a process for each tab have it: a tab reads and writes a copy of its own at once; the browser puts what all
// of them wrote into one order and tells every tab, later. What a tab has written and not been told of is not changed by what others wrote
// before. Which news comes first is thrown with dice.
class LaggingBrowser {
public:
    struct Change {
        std::string key;
        std::optional<std::string> text; // nothing: removed
        std::size_t from = 0;
    };
    struct Tab {
        std::map<std::string, std::string, std::less<>> texts;
        std::map<std::string, int> waiting; // own changes that the browser has not told of yet
        std::deque<Change> outgoing;
        std::deque<Change> incoming;
        std::vector<std::string> heard;
    };

    Tab& tab(std::size_t number) { return tabs_.at(number); }
    void open(std::size_t number) {
        tabs_[number] = {};
        tabs_[number].texts = texts_;
    }
    void write(std::size_t number, std::string key, std::optional<std::string> text) {
        auto& tab = tabs_.at(number);
        put(tab.texts, key, text);
        ++tab.waiting[key];
        tab.outgoing.push_back({std::move(key), std::move(text), number});
    }
    // One change gets one step further; false when there is none.
    bool step(Random& dice) {
        std::vector<std::pair<Tab*, bool>> ways; // true: out
        for (auto& [number, tab] : tabs_) {
            if (!tab.outgoing.empty()) ways.emplace_back(&tab, true);
            if (!tab.incoming.empty()) ways.emplace_back(&tab, false);
        }
        if (ways.empty()) return false;
        auto [tab, out] = ways[dice.below(static_cast<std::uint32_t>(ways.size()))];
        auto& queue = out ? tab->outgoing : tab->incoming;
        const auto change = queue.front();
        queue.pop_front();
        if (out) {
            put(texts_, change.key, change.text);
            for (auto& [number, other] : tabs_) {
                other.incoming.push_back(change);
            }
        } else if (&tabs_.at(change.from) == tab) {
            --tab->waiting[change.key];
        } else {
            if (tab->waiting[change.key] == 0) put(tab->texts, change.key, change.text);
            tab->heard.push_back(change.key);
        }
        return true;
    }
    void settle(Random& dice) {
        while (step(dice)) {}
    }

private:
    static void put(std::map<std::string, std::string, std::less<>>& texts, const std::string& key, const std::optional<std::string>& text) {
        if (text) {
            texts[key] = *text;
        } else {
            texts.erase(key);
        }
    }

    std::map<std::string, std::string, std::less<>> texts_;
    std::map<std::size_t, Tab> tabs_;
};

class LaggingPlatform : public MemoryPlatform {
public:
    LaggingPlatform(LaggingBrowser& browser, std::size_t number) : browser_(browser), number_(number) { browser_.open(number); }

    Result<std::optional<std::string>> read(std::string_view key) override {
        const auto& texts = browser_.tab(number_).texts;
        const auto found = texts.find(key);
        return found == texts.end() ? std::optional<std::string>() : std::optional(found->second);
    }
    Result<void> write(std::string_view key, std::string_view text) override {
        browser_.write(number_, std::string(key), std::string(text));
        return {};
    }
    Result<void> remove(std::string_view key) override {
        if (browser_.tab(number_).texts.contains(key)) browser_.write(number_, std::string(key), std::nullopt);
        return {};
    }
    std::vector<std::string> keys() override {
        std::vector<std::string> keys;
        for (const auto& [key, text] : browser_.tab(number_).texts)
            keys.push_back(key);
        return keys;
    }
    // The keys of storage events since the last call.
    std::vector<std::string> heard() { return std::exchange(browser_.tab(number_).heard, {}); }

private:
    LaggingBrowser& browser_;
    std::size_t number_;
};

}
