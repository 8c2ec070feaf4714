#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/diary/diary_parts.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr float three_beside = 1000; // design pixels from which cards stand beside each other
constexpr float chart_height = 386;

void draw_numbers(const Context& context, const HowGood& good, float width) {
    const auto& ui = context.ui;
    const auto all = diary_numbers(good);
    const std::size_t columns = width >= ui.px(760) ? 4 : 2;
    Card card(ui, "diary numbers", {.width = width});
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float column = card.inner_width() / static_cast<float>(columns);
    const float room = column - ui.px(28);
    float y = start.y;
    for (std::size_t first = 0; first < all.size(); first += columns) {
        const auto end = std::min(all.size(), first + columns);
        float below = 0;
        for (auto i = first; i < end; ++i) {
            below = std::max(below, wrapped_height(ui, TextStyle::body, all[i].below, room));
        }
        for (auto i = first; i < end; ++i) {
            const ImVec2 min{start.x + column * static_cast<float>(i - first), y};
            const ImVec2 max{min.x + room, y + ui.px(32) + below};
            if (i > first) {
                const float x = snapped(min.x - ui.px(16));
                list->AddRectFilled({x, min.y}, {x + line_width(ui), max.y}, ui.color().line);
            }
            const bool small = text_size(ui, TextStyle::number, all[i].number).x > room;
            draw_text_in(ui, list, small ? TextStyle::title : TextStyle::number, min, {max.x, min.y + ui.px(30)}, ui.color().text, all[i].number);
            draw_text_wrapped(ui, list, TextStyle::body, {min.x, min.y + ui.px(32)}, ui.color().text_muted, all[i].below, room);
            ui.note_rect(ItemRole::text, all[i].below, min, max, all[i].number);
        }
        y += ui.px(32) + below + (end < all.size() ? ui.px(14) : 0);
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({card.inner_width(), y - start.y});
}

void draw_title(const Context& context, const HowGood& good, float width) {
    const auto& ui = context.ui;
    const auto& all = context.caches.own_record.all();
    auto& draft = context.view.diary;
    const auto every = "All " + std::to_string(all.closed) + " closed";
    const std::array<Segment, 2> segments{Segment{every}, Segment{"Last 12 months"}};
    const bool beside = !context.phone && width >= ui.px(700);
    const auto start = ImGui::GetCursorScreenPos();
    const float room = beside ? width - ui.px(300) : width;
    text_wrapped(ui, TextStyle::title, how_good_words(good), room);
    text_wrapped_muted(ui, TextStyle::body, counted_words(good), room);
    const auto below = ImGui::GetCursorScreenPos();
    if (beside) {
        float wide = ui.px(6);
        for (const auto& segment : segments) {
            wide += text_size(ui, TextStyle::label, segment.label).x + ui.px(24);
        }
        ImGui::SetCursorScreenPos({start.x + width - wide, start.y});
    } else {
        gap(ui, 8);
    }
    if (const auto chosen = segmented(ui, "Which deals", segments, draft.last_year ? 1 : 0)) draft.last_year = *chosen == 1;
    if (beside) {
        ImGui::SetCursorScreenPos({start.x, std::max(below.y, start.y + ui.theme.control_height())});
        ImGui::Dummy({0, 0});
    }
    gap(ui, 12);
}

void draw_charts(const Context& context, const HowGood& good, float width) {
    const auto& ui = context.ui;
    if (width < ui.px(three_beside)) {
        draw_reliability_card(context, good, width, 0);
        gap(ui, 16);
        draw_close_dates_card(context, good, width, 0);
        gap(ui, 16);
        draw_recalibrate_card(context, width, 0);
        return;
    }
    const auto start = ImGui::GetCursorScreenPos();
    const float space = ui.px(16);
    const float height = ui.px(chart_height);
    const float left = std::round((width - 2 * space) * 0.385f);
    const float middle = std::round((width - 2 * space) * 0.34f);
    const float right = width - 2 * space - left - middle;
    draw_reliability_card(context, good, left, height);
    float end = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({start.x + left + space, start.y});
    draw_close_dates_card(context, good, middle, height);
    end = std::max(end, ImGui::GetItemRectMax().y);
    ImGui::SetCursorScreenPos({start.x + left + middle + 2 * space, start.y});
    draw_recalibrate_card(context, right, height);
    end = std::max(end, ImGui::GetItemRectMax().y);
    ImGui::SetCursorScreenPos({start.x, end});
    ImGui::Dummy({width, 0});
}

}

void draw_diary(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "diary", context.min, context.max);
    const auto& record = context.caches.own_record;
    const auto& good = context.view.diary.last_year ? record.last_year() : record.all();
    const float width = page.width();
    if (record.all().closed == 0) {
        gap(ui, 40);
        empty_state(ui, icon::history, "None of your deals has ended yet",
                    "What the forecast says of each open deal is written down day by day. Once deals end, this page shows how good it was.", {}, nullptr);
        gap(ui, 24);
        draw_this_week_card(context, width);
        return;
    }
    draw_title(context, good, width);
    draw_numbers(context, good, width);
    gap(ui, 16);
    draw_charts(context, good, width);
    gap(ui, 16);
    draw_this_week_card(context, width);
    draw_playbook_scores_card(context, good, width);
    draw_ended_deals_card(context, good, width);
    gap(ui, 24);
}

}
