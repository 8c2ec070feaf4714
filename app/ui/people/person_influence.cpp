#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/person_concerns.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int new_weight_milli = 500;
constexpr int milli_per_percent = 10;

enum class Way : std::uint8_t { out, in }; // whom this person moves, who moves this person

const StakeholderId& other_end(const Influence& line, Way way) {
    return way == Way::out ? line.to : line.from;
}
const StakeholderId& own_end(const Influence& line, Way way) {
    return way == Way::out ? line.from : line.to;
}

void draw_line(const Context& context, const Influence& line, Way way) {
    const auto& ui = context.ui;
    const auto other = other_end(line, way);
    const auto name = name_of(*context.deal, other);
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.theme.control_small_height();
    const float number = ui.px(ui.theme.touch ? 40.0f : 34.0f);
    const float percent = ui.px(20);
    const float side = context.read_only ? 0 : height + ui.px(4);
    const float name_width = width - number - percent - side - ui.px(8);
    ImGui::PushID(other.text.c_str());

    const char* arrow = way == Way::out ? icon::arrow_right : icon::arrow_left;
    const float link = std::min(small_link_width(ui, name, arrow), name_width);
    ImGui::SetCursorScreenPos({start.x, start.y + (height - small_link_height(ui)) / 2});
    const auto tooltip = link < name_width ? std::string() : name;
    if (button(ui, ButtonKind::link, name + "##go", {.icon = arrow, .tooltip = tooltip, .small = true, .width = link})) {
        context.view.person = other;
        context.view.scroll_to_selection = true;
    }
    const float field = ui.theme.touch ? ui.px(44) : ui.theme.line_height(TextStyle::body) + ui.px(8);
    const float x = start.x + width - side - percent - number;
    ImGui::SetCursorScreenPos({x, start.y + (height - field) / 2});
    ImGui::BeginGroup();
    const auto label = (way == Way::out ? "Strength towards " : "Strength from ") + name;
    if (context.read_only) {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {x, start.y}, {x + number - ui.px(8), start.y + height},
                     ui.color().text, std::to_string(line.weight_milli / milli_per_percent), Align::right);
    } else if (const auto value =
                   number_edit(ui, label, line.weight_milli / milli_per_percent, 1, 100, {.width = number, .in_place = true})) {
        context.act(apply_edit(edit::SetInfluence{line.from, line.to, *value * milli_per_percent, context.today}));
    }
    ImGui::EndGroup();
    const float below = ImGui::GetCursorScreenPos().y;
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {x + number, start.y}, {x + number + percent, start.y + height},
                 ui.color().text_muted, "%");
    if (!context.read_only) {
        ImGui::SetCursorScreenPos({start.x + width - height, start.y});
        if (icon_button(ui, icon::x, (way == Way::out ? "Remove the line to " : "Remove the line from ") + name, {.small = true})) {
            context.act(apply_with_toast(edit::SetInfluence{line.from, line.to, 0, context.today}));
        }
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({start.x, std::max(below, start.y + height)});
    ImGui::Dummy({width, 0});
}

void draw_way(const Context& context, const Stakeholder& person, Way way) {
    const auto& ui = context.ui;
    bool any = false;
    for (const auto& line : context.deal->influences) {
        if (own_end(line, way) == person.id) {
            draw_line(context, line, way);
            any = true;
        }
    }
    if (context.read_only) {
        if (!any) {
            text_muted(ui, TextStyle::body, "nobody, as far as we know");
        }
        return;
    }
    std::vector<std::string> names;
    std::vector<StakeholderId> ids;
    for (const auto& other : context.deal->stakeholders) {
        const bool linked = std::ranges::any_of(context.deal->influences, [&](const Influence& line) {
            return own_end(line, way) == person.id && other_end(line, way) == other.id;
        });
        if (other.id != person.id && !linked) {
            names.push_back(name_of(*context.deal, other.id));
            ids.push_back(other.id);
        }
    }
    const std::vector<Choice> choices(names.begin(), names.end());
    if (choices.empty()) {
        if (!any) {
            text_muted(ui, TextStyle::body, "nobody else is named yet");
        }
        return;
    }
    gap(ui, 4);
    const std::string_view label = way == Way::out ? "Add whom they move" : "Add who moves them";
    if (const auto picked = select(ui, label, choices, -1, {.placeholder = label})) {
        const auto& other = ids[static_cast<std::size_t>(*picked)];
        context.act(apply_edit(
            edit::SetInfluence{way == Way::out ? person.id : other, way == Way::out ? other : person.id, new_weight_milli, context.today}));
    }
}

}

void draw_influence_lines(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    for (const auto way : {Way::out, Way::in}) {
        const auto start = ImGui::GetCursorScreenPos();
        const std::string_view title = way == Way::out ? "Influences" : "Is influenced by";
        const float height = ui.theme.line_height(TextStyle::strong);
        text(ui, TextStyle::strong, title);
        ui.note_level(3);
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption,
                     {start.x + text_size(ui, TextStyle::strong, title).x + ui.px(8), start.y},
                     {start.x + ImGui::GetContentRegionAvail().x, start.y + height}, ui.color().text_muted,
                     way == Way::out ? "whose view they shape" : "who shapes their view");
        gap(ui, 4);
        draw_way(context, person, way);
        gap(ui, 20);
    }
}

}
