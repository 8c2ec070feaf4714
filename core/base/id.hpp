#pragma once

#include "core/base/random.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// Six characters of Crockford's base32 in lower case (no i, l, o, u): 30 random bits drawn from the seed.
// Never counters: two copies of a deal edited apart must not give different things the same id.
inline constexpr std::string_view id_alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
inline constexpr int id_length = 6;

bool is_id(std::string_view text);
std::string make_id_text(Random& random);

// A strong id: ids of different kinds of things do not mix. Empty means "none".
template <typename Tag>
struct Id {
    std::string text;

    bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
    // The last character first: random ones differ there, and lists are searched by id all the time.
    bool operator==(const Id& other) const {
        return text.size() == other.text.size() && (text.empty() || (text.back() == other.text.back() && text == other.text));
    }

    static Id make(Random& random) { return Id{make_id_text(random)}; }
};

using DealId = Id<struct DealTag>;
using StakeholderId = Id<struct StakeholderTag>;
using CommitmentId = Id<struct CommitmentTag>;
using InteractionId = Id<struct InteractionTag>;
using ConcernId = Id<struct ConcernTag>;
using PromiseId = Id<struct PromiseTag>;

}
