#include "app/ui/log_form/log_line.hpp"

#include "app/session/document.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_line_menu.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/option_list.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // popups by id

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::string_view placeholder = "call Marcus yesterday: invest declined, send the sheet by fri";

struct ChipSize {
    float icon = 0;
    float label = 0;
    float value = 0;
    ImVec2 box;
};

ChipSize size_of(const Ui& ui, const LineChip& chip, float most) {
    ChipSize size;
    size.icon = chip.kind == LineChip::Kind::person ? ui.px(28) : ui.px(24);
    size.label = chip.label.empty() ? 0 : text_size(ui, TextStyle::body, chip.label).x + ui.px(8);
    size.value = text_size(ui, TextStyle::strong, chip.value).x;
    const float around = ui.px(chip.kind == LineChip::Kind::person ? 4 : 12) + size.icon + ui.px(14);
    size.label = std::min(size.label, std::max(ui.px(24), most - around - std::min(size.value, ui.px(120))));
    size.value = std::max(ui.px(24), std::min(size.value, most - around - size.label));
    size.box = {std::ceil(around + size.label + size.value), ui.theme.control_height()};
    return size;
}

ImU32 icon_color(const Ui& ui, const LineChip& chip, bool edited) {
    if (edited || chip.open) return ui.color().accent;
    if (chip.kind == LineChip::Kind::concern) return ui.color().warn;
    if (chip.icon == icon::circle_x) return ui.color().bad;
    return ui.color().text_muted;
}

void draw_chip(const Ui& ui, const LineChip& chip, const ChipSize& size, const Press& press, bool edited) {
    auto* list = ImGui::GetWindowDrawList();
    const auto& color = ui.color();
    const auto min = snapped(press.min);
    const auto max = snapped(press.max);
    const float radius = (max.y - min.y) / 2;
    const bool asks = chip.open || edited;
    list->AddRectFilled(min, max, asks ? color.accent_soft : press.hovered ? color.hover : color.surface, radius);
    draw_border(list, min, max, asks ? color.accent : color.line_strong, radius, line_width(ui));
    const float middle = (min.y + max.y) / 2;
    float left = min.x + ui.px(chip.kind == LineChip::Kind::person ? 4 : 12);
    if (chip.kind == LineChip::Kind::person) {
        draw_avatar(ui, list, {left + ui.px(12), middle}, chip.value);
    } else if (chip.icon) {
        draw_icon(ui, list, chip.icon, {left + ui.px(8), middle}, ui.px(16), icon_color(ui, chip, edited));
    }
    left += size.icon;
    if (size.label > 0) draw_text_in(ui, list, TextStyle::body, {left, min.y}, {left + size.label - ui.px(8), max.y}, color.text_muted, chip.label);
    left += size.label;
    draw_text_in(ui, list, TextStyle::strong, {left, min.y}, {left + size.value, max.y}, asks ? color.accent : color.text, chip.value);
    if (is_keyboard_focused()) draw_focus_ring(ui, min, max, radius);
}

std::string name_of_chip(const LineChip& chip) {
    return chip.label.empty() ? chip.value : chip.label + ' ' + chip.value;
}

class LinePart {
public:
    LinePart(const Context& context, LogDraft& draft) : context_(context), draft_(draft), words_(context.document.log_words) {}

    // True when Enter was pressed in it, or the button beside it.
    bool draw_field() {
        const auto& ui = context_.ui;
        // On a phone the line needs the whole width.
        const ButtonOptions keep{.icon = icon::check, .key_hint = context_.phone ? "" : "Enter", .width = context_.phone ? -1.0f : 0.0f};
        const float beside = context_.phone ? 0 : button_width(ui, "Keep", keep) + ui.px(8);
        const auto start = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        std::vector<TextMark> marks;
        for (const auto& part : draft_.line_state.read.parts)
            marks.push_back({part.begin, part.end});
        FieldOptions options{
            .placeholder = placeholder, .width = width - beside, .height = ui.px(48), .style = TextStyle::reading, .focus = draft_.just_opened, .max_bytes = 2000};
        options.icon = icon::notebook_pen;
        options.underlines = marks;
        options.pasted = log_line_of_text;
        const auto event = text_field(ui, log_line_label, draft_.line, options);
        read_draft_line(draft_, *context_.deal, words_, context_.today);
        const bool enter = is_enter_pressed();
        const auto below = ImGui::GetCursorScreenPos();
        if (context_.phone) {
            gap(ui, 8);
        } else {
            ImGui::SetCursorScreenPos({start.x + width - beside + ui.px(8), start.y + (ui.px(48) - ui.theme.control_height()) / 2});
        }
        const bool pressed = button(ui, ButtonKind::filled, "Keep", keep);
        if (!context_.phone) {
            ImGui::SetCursorScreenPos(below);
            ImGui::Dummy({0, 0});
        }
        return pressed || (event == FieldEvent::kept && enter && !draft_.line.empty());
    }

