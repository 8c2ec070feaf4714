#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/codec/json_tree.hpp"
#include "core/model/names.hpp"

#include <optional>
#include <vector>

namespace middleground::io {

// Fills one object of the tree, as form.hpp says.
class JsonWriter {
public:
    static constexpr bool reads = false;
    template <typename T>
    using Of = const T;

    JsonWriter(Json& object, Date opened) : object_(object), opened_(opened) {}

    void text(std::string_view name, const std::string& value);
    void texts(std::string_view name, const std::vector<std::string>& values);
    void flag(std::string_view name, bool value);
    void whole(std::string_view name, int value, int usual);
    void amount(std::string_view name, std::int64_t value);
    void milli(std::string_view name, int value);
    void date(std::string_view name, Date value);
    void date(std::string_view name, Date value, Date usual);
    void date(std::string_view name, const std::optional<Date>& value);

    template <typename Tag>
    void id(std::string_view name, const Id<Tag>& value) {
        put(name, value.text);
    }
    template <typename Tag>
    void reference(std::string_view name, const Id<Tag>& value) {
        text(name, value.text);
    }
    template <typename Tag>
    void references(std::string_view name, const std::vector<Id<Tag>>& values) {
        know(name);
        if (values.empty()) return;
        auto ids = Json::array();
        for (const auto& value : values) {
            ids.push_back(value.text);
        }
        append(object_, name, std::move(ids));
    }
    template <typename E>
    void choice(std::string_view name, E value) {
        put(name, std::string(key_of(value)));
    }
    template <typename E>
    void choice(std::string_view name, E value, E usual) {
        know(name);
        if (value != usual) append(object_, name, std::string(key_of(value)));
    }
    template <typename T>
    void part(std::string_view name, const std::optional<T>& value) {
        know(name);
        if (value) append(object_, name, written(*value));
    }
    template <typename T>
    void list(std::string_view name, const std::vector<T>& values) {
        know(name);
        if (values.empty()) return;
        auto elements = Json::array();
        for (const auto& value : values) {
            elements.push_back(written(value));
        }
        append(object_, name, std::move(elements));
    }

    // Unknown members go back to the end of the objects they came from (see JsonReader::take_unknown). What is no JSON object, belongs
    // to a part that is gone, or bears the name of a known member is left out.
    void rest(const std::string& extra);
    Date opened() const { return opened_; }
    void opened_on(Date day) { opened_ = day; }

private:
    // A member that was described, whether written or left out.
    struct Known {
        std::string_view name;
        std::vector<std::string_view> inner; // members of the part or of the list's elements, as far as some were written
        bool keeps_own = false;              // these have an `extra` of their own: ours says nothing about them
    };

    void know(std::string_view name) { known_.push_back({name, {}, false}); }
    void put(std::string_view name, Json value);
    static void give_back(Json& part, const Json& unknown, const std::vector<std::string_view>& known);

    template <typename T>
    Json written(const T& value) {
        auto object = Json::object();
        JsonWriter writer(object, opened_);
        describe(writer, value);
        known_.back().keeps_own = writer.rest_described_;
        for (const auto& inner : writer.known_) {
            known_.back().inner.push_back(inner.name);
        }
        return object;
    }

    Json& object_;
    Date opened_;
    std::vector<Known> known_;
    bool rest_described_ = false;
};

}
