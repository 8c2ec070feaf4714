// Who it is that files name.
#include "tests/support/proposing.hpp"

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using namespace middleground::test::proposing;

namespace {

Stakeholder person_called(std::string id, std::string name, std::string contact) {
    Stakeholder person;
    person.id = {std::move(id)};
    person.created = today;
    person.name = std::move(name);
    person.contact = std::move(contact);
    return person;
}

bool says(const Proposals& proposals, std::string_view words) {
    return std::ranges::any_of(proposals.notes, [&](const ProposalNote& note) { return note.error.what.find(words) != std::string::npos; });
}

constexpr std::string_view call = "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nNora Whitfield: Hello all of you.\n\n00:00:06.000 --> 00:00:09.000\nOkonkwo, Ada: Our biggest worry is the effort.\n\n"
                                  "00:00:10.000 --> 00:00:14.000\nTom Bell: Who else uses this in hospitals of our size?\n";

}

TEST_CASE("speakers and cards are the people of the deal, however their names are written") {
    auto deal = empty_deal();
    deal.stakeholders.push_back(person_called("p00001", "Ada Okonkwo", "ada.okonkwo@harbor.example"));
    deal.stakeholders.push_back(person_called("p00002", "Dr. Thomas Bell", "tom.bell@harbor.example"));
    const auto proposals = proposed(deal, {std::string(call)});
    const auto taken = with_all(deal, proposals);
    CHECK(taken.stakeholders.size() == 2);
    REQUIRE(taken.interactions.size() == 1);
    CHECK(taken.interactions.front().people == std::vector<StakeholderId>{{"p00001"}, {"p00002"}});
    // By the address it is likely, not certain: that is said.
    CHECK(says(proposals, "Tom Bell is taken for Dr. Thomas Bell, by the mail address"));
    CHECK(taken.interactions.front().summary.find("Ada Okonkwo") != std::string::npos);

    // With the title, or without.
    deal.stakeholders[1].name = "Tom Bell";
    deal.stakeholders[1].contact = "";
    const auto cards = proposed(deal, {"BEGIN:VCARD\nVERSION:4.0\nN:Bell;Thomas;;Dr.;\nFN:Dr. Thomas Bell\nTITLE:CFO\nEMAIL:tom.bell@harbor.example\nEND:VCARD\n"
                                       "BEGIN:VCARD\nVERSION:4.0\nFN:Prof. Ada Okonkwo\nTITLE:COO\nEND:VCARD\n"});
    CHECK(titles(cards) == "Tom Bell: what the deal does not have yet\nAda Okonkwo: what the deal does not have yet\n");
    CHECK(says(cards, "Dr. Thomas Bell is taken for Tom Bell"));
}

TEST_CASE("two who could be meant are nobody in particular") {
    auto deal = empty_deal();
    deal.stakeholders.push_back(person_called("p00001", "Thomas Bell", "tom.bell@harbor.example"));
    deal.stakeholders.push_back(person_called("p00002", "T. Bell", "tom.bell@clinic.example"));
    const auto proposals = proposed(deal, {std::string(call)});
    CHECK_FALSE(says(proposals, "is taken for"));
    CHECK(titles(proposals).find("Tom Bell joins the deal") != std::string::npos);
}

TEST_CASE("while nobody knows which address is the seller's, nobody is added who may be the seller, and nothing that they say") {
    auto deal = empty_deal();
    deal.seller.clear();
    const std::string theirs = mail("Ada Okonkwo <ada@harbor.example>", "Kim Reyes <kim@seller.example>", "Could you send us a price for 12 clinics? I am worried about the effort of it all.");
    const auto unknown = proposed(deal, {theirs}, {});
    CHECK_FALSE(unknown.list.empty());
    CHECK(unknown.likely().empty());
    CHECK(says(unknown, "It is not known which address is yours"));
    CHECK(with_all(deal, unknown) == deal);
    // Answered, all of it comes.
    const auto known = proposed(deal, {theirs}, {"", {"kim@seller.example"}});
    CHECK(known.likely().size() == known.list.size());
    CHECK(titles(known).starts_with("Ada Okonkwo joins the deal\n"));
    CHECK(titles(known).find("Kim") == std::string::npos);
    // Whom the deal knows is sure; the other may be the seller.
    deal.stakeholders.push_back(person_called("p00001", "Ada Okonkwo", "ada@harbor.example"));
    const auto taken = with_all(deal, proposed(deal, {theirs}, {}));
    CHECK(taken.stakeholders.size() == 1);
    CHECK(taken.interactions.size() == 1);
    CHECK(taken.concerns.size() == 2);
    // A meeting, too.
    auto fresh = empty_deal();
    fresh.seller.clear();
    fresh.account = "Acme"; // else its host says it
    CHECK(proposed(fresh, {invitation("DTSTART:20260616T100000\n")}, {}).likely().empty());
}
