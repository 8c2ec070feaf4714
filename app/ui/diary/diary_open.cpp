#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/sparkline.hpp"
#include "app/ui/diary/diary_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "app/viewmodel/diary/moved_deals.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace middleground {

namespace {

constexpr std::size_t most_examples = 4;
constexpr std::size_t most_moved = 8;
constexpr int week = 7;

// Open deals whose chance the record moves, the most first.
struct Example {
    const Deal* deal = nullptr;
    Share before;
    Share after;
};

std::vector<Example> examples(const Context& context, const Recalibration& record) {
    std::vector<Example> all;
    auto& caches = context.caches;
    const auto& rows = caches.deals.rows(context.document, caches.derived, context.today, caches.forecasts, caches.own_odds.playbooks());
    for (const auto& row : rows) {
        if (row.closed || row.too_early || !row.outlook || !row.outlook->forecast || row.outlook->forecast->settled) continue;
        all.push_back({row.deal, row.outlook->played, recalibrated(row.outlook->played, record)});
    }
    sort_list(all, std::ranges::greater(), [](const Example& one) { return std::abs(one.after.value() - one.before.value()); });
    if (all.size() > most_examples) all.resize(most_examples);
    return all;
}

void draw_example(const Context& context, const Example& one, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto at = ImGui::GetCursorScreenPos();
    const float high = ui.px(28);
    const float right = at.x + width;
    const auto name = deal_name(*one.deal);
    draw_text_in(ui, list, TextStyle::label, at, {right - ui.px(156), at.y + high}, ui.color().text, name);
    draw_text_in(ui, list, TextStyle::body, {right - ui.px(152), at.y}, {right - ui.px(84), at.y + high}, ui.color().text_muted,
                 percent_words(one.before), Align::right);
    draw_icon(ui, list, icon::arrow_right, {right - ui.px(68), at.y + high / 2}, ui.px(14), ui.color().text_muted);
    draw_text_in(ui, list, TextStyle::strong, {right - ui.px(56), at.y}, {right, at.y + high}, ui.color().text, percent_words(one.after), Align::right);
    ImGui::Dummy({width, high});
    ui.note_rect(ItemRole::text, name, at, {right, at.y + high}, percent_words(one.before) + " before, " + percent_words(one.after) + " now");
}

struct Moved {
    const Deal* deal = nullptr;
    BeliefChange change;
};

}

void draw_recalibrate_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& settings = context.document.settings;
    const auto& good = context.caches.own_record.all();
    const bool can = good.recalibration.deals > 0;
    Card card(ui, "recalibrate", {.width = width, .height = height});
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "Recalibrate by my record");
    ui.note_level(2);
    gap(ui, 4);
    if (switch_control(ui, "Show recalibrated chances", settings.recalibrates)) {
        auto changed = settings;
        changed.recalibrates = !settings.recalibrates;
        context.act(action::SetSettings{std::move(changed)});
    }
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body, recalibration_words(good, settings.recalibrates), inner);
    if (can) {
        if (const auto all = examples(context, good.recalibration); !all.empty()) {
            gap(ui, 10);
            separator(ui);
            gap(ui, 8);
            const auto at = ImGui::GetCursorScreenPos();
            text_muted(ui, TextStyle::caption, "Open deals");
            auto* list = ImGui::GetWindowDrawList();
            draw_text_in(ui, list, TextStyle::caption, {at.x + inner - ui.px(152), at.y}, {at.x + inner - ui.px(84), at.y + ui.px(18)}, ui.color().text_muted,
                         "played", Align::right);
            draw_text_in(ui, list, TextStyle::caption, {at.x + inner - ui.px(72), at.y}, {at.x + inner, at.y + ui.px(18)}, ui.color().text_muted,
                         settings.recalibrates ? "shown" : "would be", Align::right);
            for (const auto& one : all) {
                draw_example(context, one, inner);
            }
        }
    }
    gap(ui, 8);
    icon_text_wrapped(ui, TextStyle::caption, icon::info, ui.color().text_muted,
                      "Chances of open deals only: dates, the order of deals and what was written down stay as they are.", inner);
}

