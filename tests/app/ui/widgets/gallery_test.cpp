#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace middleground;
using test::Headless;

namespace {

struct Gallery {
    std::string words = "Payback within this year";
    std::string note = "Finance and procurement never met the others.\nAll six functions answer to her.";
    std::string query;
    std::vector<int> people{0, 2};
    int stance = 1;
    Sort sort{1, false};
    std::optional<Money> money = Money{18'400'000, "EUR"};
    std::optional<Date> date;
};

constexpr Choice names[] = {{"Elena Brandt", icon::user, "Managing director"}, {"Marcus Olsen"}, {"Priya Nair"}};

void all_controls(const Ui& ui) {
    const Card card(ui, "controls", {.width = 560 * ui.theme.scale});
    for (const auto kind : {ButtonKind::filled, ButtonKind::outlined, ButtonKind::quiet, ButtonKind::link, ButtonKind::danger}) {
        ImGui::PushID(static_cast<int>(kind));
        button(ui, kind, "Mark as asked", {.icon = icon::check, .tooltip = "Says why"});
        same_line(ui);
        button(ui, kind, "Off", {.disabled = true, .small = true});
        ImGui::PopID();
    }
    button(ui, ButtonKind::quiet, "Search", {.icon = icon::search, .key_hint = "Ctrl K", .width = -1, .selected = true});
    icon_button(ui, icon::x, "Close");
    same_line(ui);
    switch_control(ui, "On", true);
    same_line(ui);
    switch_control(ui, "Off##switch", false);
    checkbox(ui, "Marked", true);
    checkbox(ui, "Not marked", false);
    constexpr Segment segments[] = {{"Table", icon::check}, {"Board", nullptr}};
    segmented(ui, "view", segments, 0);
    filter_chip(ui, "All", 9, true);
    same_line(ui);
    filter_chip(ui, "Passive", 3, false, icon::clock_alert);
    for (const auto tone : {Tone::neutral, Tone::accent, Tone::push, Tone::passive, Tone::middle, Tone::warn, Tone::bad}) {
        tag(ui, "Leaning passive", tone, icon::clock_alert);
    }
    key_hint(ui, "Ctrl K");
    avatar(ui, "Elena Brandt");
    avatar(ui, "", 32);
}

void all_fields(const Ui& ui, Gallery& gallery) {
    const auto today = Date::from_calendar(2026, 6, 16).value();
    const Card card(ui, "fields", {});
    text_field(ui, "Need", gallery.words, {.show_label = true});
    text_field(ui, "In place", gallery.words, {.in_place = true, .style = TextStyle::title});
    text_field(ui, "Wrong", gallery.words, {.error = "Type a date like 30 Jun.", .show_label = true});
    text_field(ui, "Narrow", gallery.words, {.width = 80});
    text_field(ui, "Notes", gallery.note, {.multiline = true});
    date_edit(ui, "Due", gallery.date, today, {.placeholder = "No date"});
    money_edit(ui, "Amount", gallery.money, "EUR");
    number_edit(ui, "Days", 7, 1, 30);
    select(ui, "Stance", names, gallery.stance, {.width = 200});
    select(ui, "Stance in place", names, -1, {.in_place = true, .placeholder = "Choose"});
    multi_pick(ui, "People", names, gallery.people, gallery.query, {.width = 220, .show_label = true});
}

void all_layout(const Ui& ui, Gallery& gallery) {
    band(ui, Band::error, "Not imported.", "Line 14 is not a date.", "Show line");
    band(ui, Band::warning, "", "Nearly full.");
    band(ui, Band::notice, "Read-only.",
         "You are looking at a link. Nothing here is stored, nothing leaves this device, and the person who made it does not learn that "
         "you look at it, ever, in any way.",
         "Close");
    {
        const Card card(ui, "table", {.flush = true});
        constexpr Column columns[] = {{"Deal", -1, false, true}, {"By", 80, false, true}, {"Amount", 90, true, true}, {"", 60}};
        Table table(ui, "deals", columns, &gallery.sort);
        for (int i = 0; i < 3; ++i) {
            ImGui::PushID(i);
            table.row("Brightwater Foods", 48, i == 1);
            table.two_lines(0, "Brightwater Foods", "Delivery planning, 6 depots");
            table.text(1, "19 Jun");
            table.text(2, "€184,000");
            table.begin_control(3, ui.theme.control_small_height());
            button(ui, ButtonKind::link, "Ask", {.small = true});
            table.end_control();
            ImGui::PopID();
        }
    }
    separator(ui);
    empty_state(ui, icon::users, "Nobody is on this deal yet", "Add the first person. A name is enough.", "Person", icon::plus);
    text_fitted(ui, TextStyle::strong, ui.color().text, "A long title that does not fit into its place", 120);
    icon_text(ui, TextStyle::caption, icon::check, ui.color().middle, "Direct, no pressure");
}

void draw_gallery(const Ui& ui, Gallery& gallery) {
    const auto size = ImGui::GetIO().DisplaySize;
    const Page page(ui, "gallery", {0, 0}, size);
    text(ui, TextStyle::number, "58 %");
    for (const auto style : {TextStyle::title, TextStyle::reading, TextStyle::heading, TextStyle::body, TextStyle::label, TextStyle::strong,
                             TextStyle::caption}) {
        text_wrapped(ui, style, "3 of 10 kept, Build consensus is next");
    }
    all_controls(ui);
    all_fields(ui, gallery);
    all_layout(ui, gallery);
}

}

