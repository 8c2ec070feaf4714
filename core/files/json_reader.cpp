#include "core/files/json_reader.hpp"

#include "core/codec/decimal.hpp"
#include "core/codec/json_extra.hpp"

#include <algorithm>
#include <limits>

namespace middleground::io {

namespace {

constexpr auto least_whole = std::numeric_limits<std::int64_t>::min();
constexpr auto most_whole = std::numeric_limits<std::int64_t>::max();
constexpr int farthest_day = 36500; // of a sample's dates, about a hundred years

}

JsonReader::JsonReader(const Json& object, const Place& place, Reading& reading) : place_(place), reading_(reading) {
    if (object.is_object()) {
        object_ = &object;
        taken_.resize(object.size());
    } else {
        reading_.expected("an object", &object, place_);
    }
}

const Json* JsonReader::take(std::string_view name) {
    if (!object_ || reading_.is_over()) return nullptr;
    const auto& members = *object_->get_ptr<const Json::object_t*>();
    std::size_t place = 0;
    for (const auto& [known, value] : members) {
        if (known == name) {
            taken_[place] = true;
            return &value;
        }
        ++place;
    }
    return nullptr;
}

const Json* JsonReader::needed(std::string_view name) {
    const auto* found = take(name);
    // What is no object at all was said already.
    if (!found && object_ && !reading_.is_over()) {
        reading_.add({"The member \"" + std::string(name) + "\" is missing", place_.text(), std::string(correct_the_file)});
    }
    return found;
}

void JsonReader::expected(std::string_view what, const Json* found, std::string_view name) {
    reading_.expected(what, found, Place{&place_, name});
}

void JsonReader::text(std::string_view name, std::string& value) {
    if (const auto* found = take(name)) read_text(name, *found, value);
}

void JsonReader::flag(std::string_view name, bool& value) {
    if (const auto* found = take(name)) read_flag(name, *found, value);
}

void JsonReader::whole(std::string_view name, int& value) {
    if (const auto* found = take(name)) read_whole(name, *found, value);
}

void JsonReader::members(const MemberTable& table, void* thing) {
    for (const auto& member : table.rows) {
        if (member.is_there(thing)) read(member, thing);
    }
}

void JsonReader::read(const Member& member, void* thing) {
    using enum MemberKind;
    if (member.kind == unknown) return rest(member.in<std::string>(thing));
    const auto name = member.key;
    if (member.usual_day) member.in<Date>(thing) = member.usual_day(thing, reading_.opened);
    if (member.kind == whole) member.in<int>(thing) = member.usual;
    if (member.kind == choice) member.in<std::uint8_t>(thing) = static_cast<std::uint8_t>(member.usual);
    const auto* found = member.needed ? needed(name) : take(name);
    if (!found) return;
    switch (member.kind) {
    case id:
    case text:
    case reference:
        return read_text(name, *found, member.in<std::string>(thing));
    case flag:
        return read_flag(name, *found, member.in<bool>(thing));
    case whole:
        return read_whole(name, *found, member.in<int>(thing));
    case thousandths:
        if (const auto number = decimal(name, *found, 3, 1000000)) member.in<int>(thing) = static_cast<int>(*number);
        return;
    case number:
        if (const auto millionths = decimal(name, *found, 6, most_whole)) {
            member.in<double>(thing) = static_cast<double>(*millionths) / 1e6;
        }
        return;
    case amount:
        if (const auto minor = whole_number(name, *found, least_whole, most_whole)) member.in<std::int64_t>(thing) = *minor;
        return;
    case choice:
        return read_choice(name, *found, member.type->names(), member.in<std::uint8_t>(thing));
    case day:
        read_day(name, *found, member.in<Date>(thing));
        if (member.opens) reading_.opened = member.in<Date>(thing);
        return;
    case maybe_day:
        return read_day(name, *found, member.in<std::optional<Date>>(thing).emplace());
    case texts:
    case references:
    case choices:
        return read_words(member, *found, thing);
    case list:
        return read_list(member, *found, thing);
    case part:
        return inner(name, *found, member.type->table(), member.type->part->make(member.at(thing)));
    case group:
        return inner(name, *found, member.type->table(), thing);
    case made: {
        auto object = member.type->made->fresh();
        inner(name, *found, member.type->table(), object.get());
        return member.type->made->put(thing, std::move(object));
    }
    case unknown:
        return;
    }
}

void JsonReader::inner(std::string_view name, const Json& found, const MemberTable& table, void* thing) {
    const Place place{&place_, name};
    JsonReader reader(found, place, reading_);
    reader.members(table, thing);
    keep_for(name, reader.take_unknown());
}

const Json::array_t* JsonReader::elements_of(std::string_view name, const Json& found) {
    const auto* elements = found.get_ptr<const Json::array_t*>();
    if (!elements) {
        expected("a list", &found, name);
    } else if (elements->size() > longest_list) {
        expected("at most " + std::to_string(longest_list) + " entries", &found, name);
        return nullptr;
    }
    return elements;
}

void JsonReader::read_list(const Member& member, const Json& found, void* thing) {
    const auto* elements = elements_of(member.key, found);
    if (!elements) return;
    auto unknown_of_elements = Json::object();
    const Place list_place{&place_, member.key};
    int index = 0;
    for (const auto& element : *elements) {
        const Place place{&list_place, {}, index++};
        JsonReader reader(element, place, reading_);
        reader.members(member.type->table(), member.type->list->add(member.at(thing)));
        if (reading_.is_over()) return;
        if (auto unknown = reader.take_unknown(); !unknown.empty()) {
            append(unknown_of_elements, std::to_string(place.index), std::move(unknown));
        }
    }
    keep_for(member.key, std::move(unknown_of_elements));
}

std::vector<std::string> JsonReader::words(std::string_view name, const Json& found) {
    std::vector<std::string> words;
    const auto* elements = elements_of(name, found);
    if (!elements) return words;
    const Place list_place{&place_, name};
    for (const auto& element : *elements) {
        if (const auto* word = element.get_ptr<const std::string*>()) {
            words.push_back(*word);
        } else {
            reading_.expected("a text", &element, Place{&list_place, {}, static_cast<int>(words.size())});
            break;
        }
    }
    return words;
}

void JsonReader::read_words(const Member& member, const Json& found, void* thing) {
    for (auto& word : words(member.key, found)) {
        auto* element = member.type->list->add(member.at(thing));
        if (member.kind == MemberKind::choices) {
            read_choice(member.key, Json(word), member.type->names(), *static_cast<std::uint8_t*>(element));
        } else {
            *static_cast<std::string*>(element) = std::move(word);
        }
    }
}

void JsonReader::read_text(std::string_view name, const Json& found, std::string& value) {
    if (const auto* text = found.get_ptr<const std::string*>()) {
        value = *text;
    } else {
        expected("a text", &found, name);
    }
}

void JsonReader::read_flag(std::string_view name, const Json& found, bool& value) {
    if (const auto* flag = found.get_ptr<const bool*>()) {
        value = *flag;
    } else {
        expected("true or false", &found, name);
    }
}

std::optional<std::int64_t> JsonReader::whole_number(std::string_view name, const Json& found, std::int64_t lowest, std::int64_t highest) {
    const auto fits = [&](std::int64_t number) { return number >= lowest && number <= highest; };
    if (const auto* natural = found.get_ptr<const std::uint64_t*>()) {
        if (*natural <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) && fits(static_cast<std::int64_t>(*natural))) {
            return static_cast<std::int64_t>(*natural);
        }
    } else if (const auto* number = found.get_ptr<const std::int64_t*>(); number && fits(*number)) {
        return *number;
    }
    expected(found.is_number() ? "a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest) : "a whole number",
             &found, name);
    return {};
}

