#include "app/ui/deals/deals_cells.hpp"

#include "app/ui/widgets/controls.hpp"
#include "generated/icons.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int most_pips = 12;

}

void draw_line(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const Line& line, Align align) {
    const auto height = max.y - min.y;
    if (line.icon) {
        const auto size = ui.px(14);
        const auto gap_width = ui.px(6);
        const auto width = text_size(ui, line.style, line.text).x;
        const auto left = align == Align::right ? std::max(min.x, max.x - width - size - gap_width) : min.x;
        draw_icon(ui, list, line.icon, ImVec2(left + size / 2, min.y + height / 2), size, line.color);
        draw_text_in(ui, list, line.style, ImVec2(left + size + gap_width, min.y), max, line.color, line.text);
        return;
    }
    draw_text_in(ui, list, line.style, min, max, line.color, line.text, align);
}

void draw_deal_name(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const DealRow& row, const Line& second) {
    const auto first_height = ui.theme.line_height(TextStyle::strong);
    const auto second_height = second.text.empty() ? 0.0f : ui.theme.line_height(second.style);
    const auto top = (min.y + max.y - first_height - second_height) / 2;
    auto right = max.x;
    if (row.deal->sample) {
        // Where there is no room for the word, its icon marks the sample, and the name is read.
        const auto name_width = text_size(ui, TextStyle::strong, row.name).x;
        const auto mark = tag_size(ui, "Sample", icon::flask_conical);
        const bool with_word = name_width + mark.x + ui.px(8) <= right - min.x;
        right = std::max(min.x, right - (with_word ? mark.x : ui.px(14)) - ui.px(8));
        const auto after_name = min.x + std::min(name_width, right - min.x) + ui.px(8);
        if (with_word) {
            draw_tag(ui, list, ImVec2(after_name, top + (first_height - mark.y) / 2), "Sample", Tone::neutral, icon::flask_conical);
        } else {
            draw_icon(ui, list, icon::flask_conical, ImVec2(after_name + ui.px(7), top + first_height / 2), ui.px(14),
                      ui.color().text_muted);
        }
    }
    draw_line(ui, list, ImVec2(min.x, top), ImVec2(right, top + first_height), {row.name, ui.color().text, TextStyle::strong, nullptr});
    if (!second.text.empty()) {
        draw_line(ui, list, ImVec2(min.x, top + first_height), ImVec2(max.x, top + first_height + second_height), second);
    }
}

Line ask_line(const Ui& ui, const DealRow& row) {
    if (row.closed) {
        const bool won = std::holds_alternative<Won>(row.deal->outcome);
        const bool lost = std::holds_alternative<Lost>(row.deal->outcome);
        return {row.closed_words,
                won    ? ui.color().middle
                : lost ? ui.color().bad
                       : ui.color().text_muted,
                TextStyle::body,
                won    ? icon::circle_check
                : lost ? icon::circle_x
                       : icon::circle_pause};
    }
    if (row.ask.empty()) {
        return {row.commitments == 0 ? "No plan yet"
                : row.ahead          ? "Nothing to ask for now"
                                     : "Everything is kept",
                ui.color().text_muted, TextStyle::body, nullptr};
    }
    return {row.ask, ui.color().text, TextStyle::body, nullptr};
}

Line by_line(const Ui& ui, const DealRow& row, Date today) {
    if (!row.by) {
        return {row.ask.empty() ? "" : "no date", ui.color().text_muted, TextStyle::body, nullptr};
    }
    const bool late = row.days_late > 0;
    return {short_date(*row.by, today), late ? ui.color().bad : ui.color().text, TextStyle::body, late ? icon::triangle_alert : nullptr};
}

Line last_kept_line(const Ui& ui, const DealRow& row, Date today) {
    const auto words = last_kept_words(row, today);
    if (!row.closed && today - row.last_kept.value_or(row.deal->opened) > quiet_days_limit) {
        return {words, ui.color().warn, TextStyle::body, icon::clock_alert};
    }
    return {words, row.last_kept ? ui.color().text : ui.color().text_muted, TextStyle::body, nullptr};
}

void draw_pips(const Ui& ui, ImDrawList* list, ImVec2 at, float width, const DealRow& row) {
    const auto& color = ui.color();
    const auto radius = ui.px(3.5f);
    const auto step = ui.px(11);
    if (row.commitments > most_pips || step * static_cast<float>(row.commitments) > width + ui.px(4)) {
        const auto share = static_cast<float>(row.kept) / static_cast<float>(row.commitments);
        const auto height = ui.px(6);
        const auto length = std::min(width, ui.px(108));
        const ImVec2 min(at.x, at.y - height / 2);
        list->AddRectFilled(min, ImVec2(min.x + length, min.y + height), color.fill, height / 2);
        if (row.kept > 0) {
            list->AddRectFilled(min, ImVec2(min.x + std::max(height, length * share), min.y + height), color.middle, height / 2);
        }
        return;
    }
    for (int i = 0; i < row.commitments; ++i) {
        const ImVec2 center(at.x + radius + step * static_cast<float>(i), at.y);
        if (i < row.kept) {
            list->AddCircleFilled(center, radius + ui.px(0.5f), color.middle);
        } else {
            list->AddCircle(center, radius, color.line_control, 0, ui.px(1));
        }
    }
}

}
