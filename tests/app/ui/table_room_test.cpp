// In a window of any width, the column that says what a row is keeps its room; the others go before it.
#include "app/ui/pages.hpp"
#include "tests/app/ui/whole_program.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

using namespace middleground;

TEST_CASE("Tables: what a row is called has room in a window of any width", "[table]") {
    constexpr float least = 100;
    const auto deal = test::crowded_deal(whole::today, {.interactions = 5});
    struct Named {
        Screen screen;
        std::string_view column;
    };
    for (const auto& [screen, column] : {Named{Screen::commitments, "Commitment"}, Named{Screen::people, "Person"}, Named{Screen::deals, "Deal"}}) {
        int tables = 0;
        for (float width = 700; width <= 1600; width += 20) {
            whole::WholeProgram program(deal, ImVec2(width, 3000));
            program.go(screen);
            for (const auto& item : program.page.items()) {
                if (item.label != column || item.role != ItemRole::button) continue;
                ++tables;
                CAPTURE(column, width);
                CHECK(item.max.x - item.min.x >= least);
            }
        }
        CHECK(tables > 20);
    }
}
