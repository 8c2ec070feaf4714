#pragma once

#include "app/ui/context.hpp"
#include "app/session/update/show.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/surroundings.hpp"
#include "tests/support/app/memory_platform.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Draws one page into an ImGui context without a window and presses what a person would press, by the labels on it.
class PageFixture {
public:
    explicit PageFixture(ImVec2 size = ImVec2(1440, 900));
    ~PageFixture();
    PageFixture(const PageFixture&) = delete;
    PageFixture& operator=(const PageFixture&) = delete;

    // Draws until what was put in has arrived.
    void draw(const std::function<void(const Context&)>& page);
    // The item of that label, or nothing.
    const Item* item(std::string_view label) const;
    const std::vector<Item>& items() const { return items_; }
    bool shows(std::string_view label) const { return item(label) != nullptr; }
    // Whether some item's label or value holds the text.
    bool says(std::string_view text) const;
    // Presses the item in its middle; fails the test when it is not there.
    void press(std::string_view label, const std::function<void(const Context&)>& page);
    // Presses where the pointer is.
    void click(const std::function<void(const Context&)>& page);
    void type(std::string_view text, const std::function<void(const Context&)>& page);
    void press_key(ImGuiKey key, const std::function<void(const Context&)>& page);

    // The only action of that kind so far; fails the test when there is none.
    template <typename A>
    const A& action() const {
        const A* found = nullptr;
        for (const auto& action : actions) {
            if (const auto* one = std::get_if<A>(&action.any())) {
                found = one;
            }
        }
        require(found != nullptr);
        return *found;
    }
    template <typename A>
    bool has_action() const {
        for (const auto& action : actions) {
            if (std::holds_alternative<A>(action.any())) {
                return true;
            }
        }
        return false;
    }
    // Puts a deal in the document and opens it.
    void open(Deal deal);
    // To the list of deals, or to another page.
    void go(Screen screen) { go_to(world(), screen); }
    // Of the text, and device pixels for a logical one.
    void set_scale(float text, float pixel_ratio);
    World world() { return {document, view, platform_, random_}; }

    Document document;
    Caches caches;
    DerivedCache& derived_cache = caches.derived;
    ForecastCache& forecasts = caches.forecasts;
    DealsCache& deals_cache = caches.deals;
    OwnOdds& own_odds = caches.own_odds;
    ViewState view;
    Actions actions; // everything that was asked for
    Date today = Date::from_calendar(2026, 6, 16).value();
    bool read_only = false;
    StorageUsage usage{312 * 1024, 5 * 1024 * 1024};

private:
    static void require(bool held);
    void frame(const std::function<void(const Context&)>& page);

    ImGuiContext* imgui_ = nullptr;
    test::MemoryPlatform platform_;
    Theme theme_;
    Random random_{1};
    std::vector<Item> items_;
    ImVec2 size_;
};

}
