#pragma once

#include "core/intake/tables/recognise.hpp"

#include <span>
#include <vector>

namespace middleground {

// What stands in the columns of a table says what they can mean; only this folder uses it.

// Of a table without headings: addresses, days, amounts and words for stages are known by sight; the first two columns of words are title and account, the one with
// names of companies being the account.
std::vector<ImportField> fields_by_content(const TextTable& table, std::span<const ImportVocabulary> vocabularies);

// A column of amounts that holds no numbers means none, nor do days that are none; numbers under "Opportunity" are no titles but amounts. A column that nothing but
// codes of currencies stand in is the currency of the amounts.
void mend_by_content(TableMapping& mapping, const TextTable& table);

}
