#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"

#include "app/ui/cards/card_parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/analysis/names.hpp"
#include "core/analysis/said/said_record.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t rows_shown = 6;
constexpr std::string_view show_all = "findings: all";
constexpr std::string_view record_it = "Record it";

// A finding, or something that pushes or hides: both are rows of one list.
struct Row {
    const char* icon = nullptr;
    ImU32 color = 0;
    std::string what;
    std::string why;
    std::string remedy;
    std::string tag;
    Tone tone = Tone::neutral;
    const char* tag_icon = nullptr;
    std::optional<Subject> about;
    std::optional<Edit> record; // what it tells of becomes a member
};

Row row_of(const Context& context, const Finding& finding) {
    const auto& ui = context.ui;
    const bool high = finding.severity == Severity::high;
    const bool low = finding.severity == Severity::low;
    Row row{high ? icon::triangle_alert : icon::circle_alert,
            high  ? ui.color().bad
            : low ? ui.color().text_muted
                  : ui.color().warn,
            finding.what,
            finding.why,
            finding.remedy,
            std::string(label_of(finding.severity)),
            high  ? Tone::bad
            : low ? Tone::neutral
                  : Tone::warn,
            nullptr,
            {},
            {}};
    if (!finding.about.empty()) row.about = finding.about.front();
    const auto& said = context.derived->assessment.said;
    if (finding.said && *finding.said < said.size()) row.record = edit_recording(*context.deal, said[*finding.said]);
    return row;
}

Row row_of(const Ui& ui, const Signal& signal) {
    const bool push = signal.side == Side::push;
    Row row{push ? icon::megaphone : icon::hourglass,
            push ? ui.color().push : ui.color().passive,
            std::string(signal.title),
            signal.why,
            signal.remedy,
            std::to_string(std::lround(signal.points)),
            push ? Tone::push : Tone::passive,
            push ? icon::megaphone : icon::hourglass,
            {},
            {}};
    if (!signal.evidence.empty()) row.about = signal.evidence.front().subject;
    return row;
}

// What can lose the deal, then what pushes or hides, then the rest.
std::vector<Row> rows_of(const Context& context) {
    const auto& ui = context.ui;
    const auto& assessment = context.derived->assessment;
    std::vector<Row> rows;
    for (const auto& finding : assessment.findings) {
        if (finding.severity == Severity::high) rows.push_back(row_of(context, finding));
    }
    for (const auto& signal : assessment.balance.signals) {
        rows.push_back(row_of(ui, signal));
    }
    for (const auto& finding : assessment.findings) {
        if (finding.severity != Severity::high) rows.push_back(row_of(context, finding));
    }
    return rows;
}

void draw_row(const Context& context, const Row& row, float width, int number) {
    const auto& ui = context.ui;
    const float height = ui.px(context.phone ? 64.0f : 45.0f);
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + height};
    ImGui::PushID(number);
    if (row.record) ImGui::SetNextItemAllowOverlap();
    const bool pressed = ImGui::InvisibleButton("finding", {width, height}, ImGuiButtonFlags_EnableNav);
    ui.note(ItemRole::row, row.what, row.why + " " + row.remedy);
    auto* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) list->AddRectFilled(min, max, ui.color().hover);
    draw_line_across(ui, list, min.x, max.x, min.y, ui.color().line);
    tooltip(ui, row.why);
    const float left = min.x + ui.px(20);
    const float first = min.y + ui.px(context.phone ? 8.0f : 4.0f);
    const float second = first + ui.px(context.phone ? 19.0f : 18.0f);
    const float line = ui.px(18);
    draw_icon(ui, list, row.icon, {left + ui.px(8), first + line / 2}, ui.px(16), row.color);
    float right = max.x - ui.px(20);
    if (row.about) {
        draw_icon(ui, list, icon::chevron_right, {right - ui.px(6), (min.y + max.y) / 2}, ui.px(16), ui.color().accent);
        right -= ui.px(24);
    }
    if (!row.record || !context.phone) { // a phone has room for one of them
        const auto size = tag_size(ui, row.tag, row.tag_icon);
        draw_tag(ui, list, {right - size.x, (min.y + max.y - size.y) / 2}, row.tag, row.tone, row.tag_icon);
        right -= size.x + ui.px(16);
    }
    if (row.record) right -= button_width(ui, record_it, {.small = true});
    const float record_left = right;
    if (row.record) right -= ui.px(8);
    const float words = left + ui.px(28);
    const auto what = fitted(ui, TextStyle::label, row.what, right - words);
    draw_text_in(ui, list, TextStyle::label, {words, first}, {right, first + line}, ui.color().text, what);
    const float after = words + text_size(ui, TextStyle::label, what).x + ui.px(12);
    if (after + ui.px(60) < right) {
        draw_text_in(ui, list, TextStyle::body, {after, first}, {right, first + line}, ui.color().text_muted, row.why);
    }
    draw_text_in(ui, list, TextStyle::body, {words, second}, {right, second + line}, ui.color().accent, row.remedy);
    if (is_keyboard_focused()) draw_focus_ring(ui, min, max, ui.px(6), Ring::inset);
    if (row.record) {
        const auto below = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({record_left, (min.y + max.y - button_height(ui, ButtonKind::quiet, {.small = true})) / 2});
        if (button(ui, ButtonKind::quiet, record_it, {.tooltip = row.what, .small = true})) context.act(apply_with_toast(*row.record));
        ImGui::SetCursorScreenPos(below);
    }
    ImGui::PopID();
    if (pressed && row.about) go_to(context, *row.about);
}

}

void draw_findings_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto rows = rows_of(context);
    Card card(ui, "findings", {.width = width, .height = height, .flush = true});
    const auto start = ImGui::GetCursorScreenPos();
    const float head = ui.px(40);
    ImGui::SetCursorScreenPos({start.x + ui.px(20), start.y + ui.px(10)});
    text(ui, TextStyle::strong, "Findings");
    ui.note_level(2);
    same_line(ui, 10);
    text_muted(ui, TextStyle::body, std::to_string(rows.size()));
    auto& draft = context.view.texts;
    const bool all = draft.contains(std::string(show_all));
    if (rows.size() > rows_shown) {
        const auto label = all ? std::string("Fewer") : std::to_string(rows.size() - rows_shown) + " more";
        const float link = text_size(ui, TextStyle::label, label).x; // a link has no padding: it ends where the rows end
        const float tall = button_height(ui, ButtonKind::link, {.small = true});
        ImGui::SetCursorScreenPos({start.x + width - ui.px(20) - link, start.y + std::floor((head - tall) / 2)});
        if (button(ui, ButtonKind::link, label + "##findings", {.small = true})) {
            if (all) {
                draft.erase(std::string(show_all));
            } else {
                draft[std::string(show_all)] = "yes";
            }
        }
    }
    ImGui::SetCursorScreenPos({start.x, start.y + head});
    if (rows.empty()) {
        ImGui::SetCursorScreenPos({start.x + ui.px(20), start.y + head});
        text_wrapped_muted(ui, TextStyle::body, "Nothing stands out. Carry on as you are.", width - ui.px(40));
        gap(ui, 12);
        return;
    }
    const auto count = all ? rows.size() : std::min(rows_shown, rows.size());
    for (std::size_t i = 0; i < count; ++i) {
        draw_row(context, rows[i], width, static_cast<int>(i));
    }
}

}
