#include "core/merge/doubles/doubles.hpp"

#include "core/merge/doubles/name_keys.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Stakeholder somebody(std::string id, std::string name, std::string contact = {}, std::string title = {}, Function function = Function::other) {
    Stakeholder person;
    person.id = {std::move(id)};
    person.name = std::move(name);
    person.contact = std::move(contact);
    person.title = std::move(title);
    person.function = function;
    return person;
}

Deal with(std::vector<Stakeholder> people) {
    Deal deal;
    deal.id = {"dddddd"};
    deal.stakeholders = std::move(people);
    return deal;
}

// "certain: the same name", or empty when the two are two.
std::string said_of(const Stakeholder& one, const Stakeholder& other) {
    const auto found = likely_doubles(with({one, other}), {});
    return found.empty() ? std::string() : std::string(key_of(found.front().likeness)) + ": " + found.front().reason;
}

Deal bought(std::string id, std::string account, std::string title) {
    Deal deal;
    deal.id = {std::move(id)};
    deal.account = std::move(account);
    deal.title = std::move(title);
    deal.opened = deal.created = today() - 100;
    return deal;
}

std::string said_of(const Deal& one, const Deal& other) {
    const std::vector keys{key_of(one), key_of(other)};
    const auto found = likely_doubles(keys, {});
    return found.empty() ? std::string() : std::string(key_of(found.front().likeness)) + ": " + found.front().reason;
}

}

TEST_CASE("names are one whatever their order and way of writing", "[doubles]") {
    const auto key = name_keys("Anna Müller");
    CHECK(name_keys("Müller, Anna").same == key.same);
    CHECK(name_keys("  anna   MÜLLER ").same == key.same);
    CHECK(name_keys("Dr. Anna Müller").same == key.same);
    CHECK(name_keys("Anna M. Müller").same == key.same);
    CHECK(name_keys("Anna Mueller").same != key.same);
    CHECK(name_keys("Anna Mueller").plain == key.spelt);
    CHECK(name_keys("Anna Muller").plain == key.plain);
    CHECK(name_keys("A. Müller").initial == key.initial);
    CHECK(name_keys("Müller, A.").is_initial);
    CHECK(name_keys("Müller A.").initial == key.initial);
    CHECK(name_keys("Martin Luther King, Jr.").same == name_keys("Martin Luther King").same);
    CHECK(name_keys("").empty());
    CHECK(name_keys(" , . ").empty());
    CHECK(name_keys("王伟").same == "王伟");
    CHECK(name_keys("Dr.").same == "dr");
    CHECK_FALSE(name_keys("\xff\xfe, \x80").empty());
}

TEST_CASE("an account is called the same with and without its legal form", "[doubles]") {
    for (const auto* name : {"Kestrel Logistics", "Kestrel Logistics GmbH", "KESTREL LOGISTICS GmbH & Co. KG", "The Kestrel Logistics, Inc.", "Kestrel Logistics S.A.",
                             "Kestrel Logistics Ltd", "Kestrel-Logistics Sp. z o.o.", "Kestrel Logistics Pty. Ltd."}) {
        CAPTURE(name);
        CHECK(account_key(name) == "kestrel logistics");
    }
    CHECK(account_key("Kestrel Energy GmbH") != account_key("Kestrel Logistics GmbH"));
    CHECK(account_key("ООО Ромашка") == account_key("Ромашка"));
    CHECK(account_key("株式会社高橋") == account_key("高橋株式会社"));
    CHECK(account_key("AG") == "ag");
    CHECK(account_key("...").empty());
}

