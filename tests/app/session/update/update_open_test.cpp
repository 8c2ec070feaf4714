#include "app/session/update/update_open.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;
using middleground::test::Tab;

TEST_CASE("of several files that cannot be read, each is named until the message is closed") {
    Tab tab;
    open_file(tab.world(), "june.json", "{");
    REQUIRE(tab.view.error);
    const auto alone = *tab.view.error;
    CHECK(alone.where.starts_with("june.json"));
    open_file(tab.world(), "may.json", "{");
    CHECK(tab.view.error->what == alone.what);
    CHECK(tab.view.error->where.contains("june.json"));
    CHECK(tab.view.error->where.contains("may.json"));

    open_file(tab.world(), "e.json", "{"); // the end of the other names
    CHECK(tab.view.error->where.contains("; e.json"));

    const auto both = *tab.view.error;
    open_file(tab.world(), "may.json", "{");
    CHECK(*tab.view.error == both);

    for (int n = 0; n < 100; ++n) open_file(tab.world(), "deal " + std::to_string(n) + ".json", "{");
    CHECK(tab.view.error->where.size() < 500);
    CHECK(tab.view.error->where.ends_with("; and more"));

    tab.view.error.reset();
    open_file(tab.world(), "april.json", "{");
    CHECK(!tab.view.error->where.contains("june.json"));
}

TEST_CASE("a file that cannot be read for another reason has a message of its own") {
    Tab tab;
    refuse_file(tab.view, {"The file cannot be read", "june.csv: it is larger than 64 MiB", "Choose another file."});
    refuse_file(tab.view, {"The part that looks at files did not load", "may.csv", "Check the connection."});
    CHECK(*tab.view.error == Error{"The part that looks at files did not load", "may.csv", "Check the connection."});
}
