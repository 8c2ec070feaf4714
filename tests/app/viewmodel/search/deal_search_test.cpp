#include "app/viewmodel/search/deal_search.hpp"

#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Entry entry_of(Deal deal, std::uint64_t revision = 1) {
    Entry entry;
    entry.deal = std::move(deal);
    entry.revision = revision;
    return entry;
}

// Searched to the end.
const FoundText* looked(DealSearch& search, const Document& document, std::string_view query, const DealId& id) {
    search.ask(document, query);
    while (search.work(document, today())) {
    }
    return search.found(id);
}

Deal deal_that_says_much() {
    auto deal = example_deal();
    deal.account = "Brightwater Foods";
    deal.notes = "Met them at a fair in K\u00f6ln.\nThe warehouse moves in spring.";
    deal.interactions.back().summary = "Wants a reference from another dairy";
    deal.tags = {{"cold chain"}};
    deal.fields = {{"Region", FieldKind::choice, "Lower Saxony"}};
    deal.stakeholders[0].notes = "Plays golf on Fridays";
    return deal;
}

}

TEST_CASE("the search says where the words stand") {
    Document document;
    document.entries.push_back(entry_of(deal_that_says_much()));
    const auto& deal = document.entries.front().deal;
    DealSearch search;
    struct Case {
        std::string_view query;
        TextPlace place;
        std::string line;
    };
    const auto day = short_date(deal.interactions.back().on, today());
    for (const auto& [query, place, line] : {Case{"brightwater", TextPlace::name, ""},
                                             Case{"dairy reference", TextPlace::log, "in the log, " + day + ": \u201cWants a reference from another dairy\u201d"},
                                             Case{"KOLN", TextPlace::notes, "in the notes: \u201cMet them at a fair in K\u00f6ln. The warehouse moves in spring.\u201d"},
                                             Case{"saxony", TextPlace::field, "in Region: \u201cLower Saxony\u201d"},
                                             Case{"cold", TextPlace::tag, "in the tags: \u201ccold chain\u201d"},
                                             Case{"golf", TextPlace::person, "at " + deal.stakeholders[0].name + ": \u201cPlays golf on Fridays\u201d"}}) {
        INFO(query);
        const auto* found = looked(search, document, query, deal.id);
        REQUIRE(found);
        CHECK(found->place == place);
        CHECK(found->line() == line);
    }
    CHECK_FALSE(looked(search, document, "dairy nobody", deal.id));
    CHECK(looked(search, document, "dairy brightwater", deal.id)); // in two places
    CHECK_FALSE(looked(search, document, "  ", deal.id));
    CHECK(search.query().empty());
}

TEST_CASE("the search goes with the deals as they change, come and go") {
    Document document;
    document.entries.push_back(entry_of(deal_that_says_much()));
    DealSearch search;
    const auto id = document.entries.front().deal.id;
    CHECK(looked(search, document, "golf", id));
    document.entries.front().deal.stakeholders[0].notes = "Sails";
    document.entries.front().revision = 2;
    CHECK_FALSE(looked(search, document, "golf", id));
    CHECK(looked(search, document, "sails", id));
    auto other = deal_that_says_much();
    other.id = {"d00042"};
    document.entries.insert(document.entries.begin(), entry_of(std::move(other)));
    CHECK(looked(search, document, "golf", {"d00042"}));
    document.entries.clear();
    CHECK_FALSE(looked(search, document, "golf", {"d00042x"}));
}

TEST_CASE("whatever a deal says is found in it, slice by slice as at once") {
    Document document;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        document.entries.push_back(entry_of(random_deal(random)));
    }
    DealSearch search;
    for (const auto& entry : document.entries) {
        std::vector<std::string> texts;
        for_each_text(entry.deal, [&](const DealText& text) { texts.emplace_back(text.text); });
        for (const auto& text : texts) {
            if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
            INFO(text);
            const auto at_once = found_in(entry.deal, text, today());
            REQUIRE(at_once);
        }
        if (texts.empty()) continue;
        const auto& query = texts[texts.size() / 2];
        const auto at_once = found_in(entry.deal, query, today());
        const auto* found = looked(search, document, query, entry.deal.id);
        REQUIRE((found != nullptr) == at_once.has_value());
        if (found) CHECK(found->line() == at_once->line());
    }
}

TEST_CASE("of many deals a slice looks through some, and the rest follows") {
    Document document;
    for (int i = 0; i < 3000; ++i) {
        auto deal = example_deal();
        deal.id = {"d" + std::to_string(10000 + i)};
        deal.notes = std::string(400, 'x') + (i % 100 == 7 ? " needle" : "");
        document.entries.push_back(entry_of(std::move(deal)));
    }
    DealSearch search;
    search.ask(document, "needle");
    int slices = 1;
    while (search.work(document, today())) {
        ++slices;
    }
    CHECK(slices > 2);
    const auto count = std::ranges::count_if(document.entries, [&](const Entry& entry) { return search.found(entry.deal.id) != nullptr; });
    CHECK(count == 30);
    const auto changes = search.changes();
    search.ask(document, "needle");
    CHECK_FALSE(search.work(document, today()));
    CHECK(search.changes() == changes);
}
