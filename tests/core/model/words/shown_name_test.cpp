#include "core/model/words/shown_name.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("what has no name is called by words, and blanks are no name") {
    CHECK(text_or(" Pilot ", "none") == "Pilot");
    CHECK(text_or("", "none") == "none");
    CHECK(text_or(" \t", "none") == "none");
    CHECK(shown_title(Commitment{.title = " "}) == "No title yet");
    CHECK(shown_title(Commitment{.title = "Agree on a date"}) == "Agree on a date");
}

TEST_CASE("a deal goes by its account, else by its title") {
    Deal deal;
    CHECK(deal_name(deal) == "Untitled deal");
    deal.title = "Pilot";
    CHECK(deal_name(deal) == "Pilot");
    deal.account = "Acme";
    CHECK(deal_name(deal) == "Acme");
    deal.account = "  ";
    CHECK(deal_name(deal) == "Pilot");
}

TEST_CASE("people are listed by their names, in the order given") {
    Deal deal;
    deal.stakeholders = {{.id = StakeholderId{"elena0"}, .name = "Elena Brandt"}, {.id = StakeholderId{"tom000"}, .name = "Tom Reyes"}};
    CHECK(joined_names(deal, {}) == "");
    CHECK(joined_names(deal, {StakeholderId{"tom000"}}) == "Tom Reyes");
    CHECK(joined_names(deal, {StakeholderId{"tom000"}, StakeholderId{"elena0"}, StakeholderId{"gone00"}}) ==
          "Tom Reyes, Elena Brandt and somebody");
}
