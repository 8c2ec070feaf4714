#pragma once

#include "core/files/json_reading.hpp"
#include "core/model/members/members.hpp"

#include <optional>
#include <vector>

namespace middleground::io {

// Reads one object of the tree, by the table of its noun. Never throws; errors end up in Reading.
class JsonReader {
public:
    JsonReader(const Json& object, const Place& place, Reading& reading);

    // What the file does not say is set to what it usually is.
    void members(const MemberTable& table, void* thing);
    template <typename T>
    void members(T& thing) {
        members(members_of<T>(), &thing);
    }

    // Of what has no table; nothing happens to what the file does not say.
    void text(std::string_view name, std::string& value);
    void flag(std::string_view name, bool& value);
    void whole(std::string_view name, int& value);

    // What was not read, once. Things without unknown members of their own leave it to the thing they are part of, under the member's name:
    // {"events": {"2": {"new": 1}}} says that the third event had an unknown member "new".
    Json take_unknown();

private:
    // More than validate allows in a deal: a backup may hold many.
    static constexpr std::size_t longest_list = 20000;

    const Json* take(std::string_view name);
    const Json* needed(std::string_view name); // an error when it is missing
    void expected(std::string_view what, const Json* found, std::string_view name);

    void read(const Member& member, void* thing);
    void inner(std::string_view name, const Json& found, const MemberTable& table, void* thing);
    void read_list(const Member& member, const Json& found, void* thing);
    void read_words(const Member& member, const Json& found, void* thing);
    void read_text(std::string_view name, const Json& found, std::string& value);
    void read_flag(std::string_view name, const Json& found, bool& value);
    void read_whole(std::string_view name, const Json& found, int& value);
    void read_choice(std::string_view name, const Json& found, const AnyNames& names, std::uint8_t& value);
    void read_day(std::string_view name, const Json& found, Date& value);
    const Json::array_t* elements_of(std::string_view name, const Json& found);
    std::vector<std::string> words(std::string_view name, const Json& found);
    std::optional<std::int64_t> whole_number(std::string_view name, const Json& found, std::int64_t lowest, std::int64_t highest);
    std::optional<std::int64_t> decimal(std::string_view name, const Json& found, int decimals, std::int64_t farthest);
    void rest(std::string& extra);
    void keep_for(std::string_view name, Json unknown);

    const Json* object_ = nullptr; // null when it is no object
    Place place_;
    Reading& reading_;
    std::vector<bool> taken_;
    Json nested_ = Json::object();
};

}