TEST_CASE("Every widget is drawn in every look") {
    const auto options = GENERATE(
        test::HeadlessOptions{.size = {1200, 4000}}, test::HeadlessOptions{.size = {1200, 4000}, .dark = true},
        test::HeadlessOptions{.size = {390, 5000}, .touch = true}, test::HeadlessOptions{.size = {1200, 5000}, .scale = 1.5f},
        test::HeadlessOptions{.size = {1200, 4000}, .density = 1.5f}, test::HeadlessOptions{.size = {200, 200}, .scale = 2, .density = 3});
    Headless headless(options);
    Gallery gallery;
    headless.show([&](const Ui& ui) { draw_gallery(ui, gallery); });
    CHECK(headless.items.size() > (options.size.x < 300 ? 1u : 60u));
    for (const auto& item : headless.items) {
        CHECK(item.min.x < item.max.x);
        CHECK(item.max.x <= options.size.x);
        CHECK(item.label.find("##") == std::string::npos);
    }
}

TEST_CASE("Frames without input are drawn alike, also while something is edited or open") {
    Headless headless({.size = {1200, 3000}});
    Gallery gallery;
    headless.show([&](const Ui& ui) { draw_gallery(ui, gallery); });
    const auto same = [&] {
        const auto before = headless.drawn();
        headless.step(30);
        return headless.drawn() == before;
    };
    CHECK(same());
    headless.click("Need");
    CHECK(same());
    headless.click(ItemRole::field, "Stance");
    REQUIRE(headless.find(ItemRole::option, "Priya Nair"));
    CHECK(same());
}

TEST_CASE("Every control can be reached by Tab") {
    Headless headless({.size = {1200, 4000}});
    Gallery gallery;
    headless.show([&](const Ui& ui) { draw_gallery(ui, gallery); });
    std::size_t wanted = 0;
    for (const auto& item : headless.items) {
        const bool control = item.role == ItemRole::button || item.role == ItemRole::link || item.role == ItemRole::field ||
                             item.role == ItemRole::checkbox || item.role == ItemRole::radio || item.role == ItemRole::row;
        wanted += control && !item.disabled;
    }
    std::vector<ImVec2> reached;
    for (std::size_t i = 0; i < wanted; ++i) {
        headless.key(ImGuiKey_Tab);
        for (const auto& item : headless.items) {
            const bool known =
                std::any_of(reached.begin(), reached.end(), [&](ImVec2 at) { return at.x == item.min.x && at.y == item.min.y; });
            if (item.focused && !known) {
                reached.push_back(item.min);
            }
        }
    }
    CHECK(reached.size() == wanted);
}
