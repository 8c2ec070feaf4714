#include "core/files/link/packed.hpp"

#include "core/codec/bytes.hpp"
#include "core/codec/json_extra.hpp"
#include "core/files/link/packed_layout.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>
#include <limits>

namespace middleground::io {

namespace {

// No list is longer in a deal that passes validate.
constexpr std::uint64_t longest_list = Limits::interactions;

struct Unpacking {
    explicit Unpacking(const PackedParts& parts) : masks(parts.masks), numbers(parts.numbers), dates(parts.dates), texts(parts.texts) {}

    IdLists known;
    std::vector<std::uint32_t> ids;
    std::size_t next_id = 0;
    ByteReader masks;
    ByteReader numbers;
    ByteReader dates;
    ByteReader texts;
    Date opened;
    Date last;
    bool sound = true; // once false, it stays, and nothing more is read

    std::uint64_t number() { return checked(sound ? numbers.number() : std::nullopt); }
    std::int64_t signed_number() { return checked(sound ? numbers.signed_number() : std::nullopt); }
    std::uint64_t count() {
        const auto value = number();
        if (value > longest_list) sound = false;
        return sound ? value : 0;
    }
    Date date_from(Date base) {
        const auto days = checked(sound ? dates.signed_number() : std::nullopt);
        const auto most = std::numeric_limits<std::int32_t>::max() / 4;
        if (days < -most || days > most) sound = false;
        const auto day = base + (sound ? static_cast<std::int32_t>(days) : 0);
        if (sound && day - base != days) sound = false; // was clamped
        return day;
    }
    std::string id() {
        if (next_id >= ids.size()) sound = false;
        return sound ? id_text(ids[next_id++]) : std::string();
    }

private:
    template <typename N>
    N checked(std::optional<N> value) {
        if (!value) sound = false;
        return value.value_or(0);
    }
};

class PackedReader {
public:
    explicit PackedReader(Unpacking& unpacking) : unpacking_(unpacking) {
        const auto mask = unpacking.sound ? unpacking.masks.number() : std::nullopt;
        if (!mask || *mask > std::numeric_limits<std::uint32_t>::max()) unpacking.sound = false;
        mask_ = mask.value_or(0);
    }

    void members(const MemberTable& table, void* thing) {
        for (const auto& member : table.rows) {
            if (member.in_links && member.is_there(thing)) read(member, thing);
        }
        // A bit that no member asked for was written by another version.
        if (mask_ >> bit_ != 0 || (!table.keeps_unknown() && (mask_ & rest_bit) != 0)) unpacking_.sound = false;
    }

private:
    void read(const Member& member, void* thing) {
        using enum MemberKind;
        switch (member.kind) {
        case id: // set from the list of ids
            return;
        case text:
            if (marked()) read_text(member.in<std::string>(thing));
            return;
        case flag:
            member.in<bool>(thing) = marked();
            return;
        case whole:
            member.in<int>(thing) = marked() ? small_number() : member.usual;
            return;
        case thousandths:
            member.in<int>(thing) = small_number();
            return;
        case amount:
            member.in<std::int64_t>(thing) = unpacking_.signed_number();
            return;
        case choice:
            member.in<std::uint8_t>(thing) = static_cast<std::uint8_t>(member.usual);
            if (member.needed || marked()) read_choice(member, member.in<std::uint8_t>(thing));
            return;
        case day:
            return read_day(member, thing);
        case maybe_day:
            if (marked()) member.in<std::optional<Date>>(thing) = unpacking_.date_from(unpacking_.last);
            return;
        case reference:
            if (marked()) read_reference(member, member.in<std::string>(thing));
            return;
        case references:
            if (!marked()) return;
            for (auto left = unpacking_.count(); left > 0 && unpacking_.sound; --left) {
                read_reference(member, *static_cast<std::string*>(member.type->list->add(member.at(thing))));
            }
            return;
        case list:
            return read_list(member, thing);
        case part:
            if (marked()) PackedReader(unpacking_).members(member.type->table(), member.type->part->make(member.at(thing)));
            return;
        case made:
            if (marked()) {
                auto object = member.type->made->fresh();
                PackedReader(unpacking_).members(member.type->table(), object.get());
                member.type->made->put(thing, std::move(object));
            }
            return;
        case unknown:
            if ((mask_ & rest_bit) != 0) read_unknown(member.in<std::string>(thing));
            return;
        case texts:
            if (!marked()) return;
            for (auto left = unpacking_.count(); left > 0 && unpacking_.sound; --left) {
                read_text(*static_cast<std::string*>(member.type->list->add(member.at(thing))), true);
            }
            return;
        case choices:
            if (!marked()) return;
            for (auto left = unpacking_.count(); left > 0 && unpacking_.sound; --left) {
                read_choice(member, *static_cast<std::uint8_t*>(member.type->list->add(member.at(thing))));
            }
            return;
        case number:
            member.in<double>(thing) = static_cast<double>(unpacking_.signed_number()) / millionths;
            return;
        case group:
            for (const auto& one : member.type->table().rows) {
                if (one.is_there(thing)) read(one, thing);
            }
            return;
        }
    }

