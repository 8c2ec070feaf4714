#include "app/ui/deals/deals_filters.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/deals/saved_filters.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace middleground {

namespace {

const char* filter_icon(DealFilter filter) {
    switch (filter) {
    case DealFilter::all:
        return nullptr;
    case DealFilter::ready:
        return icon::circle_arrow_right;
    case DealFilter::late:
        return icon::triangle_alert;
    case DealFilter::quiet:
        return icon::clock_alert;
    case DealFilter::samples:
        return icon::flask_conical;
    case DealFilter::closed:
        return icon::circle_check;
    case DealFilter::archived:
        return icon::archive;
    }
    return nullptr;
}

constexpr std::array shapes{Segment{"Table", icon::table_2}, Segment{"Board", icon::columns_3}};
constexpr std::size_t longest_chip = 28; // letters of a saved filter's name

float shape_width(const Ui& ui) {
    float wide = ui.px(4);
    for (const auto& shape : shapes) {
        wide += ui.px(24 + 24) + std::ceil(text_size(ui, TextStyle::label, shape.label).x);
    }
    return wide;
}

bool is_offered(const Context& context, DealFilter filter) {
    return filter == DealFilter::all || filter == filter_of(context.view.deals.filter) || context.caches.deals.count(filter) > 0;
}

// A chip of the line: what it is called, and what pressing it does.
struct Chip {
    std::string label;
    int count = -1; // none is shown
    bool selected = false;
    const char* icon = nullptr;
    std::function<void()> press;
};

float chip_width(const Ui& ui, const Chip& chip) {
    const auto words = chip.label.substr(0, chip.label.find("##")) + (chip.count >= 0 ? ' ' + std::to_string(chip.count) : std::string());
    return text_size(ui, TextStyle::label, words).x + ui.px(chip.icon ? 52.0f : 32.0f);
}

std::string chip_name(const std::string& name) {
    if (code_point_count(name) <= static_cast<int>(longest_chip)) return name;
    std::size_t end = 0;
    for (std::size_t letters = 0; end < name.size() && letters < longest_chip; ++end) {
        if ((static_cast<unsigned char>(name[end]) & 0xc0) != 0x80) ++letters;
    }
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) {
        --end;
    }
    return std::string(trimmed(std::string_view(name).substr(0, end))) + "\u2026";
}

// Whose deals are shown.
[[gnu::noinline]] void add_owner_chip(const Context& context, std::vector<Chip>& chips) {
    const auto owner = shown_owner(context);
    const auto label = owner ? chip_name(owner->owner.name) : std::string("Everybody's");
    chips.push_back({label + "##owner", owner ? owner->deals : -1, owner.has_value(), icon::users, [&draft = context.view.deals] { draft.owners_open = true; }});
}

std::vector<Chip> chips_of(const Context& context) {
    auto& draft = context.view.deals;
    const auto& settings = context.document.settings;
    const auto* saved = shown_filter(draft, settings);
    const auto chosen = filter_of(draft.filter);
    std::vector<Chip> chips;
    for (const auto filter : deal_filters) {
        if (!is_offered(context, filter)) continue;
        const bool selected = filter == chosen && !saved && (filter != DealFilter::all || !is_filtered(draft));
        chips.push_back({std::string(filter_label(filter)), context.caches.deals.count(filter), selected, filter_icon(filter), [&draft, filter, chosen] {
                             if (filter == DealFilter::all) return show_all(draft);
                             draft.filter = std::string(filter_key(filter == chosen ? DealFilter::all : filter));
                         }});
    }
    for (const auto& filter : settings.filters) {
        const bool selected = saved && saved->name == filter.name;
        chips.push_back({chip_name(filter.name) + "##saved " + filter.name, -1, selected, icon::star, [&draft, filter, selected] {
                             if (selected) return show_all(draft);
                             show_filter(draft, filter);
                         }});
    }
    if (!context.caches.deals.marks().empty() || !draft.marks.empty()) {
        const auto label = draft.marks.empty() ? std::string("Tags and fields") : draft.marks.size() == 1 ? chip_name(mark_words(draft.marks.front())) : counted(static_cast<int>(draft.marks.size()), "tag or field", "tags and fields");
        chips.push_back({label + "##marks", -1, !draft.marks.empty(), icon::tag, [&draft] { draft.marks_open = true; }});
    }
    if (context.document.team) add_owner_chip(context, chips);
    return chips;
}

// Draws the chips from left to right, in as many lines as they need.
void draw_chips(const Ui& ui, const std::vector<Chip>& chips, float right) {
    bool is_first = true;
    for (const auto& chip : chips) {
        if (!is_first) {
            same_line(ui);
            if (ImGui::GetCursorScreenPos().x + chip_width(ui, chip) > right) {
                ImGui::NewLine();
                gap(ui, 8);
            }
        }
        is_first = false;
        if (filter_chip(ui, chip.label, chip.count, chip.selected, chip.icon)) chip.press();
    }
}

// What is shown under a name, or without one yet.
void draw_filter_links(const Context& context) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (!is_filtered(draft)) return;
    const auto* saved = shown_filter(draft, context.document.settings);
    const bool only_chip = draft.marks.empty() && trimmed(draft.query).empty();
    if (only_chip && !saved) return;
    gap(ui, 6);
    if (saved) {
        if (button(ui, ButtonKind::link, "Delete this filter", {.icon = icon::trash_2, .tooltip = "Only the filter: every deal stays", .small = true})) {
            context.act(action::SetSettings{without_filter(context.document.settings, saved->name)});
        }
        same_line(ui, 16);
    } else {
        if (button(ui, ButtonKind::link, "Save this filter", {.icon = icon::star, .small = true})) {
            draft.saving = draft.saving_began = true;
            draft.save_name.clear();
            draft.save_error.clear();
        }
        same_line(ui, 16);
    }
    if (button(ui, ButtonKind::link, "Show all deals", {.icon = icon::x, .small = true})) show_all(draft);
}

}

