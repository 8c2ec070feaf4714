#include "app/viewmodel/deals/deals_marks.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/own_fields/own_fields.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

constexpr std::size_t most_values = 200; // of one field; texts that differ from deal to deal choose nothing

bool has_tag(const Deal& deal, const std::string& name) {
    return std::ranges::any_of(deal.tags, [&](const Tag& tag) { return tag.name == name || folded(tag.name) == folded(name); });
}

struct Values {
    std::string name; // of the field
    std::map<std::string, std::pair<OwnField, int>> by_value;
    int deals = 0; // that have one
};

}

bool has_marks(const Deal& deal, const std::vector<DealMark>& marks) {
    for (const auto& mark : marks) {
        if (mark.field.empty()) {
            if (!has_tag(deal, mark.value)) return false;
            continue;
        }
        const auto* field = find_field(deal.fields, mark.field);
        // Another value of the same field will do.
        const bool any = std::ranges::any_of(marks, [&](const DealMark& one) {
            return !one.field.empty() && same_field(one.field, mark.field) && (field ? folded(field->value) == folded(one.value) : one.value.empty());
        });
        if (!any) return false;
    }
    return true;
}

std::string mark_words(const DealMark& mark) {
    if (mark.field.empty()) return mark.value;
    return mark.field + ": " + (mark.value.empty() ? "nothing" : mark.value);
}

std::vector<CountedMark> marks_of(const std::vector<DealRow>& rows) {
    std::map<std::string, CountedMark> tags; // by how they are sorted
    std::map<std::string, Values> fields;    // by their folded names
    std::map<std::string, std::string> keys; // of names as they are typed
    int deals = 0;
    for (const auto& row : rows) {
        if (row.archived) continue;
        deals += 1;
        for (const auto& tag : row.deal->tags) {
            auto& counted = tags[folded(tag.name)];
            if (counted.deals++ == 0) counted.mark.value = tag.name;
        }
        for (const auto& field : row.deal->fields) {
            auto [key, is_new] = keys.try_emplace(field.name);
            if (is_new) key->second = folded(trimmed(field.name));
            auto& values = fields[key->second];
            if (values.deals++ == 0) values.name = field.name;
            if (values.by_value.size() > most_values) continue;
            auto& one = values.by_value[folded(field.value)];
            if (one.second++ == 0) one.first = field;
        }
    }
    std::vector<CountedMark> all;
    for (auto& [key, counted] : tags) {
        all.push_back(std::move(counted));
    }
    for (const auto& [key, values] : fields) {
        if (values.by_value.size() <= most_values) {
            std::vector<std::pair<OwnField, int>> sorted;
            for (const auto& [value, one] : values.by_value) {
                sorted.push_back(one);
            }
            sort_list(sorted, [](const auto& one, const auto& other) { return compare_values(one.first, other.first) < 0; });
            for (const auto& [field, count] : sorted) {
                all.push_back({{values.name, field.value}, count});
            }
        }
        if (values.deals < deals) all.push_back({{values.name, {}}, deals - values.deals});
    }
    return all;
}

}
