#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"

#include "app/ui/cards/card_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"
#include "core/model/deal.hpp"
#include "core/outlook.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace middleground {

namespace {

constexpr double middle_zone = 15;
constexpr double score_limit = 30;
constexpr double far_out = 30;

int shown(double score) {
    return static_cast<int>(std::lround(score));
}

// From "never closing" to "always closing", with the middle marked.
void draw_track(const Ui& ui, double needle, float width) {
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float top = at.y + ui.px(14);
    const ImVec2 min{at.x, top};
    const ImVec2 max{at.x + width, top + ui.px(12)};
    const auto x_of = [&](double value) {
        return snapped(min.x + static_cast<float>((std::clamp(value, -100.0, 100.0) + 100) / 200) * (max.x - min.x));
    };
    list->AddRectFilled(min, max, ui.color().fill, ui.px(6));
    list->AddRectFilled({x_of(-middle_zone), min.y}, {x_of(middle_zone), max.y}, ui.color().middle_soft);
    for (const double edge : {-middle_zone, middle_zone}) {
        list->AddLine({x_of(edge), min.y - ui.px(3)}, {x_of(edge), max.y + ui.px(3)}, ui.color().middle, line_width(ui, 2));
    }
    const float x = x_of(needle);
    list->AddLine({x, min.y - ui.px(6)}, {x, max.y + ui.px(3)}, ui.color().text, line_width(ui, 2));
    list->AddCircleFilled({x, min.y - ui.px(8)}, ui.px(5), ui.color().text);
    const float words_top = max.y + ui.px(6);
    const float words_bottom = words_top + ui.px(20);
    const auto words = [&](std::string_view text, Align align) {
        draw_text_in(ui, list, TextStyle::caption, {min.x, words_top}, {max.x, words_bottom}, ui.color().text_muted, text, align);
    };
    const std::string_view left = "Never closing", middle = "Middle ground", right = "Always closing";
    words(left, Align::left);
    words(right, Align::right);
    // Its place is marked in colour too: on a narrow card the ends have the room.
    const float ends = std::max(text_size(ui, TextStyle::caption, left).x, text_size(ui, TextStyle::caption, right).x);
    if (max.x - min.x >= 2 * ends + text_size(ui, TextStyle::caption, middle).x + ui.px(24)) words(middle, Align::center);
    ImGui::Dummy({width, words_bottom - at.y});
    ui.note_rect(ItemRole::text, "Needle", at, {at.x + width, words_bottom}, std::to_string(shown(needle)));
    ui.note_about("from -100, never closing, to 100, always closing");
}

void draw_score(const Ui& ui, const char* icon, std::string_view word, double score, ImU32 color, float width) {
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float height = ui.px(28);
    const float middle = at.y + height / 2;
    draw_icon(ui, list, icon, {at.x + ui.px(8), middle}, ui.px(16), color);
    draw_text_in(ui, list, TextStyle::body, {at.x + ui.px(24), at.y}, {at.x + ui.px(96), at.y + height}, ui.color().text, word);
    const ImVec2 min{at.x + ui.px(96), middle - ui.px(3)};
    const ImVec2 max{at.x + width - ui.px(44), middle + ui.px(3)};
    const auto x_of = [&](double value) { return min.x + static_cast<float>(value / 100) * (max.x - min.x); };
    list->AddRectFilled(min, max, ui.color().fill, ui.px(3));
    if (shown(score) > 0) {
        list->AddRectFilled(min, {std::max(x_of(score), min.x + ui.px(6)), max.y}, color, ui.px(3));
    }
    const float limit = snapped(x_of(score_limit));
    list->AddLine({limit, min.y - ui.px(4)}, {limit, max.y + ui.px(4)}, ui.color().text, line_width(ui, 1));
    const auto number = std::to_string(shown(score));
    draw_text_in(ui, list, TextStyle::strong, {max.x, at.y}, {at.x + width, at.y + height}, ui.color().text, number, Align::right);
    ImGui::Dummy({width, height});
    ui.note_rect(ItemRole::text, std::string(word) + " score", at, {at.x + width, at.y + height}, number);
    ui.note_about("of 100, where " + std::to_string(shown(score_limit)) + " is the limit");
}

std::string within_sentence(std::string_view title) {
    std::string words(title);
    if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string caption(const Balance& balance) {
    const auto& score = balance.score;
    if (balance.signals.empty()) {
        return "No signs of push or passivity.";
    }
    if (score.is_middle_ground()) {
        return "Direct and helpful at once. To watch: " + within_sentence(balance.signals.front().title) + ".";
    }
    if (std::abs(score.needle()) <= middle_zone) {
        const bool both = score.push > score_limit && score.passive > score_limit;
        return both ? "In the middle only on average: pushing some, neglecting others."
                    : std::string("Near the middle, but ") + (score.push > score_limit ? "push" : "passivity") + " is over 30.";
    }
    return "Most points: " + within_sentence(balance.signals.front().title) + ".";
}

}

BalanceWord balance_word(const BalanceScore& score) {
    if (score.is_middle_ground()) {
        return {"Middle ground", Tone::middle, icon::scale};
    }
    const double needle = score.needle();
    const bool pushes = needle != 0 ? needle > 0 : score.push > score.passive;
    const bool far = std::abs(needle) > far_out;
    if (pushes) {
        return {far ? "Push" : "Leaning push", Tone::push, icon::megaphone};
    }
    return {far ? "Passive" : "Leaning passive", Tone::passive, icon::hourglass};
}

BalanceWord balance_word(const BalanceScore& score, bool too_early) {
    return too_early ? BalanceWord{"Too early to say", Tone::neutral, nullptr} : balance_word(score);
}

void draw_balance_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& balance = context.derived->assessment.balance;
    Card card(ui, "balance", {.width = width, .height = height});
    const auto too_early = too_early_because(*context.deal);
    if (!is_open(context.deal->outcome)) {
        card_title(ui, card.inner_width(), icon::scale, "Balance", "");
        text_wrapped_muted(ui, TextStyle::body, "The deal has ended, so there is no balance of today.", card.inner_width());
        return;
    }
    const auto word = balance_word(balance.score, !too_early.empty());
    card_title_with_tag(ui, card.inner_width(), icon::scale, "Balance", word.text, word.tone, word.icon);
    if (!too_early.empty() && balance.signals.empty()) {
        text_wrapped_muted(ui, TextStyle::body, too_early, card.inner_width());
        return;
    }
    draw_track(ui, balance.score.needle(), card.inner_width());
    gap(ui, 10);
    draw_score(ui, icon::hourglass, "Passivity", balance.score.passive, ui.color().passive, card.inner_width());
    draw_score(ui, icon::megaphone, "Push", balance.score.push, ui.color().push, card.inner_width());
    gap(ui, 8);
    if (balance.signals.empty()) {
        text_wrapped_muted(ui, TextStyle::body, caption(balance), card.inner_width());
        return;
    }
    const auto label = balance.signals.size() == 1 ? std::string("The reason") : "The " + std::to_string(balance.signals.size()) + " reasons";
    if (words_with_link(ui, caption(balance), label + "##balance", card.inner_width())) context.view.explained = Explained::balance;
}

}
