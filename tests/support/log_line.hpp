#pragma once

#include "core/intake/log/log_line.hpp"

// Reading lines of the log in tests.
namespace middleground::test {

// assets/log/en.json
const LogWords& english_log();

// Opened on 1 May 2026. People whose names are also words (Will Turner, May Lund, Mark Reed, Rob O'Hara), two Annas, an umlaut, a hyphen;
// ten commitments, two of which have a word in common.
Deal log_deal();
// Tuesday 16 June 2026.
Date log_today();

// What was understood, in a row: "call both ways | Marcus Olsen | day 2026-06-15 | = Budget frozen".
std::string in_words(const LogLine& line, const Deal& deal);

// Whether it obeys what log_line.hpp promises of every reading; else what is wrong.
std::string broken_promise(const LogLine& read, std::string_view line, const Deal& deal);

}
