// Two deals become one in the list, and are two again.
#include "app/session/doubles/update_doubles.hpp"

#include "core/model/validate/validate.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::Tab;

namespace {

struct Twice : Tab {
    Twice() {
        b = start("Delivery planning");
        add("Tom Reyes");
        a = start("Delivery plans");
        add("Anna Berg");
        save_all();
        act(action::GoTo{Screen::deals});
    }
    void add(std::string name) {
        Stakeholder person;
        person.id = StakeholderId::make(random);
        person.created = platform.today();
        person.name = std::move(name);
        act(apply_edit(edit::PutStakeholder{std::move(person)}));
    }
    const Deal& deal(const DealId& id) { return find_entry(document, id)->deal; }
    DealPairs pairs() { return likely_pairs({deal(a), deal(b), platform.today(), 1}); }
    void merge() { act(action::MergeDeals{a, b, pairs(), {}}); }
    DealId a;
    DealId b;
};

}

TEST_CASE("two deals of the list are one, and one undo brings both back as they were") {
    Twice tab;
    const auto bytes = [&](const DealId& id) { return io::write_deal(tab.deal(id)); };
    const auto before_a = bytes(tab.a), before_b = bytes(tab.b);
    const auto steps = tab.deal(tab.a).commitments.size();
    const auto count = tab.document.entries.size();
    tab.merge();
    REQUIRE_FALSE(tab.view.error);
    REQUIRE(tab.document.entries.size() + 1 == count);
    CHECK(tab.deal(tab.a).stakeholders.size() == 2);
    CHECK(tab.deal(tab.a).commitments.size() == steps);
    CHECK(validate(tab.deal(tab.a), tab.platform.today()).empty());
    REQUIRE(tab.view.toast);
    CHECK(tab.view.toast->undo);
    CHECK(undo_what(tab.document) == "Merged Delivery planning into Delivery plans");
    tab.save_all();
    CHECK_FALSE(tab.platform.storage->texts.contains(deal_key(tab.b)));
    const auto merged = bytes(tab.a);
    for (int i = 0; i < 2; ++i) {
        tab.act(action::Undo{});
        tab.save_all();
        REQUIRE(tab.document.entries.size() == count);
        CHECK(tab.document.entries.back().deal.id == tab.b);
        CHECK(bytes(tab.a) == before_a);
        CHECK(bytes(tab.b) == before_b);
        tab.act(action::Redo{});
        tab.save_all();
        REQUIRE(tab.document.entries.size() + 1 == count);
        CHECK(bytes(tab.a) == merged);
    }
}

TEST_CASE("undo in the deal that stayed makes them two again, after what was changed since") {
    Twice tab;
    const auto before = tab.deal(tab.a);
    tab.merge();
    tab.act(action::OpenDeal{tab.a});
    tab.rename("Changed since");
    tab.act(action::GoTo{Screen::deals});
    // In the list it cannot be taken back while the deal has something newer; nothing is lost of it.
    tab.act(action::Undo{});
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->what.find("was changed after that") != std::string::npos);
    CHECK(tab.title(tab.a) == "Changed since");
    tab.view.error.reset();
    tab.act(action::OpenDeal{tab.a});
    tab.act(action::Undo{});
    CHECK(tab.title(tab.a) == before.title);
    CHECK_FALSE(find_entry(tab.document, tab.b));
    tab.act(action::Undo{});
    CHECK(tab.deal(tab.a) == before);
    REQUIRE(find_entry(tab.document, tab.b));
    CHECK(open_id(tab.document) == tab.a);
    tab.act(action::Redo{});
    CHECK_FALSE(find_entry(tab.document, tab.b));
    CHECK(tab.deal(tab.a).stakeholders.size() == 2);
}

TEST_CASE("what cannot be merged leaves both as they are, and says why") {
    Twice tab;
    const auto before = tab.deal(tab.a);
    tab.act(action::MergeDeals{tab.a, tab.a, {}, {}});
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->what == "Not merged: A deal cannot be merged with itself");
    tab.act(action::MergeDeals{tab.a, {"zzzzzz"}, {}, {}});
    CHECK(tab.view.error->what == "Not merged: one of the two deals is no longer there");
    find_entry(tab.document, tab.b)->state = stored::Conflict{};
    tab.act(action::MergeDeals{tab.a, tab.b, {}, {}});
    CHECK(tab.view.error->what == "Not merged: Delivery planning was changed in another tab");
    CHECK(tab.deal(tab.a) == before);
    CHECK(find_entry(tab.document, tab.b));
}

TEST_CASE("a newer version that another tab stored of the deal that goes is not removed with it") {
    Twice tab;
    Tab other(tab.platform.storage, 2);
    other.act(action::OpenDeal{tab.b});
    other.rename("Theirs");
    other.save_all();
    const auto before = tab.deal(tab.a);
    tab.merge();
    REQUIRE(tab.view.error);
    CHECK(tab.deal(tab.a) == before);
    CHECK(tab.text_of(tab.b).find("Theirs") != std::string::npos);
}
