#include "core/files/json.hpp"

#include "core/model/words/said_words.hpp"
#include "generated/assets.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

std::string message_of(std::string_view said) {
    const auto table = io::read_wording("{\"middleground_wording\": 1, \"language\": \"en\", \"patterns\": [], \"said\": " + std::string(said) + "}");
    return table ? std::string() : table.error().message();
}

}

TEST_CASE("The words for facts in prose come with the table of their language") {
    for (const auto& asset : assets::wording()) {
        const auto table = io::read_wording(asset.bytes);
        REQUIRE(table);
        if (asset.name != "en") continue;
        REQUIRE(table->said);
        CHECK(!table->said->beginning_with("left").empty());
        CHECK(table->said->is_name_too("will"));
    }
}

TEST_CASE("A pattern of them that cannot be read is refused with its place") {
    CHECK(message_of("{\"left\": [\"left {company}\"]}").empty());
    CHECK(message_of("{\"left\": [\"left {compny}\"]}").contains("said.left[0]"));
    CHECK(message_of("{\"asks\": [\"asks for it\", \"{day}\"]}").contains("said.asks[1]"));
    CHECK(message_of("{\"frozen\": [\"\"]}").contains("said.frozen[0]"));
    CHECK(!message_of("{\"left\": \"left\"}").empty());
}
