#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/model/words/table_date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the cells of imported tables say.

// Whether a cell of days says that there is none: "0000-00-00", "1900-01-00", "-".
bool says_no_day(std::string_view cell);
// The day that a number stands for: those that spreadsheets count from 1899-12-30, seconds and milliseconds since 1970.
std::optional<Date> day_of_number(std::string_view cell);
// What `table_date` or `day_of_number` reads, or words for what is no date.
Result<Date> imported_date(std::string_view cell, DateOrder order);

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
