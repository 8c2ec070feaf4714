#include "app/viewmodel/doubles/doubles_data.hpp"

#include "core/files/settings.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Document with_two() {
    Document document;
    for (const auto* id : {"d00001", "d00002"}) {
        Entry entry;
        entry.deal = example_deal();
        entry.deal.sample = false;
        entry.deal.id = {id};
        entry.deal.account = id == std::string("d00001") ? "Kestrel GmbH" : "Kestrel";
        entry.deal.title = "Delivery planning";
        entry.revision = document.next_revision++;
        document.entries.push_back(std::move(entry));
    }
    document.entries[1].deal.stakeholders[0].title = "Another title";
    return document;
}

void look(DoublesCache& cache, const Document& document) {
    if (!cache.begin(document)) return;
    for (int i = 0; i < 100 && cache.work(document); ++i) {
    }
}

DoublesDraft draft_of(std::string kept, std::string gone) {
    DoublesDraft draft;
    draft.about = DoublesDraft::About::deals;
    draft.kept = std::move(kept);
    draft.gone = std::move(gone);
    return draft;
}

}

TEST_CASE("deals that may be the same are found part by part, and forgotten when somebody says that they are two") {
    auto document = with_two();
    DoublesCache cache;
    CHECK(cache.deals().empty());
    look(cache, document);
    REQUIRE(cache.deals().size() == 1);
    CHECK(pair_names(document, cache.deals().front()) == "Kestrel GmbH / Delivery planning and Kestrel / Delivery planning");
    CHECK(deal_doubles_title(1) == "2 deals may be the same");
    CHECK_FALSE(cache.begin(document));
    document.settings = with_not_doubles(document.settings, {{}, "d00002", "d00001"});
    look(cache, document);
    CHECK(cache.deals().empty());
    document.settings = {};
    document.entries[1].archived = true;
    ++document.next_revision;
    look(cache, document);
    CHECK(cache.deals().empty());
    for (int i = 0; i < 3000; ++i) {
        Entry entry;
        entry.deal.id = {"e" + std::to_string(10000 + i)};
        entry.deal.account = "Account " + std::to_string(i);
        document.entries.push_back(entry);
    }
    document.entries[1].archived = false;
    look(cache, document);
    CHECK(cache.deals().size() == 1);
}

TEST_CASE("people that may be one are found anew when the deal or what was said has changed") {
    auto document = with_two();
    auto& entry = document.entries.front();
    DoublesCache cache;
    CHECK(cache.people(entry.deal, entry.revision, document.settings).empty());
    auto twin = entry.deal.stakeholders.front();
    twin.id = {"q00001"};
    entry.deal.stakeholders.push_back(twin);
    const auto pairs = cache.people(entry.deal, ++entry.revision, document.settings);
    REQUIRE(pairs.size() == 1);
    CHECK(person_doubles_title(1) == "Two people may be one");
    CHECK(person_doubles_title(3) == "3 pairs of people may each be one");
    CHECK(person_doubles_title(0).empty());
    document.settings = with_not_doubles(document.settings, {entry.deal.id, twin.id.text, pairs.front().one.text});
    CHECK(cache.people(entry.deal, entry.revision, document.settings).empty());
    // Said once, however often; and kept in the file of settings.
    document.settings = with_not_doubles(document.settings, {entry.deal.id, pairs.front().one.text, twin.id.text});
    CHECK(document.settings.not_doubles.size() == 1);
    CHECK(io::read_settings(io::write_settings(document.settings))->not_doubles == document.settings.not_doubles);
    CHECK(io::read_settings(R"({"not_doubles": [{"one": "x", "other": 3}, 4, {"deal": 1}]})")->not_doubles.empty());
}

TEST_CASE("the dialog shows two deals beside each other, with who is who, and says what cannot be") {
    const auto document = with_two();
    auto draft = draft_of("d00001", "d00002");
    const auto dialog = doubles_dialog(document, draft, today());
    CHECK(dialog.title == "Merge two deals");
    CHECK(dialog.kept_name == "Kestrel GmbH / Delivery planning");
    REQUIRE_FALSE(dialog.fields.empty());
    CHECK(dialog.fields.front().field == "account");
    REQUIRE(dialog.people.size() == document.entries[1].deal.stakeholders.size());
    CHECK(dialog.people.front().chosen == 1);
    CHECK(dialog.people.front().choices.front() == "Stays by itself");
    CHECK(dialog.error.empty());
    CHECK_FALSE(dialog.follows.empty());
    // Somebody says that it is another one: nobody is two.
    const auto pairs = with_person_pair(document, draft, dialog.pairs, 0, 2);
    CHECK(pairs.people.size() + 1 == dialog.pairs.people.size());
    CHECK(with_person_pair(document, draft, dialog.pairs, 0, 0).people.size() + 1 == dialog.pairs.people.size());
    CHECK(with_commitment_pair(document, draft, dialog.pairs, 0, 0).commitments.size() + 1 == dialog.pairs.commitments.size());
    CHECK(with_person_pair(document, draft, dialog.pairs, 999, 0) == dialog.pairs);

    draft.gone.clear();
    const auto asking = doubles_dialog(document, draft, today());
    CHECK(asking.others == std::vector<std::string>{"Kestrel / Delivery planning"});
    CHECK(asking.gone_name.empty());
    draft.kept = "zzzzzz";
    CHECK(doubles_dialog(document, draft, today()).title.empty());
    CHECK_FALSE(doubles_dialog(document, draft_of("d00001", "d00001"), today()).error.empty());
    CHECK(choice_words(std::string(1000, 'a')).size() < 300);
    CHECK(choice_words(" ") == "Nothing");
}
