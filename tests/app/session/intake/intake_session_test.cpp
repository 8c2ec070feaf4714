#include "app/session/intake/intake_session.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/app/intake_tab.hpp"
#include "tests/support/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

const Date today = *Date::parse("2026-06-10");
const OurSide us{"", {"nora@seller.example"}};

Deal fresh_deal() {
    Deal deal;
    deal.id = {"d00009"};
    deal.created = deal.opened = today;
    return deal;
}

IntakeSession planned(const std::vector<std::pair<std::string, std::string>>& files) {
    IntakeSession session(fresh_deal(), 7);
    for (const auto& [name, bytes] : files) {
        session.add(read_records(bytes, name));
    }
    session.plan(nullptr, 0, us, {english_log(), english()}, today);
    return session;
}

std::uint32_t place_of(const IntakeSession& session, ProposalKind kind) {
    const auto& list = session.proposals()->list;
    return static_cast<std::uint32_t>(std::ranges::find(list, kind, &Proposal::kind) - list.begin());
}

}

TEST_CASE("what is chosen brings what it needs, and what is not takes what needs it along") {
    auto session = planned(two_mails());
    const auto person = place_of(session, ProposalKind::person);
    const auto question = place_of(session, ProposalKind::question);
    REQUIRE(question < session.proposals()->list.size());
    CHECK(session.chosen() == session.proposals()->likely());
    session.choose(std::vector{person}, false);
    CHECK_FALSE(session.is_chosen(person));
    CHECK_FALSE(session.is_chosen(question));
    session.choose(std::vector{question}, true);
    CHECK(session.is_chosen(person));
    CHECK(session.is_chosen(question));
    session.choose(std::vector{std::uint32_t{4000}}, false); // none of the list
    CHECK(session.is_chosen(person));
}

TEST_CASE("choices and words stay when more comes in, and the same file adds nothing") {
    auto files = two_mails();
    auto session = planned({files.front()});
    const auto question = place_of(session, ProposalKind::question);
    const auto entry = place_of(session, ProposalKind::entry);
    session.choose(std::vector{question}, false);
    session.set_text(entry, "Dana asks how long the pilot takes");
    session.add(read_records(files[0].second, files[0].first));
    CHECK(session.files().size() == 1);
    session.add(read_records(files[1].second, files[1].first));
    session.plan(nullptr, 0, us, {english_log(), english()}, today);
    CHECK_FALSE(session.is_chosen(place_of(session, ProposalKind::question)));
    CHECK(session.text_of(place_of(session, ProposalKind::entry)) == "Dana asks how long the pilot takes");
    const auto taken = take(session.fresh(), session.worded(), session.chosen(), today);
    CHECK(taken.refused.empty());
    CHECK(taken.deal.interactions.front().summary == "Dana asks how long the pilot takes");
    CHECK(taken.deal.concerns.empty());
}

TEST_CASE("the day of an entry and of a promise are said otherwise, and others have none") {
    auto session = planned(two_mails());
    const auto entry = place_of(session, ProposalKind::entry);
    const auto promise = place_of(session, ProposalKind::promise);
    CHECK(session.day_of(entry) == std::optional(std::optional(*Date::parse("2026-06-08"))));
    CHECK(session.day_of(promise) == std::optional(std::optional(*Date::parse("2026-06-12"))));
    CHECK_FALSE(session.day_of(place_of(session, ProposalKind::person)));
    CHECK_FALSE(session.day_of(place_of(session, ProposalKind::question)));
    session.set_day(entry, *Date::parse("2026-06-05"));
    session.set_day(promise, {});
    const auto taken = take(session.fresh(), session.worded(), session.chosen(), today);
    CHECK(taken.refused.empty());
    CHECK(taken.deal.interactions.front().on == *Date::parse("2026-06-05"));
    CHECK_FALSE(taken.deal.promises.front().due);
    // A day that it cannot have is refused, and nothing else is.
    session.set_day(entry, *Date::parse("2027-06-05"));
    const auto later = take(session.fresh(), session.worded(), session.chosen(), today);
    REQUIRE_FALSE(later.refused.empty());
    CHECK(later.deal.interactions.size() == 1);
}

TEST_CASE("a new deal is called after the company that most of them are of") {
    struct Case {
        std::string from;
        std::string company;
    };
    for (const auto& [from, company] : {Case{"dana@kestrel.example", "Kestrel"}, {"dana@mail.kestrel-logistics.example", "Kestrel-logistics"}, {"dana@gmail.com", ""}, {"nora@seller.example", ""}}) {
        INFO(from);
        const std::vector files{read_records(mail_file(from, nora_address, "Pilot", "8 Jun 2026", "Hello"), "one.eml")};
        CHECK(company_in(files, us) == company);
    }
    const std::vector cards{read_records(with_crlf("BEGIN:VCARD\nVERSION:3.0\nFN:Dana Ortiz\nORG:Kestrel Logistics GmbH\nEMAIL:dana@kestrel.example\nEND:VCARD\n"), "one.vcf"),
                            read_records(mail_file(dana_address, nora_address, "Pilot", "8 Jun 2026", "Hello"), "one.eml")};
    CHECK(company_in(cards, us) == "Kestrel Logistics GmbH");
    CHECK(addresses_in(cards) == std::vector<std::string>{"dana@kestrel.example", "nora@seller.example"});
    auto session = planned(two_mails());
    CHECK(session.fresh().account == "Kestrel");
    session.name_fresh("Kestrel Ltd");
    session.add(cards.front());
    session.plan(nullptr, 0, us, {english_log(), english()}, today);
    CHECK(session.fresh().account == "Kestrel Ltd");
}

TEST_CASE("nothing chosen, no files and words that nobody has end well") {
    IntakeSession session(fresh_deal(), 7);
    CHECK(session.chosen().empty());
    CHECK_FALSE(session.is_chosen(0));
    CHECK_FALSE(session.text_of(0));
    session.choose(std::vector{std::uint32_t{0}}, true);
    session.set_text(0, "x");
    CHECK(session.worded().list.empty());
    CHECK_FALSE(session.remove(0));
    session.refuse({"This is a PDF", "a.pdf", "Copy it."});
    session.refuse({"This is a PDF", "a.pdf", "Copy it."});
    CHECK(session.refused().size() == 1);
}