    void draw_chips() {
        const auto chips = chips_of(draft_, *context_.deal, context_.today);
        if (chips.empty()) return;
        const auto& ui = context_.ui;
        gap(ui, 12);
        const auto start = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const float between = ui.px(8);
        ImVec2 at = start;
        for (std::size_t i = 0; i < chips.size(); ++i) {
            const auto size = size_of(ui, chips[i], width);
            if (at.x > start.x && at.x + size.box.x > start.x + width) at = {start.x, at.y + size.box.y + between};
            ImGui::SetCursorScreenPos(at);
            run_chip(chips[i], size, i);
            at.x += size.box.x + between;
        }
        ImGui::SetCursorScreenPos({start.x, at.y + ui.theme.control_height()});
        ImGui::Dummy({0, 0});
        gap(ui, 8);
        const bool keys = !ui.theme.touch;
        text_wrapped_muted(ui, TextStyle::caption,
                           keys ? "Click a part to change it. Backspace turns it back into plain words." : "Tap a part to change it.");
        if (change_) apply(*change_);
        draw_day_edit();
    }

private:
    struct Change {
        std::size_t part = 0;
        ChipChoice choice;
    };

    void run_chip(const LineChip& chip, const ChipSize& size, std::size_t index) {
        const auto& ui = context_.ui;
        ImGui::PushID(static_cast<int>(index));
        const auto id = ImGui::GetID("chip");
        const auto popup = ImGui::GetID("list");
        ImGui::PopID();
        const auto press = press_area(id, size.box);
        const bool open = ImGui::IsPopupOpen(popup, 0);
        if (press.visible) {
            draw_chip(ui, chip, size, press, open || is_edited(chip));
            ui.note(ItemRole::button, name_of_chip(chip), chip.open ? "to be chosen" : "");
            const float label = chip.label.empty() ? 0 : text_size(ui, TextStyle::body, chip.label).x + ui.px(8);
            if (size.label < label || size.value < text_size(ui, TextStyle::strong, chip.value).x) tooltip(ui, name_of_chip(chip));
        }
        if (press.pressed) ImGui::OpenPopupEx(popup);
        const bool erased = GImGui->NavId == id && !GImGui->ActiveId && !open &&
                            (ImGui::IsKeyPressed(ImGuiKey_Backspace, false) || ImGui::IsKeyPressed(ImGuiKey_Delete, false));
        if (erased) change_ = Change{chip.part, {.act = ChipChoice::Act::plain}};
        if (!open && !press.pressed) return;
        const auto choices = choices_of(chip, draft_, *context_.deal, context_.today);
        if (const auto chosen = run_chip_list(ui, popup, press.min, press.max, choices))
            change_ = Change{chip.part, choices[static_cast<std::size_t>(*chosen)]};
    }

    std::string words_of(const LogPart& part) const { return draft_.line.substr(part.begin, part.end - part.begin); }

    bool is_edited(const LineChip& chip) const {
        const bool shows_day = chip.kind == LineChip::Kind::day || chip.kind == LineChip::Kind::due || chip.kind == LineChip::Kind::not_before;
        const auto& edit = draft_.line_state.day_edit;
        return shows_day && edit && edit->words == words_of(draft_.line_state.read.parts[chip.part]);
    }

    void apply(const Change& change) {
        const auto part = draft_.line_state.read.parts[change.part];
        const auto& deal = *context_.deal;
        switch (change.choice.act) {
        case ChipChoice::Act::mean:
            correct(draft_, part, change.choice.meaning, deal, words_, context_.today);
            break;
        case ChipChoice::Act::add_person:
            add_new_person(draft_, part, deal, words_, context_.today);
            break;
        case ChipChoice::Act::type_day:
            draft_.line_state.day_edit = LogDayEdit{words_of(part), {}, true};
            return;
        case ChipChoice::Act::plain:
            make_plain(draft_, part, deal, words_, context_.today);
            break;
        }
        draft_.line_state.day_edit.reset();
    }

    // The day of a part, typed or from the calendar.
    void draw_day_edit() {
        auto& edit = draft_.line_state.day_edit;
        if (!edit) return;
        const auto& parts = draft_.line_state.read.parts;
        const auto part = std::ranges::find_if(parts, [&](const LogPart& one) { return words_of(one) == edit->words; });
        if (part == parts.end()) return edit.reset();
        const bool past = std::holds_alternative<LogDay>(part->meaning);
        const auto& ui = context_.ui;
        gap(ui, 8);
        const auto label = "Day of \"" + edit->words + '"';
        const DateFieldOptions options{
            .field = {.placeholder = "Type a date or choose one", .width = ui.px(280), .focus = edit->just_opened, .show_label = true},
            .lean = past ? DateDirection::past : DateDirection::future};
        edit->just_opened = false;
        const auto event = date_field(ui, label, edit->typed, context_.today, options);
        if (event == FieldEvent::cancelled) return edit.reset();
        if (event != FieldEvent::kept) return;
        const auto day = day_of(edit->typed, context_.today, options);
        if (!day || !*day) return;
        const auto fixed = *part;
        edit.reset();
        correct(draft_, fixed, with_day(fixed.meaning, **day), *context_.deal, words_, context_.today);
    }

    const Context& context_;
    LogDraft& draft_;
    const LogWords& words_;
    std::optional<Change> change_;
};

}

bool draw_log_line(const Context& context, LogDraft& draft) {
    if (window_skips()) return false;
    LinePart part(context, draft);
    const bool keep = part.draw_field();
    part.draw_chips();
    return keep;
}

}
