#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/money.hpp"
#include "core/model/words/table_date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the cells of imported tables say.

// What `table_date` reads, or words for what is no date.
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
