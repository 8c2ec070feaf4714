#pragma once

#include "core/model/members/row.hpp"
#include "core/model/origin_values.hpp"

#include <utility>

// Parts that are made for files; only the tables use it.
namespace middleground::rows {

inline MadePart::Object no_object() {
    return {nullptr, [](void*) {}};
}
template <typename Part>
MadePart::Object made_object(Part part) {
    return {new Part(std::move(part)), [](void* object) { delete static_cast<Part*>(object); }};
}

// What an origin says that the thing says too is left out (origin_values.hpp).
template <typename Thing, typename Origin>
inline constexpr MadePart made_origin{
    [](const void* thing) {
        const auto& whole = *static_cast<const Thing*>(thing);
        return whole.origin ? made_object(without_known(*whole.origin, values_of(whole))) : no_object();
    },
    [] { return made_object(Origin()); },
    [](void* thing, MadePart::Object part) {
        auto& whole = *static_cast<Thing*>(thing);
        whole.origin = with_known(std::move(*static_cast<Origin*>(part.get())), values_of(whole));
    },
};
template <typename Thing, typename Origin>
inline constexpr MemberType made_origin_type{.kind = MemberKind::made,
                                             .table = &members_of<Origin>,
                                             .part = &part_type<Origin>,
                                             .made = &made_origin<Thing, Origin>};

}
