#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <vector>

namespace middleground {

namespace {

constexpr std::string_view default_playbook = "ten-commitments";

// The index of the chosen playbook; the usual one, else the first, when none is chosen.
int chosen_playbook(const Document& document, NewDealDraft& draft) {
    const auto* chosen = find_playbook(document, draft.playbook);
    if (!chosen) {
        chosen = find_playbook(document, default_playbook);
    }
    if (!chosen && !document.playbooks.empty()) {
        chosen = &document.playbooks.front();
    }
    if (!chosen) {
        return -1;
    }
    draft.playbook = chosen->id;
    return static_cast<int>(chosen - document.playbooks.data());
}

void create(const Context& context) {
    auto& draft = context.view.new_deal;
    const auto account = std::string(trimmed(draft.account));
    const auto title = std::string(trimmed(draft.title));
    if (account.empty() && title.empty()) {
        draft.error = "Type who is buying or what it is about. Either is enough.";
        context.view.focus_field = "Account";
        return;
    }
    context.act(action::CreateDeal{title, account, draft.playbook});
    draft = {};
}

bool takes_focus(const Context& context, std::string_view label) {
    if (context.view.focus_field != label) {
        return false;
    }
    context.view.focus_field.clear();
    return true;
}

}

void draw_new_deal(const Context& context) {
    auto& draft = context.view.new_deal;
    if (!draft.open) {
        return;
    }
    const auto& ui = context.ui;
    const Dialog dialog(ui, "New deal", draft.open, 480, EscInField::closes);
    if (!dialog) {
        return;
    }
    const bool first = draft.just_opened || takes_focus(context, "Account");
    draft.just_opened = false;
    // Enter in one of the two names creates; leaving them by Tab or mouse does not.
    const bool enter = is_enter_pressed();
    bool confirmed = false;

    const auto account = text_field(ui, "Account", draft.account,
                                    {.placeholder = "Brightwater Foods", .focus = first, .error = draft.error, .show_label = true});
    confirmed = confirmed || (enter && account == FieldEvent::kept);
    gap(ui, 12);
    const auto title = text_field(ui, "Title", draft.title, {.placeholder = "Delivery planning, 6 depots", .show_label = true});
    confirmed = confirmed || (enter && title == FieldEvent::kept);
    if (account == FieldEvent::changed || title == FieldEvent::changed) {
        draft.error.clear();
    }
    gap(ui, 12);

    const auto chosen = chosen_playbook(context.document, draft);
    std::vector<Choice> choices;
    for (const auto& playbook : context.document.playbooks) {
        choices.push_back({playbook.title, icon::book_open, playbook.edition > 0 ? "Yours" : ""});
    }
    const auto picked = select(ui, "Playbook", choices, chosen, {.show_label = true});
    if (picked) {
        draft.playbook = context.document.playbooks[static_cast<std::uint32_t>(*picked)].id;
    }
    if (const auto* playbook = find_playbook(context.document, draft.playbook)) {
        gap(ui, 4);
        text_wrapped_muted(ui, TextStyle::body, playbook->what);
    }
    gap(ui, 20);

    const auto cancel = button_width(ui, "Cancel");
    const auto go = button_width(ui, "Create deal", {.icon = icon::plus});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - cancel - go - ui.px(12));
    if (button(ui, ButtonKind::quiet, "Cancel")) {
        draft = {};
        return;
    }
    same_line(ui, 12);
    if (button(ui, ButtonKind::filled, "Create deal", {.icon = icon::plus}) || confirmed) {
        create(context);
    }
}

}
