#include "app/platform/native/native_storage.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace middleground;
namespace fs = std::filesystem;

namespace {

// A folder of its own for one test, gone afterwards, in a world where nothing is closed to others by itself.
class OpenWorld {
public:
    OpenWorld() : mask_(::umask(0)) {
        auto name = (fs::temp_directory_path() / "middleground storage XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~OpenWorld() {
        ::umask(mask_);
        std::error_code code;
        fs::remove_all(path, code);
    }
    OpenWorld(const OpenWorld&) = delete;
    OpenWorld& operator=(const OpenWorld&) = delete;

    fs::path path;

private:
    mode_t mask_;
};

mode_t mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

void put(const fs::path& path, std::string_view text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

}

TEST_CASE("the data folder and what is in it are the owner's alone from the first byte", "[files]") {
    const OpenWorld world;
    const NativeStorage storage(world.path / "share" / "middleground");
    REQUIRE(storage.write("settings", "{}"));
    std::set<mode_t> files;
    std::set<mode_t> folders;
    std::atomic<bool> done = false;
    std::thread watch([&] {
        while (!done) {
            std::error_code code;
            for (fs::recursive_directory_iterator it(world.path / "share", code), end; !code && it != end; it.increment(code)) {
                struct stat status {};
                if (::lstat(it->path().c_str(), &status) != 0) continue;
                (S_ISDIR(status.st_mode) ? folders : files).insert(status.st_mode & 07777);
            }
        }
    });
    for (int i = 0; i < 20; ++i) {
        CHECK(storage.write("deal/abc123", std::string(4u << 20, 'x')));
        CHECK(storage.write("draft/" + std::to_string(i), "x"));
    }
    done = true;
    watch.join();
    CHECK(files == std::set<mode_t>{0600});
    CHECK(folders == std::set<mode_t>{0700});
    CHECK(mode_of(world.path / "share") == 0700);
}

TEST_CASE("what an older version left open to others is closed", "[files]") {
    const OpenWorld world;
    const auto root = world.path / "middleground";
    put(root / "deal" / "abc123.json", "old");
    put(world.path / "elsewhere" / "file", "not ours");
    fs::create_directory_symlink(world.path / "elsewhere", root / "archive");
    REQUIRE(mode_of(root) == 0777);
    const NativeStorage storage(root);
    ::unsetenv("MIDDLEGROUND_DATA");
    storage.close_to_others();
    CHECK(mode_of(root) == 0700);
    CHECK(mode_of(root / "deal") == 0700);
    CHECK(mode_of(world.path / "elsewhere") == 0777);
    REQUIRE(storage.write("deal/abc123", "new"));
    CHECK(mode_of(root / "deal" / "abc123.json") == 0600);
    // A folder that was named by hand may have other uses.
    ::chmod(root.c_str(), 0755);
    ::setenv("MIDDLEGROUND_DATA", root.c_str(), 1);
    storage.close_to_others();
    ::unsetenv("MIDDLEGROUND_DATA");
    CHECK(mode_of(root) == 0755);
}

TEST_CASE("a stored text that is a symbolic link leading nowhere is listed, and says so when it is read or written", "[files]") {
    const OpenWorld world;
    const NativeStorage storage(world.path);
    REQUIRE(storage.write("deal/abc123", "text"));
    fs::create_symlink("gone.json", world.path / "deal" / "def456.json");
    CHECK(storage.keys() == std::vector<std::string>{"deal/abc123", "deal/def456"});
    const auto text = storage.read("deal/def456");
    REQUIRE_FALSE(text);
    CHECK(text.error().what == "This is a symbolic link that leads nowhere: to gone.json");
    const auto written = storage.write("deal/def456", "new");
    REQUIRE_FALSE(written);
    CHECK(written.error().what == text.error().what);
    const auto nothing = storage.read("deal/ghj789");
    REQUIRE(nothing);
    CHECK_FALSE(nothing->has_value());
    fs::create_directory_symlink("nowhere", world.path / "archive");
    const auto archived = storage.write("archive/abc123", "text");
    REQUIRE_FALSE(archived);
    CHECK(archived.error().what == "This is a symbolic link that leads nowhere: to nowhere");
    CHECK(archived.error().where == (world.path / "archive").string());
}
