// Share's passphrase and QR code, the dialog that asks for one, and pictures of cards.
#include "app/ui/shell/picture.hpp"
#include "app/ui/pages.hpp"
#include "core/base/text.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/example_deal.hpp"

#include <imgui_internal.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

PageFixture& with_example(PageFixture& page) {
    page.open(example_deal());
    page.today = today();
    return page;
}

int vertices_of(const char* window) {
    const auto* found = ImGui::FindWindowByName(window);
    return found && found->WasActive ? found->DrawList->VtxBuffer.Size : 0;
}

}

TEST_CASE("Share: a protected link is asked for when the passphrase was typed, and no open one is shown before") {
    PageFixture page;
    with_example(page).view.share.internal = true;
    page.draw(draw_share);
    CHECK(page.shows("Copy link"));
    page.press("Protect with a passphrase", draw_share);
    CHECK_FALSE(page.shows("Copy link"));
    CHECK_FALSE(page.shows("QR code"));
    page.type("four words", draw_share);
    CHECK_FALSE(page.has_action<action::LockLink>());
    page.press_key(ImGuiKey_Enter, draw_share);
    CHECK(page.has_action<action::LockLink>());
    CHECK(page.view.share.lock.passphrase == "four words");
    // What is typed stands nowhere that other programs read.
    CHECK_FALSE(page.says("four words"));

    page.view.share.locked = LockedLink{open_id(page.document), page.document.entries[0].revision, "#d2.made"};
    page.draw(draw_share);
    page.press("Copy link", draw_share);
    CHECK(page.action<action::CopyLink>().locked);

    // Of another revision, it is not this deal's any more.
    page.view.share.locked->revision += 1;
    page.draw(draw_share);
    CHECK_FALSE(page.shows("Copy link"));

    page.press("Protect with a passphrase", draw_share);
    CHECK(page.view.share.lock.typed.empty());
    CHECK(page.view.share.lock.passphrase.empty());
    CHECK(page.shows("Copy link"));
}

TEST_CASE("Share: the QR code is that of the link and can be saved; too long a link says why there is none") {
    PageFixture page;
    with_example(page).draw(draw_share);
    const auto* code = page.item("QR code");
    REQUIRE(code);
    CHECK(code->value.starts_with("https://host.example/#d2."));
    // Square, and in whole pixels of at least two for a module.
    const float side = code->max.x - code->min.x;
    CHECK(side == code->max.y - code->min.y);
    CHECK(static_cast<int>(side) % (qr_code(code->value)->size + 8) == 0);
    CHECK(static_cast<int>(side) >= 2 * (qr_code(code->value)->size + 8));
    const auto link = code->value;
    page.press("Save QR as SVG", draw_share);
    CHECK(page.action<action::SaveQrCode>().link == link);
    CHECK(page.action<action::SaveQrCode>().as_drawing);
    page.actions.clear();
    page.press("Save QR as PNG", draw_share);
    CHECK_FALSE(page.action<action::SaveQrCode>().as_drawing);

    PageFixture long_one;
    auto deal = example_deal();
    Random random(1);
    for (int i = 0; i < 2200; ++i) {
        deal.notes += static_cast<char>('!' + random.below(90));
    }
    long_one.open(deal);
    long_one.today = today();
    long_one.view.share.internal = true;
    long_one.draw(draw_share);
    CHECK_FALSE(long_one.shows("QR code"));
    CHECK(long_one.shows("No QR code"));
    CHECK_FALSE(long_one.shows("Save QR as PNG"));
}

TEST_CASE("the dialog for a protected link: Enter opens, Escape closes, a wrong passphrase keeps what was typed") {
    const auto size = GENERATE(ImVec2(1440, 900), ImVec2(390, 844));
    PageFixture page(size);
    with_example(page).view.unlock = UnlockDraft{.link = "#d1.any"};
    page.draw(draw_unlock);
    page.type("my words", draw_unlock);
    CHECK(page.view.unlock->typed == "my words");
    CHECK_FALSE(page.says("my words"));
    page.press_key(ImGuiKey_Enter, draw_unlock);
    CHECK(page.has_action<action::UnlockLink>());
    page.actions.clear();
    page.view.unlock->error = Error{"The passphrase does not open this link", {}, "Type it again."};
    page.draw(draw_unlock);
    CHECK(page.says("The passphrase does not open this link"));
    CHECK(page.view.unlock->typed == "my words");
    page.press("Show", draw_unlock);
    CHECK(page.view.unlock->shown);
    CHECK_FALSE(page.says("my words"));
    page.press("Open the deal", draw_unlock);
    CHECK(page.has_action<action::UnlockLink>());
    page.press_key(ImGuiKey_Escape, draw_unlock);
    page.press_key(ImGuiKey_Escape, draw_unlock);
    CHECK(page.has_action<action::CloseUnlock>());
}

TEST_CASE("a picture has the whole card and nothing else, however small the screen is") {
    const auto size = GENERATE(ImVec2(1440, 900), ImVec2(390, 844), ImVec2(390, 200));
    for (const auto picture : {Picture::people_map, Picture::forecast}) {
        PageFixture page(size);
        page.open(crowded_deal(page.today));
        while (page.forecasts.work()) {
        }
        page.view.picture = PictureRequest{picture, 0};
        ImVec2 drawn;
        const auto draw = [&](const Context& context) { drawn = draw_picture(context); };
        page.draw(draw);
        while (page.forecasts.work()) {
        }
        page.draw(draw);
        INFO("screen " << size.x << " wide, picture " << static_cast<int>(picture));
        CHECK(drawn.x > 500);
        CHECK(drawn.y > 300);
        CHECK(vertices_of(picture_window) > 500);
        // Controls are not noted, because nobody can reach them.
        CHECK_FALSE(page.shows("Save the map as a picture"));
        CHECK(ImGui::GetMainViewport()->Size.x == size.x);
        CHECK(page.actions.empty());
    }
}

TEST_CASE("a deal without people has no map to save") {
    PageFixture page;
    auto deal = example_deal();
    deal.stakeholders.clear();
    page.open(deal);
    page.view.picture = PictureRequest{Picture::people_map, 0};
    ImVec2 drawn{1, 1};
    page.draw([&](const Context& context) { drawn = draw_picture(context); });
    CHECK(drawn.x == 0);
}

TEST_CASE("the cards offer to be saved as pictures") {
    PageFixture page;
    with_example(page).draw(draw_people);
    page.press("Save the map as a picture", draw_people);
    CHECK(page.action<action::SavePicture>().picture == Picture::people_map);
    CHECK(page.action<action::SavePicture>().width > 400);
    page.actions.clear();
    page.draw(draw_forecast);
    page.press("Save the forecast as a picture", draw_forecast);
    CHECK(page.action<action::SavePicture>().picture == Picture::forecast);
}
