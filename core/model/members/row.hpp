#pragma once

#include "core/base/id.hpp"
#include "core/model/limits.hpp"
#include "core/model/members/member.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

// Builds rows. The kind of a row follows from the type of the member, so that a table cannot say something else; a struct with a member that is
// in no row does not compile (table_for).
namespace middleground {

template <typename T>
const MemberTable& members_of();

namespace rows {

template <typename Tag>
inline constexpr IdKind kind_of_id = IdKind::none;
template <>
inline constexpr IdKind kind_of_id<StakeholderTag> = IdKind::person;
template <>
inline constexpr IdKind kind_of_id<CommitmentTag> = IdKind::commitment;
template <>
inline constexpr IdKind kind_of_id<PromiseTag> = IdKind::promise;
template <>
inline constexpr IdKind kind_of_id<InteractionTag> = IdKind::interaction;
template <>
inline constexpr IdKind kind_of_id<ConcernTag> = IdKind::concern;

template <typename T>
void* address(T& value) {
    return &value;
}
template <typename Tag>
void* address(Id<Tag>& value) {
    return &value.text;
}

template <typename T>
inline constexpr ListType list_type{
    [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
    [](void* list, std::size_t place) { return address((*static_cast<std::vector<T>*>(list))[place]); },
    [](void* list) { return address(static_cast<std::vector<T>*>(list)->emplace_back()); },
};

template <typename T>
inline constexpr PartType part_type{
    [](void* part) -> void* {
        auto& value = *static_cast<std::optional<T>*>(part);
        return value ? &*value : nullptr;
    },
    [](void* part) -> void* { return &static_cast<std::optional<T>*>(part)->emplace(); },
};

template <typename T>
struct TypeOf;
template <>
struct TypeOf<std::string> {
    static constexpr MemberType type{MemberKind::text};
};
template <>
struct TypeOf<bool> {
    static constexpr MemberType type{MemberKind::flag};
};
template <>
struct TypeOf<int> {
    static constexpr MemberType type{MemberKind::whole};
};
template <>
struct TypeOf<std::int64_t> {
    static constexpr MemberType type{MemberKind::amount};
};
template <>
struct TypeOf<double> {
    static constexpr MemberType type{MemberKind::number};
};
template <>
struct TypeOf<Date> {
    static constexpr MemberType type{MemberKind::day};
};
template <>
struct TypeOf<std::optional<Date>> {
    static constexpr MemberType type{.kind = MemberKind::maybe_day, .part = &part_type<Date>};
};
template <typename E>
    requires std::is_enum_v<E>
struct TypeOf<E> {
    static constexpr MemberType type{.kind = MemberKind::choice, .names = &any_names<E>};
};
template <typename Tag>
struct TypeOf<Id<Tag>> {
    static constexpr MemberType type{.kind = MemberKind::reference, .refers_to = kind_of_id<Tag>};
};
template <typename T>
struct TypeOf<std::optional<T>> {
    static constexpr MemberType type{.kind = MemberKind::part, .table = &members_of<T>, .part = &part_type<T>};
};
template <>
struct TypeOf<std::vector<std::string>> {
    static constexpr MemberType type{.kind = MemberKind::texts, .list = &list_type<std::string>};
};
template <typename E>
    requires std::is_enum_v<E>
struct TypeOf<std::vector<E>> {
    static constexpr MemberType type{.kind = MemberKind::choices, .names = &any_names<E>, .list = &list_type<E>};
};
template <typename Tag>
struct TypeOf<std::vector<Id<Tag>>> {
    static constexpr MemberType type{.kind = MemberKind::references, .refers_to = kind_of_id<Tag>, .list = &list_type<Id<Tag>>};
};
template <typename T>
struct TypeOf<std::vector<T>> {
    static constexpr MemberType type{.kind = MemberKind::list, .table = &members_of<T>, .list = &list_type<T>};
};

template <typename M>
struct Comparing {
    static bool equal(const void* one, const void* other) { return *static_cast<const M*>(one) == *static_cast<const M*>(other); }
    static void assign(void* to, const void* from) { *static_cast<M*>(to) = *static_cast<const M*>(from); }
    static constexpr Comparison comparison{&equal, &assign};
};
// The address of an id is that of its text.
template <typename Tag>
struct Comparing<Id<Tag>> : Comparing<std::string> {};
template <typename T>
struct Comparing<std::vector<T>> {
    static bool equal(const void* one, const void* other) {
        return *static_cast<const std::vector<T>*>(one) == *static_cast<const std::vector<T>*>(other);
    }
    static void assign(void* to, const void* from) { *static_cast<std::vector<T>*>(to) = *static_cast<const std::vector<T>*>(from); }
    static const T& element(const void* value) {
        if constexpr (requires(T id) { id.empty(); }) { // an id, given as its text, which is all there is to it
            static_assert(std::is_standard_layout_v<T> && sizeof(T) == sizeof(std::string));
        }
        return *static_cast<const T*>(value);
    }
    static bool equal_elements(const void* one, const void* other) { return element(one) == element(other); }
    static void set_elements(void* list, std::span<const void* const> elements) {
        std::vector<T> values;
        for (const auto* one : elements) {
            values.push_back(element(one));
        }
        *static_cast<std::vector<T>*>(list) = std::move(values);
    }
    static constexpr Comparison comparison{&equal, &assign, &equal_elements, &set_elements};
};

template <typename M>
struct Row : Member {
    constexpr Row own() const { return with([](Row& changed) { changed.kind = MemberKind::id; changed.needed = true; }); }
    constexpr Row thousandths() const { return with([](Row& changed) { changed.kind = MemberKind::thousandths; changed.needed = true; }); }
    constexpr Row is_needed() const { return with([](Row& changed) { changed.needed = true; }); }
    constexpr Row day_opened() const { return with([](Row& changed) { changed.opens = true; }); }
    constexpr Row not_in_links() const { return with([](Row& changed) { changed.in_links = false; }); }
    constexpr Row buyer() const { return with([](Row& changed) { changed.audience = Audience::buyer; }); }
    constexpr Row usually(M value) const {
        return with([&](Row& changed) { changed.usual = static_cast<int>(value); changed.needed = false; });
    }
    constexpr Row usual_on(Date (*day)(const void*, Date)) const {
        return with([&](Row& changed) { changed.usual_day = day; changed.needed = false; });
    }
    constexpr Row only_if(bool (*holds)(const void*)) const { return with([&](Row& changed) { changed.applies = holds; }); }
    // `called`: in messages; the label in lower case where nothing is said.
    constexpr Row at_most(int limit, std::string_view called = {}) const { return from_to(0, limit, called); }
    constexpr Row from_to(int from, int to, std::string_view called = {}) const {
        return with([&](Row& changed) { changed.lowest = from; changed.highest = to; changed.noun = called; });
    }
    constexpr Row merged(MergeRule rule) const {
        return with([&](Row& changed) { changed.merge = rule; changed.comparison = &Comparing<M>::comparison; });
    }

private:
    template <typename Change>
    constexpr Row with(Change change) const {
        auto changed = *this;
        change(changed);
        return changed;
    }
};

// The member at the end of a path of members: row<&LogDraft::line_state, &LogLineState::plain>("plain").
template <typename T>
struct PointsTo;
template <typename T, typename M>
struct PointsTo<M T::*> {
    using Thing = T;
    using Type = M;
};

template <auto first, auto... further>
void* address_in(void* thing) {
    auto& value = static_cast<typename PointsTo<decltype(first)>::Thing*>(thing)->*first;
    if constexpr (sizeof...(further) == 0) {
        return address(value);
    } else {
        return address_in<further...>(&value);
    }
}

template <auto first, auto... further>
struct EndOf : EndOf<further...> {};
template <auto last>
struct EndOf<last> : PointsTo<decltype(last)> {};

template <typename M>
constexpr Row<M> row_of(std::string_view key, std::string_view label, const MemberType& type, void* (*at)(void*)) {
    using enum MemberKind;
    Row<M> built;
    built.key = key;
    built.label = label;
    built.at = at;
    built.type = &type;
    built.kind = type.kind;
    built.needed = type.kind == choice || type.kind == day || type.kind == amount || type.kind == number;
    return built;
}

template <auto... path>
constexpr auto row(std::string_view key, std::string_view label = {}) {
    using M = typename EndOf<path...>::Type;
    return row_of<M>(key, label, TypeOf<M>::type, &address_in<path...>);
}

// What nobody knows, the last row.
template <auto member>
constexpr auto unknown_members() {
    auto built = row<member>("", "Other data").merged(MergeRule::unknown).at_most(Limits::long_text, "text of unknown members");
    built.kind = MemberKind::unknown;
    return built;
}

// Members of the thing itself that stand in an object of their own in files.
template <const MemberTable& (*table)()>
inline constexpr MemberType group_type{.kind = MemberKind::group, .table = table};
template <const MemberTable& (*table)()>
constexpr Member group(std::string_view key) {
    Member member;
    member.key = key;
    member.at = [](void* thing) { return thing; };
    member.type = &group_type<table>;
    member.kind = MemberKind::group;
    member.needed = true;
    return member;
}

// A member that files hold in another form.
template <auto member>
constexpr auto made(std::string_view key, std::string_view label, const MemberType& type) {
    return row_of<typename EndOf<member>::Type>(key, label, type, &address_in<member>);
}

// How many members an aggregate has.
struct Anything {
    template <typename T>
    operator T() const; // never defined: only asked whether it would do
};
template <typename T, typename... Some>
consteval int count_members(Some... some) {
    if constexpr (requires { T{some..., Anything{}}; }) {
        return count_members<T>(some..., Anything{});
    } else {
        return sizeof...(some);
    }
}

// `not_its_own`: rows less members, where a table has groups.
template <typename T, int not_its_own = 0, std::size_t count>
consteval MemberTable table_for(const Member (&rows)[count], IdKind own_ids = IdKind::none, bool days_follow = false) {
    static_assert(static_cast<int>(count) == count_members<T>() + not_its_own, "each member of the struct is in one row");
    return {rows, own_ids, days_follow};
}

}

}
