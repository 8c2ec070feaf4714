#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/cards/picture_button.hpp"
#include "app/ui/context.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/people/people_grid.hpp"
#include "app/ui/people/people_map.hpp"
#include "app/ui/people/person_detail.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/popups.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/people_data.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr const char* new_person = "New person";
constexpr const char* picture_key = "people picture"; // which picture shows when there is room for one only
constexpr float field_width = 184;
constexpr float both_width = 960;     // from here on map and grid stand side by side
constexpr float overview_least = 460; // less beside the details is no use

void add_person(const Context& context) {
    auto& draft = context.view.texts[new_person];
    Stakeholder person;
    person.id = StakeholderId::make(context.random);
    person.created = context.today;
    person.name = trimmed(draft);
    draft.clear();
    // On a phone the details would take the place of the field in which the next name is typed. Scrolling to the new row would, too, where the
    // list is long.
    if (!context.phone) context.view.person = person.id;
    context.view.focus_field = new_person;
    context.act(apply_edit(edit::PutStakeholder{std::move(person)}));
}

// Enter adds and stays, so that several names are typed one after another.
void draw_new_person(const Context& context, float width) {
    const auto& ui = context.ui;
    auto& draft = context.view.texts[new_person];
    const bool focus = context.view.focus_field == new_person;
    if (focus) {
        context.view.focus_field.clear();
    }
    const auto start = ImGui::GetCursorScreenPos();
    const ButtonOptions options{.icon = icon::user_plus, .tooltip = "Add this person", .disabled = trimmed(draft).empty()};
    const float add_width = button_width(ui, "Add", options);
    const auto event =
        text_field(ui, new_person, draft, {.placeholder = "New person's name", .width = width - add_width - ui.px(8), .focus = focus});
    const bool enter = is_enter_pressed();
    bool add = event == FieldEvent::kept && enter;
    ImGui::SetCursorScreenPos({start.x + width - add_width, start.y});
    add = button(ui, ButtonKind::outlined, "Add##person", options) || add;
    if (add && !trimmed(draft).empty()) {
        add_person(context);
    }
}

void draw_head(const Context& context, const std::vector<PersonRow>& rows, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const auto title = people_title(rows);
    const float field = context.read_only ? 0 : ui.px(field_width) + button_width(ui, "Add", {.icon = icon::user_plus}) + ui.px(8);
    const bool beside = !context.phone && (context.read_only || text_size(ui, TextStyle::title, title).x + field + ui.px(24) <= width);
    text_wrapped(ui, TextStyle::title, title, beside && !context.read_only ? width - field - ui.px(24) : width);
    const auto& consensus = context.derived->assessment.consensus;
    for (const auto& line : {rows.empty() ? std::string() : consensus_words(consensus) + ". " + win_next_words(*context.deal, consensus),
                             missing_words(*context.deal)}) {
        if (!line.empty()) text_wrapped_muted(ui, TextStyle::body, line, beside && !context.read_only ? width - field - ui.px(24) : width);
    }
    const float below = ImGui::GetCursorScreenPos().y;
    if (context.read_only) {
        gap(ui, 16);
        return;
    }
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + width - field, start.y});
        draw_new_person(context, field);
        ImGui::SetCursorScreenPos({start.x, std::max(below, start.y + ui.theme.control_height())});
    } else {
        ImGui::SetCursorScreenPos({start.x, below});
        gap(ui, 12);
        const float top = ImGui::GetCursorScreenPos().y;
        draw_new_person(context, context.phone ? width : std::min(width, ui.px(360)));
        ImGui::SetCursorScreenPos({start.x, top + ui.theme.control_height()});
    }
    ImGui::Dummy({width, 0});
    gap(ui, 16);
}

void draw_pictures(const Context& context, const std::vector<PersonRow>& rows, float width) {
    const auto& ui = context.ui;
    if (width >= ui.px(both_width)) {
        const auto start = ImGui::GetCursorScreenPos();
        const float map_width = std::max(std::round((width - ui.px(16)) * 0.55f), people_map_least_width(context));
        const float grid_width = width - ui.px(16) - map_width;
        const float height = std::max(people_map_height(ui, rows), function_grid_height(context, rows, grid_width));
        draw_people_map(context, rows, map_width, height, "Arrow: who moves whom");
        ImGui::SetCursorScreenPos({start.x + map_width + ui.px(16), start.y});
        draw_function_grid(context, rows, grid_width, height);
        ImGui::SetCursorScreenPos({start.x, start.y + height});
        ImGui::Dummy({width, 0});
        return;
    }
    auto& chosen = context.view.texts[picture_key];
    const bool grid = chosen == "functions";
    const auto start = ImGui::GetCursorScreenPos();
    if (grid) {
        draw_function_grid(context, rows, width, 0);
    } else {
        draw_people_map(context, rows, width, people_map_height(ui, rows), {});
    }
    // In the card's corner, where the title leaves room.
    const auto below = ImGui::GetCursorScreenPos();
    constexpr std::array segments{Segment{"Influence", icon::waypoints}, Segment{"Functions", icon::layout_grid}};
    float wide = ui.px(4);
    for (const auto& segment : segments) {
        wide += ui.px(24 + 24) + std::ceil(text_size(ui, TextStyle::label, segment.label).x);
    }
    ImGui::SetCursorScreenPos({start.x + width - ui.px(12) - wide - (grid ? 0 : picture_button_room(context)), start.y + ui.px(12)});
    if (const auto picked = segmented(ui, "Picture", segments, grid ? 1 : 0)) {
        chosen = *picked == 1 ? "functions" : "map";
    }
    ImGui::SetCursorScreenPos(below);
    ImGui::Dummy({width, 0});
}

