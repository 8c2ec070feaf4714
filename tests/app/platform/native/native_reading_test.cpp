#include "app/platform/native/native_reading.hpp"

#include "tests/support/app/intake_tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>

using namespace middleground;
using namespace middleground::test;

namespace {

const Date today = *Date::parse("2026-06-10");

// Everything until it says that no file is left.
std::vector<PlatformEvent> all_events(NativeReading& reading) {
    std::vector<PlatformEvent> all;
    for (int tries = 0; tries < 2000; ++tries) {
        for (auto& event : reading.take_events()) {
            all.push_back(std::move(event));
        }
        const auto* last = all.empty() ? nullptr : std::get_if<event::Reading>(&all.back());
        if (last && last->files == 0) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return all;
}

std::vector<std::string> names_read(const std::vector<PlatformEvent>& events) {
    std::vector<std::string> names;
    for (const auto& one : events) {
        const auto* read = std::get_if<event::RecordsRead>(&one);
        if (read) names.push_back(read->records ? read->records->name : "not " + read->records.error().where);
    }
    return names;
}

}

TEST_CASE("files are read in a thread, in their order, and what cannot be read is said in its place") {
    std::atomic<int> woken = 0;
    NativeReading reading([&] { ++woken; });
    CHECK(reading.take_events().empty());
    for (const auto& [name, bytes] : two_mails()) {
        reading.add(name, bytes, today);
    }
    reading.add("a.pdf", "%PDF-1.7", today);
    const auto events = all_events(reading);
    CHECK(names_read(events) == std::vector<std::string>{"one.eml", "two.eml", "not a.pdf"});
    CHECK(woken == 3);
    // Again, after all was read.
    reading.add("three.eml", two_mails().front().second, today);
    CHECK(names_read(all_events(reading)) == std::vector<std::string>{"three.eml"});
}

TEST_CASE("what is given up says nothing more, and what comes later is read") {
    NativeReading reading([] {});
    for (int i = 0; i < 50; ++i) {
        reading.add(std::to_string(i) + ".eml", two_mails().front().second, today);
    }
    reading.cancel();
    (void)all_events(reading);
    reading.add("later.eml", two_mails().front().second, today);
    const auto names = names_read(all_events(reading));
    REQUIRE_FALSE(names.empty());
    CHECK(names.back() == "later.eml");
}

TEST_CASE("it ends while files wait") {
    NativeReading reading([] {});
    for (int i = 0; i < 50; ++i) {
        reading.add(std::to_string(i) + ".eml", two_mails().front().second, today);
    }
}
