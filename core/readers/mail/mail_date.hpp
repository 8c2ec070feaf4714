#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string_view>

namespace middleground::readers {

// The day of a Date header (RFC 5322: "Tue, 9 Jun 2026 18:05:11 +0200 (CEST)"; with names of any case, years of two digits, without the weekday),
// as it was where the mail was written. Also days as mail programs show them above a quoted message: "Dienstag, 9. Juni 2026 18:05",
// "mardi 9 juin 2026 à 18:05", "2026-06-09 18:05", "6/9/2026 6:05 PM" (nothing where day and month could be either).
std::optional<Date> mail_day(std::string_view value);

}
