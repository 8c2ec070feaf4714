#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What stands inside of a sealed value of a deal: a line of JSON about it, and a line that is the file of the deal. FORMATS.md has them.
namespace middleground::team {

inline constexpr std::size_t trail_length = 32;

// Why a value is a tombstone.
enum class Farewell : std::uint8_t { none, taken_back, removed };

// All of a value but the deal: with it and the nonce the very same bytes can be sealed again.
struct Head {
    std::uint64_t number = 0;       // 1, 2, 3 … of this key
    std::vector<std::string> trail; // hashes of the sealed values before it, newest first, at most trail_length
    std::string by;                 // member id
    std::string by_name;
    std::string place; // 12 hex digits of the browser or desktop program that wrote it
    Date on;           // that place's day; nothing is put in order by it
    std::string owner; // member id
    std::string nonce; // 32 letters of base64url; stands before the seal, not in it
    bool operator==(const Head&) const = default;
};
inline constexpr std::size_t member_digits = 12;
inline constexpr std::size_t hash_letters = 22;
inline constexpr std::size_t nonce_letters = 32;

// A deal as it is shared: without diary, based_on and sample, which are of one place. The same deal gives the same bytes everywhere.
std::string shared_text(const Deal& deal);
// `theirs` as this place has it: with what is this place's own of `mine`.
Deal as_mine(Deal theirs, const Deal& mine);

// The text in a quarter of the room, for keeping, and back. Exact, unlike a link.
std::string packed_deal(std::string_view shared_text);
Result<std::string> unpacked_deal(std::string_view packed);

struct DealValue {
    Head head;
    Farewell farewell = Farewell::none;
    DealId deal;      // also of a tombstone
    std::string text; // shared_text; empty for a tombstone
};
std::string write_deal_value(const DealValue& value);
// Whether the deal itself can be read is not looked at.
Result<DealValue> read_deal_value(std::string_view text);

// {"middleground_team_member": 1, …}, inside of the sealed value of a member.
struct MemberValue {
    std::string id;
    std::string name;
    bool operator==(const MemberValue&) const = default;
};
std::string write_member_value(const MemberValue& value);
Result<MemberValue> read_member_value(std::string_view text);

// {"middleground_team_here": 1, …}: what is said to those who are connected.
struct Saying {
    std::string member;
    std::string name;
    std::string place;
    std::uint64_t number = 0; // rises with each of this place: what is repeated or late is passed over
    bool is_here = true;      // false: goodbye
    DealId has_open;          // empty: none
    bool operator==(const Saying&) const = default;
};
std::string write_saying(const Saying& saying);
std::optional<Saying> read_saying(std::string_view text);

}
