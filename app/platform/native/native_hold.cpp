#include "app/platform/native/native_hold.hpp"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace middleground {

namespace {

constexpr mode_t own_folder = 0700;
constexpr mode_t own_file = 0600;
constexpr auto patience = std::chrono::seconds(2);
constexpr auto pause = std::chrono::milliseconds(2);

// The system takes the lock away with the program, however that ends.
class Lock final : public StorageHold {
public:
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    ~Lock() override {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    bool take() const { return ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0; }

private:
    int descriptor_;
};

// Below 0 where there can be no such file.
int open_lock(const std::filesystem::path& folder, const char* name) {
    std::error_code ignored;
    std::filesystem::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), own_folder);
    return ::open((folder / name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, own_file);
}

}

std::unique_ptr<StorageHold> hold_folder(const std::filesystem::path& folder) {
    const int descriptor = open_lock(folder, ".lock");
    if (descriptor < 0) return nullptr;
    auto lock = std::make_unique<Lock>(descriptor);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!lock->take()) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || std::chrono::steady_clock::now() > end) return nullptr;
        std::this_thread::sleep_for(pause);
    }
    return lock;
}

std::unique_ptr<StorageHold> hold_team(const std::filesystem::path& folder) {
    auto lock = std::make_unique<Lock>(open_lock(folder, ".team"));
    return lock->take() || errno != EWOULDBLOCK ? std::move(lock) : nullptr;
}

}
