#include "core/intake/tables/last_words.hpp"

#include "core/base/sort_list.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace middleground {

namespace {

// Headings of several words that say what a column of deals is.
struct LastWords {
    std::string words; // words_key
    ImportField field = ImportField::nothing;
};
std::vector<LastWords> last_words_of(std::span<const ImportVocabulary> vocabularies) {
    using enum ImportField;
    std::vector<LastWords> all;
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (layout.kind != ImportKind::deals || layout.system != OriginSystem::other) continue;
            for (const auto& [field, headings] : layout.columns) {
                const bool useful = field == amount || field == stage || field == status || field == close_date || field == closed_on || field == created || field == seller;
                if (!useful) continue;
                for (const auto& heading : headings) {
                    auto words = words_key(heading);
                    if (std::ranges::count(words, ' ') > 2) all.push_back({std::move(words), field});
                }
            }
        }
    }
    sort_list(all, [](const LastWords& a, const LastWords& b) {
        if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
        return a.words != b.words ? a.words < b.words : a.field < b.field;
    });
    return all;
}

}

void complete_by_last_words(std::vector<std::optional<ImportField>>& fields, const TextTable& table, std::span<const ImportVocabulary> vocabularies) {
    constexpr std::array<std::string_view, 11> of_another{" weighted ", " previous ", " next ", " last ", " account ", " contact ", " invoice ", " discount ", " activity ", " lead ", " campaign "};
    constexpr std::size_t longest_heading = 100;
    const auto known = last_words_of(vocabularies);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i]) continue;
        const auto heading = std::string_view(table.columns[i]).substr(0, longest_heading);
        auto words = words_key(heading);
        if (const auto currency = words_key(currency_in(heading)); currency.size() > 1 && words.ends_with(currency)) words.resize(words.size() - currency.size() + 1);
        if (std::ranges::any_of(of_another, [&](std::string_view word) { return words.contains(word); })) continue;
        const auto found = std::ranges::find_if(known, [&](const LastWords& one) {
            return words.ends_with(one.words) && (one.field == ImportField::closed_on || std::ranges::find(fields, one.field) == fields.end());
        });
        if (found != known.end()) fields[i] = found->field;
    }
}

}
