#include "core/merge/doubles/own_fields_of_two.hpp"

#include "core/model/own_fields/own_fields.hpp"

#include <algorithm>

namespace middleground::doubling {

namespace {

FieldOfTwo field_of(const merging::Words& words, const OwnField& kept, const OwnField& gone) {
    return {.field = "fields." + kept.name,
            .label = kept.name,
            .kept = words.of_value(&kept),
            .gone = words.of_value(&gone),
            .choices = {MergeSide::mine, MergeSide::theirs},
            .usual = MergeSide::mine};
}

}

std::vector<FieldOfTwo> own_fields_of_two(const merging::Words& words, const std::vector<OwnField>& kept, const std::vector<OwnField>& gone) {
    std::vector<FieldOfTwo> fields;
    for (const auto& one : kept) {
        const auto* other = find_field(gone, one.name);
        if (other && *other != one) fields.push_back(field_of(words, one, *other));
    }
    return fields;
}

Result<std::vector<OwnField>> own_fields_of_both(const merging::Words& words, const std::vector<OwnField>& kept, const std::vector<OwnField>& gone,
                                                 const FieldChoices& choices, std::vector<std::string>& lost) {
    std::vector<OwnField> all;
    for (const auto& one : kept) {
        const auto* other = find_field(gone, one.name);
        if (!other || *other == one) {
            all.push_back(one);
            continue;
        }
        const auto field = field_of(words, one, *other);
        const auto chosen = choices.find(field.field);
        const auto side = chosen == choices.end() ? field.usual : chosen->second;
        if (std::ranges::find(field.choices, side) == field.choices.end()) {
            return fail("This cannot be chosen", field.label, "Choose one of the two.");
        }
        all.push_back(side == MergeSide::mine ? one : *other);
        lost.push_back(field.label + ": " + (side == MergeSide::mine ? *other : one).value); // as it was, with its year and all its figures
    }
    for (const auto& one : gone) {
        if (find_field(kept, one.name)) continue;
        if (all.size() < FieldDefinition::most) {
            all.push_back(one);
        } else {
            lost.push_back(one.name + ": " + one.value);
        }
    }
    return all;
}

}
