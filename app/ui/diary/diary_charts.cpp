#include "app/ui/diary/diary_parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float plot_height = 232;
constexpr float capsule_width = 14;
constexpr float band_share = 0.62f; // of the width, for the 8 in 10 band

struct Plot {
    ImVec2 min;
    ImVec2 max;

    float x(double share) const { return min.x + (max.x - min.x) * static_cast<float>(share); }
    float y(double share) const { return max.y - (max.y - min.y) * static_cast<float>(share); }
};

// Title with muted words at the right, where there is room for them.
void draw_head(const Ui& ui, std::string_view title, std::string_view right, float width) {
    const auto start = ImGui::GetCursorScreenPos();
    text(ui, TextStyle::strong, title);
    ui.note_level(2);
    const float room = width - text_size(ui, TextStyle::strong, title).x - ui.px(12);
    if (text_size(ui, TextStyle::caption, right).x > room) return;
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {start.x + width - room, start.y}, {start.x + width, start.y + ui.px(20)},
                 ui.color().text_muted, right, Align::right);
}

void draw_dashed(const Ui& ui, ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 color) {
    const auto way = to - from;
    const float length = std::sqrt(way.x * way.x + way.y * way.y);
    const float dash = ui.px(3);
    for (float at = 0; at < length; at += 2 * dash) {
        list->AddLine(from + way * (at / length), from + way * (std::min(at + dash, length) / length), color, line_width(ui));
    }
}

void draw_axes(const Ui& ui, ImDrawList* list, const Plot& plot) {
    for (const int percent : {0, 25, 50, 75, 100}) {
        const float y = plot.y(percent / 100.0);
        const auto words = std::to_string(percent);
        draw_line_across(ui, list, plot.min.x, plot.max.x, y, percent == 0 ? ui.color().line_control : ui.color().line);
        draw_text_in(ui, list, TextStyle::caption, {plot.min.x - ui.px(40), y - ui.px(10)}, {plot.min.x - ui.px(10), y + ui.px(10)},
                     ui.color().text_muted, words, Align::right);
        const float x = plot.x(percent / 100.0);
        draw_text_in(ui, list, TextStyle::caption, {x - ui.px(20), plot.max.y + ui.px(4)}, {x + ui.px(20), plot.max.y + ui.px(24)},
                     ui.color().text_muted, words, Align::center);
    }
}

void draw_part(const Ui& ui, ImDrawList* list, const Plot& plot, const ReliabilityPart& part) {
    const ImVec2 at{plot.x(part.said), plot.y(part.came)};
    const float half = ui.px(capsule_width) / 2;
    const ImVec2 min{at.x - half, std::min(plot.y(part.high), at.y - half)};
    const ImVec2 max{at.x + half, std::max(plot.y(part.low), at.y + half)};
    list->AddRectFilled(min, max, ui.color().chart_fan, half);
    draw_border(list, min, max, ui.color().chart_fan_inner, half, line_width(ui));
}

void draw_dot(const Ui& ui, ImDrawList* list, const Plot& plot, const ReliabilityPart& part) {
    const ImVec2 at{plot.x(part.said), plot.y(part.came)};
    list->AddCircleFilled(at, ui.px(6), ui.color().surface);
    if (part.is_few()) {
        list->AddCircle(at, ui.px(4.5f), ui.color().chart_line, 0, line_width(ui, 1.5f));
    } else {
        list->AddCircleFilled(at, ui.px(5), ui.color().chart_line);
    }
    // To the side on which the line to the next one does not run: below and right of what lies under the middle of the plot.
    const auto words = part_came_words(part);
    const float wide = text_size(ui, TextStyle::label, words).x;
    const bool right = at.x + ui.px(12) + wide < plot.max.x;
    const float left = right ? at.x + ui.px(12) : at.x - ui.px(12) - wide;
    const float y = std::min(at.y + ui.px(10), plot.max.y - ui.px(11));
    draw_text_in(ui, list, TextStyle::label, {left, y - ui.px(10)}, {left + wide + ui.px(2), y + ui.px(10)}, ui.color().text, words);
}

}

