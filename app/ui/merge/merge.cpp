#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/page_foot.hpp"
#include "app/ui/context.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

const char* change_icon(MergeChange::What what) {
    switch (what) {
    case MergeChange::What::added:
        return icon::plus;
    case MergeChange::What::removed:
        return icon::trash_2;
    case MergeChange::What::recorded:
        return icon::notebook_pen;
    case MergeChange::What::changed:
        break;
    }
    return icon::pencil;
}

std::string explanation(const Context& context) {
    if (preview_of(context.document)->base) return "Both are compared with the copy they came from.";
    return "The copy that both came from is not known here: nothing is removed, and you are asked about every difference.";
}

void draw_change(const Context& context, const MergeChange& change, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto at = ImGui::GetCursorScreenPos();
    const float line = ui.theme.line_height(TextStyle::body);
    const float left = at.x + ui.px(26);
    const bool beside = !context.phone;
    const float name_width = beside ? std::min(ui.px(280), width * 0.36f) : width - ui.px(26);
    const float words_left = beside ? left + name_width + ui.px(16) : left;
    const float words_width = at.x + width - words_left;
    const auto words = shown_value(change_words(change));
    const auto name_height = wrapped_height(ui, TextStyle::strong, change.name, name_width);
    const float words_top = beside ? at.y : at.y + name_height + ui.px(2);
    const float bottom = std::max(at.y + name_height, words_top + wrapped_height(ui, TextStyle::body, words, words_width));
    draw_icon(ui, list, change_icon(change.what), {at.x + ui.px(8), at.y + line / 2}, ui.px(16), ui.color().text_muted);
    draw_text_wrapped(ui, list, TextStyle::strong, {left, at.y}, ui.color().text, change.name, name_width);
    draw_text_wrapped(ui, list, TextStyle::body, {words_left, words_top}, ui.color().text, words, words_width);
    ui.note_rect(ItemRole::row, change.name + ". " + words, at, {at.x + width, bottom});
    ImGui::SetCursorScreenPos({at.x, bottom});
    ImGui::Dummy({width, 0});
}

// By kind, each under its heading.
void draw_changes(const Context& context, const std::vector<MergeChange>& changes, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "changes", {.width = width});
    text(ui, TextStyle::heading, "Comes in");
    std::optional<MergeKind> kind;
    for (const auto& change : changes) {
        if (kind != change.place.kind) {
            gap(ui, kind ? 16.0f : 12.0f);
            text_muted(ui, TextStyle::caption, label_of(change.place.kind));
            gap(ui, 6);
        } else {
            gap(ui, 8);
        }
        kind = change.place.kind;
        draw_change(context, change, card.inner_width());
    }
}

void choose_all(const Context& context, const Merge& merge, MergeSide side) {
    for (const auto& conflict : merge.conflicts) {
        context.view.merge.chosen[conflict.place] = side;
    }
}

// What is done with it all, always in sight.
void draw_foot(const Context& context, const Merge& merge) {
    const auto& ui = context.ui;
    const auto& chosen = context.view.merge.chosen;
    const float pad = ui.px(context.phone ? 12.0f : 32.0f);
    const float control = ui.theme.control_height();
    const float y = draw_foot_ground(context);
    const int open = open_choices(merge, chosen);
    const ButtonOptions apply{.icon = icon::check, .disabled = open > 0};
    float x = context.max.x - pad - button_width(ui, "Apply", apply);
    const float back = button_width(ui, "Back") + ui.px(8);
    ImGui::SetCursorScreenPos({x - back, y});
    if (button(ui, ButtonKind::quiet, "Back")) {
        context.act(action::GoTo{Screen::deal});
    }
    ImGui::SetCursorScreenPos({x, y});
    if (button(ui, ButtonKind::filled, "Apply", apply)) {
        action::ApplyMerge action;
        for (const auto& conflict : merge.conflicts) {
            action.sides.push_back(chosen.at(conflict.place));
        }
        context.act(std::move(action));
    }
    x = context.min.x + pad;
    const auto words = open > 0 ? counted(open, "choice is open", "choices are open") : std::string("Undo takes it all back");
    const ImVec2 min{x, y};
    const ImVec2 max{context.max.x - pad - button_width(ui, "Apply", apply) - back - ui.px(8), y + control};
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, min, max, ui.color().text_muted, words);
    ui.note_rect(ItemRole::status, words, min, max);
}

void draw_differences(const Context& context, const Merge& merge) {
    const auto& ui = context.ui;
    const Page page(ui, "merge", context.min, {context.max.x, context.max.y - foot_height(context)});
    const float width = std::min(page.width(), ui.px(960));
    text_wrapped(ui, TextStyle::title, merge_title(merge), width);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body, explanation(context), width);
    gap(ui, 16);
    if (merge.conflicts.size() > 2) {
        if (button(ui, ButtonKind::outlined, "All yours", {.small = true})) {
            choose_all(context, merge, MergeSide::mine);
        }
        same_line(ui);
        if (button(ui, ButtonKind::outlined, "All theirs", {.small = true})) {
            choose_all(context, merge, MergeSide::theirs);
        }
        gap(ui, 12);
    }
    int number = 0;
    for (const auto& conflict : merge.conflicts) {
        draw_merge_conflict(context, conflict, ++number, width);
        gap(ui, 12);
    }
    if (!merge.changes.empty()) {
        draw_changes(context, merge.changes, width);
    }
    gap(ui, 24);
}

}

void draw_merge(const Context& context) {
    const auto& merge = comparison_of(context, *own_copy(context));
    auto& draft = context.view.merge;
    if (const auto looked_at = preview_of(context.document)->revision; draft.preview != looked_at) {
        draft = {looked_at, {}};
    }
    draw_differences(context, merge);
    draw_foot(context, merge);
}

}
