#include "app/platform/native/native_files.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace middleground {

namespace {

constexpr mode_t usual_mode = 0666; // before the umask
constexpr mode_t usual_folder_mode = 0777;
constexpr mode_t owner_mode = 0600;
constexpr mode_t owner_folder_mode = 0700;
constexpr mode_t permission_bits = 07777;
constexpr int most_names = 100; // tried for the temporary file

// Closes when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

std::string reason(int code) {
    return std::generic_category().message(code);
}

std::string size_words(std::uint32_t bytes) {
    constexpr std::uint32_t mebibyte = 1u << 20;
    return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB" : std::to_string(bytes) + " bytes";
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::unexpected<Error> is_folder(const std::string& path) {
    return fail("This is a folder, not a file", path, "Give the name of a file.");
}

// The first symbolic link on the way that leads nowhere, or in a circle. The system only says that something is not there.
std::optional<Error> broken_link(const std::string& path) {
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const auto part = path.substr(0, end);
        struct stat status {};
        if (::lstat(part.c_str(), &status) != 0) return {};
        if (S_ISLNK(status.st_mode) && ::stat(part.c_str(), &status) != 0 && (errno == ENOENT || errno == ELOOP)) {
            const bool circle = errno == ELOOP;
            std::array<char, PATH_MAX> target;
            const auto length = ::readlink(part.c_str(), target.data(), target.size());
            const auto named = (part == path ? "This" : part) + std::string(" is a symbolic link that leads ");
            if (circle || length < 0) return Error{named + "in a circle", path, "Remove the link, or choose another place."};
            return Error{named + "nowhere: to " + std::string(target.data(), static_cast<std::size_t>(length)), path,
                         "Bring back what it led to, or remove the link."};
        }
        if (end == std::string::npos) return {};
    }
}

std::unexpected<Error> cannot_read(const std::string& path, int code) {
    if (auto broken = broken_link(path)) return std::unexpected(std::move(*broken));
    if (code == ENOENT) return fail("There is no such file", path, "Check the name and the folder.");
    if (code == ENOTDIR) return fail("There is no such file: part of its path is not a folder", path, "Check the path.");
    return fail("The file cannot be read: " + reason(code), path, code == EACCES ? "Ask for permission to read it." : "");
}

std::unexpected<Error> cannot_write(const std::string& path, int code) {
    const auto folder = folder_of(path);
    if (auto broken = broken_link(path)) return std::unexpected(std::move(*broken));
    if (code == ENOENT) return fail("The folder " + folder + " does not exist", path, "Create it first, or choose another one.");
    if (code == ENOTDIR) return fail(folder + " is not a folder", path, "Choose another place.");
    return fail("The file cannot be written: " + reason(code), path, "What was there before is unchanged.");
}

// The file itself where the path is a symbolic link; one that leads nowhere is an error (ENOENT).
Result<std::string> real_path(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return path;
    std::array<char, PATH_MAX> buffer;
    if (!::realpath(path.c_str(), buffer.data())) return cannot_write(path, errno);
    return std::string(buffer.data());
}

// 0, or what went wrong.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

// Makes a new file in the folder and sets `name` to its path. Short, so that it fits wherever the file's own name does.
int open_temporary(const std::string& folder, mode_t mode, std::string& name) {
    const auto stem = folder + "/.middleground-" + std::to_string(::getpid());
    for (int i = 0; i < most_names; ++i) {
        name = stem + '-' + std::to_string(i) + ".tmp";
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

// So that the new name survives a power cut. Where this fails the old file comes back whole: not worth an error once all is done.
void sync_folder(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.is_open()) ::fsync(descriptor.number());
}

}

Result<void> make_folder(const std::string& path, FileAccess access) {
    if (path.empty()) return fail("The name of the folder is missing", path, "Give the name of a folder.");
    const auto mode = access == FileAccess::owner_only ? owner_folder_mode : usual_folder_mode;
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const auto part = path.substr(0, end);
        struct stat status {};
        const int code = ::mkdir(part.c_str(), mode) == 0 ? 0 : errno;
        const bool is_there = code == 0 || (::stat(part.c_str(), &status) == 0 && S_ISDIR(status.st_mode));
        if (!is_there) {
            if (auto broken = broken_link(path)) return std::unexpected(std::move(*broken));
            if (code == EEXIST || code == ENOTDIR) return fail(part + " is not a folder", path, "Choose another place.");
            return fail("The folder cannot be created: " + reason(code), path, "Choose another place.");
        }
        if (end == std::string::npos) return {};
    }
}

Result<void> write_file_atomically(const std::string& path, std::string_view bytes, FileAccess access) {
    if (path.empty()) return fail("The name of the file is missing", path, "Give the name of a file.");
    if (path.ends_with('/')) return is_folder(path);
    const auto target = real_path(path);
    if (!target) return std::unexpected(target.error());
    struct stat old {};
    const bool replaces = ::stat(target->c_str(), &old) == 0;
    if (replaces && S_ISDIR(old.st_mode)) return is_folder(path);
    if (replaces && !S_ISREG(old.st_mode)) return fail("This is a device or a pipe, not a file", path, "Give the name of a file.");
    if (replaces && ::access(target->c_str(), W_OK) != 0) return cannot_write(path, errno);

    std::string temporary;
    // What replaces a file is open to nobody until it is all there, as the file may not have been.
    const bool closed = replaces || access == FileAccess::owner_only;
    Descriptor file(open_temporary(folder_of(*target), closed ? owner_mode : usual_mode, temporary));
    if (!file.is_open()) return cannot_write(path, errno);
    int code = write_all(file.number(), bytes);
    if (code == 0 && replaces && access == FileAccess::usual && ::fchmod(file.number(), old.st_mode & permission_bits) != 0) code = errno;
    if (code == 0 && ::fsync(file.number()) != 0) code = errno;
    if (!file.close() && code == 0) code = errno;
    if (code == 0 && ::rename(temporary.c_str(), target->c_str()) != 0) code = errno;
    if (code != 0) {
        ::unlink(temporary.c_str());
        return cannot_write(path, code);
    }
    sync_folder(folder_of(*target));
    return {};
}

Result<std::string> read_file(const std::string& path, std::uint32_t max_bytes) {
    // Not blocking: a pipe would wait for its writer before we know that it is one.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.is_open()) return cannot_read(path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return cannot_read(path, errno);
    if (S_ISDIR(status.st_mode)) return is_folder(path);
    if (!S_ISREG(status.st_mode)) return fail("This is a device or a pipe, not a file", path, "Give the name of a file.");
    return read_descriptor(file.number(), path, max_bytes);
}

Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint32_t max_bytes) {
    std::string bytes;
    std::array<char, 1 << 16> block;
    while (true) {
        const auto count = ::read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_read(name, errno);
        if (count == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > max_bytes) {
            return fail("The file is larger than " + size_words(max_bytes), name, "Choose another file.");
        }
    }
}

}
