#include "tests/support/import_files.hpp"

#include "core/files/json.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/assets.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace middleground::test {

const std::vector<ImportVocabulary>& import_vocabularies() {
    static const auto all = [] {
        std::vector<ImportVocabulary> read;
        for (const auto& asset : assets::import_tables()) {
            auto vocabulary = io::read_import_vocabulary(asset.bytes);
            REQUIRE((vocabulary ? "" : vocabulary.error().message()) == "");
            read.push_back(std::move(*vocabulary));
        }
        return read;
    }();
    return all;
}

TableKnowledge table_knowledge() {
    return {test_charsets(), import_vocabularies()};
}

void ImportFiles::add(const std::string& name, std::string bytes, const TableChoices& choices) {
    auto table = read_table(std::move(bytes), table_knowledge(), choices);
    REQUIRE((table ? "" : table.error().message()) == "");
    tables.push_back(std::move(*table));
    list.push_back({name, &tables.back(), recognise(tables.back(), import_vocabularies())});
}

ImportChanges planned(const ImportFiles& files, const std::vector<Deal>& existing, const ImportOptions& options) {
    return planned(files, existing, options, today());
}

ImportChanges planned(const ImportFiles& files, const std::vector<Deal>& existing, const ImportOptions& options, Date day) {
    std::vector<const Deal*> deals;
    for (const auto& deal : existing) {
        deals.push_back(&deal);
    }
    auto changes = import_changes(files.list, deals, import_vocabularies(), options, day, 7);
    for (const auto* list : {&changes.added, &changes.updated}) {
        for (const auto& deal : *list) {
            REQUIRE(validate(deal, day).empty());
        }
    }
    return changes;
}

const Deal& titled(const std::vector<Deal>& deals, std::string_view title) {
    const auto found = std::ranges::find(deals, title, &Deal::title);
    INFO(title);
    REQUIRE(found != deals.end());
    return *found;
}

const Stakeholder& named(const Deal& deal, std::string_view name) {
    const auto found = std::ranges::find(deal.stakeholders, name, &Stakeholder::name);
    INFO(name);
    REQUIRE(found != deal.stakeholders.end());
    return *found;
}

}
