#include "app/ui/shell/shell.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/plan.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

constexpr float two_lines = 44;

struct RailBox {
    const Context& context;
    ImVec2 min;
    ImVec2 max;
    bool icons_only;
    float pitch; // from one line to the next
};

// A spirit level with its bubble in the middle.
void draw_mark(const Ui& ui, ImDrawList* list, ImVec2 min) {
    const ImVec2 max{min.x + ui.px(20), min.y + ui.px(10)};
    const float middle = (min.y + max.y) / 2;
    list->AddRectFilled(min, max, ui.color().accent, ui.px(5));
    list->AddRectFilled({min.x + ui.px(5.5f), min.y}, {max.x - ui.px(5.5f), max.y}, ui.color().accent_hover, ui.px(5));
    list->AddCircleFilled({(min.x + max.x) / 2, middle}, ui.px(3), ui.color().on_accent);
}

// One line of the rail: icon, word, count at the right. `chosen` marks the page that is shown, `below` makes it two lines.
bool rail_item(const RailBox& box, const char* icon, std::string_view label, int count, bool chosen, float y, std::string_view below = {}) {
    const auto& ui = box.context.ui;
    const float inset = ui.px(12);
    const ImVec2 min{box.min.x + inset, y};
    const ImVec2 max{box.max.x - inset, y + (below.empty() ? box.pitch - ui.px(2) : ui.px(two_lines))};
    ImGui::SetCursorScreenPos(min);
    ImGui::PushID(label.data(), label.data() + label.size());
    const bool pressed = ImGui::InvisibleButton("item", {max.x - min.x, max.y - min.y}, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    ui.note(ItemRole::link, below.empty() ? std::string(label) : std::string(label) + ", " + std::string(below),
            count >= 0 ? std::to_string(count) : "");
    if (chosen) ui.note_kind("current");
    auto* list = ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered()) {
        list->AddRectFilled(min, max, chosen ? ui.color().accent_soft : ui.color().hover, ui.px(6));
    }
    const auto color = chosen ? ui.color().accent : ui.color().text_muted;
    const auto word_color = chosen ? ui.color().accent : ui.color().text;
    const float middle = (min.y + max.y) / 2;
    if (box.icons_only) {
        draw_icon(ui, list, icon, {(min.x + max.x) / 2, middle}, ui.px(16), color);
        tooltip(ui, label);
    } else {
        draw_icon(ui, list, icon, {min.x + ui.px(16), middle}, ui.px(16), color);
        const float right = max.x - ui.px(count >= 0 ? 34.0f : 8.0f);
        const float first = below.empty() ? max.y : middle + ui.px(1);
        draw_text_in(ui, list, TextStyle::label, {min.x + ui.px(34), below.empty() ? min.y : min.y + ui.px(3)}, {right, first}, word_color,
                     label);
        if (!below.empty()) {
            draw_text_in(ui, list, TextStyle::caption, {min.x + ui.px(34), first}, {right, max.y - ui.px(3)}, ui.color().text_muted, below);
        }
        if (count >= 0) {
            draw_text_in(ui, list, TextStyle::body, {right, min.y}, {max.x - ui.px(8), max.y}, color, std::to_string(count), Align::right);
        }
    }
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, min, max, ui.px(6));
    }
    return pressed;
}

bool rail_item(const RailBox& box, const PageRow& page, int count, float y) {
    return rail_item(box, page.icon, page.name, count, box.context.screen == page.screen, y);
}

void caption(const RailBox& box, std::string_view words, float y) {
    const auto& ui = box.context.ui;
    if (!box.icons_only) {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {box.min.x + ui.px(20), y}, {box.max.x - ui.px(20), y + ui.px(24)},
                     ui.color().text_muted, words);
    }
}

// The pages of the open deal; the answer is the y below them.
float draw_deal_pages(const RailBox& box, float y) {
    const auto& context = box.context;
    const auto& deal = *context.deal;
    caption(box, deal.account.empty() ? deal.title : deal.account, y);
    if (!box.icons_only) y += context.ui.px(28);
    const auto count_on = [&](Screen screen) {
        return screen == Screen::commitments ? static_cast<int>(deal.commitments.size())
               : screen == Screen::people    ? present_count(deal)
               : screen == Screen::log       ? static_cast<int>(deal.interactions.size())
                                             : -1;
    };
    for (const auto& page : all_pages()) {
        if (!is_deal_page(page.screen) || page.full_name.empty() || (page.edits && context.read_only)) {
            continue;
        }
        if (rail_item(box, page, count_on(page.screen), y)) {
            context.act(action::GoTo{page.screen});
        }
        y += box.pitch;
    }
    return y;
}

// What tells a deal from others of the same account in the rail; nothing where the account does.
std::string_view told_apart_by(const std::vector<const Deal*>& shown, const Deal& deal) {
    const auto same = std::ranges::count_if(shown, [&](const Deal* other) { return other->account == deal.account; });
    return deal.account.empty() || same < 2 ? std::string_view{} : std::string_view(deal.title);
}

