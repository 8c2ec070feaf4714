#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// The user has renamed the deal; the copy that is looked at has another title and a new person.
struct Looking {
    PageFixture page;

    explicit Looking(ImVec2 size = ImVec2(1440, 900)) : page(size) {
        page.today = today();
        auto mine = example_deal();
        mine.title = "Mine";
        auto theirs = example_deal();
        theirs.title = "Theirs";
        theirs.stakeholders.push_back({.id = {"p00009"}, .created = today(), .name = "Priya Nair"});
        page.open(std::move(mine));
        page.go(Screen::deals);
        look_at(Preview{std::move(theirs), 0, "the link", example_deal()});
        page.read_only = true;
        page.draw(draw_merge);
    }
    void look_at(Preview preview) {
        preview.revision = page.document.next_revision++;
        show(page.world(), shown::PreviewPage{std::move(preview), Screen::merge});
    }
};

}

TEST_CASE("Merge: what comes in is said, and Apply waits for every choice") {
    Looking looking;
    auto& page = looking.page;
    CHECK(page.shows("1 change comes in, 1 needs your choice"));
    CHECK(page.shows("Priya Nair. Added"));
    CHECK(page.shows("Before: Planning for Brightwater"));
    CHECK(page.shows("1 choice is open"));
    REQUIRE(page.item("Apply"));
    CHECK(page.item("Apply")->disabled);
    page.press("Apply", draw_merge);
    CHECK_FALSE(page.has_action<action::ApplyMerge>());
    const auto* yours = page.item("Yours: Mine, Title");
    const auto* theirs = page.item("Theirs: Mine, Title");
    REQUIRE((yours && theirs));
    CHECK(yours->min.y == theirs->min.y);
    CHECK(yours->max.x < theirs->min.x);
    page.press("Theirs: Mine, Title", draw_merge);
    CHECK(page.item("Theirs: Mine, Title")->value == "chosen");
    page.press("Yours: Mine, Title", draw_merge);
    CHECK(page.item("Theirs: Mine, Title")->value.empty());
    CHECK_FALSE(page.has_action<action::ApplyMerge>());
    page.press("Apply", draw_merge);
    CHECK(page.action<action::ApplyMerge>().sides == std::vector{MergeSide::mine});
}

TEST_CASE("Merge: on a phone the sides stand below each other and can be pressed with a thumb") {
    Looking looking(ImVec2(390, 844));
    auto& page = looking.page;
    const auto* yours = page.item("Yours: Mine, Title");
    const auto* theirs = page.item("Theirs: Mine, Title");
    REQUIRE((yours && theirs));
    CHECK(yours->max.y < theirs->min.y);
    CHECK(yours->max.y - yours->min.y >= 44);
    CHECK(theirs->max.x <= 390);
    page.press("Theirs: Mine, Title", draw_merge);
    page.press("Apply", draw_merge);
    CHECK(page.action<action::ApplyMerge>().sides == std::vector{MergeSide::theirs});
}

TEST_CASE("Merge: the choices of one copy are not those of the next") {
    Looking looking;
    auto& page = looking.page;
    page.press("Theirs: Mine, Title", draw_merge);
    CHECK(page.shows("Undo takes it all back"));
    looking.look_at(*preview_of(page.document));
    page.draw(draw_merge);
    CHECK(page.shows("1 choice is open"));
    page.press("Back", draw_merge);
    CHECK(page.action<action::GoTo>().screen == Screen::deal);
}

TEST_CASE("Merge: the banner says whether a copy has something new") {
    Looking looking;
    auto& page = looking.page;
    const auto words = [&] {
        std::string said;
        page.draw([&](const Context& context) {
            const auto* mine = own_copy(context);
            said = news_words(context, mine ? news_of(context, *mine) : News::unknown_deal);
        });
        return said;
    };
    auto preview = *preview_of(page.document);
    CHECK(words() == "You have this deal. 2 things differ.");
    preview.deal = *preview.base;
    looking.look_at(preview);
    CHECK(words() == "You have this deal, with everything in this copy.");
    preview.deal = page.document.entries[0].deal;
    preview.deal.based_on = "0123456789abcdef";
    looking.look_at(preview);
    CHECK(words() == "You have this deal, and it is identical.");
    page.document.entries.clear();
    CHECK(words() == "You are looking at a copy.");
}

TEST_CASE("Merge: titles, values and changes in words") {
    Merge merge;
    CHECK(merge_title(merge) == "Nothing new comes in");
    merge.conflicts.resize(2);
    CHECK(merge_title(merge) == "2 differences need your choice");
    merge.changes.resize(3);
    CHECK(merge_title(merge) == "3 changes come in, 2 need your choice");
    CHECK(shown_value(" ") == "Nothing");
    CHECK(shown_value(std::string(700, 'x')).size() == 603);
    CHECK(change_words({.what = MergeChange::What::removed}) == "Removed");
    CHECK(change_words({.what = MergeChange::What::changed, .label = "Title", .words = ""}) == "Title: nothing");
}

TEST_CASE("Merge: a message lies over neither Apply nor Back, is whole on a phone, and a press puts it away") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(390, 844)}) {
        CAPTURE(size.x);
        Looking looking(size);
        auto& page = looking.page;
        const auto draw = [](const Context& context) {
            draw_merge(context);
            draw_toast(context);
        };
        const std::string words = "Lena Maria von Hohenstein-Castell shared the rollout in all depots";
        page.view.toast = {.text = words};
        page.draw(draw);
        const auto* toast = page.item(words);
        REQUIRE(toast);
        for (const auto* button : {"Apply", "Back"}) {
            REQUIRE(page.item(button));
            CHECK(toast->max.y <= page.item(button)->min.y);
        }
        CHECK(toast->min.x >= 0);
        CHECK(toast->max.x <= size.x);
        CHECK((toast->max.y - toast->min.y > 50) == (size.x < 640)); // in two lines
        page.press(words, draw);
        CHECK_FALSE(page.view.toast);
        page.draw(draw);
        CHECK_FALSE(page.shows(words));
    }
}
