#include "app/ui/log_form/log_effects.hpp"

#include "app/session/derived.hpp"
#include "app/session/forecasts.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/log_form/log_form_parts.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <array>
#include <cmath>

namespace middleground {

namespace {

int rounded(double score) {
    return static_cast<int>(std::lround(score));
}

void compare_scores(std::vector<LogEffects::Line>& lines, LogEffects::Mood mood, std::string what, double before, double after) {
    if (rounded(before) == rounded(after)) return;
    lines.push_back({mood, std::move(what), std::to_string(rounded(before)) + " to " + std::to_string(rounded(after))});
}

void compare_asks(std::vector<LogEffects::Line>& lines, const NextAsks& before, const NextAsks& after) {
    if (after.list.empty()) return;
    const auto& next = after.list.front().title;
    const bool stays = !before.list.empty() && before.list.front().title == next;
    lines.push_back({LogEffects::Mood::neutral, stays ? "Next stays:" : "Then next:", next});
}

// "one promise", "2 promises"
void count(std::vector<std::string>& parts, int number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    parts.push_back(number == 1 ? "one " + std::string(one) : counted(number, one, many));
}

std::string parts_of(const std::vector<Edit>& edits, bool is_change) {
    int answers = 0;
    int people = 0;
    int concerns = 0;
    int promises = 0;
    int steps = 0;
    const auto is_answer = [](const CommitmentEvent& event) {
        return event.kind != CommitmentEventKind::due && event.kind != CommitmentEventKind::asked;
    };
    for (const auto& edit : edits) {
        if (const auto* put = std::get_if<edit::PutInteraction>(&edit.any())) {
            for (const auto& answer : put->answers) {
                answers += is_answer(answer.event) ? 1 : 0;
            }
        } else if (const auto* event = std::get_if<edit::AddCommitmentEvent>(&edit.any())) {
            answers += is_answer(event->event) ? 1 : 0;
        }
        people += std::holds_alternative<edit::PutStakeholder>(edit.any()) ? 1 : 0;
        const bool concern =
            std::holds_alternative<edit::PutConcern>(edit.any()) || std::holds_alternative<edit::AddConcernEvent>(edit.any());
        concerns += concern ? 1 : 0;
        promises += std::holds_alternative<edit::PutPromise>(edit.any()) ? 1 : 0;
        steps += std::holds_alternative<edit::SetNextStep>(edit.any()) ? 1 : 0;
    }
    std::vector<std::string> parts{is_change ? "One changed entry" : "One entry"};
    count(parts, people, "new person", "new people");
    count(parts, answers, "answer", "answers");
    count(parts, concerns, "concern", "concerns");
    count(parts, promises, "promise", "promises");
    count(parts, steps, "planned step that happened", "planned steps that happened");
    const bool several = parts.size() > 1;
    return joined(parts) + (several ? ". Undo takes them back together." : ". Undo takes it back.");
}

ImU32 color_of(const Ui& ui, LogEffects::Mood mood) {
    return mood == LogEffects::Mood::push ? ui.color().push : mood == LogEffects::Mood::passive ? ui.color().passive : ui.color().accent;
}

const char* icon_of(LogEffects::Mood mood) {
    return mood == LogEffects::Mood::push      ? icon::megaphone
           : mood == LogEffects::Mood::passive ? icon::hourglass
                                               : icon::circle_arrow_right;
}

void draw_line(const Ui& ui, const LogEffects::Line& line) {
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.theme.line_height(TextStyle::body);
    auto* list = ImGui::GetWindowDrawList();
    draw_icon(ui, list, icon_of(line.mood), {start.x + ui.px(8), start.y + height / 2}, ui.px(16), color_of(ui, line.mood));
    const float left = start.x + ui.px(26);
    const float words_left = left + text_size(ui, TextStyle::body, line.what + " ").x + ui.px(3);
    draw_text(ui, list, TextStyle::body, {left, start.y}, ui.color().text, line.what);
    // Long words go on under the first ones.
    const float room = start.x + width - words_left;
    const bool fits = text_size(ui, TextStyle::strong, line.words).x <= room;
    const ImVec2 at = fits ? ImVec2{words_left, start.y} : ImVec2{left, start.y + height};
    const float words_width = fits ? room : width - ui.px(26);
    draw_text_wrapped(ui, list, TextStyle::strong, at, ui.color().text, line.words, words_width);
    const float bottom = at.y + wrapped_height(ui, TextStyle::strong, line.words, words_width);
    ui.note_rect(ItemRole::text, line.what + " " + line.words, start, {start.x + width, bottom});
    ImGui::Dummy({width, bottom - start.y + ui.px(6)});
}

}

LogEffects effects_of(const LogDraft& draft, const Deal& deal, const Knowledge& knowledge, const Derived& before, Date today,
                      std::span<const AskGain> gains) {
    LogEffects effects;
    Random random(1); // the ids are shown to nobody
    const auto edits = edits_of(draft, deal, today, random);
    if (!edits) {
        effects.error = edits.error();
        return effects;
    }
    auto after = deal;
    for (const auto& edit : edits->edits) {
        auto next = apply(std::move(after), edit, today);
        if (!next) {
            effects.error = next.error();
            return effects;
        }
        after = std::move(*next);
    }
    const auto derived = derive(after, knowledge, today, gains);
    const auto& old_score = before.assessment.balance.score;
    const auto& new_score = derived.assessment.balance.score;
    compare_scores(effects.lines, LogEffects::Mood::push, "Push", old_score.push, new_score.push);
    compare_scores(effects.lines, LogEffects::Mood::passive, "Passivity", old_score.passive, new_score.passive);
    compare_asks(effects.lines, before.assessment.next, derived.assessment.next);
    effects.parts = parts_of(edits->edits, draft.editing.has_value());
    return effects;
}

void draw_log_effects(const LogForm& form) {
    const auto& context = form.context;
    const auto& ui = context.ui;
    auto& draft = form.draft;
    if (!draft.effects || !draft.effects_of || !says_the_same(draft, *draft.effects_of)) {
        auto of = draft;
        of.start.reset();
        of.effects.reset();
        of.effects_of.reset();
        draft.effects = std::make_shared<const LogEffects>(
            effects_of(draft, *context.deal, knowledge_of(context.document), *context.derived, context.today, context.caches.forecasts.gains(context.deal->id)));
        draft.effects_of = std::make_shared<const LogDraft>(std::move(of));
    }
    const auto& effects = *draft.effects;
    text_muted(ui, TextStyle::caption, "What this changes");
    gap(ui, 6);
    if (effects.error) {
        text_wrapped_muted(ui, TextStyle::body, effects.error->message());
        return;
    }
    for (const auto& line : effects.lines) {
        draw_line(ui, line);
    }
    text_wrapped_muted(ui, TextStyle::body, effects.parts);
}

}
