#include "core/files/link/packed.hpp"

#include "core/codec/bytes.hpp"
#include "core/files/form/form_deal.hpp"
#include "core/files/form/form_plan.hpp"
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

    IdTables tables;
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
    static constexpr bool reads = true;
    template <typename T>
    using Of = T;

    explicit PackedReader(Unpacking& unpacking) : unpacking_(unpacking) {
        const auto mask = unpacking.sound ? unpacking.masks.number() : std::nullopt;
        if (!mask || *mask > std::numeric_limits<std::uint32_t>::max()) unpacking.sound = false;
        mask_ = mask.value_or(0);
    }
    // A bit that no member asked for was written by another version.
    void finish() {
        if (mask_ >> bit_ != 0 || (!rest_read_ && (mask_ & rest_bit) != 0)) unpacking_.sound = false;
    }

    template <typename Tag>
    void id(std::string_view, Id<Tag>&) {} // set from the table
    void text(std::string_view, std::string& value) {
        if (marked()) read_text(value);
    }
    void flag(std::string_view, bool& value) { value = marked(); }
    void whole(std::string_view, int& value, int usual) { value = marked() ? small_number() : usual; }
    void amount(std::string_view, std::int64_t& value) { value = unpacking_.signed_number(); }
    void milli(std::string_view, int& value) { value = small_number(); }
    template <typename E>
    void choice(std::string_view, E& value) {
        const auto number = unpacking_.number();
        for (const auto& name : names_of<E>()) {
            if (static_cast<std::uint64_t>(name.value) == number) {
                value = name.value;
                return;
            }
        }
        unpacking_.sound = false;
    }
    template <typename E>
    void choice(std::string_view name, E& value, E usual) {
        value = usual;
        if (marked()) choice(name, value);
    }
    void date(std::string_view, Date& value) { unpacking_.last = value = unpacking_.date_from(unpacking_.last); }
    void date(std::string_view, Date& value, Date usual) { value = marked() ? unpacking_.date_from(usual) : usual; }
    void date(std::string_view, std::optional<Date>& value) {
        if (marked()) value = unpacking_.date_from(unpacking_.last);
    }
    template <typename Tag>
    void reference(std::string_view, Id<Tag>& value) {
        if (marked()) read_reference(value);
    }
    template <typename Tag>
    void references(std::string_view, std::vector<Id<Tag>>& values) {
        if (!marked()) return;
        for (auto left = unpacking_.count(); left > 0 && unpacking_.sound; --left) {
            read_reference(values.emplace_back());
        }
    }
    template <typename T>
    void part(std::string_view, std::optional<T>& value) {
        if (marked()) read(value.emplace());
    }
    template <typename T>
    void list(std::string_view, std::vector<T>& values) {
        std::uint64_t count = 0;
        if constexpr (has_id<T>) {
            count = unpacking_.tables.of(decltype(T::id)()).size();
            if (marked() != (count > 0)) unpacking_.sound = false;
        } else if (marked()) {
            count = unpacking_.count();
        }
        for (std::uint64_t i = 0; i < count && unpacking_.sound; ++i) {
            if (counts_from_opened<T>) unpacking_.last = unpacking_.opened;
            auto& value = values.emplace_back();
            if constexpr (has_id<T>) value.id = unpacking_.tables.of(value.id)[static_cast<std::size_t>(i)];
            read(value);
        }
    }
    void rest(std::string& extra) {
        rest_read_ = true;
        if ((mask_ & rest_bit) == 0) return;
        read_text(extra);
        if (unpacking_.sound && !is_extra(extra)) unpacking_.sound = false;
    }
    Date opened() const { return unpacking_.opened; }
    void opened_on(Date day) { unpacking_.opened = unpacking_.last = day; }

private:
    bool marked() { return (mask_ >> bit_++ & 1) != 0 && unpacking_.sound; }

    template <typename T>
    void read(T& value) {
        PackedReader reader(unpacking_);
        describe(reader, value);
        reader.finish();
    }

    void read_text(std::string& value) {
        const auto text = unpacking_.sound ? unpacking_.texts.text_until(text_end) : std::nullopt;
        if (!text || text->empty()) unpacking_.sound = false;
        value = text.value_or(std::string_view());
    }

    int small_number() {
        const auto number = unpacking_.signed_number();
        if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) unpacking_.sound = false;
        return unpacking_.sound ? static_cast<int>(number) : 0;
    }

    template <typename Tag>
    void read_reference(Id<Tag>& value) {
        const auto place = unpacking_.number();
        const auto& table = unpacking_.tables.of(value);
        if (place == 0 || !unpacking_.sound) return;
        if (place <= table.size()) {
            value = table[static_cast<std::size_t>(place - 1)];
        } else if (place == table.size() + 1) {
            value.text = unpacking_.id();
        } else {
            unpacking_.sound = false;
        }
    }

    Unpacking& unpacking_;
    std::uint64_t mask_ = 0;
    int bit_ = first_bit;
    bool rest_read_ = false;
};

template <typename I>
void read_table(Unpacking& unpacking, std::vector<I>& table) {
    for (auto left = unpacking.count(); left > 0 && unpacking.sound; --left) {
        table.push_back({unpacking.id()});
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
template <typename T>
bool read_whole(Unpacking& unpacking, T& thing) {
    PackedReader reader(unpacking);
    describe(reader, thing);
    reader.finish();
    const bool all_read = unpacking.masks.empty() && unpacking.numbers.empty() && unpacking.dates.empty() && unpacking.texts.empty() &&
                          unpacking.next_id == unpacking.ids.size();
    return unpacking.sound && all_read;
}

}

std::optional<Deal> unpack_deal(const PackedParts& parts) {
    Unpacking unpacking(parts);
    if (!read_ids(unpacking, parts.ids)) return {};
    Deal deal;
    deal.id.text = unpacking.id();
    read_table(unpacking, unpacking.tables.people);
    read_table(unpacking, unpacking.tables.commitments);
    read_table(unpacking, unpacking.tables.promises);
    read_table(unpacking, unpacking.tables.interactions);
    read_table(unpacking, unpacking.tables.concerns);
    if (!read_whole(unpacking, deal)) return {};
    return deal;
}

std::optional<BuyerPlan> unpack_plan(const PackedParts& parts) {
    Unpacking unpacking(parts);
    if (!read_ids(unpacking, parts.ids)) return {};
    BuyerPlan plan;
    plan.id.text = unpacking.id();
    read_table(unpacking, unpacking.tables.people);
    read_table(unpacking, unpacking.tables.commitments);
    if (!read_whole(unpacking, plan)) return {};
    return plan;
}

}
