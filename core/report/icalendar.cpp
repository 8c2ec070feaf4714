#include "core/report/icalendar.hpp"

#include "core/base/printed_text.hpp"

#include <algorithm>
#include <cstdlib>

namespace middleground {

namespace {

constexpr std::size_t longest_line = 75; // bytes, without the line end

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

void add_line(std::string& out, std::string line) {
    std::string_view rest = line;
    auto room = longest_line;
    while (rest.size() > room) {
        auto end = room;
        while (continues_character(rest[end])) {
            --end;
        }
        out += rest.substr(0, end);
        out += "\r\n ";
        rest.remove_prefix(end);
        room = longest_line - 1; // the space counts
    }
    out += rest;
    out += "\r\n";
}

// Section 3.3.11: TEXT. Control characters other than the line end and the tab are not allowed in it.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char byte : printed_text(text)) {
        if (byte == '\\' || byte == ';' || byte == ',') {
            out += '\\';
            out += byte;
        } else if (byte == '\n') {
            out += "\\n";
        } else {
            out += byte;
        }
    }
    return out;
}

std::string compact(Date date) {
    auto text = date.iso();
    std::erase(text, '-');
    return text;
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) add_line(out, std::string(name) + ':' + escaped(text));
}

// Grows from day to day and with every change within one.
int sequence(Date made_on, int changes) {
    constexpr int most_changes = 999;
    return std::max(0, made_on.days()) * (most_changes + 1) + std::clamp(changes, 0, most_changes);
}

void add_alarm(std::string& out, std::string_view summary, int hours) {
    add_line(out, "BEGIN:VALARM");
    add_line(out, "ACTION:DISPLAY");
    add_text(out, "DESCRIPTION", summary);
    add_line(out, "TRIGGER:" + std::string(hours < 0 ? "-" : "") + "PT" + std::to_string(std::abs(hours)) + 'H');
    add_line(out, "END:VALARM");
}

void begin(std::string& out, std::string_view component, std::string_view uid, Date made_on, int changes) {
    add_line(out, "BEGIN:" + std::string(component));
    add_text(out, "UID", uid);
    add_line(out, "DTSTAMP:" + compact(made_on) + "T000000Z");
    add_line(out, "SEQUENCE:" + std::to_string(sequence(made_on, changes)));
}

std::string_view words_of(TodoStatus status) {
    switch (status) {
    case TodoStatus::needs_action:
        return "NEEDS-ACTION";
    case TodoStatus::in_process:
        return "IN-PROCESS";
    case TodoStatus::completed:
        return "COMPLETED";
    case TodoStatus::cancelled:
        break;
    }
    return "CANCELLED";
}

}

std::string write_calendar(const Calendar& calendar) {
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//Middleground//Middleground//EN");
    add_line(out, "CALSCALE:GREGORIAN");
    add_line(out, "METHOD:PUBLISH");
    add_text(out, "X-WR-CALNAME", calendar.name);
    for (const auto& todo : calendar.todos) {
        begin(out, "VTODO", todo.uid, calendar.made_on, todo.changes);
        add_text(out, "SUMMARY", todo.summary);
        add_text(out, "DESCRIPTION", todo.description);
        if (todo.due) add_line(out, "DUE;VALUE=DATE:" + compact(*todo.due));
        add_line(out, "STATUS:" + std::string(words_of(todo.status)));
        // A moment is asked for, in UTC: noon is the user's own day in every zone but the farthest east.
        if (todo.completed) add_line(out, "COMPLETED:" + compact(*todo.completed) + "T120000Z");
        add_line(out, "END:VTODO");
    }
    for (const auto& day : calendar.days) {
        begin(out, "VEVENT", day.uid, calendar.made_on, day.changes);
        add_text(out, "SUMMARY", day.summary);
        add_text(out, "DESCRIPTION", day.description);
        add_line(out, "DTSTART;VALUE=DATE:" + compact(day.on));
        add_line(out, "DTEND;VALUE=DATE:" + compact(day.on + 1));
        add_line(out, "TRANSP:TRANSPARENT");
        if (day.cancelled) add_line(out, "STATUS:CANCELLED");
        if (day.alarm_hours && !day.cancelled) add_alarm(out, day.summary, *day.alarm_hours);
        add_line(out, "END:VEVENT");
    }
    add_line(out, "END:VCALENDAR");
    return out;
}

}