void draw_deal_filters(const Context& context, float width) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    const auto start = ImGui::GetCursorScreenPos();
    const float side = ui.theme.control_height();
    const float columns = context.phone ? 0 : side + ui.px(8);
    const auto beside_width = ui.px(context.narrow ? 180.0f : 240.0f);
    const auto beside_left = start.x + width - shape_width(ui) - columns - ui.px(12) - beside_width;
    const auto chips = chips_of(context);
    float all_chips = 0;
    for (const auto& chip : chips) {
        all_chips += chip_width(ui, chip) + ui.px(8);
    }
    // Where the chips would need two lines, the search goes below them.
    const bool beside = !context.phone && start.x + all_chips + ui.px(8) <= beside_left;
    const auto search_width = beside ? beside_width : context.phone ? width : width - shape_width(ui) - columns - ui.px(12);
    draw_chips(ui, chips, beside ? beside_left - ui.px(16) : start.x + width);
    const auto after = ImGui::GetCursorScreenPos();
    float row = start.y;
    if (beside) {
        ImGui::SetCursorScreenPos(ImVec2(beside_left, row));
    } else {
        gap(ui, 10);
        row = ImGui::GetCursorScreenPos().y;
    }
    const bool focus = context.view.focus_field == "Search deals";
    text_field(ui, "Search deals", draft.query, {.placeholder = "Search in all deals", .width = search_width, .focus = focus});
    if (focus) {
        context.view.focus_field.clear();
    }
    if (!context.phone) {
        ImGui::SetCursorScreenPos(ImVec2(start.x + width - shape_width(ui) - columns, row));
        if (const auto shape = segmented(ui, "Show deals as", shapes, draft.as_board ? 1 : 0)) {
            draft.as_board = *shape == 1;
        }
        ImGui::SetCursorScreenPos(ImVec2(start.x + width - side, row));
        if (icon_button(ui, icon::settings, "Columns", {.tooltip = "Columns of the table", .disabled = draft.as_board})) draft.columns_open = true;
        ImGui::SetCursorScreenPos(ImVec2(after.x, std::max(after.y, row + side + ImGui::GetStyle().ItemSpacing.y)));
        ImGui::Dummy({0, 0});
    }
    draw_filter_links(context);
}

void draw_marks_dialog(const Context& context) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (Dialog dialog(ui, "Filter by tags and fields", draft.marks_open, 440); dialog) {
        const auto& all = context.caches.deals.marks();
        std::vector<DealMark> marks = draft.marks;
        for (const auto& one : all) {
            if (std::ranges::find(draft.marks, one.mark) == draft.marks.end()) marks.push_back(one.mark);
        }
        std::vector<std::string> words;
        std::vector<std::string> counts;
        std::vector<int> chosen;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const auto counted_mark = std::ranges::find(all, marks[i], &CountedMark::mark);
            words.push_back(mark_words(marks[i]));
            counts.push_back(counted_mark == all.end() ? "0" : std::to_string(counted_mark->deals));
            if (i < draft.marks.size()) chosen.push_back(static_cast<int>(i));
        }
        std::vector<Choice> choices;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            choices.push_back({words[i], nullptr, counts[i]});
        }
        text_wrapped_muted(ui, TextStyle::body, "Deals have every tag, and of each field one of the values.");
        gap(ui, 8);
        if (multi_pick(ui, "Tags and values", choices, chosen, draft.mark_query, {.placeholder = "Type a tag or a value"})) {
            draft.marks.clear();
            for (const int index : chosen) {
                draft.marks.push_back(marks[static_cast<std::size_t>(index)]);
            }
        }
        gap(ui, 16);
        const ButtonOptions done{.icon = icon::check};
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - button_width(ui, "Done", done));
        if (button(ui, ButtonKind::outlined, "Done", done)) draft.marks_open = false;
    }
}

void draw_save_filter_dialog(const Context& context) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (Dialog dialog(ui, "Save the filter", draft.saving, 420); dialog) {
        const bool enter = is_enter_pressed();
        const auto event = text_field(ui, "Name of the filter", draft.save_name,
                                      {.placeholder = "Such as: late in the north", .focus = draft.saving_began, .error = draft.save_error, .max_bytes = 200, .show_label = true});
        draft.saving_began = false;
        if (event == FieldEvent::changed) draft.save_error.clear();
        gap(ui, 6);
        text_wrapped_muted(ui, TextStyle::caption, "It keeps what is filtered, what is searched for and the order. It stands above the list from then on.");
        gap(ui, 16);
        const ButtonOptions save{.icon = icon::star};
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - button_width(ui, "Save filter", save));
        const bool pressed = button(ui, ButtonKind::filled, "Save filter", save);
        if (!pressed && !(enter && event == FieldEvent::kept)) return;
        auto settings = with_filter(context.document.settings, filter_of(draft, draft.save_name));
        if (!settings) {
            draft.save_error = settings.error().message();
            return;
        }
        context.act(action::SetSettings{std::move(*settings)});
        draft.saving = false;
    }
}

}
