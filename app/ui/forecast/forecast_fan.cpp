#include "app/session/drafts/picture_request.hpp"
#include "app/session/forecasts.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/cards/picture_button.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr float histogram_height = 92;
constexpr float axis_height = 24;
constexpr float head_height = 26; // the words on top of the target line
constexpr float usual_row = 31;
constexpr float crowded_row = 24;
constexpr std::size_t many_rows = 12;
constexpr int days_per_week = 7;

// A row: a commitment before the decision with its dates in days from today.
struct FanRow {
    std::string name;
    bool decides = false;
    std::array<float, 5> days{}; // P10, P25, P50, P75, P90
    Date middle;
};

std::vector<FanRow> fan_rows(const Context& context) {
    std::vector<FanRow> rows;
    for (const auto& one : context.outlook->forecast->commitments) {
        if (one.after_decision || !one.dates.p10) continue;
        FanRow row;
        const auto* commitment = find(*context.deal, one.id);
        row.name = commitment ? shown_title(*commitment) : std::string();
        row.decides = commitment && commitment->decides;
        const std::array dates{one.dates.p10, one.dates.p25, one.dates.p50, one.dates.p75, one.dates.p90};
        for (std::size_t i = 0; i < dates.size(); ++i) {
            row.days[i] = static_cast<float>(*dates[i] - context.today);
        }
        row.middle = *one.dates.p50;
        rows.push_back(std::move(row));
    }
    sort_list(rows,
                             [](const FanRow& a, const FanRow& b) { return a.decides != b.decides ? b.decides : a.days[2] < b.days[2]; });
    return rows;
}

struct Plot {
    float left = 0;
    float right = 0;
    float top = 0;    // of the first row
    float row = 0;    // height
    float bars = 0;   // top of the histogram
    float bottom = 0; // the axis
    float most_days = 1;

    float x(float days) const { return left + (right - left) * std::clamp(days / most_days, 0.0f, 1.0f); }
    float y(std::size_t i) const { return top + row * (static_cast<float>(i) + 0.5f); }
};

void draw_time_axis(const Context& context, ImDrawList* list, const Plot& plot) {
    const auto& ui = context.ui;
    // Days of another year have it behind them.
    const auto widest = short_date(context.today + static_cast<int>(plot.most_days), context.today);
    const float label = text_size(ui, TextStyle::caption, widest).x + ui.px(14);
    int weeks = 1;
    for (const int step : {1, 2, 4, 8, 13, 26, 52}) {
        weeks = step;
        if (plot.x(static_cast<float>(step * days_per_week)) - plot.left >= label) break;
    }
    for (int day = 0; static_cast<float>(day) <= plot.most_days; day += weeks * days_per_week) {
        const float x = snapped(plot.x(static_cast<float>(day)));
        list->AddRectFilled({x, plot.top}, {x + line_width(ui), plot.bottom}, ui.color().line);
        if (x + label / 2 > plot.right + ui.px(24)) continue;
        draw_text_in(ui, list, TextStyle::caption, {x - label / 2, plot.bottom + ui.px(4)},
                     {x + label / 2, plot.bottom + ui.px(axis_height)}, ui.color().text_muted,
                     short_date(context.today + day, context.today), Align::center);
    }
    draw_line_across(ui, list, plot.left, plot.right, plot.bottom, ui.color().line_control);
}

// From today's point through every row, between two of its dates.
void draw_band(ImDrawList* list, const Plot& plot, const std::vector<FanRow>& rows, std::size_t low, std::size_t high, ImU32 color) {
    ImVec2 left{plot.left, plot.top - plot.row * 0.25f};
    ImVec2 right = left;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ImVec2 next_left{plot.x(rows[i].days[low]), plot.y(i)};
        const ImVec2 next_right{plot.x(rows[i].days[high]), plot.y(i)};
        list->AddQuadFilled(left, right, next_right, next_left, color);
        left = next_left;
        right = next_right;
    }
}

