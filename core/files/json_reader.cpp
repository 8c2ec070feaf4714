#include "core/files/json_reader.hpp"

#include "core/codec/decimal.hpp"
#include "core/codec/json_extra.hpp"

#include <algorithm>
#include <limits>

namespace middleground::io {

namespace {

constexpr std::string_view correct_it = "Correct it there, or use another copy of the file.";
constexpr std::size_t most_errors = 1000; // of one file
constexpr int farthest_day = 36500;       // of a sample's dates, about a hundred years

std::string shown(const Json& found) {
    if (const auto* text = found.get_ptr<const std::string*>(); text && !text->empty() && text->size() <= 40) {
        return write_json(found, JsonLayout::compact);
    }
    return described(found);
}

}

std::string Place::text() const {
    std::string before = parent ? parent->text() : std::string();
    if (index >= 0) return before + '[' + std::to_string(index) + ']';
    if (name.empty()) return before;
    return before + (before.empty() ? "" : ".") + std::string(name);
}

void Reading::add(Error found) {
    if (all_errors && all_errors->size() < most_errors) all_errors->push_back(found);
    if (!error) error = std::move(found);
}

void Reading::expected(std::string_view what, const Json* found, const Place& place) {
    if (is_over()) return;
    add({"Expected " + std::string(what) + ", found " + (found ? shown(*found) : "nothing"), place.text(), std::string(correct_it)});
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
        reading_.add({"The member \"" + std::string(name) + "\" is missing", place_.text(), std::string(correct_it)});
    }
    return found;
}

void JsonReader::expected(std::string_view what, const Json* found, std::string_view name) {
    reading_.expected(what, found, Place{&place_, name});
}

void JsonReader::expected_one_of(const std::vector<std::string>& keys, const Json& found, std::string_view name) {
    std::string words;
    for (const auto& key : keys) {
        words += (words.empty() ? "" : ", ") + key;
    }
    expected("one of " + words, &found, name);
}

const Json* JsonReader::take_text(std::string_view name) {
    const auto* found = take(name);
    if (found && !found->is_string()) {
        expected("a text", found, name);
        return nullptr;
    }
    return found;
}

void JsonReader::text(std::string_view name, std::string& value) {
    if (const auto* found = take_text(name)) value = *found->get_ptr<const std::string*>();
}

void JsonReader::needed_text(std::string_view name, std::string& value) {
    if (needed(name)) text(name, value);
}

const Json::array_t* JsonReader::take_list(std::string_view name) {
    const auto* found = take(name);
    if (!found) return nullptr;
    const auto* elements = found->get_ptr<const Json::array_t*>();
    if (!elements) {
        expected("a list", found, name);
    } else if (elements->size() > longest_list) {
        expected("at most " + std::to_string(longest_list) + " entries", found, name);
        return nullptr;
    }
    return elements;
}

void JsonReader::texts(std::string_view name, std::vector<std::string>& values) {
    const auto* elements = take_list(name);
    if (!elements) return;
    const Place list_place{&place_, name};
    for (const auto& element : *elements) {
        if (const auto* word = element.get_ptr<const std::string*>()) {
            values.push_back(*word);
        } else {
            reading_.expected("a text", &element, Place{&list_place, {}, static_cast<int>(values.size())});
            return;
        }
    }
}

void JsonReader::flag(std::string_view name, bool& value) {
    const auto* found = take(name);
    if (!found) return;
    if (const auto* flag = found->get_ptr<const bool*>()) {
        value = *flag;
    } else {
        expected("true or false", found, name);
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

void JsonReader::whole(std::string_view name, int& value, int usual) {
    value = usual;
    const auto* found = take(name);
    if (!found) return;
    if (const auto number = whole_number(name, *found, std::numeric_limits<int>::min(), std::numeric_limits<int>::max())) {
        value = static_cast<int>(*number);
    }
}

void JsonReader::amount(std::string_view name, std::int64_t& value) {
    const auto* found = needed(name);
    if (!found) return;
    if (const auto number =
            whole_number(name, *found, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max())) {
        value = *number;
    }
}

void JsonReader::milli(std::string_view name, int& value) {
    const auto* found = needed(name);
    if (!found) return;
    const auto text = found->is_number() || is_decimal(*found) ? write_json(*found, JsonLayout::compact) : std::string();
    if (const auto thousandths = parse_decimal(text, 3); thousandths && *thousandths >= -1000000 && *thousandths <= 1000000) {
        value = static_cast<int>(*thousandths);
    } else {
        expected("a number of at most 3 decimals", found, name);
    }
}

void JsonReader::number(std::string_view name, double& value) {
    const auto* found = needed(name);
    if (!found) return;
    const auto text = found->is_number() || is_decimal(*found) ? write_json(*found, JsonLayout::compact) : std::string();
    if (const auto millionths = parse_decimal(text, 6)) {
        value = static_cast<double>(*millionths) / 1e6;
    } else {
        expected("a number of at most 6 decimals", found, name);
    }
}

void JsonReader::read_date(std::string_view name, const Json& found, Date& value) {
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

void JsonReader::date(std::string_view name, Date& value) {
    if (const auto* found = needed(name)) read_date(name, *found, value);
}

void JsonReader::date(std::string_view name, Date& value, Date usual) {
    value = usual;
    if (const auto* found = take(name)) read_date(name, *found, value);
}

void JsonReader::date(std::string_view name, std::optional<Date>& value) {
    if (const auto* found = take(name)) read_date(name, *found, value.emplace());
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
                      place_.text(), std::string(correct_it)});
        return;
    }
    extra = unknown.empty() ? std::string() : write_json(unknown, JsonLayout::compact);
}

}
