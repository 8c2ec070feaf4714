#include "core/diary/believed_by.hpp"

#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("another playbook, or other steps in it, is another model") {
    Playbook playbook;
    playbook.id = "p";
    playbook.steps.resize(2);
    const auto before = believed_by(&playbook);
    CHECK(before / 0x10000 == forecast_edition);
    CHECK(believed_by(&playbook) == before);
    CHECK(believed_by(nullptr) != before);
    playbook.steps[1].days_mode = 5;
    CHECK(believed_by(&playbook) != before);
    playbook.steps[1].days_mode = 0;
    playbook.steps[1].odds_a = 1.5; // as an own deal that closes moves it
    CHECK(believed_by(&playbook) == before);
    playbook.title = "A name says nothing";
    CHECK(believed_by(&playbook) == before);
}

// Whoever changes what the forecast says changes the golden file, and ends here: the edition goes up by one, and the new sum is written down.
TEST_CASE("a forecast that says something else is another edition") {
    constexpr std::uint32_t sum_of_edition_4 = 381554546u;
    const auto golden = source_file("tests/golden/forecasts.txt");
    std::uint32_t sum = 0x811c9dc5u;
    bool counts = true; // the rest of each line is about dates and draws
    for (const char c : golden) {
        counts = c == '\n' || (counts && c != ';');
        if (counts) sum = (sum ^ static_cast<unsigned char>(c)) * 0x01000193u;
    }
    INFO("forecast_edition in core/diary/believed_by.hpp goes up by one, and the sum here becomes " << sum);
    CHECK(forecast_edition == 4);
    CHECK(sum == sum_of_edition_4);
}