void draw_middle(const Ui& ui, ImDrawList* list, const Plot& plot, const std::vector<FanRow>& rows) {
    ImVec2 last{plot.left, plot.top - plot.row * 0.25f};
    list->AddCircleFilled(last, ui.px(3), ui.color().text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ImVec2 next{plot.x(rows[i].days[2]), plot.y(i)};
        list->AddLine(last, next, ui.color().chart_line, line_width(ui, 2));
        last = next;
    }
    if (!rows.empty() && rows.back().decides) {
        list->AddRectFilled({snapped(last.x) - line_width(ui), last.y}, {snapped(last.x) + line_width(ui), plot.bottom},
                            ui.color().chart_line);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ImVec2 at{plot.x(rows[i].days[2]), plot.y(i)};
        list->AddCircleFilled(at, ui.px(4.5f), ui.color().surface);
        list->AddCircleFilled(at, ui.px(3.5f), ui.color().chart_line);
    }
}

void draw_weeks(const Ui& ui, ImDrawList* list, const Plot& plot, const Forecast& forecast) {
    if (forecast.weekly.empty()) return;
    const auto most = static_cast<float>(std::ranges::max(forecast.weekly));
    for (std::size_t week = 0; week < forecast.weekly.size(); ++week) {
        const auto day = static_cast<float>(week) * days_per_week;
        if (day + days_per_week > plot.most_days || forecast.weekly[week] == 0) continue;
        const float height = (plot.bottom - plot.bars) * static_cast<float>(forecast.weekly[week]) / most;
        const float space = std::min(ui.px(2), (plot.x(days_per_week) - plot.left) * 0.15f);
        list->AddRectFilled({plot.x(day) + space, plot.bottom - height}, {plot.x(day + days_per_week) - space, plot.bottom},
                            ui.color().chart_bar, std::min(ui.px(3), height / 2), ImDrawFlags_RoundCornersTop);
    }
}

void draw_target(const Context& context, ImDrawList* list, const Plot& plot) {
    const auto& ui = context.ui;
    const auto& forecast = *context.outlook->forecast;
    const auto* target = target_of(*context.deal);
    if (!forecast.won_by_target || target == nullptr || !target->date) return;
    const auto days = static_cast<float>(*target->date - context.today);
    if (days < 0 || days > plot.most_days) return;
    const float x = snapped(plot.x(days));
    const float top = plot.top - ui.px(12);
    for (float y = top; y < plot.bottom; y += ui.px(6)) {
        list->AddRectFilled({x, y}, {x + line_width(ui, 1.5f), std::min(plot.bottom, y + ui.px(3))}, ui.color().text);
    }
    const auto words = "target " + short_date(*target->date, context.today) + ", won by then: " + percent_words(*forecast.won_by_target);
    const float wide = text_size(ui, TextStyle::caption, words).x;
    const float left = std::clamp(x - wide / 2, plot.left, std::max(plot.left, plot.right - wide));
    draw_text(ui, list, TextStyle::caption, {left, top - ui.px(18)}, ui.color().text, words);
}

void draw_names(const Context& context, ImDrawList* list, const Plot& plot, const std::vector<FanRow>& rows, float left) {
    const auto& ui = context.ui;
    float date_width = ui.px(48);
    for (const auto& row : rows) {
        const auto style = row.decides ? TextStyle::strong : TextStyle::body;
        date_width = std::max(date_width, text_size(ui, style, short_date(row.middle, context.today)).x + ui.px(4));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const ImVec2 min{left, plot.y(i) - plot.row / 2};
        const ImVec2 max{plot.left - ui.px(16), plot.y(i) + plot.row / 2};
        draw_text_in(ui, list, row.decides ? TextStyle::strong : TextStyle::label, min, {max.x - date_width, max.y}, ui.color().text,
                     row.name);
        draw_text_in(ui, list, row.decides ? TextStyle::strong : TextStyle::body, {max.x - date_width, min.y}, max,
                     row.decides ? ui.color().text : ui.color().text_muted, short_date(row.middle, context.today), Align::right);
        const auto first = short_date(context.today + static_cast<int>(row.days.front()), context.today);
        const auto last = short_date(context.today + static_cast<int>(row.days.back()), context.today);
        ui.note_rect(ItemRole::text, row.name + " in the fan", min, max,
                     first + " to " + last + ", middle " + short_date(row.middle, context.today));
        if (ImGui::IsMouseHoveringRect({left, min.y}, {plot.right, max.y})) {
            ImGui::SetCursorScreenPos({left, min.y});
            ImGui::Dummy({plot.right - left, max.y - min.y});
            tooltip(ui, row.name + ": in 8 of 10 futures between " + first + " and " + last + ", half by " +
                            short_date(row.middle, context.today) + ". Only futures in which it is kept count.");
        }
    }
}

