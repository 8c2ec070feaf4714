// Every page stands in the table once, and what is offered of it can be told apart.
#include "app/ui/pages.hpp"
#include "app/ui/shell/keys.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace middleground;

TEST_CASE("Pages: each one is in the table once, with a function that draws it", "[pages]") {
    const auto pages = all_pages();
    constexpr auto last = Screen::week;
    CHECK(pages.size() == static_cast<std::size_t>(last) + 1);
    std::set<void (*)(const Context&)> drawn;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
        const auto screen = static_cast<Screen>(i);
        CAPTURE(i);
        CHECK(std::ranges::count(pages, screen, &PageRow::screen) == 1);
        CHECK(page_at(screen).screen == screen);
        REQUIRE(page_at(screen).draw);
        CHECK(drawn.insert(page_at(screen).draw).second);
    }
}

TEST_CASE("Pages: what is offered has an icon and names of its own", "[pages]") {
    std::set<std::string_view> names;
    std::set<std::string_view> tabs;
    for (const auto& page : all_pages()) {
        CAPTURE(page.full_name);
        const bool offered = !page.full_name.empty();
        CHECK((page.icon != nullptr) == offered);
        if (offered) {
            CHECK_FALSE(page.name.empty());
            CHECK(names.insert(page.full_name).second);
        }
        if (!page.tab.empty()) {
            CHECK(offered);
            CHECK(tabs.insert(page.tab).second);
        }
        CHECK(page.key.empty() == (page.chord == ImGuiKey_None));
    }
    CHECK(tabs == std::set<std::string_view>{"Deal", "Plan", "People", "Log", "Today", "Deals", "Week", "Diary"});
}

TEST_CASE("Keys: each does one thing, and those of pages go there", "[pages]") {
    std::set<ImGuiKeyChord> chords;
    std::string pages;
    for (const auto& key : all_keys()) {
        CAPTURE(key.keys);
        CHECK(chords.insert(key.chord).second);
        CHECK((key.run != nullptr) != key.page.has_value());
        if (key.page) pages += key.keys;
    }
    CHECK(pages == "T0W1234FB5H"); // as the help lists them
}
