#pragma once

#include "core/base/date.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace middleground {

// Where in a deal a text stands.
enum class TextPlace : std::uint8_t { name, person, plan, log, concern, promise, alternative, tag, field, link, notes, lesson, outcome, ask };

// A text of a deal, and which thing it belongs to: `index` is its place in the list of its kind, of the deal's own texts 0.
struct DealText {
    TextPlace place = TextPlace::name;
    std::size_t index = 0;
    std::string_view text;
};

// Every text that people wrote, what they look for first coming first: names, then the log from its newest entry back. Empty ones are left out.
void for_each_text(const Deal& deal, const std::function<void(const DealText&)>& take);

// "in the log, 3 Jun", "with Dana Kovac", "in Region"; empty for what names the deal.
std::string place_words(const Deal& deal, TextPlace place, std::size_t index, Date today);

}
