#pragma once

#include "core/model/playbook.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/model/words/log_words.hpp"
#include "core/model/words/wording_table.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// The data that comes with the program (assets/), read. `problem`: something of it cannot be read and is left out; tests make sure that
// no build has one.
struct Shipped {
    std::vector<Playbook> playbooks; // the default one leads, the others follow by name
    WordingTable wording;            // English
    LogWords log_words;              // English
    std::optional<Error> problem;
};

Shipped read_shipped();
// What tables that are imported are read by, in all languages: read when the first one comes.
std::vector<ImportVocabulary> read_shipped_vocabularies(std::optional<Error>& problem);
// What the first picture needs of it: the wording, and of the playbooks the default one and those with these ids.
Shipped read_shipped_for(std::span<const std::string> playbooks);

}
