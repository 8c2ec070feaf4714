// Names of any script in what goes out.

#include "core/analysis/brief.hpp"
#include "core/base/text.hpp"
#include "core/codec/csv.hpp"
#include "core/report/brief_page.hpp"
#include "core/report/export.hpp"
#include "core/report/html.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

const std::vector<std::string> names{
    "\u5c71\u7530 \u592a\u90ce",                               // Japanese
    "\u674e\u5c0f\u9f99",                                      // Chinese
    "\uae40\ubbfc\uc900",                                      // Korean
    "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",             // Arabic
    "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df",                   // Hebrew
    "\u0928\u093f\u0936\u093e \u0936\u0930\u094d\u092e\u093e", // Hindi
    "\u0e2a\u0e21\u0e0a\u0e32\u0e22 \u0e17\u0e35\u0e48",       // Thai
    "Nguy\u1ec5n Ph\u00fa Tr\u1ecdng \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1fb\U0001f1f3",
};

// The example with one of the names in everything that has one.
Deal named(const std::string& name) {
    auto deal = example_deal();
    deal.title = name + " 2026";
    deal.account = name;
    deal.seller = name;
    for (auto& person : deal.stakeholders)
        person.name = name;
    for (auto& commitment : deal.commitments)
        commitment.title = commitment.done_when = name;
    return deal;
}

std::string unfolded(std::string calendar) {
    for (auto at = calendar.find("\r\n "); at != std::string::npos; at = calendar.find("\r\n ", at))
        calendar.erase(at, 3);
    return calendar;
}

}

TEST_CASE("names in any script come out whole in every format", "[letters]") {
    for (const auto& name : names) {
        const auto deal = named(name);
        for (const auto& format : names_of<ExportFormat>()) {
            INFO(name << " as " << format.key);
            const auto file = export_deal(deal, format.value, today());
            const auto plan = export_plan(buyer_plan(deal, today()), format.value);
            CHECK(unfolded(file.bytes).contains(name));
            CHECK(unfolded(plan.bytes).contains(name));
            CHECK_FALSE(first_invalid_utf8(file.bytes));
            CHECK_FALSE(first_invalid_utf8(plan.bytes));
        }
        auto table = io::read_csv(export_deal(deal, ExportFormat::csv, today()).bytes);
        REQUIRE(table);
        CHECK(table->rows.at(1).at(2).contains(name));
    }
}

TEST_CASE("on a page each name runs as it does and turns nothing around", "[letters]") {
    for (const auto& name : names) {
        const auto deal = named(name);
        const auto page = export_deal(deal, ExportFormat::html, today()).bytes;
        CHECK(page.contains("<h1 dir=\"auto\">" + name));
        CHECK(page.contains("<h3 dir=\"auto\">" + name));
        CHECK(page.contains("<li><b><bdi>Account</bdi>:</b> <bdi>" + name + "</bdi></li>"));
        const auto all = assessed(deal, today());
        const auto brief = brief_of({deal, playbook_of(deal), all.consensus, all.balance, english(), today()}, all.next, {});
        const auto paper = brief_page(brief);
        CHECK(paper.contains("<h3 dir=\"auto\">" + escaped_html(brief.people.at(0).name)));
        // No text of people stands without a direction of its own.
        for (const auto* bare : {"<h1>", "<h2>", "<h3>", "<blockquote>", "<p class=\"quiet\">"}) {
            CHECK_FALSE(page.contains(bare));
            CHECK_FALSE(paper.contains(bare));
        }
    }
    CHECK(list_item({}, "a<\u202eb") == "<li><bdi>a&lt;b</bdi></li>\n");
    CHECK(quiet_line("").empty());
}
