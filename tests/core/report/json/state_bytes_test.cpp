#include "core/report/json/state_json.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/odd_deal.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace middleground;
using namespace middleground::test;

// What `show --json` says of many deals, as checksums: g++, clang and the WebAssembly build all compare with the same committed file, so
// a number that comes out differently in its last bit somewhere is found. When the analysis was changed on purpose, write it anew:
// core_tests "[write-golden]".

namespace {

constexpr auto golden = "tests/golden/state_checksums.txt";

std::string fnv_1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (int shift = 60; shift >= 0; shift -= 4) {
        result += digits[hash >> shift & 15];
    }
    return result;
}

std::string checksums() {
    std::string lines;
    const auto add = [&](const std::string& name, const Deal& deal) {
        lines += name + " " + fnv_1a(write_state(deal, assessed(deal, today()), today())) + "\n";
    };
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        add(name, sample(name, today()));
    }
    add("crowded", crowded_deal(today()));
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Random random(seed);
        add("random " + std::to_string(seed), random_deal(random));
        add("odd " + std::to_string(seed), odd_deal(random));
    }
    return lines;
}

}

TEST_CASE("the state of many deals has the same bytes on every machine") {
    CHECK(checksums() == source_file(golden));
}

TEST_CASE("write the checksums of states", "[.][write-golden]") {
    std::ofstream(source_path(golden), std::ios::binary) << checksums();
}
