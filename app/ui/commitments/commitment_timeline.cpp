#include "app/ui/commitments/commitment_timeline.hpp"

#include "app/session/derived.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace middleground {

namespace {

constexpr float names_width = 200;
constexpr float row_height = 32;
constexpr float axis_height = 26;

struct Line {
    const PlanItem* item = nullptr;
    std::string name;
    std::optional<Date> kept;
    std::optional<Date> due; // of what is open
    DateSpread dates;        // the same
    std::string set_aside;   // "Dropped 2 Jun"; else empty
};

std::vector<Line> lines_of(const Context& context) {
    std::vector<Line> lines;
    const auto* forecast = context.outlook && context.outlook->forecast ? &*context.outlook->forecast : nullptr;
    for (const auto& item : context.derived->plan) {
        const auto* commitment = find(*context.deal, item.id);
        if (commitment == nullptr) continue;
        Line line{.item = &item, .name = shown_title(*commitment), .kept = {}, .due = {}, .dates = {}, .set_aside = {}};
        if (item.state == PlanState::kept) {
            line.kept = item.since;
        } else if (is_set_aside(item.state)) {
            line.set_aside = plan_words(item, *commitment, context.today);
        } else {
            line.due = item.due;
            if (forecast) {
                const auto found = std::ranges::find(forecast->commitments, item.id, &CommitmentForecast::id);
                if (found != forecast->commitments.end()) line.dates = found->dates;
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Axis {
    Date first;
    int days = 1;
    float left = 0;
    float right = 0;

    float x(Date date) const {
        return left + (right - left) * std::clamp(static_cast<float>(date - first) / static_cast<float>(days), 0.0f, 1.0f);
    }
};

Axis axis_for(const Context& context, const std::vector<Line>& lines, float left, float right) {
    Date first = context.today;
    Date last = context.today + 28;
    const auto take = [&](const std::optional<Date>& date) {
        if (!date) return;
        first = std::min(first, *date);
        last = std::max(last, *date);
    };
    for (const auto& line : lines) {
        take(line.kept);
        take(line.due);
        take(line.dates.p90);
    }
    if (const auto* target = target_of(*context.deal)) take(target->date);
    first = first - 7;
    last = last + 7;
    return {first, std::max(1, last - first), left, right};
}

void draw_months(const Context& context, ImDrawList* list, const Axis& axis, float top, float bottom) {
    const auto& ui = context.ui;
    // Days of another year have it behind them.
    const float label = text_size(ui, TextStyle::caption, short_date(axis.first + axis.days, context.today)).x + ui.px(14);
    int weeks = 1;
    for (const int step : {1, 2, 4, 8, 13, 26, 52}) {
        weeks = step;
        if (axis.x(axis.first + step * 7) - axis.left >= label) break;
    }
    // From today to either side, so that today is one of them.
    const int before = (context.today - axis.first) / (weeks * 7);
    for (auto date = context.today - before * weeks * 7; date - axis.first <= axis.days; date = date + weeks * 7) {
        const float x = snapped(axis.x(date));
        list->AddRectFilled({x, top}, {x + line_width(ui), bottom}, ui.color().line);
        if (x - label / 2 < axis.left - ui.px(24) || x + label / 2 > axis.right + ui.px(16)) continue;
        draw_text_in(ui, list, TextStyle::caption, {x - label / 2, bottom + ui.px(4)}, {x + label / 2, bottom + ui.px(axis_height)},
                     date == context.today ? ui.color().text : ui.color().text_muted,
                     date == context.today ? std::string("today") : short_date(date, context.today), Align::center);
    }
}

std::string line_words(const Line& line, Date today) {
    if (line.kept) return "kept " + short_date(*line.kept, today);
    if (!line.set_aside.empty()) return folded(line.set_aside);
    std::string words;
    if (line.due) words = "due " + short_date(*line.due, today);
    if (line.dates.p10) {
        words += std::string(words.empty() ? "" : ", ") + "8 in 10 futures " + short_date(*line.dates.p10, today) + " to " +
                 short_date(*line.dates.p90, today) + ", half by " + short_date(*line.dates.p50, today);
    }
    return words.empty() ? "no date yet" : words;
}

void draw_marks(const Ui& ui, ImDrawList* list, const Axis& axis, const Line& line, float middle) {
    const float half = ui.px(6);
    if (line.kept) {
        list->AddCircleFilled({axis.x(*line.kept), middle}, ui.px(5), ui.color().middle);
        return;
    }
    if (line.dates.p10) {
        const float left = axis.x(*line.dates.p10);
        const float right = std::max(left + 2 * half, axis.x(*line.dates.p90));
        list->AddRectFilled({left, middle - half}, {right, middle + half}, ui.color().chart_fan, half);
        list->AddRectFilled({axis.x(*line.dates.p25), middle - half}, {axis.x(*line.dates.p75), middle + half}, ui.color().chart_fan_inner,
                            ui.px(2));
        list->AddCircleFilled({axis.x(*line.dates.p50), middle}, ui.px(3.5f), ui.color().chart_line);
    }
    if (line.due) {
        const float x = snapped(axis.x(*line.due));
        list->AddRectFilled({x - line_width(ui), middle - ui.px(9)}, {x + line_width(ui), middle + ui.px(9)}, ui.color().text);
    }
}

}

void draw_commitment_timeline(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto lines = lines_of(context);
    Card card(ui, "timeline", {.width = width});
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "Timeline");
    ui.note_level(2);
    same_line(ui, 8);
    text_muted(ui, TextStyle::body, "dot: kept, tick: due, band: 8 in 10 futures");
    gap(ui, 10);
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float names = std::min(ui.px(names_width), inner * 0.4f);
    const auto axis = axis_for(context, lines, start.x + names, start.x + inner - ui.px(16));
    const float bottom = start.y + ui.px(row_height) * static_cast<float>(lines.size()) + ui.px(6);
    draw_months(context, list, axis, start.y, bottom);
    const float today = snapped(axis.x(context.today));
    list->AddRectFilled({today, start.y}, {today + line_width(ui, 1.5f), bottom}, ui.color().text);
    if (const auto* target = target_of(*context.deal); target != nullptr && target->date) {
        const float x = snapped(axis.x(*target->date));
        for (float y = start.y; y < bottom; y += ui.px(6)) {
            list->AddRectFilled({x, y}, {x + line_width(ui, 1.5f), std::min(bottom, y + ui.px(3))}, ui.color().text_muted);
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const ImVec2 min{start.x, start.y + ui.px(row_height) * static_cast<float>(i)};
        const ImVec2 max{start.x + inner, min.y + ui.px(row_height)};
        ImGui::SetCursorScreenPos(min);
        ImGui::PushID(line.item->id.text.c_str());
        const auto press = press_area(id_of("on the timeline"), {inner, max.y - min.y});
        ImGui::PopID();
        if (press.pressed) context.view.commitment = line.item->id;
        if (!press.visible) continue;
        if (context.view.commitment == line.item->id) {
            list->AddRectFilled(min, {axis.left - ui.px(8), max.y}, ui.color().accent_soft, ui.px(6));
        } else if (press.hovered) {
            list->AddRectFilled(min, {axis.left - ui.px(8), max.y}, ui.color().hover, ui.px(6));
        }
        if (is_keyboard_focused()) draw_focus_ring(ui, min, max, ui.px(6), Ring::inset);
        const float middle = (min.y + max.y) / 2;
        draw_icon(ui, list, plan_icon(line.item->state), {min.x + ui.px(14), middle}, ui.px(14), plan_color(ui, line.item->state));
        draw_text_in(ui, list, TextStyle::label, {min.x + ui.px(28), min.y}, {axis.left - ui.px(14), max.y}, line.set_aside.empty() ? ui.color().text : ui.color().text_muted, line.name);
        draw_marks(ui, list, axis, line, middle);
        const auto words = line_words(line, context.today);
        ui.note(ItemRole::button, line.name + " on the timeline", words);
        tooltip(ui, line.name + ": " + words);
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({inner, bottom - start.y + ui.px(axis_height)});
}

}
