#include "core/io/json.hpp"

#include "tests/support/example_deal.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Error error_of(std::string_view text) {
    const auto deals = io::read_backup(text, today());
    return deals ? Error{"no error", {}, {}} : deals.error();
}

}

TEST_CASE("a backup brings every deal back, in order") {
    std::vector<Deal> deals;
    Random random(7);
    for (int i = 0; i < 40; ++i) {
        deals.push_back(odd_deal(random));
    }
    const auto text = io::write_backup(deals);
    const auto read = io::read_backup(text, today());
    REQUIRE((read ? "" : read.error().message()) == "");
    CHECK(*read == deals);
    CHECK(io::write_backup(*read) == text);
    CHECK(io::write_backup({}) == "{\n  \"middleground_backup\": 1,\n  \"deals\": []\n}\n");
    CHECK(io::read_backup(io::write_backup({}), today())->empty());
}

TEST_CASE("what stood beside a deal in its own file travels in the backup") {
    const std::string_view text = R"({"middleground":1,"deal":{"id":"d00001","opened":"2026-06-30","y":2},"by":"another program"})";
    const auto deal = *io::read_deal(text, today());
    const auto deals = io::read_backup(io::write_backup({deal}), today());
    REQUIRE(deals);
    CHECK(io::write_deal_compact(deals->front()) == text);
}

TEST_CASE("a backup is read as a whole or not at all") {
    auto other = example_deal();
    other.id = {"d00002"};
    auto text = io::write_backup({example_deal(), other});
    CHECK(io::read_backup(text, today())->size() == 2);
    text.replace(text.rfind("\"finance\""), 9, "\"trading\"");
    CHECK(error_of(text).where == "deals[1].stakeholders[0].function");
    other.stakeholders[0].influence = 101;
    const auto error = error_of(io::write_backup({example_deal(), other}));
    CHECK(error.what == "The influence is 101");
    CHECK(error.where == "deals[1], stakeholder 1, \"Elena Brandt\"");
}

TEST_CASE("what is no backup is refused") {
    CHECK(error_of("").what == "The file is empty");
    CHECK(error_of(io::write_deal(example_deal())).what == "This is a deal, not a backup of several deals");
    CHECK(error_of(R"({"middleground_backup": 1})").what == "The list \"deals\" is missing");
    CHECK(error_of(R"({"middleground_backup": 1, "deals": {}})").what == "The list \"deals\" is missing");
    CHECK(error_of(R"({"middleground_backup": 1, "deals": [7]})").where == "deals[0]");
    CHECK(error_of(R"({"middleground_backup": 2, "deals": []})").what == "This file was made by a newer version of Middleground");
    const auto twice = error_of(io::write_backup({example_deal(), example_deal()}));
    CHECK(twice.what == "The same deal is in the backup twice");
    CHECK(twice.where == "id d00001");
}

TEST_CASE("a backup that was cut off anywhere is refused") {
    const auto text = io::write_backup({example_deal()});
    for (std::size_t length = 0; length + 1 < text.size(); ++length) {
        REQUIRE_FALSE(io::read_backup(std::string_view(text).substr(0, length), today()));
    }
}
