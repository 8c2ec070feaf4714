#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "core/model/playbooks/playbook_from_deal.hpp"
#include "generated/icons.hpp"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t most_deals = 500; // to choose from

// What it can be made of, in the order of the list. Nothing: from nothing.
using Origin = std::variant<std::monostate, const Playbook*, const Deal*>;

struct Origins {
    std::vector<Origin> all;
    std::vector<std::string> names;
    std::vector<Choice> choices; // point at the names
};

Origins origins_of(const Document& document) {
    Origins origins;
    origins.all.emplace_back();
    origins.names.emplace_back("Nothing: the decision alone");
    for (const auto& playbook : document.playbooks) {
        origins.all.emplace_back(&playbook);
        origins.names.push_back(playbook.title);
    }
    for (const auto& entry : document.entries) {
        if (entry.deal.commitments.empty()) continue;
        origins.all.emplace_back(&entry.deal);
        origins.names.push_back(entry.deal.account + (entry.deal.account.empty() || entry.deal.title.empty() ? "" : ", ") + entry.deal.title);
        if (origins.all.size() > most_deals) break;
    }
    for (std::size_t i = 0; i < origins.all.size(); ++i) {
        const bool deal = std::holds_alternative<const Deal*>(origins.all[i]);
        const bool playbook = std::holds_alternative<const Playbook*>(origins.all[i]);
        origins.choices.push_back({origins.names[i], deal ? icon::briefcase : playbook ? icon::book_open : icon::plus, deal ? "A deal" : ""});
    }
    return origins;
}

Playbook made_of(const Context& context, const Origin& origin, std::string title) {
    auto id = make_id_text(context.random);
    if (const auto* playbook = std::get_if<const Playbook*>(&origin)) return copied_playbook(**playbook, std::move(id), std::move(title));
    if (const auto* deal = std::get_if<const Deal*>(&origin)) {
        return playbook_from_deal(**deal, playbook_of(context.document, **deal), std::move(id), std::move(title));
    }
    return new_playbook(std::move(id), std::move(title));
}

}

void open_new_playbook(const Context& context) {
    auto& draft = context.view.playbooks;
    draft.new_open = true;
    draft.new_just_opened = true;
    draft.new_title.clear();
    draft.new_from = 0;
    draft.new_error.clear();
}

void draw_new_playbook(const Context& context) {
    auto& draft = context.view.playbooks;
    if (!draft.new_open) return;
    const auto& ui = context.ui;
    const Dialog dialog(ui, "New playbook", draft.new_open, 480);
    if (!dialog) return;
    const bool begins = std::exchange(draft.new_just_opened, false);
    const bool enter = is_enter_pressed();
    const auto typed = text_field(ui, "Name", draft.new_title,
                                  {.placeholder = "Depot rollout", .focus = begins, .error = draft.new_error, .show_label = true});
    if (typed == FieldEvent::changed) draft.new_error.clear();
    bool confirmed = enter && typed == FieldEvent::kept;
    gap(ui, 12);
    const auto origins = origins_of(context.document);
    if (draft.new_from >= static_cast<int>(origins.all.size())) draft.new_from = 0;
    if (const auto picked = select(ui, "Made from", origins.choices, draft.new_from, {.show_label = true})) draft.new_from = *picked;
    gap(ui, 4);
    const auto& origin = origins.all[static_cast<std::size_t>(draft.new_from)];
    text_wrapped_muted(ui, TextStyle::caption,
                       std::holds_alternative<const Deal*>(origin)
                           ? "The steps of its plan, with their titles and wordings: look them through for names before you share it. No person, note or amount is taken."
                       : std::holds_alternative<const Playbook*>(origin) ? "A copy that you can change. The one it is made from stays as it is."
                                                                         : "You add the steps that come before the decision.");
    gap(ui, 20);
    const auto cancel = button_width(ui, "Cancel");
    const auto go = button_width(ui, "Make playbook", {.icon = icon::plus});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - cancel - go - ui.px(12));
    if (button(ui, ButtonKind::quiet, "Cancel")) {
        draft.new_open = false;
        return;
    }
    same_line(ui, 12);
    confirmed = button(ui, ButtonKind::filled, "Make playbook", {.icon = icon::plus}) || confirmed;
    if (!confirmed) return;
    const auto title = std::string(trimmed(draft.new_title));
    if (title.empty()) {
        draft.new_error = "Type a name for it.";
        return;
    }
    auto playbook = made_of(context, origin, title);
    draft.step = context.phone ? std::string() : playbook.steps.front().id; // there it would stand in place of the list
    draft.incoming.reset();
    draft.new_open = false;
    context.act(action::PutPlaybook{std::move(playbook), {}, "Made " + title, true});
}

}
