// 5,000 deals: figures to read, never a test of time: app_tests "[many-deals]" prints what a frame of each page over all deals costs.
#include "app/session/update/update.hpp"
#include "app/ui/shell/shell.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h> // the order of windows

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("what frames over 5,000 deals cost", "[.][many-deals]") {
    PageFixture page(ImVec2(1440, 900));
    page.today = test::today();
    for (int i = 0; i < 5000; ++i) {
        auto deal = calm_deal();
        deal.id = {"d" + std::to_string(10000 + i)};
        deal.account = "Account " + std::to_string(i);
        deal.tags = {{i % 3 == 0 ? "rail" : "food"}};
        deal.fields = {{"Region", FieldKind::choice, i % 2 == 0 ? "North" : "South"}};
        deal.notes = "What was said of them at the fair, and why they look for something else than last year, number " + std::to_string(i);
        auto& entry = page.document.entries.emplace_back();
        entry.deal = std::move(deal);
        entry.revision = page.document.next_revision++;
    }
    const auto draw = [&](const Context& context) {
        ImGui::BringWindowToDisplayBack(ImGui::GetCurrentWindow());
        draw_shell(context);
    };
    using Clock = std::chrono::steady_clock;
    const auto milliseconds = [](Clock::time_point since) { return std::chrono::duration<double, std::milli>(Clock::now() - since).count(); };
    constexpr int frames = 4; // of a draw
    const auto measure = [&](const char* name, Screen screen) {
        page.go(screen);
        const auto before = Clock::now();
        page.draw(draw);
        const double opening = milliseconds(before) / frames;
        double worst = 0;
        double all = 0;
        constexpr int draws = 100;
        for (int i = 0; i < draws; ++i) {
            ImGui::GetIO().AddMousePosEvent(700, 600);
            ImGui::GetIO().AddMouseWheelEvent(0, -3);
            const auto since = Clock::now();
            page.draw(draw);
            const double one = milliseconds(since) / frames;
            worst = std::max(worst, one);
            all += one;
        }
        std::printf("%-24s the first %8.1f ms, then on average %6.2f ms, at most %6.2f ms\n", name, opening, all / draws, worst);
    };
    measure("Deals", Screen::deals);
    page.view.deals.marks = {{"Region", "North"}};
    measure("Deals, by a field", Screen::deals);
    page.view.deals.marks.clear();
    page.view.deals.query = "fair number 4321";
    measure("Deals, searched", Screen::deals);
    page.view.deals.query.clear();
    measure("Today", Screen::today);
    measure("Week", Screen::week);
}