    bool marked() { return (mask_ >> bit_++ & 1) != 0 && unpacking_.sound; }

    void read_choice(const Member& member, std::uint8_t& value) {
        const auto number = unpacking_.number();
        if (member.type->names().has(number)) {
            value = static_cast<std::uint8_t>(number);
        } else {
            unpacking_.sound = false;
        }
    }

    void read_day(const Member& member, void* thing) {
        auto& value = member.in<Date>(thing);
        if (member.usual_day) {
            const auto usual = member.usual_day(thing, unpacking_.opened);
            value = marked() ? unpacking_.date_from(usual) : usual;
            return;
        }
        unpacking_.last = value = unpacking_.date_from(unpacking_.last);
        if (member.opens) unpacking_.opened = value;
    }

    void read_list(const Member& member, void* thing) {
        const auto& table = member.type->table();
        const auto* ids = has_id(table) ? &list_of(unpacking_.known, table.own_ids) : nullptr;
        std::uint64_t count = 0;
        if (ids) {
            count = ids->size();
            if (marked() != (count > 0)) unpacking_.sound = false;
        } else if (marked()) {
            count = unpacking_.count();
        }
        for (std::uint64_t i = 0; i < count && unpacking_.sound; ++i) {
            if (counts_from_opened(table)) unpacking_.last = unpacking_.opened;
            auto* element = member.type->list->add(member.at(thing));
            if (ids) table.own_id(element) = (*ids)[static_cast<std::size_t>(i)];
            PackedReader(unpacking_).members(table, element);
        }
    }

    // Of a list, one may be empty; a member that is, is left out.
    void read_text(std::string& value, bool may_be_empty = false) {
        const auto text = unpacking_.sound ? unpacking_.texts.text_until(text_end) : std::nullopt;
        if (!text || (text->empty() && !may_be_empty)) unpacking_.sound = false;
        value = text.value_or(std::string_view());
    }

    void read_unknown(std::string& extra) {
        read_text(extra);
        if (unpacking_.sound && !is_extra(extra)) unpacking_.sound = false;
    }

    int small_number() {
        const auto number = unpacking_.signed_number();
        if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) unpacking_.sound = false;
        return unpacking_.sound ? static_cast<int>(number) : 0;
    }

    void read_reference(const Member& member, std::string& value) {
        const auto place = unpacking_.number();
        const auto& known = list_of(unpacking_.known, member.type->refers_to);
        if (place == 0 || !unpacking_.sound) return;
        if (place <= known.size()) {
            value = known[static_cast<std::size_t>(place - 1)];
        } else if (place == known.size() + 1) {
            value = unpacking_.id();
        } else {
            unpacking_.sound = false;
        }
    }

    Unpacking& unpacking_;
    std::uint64_t mask_ = 0;
    int bit_ = first_bit;
};

// The thing's own id, then those of its lists.
void read_id_lists(Unpacking& unpacking, const MemberTable& table, void* thing) {
    table.own_id(thing) = unpacking.id();
    for (const auto& member : table.rows) {
        const auto* elements = elements_with_ids(member);
        if (!elements) continue;
        for (auto left = unpacking.count(); left > 0 && unpacking.sound; --left) {
            list_of(unpacking.known, elements->own_ids).push_back(unpacking.id());
        }
    }
}

bool read_ids(Unpacking& unpacking, std::string_view planes) {
    if (planes.size() % 4 != 0) return false;
    auto& ids = unpacking.ids;
    ids.resize(planes.size() / 4);
    for (std::size_t i = 0; i < planes.size(); ++i) {
        auto& bits = ids[i % ids.size()];
        bits = bits << 8 | static_cast<unsigned char>(planes[i]);
    }
    return std::ranges::all_of(ids, [](std::uint32_t bits) { return bits >> 30 == 0; });
}

// Whether all of it could be read, and nothing is left.
bool unpacked(const PackedParts& parts, const MemberTable& table, void* thing) {
    Unpacking unpacking(parts);
    if (!read_ids(unpacking, parts.ids)) return false;
    read_id_lists(unpacking, table, thing);
    PackedReader(unpacking).members(table, thing);
    const bool all_read = unpacking.masks.empty() && unpacking.numbers.empty() && unpacking.dates.empty() && unpacking.texts.empty() &&
                          unpacking.next_id == unpacking.ids.size();
    return unpacking.sound && all_read;
}

}

std::optional<Deal> unpack_deal(const PackedParts& parts) {
    Deal deal;
    if (!unpacked(parts, members_of<Deal>(), &deal)) return {};
    return deal;
}

std::optional<BuyerPlan> unpack_plan(const PackedParts& parts) {
    BuyerPlan plan;
    if (!unpacked(parts, members_of<BuyerPlan>(), &plan)) return {};
    return plan;
}

}
