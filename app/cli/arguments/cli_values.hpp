#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <string>

// The values of options that are more than text. The checks give what is wrong, or an empty text.
namespace middleground::cli {

std::string check_name(const std::string& text); // of a file, folder or link: not empty
std::string check_day(const std::string& text);
std::string check_number(const std::string& text);
std::string check_futures(const std::string& text);
std::string words_of_formats(); // "json, csv or md"
std::string check_format(const std::string& text); // of an export
std::string check_side(const std::string& text);   // of a merge
std::string check_render(const std::string& text);
std::string check_system(const std::string& text);
std::string check_dates(const std::string& text);
std::string check_kind(const std::string& text);
std::string check_encoding(const std::string& text);
std::string check_separator(const std::string& text);
// The same of a table that is written.
std::string check_table_separator(const std::string& text);
std::string check_headings(const std::string& text);
std::string check_decimals(const std::string& text);
std::string check_column(const std::string& text);
std::string check_word(const std::string& text);
std::string check_same_names(const std::string& text);
std::string check_repeated_ids(const std::string& text);
std::string check_currency(const std::string& text);
std::string check_take(const std::string& text); // "all", or numbers from 1 between commas
std::string check_address(const std::string& text); // of mail

// Of texts that passed the check.
char separator_of(const std::string& text);
// Of texts that passed the check. Empty: the day of this computer's clock; a number never drawn before.
Date today_of(const std::string& text);
std::uint64_t seed_of(const std::string& text);

}