void JsonReader::read_whole(std::string_view name, const Json& found, int& value) {
    if (const auto number = whole_number(name, found, std::numeric_limits<int>::min(), std::numeric_limits<int>::max())) {
        value = static_cast<int>(*number);
    }
}

// In units of the last decimal.
std::optional<std::int64_t> JsonReader::decimal(std::string_view name, const Json& found, int decimals, std::int64_t farthest) {
    const auto text = found.is_number() || is_decimal(found) ? write_json(found, JsonLayout::compact) : std::string();
    if (const auto value = parse_decimal(text, decimals); value && *value >= -farthest && *value <= farthest) return *value;
    expected("a number of at most " + std::to_string(decimals) + " decimals", &found, name);
    return {};
}

void JsonReader::read_choice(std::string_view name, const Json& found, const AnyNames& names, std::uint8_t& value) {
    const auto* key = found.get_ptr<const std::string*>();
    const auto number = key ? names.number_of(*key) : -1;
    if (number >= 0) {
        value = static_cast<std::uint8_t>(number);
        return;
    }
    std::string keys;
    for (std::size_t i = 0; i < names.size(); ++i) {
        keys += (keys.empty() ? "\"" : ", \"") + std::string(names.key(i)) + '"';
    }
    expected("one of " + keys, &found, name);
}

void JsonReader::read_day(std::string_view name, const Json& found, Date& value) {
    if (reading_.day_zero) {
        if (!found.is_number_integer()) {
            expected("days from today as a whole number", &found, name);
        } else if (const auto days = whole_number(name, found, -farthest_day, farthest_day)) {
            value = *reading_.day_zero + static_cast<std::int32_t>(*days);
        }
        return;
    }
    const auto* text = found.get_ptr<const std::string*>();
    if (const auto day = text ? Date::parse(*text) : Result<Date>(fail(""))) {
        value = *day;
    } else {
        expected("a date like \"2026-06-30\"", &found, name);
    }
}

void JsonReader::keep_for(std::string_view name, Json unknown) {
    if (!unknown.empty()) append(nested_, name, std::move(unknown));
}

Json JsonReader::take_unknown() {
    auto unknown = Json::object();
    if (!object_) return unknown;
    const auto& members = *object_->get_ptr<const Json::object_t*>();
    std::size_t place = 0;
    for (const auto& [name, value] : members) {
        if (!taken_[place++]) append(unknown, name, value);
    }
    taken_.assign(taken_.size(), true);
    for (const auto& [name, value] : *nested_.get_ptr<const Json::object_t*>()) {
        append(unknown, name, value);
    }
    nested_ = Json::object();
    return unknown;
}

void JsonReader::rest(std::string& extra) {
    const auto unknown = take_unknown();
    if (!fits_extra(unknown)) {
        if (reading_.is_over()) return;
        reading_.add({"There are more than " + std::to_string(max_extra_members) + " unknown members, or they are nested more than " +
                          std::to_string(max_extra_depth) + " deep",
                      place_.text(), std::string(correct_the_file)});
        return;
    }
    extra = unknown.empty() ? std::string() : write_json(unknown, JsonLayout::compact);
}

}
