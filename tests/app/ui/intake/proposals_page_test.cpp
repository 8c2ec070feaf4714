// The page of what came in: each proposal can be chosen, worded and taken with the mouse and the keyboard.
#include "app/session/action.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/intake/update_intake.hpp"
#include "app/session/shipped.hpp"
#include "app/ui/intake/proposals_parts.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/intake_tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>

using namespace middleground;
using namespace middleground::test;

namespace {

struct IntakePage : PageFixture {
    explicit IntakePage(ImVec2 size = {1440, 900}) : PageFixture(size) {
        auto shipped = read_shipped();
        document.wording = std::move(shipped.wording);
        document.log_words = std::move(shipped.log_words);
        document.playbooks = std::move(shipped.playbooks);
        document.settings.own_addresses = {"nora@seller.example"};
        drop(two_mails());
    }
    void drop(const std::vector<std::pair<std::string, std::string>>& files) {
        for (const auto& [name, bytes] : files) {
            take_records(world(), readers::read_file(bytes, name, read_options()));
        }
        hear_of_reading(world(), {}, 0);
        plan_intake(world());
    }
    void carry_out_all() {
        for (const auto& one : std::exchange(actions, {})) {
            update(world(), one);
        }
        plan_intake(world());
        draw(draw_imports);
    }
};

}

TEST_CASE("proposals are shown with what they say, and chosen one by one or as a group") {
    IntakePage page;
    page.draw(draw_imports);
    CHECK(page.says("1 person, 2 log entries, 1 question and 1 promise from 2 files"));
    CHECK(page.says("Dana Ortiz joins the deal"));
    REQUIRE(page.item("Dana Ortiz joins the deal")->role == ItemRole::checkbox);
    CHECK(page.item("Dana Ortiz joins the deal")->value == "on");
    page.press("Dana Ortiz joins the deal", draw_imports);
    page.carry_out_all();
    CHECK(page.item("Dana Ortiz joins the deal")->value == "off");
    CHECK_FALSE(page.shows("Take all 5"));
    page.press("None", draw_imports); // of the first group that has more than one: the log
    CHECK(page.action<action::ChooseProposals>().places.size() == 2);
}

TEST_CASE("the words of an entry are changed before it is taken, and Ctrl+Enter takes") {
    IntakePage page;
    page.draw(draw_imports);
    const auto& list = page.document.intake->proposals()->list;
    const auto place = static_cast<std::uint32_t>(std::ranges::find(list, ProposalKind::question, &Proposal::kind) - list.begin());
    page.press("Change the words of " + list[place].title, draw_imports);
    CHECK(page.view.imports.worded == place);
    page.press("Words", draw_imports);
    page.type(" Or per depot?", draw_imports);
    CHECK(page.action<action::WordProposal>().text.find("Or per depot?") != std::string::npos);
    page.carry_out_all();
    page.press("Take all 5", draw_imports);
    CHECK(page.has_action<action::TakeProposals>());
    page.carry_out_all();
    CHECK_FALSE(page.document.intake);
    REQUIRE(page.document.entries.size() == 1);
    CHECK(page.document.entries.front().deal.concerns.front().text.find("Or per depot?") != std::string::npos);
}

TEST_CASE("the deal can be another one, and on a phone all of it is there") {
    IntakePage page({390, 844});
    page.draw(draw_imports);
    CHECK(page.shows("Into the deal"));
    CHECK(page.shows("Its account"));
    CHECK(page.shows("Take all 5"));
    CHECK(page.shows("Dana Ortiz joins the deal"));
    page.press("Cancel", draw_imports);
    CHECK(page.has_action<action::CancelIntake>());
}
