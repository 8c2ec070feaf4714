#include "app/ui/shell/keys.hpp"

#include "app/ui/closing/closing.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/shell/shell.hpp"

namespace middleground {

namespace {

template <Screen screen>
void go(const Context& context) {
    context.act(action::GoTo{screen});
}

void open_palette(const Context& context) {
    context.view.palette = {.open = true, .just_opened = true, .query = {}, .selected = 0};
}

void open_new_deal(const Context& context) {
    context.view.new_deal = NewDealDraft{.open = true, .just_opened = true, .title = {}, .account = {}, .playbook = {}, .error = {}};
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

constexpr Key keys[] = {
    {"Ctrl K", "Search or run a command", ImGuiMod_Ctrl | ImGuiKey_K, true, false, false, open_palette},
    {"Ctrl Z", "Undo", ImGuiMod_Ctrl | ImGuiKey_Z, false, false, true, [](const Context& context) { context.act(action::Undo{}); }},
    {"Ctrl Y", "Redo", ImGuiMod_Ctrl | ImGuiKey_Y, false, false, true, [](const Context& context) { context.act(action::Redo{}); }},
    {"Ctrl Shift Z", "Redo", ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z, false, false, true,
     [](const Context& context) { context.act(action::Redo{}); }},
    {"Ctrl S", "Save the deal as a file", ImGuiMod_Ctrl | ImGuiKey_S, true, true, false,
     [](const Context& context) { context.act(action::SaveDealFile{}); }},
    {"Ctrl F", "Search", ImGuiMod_Ctrl | ImGuiKey_F, true, false, false, open_palette},
    {"L", "Log an interaction", ImGuiKey_L, false, true, true, open_log_form},
    {"D", "Details of the deal", ImGuiKey_D, false, true, false, toggle_details},
    {"C", "Close the deal", ImGuiKey_C, false, true, true, close_deal},
    {"N", "New deal", ImGuiKey_N, false, false, false, open_new_deal},
    {"0", "Deals", ImGuiKey_0, false, false, false, go<Screen::deals>},
    {"1", "Deal", ImGuiKey_1, false, true, false, go<Screen::deal>},
    {"2", "Commitments", ImGuiKey_2, false, true, false, go<Screen::commitments>},
    {"3", "People", ImGuiKey_3, false, true, false, go<Screen::people>},
    {"4", "Log", ImGuiKey_4, false, true, false, go<Screen::log>},
    {"F", "Forecast", ImGuiKey_F, false, true, false, go<Screen::forecast>},
    {"B", "Brief for the next meeting", ImGuiKey_B, false, true, false, go<Screen::brief>},
    {"5", "Share", ImGuiKey_5, false, true, true, go<Screen::share>},
    {"?", "Keyboard shortcuts", ImGuiMod_Shift | ImGuiKey_Slash, false, false, false,
     [](const Context& context) { context.view.help_open = true; }},
};

bool anything_open(const ViewState& view) {
    return view.palette.open || view.log.open || view.new_deal.open || view.help_open || view.unlock || view.close.open || view.facts.target_open || view.facts.ask_day || view.explained != Explained::nothing;
}

}

std::span<const Key> all_keys() {
    return keys;
}

void handle_keys(const Context& context) {
    const bool in_field = ImGui::GetIO().WantTextInput;
    if (context.view.palette.open || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        return;
    }
    const bool covered = anything_open(context.view);
    for (const auto& key : keys) {
        if ((in_field || covered) && !key.in_fields) {
            continue;
        }
        if ((key.needs_deal && !context.deal) || (key.edits && context.read_only)) {
            continue;
        }
        if (ImGui::IsKeyChordPressed(key.chord)) {
            key.run(context);
            return;
        }
    }
}

}
