#include "app/ui/widgets/date/calendar.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

// Logical pixels.
struct Sizes {
    float padding = 0;
    float week = 0; // column of the week numbers; 0 where there is no room
    ImVec2 cell;
    float head = 0;
    float names = 0;
    float legend = 0;
    float quick = 0;
    float typing = 0;
    ImVec2 window;
};

struct Content {
    const CalendarView& view;
    const DateFieldOptions& options;
    DayRange range;
    std::vector<Date> days;
    std::vector<QuickDay> quick;
    std::vector<Date> marked; // of those days
    std::string examples;
};

Content content_of(const CalendarView& view, const DateFieldOptions& options) {
    const DayRange range{options.earliest, options.latest};
    Content content{view, options, range, days_shown(view.month), quick_days(view.today, options.lean, range), {}, {}};
    for (const auto mark : options.marks) {
        if (mark >= content.days.front() && mark <= content.days.back()) {
            content.marked.push_back(mark);
        }
    }
    content.examples = typing_examples(view.today, options.lean);
    return content;
}

Sizes sizes_of(const Ui& ui, const Content& content) {
    const bool touch = ui.theme.touch;
    const float screen = ImGui::GetIO().DisplaySize.x - ui.px(16);
    Sizes sizes{
        .padding = ui.px(12), .week = ui.px(touch ? 26.0f : 34.0f), .cell = {ui.px(touch ? 46.0f : 34.0f), ui.px(touch ? 44.0f : 32.0f)}};
    if (2 * sizes.padding + sizes.week + 7 * sizes.cell.x > screen) {
        sizes.week = 0;
        sizes.cell.x = std::clamp(std::floor((screen - 2 * sizes.padding) / 7), ui.px(34), sizes.cell.x);
    }
    sizes.head = ui.px(44);
    sizes.names = ui.px(28);
    sizes.legend = content.marked.empty() ? ui.px(8) : ui.px(26);
    const bool has_quick = !content.quick.empty() || content.view.form == CalendarForm::sheet;
    sizes.quick = has_quick ? ui.px(touch ? 60.0f : 48.0f) : 0;
    sizes.typing = content.view.form == CalendarForm::sheet ? 0 : ui.px(34);
    const auto weeks = static_cast<float>((content.days.size() + 6) / 7);
    sizes.window = {2 * sizes.padding + sizes.week + 7 * sizes.cell.x,
                    sizes.head + sizes.names + weeks * sizes.cell.y + sizes.legend + sizes.quick + sizes.typing};
    return sizes;
}

ImVec2 window_place(const Ui& ui, const CalendarView& view, ImVec2 size) {
    const auto screen = ImGui::GetIO().DisplaySize;
    const float edge = ui.px(8);
    const float away = ui.px(4);
    const auto inside = [&](float at, float length, float most) { return std::clamp(at, edge, std::max(edge, most - length - edge)); };
    if (view.form == CalendarForm::sheet) {
        return {std::floor((screen.x - size.x) / 2), inside(screen.y - size.y - edge, size.y, screen.y)};
    }
    const float below = view.anchor_max.y + away;
    const float above = view.anchor_min.y - away - size.y;
    const bool under = below + size.y <= screen.y - edge || above < edge;
    const float right_aligned = view.anchor_max.x - size.x;
    return {inside(right_aligned < edge ? view.anchor_min.x : right_aligned, size.x, screen.x),
            inside(under ? below : above, size.y, screen.y)};
}

bool begin_window(const Ui& ui, ImGuiID popup, const CalendarView& view, ImVec2 size) {
    ImGui::SetNextWindowPos(snapped(window_place(ui, view, size)));
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, line_width(ui));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                             ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoNavFocus;
    if (view.form == CalendarForm::beside) {
        flags |= ImGuiWindowFlags_NoFocusOnAppearing; // the field goes on typing
    }
    const bool open = ImGui::BeginPopupEx(popup, flags);
    ImGui::PopStyleVar(3);
    if (open) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); // a press in the dialog around the field has brought that to the front
    return open;
}

