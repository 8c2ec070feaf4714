#include "app/ui/cards/sparkline.hpp"

#include "app/session/forecasts.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "app/viewmodel/diary/moved_deals.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int shown_days = 90;
constexpr float least_span = 0.1f; // of chance
constexpr int week = 7;
constexpr std::size_t most_reasons = 6;

struct Point {
    float day = 0;
    float chance = 0;
    int by = 0;
};

std::vector<Point> points_of(const Diary& diary, const Recalibration& record, Date today) {
    std::vector<Point> points;
    for (const auto& belief : diary) {
        const int ago = today - belief.on;
        if (ago < 0 || ago > shown_days) continue;
        points.push_back({static_cast<float>(-ago), static_cast<float>(recalibrated(belief.won / 1000.0, record)), belief.by});
    }
    return points;
}

}

void draw_sparkline(const Context& context, const Diary& diary, const Recalibration& record, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    const auto points = points_of(diary, record, context.today);
    if (points.size() < 2) return;
    const auto [lowest, highest] = std::ranges::minmax(points, {}, &Point::chance);
    const float middle = (lowest.chance + highest.chance) / 2;
    const float span = std::max(least_span, highest.chance - lowest.chance);
    const float first = points.front().day;
    const float inset = ui.px(3);
    const auto at = [&](const Point& point) {
        return ImVec2{min.x + inset + (max.x - min.x - 2 * inset) * (first < 0 ? 1 - point.day / first : 1.0f),
                      (min.y + max.y) / 2 - (max.y - min.y - 2 * inset) * (point.chance - middle) / span};
    };
    auto* list = ImGui::GetWindowDrawList();
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (points[i].by == points[i - 1].by) list->AddLine(at(points[i - 1]), at(points[i]), ui.color().chart_line, line_width(ui, 1.5f));
    }
    list->AddCircleFilled(at(points.back()), inset, ui.color().chart_line);
}

namespace {

// What happened and what it has done, a line each: "−24  Elena Brandt went from supportive to sceptical (Tue 26 Nov)".
void draw_reasons(const Context& context, const ChanceReasons& why, ImVec2 at, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float number = ui.px(36);
    const auto line = [&](const std::string& points, ImU32 color, TextStyle style, const std::string& words, const std::string& said) {
        const float high = std::max(ui.theme.line_height(style), wrapped_height(ui, style, words, width - number));
        draw_text_in(ui, list, TextStyle::strong, at, {at.x + number - ui.px(10), at.y + ui.theme.line_height(TextStyle::strong)}, color, points, Align::right);
        draw_text_wrapped(ui, list, style, {at.x + number, at.y}, ui.color().text, words, width - number);
        ImGui::SetCursorScreenPos(at);
        ImGui::Dummy({width, high});
        ui.note_rect(ItemRole::text, said, at, {at.x + width, at.y + high});
        at.y += high + ui.px(4);
    };
    for (const auto& one : first_reasons(why, most_reasons)) {
        line(signed_points(one.points), one.points < 0 ? ui.color().bad : ui.color().middle, TextStyle::body, reason_of_words(one, context.today),
             reason_words(one, context.today));
    }
    const auto together = together_words(why);
    if (together.empty()) return;
    const bool sums = std::ranges::count_if(why.reasons, [](const ChanceReason& one) { return one.kind == ChanceReason::Kind::change; }) > 0 && why.points != 0;
    line(sums ? signed_points(why.points) : std::string(), ui.color().text, sums ? TextStyle::strong : TextStyle::body, sums ? std::string("Together") : together, together);
    if (!sums) return;
    ImGui::SetCursorScreenPos({at.x + number, at.y});
    text_wrapped_muted(ui, TextStyle::caption, "Of 100 futures. Each counts on top of what happened before it.", width - number);
}

}

void draw_belief_change(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto change = change_since(*context.deal, context.today, week);
    if (!change) return;
    const auto& record = context.outlook->record;
    const auto words = belief_change_words(*change, record, context.today);
    gap(ui, 4);
    const auto start = ImGui::GetCursorScreenPos();
    const float line = ui.px(112);
    const float room = width - line - ui.px(12);
    const float high = std::max(ui.px(28), wrapped_height(ui, TextStyle::body, words, room));
    draw_sparkline(context, context.deal->diary, record, start, {start.x + line, start.y + ui.px(28)});
    const float top = start.y + std::max(0.0f, (ui.px(28) - ui.theme.line_height(TextStyle::body)) / 2);
    draw_text_wrapped(ui, ImGui::GetWindowDrawList(), TextStyle::body, {start.x + line + ui.px(12), top}, ui.color().text, words, room);
    ImGui::Dummy({width, high});
    ui.note_rect(ItemRole::text, "Chance over time", start, {start.x + width, start.y + high}, words);
    const auto* why = context.caches.forecasts.why(context.deal->id, *change);
    if (!why) return;
    // Under the words, where there is room for that.
    const float inset = context.phone ? 0 : line + ui.px(12);
    draw_reasons(context, *why, {start.x + inset, start.y + high + ui.px(4)}, width - inset);
}

}
