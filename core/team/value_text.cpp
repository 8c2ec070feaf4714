#include "core/team/value_text.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/model/limits.hpp"
#include "core/team/head_json.hpp"

#include <algorithm>
#include <array>

namespace middleground::team {

namespace {

constexpr std::string_view value_marker = "middleground_team_value";
constexpr std::string_view member_marker = "middleground_team_member";
constexpr std::string_view here_marker = "middleground_team_here";

}

std::string shared_text(const Deal& deal) {
    auto shared = deal;
    shared.diary.clear();
    shared.based_on.clear();
    shared.sample = false;
    return io::write_deal_compact(shared);
}

Deal as_mine(Deal theirs, const Deal& mine) {
    theirs.diary = mine.diary;
    theirs.based_on = mine.based_on;
    theirs.sample = mine.sample;
    return theirs;
}

std::string packed_deal(std::string_view text) {
    std::string packed;
    io::put_number(packed, text.size());
    return packed + io::deflated(std::array{text}, io::link_dictionary);
}

Result<std::string> unpacked_deal(std::string_view packed) {
    io::ByteReader reader(packed);
    const auto size = reader.number();
    std::optional<std::string> text;
    if (size && *size <= io::max_file_bytes) text = io::inflated(*reader.take(reader.left()), io::link_dictionary, static_cast<std::uint32_t>(*size));
    if (!text) return fail("The last state that was shared cannot be unpacked");
    return std::move(*text);
}

std::string_view words_of(Farewell farewell) {
    switch (farewell) {
    case Farewell::taken_back:
        return "taken_back";
    case Farewell::removed:
        return "removed";
    case Farewell::none:
        break;
    }
    return {};
}

void read_farewell(MembersReader& reader, std::string_view name, Farewell& farewell) {
    std::string words;
    reader.text(name, words, false, 20);
    if (words.empty()) return;
    for (const auto one : {Farewell::taken_back, Farewell::removed}) {
        if (words == words_of(one)) farewell = one;
    }
    if (farewell == Farewell::none) reader.refuse("Expected \"taken_back\" or \"removed\"", name);
}

void read_deal_id(MembersReader& reader, std::string_view name, DealId& id, bool needed) {
    std::string words;
    reader.text(name, words, needed, id_length);
    if (words.empty() || reader.error()) return;
    if (!is_id(words)) return reader.refuse("Expected the id of a deal", name);
    id = DealId{words};
}

void append_head(Json& object, const Head& head) {
    io::append(object, "number", head.number);
    if (!head.trail.empty()) io::append(object, "trail", list_of(head.trail));
    io::append(object, "by", head.by);
    io::append(object, "by_name", head.by_name);
    io::append(object, "place", head.place);
    io::append(object, "on", head.on.iso());
    io::append(object, "owner", head.owner);
}

void read_head(MembersReader& reader, Head& head) {
    reader.number("number", head.number, true);
    reader.texts("trail", head.trail, trail_length, hash_letters);
    reader.text("by", head.by, true, member_digits);
    reader.text("by_name", head.by_name, true, Limits::short_text);
    reader.text("place", head.place, true, member_digits);
    reader.day("on", head.on, true);
    reader.text("owner", head.owner, true, member_digits);
    if (reader.error()) return;
    const auto is_hash = [](const std::string& hash) {
        return hash.size() == hash_letters && std::ranges::all_of(hash, io::is_base64url);
    };
    if (!std::ranges::all_of(head.trail, is_hash)) reader.refuse("Expected 22 letters of base64url each", "trail");
    for (const auto& [name, id] : {std::pair("by", &head.by), std::pair("place", &head.place), std::pair("owner", &head.owner)}) {
        if (!is_hex(*id, member_digits)) reader.refuse("Expected 12 digits of 0 to 9 and a to f", name);
    }
}

std::string write_deal_value(const DealValue& value) {
    auto object = Json::object();
    io::append(object, value_marker, 1);
    append_head(object, value.head);
    io::append(object, "id", value.deal.text);
    if (value.farewell != Farewell::none) io::append(object, "gone", std::string(words_of(value.farewell)));
    auto text = io::write_json(object, io::JsonLayout::compact);
    if (value.farewell == Farewell::none) text += '\n' + value.text;
    return text;
}

Result<DealValue> read_deal_value(std::string_view text) {
    const auto end = text.find('\n');
    const auto tree = open_text(text.substr(0, end), value_marker, "a value of a team's deal");
    if (!tree) return std::unexpected(tree.error());
    DealValue value;
    MembersReader reader(*tree, {});
    read_head(reader, value.head);
    read_deal_id(reader, "id", value.deal, true);
    read_farewell(reader, "gone", value.farewell);
    if (!reader.error()) {
        if (value.head.number == 0) reader.refuse("Numbers begin with 1", "number");
        if ((value.head.number > 1) == value.head.trail.empty()) reader.refuse("The first has no trail, every other has one", "trail");
        const bool has_deal = end != std::string_view::npos;
        if (has_deal != (value.farewell == Farewell::none)) reader.refuse("Expected either a deal or why it is gone", "gone");
    }
    if (reader.error()) return std::unexpected(*reader.error());
    if (end != std::string_view::npos) value.text = text.substr(end + 1);
    return value;
}

std::string write_member_value(const MemberValue& value) {
    auto object = Json::object();
    io::append(object, member_marker, 1);
    io::append(object, "id", value.id);
    io::append(object, "name", value.name);
    return io::write_json(object, io::JsonLayout::compact);
}

Result<MemberValue> read_member_value(std::string_view text) {
    const auto tree = open_text(text, member_marker, "a member of a team");
    if (!tree) return std::unexpected(tree.error());
    MembersReader reader(*tree, {});
    MemberValue value;
    reader.text("id", value.id, true, member_digits);
    reader.text("name", value.name, true, Limits::short_text);
    if (!reader.error() && !is_hex(value.id, member_digits)) reader.refuse("Expected 12 digits of 0 to 9 and a to f", "id");
    if (reader.error()) return std::unexpected(*reader.error());
    return value;
}

std::string write_saying(const Saying& saying) {
    auto object = Json::object();
    io::append(object, here_marker, 1);
    io::append(object, "member", saying.member);
    io::append(object, "name", saying.name);
    io::append(object, "place", saying.place);
    io::append(object, "number", saying.number);
    if (!saying.is_here) io::append(object, "goodbye", true);
    if (!saying.has_open.empty()) io::append(object, "deal", saying.has_open.text);
    return io::write_json(object, io::JsonLayout::compact);
}

std::optional<Saying> read_saying(std::string_view text) {
    const auto tree = open_text(text, here_marker, "a line to those who are here");
    if (!tree) return {};
    MembersReader reader(*tree, {});
    Saying saying;
    bool goodbye = false;
    reader.text("member", saying.member, true, member_digits);
    reader.text("name", saying.name, true, Limits::short_text);
    reader.text("place", saying.place, true, member_digits);
    reader.number("number", saying.number, true);
    reader.flag("goodbye", goodbye);
    read_deal_id(reader, "deal", saying.has_open, false);
    if (reader.error() || !is_hex(saying.member, member_digits) || !is_hex(saying.place, member_digits)) return {};
    saying.is_here = !goodbye;
    return saying;
}

}
