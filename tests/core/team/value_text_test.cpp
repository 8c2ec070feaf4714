#include "core/team/value_text.hpp"

#include "core/files/json.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

team::DealValue example_value() {
    team::DealValue value;
    value.head = {3, {std::string(22, 'a'), std::string(22, 'b')}, "0123456789ab", "Lena", "ba9876543210", test::today(), "0123456789ab", {}};
    value.deal = {"d00001"};
    value.text = team::shared_text(example_deal());
    return value;
}

}

TEST_CASE("What stands in a value comes out again", "[team]") {
    const auto value = example_value();
    const auto text = team::write_deal_value(value);
    const auto read = team::read_deal_value(text);
    REQUIRE(read);
    CHECK(read->head == value.head);
    CHECK(read->deal == value.deal);
    CHECK(read->text == value.text);
    CHECK(team::write_deal_value(*read) == text);
    auto gone = value;
    gone.farewell = team::Farewell::removed;
    const auto tombstone = team::read_deal_value(team::write_deal_value(gone));
    REQUIRE(tombstone);
    CHECK(tombstone->farewell == team::Farewell::removed);
    CHECK(tombstone->text.empty());
    CHECK(team::read_member_value(team::write_member_value({"0123456789ab", "Lena"})) == team::MemberValue{"0123456789ab", "Lena"});
    const team::Saying saying{"0123456789ab", "Lena", "ba9876543210", 7, true, {"d00001"}};
    CHECK(team::read_saying(team::write_saying(saying)) == saying);
}

TEST_CASE("A value that is cut, of another version or kind, or not in order is an error", "[team]") {
    const auto text = team::write_deal_value(example_value());
    const auto end = text.find('\n');
    for (std::size_t length = 0; length < end; ++length) {
        CHECK_FALSE(team::read_deal_value(text.substr(0, length)));
    }
    const auto with = [&](std::string_view what, std::string_view by) {
        auto changed = text;
        const auto at = changed.find(what);
        REQUIRE(at != std::string::npos);
        return changed.replace(at, what.size(), by);
    };
    CHECK(team::read_deal_value(with("_value\":1", "_value\":2")).error().message().contains("newer version"));
    CHECK_FALSE(team::read_deal_value(with("\"number\":3", "\"number\":0")));
    CHECK_FALSE(team::read_deal_value(with("\"number\":3", "\"number\":-3")));
    CHECK_FALSE(team::read_deal_value(with("\"number\":3", "\"number\":1")));
    CHECK_FALSE(team::read_deal_value(with("aaaaaaaaaaaaaaaaaaaaaa", "aaaa")));
    CHECK_FALSE(team::read_deal_value(with("0123456789ab", "0123456789AB")));
    CHECK_FALSE(team::read_deal_value(with("\"id\":\"d00001\"", "\"id\":\"d0001\"")));
    CHECK_FALSE(team::read_deal_value(with("\"id\"", "\"gone\":\"removed\",\"id\"")));
    CHECK_FALSE(team::read_deal_value(text.substr(0, end)));
    CHECK_FALSE(team::read_deal_value("\xff\xfe{"));
    CHECK_FALSE(team::read_member_value("{\"middleground_team_member\":1,\"id\":\"0123456789ab\"}"));
    CHECK_FALSE(team::read_saying("{}"));
}

TEST_CASE("A deal is shared without what belongs to one place, and packed exactly", "[team]") {
    auto deal = example_deal();
    const auto plain = team::shared_text(deal);
    deal.diary.push_back({.on = test::today()});
    deal.based_on = "0123456789abcdef";
    deal.sample = true;
    CHECK(team::shared_text(deal) == plain);
    CHECK(io::read_deal(plain, test::today()).value() == example_deal());
    const auto mine = team::as_mine(example_deal(), deal);
    CHECK(mine == deal);
    const auto packed = team::packed_deal(plain);
    CHECK(packed.size() < plain.size() / 2);
    CHECK(team::unpacked_deal(packed) == plain);
    for (std::size_t length = 0; length < packed.size(); ++length) {
        CHECK_FALSE(team::unpacked_deal(packed.substr(0, length)));
    }
    CHECK_FALSE(team::unpacked_deal(std::string("\xff\xff\xff\xff\x0f") + packed));
}