void draw_reliability_card(const Context& context, const HowGood& good, float width, float height) {
    const auto& ui = context.ui;
    Card card(ui, "reliability", {.width = width, .height = height});
    const float inner = card.inner_width();
    draw_head(ui, "What was said, what came", counted(good.score.deals, "closed deal", "closed deals"), inner);
    gap(ui, 14);
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const Plot plot{{start.x + ui.px(40), start.y + ui.px(4)}, {start.x + inner - ui.px(12), start.y + ui.px(plot_height)}};
    draw_axes(ui, list, plot);
    for (const auto& part : good.reliability) {
        draw_part(ui, list, plot, part);
    }
    draw_dashed(ui, list, {plot.x(0), plot.y(0)}, {plot.x(1), plot.y(1)}, ui.color().text_muted);
    for (std::size_t i = 1; i < good.reliability.size(); ++i) {
        const auto& from = good.reliability[i - 1];
        const auto& to = good.reliability[i];
        list->AddLine({plot.x(from.said), plot.y(from.came)}, {plot.x(to.said), plot.y(to.came)}, ui.color().chart_line, line_width(ui, 2));
    }
    for (const auto& part : good.reliability) {
        draw_dot(ui, list, plot, part);
        const float x = plot.x(part.said);
        ui.note_rect(ItemRole::text, part_words(part) + " said", {x - ui.px(10), plot.min.y}, {x + ui.px(10), plot.max.y},
                     part_came_words(part) + " won" + (part.is_few() ? ", too few to say" : "") + ", of " + counted(part.deals, "deal", "deals"));
    }
    const float below = plot.max.y + ui.px(24);
    draw_text_in(ui, list, TextStyle::caption, {start.x, below}, {start.x + inner, below + ui.px(20)}, ui.color().text_muted, "up: won, %");
    draw_text_in(ui, list, TextStyle::caption, {start.x, below}, {start.x + inner, below + ui.px(20)}, ui.color().text_muted,
                 "right: chance that was shown, %", Align::right);
    ImGui::Dummy({inner, below + ui.px(20) - start.y});
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, "Dashed: exactly as said. The bar is what so few deals can tell, 9 times in 10; a hollow dot is of fewer than five.", inner);
}

void draw_close_dates_card(const Context& context, const HowGood& good, float width, float height) {
    const auto& ui = context.ui;
    Card card(ui, "close dates", {.width = width, .height = height});
    const float inner = card.inner_width();
    const auto& dates = good.score.dates;
    draw_head(ui, "Close dates against the band", counted(dates.deals, "won deal", "won deals"), inner);
    gap(ui, 14);
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const Plot plot{{start.x, start.y + ui.px(24)}, {start.x + inner, start.y + ui.px(plot_height)}};
    const float center = (plot.min.x + plot.max.x) / 2;
    const float half = inner * band_share / 2;
    list->AddRectFilled({center - half, plot.min.y}, {center + half, plot.max.y}, ui.color().chart_fan);
    draw_dashed(ui, list, {center, plot.min.y - ui.px(6)}, {center, plot.max.y}, ui.color().text);
    const auto word = [&](float x, float y, std::string_view words) {
        draw_text_in(ui, list, TextStyle::caption, {x - ui.px(60), y}, {x + ui.px(60), y + ui.px(20)}, ui.color().text_muted, words, Align::center);
    };
    word(center, start.y - ui.px(4), "believed");
    word((plot.min.x + center - half) / 2, start.y + ui.px(4), "earlier");
    word((plot.max.x + center + half) / 2, start.y + ui.px(4), "later");
    word(center - half, plot.max.y + ui.px(4), "1 in 10");
    word(center + half, plot.max.y + ui.px(4), "9 in 10");
    // Each look at a won deal at its place between the band's ends; the middle of the band is the middle that was believed.
    const auto count = static_cast<float>(std::max(1, dates.looks));
    float row = 0;
    for (const auto& look : good.looks) {
        const auto& deal = good.deals[look.deal];
        if (!deal.won || !look.belief.has_dates()) continue;
        const auto& belief = look.belief;
        const int off = (deal.ended - belief.on) - belief.p50;
        const int reach = std::max(1, off < 0 ? belief.p50 - belief.p10 : belief.p90 - belief.p50);
        const float wanted = center + half * static_cast<float>(off) / static_cast<float>(reach);
        const float x = std::clamp(wanted, plot.min.x + ui.px(5), plot.max.x - ui.px(5));
        const float y = plot.min.y + ui.px(8) + (plot.max.y - plot.min.y - ui.px(16)) * (row + 0.5f) / count;
        const int took = deal.ended - belief.on;
        if (took >= belief.p10 && took <= belief.p90) {
            list->AddCircleFilled({x, y}, ui.px(4), ui.color().chart_line);
        } else {
            list->AddCircle({x, y}, ui.px(4), ui.color().warn, 0, line_width(ui, 1.5f));
        }
        ++row;
    }
    const float below = plot.max.y + ui.px(28);
    ImGui::Dummy({inner, below - start.y});
    ui.note_rect(ItemRole::text, "Close dates against the band", start, {start.x + inner, below}, dates_words(dates));
    ui.note_kind("chart");
    text_wrapped(ui, TextStyle::body, dates_words(dates), inner);
    text_wrapped_muted(ui, TextStyle::caption, "One dot for each look at a won deal.", inner);
}

}