TEST_CASE("people are proposed by address, then by name, and told apart by what tells them apart", "[doubles]") {
    const auto anna = somebody("a00001", "Anna Müller", "anna@acme.example");
    struct Case {
        Stakeholder other;
        std::string said;
    };
    const std::vector<Case> cases{
        {somebody("a00002", "A. Müller", "+49 30 1234, ANNA@acme.example"), "certain: the same address, anna@acme.example"},
        {somebody("a00002", "Eva Braun", "anna@acme.example"), "likely: the same address under two names, anna@acme.example"},
        {somebody("a00002", "", "anna@acme.example"), "certain: the same address, anna@acme.example"},
        {somebody("a00002", "Müller, Anna"), "certain: the same name"},
        {somebody("a00002", "Anna Mueller"), "likely: the same name, written differently"},
        {somebody("a00002", "Anna Muller"), "likely: the same name, written differently"},
        {somebody("a00002", "A. Müller"), "possible: a name that may be short for the other"},
        {somebody("a00002", "Anna Müller", "am@other.example"), "possible: the same name, with different addresses"},
        {somebody("a00002", "A. Müller", "axel@acme.example"), ""},
        {somebody("a00002", "Joanna Müller", "joanna@acme.example"), ""},
        {somebody("a00002", "Anna Berg"), ""},
        {somebody("a00002", ""), ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.other.name, one.other.contact);
        CHECK(said_of(anna, one.other) == one.said);
        CHECK(said_of(one.other, anna) == one.said);
    }
    using enum Function;
    const auto by = [](std::string title, Function function, std::string contact = {}) { return somebody("a00001", "Anna Berg", std::move(contact), std::move(title), function); };
    const auto namesake = [](std::string title, Function function, std::string contact = {}) { return somebody("a00002", "Anna Berg", std::move(contact), std::move(title), function); };
    CHECK(said_of(by("", finance), namesake("", it)).empty());
    CHECK(said_of(by("", finance), namesake("", Function::other)) == "certain: the same name");
    CHECK(said_of(by("CFO", finance), namesake("Head of finance", finance)) == "likely: the same name, with different titles");
    CHECK(said_of(by("CFO", finance, "a@x.example"), namesake("Buyer", finance, "b@x.example")).empty());
    CHECK(said_of(by("", finance, "a@x.example"), namesake("", it, "a@x.example")).starts_with("certain: the same address"));
    // Several people read what comes to info@.
    CHECK(said_of(somebody("a00001", "Anna Berg", "info@acme.example"), somebody("a00002", "Tom Reyes", "info@acme.example")).empty());
}

TEST_CASE("initials are somebody only where one person can be meant", "[doubles]") {
    const auto short_name = somebody("a00003", "A. Müller");
    CHECK(likely_doubles(with({somebody("a00001", "Anna Müller"), somebody("a00002", "Andreas Müller"), short_name}), {}).empty());
    CHECK(likely_doubles(with({somebody("a00001", "Anna Müller"), somebody("a00002", "Bernd Müller"), short_name}), {}).size() == 1);
}

TEST_CASE("what was said to be two is not proposed again, in whichever order it was said", "[doubles]") {
    const auto deal = with({somebody("a00001", "Anna Berg"), somebody("a00002", "Anna Berg"), somebody("a00003", "Berg, Anna")});
    CHECK(likely_doubles(deal, {}).size() == 2);
    const std::vector<NotDoubles> first{{deal.id, "a00002", "a00001"}};
    // The third may still be either of them.
    const auto rest = likely_doubles(deal, first);
    REQUIRE(rest.size() == 1);
    CHECK(rest.front().one == StakeholderId{"a00001"});
    CHECK(rest.front().other == StakeholderId{"a00003"});
    const std::vector<NotDoubles> all{{deal.id, "a00002", "a00001"}, {deal.id, "a00001", "a00003"}, {deal.id, "a00002", "a00003"}};
    CHECK(likely_doubles(deal, all).empty());
    const std::vector<NotDoubles> of_another{{{"eeeeee"}, "a00002", "a00001"}};
    CHECK(likely_doubles(deal, of_another).size() == 2);
    CHECK(are_not_doubles(all, deal.id, "a00001", "a00002"));
    CHECK_FALSE(are_not_doubles(all, {}, "a00001", "a00002"));
}