void draw_legend(const Ui& ui, ImDrawList* list, float right, float y) {
    const auto entry = [&](std::string_view words, ImU32 color, bool line) {
        const float wide = text_size(ui, TextStyle::caption, words).x;
        const float left = right - wide;
        draw_text_in(ui, list, TextStyle::caption, {left, y}, {right + ui.px(2), y + ui.px(20)}, ui.color().text_muted, words);
        const float middle = y + ui.px(10);
        const float half = line ? line_width(ui) : ui.px(5);
        list->AddRectFilled({left - ui.px(20), middle - half}, {left - ui.px(6), middle + half}, color, line ? 0 : ui.px(2));
        right = left - ui.px(36);
    };
    entry("middle", ui.color().chart_line, true);
    entry("half of them", ui.color().chart_fan_inner, false);
    entry("8 in 10 futures", ui.color().chart_fan, false);
}

}

void draw_fan_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& forecast = *context.outlook->forecast;
    const auto rows = fan_rows(context);
    Card card(ui, "fan", {.width = width, .height = height});
    const auto start = ImGui::GetCursorScreenPos();
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "When it closes");
    ui.note_level(2);
    auto* list = ImGui::GetWindowDrawList();
    const bool wide = inner >= ui.px(520);
    if (wide) draw_legend(ui, list, start.x + inner - picture_button_room(context), start.y);
    draw_picture_button(context, Picture::forecast, {start.x + inner, start.y}, width);
    if (rows.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "None of the open commitments is kept in any of the futures.", inner);
        return;
    }
    const bool has_target = forecast.won_by_target.has_value();
    Plot plot;
    plot.left = start.x + (wide ? ui.px(212) : std::min(ui.px(190), inner * 0.46f));
    plot.right = start.x + inner - ui.px(8);
    plot.top = start.y + ui.px(34) + (has_target ? ui.px(head_height) : ui.px(6));
    plot.row = ui.px(rows.size() > many_rows ? crowded_row : usual_row);
    const float rows_height = plot.row * static_cast<float>(rows.size());
    const float least = plot.top - start.y + rows_height + ui.px(16 + histogram_height + axis_height);
    const float room = std::max(least, height > 0 ? height - 2 * ui.px(20) : 0.0f);
    plot.bottom = start.y + room - ui.px(axis_height);
    plot.bars = plot.bottom - ui.px(histogram_height);
    plot.most_days = std::max(28.0f, rows.back().days[4] * 1.08f);
    for (const auto& row : rows) {
        plot.most_days = std::max(plot.most_days, row.days[4] * 1.02f);
    }
    draw_time_axis(context, list, plot);
    draw_weeks(ui, list, plot, forecast);
    draw_band(list, plot, rows, 0, 4, ui.color().chart_fan);
    draw_band(list, plot, rows, 1, 3, ui.color().chart_fan_inner);
    draw_middle(ui, list, plot, rows);
    draw_target(context, list, plot);
    draw_names(context, list, plot, rows, start.x);
    const float middle = (plot.bars + plot.bottom) / 2;
    draw_text(ui, list, TextStyle::label, {start.x, middle - ui.px(18)}, ui.color().text, "Close week");
    draw_text(ui, list, TextStyle::caption, {start.x, middle}, ui.color().text_muted, "of the futures won");
    ui.note_rect(ItemRole::text, "Close dates", start, {start.x + inner, plot.bottom + ui.px(axis_height)},
                 range_words(forecast.close, context.today));
    ui.note_kind("chart");
    ui.note_about(close_words(forecast, context.today));
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({inner, room});
}

}
