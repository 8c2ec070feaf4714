#include "app/ui/doubles/doubles.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/doubles/doubles_data.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_shown = 3; // more of them come up as these are settled

void say_not_the_same(const Context& context, NotDoubles pair) {
    context.act(action::SetSettings{with_not_doubles(context.document.settings, std::move(pair))});
}

// Words at the left, buttons at the right; below each other where both do not fit. `id`: tells the buttons of several pairs apart.
template <typename Compare, typename Apart>
void draw_pair(const Context& context, const std::string& names, const std::string& why, int id, float width, Compare compare, Apart apart) {
    const auto& ui = context.ui;
    const auto mark = "##double" + std::to_string(id);
    const auto look = "Compare" + mark, two = "Not the same" + mark;
    const float buttons = button_width(ui, look) + ui.px(8) + button_width(ui, two);
    const bool beside = !context.phone && width - buttons - ui.px(24) >= ui.px(240);
    const float room = beside ? width - buttons - ui.px(24) : width;
    const auto start = ImGui::GetCursorScreenPos();
    text_fitted(ui, TextStyle::strong, ui.color().text, names, room);
    text_wrapped_muted(ui, TextStyle::body, why, room);
    const float below = ImGui::GetCursorScreenPos().y;
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + width - buttons, start.y});
    } else {
        gap(ui, 8);
    }
    ImGui::PushID(id);
    if (button(ui, ButtonKind::outlined, look, {.tooltip = names})) compare();
    same_line(ui);
    if (button(ui, ButtonKind::quiet, two, {.tooltip = "They stay two, and are not proposed again"})) apart();
    ImGui::PopID();
    if (beside) {
        ImGui::SetCursorScreenPos({start.x, std::max(below, start.y + ui.theme.control_height())});
        ImGui::Dummy({width, 0});
    }
}

}

void open_person_double(const Context& context, const StakeholderId& kept, const StakeholderId& gone, Found found) {
    DoublesDraft draft;
    draft.about = DoublesDraft::About::people;
    draft.just_opened = true;
    draft.deal = context.deal->id;
    draft.kept = kept.text;
    draft.gone = gone.text;
    draft.proposed = found == Found::by_us;
    context.view.doubles = std::move(draft);
}

void open_deal_double(const Context& context, const DealId& kept, const DealId& gone, Found found) {
    DoublesDraft draft;
    draft.about = DoublesDraft::About::deals;
    draft.just_opened = true;
    draft.kept = kept.text;
    draft.gone = gone.text;
    draft.proposed = found == Found::by_us;
    context.view.doubles = std::move(draft);
}

void draw_person_doubles(const Context& context, float width) {
    if (context.read_only || context.picture) return;
    const auto& deal = *context.deal;
    const auto pairs = context.caches.doubles.people(deal, context.revision, context.document.settings); // a copy: an action may change them
    if (pairs.empty()) return;
    const auto& ui = context.ui;
    {
        const Card card(ui, "person doubles", {.width = width});
        icon_text_wrapped(ui, TextStyle::heading, icon::users_round, ui.color().text, person_doubles_title(pairs.size()), card.inner_width());
        int number = 0;
        for (const auto& pair : pairs) {
            if (static_cast<std::size_t>(number) == most_shown) break;
            gap(ui, 12);
            draw_pair(context, pair_names(deal, pair), reason_words(pair.likeness, pair.reason), number++, card.inner_width(),
                      [&] { open_person_double(context, pair.one, pair.other, Found::by_us); },
                      [&] { say_not_the_same(context, {deal.id, pair.one.text, pair.other.text}); });
        }
    }
    gap(ui, 16);
}

namespace {

[[gnu::noinline]] void draw_deal_pair(const Context& context, float width) {
    const auto& pairs = context.caches.doubles.deals();
    // What was found last may be of a list that has changed since.
    const auto first = std::ranges::find_if(pairs, [&](const DealDouble& pair) {
        return find_entry(context.document, pair.one) && find_entry(context.document, pair.other) &&
               !are_not_doubles(context.document.settings.not_doubles, {}, pair.one.text, pair.other.text);
    });
    if (first == pairs.end()) return;
    const auto pair = *first;
    const auto& ui = context.ui;
    const auto words = deal_doubles_title(static_cast<std::size_t>(pairs.end() - first)) + ": " + pair_names(context.document, pair) + " (" + pair.reason + ')';
    constexpr std::string_view look = "Compare##deals", two = "Not the same##deals";
    const float buttons = button_width(ui, look, {.small = true}) + ui.px(8) + button_width(ui, two, {.small = true});
    const float tall = button_height(ui, ButtonKind::outlined, {.small = true});
    const auto start = ImGui::GetCursorScreenPos();
    if (context.phone) {
        text_wrapped_muted(ui, TextStyle::body, words, width);
        gap(ui, 8);
    } else {
        const float room = width - buttons - ui.px(16);
        ImGui::SetCursorScreenPos({start.x, start.y + std::max(0.0f, (tall - ui.theme.line_height(TextStyle::body)) / 2)});
        text_fitted(ui, TextStyle::body, ui.color().text_muted, words, room);
        ImGui::SetCursorScreenPos({start.x + width - buttons, start.y});
    }
    const auto names = pair_names(context.document, pair);
    if (button(ui, ButtonKind::outlined, look, {.tooltip = names, .small = true})) open_deal_double(context, pair.one, pair.other, Found::by_us);
    same_line(ui);
    if (button(ui, ButtonKind::quiet, two, {.tooltip = "They stay two, and are not proposed again", .small = true})) {
        say_not_the_same(context, {{}, pair.one.text, pair.other.text});
    }
    if (!context.phone) {
        ImGui::SetCursorScreenPos(start);
        ImGui::Dummy({width, tall});
    }
    gap(ui, 16);
}

}

void draw_deal_doubles(const Context& context, float width) {
    // The first picture of a first visit goes no further.
    if (!context.caches.doubles.deals().empty()) draw_deal_pair(context, width);
}

}
