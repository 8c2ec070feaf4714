#pragma once

#include "app/platform/native/native_storage.hpp"
#include "core/team/membership.hpp"
#include "core/team/team.hpp"

#include <optional>
#include <vector>

// What this place, the desktop program's storage, keeps of its team.
namespace middleground::cli {

// Nothing in it: in no team.
Result<std::optional<team::Membership>> stored_membership(const NativeStorage& storage);
// Says that there is none, or what is wrong with it.
std::optional<team::Membership> need_membership(const NativeStorage& storage, const char* command);
// What an earlier run kept; says what cannot be read.
std::vector<team::StoredText> stored_texts(const NativeStorage& storage);

}
