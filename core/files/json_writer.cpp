#include "core/files/json_writer.hpp"

#include "core/codec/decimal.hpp"

#include <algorithm>
#include <cmath>

namespace middleground::io {

namespace {

// The row of that name, as far as the thing has such a member at present.
const Member* known(const MemberTable& table, const void* thing, std::string_view name) {
    const auto* member = table.find(name);
    return member && member->kind != MemberKind::unknown && member->is_there(thing) ? member : nullptr;
}

// A known name is never given back, even if the member is left out at present: what the file said there belonged to another meaning.
void give_back(Json& part, const Json& unknown, const MemberTable& table, const void* thing) {
    const auto* members = unknown.get_ptr<const Json::object_t*>();
    if (!members || !part.is_object()) return;
    for (const auto& [name, value] : *members) {
        if (!known(table, thing, name) && !member(part, name)) append(part, name, value);
    }
}

// To the part or the elements of a list that the member is.
void give_back_within(Json& present, const Json& unknown, const Member& member, const void* thing) {
    const auto kind = member.kind;
    if (kind != MemberKind::part && kind != MemberKind::made && kind != MemberKind::list) return;
    const auto& table = member.type->table();
    if (table.keeps_unknown()) return; // what is within has unknown members of its own: ours say nothing about them
    if (kind == MemberKind::made) return give_back(present, unknown, table, member.type->made->of(thing).get());
    if (kind == MemberKind::part) return give_back(present, unknown, table, member.part(thing));
    const auto* places = unknown.get_ptr<const Json::object_t*>();
    auto* elements = present.get_ptr<Json::array_t*>();
    if (!places || !elements) return;
    for (const auto& [place, of_element] : *places) {
        const auto index = parse_decimal(place, 0);
        if (!index || *index < 0 || static_cast<std::uint64_t>(*index) >= elements->size()) continue;
        const auto at = static_cast<std::size_t>(*index);
        give_back((*elements)[at], of_element, table, member.element(thing, at));
    }
}

void give_back_all(Json& object, const std::string& extra, const MemberTable& table, const void* thing) {
    if (extra.empty()) return;
    const auto unknown = parse_json(extra);
    const auto* members = unknown ? unknown->get_ptr<const Json::object_t*>() : nullptr;
    if (!members) return;
    for (const auto& [name, value] : *members) {
        auto* present = member(object, name);
        if (const auto* row = known(table, thing, name)) {
            if (present) give_back_within(*present, value, *row, thing);
        } else if (!present) {
            append(object, name, value);
        }
    }
}

class Writer {
public:
    void members(Json& object, const MemberTable& table, const void* thing) {
        for (const auto& member : table.rows) {
            if (member.is_there(thing)) write(object, table, member, thing);
        }
    }

private:
    void write(Json& object, const MemberTable& table, const Member& member, const void* thing) {
        using enum MemberKind;
        const auto put = [&](bool there, Json value) {
            if (there) append(object, member.key, std::move(value));
        };
        switch (member.kind) {
        case id:
        case text:
        case reference:
            return put(member.needed || !member.in<std::string>(thing).empty(), member.in<std::string>(thing));
        case flag:
            return put(member.in<bool>(thing), true);
        case whole:
            return put(member.in<int>(thing) != member.usual, member.in<int>(thing));
        case thousandths:
            return put(true, make_decimal(format_decimal(member.in<int>(thing), 3)));
        case amount:
            return put(true, member.in<std::int64_t>(thing));
        case choice: {
            const auto number = member.in<std::uint8_t>(thing);
            return put(member.needed || number != member.usual, std::string(member.type->names().key_of(number)));
        }
        case day: {
            const auto value = member.in<Date>(thing);
            if (member.opens) opened_ = value;
            return put(member.needed || value != member.usual_day(thing, opened_), value.iso());
        }
        case maybe_day: {
            const auto& value = member.in<std::optional<Date>>(thing);
            return put(value.has_value(), value.value_or(Date()).iso());
        }
        case texts:
        case references:
        case list:
            return put(member.size(thing) > 0, list_of(member, thing));
        case part:
            return put_part(object, member, member.part(thing));
        case made:
            return put_part(object, member, member.type->made->of(thing).get());
        case unknown:
            return give_back_all(object, member.in<std::string>(thing), table, thing);
        case choices:
            return put(member.size(thing) > 0, words_of(member, thing));
        case number:
            return put(true, make_decimal(format_decimal(std::llround(member.in<double>(thing) * 1e6), 6)));
        case group: {
            auto inner = Json::object();
            members(inner, member.type->table(), member.at(const_cast<void*>(thing)));
            return put(true, std::move(inner));
        }
        }
    }

    Json list_of(const Member& member, const void* thing) {
        auto list = Json::array();
        for (std::size_t i = 0; i < member.size(thing); ++i) {
            const auto* element = member.element(thing, i);
            if (member.kind == MemberKind::list) {
                members(list.emplace_back(Json::object()), member.type->table(), element);
            } else {
                list.push_back(*static_cast<const std::string*>(element));
            }
        }
        return list;
    }

    Json words_of(const Member& member, const void* thing) {
        auto list = Json::array();
        for (std::size_t i = 0; i < member.size(thing); ++i) {
            list.push_back(std::string(member.type->names().key_of(*static_cast<const std::uint8_t*>(member.element(thing, i)))));
        }
        return list;
    }

    void put_part(Json& object, const Member& member, const void* part) {
        if (!part) return;
        auto inner = Json::object();
        members(inner, member.type->table(), part);
        append(object, member.key, std::move(inner));
    }

    Date opened_; // once it is written
};

}

void write_members(Json& object, const MemberTable& table, const void* thing) {
    Writer().members(object, table, thing);
}

}
