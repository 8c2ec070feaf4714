#include "core/files/link/packed.hpp"

#include "core/base/text.hpp"
#include "core/codec/bytes.hpp"
#include "core/files/link/packed_layout.hpp"

#include <algorithm>
#include <cmath>

namespace middleground::io {

namespace {

struct Packing {
    IdLists known;
    std::vector<std::uint32_t> ids;
    std::vector<std::uint32_t> masks;
    std::string numbers;
    std::string dates;
    std::string texts;
    Date opened;
    Date last; // what the next date is counted from
    bool possible = true;

    void add_id(std::string_view text) {
        const auto bits = id_bits(text);
        possible = possible && bits;
        ids.push_back(bits.value_or(0));
    }
};

class PackedWriter {
public:
    explicit PackedWriter(Packing& packing) : packing_(packing), slot_(packing.masks.size()) { packing.masks.push_back(0); }

    void members(const MemberTable& table, const void* thing) {
        for (const auto& member : table.rows) {
            if (member.in_links && member.is_there(thing)) write(member, thing);
        }
    }

private:
    void write(const Member& member, const void* thing) {
        using enum MemberKind;
        switch (member.kind) {
        case id: // stands in the list of ids
            return;
        case text:
            if (mark(!member.in<std::string>(thing).empty())) write_text(member.in<std::string>(thing));
            return;
        case flag:
            mark(member.in<bool>(thing));
            return;
        case whole:
            if (mark(member.in<int>(thing) != member.usual)) put_signed(packing_.numbers, member.in<int>(thing));
            return;
        case thousandths:
            return put_signed(packing_.numbers, member.in<int>(thing));
        case amount:
            return put_signed(packing_.numbers, member.in<std::int64_t>(thing));
        case choice:
            if (member.needed || mark(member.in<std::uint8_t>(thing) != member.usual)) {
                put_number(packing_.numbers, member.in<std::uint8_t>(thing));
            }
            return;
        case day:
            return write_day(member, thing);
        case maybe_day:
            if (const auto& value = member.in<std::optional<Date>>(thing); mark(value.has_value())) {
                put_signed(packing_.dates, *value - packing_.last);
            }
            return;
        case reference:
            if (const auto& id_of_it = member.in<std::string>(thing); mark(!id_of_it.empty())) write_reference(member, id_of_it);
            return;
        case references:
        case list:
            return write_list(member, thing);
        case part:
            return write_part(member, member.part(thing));
        case made:
            return write_part(member, member.type->made->of(thing).get());
        case unknown:
            if (member.in<std::string>(thing).empty()) return;
            packing_.masks[slot_] |= rest_bit;
            return write_text(member.in<std::string>(thing));
        case texts:
            if (!mark(member.size(thing) > 0)) return;
            put_number(packing_.numbers, member.size(thing));
            for (std::size_t i = 0; i < member.size(thing); ++i) {
                write_text(*static_cast<const std::string*>(member.element(thing, i)));
            }
            return;
        case choices:
            if (!mark(member.size(thing) > 0)) return;
            put_number(packing_.numbers, member.size(thing));
            for (std::size_t i = 0; i < member.size(thing); ++i) {
                put_number(packing_.numbers, *static_cast<const std::uint8_t*>(member.element(thing, i)));
            }
            return;
        case number:
            return put_signed(packing_.numbers, std::llround(member.in<double>(thing) * millionths));
        case group: // its members take part in the mask of the thing
            for (const auto& one : member.type->table().rows) {
                if (one.is_there(thing)) write(one, thing);
            }
            return;
        }
    }

    bool mark(bool set) {
        if (set) packing_.masks[slot_] |= std::uint32_t{1} << bit_;
        ++bit_;
        return set;
    }

    void write_day(const Member& member, const void* thing) {
        const auto value = member.in<Date>(thing);
        if (member.usual_day) {
            const auto usual = member.usual_day(thing, packing_.opened);
            if (mark(value != usual)) put_signed(packing_.dates, value - usual);
            return;
        }
        put_signed(packing_.dates, value - packing_.last);
        packing_.last = value;
        if (member.opens) packing_.opened = value;
    }

    void write_list(const Member& member, const void* thing) {
        const auto size = member.size(thing);
        if (!mark(size > 0)) return;
        const auto* table = member.kind == MemberKind::list ? &member.type->table() : nullptr;
        if (!table || !has_id(*table)) put_number(packing_.numbers, size);
        for (std::size_t i = 0; i < size; ++i) {
            const auto* element = member.element(thing, i);
            if (!table) {
                write_reference(member, *static_cast<const std::string*>(element));
                continue;
            }
            if (counts_from_opened(*table)) packing_.last = packing_.opened;
            PackedWriter(packing_).members(*table, element);
        }
    }

    void write_part(const Member& member, const void* part) {
        if (mark(part)) PackedWriter(packing_).members(member.type->table(), part);
    }

    void write_text(const std::string& value) {
        packing_.possible = packing_.possible && !first_invalid_utf8(value);
        packing_.texts += value;
        packing_.texts += text_end;
    }

    // 0: none, 1 and up: the place in the list, one beyond the list: the id follows among the ids.
    void write_reference(const Member& member, const std::string& value) {
        if (value.empty()) {
            put_number(packing_.numbers, 0);
            return;
        }
        const auto& known = list_of(packing_.known, member.type->refers_to);
        const auto place = static_cast<std::size_t>(std::ranges::find(known, value) - known.begin());
        put_number(packing_.numbers, place + 1);
        if (place == known.size()) packing_.add_id(value);
    }

    Packing& packing_;
    std::size_t slot_;
    int bit_ = first_bit;
};

// The thing's own id, then those of its lists.
void write_ids(Packing& packing, const MemberTable& table, const void* thing) {
    packing.add_id(table.own_id(thing));
    for (const auto& member : table.rows) {
        const auto* elements = elements_with_ids(member);
        if (!elements) continue;
        const auto size = member.size(thing);
        put_number(packing.numbers, size);
        for (std::size_t i = 0; i < size; ++i) {
            const auto& id = elements->own_id(member.element(thing, i));
            packing.add_id(id);
            list_of(packing.known, elements->own_ids).push_back(id);
        }
    }
}

// Ids by planes: first the highest bytes of all of them.
std::string planes_of(const std::vector<std::uint32_t>& ids) {
    std::string planes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        for (const auto id : ids) {
            planes += static_cast<char>(id >> shift & 0xff);
        }
    }
    return planes;
}

std::optional<PackedParts> packed(const MemberTable& table, const void* thing) {
    Packing packing;
    write_ids(packing, table, thing);
    PackedWriter(packing).members(table, thing);
    if (!packing.possible) return {};
    PackedParts parts{planes_of(packing.ids), {}, std::move(packing.numbers), std::move(packing.dates), std::move(packing.texts)};
    for (const auto mask : packing.masks) {
        put_number(parts.masks, mask);
    }
    return parts;
}

}

std::optional<PackedParts> pack_deal(const Deal& deal) {
    return packed(members_of<Deal>(), &deal);
}

std::optional<PackedParts> pack_plan(const BuyerPlan& plan) {
    return packed(members_of<BuyerPlan>(), &plan);
}

}
