#include "core/files/link/link_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground::io;

namespace {

bool may_mean(std::string_view text, std::string_view body) {
    const auto link = find_link(text);
    return link.found && link.version == "0" && std::ranges::find(link.bodies, body) != link.bodies.end();
}

}

TEST_CASE("a link is found in what is around it") {
    for (const auto* text : {
             "#d0.Ab-_9",
             "d0.Ab-_9",
             "  #d0.Ab-_9\n",
             "https://example.org/m/#d0.Ab-_9",
             "https://example.org/m/?a=1#d0.Ab-_9",
             "<https://example.org/m/#d0.Ab-_9>",
             "\"https://example.org/m/#d0.Ab-_9\"",
             "\u201chttps://example.org/m/#d0.Ab-_9\u201d",
             "\u00abd0.Ab-_9\u00bb",
             "(d0.Ab-_9)",
             "Look at https://example.org/m/#d0.Ab-_9 and tell me.",
             "[Deal](https://example.org/m/#d0.Ab-_9)",
             "https://example.org/m/#d0.Ab-_9.",
             "https://example.org/m/#d0.Ab-_9,",
             "https://example.org/m/#d0.Ab-_9!",
             "https://example.org/m/#d0.Ab-_9?",
             "*https://example.org/m/#d0.Ab-_9*",
             "_https://example.org/m/#d0.Ab-_9_",
             "__https://example.org/m/#d0.Ab-_9__",
             "https://example.org/m/#d0.Ab-_9&utm_source=mail",
             "https://example.org/m/%23d0.Ab-_9",
             "https://example.org/m/%2523d0.Ab-_9",
             "https://example.org/m/#d0.Ab%2D%5F9",
             "https://example.org/m/#d0.Ab%252D%255F9",
             "https://safe.example/?url=https%3A%2F%2Fexample.org%2Fm%2F%23d0.Ab-_9&data=05",
             "https://safe.example/?url=https%3A%2F%2Fexample.org%2Fm%2F%23d0.Ab-_9#fragment",
             "Task #d and task #d1.5, see https://example.org/m/#d0.Ab-_9",
             "deal d0.zzz https://example.org/m/#d0.Ab-_9",
         }) {
        INFO(text);
        CHECK(may_mean(text, "Ab-_9"));
    }
}

TEST_CASE("a link that was broken within is put together") {
    for (const auto* text : {
             "https://example.org/m/#d0.Ab\n-_9",
             "https://example.org/m/#d0.Ab\r\n-_9\r\nRegards\r\nNora",
             "https://example.org/m/#d0.A\nb-\n_9 and more",
             "> https://example.org/m/#d0.Ab\n> -_9\n> Regards",
             "https://example.org/m/#d0.Ab=\r\n-_9",
             "https://example.org/m/#d0.Ab -_9",
             "https://example.org/m/#d0.Ab\u00a0-_9",
             "https://example.org/m/#d0.Ab-\\_9",
             "https://example.org/m/#d0.Ab%0D%0A-_9",
             "https://example.org/m/#\nd0.Ab-_9",
             "https://example.org/m/#d\r\n0.Ab-_9",
             "https://example.org/m/#d0\n.Ab-_9",
             "https://example.org/m/#d0.\nAb-_9",
             "https://example.org/m/#d0.Ab\u200b-_9",
             "\ufeffhttps://example.org/m/#\u200bd0\u200b.\u2060Ab-\u00ad_9\u200e",
             "https://example.org/m/#d0.Ab%E2%80%8B-_9",
         }) {
        INFO(text);
        CHECK(may_mean(text, "Ab-_9"));
    }
}

TEST_CASE("a link whose end is an underscore keeps it, and may lose it") {
    CHECK(may_mean("_#d0.Ab__", "Ab__"));
    CHECK(may_mean("_#d0.Ab__", "Ab_"));
    CHECK(may_mean("_#d0.Ab__", "Ab"));
}

TEST_CASE("other versions and cut links are links, other texts are none") {
    CHECK(find_link("https://example.org/m/#d1.Ab").version == "1");
    CHECK(find_link("https://example.org/m/#d12.Ab").version == "12");
    for (const auto* text : {"https://example.org/m/#d", "https://example.org/m/#d0", "https://example.org/m/%23d"}) {
        INFO(text);
        CHECK(find_link(text).found);
        CHECK(find_link(text).bodies.empty());
    }
    CHECK(find_link("#d0.").bodies.empty());
    for (const auto* text : {"",
                             " ",
                             "#",
                             "d",
                             "d0",
                             "done",
                             "deal",
                             "#deal",
                             "#d.",
                             "#d0x",
                             "https://example.org/m/",
                             "https://example.org/m/#",
                             "and0.5",
                             "id0.7",
                             "# d0 .x",
                             "%",
                             "%2",
                             "%zz",
                             "\xFF\xFE",
                             "Call #d on Monday"}) {
        INFO(text);
        CHECK_FALSE(find_link(text).found);
    }
}

TEST_CASE("the number of possible bodies is bounded") {
    std::string text = "#d0.";
    for (int i = 0; i < 10000; ++i) {
        text += "a__ ";
    }
    CHECK(find_link(text).bodies.size() < 1100);
    CHECK(find_link("#d0." + std::string(8192, 'a')).bodies.size() == 1);
    CHECK(find_link("#d0." + std::string(8193, 'a')).bodies.empty());
    CHECK(find_link("#d0." + std::string(8000, 'a') + '\n' + std::string(193, 'a')).bodies.size() == 1);
}