float draw_recent(const RailBox& box, float y) {
    constexpr std::size_t room = 6;
    const auto& context = box.context;
    std::vector<const Deal*> shown;
    for (const auto& entry : context.document.entries) {
        if (shown.size() == room) break;
        if (!entry.archived) shown.push_back(&entry.deal);
    }
    if (context.document.entries.empty() || box.icons_only) {
        return y;
    }
    caption(box, "Recent", y);
    y += context.ui.px(28);
    for (const auto* deal : shown) {
        const auto below = told_apart_by(shown, *deal);
        ImGui::PushID(deal->id.text.c_str());
        if (rail_item(box, icon::briefcase, deal->account.empty() ? deal->title : deal->account, -1, false, y, below)) {
            context.act(action::OpenDeal{deal->id, Screen::deal});
        }
        ImGui::PopID();
        y += below.empty() ? box.pitch : context.ui.px(two_lines + 2);
    }
    return y;
}

// Where data is, or why it is not safe.
void draw_saved_line(const RailBox& box, float y) {
    const auto& context = box.context;
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    bool failed = context.document.storage_error.has_value();
    for (const auto& entry : context.document.entries) {
        failed = failed || failure_of(entry.state);
    }
    list->AddLine({box.min.x + ui.px(12), y}, {box.max.x - ui.px(12), y}, ui.color().line);
    const auto color = failed ? ui.color().bad : ui.color().text_muted;
    const auto to_send = context.document.team ? team_saved_words(context.document) : std::string();
    const auto words = failed ? std::string("Not saved") : to_send.empty() ? "Saved " + context.around.storage_place : to_send;
    const float middle = y + ui.px(20);
    const bool day_given = context.around.day_given;
    const float beside = box.icons_only && day_given ? ui.px(9) : 0; // of two icons
    const float left = box.icons_only ? (box.min.x + box.max.x) / 2 - beside : box.min.x + ui.px(28);
    draw_icon(ui, list, failed ? icon::triangle_alert : icon::hard_drive, {left, middle}, ui.px(14), color);
    const ImVec2 min{box.min.x + ui.px(42), y + ui.px(4)};
    const ImVec2 max{box.max.x - ui.px(12), y + ui.px(36)};
    if (!box.icons_only) {
        draw_text_in(ui, list, TextStyle::caption, min, {max.x, day_given ? middle : max.y}, color, words);
    }
    ui.note_rect(ItemRole::status, words, {box.min.x, y}, max);
    if (!day_given) return;
    const auto day = given_day_words(context);
    if (!box.icons_only) draw_text_in(ui, list, TextStyle::caption, {min.x, middle}, max, ui.color().warn, day);
    if (box.icons_only) draw_icon(ui, list, icon::calendar, {left + 2 * beside, middle}, ui.px(14), ui.color().warn);
    ui.note_rect(ItemRole::status, day, {box.min.x, middle}, max);
}

}

float draw_rail(const Context& context) {
    const auto& ui = context.ui;
    const Part part(ui, ItemRole::navigation, "Pages");
    const bool icons_only = context.narrow;
    // Every line is there in a low window, too.
    constexpr float lines = 12;
    const float pitch = std::clamp((context.max.y - context.min.y - ui.px(58 + 44 + 6 + 40)) / lines, ui.px(28), ui.px(34));
    const RailBox box{context, context.min, {context.min.x + ui.px(icons_only ? 56.0f : 208.0f), context.max.y}, icons_only, pitch};
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(box.min, box.max, ui.color().background);
    list->AddLine({box.max.x - 0.5f, box.min.y}, {box.max.x - 0.5f, box.max.y}, ui.color().line);

    const float mark_x = icons_only ? (box.min.x + box.max.x) / 2 - ui.px(10) : box.min.x + ui.px(20);
    draw_mark(ui, list, {mark_x, box.min.y + ui.px(23)});
    if (!icons_only) {
        draw_text_in(ui, list, TextStyle::strong, {box.min.x + ui.px(50), box.min.y}, {box.max.x, box.min.y + ui.px(56)}, ui.color().text,
                     "Middleground");
    }

    float y = box.min.y + ui.px(58);
    const auto deals = static_cast<int>(context.document.entries.size());
    const auto waiting = context.caches.agenda.count().value_or(0);
    if (rail_item(box, page_at(Screen::today), waiting > 0 ? waiting : -1, y)) {
        if (context.read_only) context.act(action::ClosePreview{});
        context.act(action::GoTo{Screen::today});
    }
    y += box.pitch;
    if (rail_item(box, page_at(Screen::deals), context.deal ? -1 : deals, y)) {
        if (context.read_only) context.act(action::ClosePreview{});
        context.act(action::GoTo{Screen::deals});
    }
    y += box.pitch;
    if (rail_item(box, page_at(Screen::week), -1, y)) {
        if (context.read_only) context.act(action::ClosePreview{});
        context.act(action::GoTo{Screen::week});
    }
    y += box.pitch;
    if (rail_item(box, page_at(Screen::diary), -1, y)) {
        context.act(action::GoTo{Screen::diary});
    }
    y += ui.px(44);
    y = context.deal ? draw_deal_pages(box, y) : draw_recent(box, y);

    const float foot = box.max.y - ui.px(40);
    const float last = 2 * box.pitch + ui.px(6);
    y = std::max(y, foot - last);
    if (rail_item(box, page_at(Screen::playbooks), -1, y)) {
        context.act(action::GoTo{Screen::playbooks});
    }
    if (rail_item(box, page_at(Screen::settings), -1, y + box.pitch)) {
        context.act(action::GoTo{Screen::settings});
    }
    draw_saved_line(box, std::max(foot, y + last));
    return box.max.x;
}

}
