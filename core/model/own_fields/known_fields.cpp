#include "core/model/own_fields/known_fields.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace middleground {

namespace {

std::pair<FieldOwner, std::string> key_of_field(FieldOwner owner, std::string_view name) {
    return {owner, folded(trimmed(name))};
}

}

KnownFields known_fields(std::span<const FieldDefinition> defined, std::span<const Deal* const> deals) {
    KnownFields known{{defined.begin(), defined.end()}, defined.size()};
    std::set<std::pair<FieldOwner, std::string>> seen;
    std::set<std::pair<FieldOwner, std::string>, std::less<>> as_typed; // so that names are folded once
    for (const auto& field : defined) {
        seen.insert(key_of_field(field.owner, field.name));
    }
    const auto add = [&](FieldOwner owner, const std::vector<OwnField>& fields) {
        for (const auto& field : fields) {
            if (!as_typed.insert({owner, field.name}).second || !seen.insert(key_of_field(owner, field.name)).second) continue;
            known.fields.push_back({field.name, owner, field.kind, {}, field.shared});
        }
    };
    for (const auto* deal : deals) {
        add(FieldOwner::deal, deal->fields);
        for (const auto& person : deal->stakeholders) {
            add(FieldOwner::person, person.fields);
        }
    }
    return known;
}

std::vector<ShownField> shown_fields(std::span<const FieldDefinition> defined, FieldOwner owner, const std::vector<OwnField>& fields) {
    std::vector<ShownField> shown;
    for (const auto& definition : defined) {
        if (definition.owner != owner) continue;
        const auto* there = find_field(fields, definition.name);
        auto field = there ? *there : OwnField{definition.name, definition.kind, {}, definition.shared};
        // A value that was written when the field was of another kind is shown as it is until it is changed.
        shown.push_back({std::move(field), definition.choices, true});
        if (!there) shown.back().field.name = definition.name;
    }
    for (const auto& field : fields) {
        const bool is_shown = std::ranges::any_of(shown, [&](const ShownField& one) { return same_field(one.field.name, field.name); });
        if (!is_shown) shown.push_back({field, {}, false});
    }
    return shown;
}

}
