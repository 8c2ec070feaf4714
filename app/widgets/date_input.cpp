#include "app/widgets/date_input.hpp"

#include "app/widgets/calendar.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/draw.hpp"
#include "app/widgets/field_box.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/option_list.hpp"
#include "app/widgets/press.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_input.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace middleground {

namespace {

// closed_by_hand: by Esc or because a day was taken; stays closed while the field is typed in.
enum class Calendar : int { closed, beside, entered, sheet, closed_by_hand };

// What a date field remembers from frame to frame, in ImGui's storage of its window.
class Memory {
public:
    explicit Memory(ImGuiID id) : storage_(*ImGui::GetStateStorage()), id_(id) {}

    Calendar calendar() const { return static_cast<Calendar>(storage_.GetInt(key("calendar"))); }
    void set(Calendar calendar) { storage_.SetInt(key("calendar"), static_cast<int>(calendar)); }
    bool is_open() const {
        const auto state = calendar();
        return state == Calendar::beside || state == Calendar::entered || state == Calendar::sheet;
    }

    Date cursor() const { return Date::from_days(storage_.GetInt(key("cursor"))); }
    void set_cursor(Date day) {
        storage_.SetInt(key("cursor"), day.days());
        set_month(month_of(day));
    }
    Month month() const { return {storage_.GetInt(key("year"), 1970), storage_.GetInt(key("month"), 1)}; }
    void set_month(Month month) {
        storage_.SetInt(key("year"), month.year);
        storage_.SetInt(key("month"), month.month);
    }

    // On touch: the text is typed in, not pressed.
    bool types() const { return storage_.GetBool(key("types")); }
    void set_types(bool types) { storage_.SetBool(key("types"), types); }

    void ask_focus() { storage_.SetBool(ImHashStr("wants focus", 0, id_), true); }
    bool asks_focus() const { return storage_.GetBool(ImHashStr("wants focus", 0, id_)); }

    // The calendar goes to the day that was read anew.
    void follow(std::optional<Date> day, Date today) {
        constexpr int none = std::numeric_limits<int>::min();
        const int now = day ? day->days() : none;
        if (storage_.GetInt(key("read"), none + 1) != now) {
            storage_.SetInt(key("read"), now);
            set_cursor(day.value_or(today));
        }
    }

private:
    ImGuiID key(const char* name) const { return ImHashStr(name, 0, id_); }

    ImGuiStorage& storage_;
    ImGuiID id_;
};

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(key);
}

// Keys that the calendar has used up: the text does not see them, and nothing that is drawn later in this frame.
class KeysOfCalendar {
public:
    KeysOfCalendar() = default;
    ~KeysOfCalendar() {
        for (const auto& [key, down] : hidden_) {
            ImGui::GetKeyData(key)->Down = down;
            swallow_key(key);
        }
    }
    KeysOfCalendar(const KeysOfCalendar&) = delete;
    KeysOfCalendar& operator=(const KeysOfCalendar&) = delete;

    void hide(ImGuiKey key) {
        auto* data = ImGui::GetKeyData(key);
        hidden_.emplace_back(key, data->Down);
        data->Down = false;
    }

private:
    std::vector<std::pair<ImGuiKey, bool>> hidden_;
};

