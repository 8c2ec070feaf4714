#pragma once

#include "app/ui/widgets/date/calendar_days.hpp"

#include <imgui_internal.h>

#include <limits>
#include <utility>
#include <vector>

namespace middleground {

// closed_by_hand: by Esc or because a day was taken; stays closed while the field is typed in.
enum class CalendarState : int { closed, beside, entered, sheet, closed_by_hand };

// What a date field remembers from frame to frame, in ImGui's storage of its window.
class DateMemory {
public:
    explicit DateMemory(ImGuiID id) : storage_(*ImGui::GetStateStorage()), id_(id) {}

    CalendarState calendar() const { return static_cast<CalendarState>(storage_.GetInt(key("calendar"))); }
    void set(CalendarState calendar) { storage_.SetInt(key("calendar"), static_cast<int>(calendar)); }
    bool is_open() const {
        const auto state = calendar();
        return state == CalendarState::beside || state == CalendarState::entered || state == CalendarState::sheet;
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

    // The focus comes back some frames after it was asked for.
    void ask_focus() {
        storage_.SetBool(ImHashStr("wants focus", 0, id_), true);
        storage_.SetInt(key("asked"), ImGui::GetFrameCount());
    }
    bool waits_for_focus() const { return ImGui::GetFrameCount() - storage_.GetInt(key("asked"), -frames_to_wait) < frames_to_wait; }

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
    static constexpr int frames_to_wait = 4;

    ImGuiID key(const char* name) const { return ImHashStr(name, 0, id_); }

    ImGuiStorage& storage_;
    ImGuiID id_;
};

// Keys that the calendar has used up: the text does not see them, and nothing that is drawn later in this frame.
class CalendarKeys {
public:
    explicit CalendarKeys(ImGuiID field) : field_(field) {}
    ~CalendarKeys() {
        for (const auto& [key, down] : hidden_) {
            ImGui::GetKeyData(key)->Down = down;
            // Owned, so that in the next frame ImGui's navigation does not take it before the calendar can.
            ImGui::SetKeyOwner(key, field_, ImGuiInputFlags_LockThisFrame);
        }
    }
    CalendarKeys(const CalendarKeys&) = delete;
    CalendarKeys& operator=(const CalendarKeys&) = delete;

    void hide(ImGuiKey key) {
        auto* data = ImGui::GetKeyData(key);
        hidden_.emplace_back(key, data->Down);
        data->Down = false;
    }

private:
    ImGuiID field_;
    std::vector<std::pair<ImGuiKey, bool>> hidden_;
};

}
