#include "core/base/math/exact_math.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using Catch::Approx;

TEST_CASE("exponential, logarithm and gamma function agree with the library's") {
    for (double x = -600; x <= 600; x += 0.37) {
        INFO(x);
        REQUIRE(exponential(x) == Approx(std::exp(x)).epsilon(1e-14));
        REQUIRE(logistic(x / 20) == Approx(1 / (1 + std::exp(-x / 20))).epsilon(1e-14));
        REQUIRE(log_one_plus_exp(x / 20) == Approx(std::log1p(std::exp(x / 20))).epsilon(1e-13).margin(1e-15));
    }
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        INFO(x);
        REQUIRE(logarithm(x) == Approx(std::log(x)).epsilon(1e-14).margin(1e-15));
    }
    for (double x = 1e-6; x < 3e6; x *= 1.037) {
        INFO(x);
        REQUIRE(log_gamma(x) == Approx(std::lgamma(x)).epsilon(1e-13).margin(1e-13));
    }
    CHECK(exponential(0) == 1);
    CHECK(logarithm(1) == 0);
    CHECK(exponential(-1e9) == 0);
    CHECK(exponential(1e9) > 1e300);
    CHECK(logarithm(0) < -700);
    CHECK(logarithm(-1) == logarithm(0));
}
