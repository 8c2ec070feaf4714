#include "app/ui/shell/shell.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/base/money.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace middleground {

namespace {

struct Tab {
    const char* icon;
    std::string_view label;
    std::optional<Screen> screen; // nothing: the list of the others
};

// Without a deal its pages have no tabs.
std::vector<Tab> tabs_for(const Context& context) {
    std::vector<Tab> tabs;
    for (const auto& page : all_pages()) {
        if (!page.tab.empty() && is_deal_page(page.screen) == (context.deal != nullptr)) tabs.push_back({page.icon, page.tab, page.screen});
    }
    if (context.deal) {
        // The thumb finds the log before the people.
        const auto log = std::ranges::find(tabs, Screen::log, &Tab::screen);
        const auto people = std::ranges::find(tabs, Screen::people, &Tab::screen);
        std::iter_swap(log, people);
    }
    tabs.push_back({icon::menu, "More", {}});
    return tabs;
}

bool has_tab(const std::vector<Tab>& tabs, Screen screen) {
    return std::ranges::any_of(tabs, [&](const Tab& tab) { return tab.screen == screen; });
}

// Whether the tabs leave the page to the list under More.
bool is_under_more(const Context& context, const PageRow& page) {
    if (page.full_name.empty()) return false;
    if (!context.deal) return page.tab.empty() && !is_deal_page(page.screen);
    return page.screen != Screen::deals && (page.tab.empty() || !is_deal_page(page.screen));
}

// The pages that have no tab of their own.
void draw_more(const Context& context) {
    const auto& ui = context.ui;
    auto& open = context.view.more_open;
    if (Dialog dialog(ui, "More", open); dialog) {
        if (context.deal && button(ui, ButtonKind::quiet, "Deal details", {.icon = icon::panel_right, .width = -1})) open_details(context, {});
        for (const auto& page : all_pages()) {
            if (!is_under_more(context, page) || (page.edits && context.read_only)) continue;
            const ButtonOptions options{.icon = page.icon, .width = -1, .selected = context.screen == page.screen};
            if (button(ui, ButtonKind::quiet, page.full_name, options)) {
                open = false;
                context.act(action::GoTo{page.screen});
            }
        }
    }
}

}

