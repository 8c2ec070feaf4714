#include "app/ui/deal/ask_parts.hpp"

#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/agenda/ask_effect.hpp"
#include "app/viewmodel/people_data.hpp"
#include "core/analysis/names.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <optional>

namespace middleground {

void draw_ask_stepper(const Context& context, const NextAsk& ask, int count) {
    const auto& ui = context.ui;
    auto& index = context.view.deal_page.ask_index;
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

namespace {

// What is said of the people who are asked, part by part.
struct SpokenPart {
    TextStyle style = TextStyle::body;
    ImU32 color = 0;
    std::string words;
    std::optional<Stance> mark = {}; // before the words
    float after = 0;
};

std::vector<SpokenPart> parts_of(const Context& context, const std::vector<StakeholderId>& whom, const Stakeholder& person) {
    const auto& color = context.ui.color();
    std::vector<SpokenPart> parts{{TextStyle::label, color.text, name_of(*context.deal, person.id), {}, 8},
                                  {TextStyle::body, color.text_muted, person_line(person), {}, 10},
                                  {TextStyle::body, color.text_muted, std::string(label_of(stance_of(person))), stance_of(person), 0}};
    if (whom.size() > 1) {
        const auto others = joined_names(*context.deal, {whom.begin() + 1, whom.end()});
        parts.back().after = 12;
        parts.push_back({TextStyle::body, color.text_muted, "with " + others, {}, 0});
    }
    return parts;
}

}

float asked_people_width(const Context& context, const std::vector<StakeholderId>& whom) {
    const auto& ui = context.ui;
    const auto* person = whom.empty() ? nullptr : find(*context.deal, whom.front());
    if (!person) return 0;
    float width = ui.px(32);
    for (const auto& part : parts_of(context, whom, *person)) {
        width += (part.mark ? ui.px(20) : 0) + text_size(ui, part.style, part.words).x + ui.px(part.after);
    }
    return width + ui.px(1);
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
    for (const auto& part : parts_of(context, whom, *person)) {
        const float room = min.x + width - x - (part.mark ? ui.px(20) : 0);
        if (room < std::min(ui.px(part.mark ? 70.0f : 20.0f), text_size(ui, part.style, part.words).x)) continue;
        if (part.mark) {
            draw_stance_mark(ui, list, {x + ui.px(7), min.y + height / 2}, *part.mark);
            x += ui.px(20);
        }
        const auto shown = fitted(ui, part.style, part.words, room);
        draw_text_in(ui, list, part.style, {x, min.y}, {min.x + width, min.y + height}, part.color, shown);
        x += text_size(ui, part.style, shown).x + ui.px(part.after);
    }
    ImGui::Dummy({width, height});
    ui.note(ItemRole::text, person->name, person_line(*person));
}

std::string effect_words(const Context& context, const NextAsk& ask) {
    return effect_words(*context.deal, context.outlook, ask);
}

void draw_effect_tag(const Context& context, const std::string& effect) {
    const auto& ui = context.ui;
    tag(ui, effect, Tone::middle, icon::trending_up);
    tooltip(ui, "The chance of winning, now and if this happens.");
    ui.note(ItemRole::text, "Chance if this happens", effect);
}

}
