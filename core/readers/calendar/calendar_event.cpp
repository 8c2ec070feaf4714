#include "core/readers/calendar/calendar_event.hpp"

#include "core/base/code_point.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/readers/mail/html_text.hpp"
#include "core/readers/words.hpp"

#include <array>

namespace middleground::readers {

namespace {

constexpr std::int32_t minutes_a_day = 24 * 60;
constexpr std::size_t longest_description = 10000; // bytes
constexpr std::size_t most_attendees = 500;

records::Party party_of(const ContentLine& line) {
    records::Party party;
    const auto addresses = mail_addresses_in(printed_line(line.value));
    if (!addresses.empty()) party.address = addresses.front();
    if (party.address.empty()) {
        // Exchange writes its own names of people ("/o=ExchangeLabs/..."); the address may stand beside.
        const auto beside = mail_addresses_in(printed_line(line["email"]));
        if (!beside.empty()) party.address = beside.front();
    }
    party.name = person_name_of(line["cn"]);
    if (party.name.empty()) party.name = name_in_address(party.address);
    return party;
}

records::Answer answer_of(std::string_view state) {
    if (same_word(state, "accepted")) return records::Answer::accepted;
    if (same_word(state, "declined")) return records::Answer::declined;
    return same_word(state, "tentative") ? records::Answer::tentative : records::Answer::none;
}

bool is_html(std::string_view text) {
    for (const std::string_view tag : {"<br", "<p>", "<p ", "<a ", "<b>", "<ul", "<span", "<div", "<html"}) {
        if (find_word(text, tag) != std::string_view::npos) return true;
    }
    return false;
}

// Its line ends count beside its tags.
std::string with_breaks(std::string_view text) {
    std::string html;
    for (const char c : text) {
        if (c == '\n') html += "<br>";
        else html += c;
    }
    return html;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

}

std::optional<CalendarTime> calendar_time(std::string_view value, std::int32_t utc_minutes) {
    std::string plain;
    for (const char c : trimmed(value).substr(0, 40)) {
        if (c != '-' && c != ':') plain += c;
    }
    const std::string_view text = plain;
    if (text.size() < 8) return {};
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(4, 2)), day = digits(text.substr(6, 2));
    if (!year || !month || !day) return {};
    const auto date = Date::from_calendar(*year, *month, *day);
    if (!date) return {};
    CalendarTime time{*date, -1};
    if (text.size() >= 13 && (text[8] == 'T' || text[8] == 't' || text[8] == ' ')) {
        const auto hour = digits(text.substr(9, 2)), minute = digits(text.substr(11, 2));
        if (!hour || !minute || *hour > 24 || *minute > 59) return {};
        auto minutes = *hour * 60 + *minute;
        if (text.ends_with('Z') || text.ends_with('z')) minutes += utc_minutes;
        const auto days = minutes >= 0 ? minutes / minutes_a_day : -((minutes_a_day - 1 - minutes) / minutes_a_day);
        time.day = time.day + days;
        time.minute = minutes - days * minutes_a_day;
    }
    return time;
}

std::optional<std::int32_t> duration_minutes(std::string_view value) {
    value = trimmed(value);
    const bool back = value.starts_with('-');
    if (back || value.starts_with('+')) value.remove_prefix(1);
    if (!value.starts_with('P')) return {};
    std::int64_t seconds = 0, number = 0;
    for (const char c : value.substr(1, 40)) {
        if (c >= '0' && c <= '9') {
            number = std::min<std::int64_t>(number * 10 + (c - '0'), 1000000);
            continue;
        }
        seconds += number * (c == 'W' ? 7 * 86400 : c == 'D' ? 86400 : c == 'H' ? 3600 : c == 'M' ? 60 : c == 'S' ? 1 : 0);
        number = 0;
    }
    return static_cast<std::int32_t>(std::min<std::int64_t>(seconds / 60, 1000000)) * (back ? -1 : 1);
}

void CalendarEvent::take(const ContentLine& content, std::int32_t utc_minutes) {
    const auto& name = content.name;
    if (name == "uid") {
        uid = trimmed(content.value);
    } else if (name == "sequence") {
        meeting.sequence = digits(trimmed(content.value).substr(0, 8)).value_or(0);
    } else if (name == "summary") {
        meeting.title = trimmed(printed_line(unescaped_value(content.value)));
    } else if (name == "description") {
        auto text = unescaped_value(cut_to(content.value, longest_description));
        // Google writes HTML as soon as somebody made a word bold.
        if (is_html(text)) text = html_text(with_breaks(text));
        meeting.text = without_joining(printed_text(text));
    } else if (name == "location") {
        meeting.place = trimmed(printed_line(unescaped_value(content.value)));
    } else if (name == "dtstart" || name == "dtend") {
        const auto time = calendar_time(content.value, utc_minutes);
        if (!time) return;
        if (name == "dtend") {
            meeting.to_minute = time->minute;
            return;
        }
        has_start = true;
        meeting.on = time->day;
        meeting.from_minute = time->minute;
    } else if (name == "duration") {
        lasts = duration_minutes(content.value).value_or(-1);
    } else if (name == "organizer") {
        auto who = party_of(content);
        if (!who.name.empty() || !who.address.empty()) meeting.organizer = std::move(who);
    } else if (name == "attendee") {
        if (is_one_of(content["cutype"], {"room", "resource"}) || meeting.attendees.size() >= most_attendees) return;
        auto who = party_of(content);
        if (who.name.empty() && who.address.empty()) return;
        meeting.attendees.push_back({std::move(who), answer_of(content["partstat"]), same_word(content["role"], "opt-participant") || same_word(content["role"], "non-participant")});
    } else if (name == "status") {
        meeting.cancelled |= same_word(trimmed(content.value), "cancelled");
    } else if (name == "recurrence-id") {
        if (const auto time = calendar_time(content.value, utc_minutes)) occurrence = time->day;
    } else if (name == "rrule") {
        rule = repeat_rule(content.value);
        unreadable_rule = !rule;
    } else if (name == "exdate") {
        for (const auto& one : values_between(content.value, ',')) {
            constexpr std::size_t most = 2000;
            if (const auto time = calendar_time(one, utc_minutes); time && left_out.size() < most) left_out.push_back(time->day);
        }
    } else if (name == "dtstamp" || name == "last-modified") {
        if (const auto time = calendar_time(content.value, utc_minutes); time && (!meeting.made || time->day > *meeting.made)) meeting.made = time->day;
    } else if (name == "x-microsoft-cdo-busystatus") {
        hidden |= is_one_of(trimmed(content.value), {"oof", "workingelsewhere"});
    }
}

void CalendarEvent::finish(bool cancelled, bool answer_only) {
    meeting.cancelled |= cancelled;
    meeting.answer_only = answer_only;
    for (const std::string_view mark : {"Canceled: ", "Cancelled: ", "Canceled event: ", "Abgesagt: ", "Annul\u00e9: ", "Annul\u00e9 : ", "Cancelado: "}) {
        if (!meeting.title.starts_with(mark)) continue;
        meeting.cancelled = true;
        meeting.title.erase(0, mark.size());
    }
    if (meeting.from_minute >= 0 && meeting.to_minute < 0 && lasts > 0) meeting.to_minute = std::min(meeting.from_minute + lasts, minutes_a_day);
    if (meeting.from_minute < 0) meeting.to_minute = -1;
    // The organizer often stands among those who are invited, too.
    if (meeting.organizer) {
        std::erase_if(meeting.attendees, [&](const records::Attendee& one) {
            return meeting.organizer->address.empty() ? one.who.name == meeting.organizer->name : one.who.address == meeting.organizer->address;
        });
    }
}

std::string without_joining(std::string_view text) {
    constexpr std::array<std::string_view, 14> marks{"________________", "-::~:~::~", "Join Zoom Meeting", "Microsoft Teams meeting", "Microsoft Teams Meeting",
                                                     "Microsoft Teams-Besprechung", "Join with Google Meet", "Join on your computer", "Nehmen Sie per Computer",
                                                     "R\u00e9union Microsoft Teams", "Reuni\u00f3n de Microsoft Teams", "is inviting you to a scheduled Zoom meeting", "Join by phone", "Microsoft Teams Need help?"};
    std::string kept;
    while (!text.empty()) {
        const auto line = take_line(text);
        if (std::ranges::any_of(marks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; })) break;
        kept.append(line).append(1, '\n');
    }
    return std::string(trimmed(kept));
}

}
