#pragma once

#include "core/base/date.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace middleground {

// Days as tables of other programs write them.

// Which order of numbers a date shows: 2026-06-30 year first, 30.6.2026 and 30/6/2026 day first, 6/30/2026 month first. 3/4/2026 could be
// two; a month in letters, equal numbers and what is no date say nothing.
enum class DateHint : std::uint8_t { nothing, ymd, dmy, mdy, either };
DateHint date_hint(std::string_view cell);
// With or without a time of day behind it, which is left out. The order only matters where there are two ways to read it.
std::optional<Date> table_date(std::string_view cell, DateOrder order);

}
