#include "app/ui/pages.hpp"

#include "generated/icons.hpp"

#include <algorithm>
#include <iterator>

namespace middleground {

namespace {

constexpr PageRow pages[] = {
    {Screen::deal, icon::compass, "Deal", "Deal", "Deal", "1", ImGuiKey_1, false, draw_deal},
    {Screen::commitments, icon::workflow, "Commitments", "Commitments", "Plan", "2", ImGuiKey_2, false, draw_commitments},
    {Screen::people, icon::users, "People", "People", "People", "3", ImGuiKey_3, false, draw_people},
    {Screen::log, icon::notebook_pen, "Log", "Log", "Log", "4", ImGuiKey_4, false, draw_log},
    {Screen::forecast, icon::chart_line, "Forecast", "Forecast", {}, "F", ImGuiKey_F, false, draw_forecast},
    {Screen::brief, icon::file_text, "Brief", "Brief for the next meeting", {}, "B", ImGuiKey_B, false, draw_brief},
    {Screen::share, icon::share_2, "Share", "Share", {}, "5", ImGuiKey_5, true, draw_share},
    {Screen::merge, nullptr, {}, {}, {}, {}, ImGuiKey_None, false, draw_merge},
    {Screen::today, icon::calendar_check, "Today", "Today: what to do next", "Today", "T", ImGuiKey_T, false, draw_today},
    {Screen::deals, icon::briefcase, "Deals", "Deals", "Deals", "0", ImGuiKey_0, false, draw_deals},
    {Screen::week, icon::calendar_range, "Week", "Week: what moved, and what is due", "Week", "W", ImGuiKey_W, false, draw_week},
    {Screen::playbooks, icon::book_open, "Playbooks", "Playbooks", {}, {}, ImGuiKey_None, false, draw_playbooks},
    {Screen::diary, icon::history, "Diary", "Diary: how good the forecast was", "Diary", "H", ImGuiKey_H, false, draw_diary},
    {Screen::settings, icon::settings, "Settings", "Settings", {}, {}, ImGuiKey_None, false, draw_settings},
    {Screen::imports, nullptr, "Import", {}, {}, {}, ImGuiKey_None, false, draw_imports},
};

}

std::span<const PageRow> all_pages() {
    return pages;
}

const PageRow& page_at(Screen screen) {
    const auto* found = std::ranges::find(pages, screen, &PageRow::screen);
    return found == std::end(pages) ? pages[0] : *found;
}

}
