#pragma once

#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// How long a link is for the places that people paste it into.
enum class LinkLength : std::uint8_t { fits_everywhere, too_long_for_discord, too_long_for_chat };
LinkLength link_length(int characters);
// "2,312 characters".
std::string characters_words(int characters);
// "fits Slack, too long for Discord".
std::string_view length_words(LinkLength length);
// "2312" as "2,312".
std::string grouped(int number);

// At most `characters` of an ASCII text: its beginning and its end with an ellipsis between them.
std::string shortened_middle(std::string_view text, int characters);

// One line of what a link or file holds of this deal, with how much of it there is.
struct Content {
    std::string what;
    bool is_private = false; // nothing to show to the buyer
};
std::vector<Content> internal_contents(const Deal& deal);

// What to look at before the buyer reads it: "Some texts say “they” ...", with the first of them; empty when none does.
std::string about_the_buyer_words(const BuyerPlan& plan);

}
