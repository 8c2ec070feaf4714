#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/codec/json_tree.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <optional>
#include <vector>

namespace middleground::io {

// Where a value stands in the file, as a chain on the stack that becomes text only when there is something to say.
struct Place {
    const Place* parent = nullptr;
    std::string_view name; // of a member; empty for an element of a list
    int index = -1;

    std::string text() const; // "commitments[2].events[0].on"
};

// What the reading of one file shares. The first error is kept; after it every call does nothing, unless all are asked for.
struct Reading {
    std::optional<Date> day_zero; // set for samples: dates are whole days from it
    Date opened;
    std::optional<Error> error;
    std::vector<Error>* all_errors = nullptr; // set to go on after an error: receives each, the first too; may be null

    bool is_over() const { return error && !all_errors; }
    void add(Error found);
    void expected(std::string_view what, const Json* found, const Place& place);
};

// Reads one object of the tree, as form.hpp says. Never throws; errors end up in Reading.
class JsonReader {
public:
    static constexpr bool reads = true;
    template <typename T>
    using Of = T;

    JsonReader(const Json& object, const Place& place, Reading& reading);

    void text(std::string_view name, std::string& value);
    void texts(std::string_view name, std::vector<std::string>& values);
    void flag(std::string_view name, bool& value);
    void whole(std::string_view name, int& value, int usual);
    void amount(std::string_view name, std::int64_t& value);
    void milli(std::string_view name, int& value);
    void number(std::string_view name, double& value); // a decimal of at most 15 digits, so that it is the same everywhere
    void date(std::string_view name, Date& value);
    void date(std::string_view name, Date& value, Date usual);
    void date(std::string_view name, std::optional<Date>& value);

    template <typename Tag>
    void id(std::string_view name, Id<Tag>& value) {
        needed_text(name, value.text);
    }
    template <typename Tag>
    void reference(std::string_view name, Id<Tag>& value) {
        text(name, value.text);
    }
    template <typename Tag>
    void references(std::string_view name, std::vector<Id<Tag>>& values) {
        std::vector<std::string> words;
        texts(name, words);
        for (auto& word : words) {
            values.push_back({std::move(word)});
        }
    }

    template <typename E>
    void choice(std::string_view name, E& value) {
        if (const auto* found = needed(name)) choose(name, *found, value);
    }
    template <typename E>
    void choice(std::string_view name, E& value, E usual) {
        value = usual;
        if (const auto* found = take(name)) choose(name, *found, value);
    }
    template <typename E>
    void choices(std::string_view name, std::vector<E>& values) {
        std::vector<std::string> words;
        texts(name, words);
        for (const auto& word : words) {
            choose(name, Json(word), values.emplace_back());
        }
    }

    template <typename T>
    void part(std::string_view name, std::optional<T>& value) {
        const auto* found = take(name);
        if (!found) return;
        const Place place{&place_, name};
        JsonReader reader(*found, place, reading_);
        describe(reader, value.emplace());
        keep_for(name, reader.take_unknown());
    }
    // Members of the struct itself that stand in an object of their own in the file.
    template <typename Describe>
    void group(std::string_view name, Describe describe_group) {
        const auto* found = needed(name);
        if (!found) return;
        const Place place{&place_, name};
        JsonReader reader(*found, place, reading_);
        describe_group(reader);
        keep_for(name, reader.take_unknown());
    }
    template <typename T>
    void list(std::string_view name, std::vector<T>& values) {
        const auto* elements = take_list(name);
        if (!elements) return;
        auto unknown_of_elements = Json::object();
        const Place list_place{&place_, name};
        for (const auto& element : *elements) {
            const Place place{&list_place, {}, static_cast<int>(values.size())};
            JsonReader reader(element, place, reading_);
            describe(reader, values.emplace_back());
            if (reading_.is_over()) return;
            if (auto unknown = reader.take_unknown(); !unknown.empty()) {
                append(unknown_of_elements, std::to_string(place.index), std::move(unknown));
            }
        }
        keep_for(name, std::move(unknown_of_elements));
    }

    void rest(std::string& extra);
    Date opened() const { return reading_.opened; }
    void opened_on(Date day) { reading_.opened = day; }

    // What was not read, once. Things without an `extra` of their own leave it to the thing they are part of, under the member's name:
    // {"events": {"2": {"new": 1}}} says that the third event had an unknown member "new".
    Json take_unknown();

private:
    // More than validate allows in a deal: a backup may hold many.
    static constexpr std::size_t longest_list = 20000;

    const Json* take(std::string_view name);
    const Json* needed(std::string_view name); // an error when it is missing
    const Json* take_text(std::string_view name);
    const Json::array_t* take_list(std::string_view name);
    void needed_text(std::string_view name, std::string& value);
    std::optional<std::int64_t> whole_number(std::string_view name, const Json& found, std::int64_t lowest, std::int64_t highest);
    void read_date(std::string_view name, const Json& found, Date& value);
    void keep_for(std::string_view name, Json unknown);
    void expected(std::string_view what, const Json* found, std::string_view name);

    template <typename E>
    void choose(std::string_view name, const Json& found, E& value) {
        const auto* key = found.get_ptr<const std::string*>();
        if (const auto choice = key ? from_key<E>(*key) : std::nullopt) {
            value = *choice;
            return;
        }
        std::vector<std::string> keys;
        for (const auto& entry : names_of<E>()) {
            keys.push_back('"' + std::string(entry.key) + '"');
        }
        expected_one_of(keys, found, name);
    }
    void expected_one_of(const std::vector<std::string>& keys, const Json& found, std::string_view name);

    const Json* object_ = nullptr; // null when it is no object
    Place place_;
    Reading& reading_;
    std::vector<bool> taken_;
    Json nested_ = Json::object();
};

}
