#include "core/files/json_writer.hpp"

#include "core/codec/decimal.hpp"

#include <algorithm>

namespace middleground::io {

void JsonWriter::put(std::string_view name, Json value) {
    know(name);
    append(object_, name, std::move(value));
}

void JsonWriter::text(std::string_view name, const std::string& value) {
    know(name);
    if (!value.empty()) append(object_, name, value);
}

void JsonWriter::texts(std::string_view name, const std::vector<std::string>& values) {
    know(name);
    if (!values.empty()) append(object_, name, values);
}

void JsonWriter::flag(std::string_view name, bool value) {
    know(name);
    if (value) append(object_, name, true);
}

void JsonWriter::whole(std::string_view name, int value, int usual) {
    know(name);
    if (value != usual) append(object_, name, value);
}

void JsonWriter::amount(std::string_view name, std::int64_t value) {
    put(name, value);
}

void JsonWriter::milli(std::string_view name, int value) {
    put(name, make_decimal(format_decimal(value, 3)));
}

void JsonWriter::date(std::string_view name, Date value) {
    put(name, value.iso());
}

void JsonWriter::date(std::string_view name, Date value, Date usual) {
    know(name);
    if (value != usual) append(object_, name, value.iso());
}

void JsonWriter::date(std::string_view name, const std::optional<Date>& value) {
    know(name);
    if (value) append(object_, name, value->iso());
}

void JsonWriter::rest(const std::string& extra) {
    rest_described_ = true;
    if (extra.empty()) return;
    const auto unknown = parse_json(extra);
    const auto* members = unknown ? unknown->get_ptr<const Json::object_t*>() : nullptr;
    if (!members) return;
    for (const auto& [name, value] : *members) {
        auto* present = member(object_, name);
        const auto known = std::ranges::find(known_, name, &Known::name);
        if (known == known_.end()) {
            if (!present) append(object_, name, value);
            continue;
        }
        if (!present || known->keeps_own) continue;
        auto* elements = present->get_ptr<Json::array_t*>();
        if (!elements) {
            give_back(*present, value, known->inner);
        } else if (const auto* places = value.get_ptr<const Json::object_t*>()) {
            for (const auto& [place, of_element] : *places) {
                const auto index = parse_decimal(place, 0);
                if (index && *index >= 0 && static_cast<std::uint64_t>(*index) < elements->size()) {
                    give_back((*elements)[static_cast<std::size_t>(*index)], of_element, known->inner);
                }
            }
        }
    }
}

// A known name is never given back, even if the member is left out at present: what the file said there belonged to another meaning.
void JsonWriter::give_back(Json& part, const Json& unknown, const std::vector<std::string_view>& known) {
    const auto* members = unknown.get_ptr<const Json::object_t*>();
    if (!members || !part.is_object()) return;
    for (const auto& [name, value] : *members) {
        if (std::ranges::find(known, name) == known.end() && !member(part, name)) append(part, name, value);
    }
}

}