TEST_CASE("deals are proposed by record, and by account with title", "[doubles]") {
    const auto kestrel = bought("d00001", "Kestrel Logistics GmbH", "Delivery planning");
    struct Case {
        std::string account;
        std::string title;
        std::string said;
    };
    const std::vector<Case> cases{
        {"Kestrel Logistics", "Delivery planning", "certain: the same account and the same title"},
        {"kestrel logistics Ltd.", "Planning: Delivery", "certain: the same account and the same title"},
        {"Kestrel Logistics", "Kestrel Logistics - delivery planning", "certain: the same account and the same title"},
        {"Kestrel Logistics", "Delivery planning software", "likely: the same account and a similar title"},
        {"Kestrel Logistics", "", "possible: the same account, and one has no title"},
        {"Kestrel Logistics", "Delivery planning 2027", ""},
        {"Kestrel Logistics", "Warehouse robots", ""},
        {"Kestrel Energy", "Delivery planning", ""},
        {"", "Delivery planning", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.account, one.title);
        CHECK(said_of(kestrel, bought("d00002", one.account, one.title)) == one.said);
    }
    CHECK(said_of(bought("d00001", "", "Delivery planning"), bought("d00002", "", "Delivery planning")) == "possible: the same title, and neither names an account");
    CHECK(said_of(bought("d00001", "", ""), bought("d00002", "", "")).empty());
    CHECK(said_of(bought("d00001", "Acme", ""), bought("d00002", "Acme Inc.", "Acme")) == "likely: the same account, and no title tells them apart");
    auto renewal = bought("d00001", "Acme", "Renewal 2026"), last_year = bought("d00002", "Acme", "Renewal 2025");
    CHECK(said_of(renewal, last_year).empty());
    last_year.origin = renewal.origin = DealOrigin{};
    last_year.origin->system = renewal.origin->system = OriginSystem::salesforce;
    last_year.origin->id = renewal.origin->id = "006A";
    CHECK(said_of(renewal, last_year) == "certain: the same record in Salesforce");
    last_year.origin->system = OriginSystem::hubspot;
    CHECK(said_of(renewal, last_year).empty());
    // What ended before the other began is another purchase; samples are nobody's.
    auto won = kestrel, again = bought("d00002", kestrel.account, kestrel.title);
    again.amount = Money{100, "EUR"};
    won.amount = Money{200, "EUR"};
    CHECK(said_of(won, again) == "likely: the same account and the same title, with different amounts");
    won.outcome = Won{again.opened - 1};
    CHECK(said_of(won, again).empty());
    won.outcome = Won{again.opened + 1};
    CHECK_FALSE(said_of(won, again).empty());
    again.sample = true;
    CHECK(said_of(won, again).empty());
}

TEST_CASE("many deals are compared by their keys", "[doubles]") {
    std::vector<DealKey> keys;
    for (int i = 0; i < 5000; ++i) {
        const auto number = std::to_string(i);
        auto key = key_of(bought("d" + std::string(5 - number.size(), '0') + number, i < 4000 ? "Acme" : "Account " + number, i % 100 == 0 ? "The same" : "Thing " + number));
        keys.push_back(std::move(key));
    }
    const auto found = likely_doubles(keys, {});
    // Of the many of one account only those of one title: 40 of them, each with the first.
    CHECK(found.size() == 39);
    const std::vector<NotDoubles> apart{{{}, found.front().other.text, found.front().one.text}};
    const auto without = likely_doubles(keys, apart);
    CHECK(std::ranges::find(without, found.front()) == without.end());
    std::vector<Stakeholder> namesakes;
    for (int i = 0; i < 500; ++i) namesakes.push_back(somebody("p" + std::to_string(10000 + i), "Anna Berg", i % 2 ? "anna@acme.example" : ""));
    const auto people = likely_doubles(with(namesakes), {});
    CHECK(people.size() == 499);
    CHECK(likely_doubles(Deal{}, {}).empty());
}
