#include "app/ui/commitments/commitment_node.hpp"

#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/letters/line.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/scripts.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

constexpr float inset = 12; // from the border to the words
constexpr float inset_right = 8;
constexpr float radius = 6;
constexpr float title_line = 18; // lines of a title stand nearer than lines of text

struct Frame {
    ImU32 fill = 0;
    ImU32 border = 0; // 0: none
    float width = 1;
};

Frame frame_of(const Ui& ui, PlanState state) {
    const auto& color = ui.color();
    switch (state) {
    case PlanState::kept:
        return {color.middle_soft, 0, 0};
    case PlanState::agreed:
        return {color.surface, color.passive, 1.5f};
    case PlanState::asked:
        return {color.surface, color.line_control, 1.5f};
    case PlanState::ready:
        return {color.accent_soft, color.accent, 2};
    case PlanState::waiting:
        return {color.background, color.line_strong, 1};
    case PlanState::declined:
        return {color.surface, color.bad, 1.5f};
    case PlanState::broken:
        return {color.surface, color.push, 1.5f};
    case PlanState::dropped:
    case PlanState::not_needed:
        return {color.background, color.line, 1};
    }
    return {};
}

// 5 on, 4 off, around the corners too.
void draw_dashed_border(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, ImU32 color, float width) {
    const float half = width / 2;
    list->PathRect({min.x + half, min.y + half}, {max.x - half, max.y - half}, ui.px(radius) - half);
    std::vector<ImVec2> path(list->_Path.begin(), list->_Path.end());
    list->PathClear();
    path.push_back(path.front());
    bool on = true;
    float left = ui.px(5);
    list->PathLineTo(path.front());
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        ImVec2 from = path[i];
        const auto step = path[i + 1] - from;
        float length = std::hypot(step.x, step.y);
        const auto direction = length > 0 ? step * (1 / length) : ImVec2{};
        while (length > left) {
            from = from + direction * left;
            length -= left;
            if (on) {
                list->PathLineTo(from);
                list->PathStroke(color, 0, width);
            } else {
                list->PathLineTo(from);
            }
            on = !on;
            left = ui.px(on ? 5.0f : 4.0f);
        }
        left -= length;
        if (on) {
            list->PathLineTo(path[i + 1]);
        }
    }
    if (on) {
        list->PathStroke(color, 0, width);
    } else {
        list->PathClear();
    }
}

// At most two lines; the second is cut.
std::array<std::string, 2> lines_of(const Ui& ui, const std::string& title, float width) {
    const float size = ui.theme.font_size(TextStyle::strong);
    auto* font = ui.theme.font(TextStyle::strong);
    if (words_width(font, size, title) <= width) {
        return {title, {}};
    }
    const char* end = title.data() + title.size();
    const char* wrap = title.data() + first_line_end(font, size, title, width);
    const auto first = trimmed({title.data(), static_cast<std::size_t>(wrap - title.data())});
    while (wrap < end && *wrap == ' ') {
        ++wrap;
    }
    // A word that does not fit at all is cut where it ends, not broken.
    const bool broken = !first.empty() && wrap < end && *wrap != ' ' && wrap[-1] != ' ' && !first.contains(' ') && !first.ends_with('-') &&
                        !may_break_between(code_point_at(title, cluster_begin(title, first.size() - 1)).value,
                                           code_point_at(title, static_cast<std::size_t>(wrap - title.data())).value);
    if (first.empty() || broken) {
        return {fitted(ui, TextStyle::strong, title, width), {}};
    }
    return {std::string(first), fitted(ui, TextStyle::strong, {wrap, static_cast<std::size_t>(end - wrap)}, width)};
}

}

const char* state_icon(const PlanItem& item, Date today) {
    return is_late(item, today) ? icon::triangle_alert : plan_icon(item.state);
}

ImU32 state_color(const Ui& ui, const PlanItem& item, Date today) {
    return is_late(item, today) ? ui.color().bad : plan_color(ui, item.state);
}

int title_lines(const Context& context, float node_width) {
    const auto& ui = context.ui;
    const float room = ui.px(node_width - inset - inset_right);
    return std::ranges::any_of(
               context.deal->commitments,
               [&](const Commitment& commitment) { return text_size(ui, TextStyle::strong, shown_title(commitment)).x > room; })
               ? 2
               : 1;
}

void draw_commitment_node(const Context& context, ImDrawList* list, const CommitmentNode& node) {
    const auto& ui = context.ui;
    const auto& color = ui.color();
    const auto min = snapped(node.min);
    const auto max = snapped(node.max);
    const auto frame = frame_of(ui, node.item.state);
    if (node.selected) {
        const float out = line_width(ui, 5);
        draw_border(list, min - ImVec2{out, out}, max + ImVec2{out, out}, with_alpha(color.accent, 0.35f), ui.px(radius) + out,
                    line_width(ui, 3));
    }
    list->AddRectFilled(min, max, frame.fill, ui.px(radius));
    if (node.hovered && !node.selected) {
        list->AddRectFilled(min, max, with_alpha(color.text, 0.04f), ui.px(radius));
    }
    const float width = line_width(ui, frame.width);
    if (node.item.state == PlanState::broken) {
        draw_dashed_border(ui, list, min, max, frame.border, width);
    } else if (frame.border) {
        draw_border(list, min, max, frame.border, ui.px(radius), width);
    }

    const float left = min.x + ui.px(inset);
    const float right = max.x - ui.px(inset_right);
    const ImU32 title_color = node.item.state == PlanState::waiting || is_set_aside(node.item.state) ? color.text_muted : color.text;
    const auto title = shown_title(node.commitment);
    const bool two = max.y - min.y > ui.px(60);
    const float mark_room = node.commitment.decides ? ui.px(18) : 0;
    auto lines = lines_of(ui, title, right - left - mark_room);
    const float row = ui.px(title_line);
    float y = min.y + (max.y - min.y) / 2 - ui.px(two ? 30.0f : 20.0f) + (two && lines[1].empty() ? row / 2 : 0);
    if (!two) {
        lines = {fitted(ui, TextStyle::strong, title, right - left - mark_room), {}};
    }
    for (const auto& line : lines) {
        if (!line.empty()) {
            draw_text_in(ui, list, TextStyle::strong, {left, y}, {right, y + row}, title_color, line);
            y += row;
        }
    }
    if (node.commitment.decides) {
        draw_icon(ui, list, icon::target, {max.x - ui.px(15), min.y + ui.px(16)}, ui.px(14), title_color);
    }
    const ImU32 words = state_color(ui, node.item, context.today);
    y += ui.px(two ? 3.0f : 4.0f);
    draw_icon(ui, list, state_icon(node.item, context.today), {left + ui.px(7), y + ui.px(9)}, ui.px(14), words);
    auto state = plan_words_short(node.item, node.commitment, context.today);
    const float room = right + ui.px(4) - left - ui.px(20);
    // Rather than an ellipsis, a date with its year stands alone: the icon says the rest. Days take the smaller size.
    const bool says_day = node.item.state != PlanState::waiting && node.item.state != PlanState::ready;
    if (says_day && text_size(ui, TextStyle::caption, state).x > room) {
        state.erase(0, std::min(state.size(), state.find_first_of("0123456789")));
    }
    const auto style = text_size(ui, TextStyle::body, state).x <= room ? TextStyle::body : TextStyle::caption;
    draw_text_in(ui, list, style, {left + ui.px(20), y}, {left + ui.px(20) + room, y + ui.px(18)}, words, state);
}

}
