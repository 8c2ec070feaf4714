#include "core/base/error.hpp"

#include <catch2/catch_test_macros.hpp>

using middleground::Error;

TEST_CASE("an error is one readable line") {
    CHECK(Error{"Not imported", "line 14", "Type the date as 2026-06-30."}.message() ==
          "Not imported (line 14). Type the date as 2026-06-30.");
    CHECK(Error{"Not imported", {}, {}}.message() == "Not imported.");
}
