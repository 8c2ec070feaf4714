#include "core/io/json_writer.hpp"

#include "core/io/decimal.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

// Into a part or list that was written: members of parts by name, of elements by place.
void give_back(Json& target, const Json& unknown) {
    const auto* members = unknown.get_ptr<const Json::object_t*>();
    if (!members) return;
    if (auto* elements = target.get_ptr<Json::array_t*>()) {
        for (const auto& [place, of_element] : *members) {
            const auto index = parse_decimal(place, 0);
            if (index && *index >= 0 && static_cast<std::uint64_t>(*index) < elements->size()) {
                give_back((*elements)[static_cast<std::size_t>(*index)], of_element);
            }
        }
        return;
    }
    if (!target.is_object()) return;
    for (const auto& [name, value] : *members) {
        if (auto* present = member(target, name)) {
            give_back(*present, value);
        } else {
            append(target, name, value);
        }
    }
}

}

void JsonWriter::put(std::string_view name, Json value) {
    known_.push_back(name);
    append(object_, name, std::move(value));
}

void JsonWriter::text(std::string_view name, const std::string& value) {
    known_.push_back(name);
    if (!value.empty()) append(object_, name, value);
}

void JsonWriter::flag(std::string_view name, bool value) {
    known_.push_back(name);
    if (value) append(object_, name, true);
}

void JsonWriter::whole(std::string_view name, int value, int usual) {
    known_.push_back(name);
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
    known_.push_back(name);
    if (value != usual) append(object_, name, value.iso());
}

void JsonWriter::date(std::string_view name, const std::optional<Date>& value) {
    known_.push_back(name);
    if (value) append(object_, name, value->iso());
}

void JsonWriter::rest(const std::string& extra) {
    if (extra.empty()) return;
    const auto unknown = parse_json(extra);
    const auto* members = unknown ? unknown->get_ptr<const Json::object_t*>() : nullptr;
    if (!members) return;
    for (const auto& [name, value] : *members) {
        auto* present = member(object_, name);
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            if (!present) append(object_, name, value);
        } else if (present) {
            give_back(*present, value);
        }
    }
}

}
