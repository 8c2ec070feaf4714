#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The words and numbers of a typed day, for the reader in typed_date_phrases.cpp.

enum class TokenKind : std::uint8_t { word, number, sign };
struct Token {
    TokenKind kind = TokenKind::sign;
    std::string text;      // a word in small letters without accents, the digits of a number, or one sign
    int value = -1;        // of a number of at most four digits
    bool capital = false;  // the word began with a capital
    bool after_gap = true; // white space or the beginning of the text stands before it
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
};
// Words and numbers end where the other begins. Apostrophes inside of words are left out; bytes that are no UTF-8 are signs.
std::vector<Token> date_tokens(std::string_view text, std::size_t from, std::size_t most);
// Whether a word or number goes on over that place.
bool is_inside_word(std::string_view text, std::size_t at);

enum class NameMatch : std::uint8_t { exact, beginning };                 // beginning: three letters or more that fit only one
std::optional<int> month_named(std::string_view word, NameMatch match);   // 1..12
std::optional<int> weekday_named(std::string_view word, NameMatch match); // 0 = Monday
std::optional<int> days_named(std::string_view word);                     // "tomorrow": 1, "yesterday": -1
// A name that is also a usual word of one of the languages: "may", "sun", "set".
bool is_everyday_word(std::string_view word);

enum class DateUnit : std::uint8_t { day, week, month, quarter, year };
inline constexpr std::size_t date_unit_count = static_cast<std::size_t>(DateUnit::year) + 1;
std::optional<DateUnit> unit_named(std::string_view word);    // "week", "weeks", "w"
std::optional<int> turn_named(std::string_view word);         // how many units away "this", "next" and "last" are
std::optional<int> small_number_named(std::string_view word); // "a": 1 .. "twelve": 12

}
