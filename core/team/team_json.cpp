#include "core/team/team_json.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace middleground::team {

namespace {

constexpr std::uint64_t only_version = 1;

}

MembersReader::MembersReader(const Json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object.is_object()) error_ = {"Expected an object, found " + io::described(object), where_, {}};
}

std::string MembersReader::place_of(std::string_view name) const {
    return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
}

void MembersReader::refuse(std::string what, std::string_view name) {
    if (error_.what.empty()) error_ = {std::move(what), place_of(name), {}};
}

const Json* MembersReader::find(std::string_view name, bool needed) {
    if (error()) return nullptr;
    const auto* found = io::member(object_, name);
    if (!found && needed) refuse("The member \"" + std::string(name) + "\" is missing", name);
    return found;
}

void MembersReader::text(std::string_view name, std::string& value, bool needed, std::size_t most_bytes) {
    const auto* found = find(name, needed);
    if (!found) return;
    const auto* words = found->get_ptr<const std::string*>();
    if (!words) return refuse("Expected a text, found " + io::described(*found), name);
    if (needed && trimmed(*words).empty()) return refuse("The text is empty", name);
    if (words->size() > most_bytes) return refuse("The text has more than " + std::to_string(most_bytes) + " bytes", name);
    value = *words;
}

void MembersReader::number(std::string_view name, std::uint64_t& value, bool needed) {
    const auto* found = find(name, needed);
    if (!found) return;
    const auto* whole = found->get_ptr<const std::int64_t*>();
    const auto* natural = found->is_number_unsigned() ? found->get_ptr<const std::uint64_t*>() : nullptr;
    if (!natural && (!whole || *whole < 0)) return refuse("Expected a whole number, found " + io::described(*found), name);
    value = natural ? *natural : static_cast<std::uint64_t>(*whole);
}

void MembersReader::flag(std::string_view name, bool& value) {
    const auto* found = find(name, false);
    if (!found) return;
    const auto* set = found->get_ptr<const bool*>();
    if (!set) return refuse("Expected true or false, found " + io::described(*found), name);
    value = *set;
}

void MembersReader::day(std::string_view name, Date& value, bool needed) {
    std::string words;
    text(name, words, needed, 10);
    if (error() || words.empty()) return;
    const auto date = Date::parse(words);
    if (!date) return refuse(date.error().what, name);
    value = *date;
}

void MembersReader::texts(std::string_view name, std::vector<std::string>& values, std::size_t most, std::size_t most_bytes) {
    const auto* found = find(name, false);
    if (!found) return;
    const auto* list = found->get_ptr<const Json::array_t*>();
    if (!list) return refuse("Expected a list, found " + io::described(*found), name);
    if (list->size() > most) return refuse("The list has more than " + std::to_string(most) + " elements", name);
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* words = (*list)[i].get_ptr<const std::string*>();
        const auto place = std::string(name) + "[" + std::to_string(i) + "]";
        if (!words) return refuse("Expected a text, found " + io::described((*list)[i]), place);
        if (words->size() > most_bytes) return refuse("The text has more than " + std::to_string(most_bytes) + " bytes", place);
        values.push_back(*words);
    }
}

const Json* MembersReader::object(std::string_view name, bool needed) {
    const auto* found = find(name, needed);
    if (!found || found->is_object()) return found;
    refuse("Expected an object, found " + io::described(*found), name);
    return nullptr;
}

Result<Json> open_text(std::string_view text, std::string_view marker, std::string_view words) {
    auto tree = io::parse_json(text);
    if (!tree) return tree;
    const auto* version = io::member(*tree, marker);
    if (!version) return fail("This is not " + std::string(words) + ": the member \"" + std::string(marker) + "\" is missing");
    const auto* number = version->get_ptr<const std::int64_t*>();
    if (!number || *number < 1) return fail("Expected a version as a whole number, found " + io::described(*version), std::string(marker));
    if (static_cast<std::uint64_t>(*number) > only_version) {
        return fail("This was made by a newer version of Middleground", "version " + std::to_string(*number), "Update Middleground, or reload the page.");
    }
    return tree;
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string from_hex(std::string_view digits) {
    const auto value_of = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(value_of(digits[i]) * 16 + value_of(digits[i + 1]));
    }
    return bytes;
}

Json list_of(const std::vector<std::string>& texts) {
    auto list = Json::array();
    for (const auto& text : texts) {
        list.push_back(text);
    }
    return list;
}

}