void draw_phone_overview(const Context& context, const std::vector<PersonRow>& rows, float width) {
    const auto& ui = context.ui;
    auto& chosen = context.view.texts[picture_key];
    constexpr std::array<std::string_view, 3> keys{"", "functions", "map"};
    constexpr std::array segments{Segment{"List"}, Segment{"Functions"}, Segment{"Influence"}};
    const auto found = std::ranges::find(keys, std::string_view(chosen));
    const auto at = found == keys.end() ? 0 : static_cast<int>(found - keys.begin());
    if (const auto picked = segmented(ui, "Show as", segments, at)) {
        chosen = keys[static_cast<std::size_t>(*picked)];
    }
    gap(ui, 12);
    if (chosen == "map") {
        draw_people_map(context, rows, width, people_map_height(ui, rows), {});
    } else if (chosen == "functions") {
        draw_function_grid(context, rows, width, 0);
    } else {
        draw_people_list(context, rows);
    }
}

void draw_overview(const Context& context, const std::vector<PersonRow>& rows) {
    const auto& ui = context.ui;
    const Page page(ui, "people page", context.min, context.max);
    draw_head(context, rows, page.width());
    if (rows.empty()) {
        gap(ui, 56);
        if (empty_state(ui, icon::users, "Nobody is on this deal yet", "Who takes part in the decision? A name is enough.",
                        context.read_only ? "" : "Add a person", icon::user_plus)) {
            context.view.focus_field = new_person;
        }
        return;
    }
    draw_person_doubles(context, page.width());
    if (context.phone) {
        draw_phone_overview(context, rows, page.width());
    } else {
        draw_pictures(context, rows, page.width());
        gap(ui, 16);
        draw_people_table(context, rows);
    }
}

// Scrolls by itself: who is edited stays in sight while the list is looked through.
void draw_aside(const Context& context, const PersonRow& row, ImVec2 min) {
    const auto& ui = context.ui;
    ImGui::SetCursorScreenPos(min);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.color().surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(20), ui.px(20)});
    ImGui::BeginChild("person", context.max - min, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    const Part part(ui, ItemRole::group, "Chosen person");
    draw_person_detail(context, row, DetailPlace::aside);
    ImGui::EndChild();
    ImGui::GetWindowDrawList()->AddRectFilled(snapped(min), snapped({min.x + line_width(ui), context.max.y}), ui.color().line);
}

// Esc closes the details, unless it ends something that is typed or a list.
bool closes_by_key() {
    return is_esc_free() && !ImGui::IsAnyItemActive();
}

void draw_instead(const Context& context, const PersonRow& row) {
    const auto& ui = context.ui;
    const Page page(ui, ("person page " + row.person->id.text).c_str(), context.min, context.max);
    const Card card(ui, "person", {.width = page.width()});
    draw_person_detail(context, row, DetailPlace::instead);
    context.view.scroll_to_selection = false;
}

}

void draw_people(const Context& context) {
    const auto& ui = context.ui;
    const auto rows = person_rows(*context.deal, context.today);
    if (context.read_only && context.view.focus_field == new_person) {
        context.view.focus_field.clear();
    }
    const float panel = ui.px(context.narrow ? 360.0f : 400.0f);
    const bool aside = !context.phone && context.max.x - context.min.x - panel >= ui.px(overview_least);
    if (!aside && context.view.focus_field == new_person) {
        context.view.person = {}; // the field is on the overview
    }
    const auto found = std::ranges::find(rows, context.view.person, [](const PersonRow& row) { return row.person->id; });
    if (found == rows.end()) {
        draw_overview(context, rows);
        return;
    }
    if (closes_by_key()) {
        context.view.person = {};
    }
    if (!aside) {
        draw_instead(context, *found);
        return;
    }
    auto overview = context;
    overview.max.x -= panel;
    draw_overview(overview, rows);
    draw_aside(context, *found, {overview.max.x, context.min.y});
}

}
