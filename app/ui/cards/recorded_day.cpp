#include "app/ui/cards/recorded_day.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/backdate.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Today when nothing was typed.
Result<Date> day_of_text(std::string_view typed, Date today) {
    if (trimmed(typed).empty()) return today;
    const auto reading = read_typed_date(typed, today, DateDirection::past);
    if (const auto* day = std::get_if<Date>(&reading)) return *day;
    if (const auto* error = std::get_if<Error>(&reading)) return std::unexpected(*error);
    const auto& two = std::get<AmbiguousDate>(reading);
    return std::unexpected(
        Error{"This can be " + day_words(two.first, today) + " or " + day_words(two.second, today), {}, "Type the month as a word."});
}

// "That day is in the future. Choose today or an earlier day." of a field's own error.
std::string refusal(const Context& context, const std::vector<Edit>& edits) {
    auto deal = *context.deal;
    for (const auto& edit : edits) {
        auto next = apply(std::move(deal), edit, context.today);
        if (!next) return next.error().message();
        deal = std::move(*next);
    }
    return {};
}

}

RecordedDay::RecordedDay(const Context& context, std::string key) : context_(context), key_(std::move(key)) {}

void RecordedDay::draw(std::string_view label, float width) const {
    const auto& ui = context_.ui;
    auto& texts = context_.view.texts;
    auto& typed = texts[key_];
    auto& error = texts[key_ + " error"];
    const auto start = ImGui::GetCursorScreenPos();
    const float field = std::min(width, ui.px(ui.theme.touch ? 148.0f : 128.0f));
    if (text_field(ui, label, typed, {.placeholder = "Today", .width = field, .in_place = true}) != FieldEvent::none) error.clear();
    const float below = ImGui::GetCursorScreenPos().y;
    std::string words = error;
    auto color = ui.color().bad;
    if (const auto day = day_of_text(typed, context_.today); !day) {
        // Half a day is no mistake while it is being typed.
        if (!ImGui::IsItemActive() && words.empty()) words = day.error().message();
    } else if (words.empty() && !trimmed(typed).empty()) {
        color = ui.color().text_muted;
        words = *day < context_.deal->opened ? opens_earlier_words(*day, context_.today) : day_words(*day, context_.today);
    }
    if (words.empty()) return;
    const float left = start.x + field + ui.px(8);
    const float beside = start.x + width - left;
    const float line = ui.theme.line_height(TextStyle::caption);
    if (text_size(ui, TextStyle::caption, words).x <= beside) {
        const float middle = (start.y + below) / 2;
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {left, middle - line / 2}, {start.x + width, middle + line / 2},
                     color, words);
        ui.note_rect(ItemRole::status, words, {left, middle - line / 2}, {start.x + width, middle + line / 2});
        return;
    }
    gap(ui, 2);
    const ImVec2 at{start.x, ImGui::GetCursorScreenPos().y};
    const float height = wrapped_height(ui, TextStyle::caption, words, width);
    draw_text_wrapped(ui, ImGui::GetWindowDrawList(), TextStyle::caption, at, color, words, width);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
    ui.note(ItemRole::status, words);
}

bool RecordedDay::record(const std::function<Edit(Date)>& edit, bool toast) const {
    auto& texts = context_.view.texts;
    const auto day = day_of_text(texts[key_], context_.today);
    if (!day) {
        texts[key_ + " error"] = day.error().message();
        return false;
    }
    std::vector<Edit> edits;
    if (auto earlier = opens_earlier(*context_.deal, *day)) edits.push_back(std::move(*earlier));
    edits.push_back(edit(*day));
    // Tried first, so that a refusal stands here and what was typed stays.
    if (auto why = refusal(context_, edits); !why.empty()) {
        texts[key_ + " error"] = std::move(why);
        return false;
    }
    texts[key_].clear();
    texts[key_ + " error"].clear();
    auto what = describe(*context_.deal, edits.back());
    context_.act(action::Apply{std::move(edits), {}, std::move(what), toast, {}});
    return true;
}

}