float draw_phone_header(const Context& context) {
    const auto& ui = context.ui;
    const Part part(ui, ItemRole::banner, {});
    auto* list = ImGui::GetWindowDrawList();
    const float bottom = context.min.y + ui.px(56);
    list->AddLine({context.min.x, bottom - 0.5f}, {context.max.x, bottom - 0.5f}, ui.color().line);
    const float control = ui.theme.control_height();
    const float y = context.min.y + (ui.px(56) - control) / 2;
    float left = context.min.x + ui.px(16);
    if (context.deal) {
        ImGui::SetCursorScreenPos({context.min.x + ui.px(4), y});
        const auto home = context.document.shown.home();
        if (icon_button(ui, icon::chevron_left, home == Screen::deals ? "Back to deals" : home == Screen::today ? "Back to today" : "Back to the week")) {
            context.act(context.read_only ? Action(action::ClosePreview{}) : Action(action::GoTo{home}));
        }
        left = context.min.x + ui.px(4) + control + ui.px(4);
    }
    const float right = context.max.x - ui.px(4) - control;
    ImGui::SetCursorScreenPos({right, y});
    if (icon_button(ui, icon::search, "Search or run")) {
        context.view.palette = {.open = true, .just_opened = true, .query = {}, .selected = 0};
    }
    const auto day = context.around.day_given ? given_day_words(context) : std::string();
    if (context.around.day_given) ui.note_rect(ItemRole::status, day, {left, context.min.y + ui.px(32)}, {right, bottom});
    if (!context.deal) {
        const bool today = context.screen == Screen::today;
        const auto below = today && day.empty() ? agenda_date(context.today) : day;
        const float middle = below.empty() ? bottom : context.min.y + ui.px(32);
        draw_text_in(ui, list, TextStyle::strong, {left, context.min.y + (below.empty() ? 0 : ui.px(8))}, {right, middle}, ui.color().text,
                     today ? "Today" : "Middleground");
        draw_text_in(ui, list, TextStyle::caption, {left, middle}, {right, bottom - ui.px(6)}, day.empty() ? ui.color().text_muted : ui.color().warn, below);
        return bottom;
    }
    const auto& deal = *context.deal;
    ImGui::SetCursorScreenPos({left, context.min.y + ui.px(4)});
    if (ImGui::InvisibleButton("facts", {std::max(1.0f, right - left), ui.px(48)}, ImGuiButtonFlags_EnableNav)) open_details(context, {});
    ui.note(ItemRole::button, "Details");
    if (is_keyboard_focused()) draw_focus_ring(ui, {left, context.min.y + ui.px(4)}, {right, bottom - ui.px(4)}, ui.px(6), Ring::inset);
    auto second = deal.account;
    if (deal.amount) {
        second += (second.empty() ? "" : ", ") + format_money(*deal.amount);
    }
    if (!day.empty()) second = day + (second.empty() ? "" : ". ") + second;
    const float middle = second.empty() ? bottom : context.min.y + ui.px(32);
    draw_text_in(ui, list, TextStyle::strong, {left, context.min.y + (second.empty() ? 0 : ui.px(8))}, {right, middle}, ui.color().text,
                 deal.title);
    draw_text_in(ui, list, TextStyle::caption, {left, middle}, {right, bottom - ui.px(6)}, ui.color().text_muted, second);
    ui.note_rect(ItemRole::heading, deal.title, {left, context.min.y}, {right, bottom});
    return bottom;
}

float draw_tab_bar(const Context& context) {
    const auto& ui = context.ui;
    std::optional<Part> part(std::in_place, ui, ItemRole::navigation, "Pages");
    auto* list = ImGui::GetWindowDrawList();
    const float top = context.max.y - ui.px(56);
    list->AddRectFilled({context.min.x, top}, context.max, ui.color().surface);
    list->AddLine({context.min.x, top + 0.5f}, {context.max.x, top + 0.5f}, ui.color().line);
    const auto tabs = tabs_for(context);
    const float each = (context.max.x - context.min.x) / static_cast<float>(tabs.size());
    float x = context.min.x;
    float place = 0;
    for (const auto& tab : tabs) {
        // On whole pixels, so that the last one ends where the screen does.
        const float width = std::floor(context.min.x + ++place * each) - x;
        ImGui::SetCursorScreenPos({x, top});
        ImGui::PushID(tab.label.data(), tab.label.data() + tab.label.size());
        if (ImGui::InvisibleButton("tab", {width, ui.px(56)}, ImGuiButtonFlags_EnableNav)) {
            if (tab.screen) {
                // Pressed again, it leads out of what is open on its page.
                if (context.screen == *tab.screen) {
                    context.view.person = {};
                    context.view.commitment = {};
                }
                context.act(action::GoTo{*tab.screen});
            } else {
                context.view.more_open = true;
            }
        }
        ImGui::PopID();
        ui.note(ItemRole::link, tab.label);
        const bool here = tab.screen ? context.screen == *tab.screen : !has_tab(tabs, context.screen);
        if (here) ui.note_kind("current");
        const auto color = here ? ui.color().accent : ui.color().text_muted;
        draw_icon(ui, list, tab.icon, {x + width / 2, top + ui.px(20)}, ui.px(20), color);
        draw_text_in(ui, list, TextStyle::caption, {x, top + ui.px(34)}, {x + width, top + ui.px(52)}, color, tab.label, Align::center);
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, {x, top}, {x + width, context.max.y}, ui.px(6), Ring::inset);
        }
        x += width;
    }
    part.reset();
    draw_more(context);
    return top;
}

}