void move_cursor(Memory& memory, KeysOfCalendar& keys) {
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
std::optional<Date> use_keys(Memory& memory, KeysOfCalendar& keys) {
    const auto& io = ImGui::GetIO();
    if (io.KeyCtrl) {
        return {};
    }
    const auto state = memory.calendar();
    const bool inside = state == Calendar::entered || state == Calendar::sheet;
    if (memory.is_open() && pressed(ImGuiKey_Escape)) {
        memory.set(state == Calendar::sheet ? Calendar::closed : Calendar::closed_by_hand);
        keys.hide(ImGuiKey_Escape);
        return {};
    }
    if (!inside) {
        if (pressed(ImGuiKey_DownArrow)) {
            memory.set(Calendar::entered);
        }
        keys.hide(ImGuiKey_DownArrow);
        keys.hide(ImGuiKey_UpArrow);
        return {};
    }
    const bool types = !io.InputQueueCharacters.empty() || pressed(ImGuiKey_Backspace) || pressed(ImGuiKey_Delete);
    if (state == Calendar::entered && types) {
        memory.set(Calendar::beside);
        return {};
    }
    std::optional<Date> picked;
    for (const auto key : {ImGuiKey_Enter, ImGuiKey_KeypadEnter}) {
        if (ImGui::IsKeyPressed(key, false)) {
            picked = memory.cursor();
            memory.set(state == Calendar::sheet ? Calendar::closed : Calendar::closed_by_hand);
        }
        keys.hide(key);
    }
    move_cursor(memory, keys);
    return picked;
}

// On touch: looks like the field, opens the calendar when it is pressed.
TextInput pressed_field(const Ui& ui, std::string_view label, const std::string& typed, const FieldOptions& options, Memory& memory) {
    const auto id = field_id(label);
    takes_focus_now(id, false);
    const FieldBox box(ui, label, options, field_height(ui, options));
    TextInput input{.drawn = true, .min = box.min(), .max = box.max()};
    const auto press = press_area(id, box.max() - box.min());
    const auto state = memory.is_open() ? FieldBox::State::active : press.hovered ? FieldBox::State::hovered : FieldBox::State::idle;
    if (press.pressed) {
        memory.set(memory.is_open() ? Calendar::closed : Calendar::sheet);
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

std::optional<Date> run_calendar(const Ui& ui, Memory& memory, const CalendarPlace& place, std::optional<Date> chosen, Date today,
                                 const DateFieldOptions& options) {
    const bool sheet = memory.calendar() == Calendar::sheet;
    CalendarView view{.today = today, .month = memory.month(), .chosen = chosen, .cursor = memory.cursor()};
    view.shows_cursor =
        memory.calendar() == Calendar::entered || (sheet && GImGui->NavCursorVisible) ? CalendarCursor::shown : CalendarCursor::hidden;
    view.form = sheet ? CalendarForm::sheet : CalendarForm::beside;
    view.anchor_min = place.anchor_min;
    view.anchor_max = place.anchor_max;
    const auto answer = draw_calendar(ui, place.popup, view, options);
    if (answer.months != 0) {
        memory.set_month(month_after(memory.month(), answer.months));
    }
    if (answer.type_instead) {
        memory.set(Calendar::closed_by_hand);
        memory.set_types(true);
        memory.ask_focus();
    }
    return answer.picked;
}

// The calendar opens with the field and closes when the focus goes elsewhere.
void follow_focus(Memory& memory, const TextInput& input, ImGuiID popup) {
    if (input.active) {
        const bool clicked = input.was_active && ImGui::IsMouseClicked(0) && ImGui::IsMouseHoveringRect(input.min, input.max);
        if (memory.calendar() == Calendar::closed || (clicked && memory.calendar() == Calendar::closed_by_hand)) {
            memory.set(Calendar::beside);
        }
    } else if (memory.calendar() != Calendar::sheet && !is_pointer_in(popup) && !memory.asks_focus()) {
        memory.set(Calendar::closed);
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
    Memory memory(id);
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
        KeysOfCalendar keys;
        const bool pressable = ui.theme.touch && !memory.types();
        if (GImGui->ActiveId == id || memory.calendar() == Calendar::sheet) {
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
        if (!is_popup_open && memory.calendar() == Calendar::sheet && open) {
            memory.set(Calendar::closed); // by a press elsewhere
        } else {
            if (!is_popup_open) {
                ImGui::OpenPopupEx(popup);
            }
            const auto picked = run_calendar(ui, memory, {popup, input.min, {input.max.x, bottom}}, day, today, options);
            answered = picked ? picked : answered;
            if (!input.active && memory.is_open() && memory.calendar() != Calendar::sheet && ImGui::IsMouseReleased(0) &&
                is_pointer_in(popup)) {
                memory.ask_focus();
            }
        }
    }
    if (answered) {
        result.picked = answered;
        text.typed = typed_words(*answered, today, options.lean);
        memory.set(Calendar::closed_by_hand);
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
    result.busy = input.active || memory.is_open() || memory.asks_focus();
    GImGui->LastItemData = input.item;
    return result;
}

}
