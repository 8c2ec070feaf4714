#include "app/ui/widgets/date/date_input.hpp"

#include "app/ui/widgets/date/calendar.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_memory.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/ui/widgets/field/text_input.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace middleground {

namespace {

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(key);
}

void move_cursor(DateMemory& memory, CalendarKeys& keys) {
    constexpr std::array<std::pair<ImGuiKey, DayMove>, 6> moves{{{ImGuiKey_LeftArrow, DayMove::day_back},
                                                                 {ImGuiKey_RightArrow, DayMove::day_on},
                                                                 {ImGuiKey_UpArrow, DayMove::week_back},
                                                                 {ImGuiKey_DownArrow, DayMove::week_on},
                                                                 {ImGuiKey_PageUp, DayMove::month_back},
                                                                 {ImGuiKey_PageDown, DayMove::month_on}}};
    for (const auto& [key, move] : moves) {
        if (pressed(key)) {
            memory.set_cursor(moved(memory.cursor(), move));
        }
        keys.hide(key);
    }
}

// Before the text sees them. Ctrl with a key belongs to what is around the field.
std::optional<Date> use_keys(DateMemory& memory, CalendarKeys& keys) {
    const auto& io = ImGui::GetIO();
    if (io.KeyCtrl) {
        return {};
    }
    const auto state = memory.calendar();
    const bool inside = state == CalendarState::entered || state == CalendarState::sheet;
    if (memory.is_open() && pressed(ImGuiKey_Escape)) {
        memory.set(state == CalendarState::sheet ? CalendarState::closed : CalendarState::closed_by_hand);
        keys.hide(ImGuiKey_Escape);
        return {};
    }
    if (!inside) {
        if (pressed(ImGuiKey_DownArrow)) {
            memory.set(CalendarState::entered);
        }
        keys.hide(ImGuiKey_DownArrow);
        keys.hide(ImGuiKey_UpArrow);
        return {};
    }
    const bool types = !io.InputQueueCharacters.empty() || pressed(ImGuiKey_Backspace) || pressed(ImGuiKey_Delete);
    if (state == CalendarState::entered && types) {
        memory.set(CalendarState::beside);
        return {};
    }
    std::optional<Date> picked;
    for (const auto key : {ImGuiKey_Enter, ImGuiKey_KeypadEnter}) {
        if (ImGui::IsKeyPressed(key, false)) {
            picked = memory.cursor();
            memory.set(state == CalendarState::sheet ? CalendarState::closed : CalendarState::closed_by_hand);
        }
        keys.hide(key);
    }
    move_cursor(memory, keys);
    return picked;
}

// On touch: looks like the field, opens the calendar when it is pressed.
TextInput pressed_field(const Ui& ui, std::string_view label, const std::string& typed, const FieldOptions& options, DateMemory& memory) {
    const auto id = field_id(label);
    takes_focus_now(id, false);
    const FieldBox box(ui, label, options, field_height(ui, options));
    TextInput input{.drawn = true, .min = box.min(), .max = box.max()};
    const auto press = press_area(id, box.max() - box.min());
    const auto state = memory.is_open() ? FieldBox::State::active : press.hovered ? FieldBox::State::hovered : FieldBox::State::idle;
    if (press.pressed) {
        memory.set(memory.is_open() ? CalendarState::closed : CalendarState::sheet);
    }
    if (press.visible) {
        box.draw_fill(state);
        const auto words = field_words(ui, box.min(), box.max(), box.padding(), options);
        const bool empty = typed.empty();
        draw_text_in(ui, ImGui::GetWindowDrawList(), options.style, {words.left, box.min().y}, {words.right, box.max().y},
                     empty ? ui.color().text_muted : ui.color().text, empty ? options.placeholder : std::string_view(typed));
        box.draw_border(state);
        ui.note(ItemRole::field, label, typed);
        draw_field_marks(ui, box.min(), box.max(), words, typed, options);
    }
    input.item = GImGui->LastItemData;
    return input;
}

bool is_pointer_in(ImGuiID popup) {
    const auto* window = GImGui->HoveredWindow;
    return window && window->PopupId == popup && (ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0));
}

// Two buttons under the field.
std::optional<Date> ask_which(const Ui& ui, const AmbiguousDate& both, Date today, float left) {
    gap(ui, 4);
    ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
    std::optional<Date> answer;
    if (button(ui, ButtonKind::outlined, short_date(both.first, today), {.small = true})) {
        answer = both.first;
    }
    same_line(ui);
    if (button(ui, ButtonKind::outlined, short_date(both.second, today), {.small = true})) {
        answer = both.second;
    }
    return answer;
}

struct CalendarPlace {
    ImGuiID popup;
    ImVec2 anchor_min;
    ImVec2 anchor_max;
};

