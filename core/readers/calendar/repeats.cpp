#include "core/readers/calendar/repeats.hpp"

#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <charconv>

namespace middleground::readers {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::int32_t most_days = 36525;

std::optional<int> whole(std::string_view text) {
    int value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

int days_of_month(Date day) {
    const bool last = day.month() == 12;
    const auto first = *Date::from_calendar(day.year(), day.month(), 1);
    const auto next = Date::from_calendar(last ? day.year() + 1 : day.year(), last ? 1 : day.month() + 1, 1);
    return next ? *next - first : 31;
}

bool falls_on(const RepeatRule& rule, Date start, Date day) {
    using Every = RepeatRule::Every;
    const auto monday = [](Date any) { return any - any.weekday(); };
    const int months = (day.year() - start.year()) * 12 + day.month() - start.month();
    switch (rule.every) {
    case Every::day:
        if ((day - start) % rule.interval != 0) return false;
        break;
    case Every::week:
        if ((monday(day) - monday(start)) / 7 % rule.interval != 0) return false;
        if (rule.weekdays.empty()) return day.weekday() == start.weekday();
        break;
    case Every::month:
        if (months % rule.interval != 0) return false;
        if (rule.weekdays.empty() && rule.month_days.empty()) return day.day() == start.day();
        break;
    case Every::year:
        if ((day.year() - start.year()) % rule.interval != 0) return false;
        if (day.month() != start.month()) return false;
        if (rule.weekdays.empty() && rule.month_days.empty()) return day.day() == start.day();
        break;
    }
    const int length = days_of_month(day);
    if (!rule.month_days.empty() && std::ranges::none_of(rule.month_days, [&](int at) { return day.day() == (at > 0 ? at : length + 1 + at); })) return false;
    if (rule.weekdays.empty()) return true;
    return std::ranges::any_of(rule.weekdays, [&](const std::pair<int, int>& one) {
        if (one.second != day.weekday()) return false;
        const int from_begin = (day.day() - 1) / 7 + 1;
        const int from_end = -((length - day.day()) / 7 + 1);
        return one.first == 0 || rule.every == Every::week || one.first == from_begin || one.first == from_end;
    });
}

}

std::optional<RepeatRule> repeat_rule(std::string_view value) {
    RepeatRule rule;
    bool has_every = false;
    while (!value.empty()) {
        const auto end = std::min(value.find(';'), value.size());
        const auto part = trimmed(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
        if (part.empty()) continue;
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) return {};
        const auto name = lowered(part.substr(0, equals));
        auto rest = part.substr(equals + 1);
        if (name == "freq") {
            has_every = true;
            if (same_word(rest, "daily")) rule.every = RepeatRule::Every::day;
            else if (same_word(rest, "weekly")) rule.every = RepeatRule::Every::week;
            else if (same_word(rest, "monthly")) rule.every = RepeatRule::Every::month;
            else if (same_word(rest, "yearly")) rule.every = RepeatRule::Every::year;
            else return {};
        } else if (name == "interval" || name == "count") {
            const auto number = whole(rest);
            if (!number || *number < 1 || *number > 100000) return {};
            (name == "count" ? rule.count : rule.interval) = std::min(*number, 1000);
            if (name == "count") rule.count = *number;
        } else if (name == "until") {
            if (rest.size() < 8) return {};
            const auto year = whole(rest.substr(0, 4)), month = whole(rest.substr(4, 2)), day = whole(rest.substr(6, 2));
            const auto date = year && month && day ? Date::from_calendar(*year, *month, *day) : fail("");
            if (!date) return {};
            rule.until = *date;
        } else if (name == "byday" || name == "bymonthday") {
            while (!rest.empty()) {
                const auto comma = std::min(rest.find(','), rest.size());
                const auto one = trimmed(rest.substr(0, comma));
                rest.remove_prefix(std::min(comma + 1, rest.size()));
                if (name == "bymonthday") {
                    const auto number = whole(one);
                    if (!number || *number == 0 || *number > 31 || *number < -31) return {};
                    rule.month_days.push_back(*number);
                    continue;
                }
                if (one.size() < 2) return {};
                const auto found = std::ranges::find_if(weekdays, [&](std::string_view known) { return same_word(one.substr(one.size() - 2), known); });
                const auto which = one.size() == 2 ? std::optional(0) : whole(one.substr(0, one.size() - 2));
                if (found == weekdays.end() || !which || *which > 5 || *which < -5) return {};
                rule.weekdays.emplace_back(*which, static_cast<int>(found - weekdays.begin()));
            }
            if (rule.weekdays.size() > 40 || rule.month_days.size() > 40) return {};
        } else if (name != "wkst") {
            return {}; // BYSETPOS, BYMONTH, BYHOUR ...
        }
    }
    return has_every ? std::optional(rule) : std::nullopt;
}

std::vector<Date> repeat_days(const RepeatRule& rule, Date start, Date from, Date last, std::size_t most) {
    std::vector<Date> days;
    const auto end = std::min({last, rule.until.value_or(last), start + most_days});
    int number = 0;
    for (auto day = start; day <= end && days.size() < most; day = day + 1) {
        // The first day is one of them whatever the rule says.
        if (day != start && !falls_on(rule, start, day)) continue;
        if (rule.count > 0 && ++number > rule.count) break;
        if (day >= from) days.push_back(day);
    }
    return days;
}

}
