#include "core/records/source_key.hpp"

#include "core/base/id.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;

TEST_CASE("a source's key is the same everywhere and always") {
    CHECK(source_key("mail", "<CAF+abc@mail.gmail.com>") == source_key("mail", "<CAF+abc@mail.gmail.com>"));
    CHECK(source_key("mail", "a") != source_key("meeting", "a"));
    CHECK(source_key("mail", "a") != source_key("mail", "b"));
    CHECK(source_key("ma", "il") != source_key("mail", ""));
    CHECK(source_key("", "").size() == 12);
}

TEST_CASE("keys of names that are nearly the same differ") {
    std::set<std::string> keys;
    for (int i = 0; i < 5000; ++i) {
        const auto key = source_key("mail", "<" + std::to_string(i) + "@x>");
        CHECK(key.find_first_not_of(id_alphabet) == std::string::npos);
        keys.insert(key);
    }
    CHECK(keys.size() == 5000);
}