void draw_this_week_card(const Context& context, float width) {
    const auto& ui = context.ui;
    std::vector<Moved> moved;
    for (const auto& entry : context.document.entries) {
        if (entry.archived || !is_open(entry.deal.outcome)) continue;
        if (const auto change = change_since(entry.deal, context.today, week)) moved.push_back({&entry.deal, *change});
    }
    if (moved.empty()) return;
    sort_list(moved, std::ranges::greater(), [](const Moved& one) { return std::abs(one.change.points()); });
    if (moved.size() > most_moved) moved.resize(most_moved);
    const auto record = context.caches.own_record.in_force(context.document.settings);
    {
        Card card(ui, "this week", {.width = width});
        const float inner = card.inner_width();
        text(ui, TextStyle::strong, "What moved this week");
        ui.note_level(2);
        gap(ui, 6);
        auto* list = ImGui::GetWindowDrawList();
        for (const auto& one : moved) {
            const auto at = ImGui::GetCursorScreenPos();
            const auto* reasons = context.caches.forecasts.why(one.deal->id, one.change);
            const auto why = moved_why_words(one.change, reasons, context.today, week);
            const float above = ui.px(ui.theme.touch || context.phone ? 56.0f : 40.0f); // without why
            const float line = at.x + std::min(ui.px(320), inner * 0.42f);
            const float after = line + ui.px(112);
            const float left = context.phone ? at.x : after + ui.px(12);
            const float room = at.x + inner - left;
            const float high = above + (why.empty() ? 0 : wrapped_height(ui, TextStyle::caption, why, room) + ui.px(context.phone ? 2 : 0));
            const auto name = full_name(*one.deal);
            const auto words = belief_change_words(one.change, record, context.today);
            ImGui::PushID(one.deal->id.text.c_str());
            const bool pressed = ImGui::InvisibleButton("moved", {inner, high}, ImGuiButtonFlags_EnableNav);
            ImGui::PopID();
            ui.note(ItemRole::link, name, why.empty() ? words : words + ". " + why);
            if (ImGui::IsItemHovered()) list->AddRectFilled({at.x - ui.px(8), at.y}, {at.x + inner + ui.px(8), at.y + high}, ui.color().hover, ui.px(6));
            if (is_keyboard_focused()) draw_focus_ring(ui, {at.x - ui.px(8), at.y}, {at.x + inner + ui.px(8), at.y + high}, ui.px(6), Ring::inset);
            const float middle = at.y + above / 2;
            if (!why.empty()) draw_text_wrapped(ui, list, TextStyle::caption, {left, at.y + above - ui.px(context.phone ? 4 : 8)}, ui.color().text_muted, why, room);
            if (pressed) context.act(action::OpenDeal{one.deal->id, Screen::forecast});
            if (context.phone) {
                const float right = at.x + inner - ui.px(72);
                draw_text_in(ui, list, TextStyle::label, {at.x, at.y + ui.px(6)}, {right - ui.px(12), middle}, ui.color().text, name);
                draw_text_in(ui, list, TextStyle::caption, {at.x, middle}, {right - ui.px(12), at.y + above - ui.px(6)}, ui.color().text_muted, words);
                draw_sparkline(context, one.deal->diary, record, {right, middle - ui.px(12)}, {at.x + inner, middle + ui.px(12)});
                continue;
            }
            draw_text_in(ui, list, TextStyle::label, at, {line - ui.px(12), at.y + above}, ui.color().text, name);
            draw_sparkline(context, one.deal->diary, record, {line, middle - ui.px(12)}, {after, middle + ui.px(12)});
            draw_text_in(ui, list, TextStyle::body, {after + ui.px(12), at.y}, {at.x + inner, at.y + above}, ui.color().text_muted, words);
        }
    }
    gap(ui, 16);
}

}
