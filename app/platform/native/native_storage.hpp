#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Named texts as files: "deal/abc123" is <folder>/deal/abc123.json. Written atomically; nothing is ever half there. Folders and files are
// the owner's alone from the moment they are made.
class NativeStorage {
public:
    explicit NativeStorage(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Closes to others what an older version left open: the folders that the texts are in, and the whole one where it is the usual one, which
    // has no other use.
    void close_to_others() const;

    // $MIDDLEGROUND_DATA, else middleground in $XDG_DATA_HOME, else in ~/.local/share.
    static std::filesystem::path usual_folder();

    Result<std::optional<std::string>> read(std::string_view key) const;
    Result<void> write(std::string_view key, std::string_view text) const;
    Result<void> remove(std::string_view key) const;
    std::vector<std::string> keys() const; // sorted
    std::int64_t used_bytes() const;
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path path_of(std::string_view key) const;
    std::filesystem::path folder_;
};

}
