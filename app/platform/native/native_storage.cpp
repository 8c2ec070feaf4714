#include "app/platform/native/native_storage.hpp"

#include "app/platform/native/native_files.hpp"
#include "core/files/json.hpp"

#include <algorithm>
#include <cstdlib>

namespace middleground {

namespace fs = std::filesystem;

namespace {

constexpr const char* suffix = ".json";
constexpr const char* own_folder = "MIDDLEGROUND_DATA";

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Error file_error(const char* what, const fs::path& path, const std::error_code& code) {
    return {what, path.string() + ": " + code.message(), "Check that the folder exists and can be written to."};
}

// Calls `take` with the path and key of everything stored.
template <typename Take>
void for_each_entry(const fs::path& folder, const Take& take) {
    std::error_code code;
    for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        std::error_code ignored;
        if (it->path().extension() != suffix) continue;
        // A link that leads nowhere is listed: reading says what is wrong with it.
        const bool is_broken = it->is_symlink(ignored) && !it->exists(ignored);
        if (!is_broken && !it->is_regular_file(ignored)) continue;
        auto key = it->path().lexically_relative(folder).generic_string();
        key.resize(key.size() - std::string_view(suffix).size());
        take(it->path(), std::move(key));
    }
}

}

fs::path NativeStorage::usual_folder() {
    if (const auto own = environment(own_folder); !own.empty()) return own;
    if (const auto data = environment("XDG_DATA_HOME"); !data.empty()) return fs::path(data) / "middleground";
    return fs::path(environment("HOME")) / ".local" / "share" / "middleground";
}

void NativeStorage::close_to_others() const {
    const auto close = [](const fs::path& folder) {
        std::error_code code;
        const auto status = fs::symlink_status(folder, code);
        constexpr auto others = fs::perms::group_all | fs::perms::others_all;
        if (code || status.type() != fs::file_type::directory || (status.permissions() & others) == fs::perms::none) return;
        fs::permissions(folder, others, fs::perm_options::remove | fs::perm_options::nofollow, code);
    };
    if (environment(own_folder).empty()) close(folder_);
    for (const auto* name : {"deal", "archive", "draft", "snapshots"}) {
        close(folder_ / name);
    }
}

fs::path NativeStorage::path_of(std::string_view key) const {
    return folder_ / (std::string(key) + suffix);
}

Result<std::optional<std::string>> NativeStorage::read(std::string_view key) const {
    const auto path = path_of(key);
    std::error_code code;
    const auto status = fs::symlink_status(path, code);
    if (status.type() == fs::file_type::not_found) return std::nullopt;
    if (code) return std::unexpected(file_error("A stored deal cannot be read", path, code));
    auto text = read_file(path.string(), io::max_file_bytes);
    if (!text) return std::unexpected(text.error());
    return std::move(*text);
}

Result<void> NativeStorage::write(std::string_view key, std::string_view text) const {
    const auto path = path_of(key);
    if (auto made = make_folder(path.parent_path().string(), FileAccess::owner_only); !made) return made;
    return write_file_atomically(path.string(), text, FileAccess::owner_only);
}

Result<void> NativeStorage::remove(std::string_view key) const {
    const auto path = path_of(key);
    std::error_code code;
    fs::remove(path, code);
    if (code) return std::unexpected(file_error("A stored deal cannot be removed", path, code));
    return {};
}

std::vector<std::string> NativeStorage::keys() const {
    std::vector<std::string> keys;
    for_each_entry(folder_, [&](const fs::path&, std::string key) { keys.push_back(std::move(key)); });
    std::ranges::sort(keys);
    return keys;
}

std::int64_t NativeStorage::used_bytes() const {
    std::int64_t sum = 0;
    for_each_entry(folder_, [&](const fs::path& path, const std::string&) {
        std::error_code code;
        const auto size = fs::file_size(path, code);
        if (!code) sum += static_cast<std::int64_t>(size);
    });
    return sum;
}

}
