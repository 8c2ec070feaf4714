#include "app/platform/native/native_hold.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>

#include <unistd.h>

using namespace middleground;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("middleground-hold-" + std::to_string(::getpid()));
    ~Folder() { std::filesystem::remove_all(path); }
};

}

TEST_CASE("of all that ask for a folder one is the team's, until it lets go; writing there is another matter") {
    const Folder folder;
    auto one = hold_team(folder.path);
    REQUIRE(one);
    CHECK_FALSE(hold_team(folder.path));
    CHECK(hold_folder(folder.path));
    one.reset();
    CHECK(hold_team(folder.path));
}

TEST_CASE("where nothing can be locked each takes itself for the only one") {
    CHECK(hold_team("/proc/nothing/here"));
    CHECK(hold_team("/proc/nothing/here"));
}
