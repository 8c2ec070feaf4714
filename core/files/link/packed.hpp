#pragma once

#include "core/base/error.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground::io {

// A deal or a buyer's plan by position instead of by name, for links: FORMATS.md has the bytes. The order of members is that of the
// rows in core/model/members.

// The sections of the packed form; each holds one kind of data, so that equal things stand close together and compress well.
struct PackedParts {
    std::string ids;
    std::string masks; // which members are there
    std::string numbers;
    std::string dates;
    std::string texts;
};

// Nothing when the deal holds what the form cannot say: text that is not UTF-8, or an id that is none. No valid deal does.
std::optional<PackedParts> pack_deal(const Deal& deal);
// Nothing when the bytes are no packed deal. What comes back is not validated, but its `extra`s are compact JSON objects.
std::optional<Deal> unpack_deal(const PackedParts& parts);

std::optional<PackedParts> pack_plan(const BuyerPlan& plan);
std::optional<BuyerPlan> unpack_plan(const PackedParts& parts);

// 30 bits of an id, and back.
std::optional<std::uint32_t> id_bits(std::string_view text);
std::string id_text(std::uint32_t bits);

}
