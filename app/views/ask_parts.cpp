#include "app/views/ask_parts.hpp"

#include "app/views/ask_move.hpp"
#include "app/views/parts.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/analysis/names.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

void draw_ask_stepper(const Context& context, const NextAsk& ask, int count) {
    const auto& ui = context.ui;
    auto& index = context.view.ask_index;
    const bool gives = ask.action == NextAction::give_first || ask.action == NextAction::keep_promise;
    icon_text(ui, TextStyle::label, icon_of(ask.action), gives ? ui.color().push : ui.color().accent, label_of(ask.action));
    if (count < 2) {
        return;
    }
    same_line(ui, 8);
    text_muted(ui, TextStyle::body, std::to_string(index + 1) + " of " + std::to_string(count));
    same_line(ui, 8);
    const float lift = (ui.theme.control_small_height() - ui.theme.line_height(TextStyle::body)) / 2;
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - lift);
    if (icon_button(ui, icon::arrow_left, "Previous ask", {.small = true})) {
        index = (index + count - 1) % count;
    }
    same_line(ui, 2);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - lift);
    if (icon_button(ui, icon::arrow_right, "Next ask", {.small = true})) {
        index = (index + 1) % count;
    }
}

void draw_asked_people(const Context& context, const std::vector<StakeholderId>& whom, float width) {
    const auto& ui = context.ui;
    const auto* person = whom.empty() ? nullptr : find(*context.deal, whom.front());
    if (!person) return;
    const auto min = ImGui::GetCursorScreenPos();
    const float height = ui.px(24);
    auto* list = ImGui::GetWindowDrawList();
    draw_avatar(ui, list, {min.x + ui.px(12), min.y + height / 2}, person->name);
    float x = min.x + ui.px(32);
    const auto put = [&](TextStyle style, ImU32 color, std::string_view words, float after) {
        const float room = min.x + width - x;
        if (room > ui.px(20)) {
            const auto shown = fitted(ui, style, words, room);
            draw_text_in(ui, list, style, {x, min.y}, {min.x + width, min.y + height}, color, shown);
            x += text_size(ui, style, shown).x + ui.px(after);
        }
    };
    put(TextStyle::label, ui.color().text, person->name, 8);
    put(TextStyle::body, ui.color().text_muted, person_line(*person), 10);
    const auto stance = stance_of(*person);
    if (x + ui.px(90) < min.x + width) {
        draw_stance_mark(ui, list, {x + ui.px(7), min.y + height / 2}, stance);
        x += ui.px(20);
        put(TextStyle::body, ui.color().text_muted, label_of(stance), 0);
    }
    if (whom.size() > 1) {
        std::vector<std::string> others;
        for (std::size_t i = 1; i < whom.size(); ++i) {
            others.push_back(name_of(*context.deal, whom[i]));
        }
        x += ui.px(12);
        put(TextStyle::body, ui.color().text_muted, "with " + joined(others), 0);
    }
    ImGui::Dummy({width, height});
    ui.note(ItemRole::text, person->name, person_line(*person));
    gap(ui, 12);
}

std::string effect_words(const Context& context, const NextAsk& ask) {
    if (!context.outlook || !context.outlook->forecast || ask.gain < 0.005) return {};
    const auto now = std::lround(100 * context.outlook->forecast->won.value());
    // Rounded apart, so that the difference is the one that the words say: "4 more of 100".
    return std::to_string(now) + " to " + std::to_string(std::min(100L, now + std::lround(100 * ask.gain))) + " %";
}

void draw_effect_tag(const Context& context, const std::string& effect) {
    const auto& ui = context.ui;
    tag(ui, effect, Tone::middle, icon::trending_up);
    tooltip(ui, "The chance to win, now and if this happens.");
    ui.note(ItemRole::text, "Chance if this happens", effect);
}

}
