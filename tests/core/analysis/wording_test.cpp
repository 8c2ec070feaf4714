#include "core/analysis/wording.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "tests/core/analysis/plain_asks.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace middleground;
using namespace middleground::test;

namespace {

// What is marked, in the order of the text.
std::vector<std::string> marked(std::string_view text, const WordingTable& table = english()) {
    std::vector<std::string> parts;
    for (const auto& hit : check_wording(text, table)) {
        parts.emplace_back(text.substr(hit.begin, hit.end - hit.begin));
    }
    return parts;
}

using Parts = std::vector<std::string>;

}

TEST_CASE("what is marked is exactly the words, whatever stands around them") {
    CHECK(marked("I am just checking in on this.") == Parts{"just checking in"});
    CHECK(marked("Let's TOUCH\nBASE, then.") == Parts{"TOUCH\nBASE"});
    CHECK(marked("It is good, isn\u2019t it?") == Parts{"isn\u2019t it"});
    CHECK(marked("Isn't it possible to come on Friday?").empty()); // no tag: the question goes on
    CHECK(marked("Act\u00a0now: before the prices go up") == Parts{"Act\u00a0now", "before the prices go up"});
    CHECK(marked("When we sign, you get it.") == Parts{"When we sign"});
    CHECK(marked("We touched. Base yourself on that.").empty());
    CHECK(marked("The touchstone, the database").empty());
    CHECK(marked("").empty());
}

TEST_CASE("other languages are data") {
    CHECK(german().language == "de");
    CHECK(marked("Das ist gut, NICHT WAHR?", german()) == Parts{"NICHT WAHR"});
    CHECK(marked("Sie M\u00dcSSEN sich heute entscheiden.", german()) == Parts{"Sie M\u00dcSSEN sich heute entscheiden"});
    CHECK(marked("nicht wahr?", english()).empty());
}

TEST_CASE("of two that overlap the longer one is marked") {
    const WordingTable table{"en", {{WordingClass::vague, "touch base", "a", "b"}, {WordingClass::vague, "touch base * soon", "c", "d"}}};
    const auto hits = check_wording("Let us touch base again very soon", table);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].why == "c");
    CHECK(check_wording("touch base one two three four five soon", table).front().why == "a"); // five between are too many
}

TEST_CASE("the shipped tables are complete") {
    CHECK(english().patterns.size() >= 60);
    CHECK(german().patterns.size() >= 20);
    for (const auto* table : {&english(), &german()}) {
        std::set<WordingClass> kinds;
        for (const auto& pattern : table->patterns) {
            INFO(pattern.match);
            kinds.insert(pattern.kind);
            CHECK_FALSE(pattern.why.empty());
            CHECK(check_wording(pattern.instead, *table).empty()); // what is proposed passes itself
        }
        CHECK(kinds.size() == names_of<WordingClass>().size());
    }
}

TEST_CASE("every pattern is found in a text made of it") {
    for (const auto* table : {&english(), &german()}) {
        for (const auto& pattern : table->patterns) {
            INFO(pattern.match);
            std::string text;
            for (std::size_t at = 0; at < pattern.match.size();) {
                const auto end = std::min(pattern.match.find(' ', at), pattern.match.size());
                auto word = pattern.match.substr(at, end - at);
                word = word.substr(0, word.find('|'));
                at = end + 1;
                text += word == "*" ? " quite really" : word == "?" ? "?" : (text.empty() ? "" : " ") + word;
            }
            const auto hits = check_wording(text, *table);
            CHECK_FALSE(hits.empty());
        }
    }
}

TEST_CASE("plain respectful asks pass") {
    CHECK(std::size(plain_asks) >= 100);
    for (const auto ask : plain_asks) {
        INFO(ask);
        CHECK(marked(ask) == Parts{});
    }
    for (const auto ask : plain_german_asks) {
        INFO(ask);
        CHECK(marked(ask, german()) == Parts{});
    }
}

TEST_CASE("the asks of every playbook and of the balanced sample pass") {
    for (const auto& playbook : shipped_playbooks()) {
        for (const auto& step : playbook.steps) {
            INFO(playbook.id << ' ' << step.id << ": " << step.ask);
            CHECK(marked(step.ask) == Parts{});
        }
    }
    for (const auto& commitment : sample("brightwater", today()).commitments) {
        INFO(commitment.ask);
        CHECK(marked(commitment.ask) == Parts{});
    }
}

TEST_CASE("hostile texts end soon and are marked within their bounds") {
    std::string long_text;
    for (int i = 0; i < 40000; ++i) {
        long_text += "when we let me touch ";
    }
    CHECK(check_wording(long_text, english()).size() < 200000);
    const std::string truncated = "It is good, isn\u2019t it? M\u00fcssen. \xff\xc3 touch base \xe2\x80";
    for (std::size_t size = 0; size <= truncated.size(); ++size) {
        for (const auto& hit : check_wording(std::string_view(truncated).substr(0, size), english())) {
            CHECK(hit.begin < hit.end);
            CHECK(hit.end <= size);
            CHECK_FALSE(first_invalid_utf8(std::string_view(truncated).substr(hit.begin, hit.end - hit.begin)));
        }
    }
}
