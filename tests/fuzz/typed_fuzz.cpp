// Any text as what a person types for a day, an amount and an address: refused with words, or read into something that reads back.

#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/base/web_link.hpp"
#include "tests/fuzz/require.hpp"

using namespace middleground;
using namespace middleground::fuzz;

namespace {

void read_day(std::string_view text, DateDirection lean) {
    const auto today = *Date::parse("2026-06-30");
    const auto reading = read_typed_date(text, today, lean);
    if (const auto* error = std::get_if<Error>(&reading)) {
        require_words(*error);
    } else if (const auto* day = std::get_if<Date>(&reading)) {
        const auto words = short_date(*day, *day + 800) + (day->year() == (*day + 800).year() ? ' ' + std::to_string(day->year()) : "");
        require(read_typed_date(words, today, lean) == DateReading(*day), "a day reads back from its words");
    }
    for (std::size_t from = 0; from < text.size() && from < 200; ++from) {
        const auto found = find_date_phrase(text, from, today, lean);
        require(!found || (found->begin == from && found->end > from && found->end <= text.size()), "a day lies inside of its text");
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto lean : {DateDirection::past, DateDirection::nearest, DateDirection::future}) {
        read_day(text, lean);
    }
    if (const auto money = parse_typed_money(text, "EUR")) {
        require(money->minor >= 0 && parse_typed_money(format_money(*money), "EUR") == *money, "an amount reads back");
    } else {
        require_words(money.error());
    }
    if (const auto link = parse_typed_link(text)) {
        require(link->starts_with("https://") || link->starts_with("http://"), "only pages on the web are opened");
        require(parse_typed_link(*link) == *link, "an address reads back");
    } else {
        require_words(link.error());
    }
    return 0;
}
