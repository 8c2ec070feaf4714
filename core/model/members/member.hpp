#pragma once

#include "core/base/date.hpp"
#include "core/model/members/any_names.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

// Each noun of the model is described once, as data: a table with a row for each member. Files, links, merging, the limits of validation
// and tables for spreadsheets read these rows, one piece of code for all nouns. row.hpp builds rows and takes the kind from the type of the member;
// members.hpp has the tables.
namespace middleground {

struct MemberTable;

// What a member is, and as which type Member::at gives it.
enum class MemberKind : std::uint8_t {
    id,         // std::string: the thing's own id
    text,       // std::string
    texts,      // a list of std::string
    flag,       // bool
    whole,      // int
    thousandths, // int, a decimal in files
    amount,     // std::int64_t
    number,     // double, at most six decimals in files
    choice,     // an enum, as the std::uint8_t that it is
    choices,    // a list of such
    day,        // Date
    maybe_day,  // std::optional<Date>
    reference,  // std::string: the id of another thing, or empty
    references, // a list of such
    part,       // std::optional of a noun
    made,       // a part that files hold in another form than the model: see MadePart
    group,      // the thing itself: some of its members stand in an object of their own in files
    list,       // std::vector of a noun
    unknown     // std::string: members of files that nobody knows, as a compact JSON object
};

// Which list of the deal an id is from. In links, references are places in these lists.
enum class IdKind : std::uint8_t { person, commitment, promise, interaction, concern, none };
inline constexpr std::size_t id_kinds = static_cast<std::size_t>(IdKind::none);

enum class MergeRule : std::uint8_t {
    none,    // another rule takes care of it, or it stays as it is in mine
    value,   // as a whole
    set,     // by its elements
    named,   // fields of one's own, each by its name
    log,     // events of both sides in order of date
    created, // the earlier one
    origin,  // theirs where only theirs has changed, without a question
    unknown  // each unknown member by itself
};

// May the buyer see something of it? What buyer_plan() shows of a deal is marked; tests hold both together.
enum class Audience : std::uint8_t { us, buyer };

// Lists of any element. Elements are as Member::at gives them: ids as their text, enums as their number.
struct ListType {
    std::size_t (*size)(const void* list);
    void* (*at)(void* list, std::size_t place);
    void* (*add)(void* list); // an element at the end, for filling in
};

struct PartType {
    void* (*get)(void* part); // null when there is none
    void* (*make)(void* part);
};

// An outcome is a sum type and an origin leaves out what is known anyway: files hold what is made of them.
struct MadePart {
    using Object = std::unique_ptr<void, void (*)(void*)>;
    Object (*of)(const void* thing); // null when there is none
    Object (*fresh)();
    void (*put)(void* thing, Object made); // null: there is none
};

// What merging asks of a member as a whole, and of the elements of a list.
struct Comparison {
    bool (*equal)(const void* one, const void* other);
    void (*assign)(void* to, const void* from);
    bool (*equal_elements)(const void* one, const void* other) = nullptr;
    void (*set_elements)(void* list, std::span<const void* const> elements) = nullptr; // which are of other lists
};

// What is said once for each type of members.
struct MemberType {
    MemberKind kind;
    IdKind refers_to = IdKind::none;
    AnyNames (*names)() = nullptr;
    const MemberTable& (*table)() = nullptr; // of the part, or of the list's elements
    const ListType* list = nullptr;
    const PartType* part = nullptr;
    const MadePart* made = nullptr;
};

struct Member {
    std::string_view key;   // in JSON
    std::string_view label; // for people, as a merge shows it
    std::string_view noun;  // in messages about limits: "The noun is longer than ..."
    void* (*at)(void* thing) = nullptr;
    const MemberType* type = nullptr;
    const Comparison* comparison = nullptr; // with a rule for merging only
    Date (*usual_day)(const void* thing, Date opened) = nullptr; // the value at which a day is left out; null: it never is
    bool (*applies)(const void* thing) = nullptr;                // null: always
    int usual = 0;                                               // the value at which a whole number or choice is left out
    int lowest = 0;
    int highest = -1; // of whole numbers; bytes of texts, entries of lists. -1: no limit
    MemberKind kind = MemberKind::text;
    MergeRule merge = MergeRule::none;
    Audience audience = Audience::us;
    bool needed = false; // always there
    bool in_links = true; // false: links say nothing of it, and have no bit for it
    bool opens = false;  // the day the deal was opened: other days count from it

    bool is_there(const void* thing) const { return !applies || applies(thing); }
    // `T` as the kind says.
    template <typename T>
    T& in(void* thing) const {
        return *static_cast<T*>(at(thing));
    }
    // Finding the address changes nothing.
    template <typename T>
    const T& in(const void* thing) const {
        return *static_cast<const T*>(at(const_cast<void*>(thing)));
    }
    const void* in(const void* thing) const { return at(const_cast<void*>(thing)); }

    std::size_t size(const void* thing) const { return type->list->size(in(thing)); }
    const void* element(const void* thing, std::size_t place) const { return type->list->at(const_cast<void*>(in(thing)), place); }
    const void* part(const void* thing) const { return type->part->get(const_cast<void*>(in(thing))); }
};

struct MemberTable {
    // In the order of the JSON file; an own id comes first. It is the order of the packed link, too, and FROZEN: new rows go to the end,
    // before `unknown`.
    std::span<const Member> rows;
    // In links: the list of ids that has the things; `none` for things without an id.
    IdKind own_ids = IdKind::none;
    // In links, days begin to count anew from the opening of the deal with each thing of an id, but interactions follow each other in time.
    bool days_follow = false;

    // Null when there is no such row.
    const Member* find(std::string_view key) const {
        for (const auto& member : rows) {
            if (member.key == key) return &member;
        }
        return nullptr;
    }
    // Of a thing that has one.
    const std::string& own_id(const void* thing) const { return rows.front().in<std::string>(thing); }
    std::string& own_id(void* thing) const { return rows.front().in<std::string>(thing); }
    bool keeps_unknown() const { return !rows.empty() && rows.back().kind == MemberKind::unknown; }
};

}
