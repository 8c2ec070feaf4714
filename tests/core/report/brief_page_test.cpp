#include "core/report/brief_page.hpp"
#include "core/report/html.hpp"
#include "core/report/json/wording_json.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

Brief next_meeting(const Deal& deal, Date day) {
    const auto all = assessed(deal, day);
    return brief_of({deal, playbook_of(deal), all.consensus, all.balance, english(), day}, all.next, {});
}

int count_of(std::string_view text, std::string_view words) {
    int count = 0;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) {
        ++count;
    }
    return count;
}

}

TEST_CASE("what people wrote cannot become markup") {
    CHECK(escaped_html("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    CHECK(escaped_html("\u65e5\u672c \u00e9") == "\u65e5\u672c \u00e9");
    CHECK(escaped_html("").empty());
}

TEST_CASE("the brief on paper says what the brief says, and loads nothing") {
    const auto deal = sample("brightwater", today());
    const auto brief = next_meeting(deal, today());
    const auto page = brief_page(brief);
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"));
    CHECK(page.contains("<h1 dir=\"auto\">" + escaped_html(brief.title) + "</h1>"));
    REQUIRE_FALSE(brief.people.empty());
    for (const auto& person : brief.people) {
        CHECK(page.contains("<h3 dir=\"auto\">" + escaped_html(person.name) + "</h3>"));
    }
    REQUIRE_FALSE(brief.asks.empty());
    CHECK(page.contains(escaped_html(brief.asks.front().title)));
    CHECK(page.contains("<blockquote dir=\"auto\">" + escaped_html(brief.asks.front().wording) + "</blockquote>"));
    for (const auto* loads : {"<script", "<link", "<img", "src=", "href=", "url(", "@import", "http"}) {
        CHECK_FALSE(page.contains(loads));
    }
}

TEST_CASE("a brief of markup is text on paper") {
    auto deal = example_deal();
    constexpr std::string_view hostile = "</main><script>alert(1)</script><b onclick='x'>";
    deal.title = deal.account = hostile;
    for (auto& person : deal.stakeholders) {
        person.name = person.title = person.problem = person.needed_outcome = hostile;
    }
    for (auto& commitment : deal.commitments) {
        commitment.title = commitment.ask = commitment.done_when = hostile;
    }
    for (auto& concern : deal.concerns) {
        concern.text = hostile;
    }
    const auto page = brief_page(next_meeting(deal, today()));
    CHECK(page.contains("&lt;script&gt;"));
    CHECK_FALSE(page.contains("<script"));
    CHECK_FALSE(page.contains("onclick='"));
    CHECK(count_of(page, "</main>") == 1);
}

TEST_CASE("the brief of any deal is well nested") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto page = brief_page(next_meeting(random_deal(random), today()));
        for (const auto* tag : {"h1", "h2", "h3", "p", "ul", "li", "bdi", "b", "section", "blockquote", "main", "body", "style"}) {
            const std::string name(tag);
            REQUIRE(count_of(page, "<" + name + ">") + count_of(page, "<" + name + " ") == count_of(page, "</" + name + ">"));
        }
    }
}

TEST_CASE("the wording check as JSON has the words and their place") {
    const std::string text = "\u00c4hm, just checking in.";
    const auto hits = check_wording(text, english());
    REQUIRE(hits.size() == 1);
    const auto json = write_wording_check(text, "en", hits);
    CHECK(json.starts_with("{\n  \"middleground_wording_check\": 1,\n  \"language\": \"en\",\n  \"hits\": ["));
    CHECK(json.contains("\"class\": \"vague\""));
    CHECK(json.contains("\"begin\": " + std::to_string(hits[0].begin)));
    CHECK(json.contains("\"text\": \"just checking in\""));
    CHECK(write_wording_check("Would you?", "de", {}) ==
          "{\n  \"middleground_wording_check\": 1,\n  \"language\": \"de\",\n  \"hits\": []\n}\n");
}
