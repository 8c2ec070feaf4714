#include "core/base/date.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2999;

struct Calendar {
    int year;
    int month;
    int day;
};

constexpr bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<unsigned>(month - 1)];
}

// Counts in eras of 400 years that begin on 1 March, so that the leap day is the last of its year (Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms"). Years are positive here, which saves the cases for negative eras.
constexpr std::int32_t days_from_calendar(int year, int month, int day) {
    const int shifted_year = month <= 2 ? year - 1 : year;
    const int era = shifted_year / 400;
    const int year_of_era = shifted_year - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

constexpr Calendar calendar_from_days(std::int32_t days) {
    const int shifted = days + 719468;
    const int era = shifted / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day};
}

constexpr std::int32_t first_day = days_from_calendar(first_year, 1, 1);
constexpr std::int32_t last_day = days_from_calendar(last_year, 12, 31);

std::string padded(int value, int width) {
    auto text = std::to_string(value);
    while (static_cast<int>(text.size()) < width) {
        text.insert(text.begin(), '0');
    }
    return text;
}

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}

Date Date::from_days(std::int32_t days) {
    Date date;
    date.days_ = std::clamp(days, first_day, last_day);
    return date;
}

Result<Date> Date::from_calendar(int year, int month, int day) {
    if (year < first_year || year > last_year) {
        return fail("The year " + std::to_string(year) + " is outside 1900 to 2999", {}, "Type a year such as 2026.");
    }
    if (month < 1 || month > 12) {
        return fail("There is no month " + std::to_string(month), {}, "Months go from 1 to 12.");
    }
    if (day < 1 || day > days_in_month(year, month)) {
        const auto month_name = std::string(month_names[static_cast<unsigned>(month - 1)]);
        return fail("There is no " + std::to_string(day) + ' ' + month_name + ' ' + std::to_string(year), {},
                    month_name + ' ' + std::to_string(year) + " has " + std::to_string(days_in_month(year, month)) + " days.");
    }
    return from_days(days_from_calendar(year, month, day));
}

Result<Date> Date::parse(std::string_view text) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (auto i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const int year = digits(0, 4);
        const int month = digits(5, 2);
        const int day = digits(8, 2);
        if (year >= 0 && month >= 0 && day >= 0) {
            return from_calendar(year, month, day);
        }
    }
    return fail("This is not a date of the form 2026-06-30");
}

int Date::year() const {
    return calendar_from_days(days_).year;
}
int Date::month() const {
    return calendar_from_days(days_).month;
}
int Date::day() const {
    return calendar_from_days(days_).day;
}

int Date::weekday() const {
    return (days_ - first_day) % 7; // 1900-01-01 was a Monday
}

std::string Date::iso() const {
    const auto calendar = calendar_from_days(days_);
    return padded(calendar.year, 4) + '-' + padded(calendar.month, 2) + '-' + padded(calendar.day, 2);
}

Date Date::operator+(std::int32_t days) const {
    const auto sum = std::int64_t{days_} + days;
    return from_days(static_cast<std::int32_t>(std::clamp<std::int64_t>(sum, first_day, last_day)));
}

std::string short_date(Date date, Date today) {
    const auto calendar = calendar_from_days(date.days());
    auto text = std::to_string(calendar.day) + ' ' + std::string(month_names[static_cast<unsigned>(calendar.month - 1)]);
    if (calendar.year != today.year()) {
        text += ' ' + std::to_string(calendar.year);
    }
    return text;
}

std::string relative_days(Date date, Date today) {
    const auto days = date - today;
    switch (days) {
    case 0:
        return "today";
    case 1:
        return "tomorrow";
    case -1:
        return "yesterday";
    default:
        return days > 0 ? "in " + std::to_string(days) + " days" : std::to_string(-days) + " days ago";
    }
}

std::string_view weekday_name(Date date) {
    constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[static_cast<unsigned>(date.weekday())];
}

}
