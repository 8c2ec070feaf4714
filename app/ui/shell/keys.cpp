#include "app/ui/shell/keys.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/shell/shell.hpp"
#include "core/model/deal.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace middleground {

namespace {

void open_palette(const Context& context) {
    context.view.palette = {.open = true, .just_opened = true, .query = {}, .selected = 0};
}

void open_new_deal(const Context& context) {
    context.view.new_deal.show();
}

void toggle_details(const Context& context) {
    if (context.view.details_open) {
        context.view.details_open = false;
    } else {
        open_details(context, {});
    }
}

// Says how an open deal ended, or looks at what was said.
void close_deal(const Context& context) {
    open_close_dialog(context, *context.deal, closed_as(context.deal->outcome).value_or(CloseAs::won));
}

constexpr Key keys_of_actions[] = {
    {"Ctrl K", "Search or run a command", ImGuiMod_Ctrl | ImGuiKey_K, true, false, false, open_palette},
    {"Ctrl Z", "Undo", ImGuiMod_Ctrl | ImGuiKey_Z, false, false, true, [](const Context& context) { context.act(action::Undo{}); }},
    {"Ctrl Y", "Redo", ImGuiMod_Ctrl | ImGuiKey_Y, false, false, true, [](const Context& context) { context.act(action::Redo{}); }},
    {"Ctrl Shift Z", "Redo", ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z, false, false, true,
     [](const Context& context) { context.act(action::Redo{}); }},
    {"Ctrl S", "Save the deal as a file", ImGuiMod_Ctrl | ImGuiKey_S, true, true, false,
     [](const Context& context) { context.act(action::SaveDealFile{}); }},
    {"Ctrl F", "Search", ImGuiMod_Ctrl | ImGuiKey_F, true, false, false, open_palette},
    {"L", "Log an interaction", ImGuiKey_L, false, true, true, open_log_form},
    {"D", "Deal details", ImGuiKey_D, false, true, false, toggle_details},
    {"C", "Close the deal", ImGuiKey_C, false, true, true, close_deal},
    {"N", "New deal", ImGuiKey_N, false, false, false, open_new_deal},
};
template <TodayWish wish>
void wish_of_today(const Context& context) {
    context.view.today.wish = wish;
}
constexpr Key keys_of_today[] = {
    {"J", "Today: the next line", ImGuiKey_J, false, false, false, wish_of_today<TodayWish::next>, {}, Screen::today},
    {"K", "Today: the line before", ImGuiKey_K, false, false, false, wish_of_today<TodayWish::previous>, {}, Screen::today},
    {"E", "Today: the line is done", ImGuiKey_E, false, false, false, wish_of_today<TodayWish::done>, {}, Screen::today},
    {"S", "Today: snooze the line", ImGuiKey_S, false, false, false, wish_of_today<TodayWish::snooze>, {}, Screen::today},
    {"O", "Today: open the deal of the line", ImGuiKey_O, false, false, false, wish_of_today<TodayWish::open>, {}, Screen::today},
};
constexpr Key help_key{"?", "Keyboard shortcuts", ImGuiMod_Shift | ImGuiKey_Slash, false, false, false,
                       [](const Context& context) { context.view.help_open = true; }};

Key key_of(const PageRow& page) {
    Key key{page.key, page.full_name, page.chord, false, is_deal_page(page.screen), page.edits};
    key.page = page.screen;
    return key;
}

// What can be done, then where one can go: the pages over all deals first.
std::vector<Key> made_keys() {
    std::vector<Key> keys(std::begin(keys_of_actions), std::end(keys_of_actions));
    for (const auto screen : {Screen::today, Screen::deals, Screen::week}) {
        keys.push_back(key_of(page_at(screen)));
    }
    for (const auto& page : all_pages()) {
        if (!is_home_page(page.screen) && !page.key.empty()) keys.push_back(key_of(page));
    }
    keys.insert(keys.end(), std::begin(keys_of_today), std::end(keys_of_today));
    keys.push_back(help_key);
    return keys;
}

bool anything_open(const ViewState& view) {
    return view.palette.open || view.log.open || view.new_deal.open || view.help_open || view.unlock || view.close.open || view.facts.target_open || view.facts.ask_day || view.today.snooze || view.today.calendar_open || view.explained != Explained::nothing;
}

}

std::span<const Key> all_keys() {
    static const auto keys = made_keys();
    return keys;
}

std::string_view keys_for(std::string_view what) {
    const auto key = std::ranges::find(all_keys(), what, &Key::what);
    return key == all_keys().end() ? std::string_view() : key->keys;
}

void handle_keys(const Context& context) {
    const bool in_field = ImGui::GetIO().WantTextInput;
    if (context.view.palette.open || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        return;
    }
    const bool covered = anything_open(context.view);
    for (const auto& key : all_keys()) {
        if ((in_field || covered) && !key.in_fields) {
            continue;
        }
        if (key.only_on && *key.only_on != context.screen) continue;
        if ((key.needs_deal && !context.deal) || (key.edits && context.read_only)) {
            continue;
        }
        if (ImGui::IsKeyChordPressed(key.chord)) {
            if (key.page) {
                // Who comes by key goes on by key: in the list, not beside it.
                if (*key.page == Screen::today) context.view.today.by_key = true;
                context.act(action::GoTo{*key.page});
            } else {
                key.run(context);
            }
            return;
        }
    }
}

}
