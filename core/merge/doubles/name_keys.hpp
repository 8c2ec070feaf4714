#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What names of people and companies are compared by.

struct NameKeys {
    std::string same;    // its words in order of letters, but for case: "Müller, Anna" and "Anna Müller" have one
    std::string plain;   // the same without accents
    std::string spelt;   // with umlauts as German spells them out: "mueller"
    std::string initial; // "a muller": of names with a surname, the first letter and the last word
    bool is_initial = false; // the first name is only a letter: "A. Müller"
    std::vector<std::string> words; // plain

    bool empty() const { return same.empty(); }
};
// Titles ("Dr.") and letters between first name and surname say nothing.
NameKeys name_keys(std::string_view name);

// The words of a text in plain letters: what stands between blanks and marks.
std::vector<std::string> plain_words_of(std::string_view text);
// "kestrel logistics" of "The Kestrel Logistics GmbH & Co. KG"; what is nothing but a legal form stays.
std::string account_key(std::string_view account);

}
