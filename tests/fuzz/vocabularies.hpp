#pragma once

#include "core/files/json.hpp"
#include "generated/assets.hpp"
#include "tests/fuzz/require.hpp"

#include <utility>
#include <vector>

namespace middleground::fuzz {

// The shipped words and headings of tables, read once.
inline const std::vector<ImportVocabulary>& vocabularies() {
    static const auto all = [] {
        std::vector<ImportVocabulary> read;
        for (const auto& asset : assets::import_tables()) {
            auto vocabulary = io::read_import_vocabulary(asset.bytes);
            require(vocabulary.has_value(), "the shipped tables are read");
            read.push_back(std::move(*vocabulary));
        }
        return read;
    }();
    return all;
}

}
