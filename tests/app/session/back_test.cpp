// What "back" takes away, and where "forward" leads.
#include "app/session/back.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update.hpp"
#include "tests/support/app/memory_platform.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::MemoryPlatform;
using Layers = std::vector<Layer>;

namespace {

struct Program {
    MemoryPlatform platform;
    Document document;
    ViewState view;
    Random random{1};

    Program() {
        Entry entry;
        entry.deal.id = DealId{"kestrel"};
        entry.deal.title = "Fleet renewal";
        document.entries.push_back(std::move(entry));
    }
    World world() { return {document, view, platform, random}; }
    Layers layers(bool phone = false) const { return layers_of(document, view, phone); }
    // As the program does it; false on the lowest page.
    bool back(bool phone = false) {
        const auto all = layers(phone);
        if (all.empty()) return false;
        if (const auto action = action_for_leaving(all.back(), document)) {
            update(world(), *action);
        } else {
            leave_detail(document, view);
        }
        return true;
    }
};

}

TEST_CASE("from the list of deals, back leaves the program", "[back]") {
    Program program;
    CHECK(program.layers().empty());
    CHECK_FALSE(program.back());
}

TEST_CASE("a deal's pages lie on the deal, and the deal on the list", "[back]") {
    Program program;
    update(program.world(), action::OpenDeal{DealId{"kestrel"}, Screen::deal});
    CHECK(program.layers() == Layers{Layer::deal});
    // From page to page it grows no deeper.
    for (const auto screen : {Screen::people, Screen::log, Screen::forecast, Screen::settings}) {
        update(program.world(), action::GoTo{screen});
        CHECK(program.layers() == Layers{Layer::deal, Layer::page});
    }
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::deal);
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::deals);
    CHECK(open_id(program.document).empty());
    CHECK_FALSE(program.back());
}

TEST_CASE("without a deal, settings lie on the list", "[back]") {
    Program program;
    for (const auto screen : {Screen::settings, Screen::playbooks, Screen::imports}) {
        update(program.world(), action::GoTo{screen});
        CHECK(program.layers() == Layers{Layer::page});
        REQUIRE(program.back());
        CHECK(screen_of(program.document) == Screen::deals);
    }
}

TEST_CASE("on a phone, a person or a commitment lies on its page", "[back]") {
    Program program;
    update(program.world(), action::OpenDeal{DealId{"kestrel"}, Screen::people});
    program.view.person = StakeholderId{"marcus"};
    CHECK(program.layers(false) == Layers{Layer::deal, Layer::page});
    CHECK(program.layers(true) == Layers{Layer::deal, Layer::page, Layer::detail});
    REQUIRE(program.back(true));
    CHECK(program.view.person.empty());
    CHECK(screen_of(program.document) == Screen::people);
    update(program.world(), action::GoTo{Screen::commitments});
    program.view.commitment = CommitmentId{"pilot"};
    REQUIRE(program.back(true));
    CHECK(program.view.commitment.empty());
    CHECK(program.layers(true).size() == 2);
}

TEST_CASE("what came by a link goes at last, and its address with it", "[back]") {
    Program program;
    show(program.world(), shown::PreviewPage{{program.document.entries.front().deal, 7, "the link", {}}, Screen::people});
    CHECK(program.layers() == Layers{Layer::link, Layer::page});
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::deal);
    CHECK_FALSE(program.platform.fragment_cleared);
    REQUIRE(program.back());
    CHECK_FALSE(preview_of(program.document));
    CHECK(program.platform.fragment_cleared);
    CHECK(program.layers().empty());

    show(program.world(), shown::BuyerPlanPage{BuyerPlan{}, false});
    CHECK(program.layers() == Layers{Layer::link});
    REQUIRE(program.back());
    CHECK_FALSE(buyer_plan_page_of(program.document));
}

TEST_CASE("forward leads to the page that back left, if it is still there", "[back]") {
    Program program;
    const LeftPage people{DealId{"kestrel"}, Screen::people};
    const auto action = action_for_returning(people, program.document);
    REQUIRE(action);
    update(program.world(), *action);
    CHECK(screen_of(program.document) == Screen::people);
    CHECK(open_id(program.document) == DealId{"kestrel"});
    program.document.entries.clear();
    CHECK_FALSE(action_for_returning(people, program.document));
    REQUIRE(action_for_returning({{}, Screen::settings}, program.document));
}

TEST_CASE("from a deal, back leads to the page over all deals that one came from, and from there to the first one", "[back]") {
    Program program;
    begin_with_today(program.world());
    CHECK(program.layers().empty());
    update(program.world(), action::OpenDeal{DealId{"kestrel"}, Screen::people});
    CHECK(program.layers() == Layers{Layer::deal, Layer::page});
    REQUIRE(program.back());
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::today);
    CHECK_FALSE(program.back());
    update(program.world(), action::GoTo{Screen::deals});
    CHECK(program.layers() == Layers{Layer::list});
    update(program.world(), action::OpenDeal{DealId{"kestrel"}, Screen::deal});
    CHECK(program.layers() == Layers{Layer::list, Layer::deal});
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::deals);
    update(program.world(), action::GoTo{Screen::settings});
    CHECK(program.layers() == Layers{Layer::list, Layer::page});
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::deals);
    REQUIRE(program.back());
    CHECK(screen_of(program.document) == Screen::today);
    CHECK_FALSE(program.back());
}
