#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace middleground::readers {

// Whether a number format of a workbook shows a day: "dd.mm.yyyy", "[$-409]d-mmm-yy;@", and of the built-in ones 14 to 22, 27 to 36, 45 to 47 and
// 50 to 58 (those of a time alone are none).
bool shows_day(int format, std::string_view code);

// A day number of a workbook as 2026-06-30, with the time behind it where there is one ("2026-06-30 14:05"); the text as it is where it is no number
// or no such day exists. `from_1904`: the old calendar of the Mac.
std::string day_of_serial(std::string_view number, bool from_1904);

// "1234.5" of "1.2345E3": as it would be typed. Digits that only double precision left ("0.30000000000000004") are rounded off.
std::string plain_number(std::string_view number);

}
