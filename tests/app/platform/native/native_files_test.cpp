#include "app/platform/native/native_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace middleground;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t most = 1u << 20;

// A folder of its own for one test, gone afterwards.
class Folder {
public:
    Folder() {
        auto name = (fs::temp_directory_path() / "middleground files \u00e4 XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code code;
        fs::remove_all(path_, code);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string operator/(const char* name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }
    // With what was left lying about.
    int count() const { return static_cast<int>(std::distance(fs::directory_iterator(path_), fs::directory_iterator())); }

private:
    fs::path path_;
};

void put(const std::string& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

// Files cannot grow beyond so many bytes, as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &usual_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, usual_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &usual_);
        std::signal(SIGXFSZ, handler_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit usual_{};
    void (*handler_)(int) = nullptr;
};

}

TEST_CASE("A file comes back as it was written", "[files]") {
    const Folder folder;
    const auto path = folder / "deal \u00fc.json";
    std::string bytes(200'000, 'x');
    bytes += std::string("\0\xff\r\n", 4);
    REQUIRE(write_file_atomically(path, bytes));
    CHECK(read_file(path, most) == bytes);
    REQUIRE(write_file_atomically(path, ""));
    CHECK(read_file(path, most) == std::string());
    CHECK(folder.count() == 1);
}

TEST_CASE("A name as long as a name may be can be written", "[files]") {
    const Folder folder;
    const auto path = folder / std::string(255, 'n').c_str();
    REQUIRE(write_file_atomically(path, "text"));
    CHECK(read_file(path, most) == "text");
}

TEST_CASE("Writing keeps the permissions of a file and follows its symbolic link", "[files]") {
    const Folder folder;
    const auto real = folder / "real.json";
    const auto link = folder / "link.json";
    put(real, "old");
    ::chmod(real.c_str(), 0640);
    fs::create_symlink("real.json", link);
    REQUIRE(write_file_atomically(link, "new"));
    CHECK(fs::is_symlink(link));
    CHECK(read_file(real, most) == "new");
    CHECK(mode_of(real) == 0640);
    CHECK(folder.count() == 2);
}

TEST_CASE("What takes the place of a file is never open to more people than the file", "[files]") {
    const Folder folder;
    const auto path = folder / "deal.json";
    put(path, "old");
    ::chmod(path.c_str(), 0600);
    const auto mask = ::umask(0);
    std::set<mode_t> seen;
    std::atomic<bool> done = false;
    std::thread watch([&] {
        while (!done) {
            std::error_code code;
            for (const auto& entry : fs::directory_iterator(folder.path(), code)) {
                struct stat status {};
                if (::lstat(entry.path().c_str(), &status) == 0) seen.insert(status.st_mode & 07777);
            }
        }
    });
    for (int i = 0; i < 20; ++i) {
        CHECK(write_file_atomically(path, std::string(4u << 20, 'n')));
    }
    done = true;
    watch.join();
    ::umask(mask);
    CHECK(seen == std::set<mode_t>{0600});
}

TEST_CASE("Folders are made with those above them, for everybody or for the owner alone", "[files]") {
    const Folder folder;
    put(folder / "file", "old");
    fs::create_symlink("nowhere", folder / "dangling");
    const auto mask = ::umask(0);
    CHECK(make_folder(folder / "a/b"));
    CHECK(make_folder(folder / "a/b/"));
    CHECK(make_folder(folder / "a/private/one", FileAccess::owner_only));
    ::umask(mask);
    CHECK(mode_of(folder / "a/b") == 0777);
    CHECK(mode_of(folder / "a") == 0777); // as it was
    CHECK(mode_of(folder / "a/private") == 0700);
    CHECK(mode_of(folder / "a/private/one") == 0700);
    const auto refusal = [](const std::string& path) {
        const auto made = make_folder(path);
        REQUIRE_FALSE(made);
        return made.error().what;
    };
    CHECK(refusal(folder / "file") == (folder / "file") + " is not a folder");
    CHECK(refusal(folder / "file/below") == (folder / "file") + " is not a folder");
    CHECK(refusal(folder / "dangling") == "This is a symbolic link that leads nowhere: to nowhere");
    CHECK(refusal(folder / "dangling/below") == (folder / "dangling") + " is a symbolic link that leads nowhere: to nowhere");
    CHECK(refusal("") == "The name of the folder is missing");
}

TEST_CASE("When the disk is full the old file stays and nothing is left beside it", "[files]") {
    const Folder folder;
    const auto path = folder / "deal.json";
    put(path, "old");
    Result<void> written;
    Result<void> made;
    {
        const SmallDisk disk(100);
        written = write_file_atomically(path, std::string(1000, 'n'));
        made = write_file_atomically(folder / "other.json", std::string(1000, 'n'));
    }
    REQUIRE_FALSE(written);
    CHECK(written.error().what.starts_with("The file cannot be written: "));
    CHECK(written.error().where == path);
    CHECK(written.error().remedy == "What was there before is unchanged.");
    CHECK_FALSE(made);
    CHECK(read_file(path, most) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("Places that cannot be written to are refused with the reason", "[files]") {
    const Folder folder;
    put(folder / "file", "old");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    fs::create_symlink("nowhere/at all", folder / "dangling");
    const auto refusal = [](const std::string& path) {
        const auto written = write_file_atomically(path, "new");
        REQUIRE_FALSE(written);
        CHECK(written.error().where == path);
        return written.error().what;
    };
    CHECK(refusal(folder / "missing/deal.json") == "The folder " + (folder / "missing") + " does not exist");
    CHECK(refusal(folder / "file/deal.json") == (folder / "file") + " is not a folder");
    CHECK(refusal(folder.path()) == "This is a folder, not a file");
    CHECK(refusal(folder / "new/") == "This is a folder, not a file");
    CHECK(refusal(folder / "pipe") == "This is a device or a pipe, not a file");
    CHECK(refusal("/dev/full") == "This is a device or a pipe, not a file");
    CHECK(refusal("") == "The name of the file is missing");
    CHECK(refusal(folder / "dangling") == "This is a symbolic link that leads nowhere: to nowhere/at all");
    CHECK(refusal(folder / "dangling/deal.json") == (folder / "dangling") + " is a symbolic link that leads nowhere: to nowhere/at all");
    CHECK(read_file(folder / "file", most) == "old");
    CHECK(folder.count() == 3);
}

TEST_CASE("What cannot be read is refused with the reason", "[files]") {
    const Folder folder;
    put(folder / "file", "0123456789");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto refusal = [](const std::string& path, std::uint32_t max_bytes = most) {
        const auto text = read_file(path, max_bytes);
        REQUIRE_FALSE(text);
        CHECK(text.error().where == path);
        return text.error().what;
    };
    CHECK(refusal(folder / "nothing") == "There is no such file");
    CHECK(refusal("") == "There is no such file");
    CHECK(refusal(folder / "file/below") == "There is no such file: part of its path is not a folder");
    CHECK(refusal(folder.path()) == "This is a folder, not a file");
    CHECK(refusal(folder / "pipe") == "This is a device or a pipe, not a file");
    CHECK(refusal("/dev/zero") == "This is a device or a pipe, not a file");
    fs::create_symlink("nowhere/at all", folder / "dangling");
    fs::create_symlink("circle", folder / "circle");
    CHECK(refusal(folder / "dangling") == "This is a symbolic link that leads nowhere: to nowhere/at all");
    CHECK(refusal(folder / "dangling/below") == (folder / "dangling") + " is a symbolic link that leads nowhere: to nowhere/at all");
    CHECK(refusal(folder / "circle") == "This is a symbolic link that leads in a circle");
    CHECK(refusal(folder / "file", 9) == "The file is larger than 9 bytes");
    CHECK(read_file(folder / "file", 10) == "0123456789");
}
