#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/money.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the cells of imported tables say.

// Which order of numbers a date shows: 2026-06-30 year first, 30.6.2026 and 30/6/2026 day first, 6/30/2026 month first. 3/4/2026 could be
// two; a month in letters, equal numbers and what is no date say nothing.
enum class DateHint : std::uint8_t { nothing, ymd, dmy, mdy, either };
DateHint date_hint(std::string_view cell);
// With or without a time of day behind it, which is left out. The order only matters where there are two ways to read it.
Result<Date> imported_date(std::string_view cell, DateOrder order);

// "$1,234,567", "1.234.567,00 EUR", "USD 1,000.00 (EUR 920.00)": what stands in brackets behind the amount is the same converted.
Result<Money> imported_money(std::string_view cell, std::string_view currency);
// A code that stands in a heading: "Amount (USD)", "Betrag in EUR". Empty: none.
std::string_view currency_in(std::string_view heading);

struct Contact {
    std::string name;
    std::string email;
};
// "Elena Brandt (elena@brightwater.example)", "Elena Brandt <elena@...>", "Brandt", or an address alone.
Contact contact_of(std::string_view text);
// Parts between semicolons or line ends, without those that are empty.
std::vector<std::string_view> parts_of(std::string_view cell);
// The same, at commas too: for ids.
std::vector<std::string_view> ids_in(std::string_view cell);

// The id of a record as it is compared: of Salesforce the first 15 characters, as reports give it, where files of its Data Loader have 18.
std::string record_id(std::string_view cell, OriginSystem system);

// On one line, without control characters, at most so many bytes.
std::string clean_line(std::string_view text, std::size_t most_bytes);

}