std::optional<Date> run_calendar(const Ui& ui, DateMemory& memory, const CalendarPlace& place, std::optional<Date> chosen, Date today,
                                 const DateFieldOptions& options) {
    const bool sheet = memory.calendar() == CalendarState::sheet;
    CalendarView view{.today = today, .month = memory.month(), .chosen = chosen, .cursor = memory.cursor()};
    view.shows_cursor =
        memory.calendar() == CalendarState::entered || (sheet && GImGui->NavCursorVisible) ? CalendarCursor::shown : CalendarCursor::hidden;
    view.form = sheet ? CalendarForm::sheet : CalendarForm::beside;
    view.anchor_min = place.anchor_min;
    view.anchor_max = place.anchor_max;
    const auto answer = draw_calendar(ui, place.popup, view, options);
    if (answer.months != 0) {
        memory.set_month(month_after(memory.month(), answer.months));
    }
    if (answer.type_instead) {
        memory.set(CalendarState::closed_by_hand);
        memory.set_types(true);
        memory.ask_focus();
    }
    return answer.picked;
}

// The calendar opens with the field and closes when the focus goes elsewhere.
void follow_focus(DateMemory& memory, const TextInput& input, ImGuiID popup) {
    if (input.active) {
        const bool clicked = input.was_active && ImGui::IsMouseClicked(0) && ImGui::IsMouseHoveringRect(input.min, input.max);
        if (memory.calendar() == CalendarState::closed || (clicked && memory.calendar() == CalendarState::closed_by_hand)) {
            memory.set(CalendarState::beside);
        }
    } else if (memory.calendar() != CalendarState::sheet && !is_pointer_in(popup) && !memory.waits_for_focus()) {
        memory.set(CalendarState::closed);
        memory.set_types(false);
    }
}

}

DateInput date_input(const Ui& ui, std::string_view label, const DateText& text, Date today, const DateFieldOptions& options) {
    const auto id = field_id(label);
    if (window_skips()) {
        takes_focus_now(id, options.field.focus);
        return {};
    }
    DateMemory memory(id);
    const auto popup = ImHashStr("calendar", 0, id);
    const auto before = text.known ? std::optional<DateReading>(*text.known) : reading_of(text.typed, today, options);
    const auto day_in = [](const std::optional<DateReading>& reading) {
        const auto* date = reading ? std::get_if<Date>(&*reading) : nullptr;
        return date ? std::optional(*date) : std::nullopt;
    };
    const auto day = day_in(before);
    memory.follow(day, today);

    auto field = options.field;
    const bool open = memory.is_open();
    field.error = text.error;
    field.icon = !field.in_place || open || GImGui->ActiveId == id ? icon::calendar : nullptr;
    field.placeholder = field.placeholder.empty() ? options.when_empty : field.placeholder;
    const auto echo = day ? echo_of(text.typed, *day, today) : std::string();
    field.echo = echo;

    DateInput result;
    ImGui::BeginGroup();
    TextInput input;
    {
        CalendarKeys keys(id);
        const bool pressable = ui.theme.touch && !memory.types();
        if (GImGui->ActiveId == id || memory.calendar() == CalendarState::sheet) {
            result.picked = use_keys(memory, keys);
        }
        if (result.picked) {
            text.typed = typed_words(*result.picked, today, options.lean);
            if (auto* state = ImGui::GetInputTextState(id)) {
                state->ReloadUserBufAndMoveToEnd();
            }
        }
        input = pressable ? pressed_field(ui, label, text.typed, field, memory)
                          : text_input(ui, label, text.typed, field, VerticalArrows::stay);
    }
    result.event = input.event;
    // The text was left for its own calendar.
    if (result.event == FieldEvent::kept && is_pointer_in(popup)) {
        result.event = FieldEvent::changed;
    }
    follow_focus(memory, input, popup);

    const auto* both = before ? std::get_if<AmbiguousDate>(&*before) : nullptr;
    std::optional<Date> answered = both ? ask_which(ui, *both, today, input.min.x) : std::nullopt;
    const float bottom = both ? ImGui::GetItemRectMax().y : input.max.y;
    ImGui::EndGroup();
    if (memory.is_open()) {
        const bool is_popup_open = ImGui::IsPopupOpen(popup, 0);
        if (!is_popup_open && memory.calendar() == CalendarState::sheet && open) {
            memory.set(CalendarState::closed); // by a press elsewhere
        } else {
            if (!is_popup_open) {
                ImGui::OpenPopupEx(popup);
            }
            const auto picked = run_calendar(ui, memory, {popup, input.min, {input.max.x, bottom}}, day, today, options);
            answered = picked ? picked : answered;
            if (!input.active && memory.is_open() && memory.calendar() != CalendarState::sheet && ImGui::IsMouseReleased(0) &&
                is_pointer_in(popup)) {
                memory.ask_focus();
            }
        }
    }
    if (answered) {
        result.picked = answered;
        text.typed = typed_words(*answered, today, options.lean);
        memory.set(CalendarState::closed_by_hand);
        if (!ui.theme.touch) {
            memory.ask_focus();
        }
    }
    if (!memory.is_open() && ImGui::IsPopupOpen(popup, 0)) {
        ImGui::ClosePopupToLevel(GImGui->BeginPopupStack.Size, ui.theme.touch);
    }
    if (result.picked) {
        result.event = FieldEvent::kept;
    }
    result.busy = input.active || memory.is_open() || memory.waits_for_focus();
    GImGui->LastItemData = input.item;
    return result;
}

}
