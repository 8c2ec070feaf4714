#pragma once

#include "core/base/text_table.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <span>
#include <vector>

namespace middleground {

// "Adjusted deal value", "stage_date_closed_won": what is still missing of a table of deals may be said by the last words of a heading; not of what only
// leans on the deal ("Weighted deal value"). Only columns without a meaning get one. `fields`: one for each column.
void complete_by_last_words(std::vector<std::optional<ImportField>>& fields, const TextTable& table, std::span<const ImportVocabulary> vocabularies);

}
