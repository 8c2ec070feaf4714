#include "app/viewmodel/share_data.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("where a link of some length fits") {
    CHECK(link_length(1900) == LinkLength::fits_everywhere);
    CHECK(link_length(1901) == LinkLength::too_long_for_discord);
    CHECK(link_length(4000) == LinkLength::too_long_for_discord);
    CHECK(link_length(4001) == LinkLength::too_long_for_chat);
    CHECK(characters_words(2312) == "2,312 characters");
    CHECK(characters_words(1) == "1 character");
    CHECK(length_words(link_length(2312)) == "fits Slack, too long for Discord");
}

TEST_CASE("numbers are grouped by thousands") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(1234567) == "1,234,567");
    CHECK(grouped(-123456) == "-123,456");
}

TEST_CASE("a link is shortened in its middle") {
    CHECK(shortened_middle("https://host/#d1.abcdef", 40) == "https://host/#d1.abcdef");
    CHECK(shortened_middle("abcdefghij", 9) == "abcdef\xE2\x80\xA6ij");
    CHECK(shortened_middle("abcdefghij", 1) == "\xE2\x80\xA6");
    CHECK(shortened_middle("abcdefghij", 0) == "\xE2\x80\xA6");
}

TEST_CASE("what goes into an internal link is what the deal has") {
    Deal deal;
    CHECK(internal_contents(deal).empty());
    deal.stakeholders.resize(7);
    deal.notes = "They had a bad year";
    deal.amount = Money{18400000, "EUR"};
    const auto contents = internal_contents(deal);
    REQUIRE(contents.size() == 4);
    CHECK(contents[0].what == "7 people with titles and functions");
    CHECK_FALSE(contents[0].is_private);
    CHECK(contents[1].is_private);
    CHECK(contents[2].what == "The amount, \u20AC184,000");
    CHECK(contents[3].what == "Your private notes on the deal");
    CHECK(contents[3].is_private);
}

TEST_CASE("tags, links and how a deal ended are named as private in an internal link") {
    Deal deal;
    deal.tags = {{"food"}, {"peak"}};
    deal.links = {{"Offer 3", "https://example.com/offer"}};
    deal.lesson = "Meet Tom earlier";
    deal.outcome = Won{};
    const auto contents = internal_contents(deal);
    REQUIRE(contents.size() == 4);
    CHECK(contents[0].what == "2 tags");
    CHECK(contents[1].what == "1 link to documents");
    CHECK(contents[2].what == "How it ended and why");
    CHECK(contents[3].what == "The lesson you noted");
    for (const auto& content : contents) {
        CHECK(content.is_private);
    }
}

TEST_CASE("texts that speak of the buyer as they are pointed out before the buyer reads them") {
    BuyerPlan plan;
    plan.steps.resize(2);
    plan.steps[0].title = "Review";
    plan.steps[0].done_when = "Twenty cases are checked";
    plan.steps[1].value = {{"A test on your own data"}};
    CHECK(about_the_buyer_words(plan).empty());
    plan.steps[1].value.push_back({"A test on their own data, with the failures listed first"});
    CHECK(about_the_buyer_words(plan).contains("\u201cA test on their own data, with the failures listed first\u201d"));
    plan.steps[0].done_when = "They have checked it";
    CHECK(about_the_buyer_words(plan).contains("\u201cThey have checked it\u201d"));
}
