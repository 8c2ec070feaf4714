#include "app/ui/cards/edition_card.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbooks/edition_changes.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <span>

namespace middleground {

namespace {

void take(const Context& context, const Playbook& now, std::span<const EditionChange> taken, std::string what) {
    auto edits = edits_to_take(*context.deal, now, taken, context.today, context.random);
    if (!edits) {
        context.view.error = edits.error();
        return;
    }
    context.act(action::Apply{std::move(*edits), {}, std::move(what), true, {}});
}

void draw_change(const Context& context, const Playbook& now, const EditionChange& change, float width) {
    const auto& ui = context.ui;
    ImGui::PushID(static_cast<int>(change.kind));
    ImGui::PushID(change.step.c_str());
    const float room = button_width(ui, "Take over", {.small = true}) + ui.px(12);
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    text_wrapped(ui, TextStyle::body, edition_change_words(change), width - room);
    const auto numbers = edition_change_detail(change);
    if (!numbers.empty()) text_wrapped_muted(ui, TextStyle::caption, numbers, width - room);
    ImGui::EndGroup();
    const auto below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + width - room + ui.px(12), start.y});
    if (button(ui, ButtonKind::outlined, "Take over", {.tooltip = edition_change_words(change), .small = true})) {
        take(context, now, {&change, 1}, "Took over: " + edition_change_words(change));
    }
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
    gap(ui, 10);
    ImGui::PopID();
    ImGui::PopID();
}

}

void draw_edition_card(const Context& context, float width) {
    const auto& deal = *context.deal;
    if (context.read_only || context.picture || !deal.planned_with) return;
    const auto* now = find_playbook(context.document, deal.playbook);
    if (!now || now->edition == 0) return;
    const auto changes = edition_changes(deal, *now);
    if (changes.empty()) return;
    const auto& ui = context.ui;
    width = std::min(width, ui.px(820)); // what is pressed stands beside what it is about
    auto& put_aside = context.view.texts["edition put aside " + deal.id.text];
    const auto count = counted(static_cast<int>(changes.size()), "change", "changes");
    {
        const Card card(ui, "edition", {.width = width, .padding = 16});
        icon_text_wrapped(ui, TextStyle::strong, icon::book_open, ui.color().accent,
                          now->title + " has changed since this deal was planned: " + count + " to take over", card.inner_width());
        if (!put_aside.empty()) {
            if (button(ui, ButtonKind::link, "Look at them", {.small = true})) put_aside.clear();
        } else {
            gap(ui, 4);
            text_wrapped_muted(ui, TextStyle::caption, "What is kept, agreed or declined stays as it is, and so does what you changed yourself.", card.inner_width());
            gap(ui, 10);
            for (const auto& change : changes) {
                draw_change(context, *now, change, card.inner_width());
            }
            gap(ui, 4);
            if (button(ui, ButtonKind::filled, "Take over all", {.icon = icon::check})) {
                take(context, *now, changes, "Took over " + count + " of " + now->title);
            }
            same_line(ui, 8);
            if (button(ui, ButtonKind::quiet, "Not now")) put_aside = "yes";
        }
    }
    gap(ui, 16);
}

}
