#include "core/files/json.hpp"

#include "core/model/validate/validate.hpp"
#include "generated/assets.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Error error_of(std::string_view members) {
    const auto deal =
        io::read_sample(R"({"middleground_sample":1,"deal":{"id":"d00001","opened":-10)" + std::string(members) + "}}", today());
    return deal ? Error{"no error", {}, {}} : deal.error();
}

}

TEST_CASE("the samples of the program are valid on any day") {
    CHECK(assets::samples().size() >= 3);
    for (const auto& asset : assets::samples()) {
        for (const auto* day : {"2026-06-30", "2028-02-29", "2026-01-01", "2999-01-31"}) {
            const auto today = *Date::parse(day);
            const auto deal = io::read_sample(asset.bytes, today);
            INFO(asset.name << ": " << (deal ? "" : deal.error().message()));
            REQUIRE(deal);
            CHECK(validate(*deal, today).empty());
            CHECK(deal->sample);
            const auto text = io::write_deal(*deal);
            REQUIRE(io::read_deal(text, today));
            CHECK(*io::read_deal(text, today) == *deal);
        }
    }
}

TEST_CASE("days of a sample count from today") {
    const auto deal = io::read_sample(
        R"({"middleground_sample":1,"deal":{"id":"d00001","opened":-10,"targets":[{"on":0,"date":20}],
            "stakeholders":[{"id":"p00001"},{"id":"p00002","created":-3}],
            "interactions":[{"id":"m00001","on":-4}],
            "concerns":[{"id":"w00001","stakeholder":"p00001","events":[{"kind":"raised","on":-2}]}]}})",
        today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    CHECK(deal->opened == today() - 10);
    CHECK(deal->created == today() - 10);
    CHECK(deal->targets[0] == TargetEvent{today(), today() + 20, TargetReason::seller_target, {}});
    CHECK(deal->stakeholders[0].created == today() - 10);
    CHECK(deal->stakeholders[1].created == today() - 3);
    CHECK(deal->interactions[0].created == today() - 4);
    CHECK(deal->concerns[0].created == today() - 2);
}

TEST_CASE("days of a sample are whole numbers within a hundred years") {
    CHECK(error_of("").what == "no error");
    const auto far = error_of(R"(,"targets":[{"on":0,"date":36501}])");
    CHECK(far.what == "Expected a whole number from -36500 to 36500, found the number 36501");
    CHECK(far.where == "deal.targets[0].date");
    CHECK(error_of(R"(,"targets":[{"on":"2026-06-30"}])").what == "Expected days from today as a whole number, found \"2026-06-30\"");
    CHECK(error_of(R"(,"targets":[{"on":0.5}])").what == "Expected days from today as a whole number, found the number 0.5");
    CHECK(error_of(R"(,"targets":[{"on":99999999999999999999}])").where == "deal.targets[0].on");
    CHECK(error_of(R"(,"targets":[{"on":2}])").what.contains("in the future"));
}
