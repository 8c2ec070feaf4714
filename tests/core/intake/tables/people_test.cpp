// Who is who when people are imported: nobody is taken for somebody else.

#include "core/intake/tables/import_changes.hpp"
#include "core/base/mail_address.hpp"
#include "core/model/edit/edit.hpp"
#include "tests/support/import_files.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr const char* deals = "Opportunity ID,Opportunity Name,Account Name,Stage\n7,A,Acme,Proposal\n";

struct Row {
    std::string id;
    std::string name;
    std::string email;
};

// One deal with these people, each in a row of the contacts and in one of the roles.
ImportFiles files_of(const std::vector<Row>& people) {
    std::string contacts = "Contact ID,Full Name,Email,Account Name\n";
    std::string roles = "Opportunity ID,Contact ID,Role\n";
    for (const auto& person : people) {
        contacts += person.id + "," + person.name + ",\"" + person.email + "\",Acme\n";
        roles += "7," + person.id + ",Evaluator\n";
    }
    ImportFiles files;
    files.add("deals.csv", deals);
    files.add("contacts.csv", contacts);
    files.add("roles.csv", roles);
    return files;
}

std::vector<std::string> names_of(const Deal& deal) {
    std::vector<std::string> names;
    for (const auto& person : deal.stakeholders) {
        names.push_back(person.name);
    }
    return names;
}

}

TEST_CASE("a person is not taken for another whose address contains theirs", "[import]") {
    const std::vector<std::string> addresses{"joanna@acme.example",     "anna@acme.example", "anna@acme.example.org", "hanna@acme.example",
                                             "x.anna@acme.example",     "x+anna@acme.example", "o'anna@acme.example", "anna@acme.exampl",
                                             "j\u00f6anna@acme.example", "na@acme.example"};
    std::vector<Row> people;
    for (const auto& address : addresses) {
        people.push_back({"c" + std::to_string(people.size()), "Person " + std::to_string(people.size()), address});
    }
    for (int turn = 0; turn < 2; ++turn) {
        const auto changes = planned(files_of(people));
        REQUIRE(changes.added.size() == 1);
        REQUIRE(changes.added.front().stakeholders.size() == people.size());
        for (const auto& person : people) {
            CHECK(named(changes.added.front(), person.name).contact == person.email);
            CHECK(named(changes.added.front(), person.name).origin->id == person.id);
        }
        const auto again = planned(files_of(people), changes.added);
        CHECK(again.updated.empty());
        CHECK(again.unchanged == 1);
        std::ranges::reverse(people);
    }
}

TEST_CASE("a person made by hand is not taken for another whose address theirs contains", "[import]") {
    auto changes = planned(files_of({}));
    auto& deal = changes.added.front();
    Random random(3);
    Stakeholder joanna;
    joanna.id = StakeholderId::make(random);
    joanna.name = "Joanna Reed";
    joanna.contact = "joanna@acme.example, +49 40 1";
    joanna.created = today();
    deal.stakeholders.push_back(joanna);
    const auto later = planned(files_of({{"c1", "Anna Berg", "anna@acme.example"}}), changes.added);
    REQUIRE(later.updated.size() == 1);
    CHECK(names_of(later.updated.front()) == std::vector<std::string>{"Joanna Reed", "Anna Berg"});
    CHECK(later.updated.front().stakeholders.front() == joanna);
    // And she is known again by her own, as whoever noted it wrote it.
    for (const auto* noted : {"Anna@ACME.example", "+49 40 2; <anna@acme.example>", "mailto:anna@acme.example.", "old@acme.example, anna@acme.example"}) {
        INFO(noted);
        deal.stakeholders.back().name = "A. B.";
        deal.stakeholders.back().contact = noted;
        const auto known = planned(files_of({{"c1", "Anna Berg", "anna@acme.example"}}), changes.added);
        REQUIRE(known.updated.size() == 1);
        CHECK(known.people_added == 0);
        CHECK(known.updated.front().stakeholders.size() == 1);
    }
}

TEST_CASE("two people of one address, each with an id, stay two", "[import]") {
    const std::vector<Row> people{{"c1", "Ada Lund", "office@acme.example"}, {"c2", "Bo Ek", "office@acme.example"}};
    const auto changes = planned(files_of(people));
    CHECK(names_of(changes.added.front()) == std::vector<std::string>{"Ada Lund", "Bo Ek"});
    CHECK(planned(files_of(people), changes.added).updated.empty());
    CHECK(planned(files_of(people), changes.added, {.overwrite = true}).updated.empty());
    // A row of the deal that names one of them by name and address means that one.
    ImportFiles files;
    files.add("deals.csv", "Deal ID,Deal Name,Associated Contact,Account Name\n7,A,Bo Ek (office@acme.example),Acme\n");
    files.add("contacts.csv", "Contact ID,Full Name,Email,Account Name\nc1,Ada Lund,office@acme.example,Acme\nc2,Bo Ek,office@acme.example,Acme\n");
    const auto by_name = planned(files);
    REQUIRE(by_name.added.size() == 1);
    CHECK(names_of(by_name.added.front()) == std::vector<std::string>{"Bo Ek"});
}

TEST_CASE("what is no address does not make two people one", "[import]") {
    for (const auto* nothing : {"-", "n/a", "unknown", "@", "none@"}) {
        INFO(nothing);
        const auto changes = planned(files_of({{"c1", "Ada Lund", nothing}, {"c2", "Bo Ek", nothing}}));
        CHECK(changes.added.front().stakeholders.size() == 2);
        ImportFiles files;
        files.add("report.csv", "Opportunity ID,Opportunity Name,Account Name,Contact Name,Email,Role\n7,A,Acme,Ada Lund," + std::string(nothing) +
                                    ",Evaluator\n7,A,Acme,Bo Ek," + std::string(nothing) + ",Evaluator\n");
        const auto without_ids = planned(files);
        CHECK(names_of(without_ids.added.front()) == std::vector<std::string>{"Ada Lund", "Bo Ek"});
        CHECK(planned(files, without_ids.added).updated.empty());
    }
}

TEST_CASE("one address in whichever case and form is one person", "[import]") {
    const auto first = planned(files_of({{"c1", "Ada Lund", "ada@acme.example"}}));
    // Another program knows her under a number of its own.
    ImportFiles files;
    files.add("deals.csv", deals);
    files.add("people.csv", "Person - ID,Person - Name,Person - Email - Work,Person - Organization\n99,Ada M. Lund,ADA@acme.example,Acme\n");
    const auto later = planned(files, first.added, {.people_by_account = true});
    CHECK(later.people_without_deal == 0);
    CHECK(later.people_added == 0);
}
