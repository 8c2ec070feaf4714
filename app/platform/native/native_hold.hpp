#pragma once

#include "app/platform/platform.hpp"

#include <filesystem>
#include <memory>

namespace middleground {

// Keeps other programs that ask as well from what is stored in this folder. Makes the folder where there is none. Nothing when it cannot be
// locked, as on some network disks, or another program has not let go for two seconds.
std::unique_ptr<StorageHold> hold_folder(const std::filesystem::path& folder);

// Of all programs on this folder one is the team's, for as long as it keeps this. Nothing: another one is. At once; where the folder cannot be locked
// each takes itself for the only one, and what two of them send is told apart as that of two people is.
std::unique_ptr<StorageHold> hold_team(const std::filesystem::path& folder);

}