int draw_head(const Ui& ui, const Content& content, const Sizes& sizes, ImVec2 at) {
    auto* list = ImGui::GetWindowDrawList();
    const float right = at.x + sizes.window.x;
    const auto title = month_title(content.view.month);
    draw_text_in(ui, list, TextStyle::strong, {at.x + ui.px(16), at.y}, {right - ui.px(84), at.y + sizes.head}, ui.color().text, title);
    ui.note_rect(ItemRole::heading, title, {at.x + ui.px(16), at.y}, {right - ui.px(84), at.y + sizes.head});
    const float side = ui.theme.control_small_height();
    int months = 0;
    ImGui::SetCursorScreenPos({right - ui.px(8) - 2 * side - ui.px(4), at.y + std::floor((sizes.head - side) / 2)});
    months -= icon_button(ui, icon::chevron_left, "Previous month", {.small = true});
    ImGui::SetCursorScreenPos({right - ui.px(8) - side, at.y + std::floor((sizes.head - side) / 2)});
    months += icon_button(ui, icon::chevron_right, "Next month", {.small = true});
    draw_line_across(ui, list, at.x, right, at.y + sizes.head - line_width(ui), ui.color().line);
    return months;
}

void draw_names(const Ui& ui, const Sizes& sizes, ImVec2 at) {
    constexpr std::array<std::string_view, 7> names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    auto* list = ImGui::GetWindowDrawList();
    float left = at.x + sizes.padding + sizes.week;
    for (const auto name : names) {
        draw_text_in(ui, list, TextStyle::caption, {left, at.y}, {left + sizes.cell.x, at.y + sizes.names}, ui.color().text_muted, name,
                     Align::center);
        left += sizes.cell.x;
    }
}

// Days of other months, of weekends and on the side where such days rarely lie are quieter.
bool is_muted(const Content& content, Date day) {
    const bool unlikely = content.options.lean == DateDirection::past ? day > content.view.today : day < content.view.today;
    return month_of(day) != content.view.month || day.weekday() >= 5 || unlikely;
}

bool draw_day(const Ui& ui, const Content& content, Date day, ImVec2 size) {
    ImGui::PushID(day.days());
    const auto press = press_area(ImGui::GetID("##day"), size);
    ImGui::PopID();
    if (!press.visible) {
        return press.pressed;
    }
    const auto& color = ui.color();
    const auto& view = content.view;
    auto* list = ImGui::GetWindowDrawList();
    const bool chosen = view.chosen == day;
    const bool today = view.today == day;
    const bool allowed = content.range.holds(day);
    const ImVec2 inset{line_width(ui), line_width(ui)};
    const auto min = snapped(press.min + inset);
    const auto max = snapped(press.max - inset);
    const bool at_cursor = view.shows_cursor == CalendarCursor::shown && view.cursor == day;
    if (chosen) {
        list->AddRectFilled(min, max, color.accent, ui.px(6));
    } else if (at_cursor) {
        list->AddRectFilled(min, max, color.accent_soft, ui.px(6));
    } else if (press.hovered || press.held) {
        list->AddRectFilled(min, max, color.hover, ui.px(6));
    }
    if (today && !chosen) {
        draw_border(list, min, max, color.accent, ui.px(6), line_width(ui, 1.5f));
    }
    const ImU32 words = chosen                   ? color.on_accent
                        : !allowed               ? with_alpha(color.text_muted, 0.5f)
                        : today                  ? color.accent
                        : is_muted(content, day) ? color.text_muted
                                                 : color.text;
    draw_text_in(ui, list, chosen || today ? TextStyle::strong : TextStyle::body, press.min, press.max, words, std::to_string(day.day()),
                 Align::center);
    const bool marked = std::ranges::find(content.marked, day) != content.marked.end();
    if (marked) {
        list->AddCircleFilled({(press.min.x + press.max.x) / 2, press.max.y - ui.px(5)}, ui.px(1.75f), words);
    }
    if (at_cursor) {
        draw_border(list, snapped(press.min), snapped(press.max), color.focus, ui.px(7), line_width(ui, 2));
    }
    std::string value = chosen ? "chosen" : today ? "today" : "";
    if (marked) {
        value += (value.empty() ? "" : ", ") + std::string(content.options.marks_mean);
    }
    ui.note(ItemRole::option, day_words(day, view.today), value, !allowed);
    if (at_cursor) ui.note_kind("highlighted");
    return press.pressed;
}

