#include "app/ui/doubles/doubles.hpp"

#include "app/ui/pages.hpp"
#include "app/ui/shell/shell.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h> // the order of windows

using namespace middleground;
using namespace middleground::test;

namespace {

Deal with_twins() {
    auto deal = example_deal();
    auto twin = *find(deal, elena);
    twin.id = {"q00001"};
    twin.title = "Finance director";
    twin.contact = "elena@acme.example";
    twin.stances.clear();
    deal.stakeholders.push_back(twin);
    return deal;
}

void whole(const Context& context) {
    ImGui::BringWindowToDisplayBack(ImGui::GetCurrentWindow());
    draw_shell(context);
}

struct People : PageFixture {
    explicit People(ImVec2 size = ImVec2(1440, 900)) : PageFixture(size) {
        today = test::today();
        open(with_twins());
        go(Screen::people);
        draw(whole);
    }
    void press(std::string_view label) { PageFixture::press(label, whole); }
};

}

TEST_CASE("people that may be one are proposed over the list, compared and merged") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(390, 844)}) {
        People page(size);
        CHECK(page.says("Two people may be one"));
        page.press("Compare");
        CHECK(page.shows("Are these one person?"));
        CHECK(page.says("Finance director"));
        page.press("Title: Finance director");
        page.press("Merge");
        const auto& apply = page.action<action::Apply>();
        REQUIRE(apply.edits.size() == 1);
        const auto* merge = std::get_if<edit::MergePeople>(&apply.edits.front().any());
        REQUIRE(merge);
        CHECK(merge->kept.id == elena);
        CHECK(merge->gone == StakeholderId{"q00001"});
        CHECK(merge->kept.title == "Finance director");
        CHECK(apply.toast);
        page.draw(whole);
        CHECK_FALSE(page.shows("Are these one person?"));
    }
}

TEST_CASE("somebody says that two are two, on the card or in the dialog") {
    People page;
    page.press("Not the same");
    CHECK(page.action<action::SetSettings>().settings.not_doubles.size() == 1);
    People other;
    other.press("Compare");
    other.press_key(ImGuiKey_Escape, whole);
    CHECK_FALSE(other.shows("Are these one person?"));
    CHECK(other.actions.empty());
}

TEST_CASE("the other one can be the one that stays") {
    People page;
    page.press("Compare");
    page.press("Keep the other person instead");
    page.press("Merge");
    const auto& merge = std::get<edit::MergePeople>(page.action<action::Apply>().edits.front().any());
    CHECK(merge.kept.id == StakeholderId{"q00001"});
    CHECK(merge.gone == elena);
}

TEST_CASE("deals that may be the same are proposed over the list, and merged") {
    PageFixture page;
    page.today = test::today();
    for (const auto* id : {"d00002", "d00001"}) {
        auto deal = example_deal();
        deal.id = {id};
        deal.sample = false;
        page.open(std::move(deal));
    }
    page.go(Screen::deals);
    if (page.caches.doubles.begin(page.document)) {
        while (page.caches.doubles.work(page.document)) {
        }
    }
    REQUIRE(page.caches.doubles.deals().size() == 1);
    page.draw(whole);
    CHECK(page.says("2 deals may be the same"));
    page.press("Compare", whole);
    CHECK(page.shows("Are these one deal?"));
    CHECK(page.says("Who is who"));
    page.press("Merge", whole);
    const auto& merge = page.action<action::MergeDeals>();
    CHECK(merge.kept != merge.gone);
    CHECK(merge.pairs.people.size() == example_deal().stakeholders.size());
}
