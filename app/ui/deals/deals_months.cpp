#include "app/session/monthly_amounts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_table.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace middleground {

namespace {

constexpr float month_height = 36;

std::string month_words(std::int32_t month, Date today) {
    constexpr std::array<std::string_view, 12> names{"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};
    const int year = 1970 + month / 12;
    return std::string(names[static_cast<std::size_t>(month % 12)]) + (year == today.year() ? "" : " " + std::to_string(year));
}

// `most`: minor units at the right end of the scale. Amounts of different currencies have no common one.
void draw_month(const Context& context, const MonthlyAmount& row, std::int64_t most, float inner) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float month_width = ui.px(context.phone ? 108.0f : 132.0f);
    const float amount_width = ui.px(104);
    const float range_width = inner >= ui.px(560) ? ui.px(220) : 0;
    const float height = ui.px(month_height);
    const auto at = ImGui::GetCursorScreenPos();
    const auto month = row.later ? std::string("Later") : month_words(row.month, context.today);
    const auto amount = format_money(rounded_money(row.expected));
    const auto range = row.high.minor == 0 ? std::string("usually nothing")
                                           : format_money(rounded_money(row.low)) + " to " + format_money(rounded_money(row.high));
    draw_text_in(ui, list, TextStyle::body, at, {at.x + month_width, at.y + height}, ui.color().text, month);
    draw_text_in(ui, list, TextStyle::strong, {at.x + month_width, at.y}, {at.x + month_width + amount_width, at.y + height},
                 ui.color().text, amount, Align::right);
    const float left = at.x + month_width + amount_width + ui.px(16);
    const float right = at.x + inner - range_width - ui.px(16);
    const float middle = at.y + height / 2;
    const float scale = std::max(0.0f, right - left) / static_cast<float>(most);
    const auto x_of = [&](const Money& money) { return left + scale * static_cast<float>(money.minor); };
    if (right > left) {
        list->AddRectFilled({x_of(row.low), middle - ui.px(5)}, {x_of(row.high), middle + ui.px(5)}, ui.color().chart_fan, ui.px(3));
        list->AddRectFilled({left, middle - ui.px(3)}, {x_of(row.expected), middle + ui.px(3)}, ui.color().chart_bar, ui.px(2));
    }
    if (range_width > 0) {
        draw_text_in(ui, list, TextStyle::body, {at.x + inner - range_width, at.y}, {at.x + inner, at.y + height}, ui.color().text_muted,
                     range, Align::right);
    }
    ImGui::Dummy({inner, height});
    ui.note_rect(ItemRole::text, month + " " + row.expected.currency, at, {at.x + inner, at.y + height}, amount + ", " + range);
}

}

void draw_expected_months(const Context& context, std::span<const MonthlyAmount> months, float width) {
    const auto& ui = context.ui;
    if (months.empty()) return;
    gap(ui, 16);
    Card card(ui, "expected months", {.width = width});
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "Expected by month");
    ui.note_level(2);
    text_wrapped_muted(ui, TextStyle::body,
                       "What these deals bring in each month across their futures: the average, and the range of 8 in 10. \"Usually "
                       "nothing\" means nothing in "
                       "9 of 10.",
                       inner);
    gap(ui, 8);
    const bool several = months.front().expected.currency != months.back().expected.currency;
    for (auto rest = months; !rest.empty();) {
        const auto& currency = rest.front().expected.currency;
        const auto end = std::ranges::find_if(rest, [&](const MonthlyAmount& row) { return row.expected.currency != currency; });
        const auto rows = rest.first(static_cast<std::size_t>(end - rest.begin()));
        if (several) {
            gap(ui, 8);
            text_muted(ui, TextStyle::caption, currency);
        }
        std::int64_t most = 1;
        for (const auto& row : rows)
            most = std::max({most, row.high.minor, row.expected.minor});
        for (const auto& row : rows)
            draw_month(context, row, most, inner);
        rest = rest.subspan(rows.size());
    }
}

}
