#pragma once

#include "core/calibration/history_rows.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <span>
#include <string>
#include <vector>

namespace middleground {

// What the headings and values of a table of closed deals say of how it is to be read.

// The column with the day on which deals ended, as headings of programs that keep deals have it; not one that is the target or was dropped.
// Empty: none.
std::string closing_column(const TextTable& table, const HistoryQuestion& question, std::span<const ImportVocabulary> vocabularies);

// Target, its value for won deals, and its values for deals that have not ended, from a column of few values of which one means that a deal
// was won. What cannot be told stays empty.
HistoryQuestion guessed_question(const TextTable& table, std::span<const ImportVocabulary> vocabularies);

// The same for a column that was chosen: its value for won deals, and those for open ones.
HistoryQuestion guessed_question(const TextTable& table, std::size_t column, std::span<const ImportVocabulary> vocabularies);

// The different values of a column as they stand, each once, in the order of their first appearance; at most `most`.
std::vector<std::string> different_values(const TextTable& table, std::size_t column, std::size_t most);

}
