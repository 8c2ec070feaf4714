#include "core/readers/calendar/calendar.hpp"

#include "core/base/text.hpp"
#include "core/readers/calendar/calendar_event.hpp"
#include "core/readers/words.hpp"
#include "core/records/source_key.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace middleground::readers {

namespace {

std::string identity(const CalendarEvent& event) {
    if (!event.uid.empty()) return event.uid;
    const auto& meeting = event.meeting;
    return "without UID\n" + meeting.title + '\n' + meeting.on.iso() + '\n' + std::to_string(meeting.from_minute) + '\n' +
           (meeting.organizer ? meeting.organizer->address + meeting.organizer->name : std::string());
}

std::string key_on(const CalendarEvent& event, Date day) {
    return source_key("meeting", identity(event) + '\n' + day.iso());
}

std::string name_of(const records::Meeting& meeting) {
    return meeting.title.empty() ? "A meeting without a title" : "\u201c" + meeting.title + "\u201d";
}

class Calendar {
public:
    Calendar(const ReadOptions& options, records::FileRecords& records) : options_(options), records_(records) {}

    void read(std::string_view text) {
        ContentLines lines(text);
        ContentLine line;
        std::optional<CalendarEvent> event;
        int inside = 0; // parts of the event: alarms
        while (lines.next(line)) {
            if (line.name == "begin") {
                if (event) ++inside;
                else if (same_word(line.value, "vevent")) {
                    event.emplace();
                    event->line = lines.number();
                }
            } else if (line.name == "end") {
                if (event && inside > 0) --inside;
                else if (event && same_word(trimmed(line.value), "vevent")) {
                    add(*event);
                    event.reset();
                }
            } else if (event && inside == 0) {
                event->take(line, options_.utc_minutes);
            } else if (!event && line.name == "method") {
                cancels_ = same_word(trimmed(line.value), "cancel");
                answers_ = same_word(trimmed(line.value), "reply") || same_word(trimmed(line.value), "counter");
            }
        }
        if (event) records_.leave_out("line " + std::to_string(event->line), "A meeting is cut off", "Export the calendar again.");
        expand();
    }

private:
    void add(CalendarEvent& event) {
        event.finish(cancels_, answers_);
        const auto where = "line " + std::to_string(event.line);
        if (!event.has_start) {
            records_.leave_out(where, name_of(event.meeting) + " has no day that can be read");
            return;
        }
        if (event.hidden) return;
        if (static_cast<int>(records_.meetings.size() + series_.size()) >= most_meetings) {
            records_.leave_out(where, "There are more than " + std::to_string(most_meetings) + " meetings in the file; the rest was left out",
                               "Export fewer days of the calendar.");
            return;
        }
        if (event.occurrence) {
            event.meeting.key = key_on(event, *event.occurrence);
            event.meeting.repeats = true;
            replaced_.insert(event.meeting.key);
            put(std::move(event.meeting));
        } else if (event.rule || event.unreadable_rule) {
            series_.push_back(std::move(event));
        } else {
            event.meeting.key = source_key("meeting", identity(event));
            put(std::move(event.meeting));
        }
    }

    // A later version of the same takes the place of the earlier one.
    void put(records::Meeting meeting) {
        for (auto& other : records_.meetings) {
            if (other.key != meeting.key) continue;
            if (meeting.sequence >= other.sequence) other = std::move(meeting);
            return;
        }
        records_.meetings.push_back(std::move(meeting));
    }

    void expand() {
        for (auto& event : series_) {
            const auto where = "line " + std::to_string(event.line);
            const auto name = name_of(event.meeting);
            event.meeting.repeats = true;
            if (event.unreadable_rule) {
                records_.leave_out(where, name + " repeats in a way that is not understood: only its first day was read");
                event.meeting.key = key_on(event, event.meeting.on);
                put(std::move(event.meeting));
                continue;
            }
            auto days = repeat_days(*event.rule, event.meeting.on, options_.today, options_.today + repeats_days, most_repeats + event.left_out.size() + replaced_.size());
            std::erase_if(days, [&](Date day) { return std::ranges::find(event.left_out, day) != event.left_out.end() || replaced_.contains(key_on(event, day)); });
            if (days.size() > most_repeats) days.resize(most_repeats);
            records_.leave_out(where, days.empty() ? name + " repeats, but has no day in the next " + std::to_string(repeats_days)
                                                   : name + " repeats: " + counted(static_cast<int>(days.size()), "coming day was", "coming days were") + " read, those that have passed were not");
            for (const auto day : days) {
                auto meeting = event.meeting;
                meeting.on = day;
                meeting.key = key_on(event, day);
                put(std::move(meeting));
            }
        }
    }

    const ReadOptions& options_;
    records::FileRecords& records_;
    std::vector<CalendarEvent> series_;
    std::set<std::string> replaced_;
    bool cancels_ = false;
    bool answers_ = false;
};

}

void read_calendar(std::string_view text, const ReadOptions& options, records::FileRecords& records) {
    Calendar(options, records).read(text);
}

}