std::optional<Date> draw_days(const Ui& ui, const Content& content, const Sizes& sizes, ImVec2 at) {
    std::optional<Date> picked;
    auto* list = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < content.days.size(); ++i) {
        const auto column = static_cast<float>(i % 7);
        const ImVec2 corner{at.x + sizes.padding + sizes.week + column * sizes.cell.x, at.y + static_cast<float>(i / 7) * sizes.cell.y};
        if (i % 7 == 0 && sizes.week > 0) {
            draw_text_in(ui, list, TextStyle::caption, {at.x + sizes.padding - ui.px(4), corner.y},
                         {at.x + sizes.padding + sizes.week - ui.px(4), corner.y + sizes.cell.y}, ui.color().text_muted,
                         std::to_string(week_number(content.days[i])), Align::center);
        }
        ImGui::SetCursorScreenPos(corner);
        if (draw_day(ui, content, content.days[i], sizes.cell)) {
            picked = content.days[i];
        }
    }
    return picked;
}

void draw_legend(const Ui& ui, const Content& content, const Sizes& sizes, ImVec2 at) {
    auto* list = ImGui::GetWindowDrawList();
    const float center = at.y + sizes.legend / 2;
    list->AddCircleFilled({at.x + ui.px(19), center}, ui.px(1.75f), ui.color().text_muted);
    draw_text_in(ui, list, TextStyle::caption, {at.x + ui.px(27), at.y}, {at.x + sizes.window.x - sizes.padding, at.y + sizes.legend},
                 ui.color().text_muted, content.options.marks_mean);
}

void draw_quick(const Ui& ui, const Content& content, const Sizes& sizes, ImVec2 at, CalendarAnswer& answer) {
    draw_line_across(ui, ImGui::GetWindowDrawList(), at.x, at.x + sizes.window.x, at.y, ui.color().line);
    const ButtonOptions small{.small = true};
    const float top = at.y + std::floor((sizes.quick - button_height(ui, ButtonKind::outlined, small)) / 2);
    const float right = at.x + sizes.window.x - sizes.padding;
    float left = at.x + sizes.padding;
    const bool sheet = content.view.form == CalendarForm::sheet;
    const float kept_free = sheet ? ui.theme.control_small_height() + ui.px(8) : 0;
    for (const auto& quick : content.quick) {
        const float wide = button_width(ui, quick.label, small);
        if (left + wide > right - kept_free) {
            break;
        }
        ImGui::SetCursorScreenPos({left, top});
        if (button(ui, ButtonKind::outlined, quick.label, small)) {
            answer.picked = quick.day;
        }
        left += wide + ui.px(6);
    }
    if (sheet) {
        ImGui::SetCursorScreenPos({right - ui.theme.control_small_height(), top});
        answer.type_instead = icon_button(ui, icon::keyboard, "Type instead", {.small = true});
    }
}

void draw_typing(const Ui& ui, const Content& content, const Sizes& sizes, ImVec2 at) {
    auto* list = ImGui::GetWindowDrawList();
    draw_line_across(ui, list, at.x, at.x + sizes.window.x, at.y, ui.color().line);
    const ImVec2 min{at.x + ui.px(16), at.y};
    const ImVec2 max{at.x + sizes.window.x - ui.px(8), at.y + sizes.typing};
    draw_text_in(ui, list, TextStyle::caption, min, max, ui.color().text_muted, content.examples);
    ui.note_rect(ItemRole::text, content.examples, min, max);
}

}

CalendarAnswer draw_calendar(const Ui& ui, ImGuiID popup, const CalendarView& view, const DateFieldOptions& options) {
    CalendarAnswer answer;
    const auto content = content_of(view, options);
    const auto sizes = sizes_of(ui, content);
    if (!begin_window(ui, popup, view, sizes.window)) {
        return answer;
    }
    auto at = ImGui::GetWindowPos();
    if (!ui.outline) ui.note_rect(ItemRole::dialog, "Calendar", at, at + sizes.window);
    const Part part(ui, ItemRole::dialog, "Calendar");
    answer.months = draw_head(ui, content, sizes, at);
    at.y += sizes.head;
    draw_names(ui, sizes, at);
    at.y += sizes.names;
    answer.picked = draw_days(ui, content, sizes, at);
    at.y = ImGui::GetWindowPos().y + sizes.window.y - sizes.typing - sizes.quick - sizes.legend;
    if (!content.marked.empty()) {
        draw_legend(ui, content, sizes, at);
    }
    at.y += sizes.legend;
    if (sizes.quick > 0) {
        draw_quick(ui, content, sizes, at, answer);
    }
    at.y += sizes.quick;
    if (sizes.typing > 0) {
        draw_typing(ui, content, sizes, at);
    }
    ImGui::EndPopup();
    return answer;
}

}
