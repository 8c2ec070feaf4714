#pragma once

#include "app/platform/platform.hpp"

#include <filesystem>
#include <memory>

namespace middleground {

// Keeps other programs that ask as well from what is stored in this folder. Makes the folder where there is none. Nothing when it cannot be
// locked, as on some network disks, or another program has not let go for two seconds.
std::unique_ptr<StorageHold> hold_folder(const std::filesystem::path& folder);

}
