#include "core/records/json_records.hpp"

#include "core/codec/json_tree.hpp"

#include <concepts>
#include <limits>
#include <type_traits>

namespace middleground::records {

namespace {

using io::append;
using io::is_decimal;
using io::Json;
using io::member;

using Rows = std::vector<std::vector<std::string>>;
constexpr char cell_end = '\x1f';
constexpr char row_end = '\x1e';

template <typename T>
concept Record = requires(T& thing) { T::members(thing, [](const char*, auto&) {}); };

// ---- records -> JSON

Json as_json(const std::string& text) {
    return text;
}
Json as_json(Date day) {
    return day.days();
}
template <std::integral T>
Json as_json(T number) {
    return number;
}
template <typename T>
    requires std::is_enum_v<T>
Json as_json(T value) {
    return static_cast<int>(value);
}
Json as_json(const Rows& rows) {
    std::string text;
    for (const auto& row : rows) {
        for (const auto& cell : row) {
            for (const char c : cell) {
                text += c == cell_end || c == row_end ? ' ' : c;
            }
            text += cell_end;
        }
        text += row_end;
    }
    return text;
}
template <Record T>
Json as_json(const T& thing);
template <typename T>
Json as_json(const std::optional<T>& thing) {
    return thing ? as_json(*thing) : Json();
}
template <typename T>
Json as_json(const std::vector<T>& list) {
    auto json = Json::array();
    for (const auto& one : list) {
        json.push_back(as_json(one));
    }
    return json;
}
template <Record T>
Json as_json(const T& thing) {
    auto json = Json::object();
    T::members(thing, [&](const char* name, const auto& member) {
        auto value = as_json(member);
        if (!value.is_null() && !(value.is_string() && value.template get_ref<const std::string&>().empty()) && !(value.is_array() && value.empty())) {
            append(json, name, std::move(value));
        }
    });
    return json;
}

// ---- JSON -> records. False: it is not what was expected.

bool read(const Json& json, std::string& text) {
    if (!json.is_string() || is_decimal(json)) return false;
    text = json.get_ref<const std::string&>();
    return true;
}
bool read(const Json& json, bool& flag) {
    if (!json.is_boolean()) return false;
    flag = json.get<bool>();
    return true;
}
bool read(const Json& json, std::int32_t& number) {
    if (!json.is_number_integer() || is_decimal(json)) return false;
    const auto value = json.get<std::int64_t>();
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max()) return false;
    number = static_cast<std::int32_t>(value);
    return true;
}
bool read(const Json& json, Date& day) {
    std::int32_t days = 0;
    if (!read(json, days)) return false;
    day = Date::from_days(days);
    return true;
}
template <typename T>
constexpr T last_value = T{};
template <>
constexpr auto last_value<FileKind> = FileKind::unknown;
template <>
constexpr auto last_value<Answer> = Answer::tentative;
template <typename T>
    requires std::is_enum_v<T>
bool read(const Json& json, T& value) {
    std::int32_t number = 0;
    if (!read(json, number) || number < 0 || number > static_cast<std::int32_t>(last_value<T>)) return false;
    value = static_cast<T>(number);
    return true;
}
bool read(const Json& json, Rows& rows) {
    if (!json.is_string() || is_decimal(json)) return false;
    std::string_view text = json.get_ref<const std::string&>();
    while (!text.empty()) {
        const auto end = text.find(row_end);
        if (end == std::string_view::npos) return false;
        auto row = text.substr(0, end);
        auto& cells = rows.emplace_back();
        while (!row.empty()) {
            const auto cell = row.find(cell_end);
            if (cell == std::string_view::npos) return false;
            cells.emplace_back(row.substr(0, cell));
            row.remove_prefix(cell + 1);
        }
        text.remove_prefix(end + 1);
    }
    return true;
}
template <Record T>
bool read(const Json& json, T& thing);
template <typename T>
bool read(const Json& json, std::optional<T>& thing) {
    return read(json, thing.emplace());
}
template <typename T>
bool read(const Json& json, std::vector<T>& list) {
    if (!json.is_array()) return false;
    for (const auto& one : json) {
        if (!read(one, list.emplace_back())) return false;
    }
    return true;
}
template <Record T>
bool read(const Json& json, T& thing) {
    if (!json.is_object()) return false;
    bool fine = true;
    T::members(thing, [&](const char* name, auto& value) {
        if (const auto* found = member(json, name); fine && found) fine = read(*found, value);
    });
    return fine;
}

}

std::string records_as_json(const Result<FileRecords>& read) {
    auto json = Json::object();
    if (read) {
        append(json, "records", as_json(*read));
    } else {
        append(json, "error", as_json(LeftOut{read.error().where, read.error().what, read.error().remedy}));
    }
    return io::write_json(json, io::JsonLayout::compact);
}

Result<FileRecords> records_from_json(std::string_view json) {
    const auto parsed = io::parse_json(json);
    if (parsed) {
        FileRecords file;
        if (const auto* found = member(*parsed, "records"); found && read(*found, file)) return file;
        LeftOut error;
        if (const auto* found = member(*parsed, "error"); found && read(*found, error) && !error.what.empty()) return fail(error.what, error.where, error.remedy);
    }
    return fail("What was read of the file did not arrive whole", {}, "Try again; if it happens again, choose fewer files at once.");
}

}
