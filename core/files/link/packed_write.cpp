#include "core/files/link/packed.hpp"

#include "core/base/text.hpp"
#include "core/codec/bytes.hpp"
#include "core/files/form/form_deal.hpp"
#include "core/files/form/form_plan.hpp"
#include "core/files/link/packed_layout.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

struct Packing {
    IdTables tables;
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
    static constexpr bool reads = false;
    template <typename T>
    using Of = const T;

    explicit PackedWriter(Packing& packing) : packing_(packing), slot_(packing.masks.size()) { packing.masks.push_back(0); }

    template <typename Tag>
    void id(std::string_view, const Id<Tag>&) {} // stands in the table
    void text(std::string_view, const std::string& value) {
        if (mark(!value.empty())) write_text(value);
    }
    void flag(std::string_view, bool value) { mark(value); }
    void whole(std::string_view, int value, int usual) {
        if (mark(value != usual)) put_signed(packing_.numbers, value);
    }
    void amount(std::string_view, std::int64_t value) { put_signed(packing_.numbers, value); }
    void milli(std::string_view, int value) { put_signed(packing_.numbers, value); }
    template <typename E>
    void choice(std::string_view, E value) {
        put_number(packing_.numbers, static_cast<std::uint64_t>(value));
    }
    template <typename E>
    void choice(std::string_view name, E value, E usual) {
        if (mark(value != usual)) choice(name, value);
    }
    void date(std::string_view, Date value) {
        put_signed(packing_.dates, value - packing_.last);
        packing_.last = value;
    }
    void date(std::string_view, Date value, Date usual) {
        if (mark(value != usual)) put_signed(packing_.dates, value - usual);
    }
    void date(std::string_view, const std::optional<Date>& value) {
        if (mark(value.has_value())) put_signed(packing_.dates, *value - packing_.last);
    }
    template <typename Tag>
    void reference(std::string_view, const Id<Tag>& value) {
        if (mark(!value.empty())) write_reference(value);
    }
    template <typename Tag>
    void references(std::string_view, const std::vector<Id<Tag>>& values) {
        if (!mark(!values.empty())) return;
        put_number(packing_.numbers, values.size());
        for (const auto& value : values) {
            write_reference(value);
        }
    }
    template <typename T>
    void part(std::string_view, const std::optional<T>& value) {
        if (mark(value.has_value())) write(*value);
    }
    template <typename T>
    void list(std::string_view, const std::vector<T>& values) {
        if (!mark(!values.empty())) return;
        if constexpr (!has_id<T>) put_number(packing_.numbers, values.size());
        for (const auto& value : values) {
            if (counts_from_opened<T>) packing_.last = packing_.opened;
            write(value);
        }
    }
    void rest(const std::string& extra) {
        if (extra.empty()) return;
        packing_.masks[slot_] |= rest_bit;
        write_text(extra);
    }
    Date opened() const { return packing_.opened; }
    void opened_on(Date day) { packing_.opened = packing_.last = day; }

private:
    bool mark(bool set) {
        if (set) packing_.masks[slot_] |= std::uint32_t{1} << bit_;
        ++bit_;
        return set;
    }

    template <typename T>
    void write(const T& value) {
        PackedWriter writer(packing_);
        describe(writer, value);
    }

    void write_text(const std::string& value) {
        packing_.possible = packing_.possible && !first_invalid_utf8(value);
        packing_.texts += value;
        packing_.texts += text_end;
    }

    // 0: none, 1 and up: the place in the table, one beyond the table: the id follows among the ids.
    template <typename Tag>
    void write_reference(const Id<Tag>& value) {
        if (value.empty()) {
            put_number(packing_.numbers, 0);
            return;
        }
        const auto& table = packing_.tables.of(value);
        const auto place = std::find(table.begin(), table.end(), value) - table.begin();
        put_number(packing_.numbers, static_cast<std::uint64_t>(place) + 1);
        if (static_cast<std::size_t>(place) == table.size()) packing_.add_id(value.text);
    }

    Packing& packing_;
    std::size_t slot_;
    int bit_ = first_bit;
};

template <typename T, typename I>
void tabulate(Packing& packing, const std::vector<T>& things, std::vector<I>& table) {
    put_number(packing.numbers, things.size());
    for (const auto& thing : things) {
        packing.add_id(thing.id.text);
        table.push_back(thing.id);
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

template <typename T>
std::optional<PackedParts> packed(Packing& packing, const T& thing) {
    PackedWriter writer(packing);
    describe(writer, thing);
    if (!packing.possible) return {};
    PackedParts parts{planes_of(packing.ids), {}, std::move(packing.numbers), std::move(packing.dates), std::move(packing.texts)};
    for (const auto mask : packing.masks) {
        put_number(parts.masks, mask);
    }
    return parts;
}

}

std::optional<PackedParts> pack_deal(const Deal& deal) {
    Packing packing;
    packing.add_id(deal.id.text);
    tabulate(packing, deal.stakeholders, packing.tables.people);
    tabulate(packing, deal.commitments, packing.tables.commitments);
    tabulate(packing, deal.promises, packing.tables.promises);
    tabulate(packing, deal.interactions, packing.tables.interactions);
    tabulate(packing, deal.concerns, packing.tables.concerns);
    return packed(packing, deal);
}

std::optional<PackedParts> pack_plan(const BuyerPlan& plan) {
    Packing packing;
    packing.add_id(plan.id.text);
    tabulate(packing, plan.people, packing.tables.people);
    tabulate(packing, plan.steps, packing.tables.commitments);
    return packed(packing, plan);
}

}
