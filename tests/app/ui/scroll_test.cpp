// What scrolls moves as a whole: nothing on a page is higher or lower because of where the page stands. Dear ImGui cuts the place of the next
// item to whole pixels, towards the top of the screen from both sides of it, so whatever takes a part of a pixel would shift all below it.
#include "app/ui/pages.hpp"
#include "core/model/buyer_plan.hpp"
#include "tests/app/ui/whole_program.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <map>
#include <ostream>

using namespace middleground;

namespace {

constexpr float step = 301;
constexpr float near = 0.01f;
constexpr float most_shift = 20; // that cutting to pixels could cause

// A size of text, and a screen or a browser's zoom, that do not come out even.
struct Scaling {
    float text;
    float pixel_ratio;
};

// Where the items stand that are whole on the screen and have a label of their own.
std::map<std::string, float> places(const PageFixture& page, const ImRect& view) {
    std::map<std::string, float> tops;
    std::map<std::string, int> times;
    for (const auto& item : page.items()) {
        const auto key = item.label + "\n" + item.value;
        ++times[key];
        if (item.min.y > view.Min.y && item.max.y < view.Max.y) tops[key] = item.min.y;
    }
    std::erase_if(tops, [&](const auto& top) { return times[top.first] > 1; });
    return tops;
}

// From its top to its end; how many items were seen to move with it or to stay.
int scrolls_evenly(whole::WholeProgram& program, ImGuiWindow* window) {
    window->Scroll.y = 0;
    program.draw();
    const auto height = window->ContentSize.y;
    std::map<std::string, float> before;
    int seen = 0;
    for (float y = 0;; y += step) {
        const auto last = window->Scroll.y;
        window->Scroll.y = std::min(y, window->ScrollMax.y);
        const auto by = window->Scroll.y - last;
        program.draw();
        CAPTURE(window->Name, window->Scroll.y);
        REQUIRE(window->ContentSize.y == height);
        auto now = places(program.page, window->InnerRect);
        for (const auto& [label, top] : now) {
            const auto was = before.find(label);
            if (was == before.end()) continue;
            const auto moved = was->second - top;
            // Else it is another one of the same label.
            if (std::abs(moved) > most_shift && std::abs(moved - by) > most_shift) continue;
            ++seen;
            CAPTURE(label, moved, by);
            CHECK((std::abs(moved) < near || std::abs(moved - by) < near));
        }
        before = std::move(now);
        if (window->Scroll.y >= window->ScrollMax.y) return seen;
    }
}

}

TEST_CASE("Scrolling: every page moves as a whole, at every size of text and on every screen", "[scroll]") {
    const auto deal = test::crowded_deal(whole::today, {.interactions = 20});
    for (const auto [text, pixel_ratio] : {Scaling{1, 1}, Scaling{1, 1.25f}, Scaling{1, 2.625f}, Scaling{1.1f, 1}, Scaling{1.15f, 1}, Scaling{1.3f, 1}, Scaling{1.25f, 1.5f}}) {
        for (const ImVec2 size : {ImVec2(390, 844), ImVec2(1440, 700)}) {
            whole::WholeProgram program(deal, size);
            auto& page = program.page;
            page.set_scale(text, pixel_ratio);
            int scrolled = 0;
            const auto scroll_all = [&] {
                program.draw();
                for (auto* window : GImGui->Windows) {
                    if (!window->Active || window->ScrollMax.y <= 0 || (window->Flags & ImGuiWindowFlags_NoScrollWithMouse)) continue;
                    CAPTURE(text, pixel_ratio, size.x);
                    scrolled += scrolls_evenly(program, window) > 0 ? 1 : 0;
                }
            };
            for (const auto screen : {Screen::deal, Screen::commitments, Screen::people, Screen::log, Screen::forecast, Screen::brief, Screen::share,
                                      Screen::playbooks, Screen::diary, Screen::settings, Screen::imports, Screen::deals, Screen::today, Screen::week}) {
                program.go(screen);
                scroll_all();
            }
            show(page.world(), shown::BuyerPlanPage{buyer_plan(deal, page.today), false});
            scroll_all();
            CHECK(scrolled >= 8);
        }
    }
}
