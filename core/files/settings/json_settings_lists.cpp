#include "core/files/settings/json_settings_lists.hpp"

#include "core/base/text.hpp"
#include "core/model/limits.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

constexpr std::size_t longest_text = Limits::short_text;
constexpr std::size_t most_marks = 100;

const Json::array_t* array_of(const Json* list) {
    return list ? list->get_ptr<const Json::array_t*>() : nullptr;
}

// Empty where there is none, or a longer one.
std::string text_in(const Json& object, std::string_view name) {
    const auto* found = member(object, name);
    const auto* text = found ? found->get_ptr<const std::string*>() : nullptr;
    return text && text->size() <= longest_text ? *text : std::string();
}

bool flag_in(const Json& object, std::string_view name) {
    const auto* found = member(object, name);
    const auto* flag = found ? found->get_ptr<const bool*>() : nullptr;
    return flag && *flag;
}

void append_text(Json& object, std::string_view name, const std::string& text) {
    if (!text.empty()) append(object, name, text);
}

}

Json json_of(const std::vector<std::string>& texts) {
    auto list = Json::array();
    for (const auto& text : texts) {
        list.push_back(text);
    }
    return list;
}

Json json_of(const std::vector<FieldDefinition>& fields) {
    auto list = Json::array();
    for (const auto& field : fields) {
        auto one = Json::object();
        append(one, "name", field.name);
        append(one, "owner", std::string(key_of(field.owner)));
        append(one, "kind", std::string(key_of(field.kind)));
        if (!field.choices.empty()) append(one, "choices", json_of(field.choices));
        if (field.shared) append(one, "shared", true);
        list.push_back(std::move(one));
    }
    return list;
}

Json json_of(const std::vector<SavedFilter>& filters) {
    auto list = Json::array();
    for (const auto& filter : filters) {
        auto one = Json::object();
        append(one, "name", filter.name);
        append_text(one, "show", filter.show);
        append_text(one, "query", filter.query);
        auto marks = Json::array();
        for (const auto& mark : filter.marks) {
            auto part = Json::object();
            append_text(part, "field", mark.field);
            append_text(part, "value", mark.value);
            marks.push_back(std::move(part));
        }
        if (!filter.marks.empty()) append(one, "marks", std::move(marks));
        append_text(one, "sort", filter.sort);
        if (filter.descending) append(one, "descending", true);
        list.push_back(std::move(one));
    }
    return list;
}

std::vector<std::string> texts_in(const Json* list, std::size_t most) {
    std::vector<std::string> texts;
    const auto* array = array_of(list);
    if (!array) return texts;
    for (const auto& element : *array) {
        const auto* text = element.get_ptr<const std::string*>();
        const bool fits = text && !text->empty() && text->size() <= longest_text;
        if (fits && std::ranges::find(texts, *text) == texts.end()) texts.push_back(*text);
        if (texts.size() == most) break;
    }
    return texts;
}

std::vector<FieldDefinition> fields_in(const Json* list) {
    std::vector<FieldDefinition> fields;
    const auto* array = array_of(list);
    if (!array) return fields;
    for (const auto& element : *array) {
        FieldDefinition field;
        field.name = std::string(trimmed(text_in(element, "name")));
        field.owner = from_key<FieldOwner>(text_in(element, "owner")).value_or(FieldOwner::deal);
        field.kind = from_key<FieldKind>(text_in(element, "kind")).value_or(FieldKind::text);
        field.choices = texts_in(member(element, "choices"), FieldDefinition::most_choices);
        field.shared = flag_in(element, "shared");
        const auto of_owner = static_cast<std::size_t>(std::ranges::count(fields, field.owner, &FieldDefinition::owner));
        if (field.name.empty() || find_field(fields, field.owner, field.name) || of_owner == FieldDefinition::most) continue;
        fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<SavedFilter> filters_in(const Json* list) {
    std::vector<SavedFilter> filters;
    const auto* array = array_of(list);
    if (!array) return filters;
    for (const auto& element : *array) {
        SavedFilter filter{text_in(element, "name"), text_in(element, "show"), text_in(element, "query"), {}, text_in(element, "sort"),
                           flag_in(element, "descending")};
        if (const auto* marks = array_of(member(element, "marks"))) {
            for (const auto& mark : *marks) {
                DealMark one{text_in(mark, "field"), text_in(mark, "value")};
                if ((!one.field.empty() || !one.value.empty()) && filter.marks.size() < most_marks) filter.marks.push_back(std::move(one));
            }
        }
        const bool is_there = std::ranges::any_of(filters, [&](const SavedFilter& one) { return one.name == filter.name; });
        if (trimmed(filter.name).empty() || is_there || filters.size() == Settings::most_filters) continue;
        filters.push_back(std::move(filter));
    }
    return filters;
}

}
