#include "app/ui/widgets/date/calendar_days.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
constexpr int first_year = 1900;
constexpr int last_year = 2999;

Date first_of(Month month) {
    return *Date::from_calendar(month.year, month.month, 1);
}

Date last_of(Month month) {
    for (int day = 31; day > 28; --day) {
        if (const auto date = Date::from_calendar(month.year, month.month, day)) {
            return *date;
        }
    }
    return first_of(month) + 27;
}

}

Month month_of(Date day) {
    return {day.year(), day.month()};
}

Month month_after(Month month, int months) {
    const int count = std::clamp(month.year * 12 + month.month - 1 + months, first_year * 12, last_year * 12 + 11);
    return {count / 12, count % 12 + 1};
}

std::string month_title(Month month) {
    return std::string(month_names[static_cast<std::size_t>(month.month - 1)]) + ' ' + std::to_string(month.year);
}

std::vector<Date> days_shown(Month month) {
    const auto first = first_of(month);
    const auto last = last_of(month);
    const auto begin = first - first.weekday();
    const auto end = last + (6 - last.weekday());
    std::vector<Date> days;
    for (auto day = begin; day <= end; day = day + 1) {
        days.push_back(day);
        if (day == day + 1) {
            break; // the last valid day
        }
    }
    return days;
}

int week_number(Date day) {
    // The week belongs to the year of its Thursday.
    const auto thursday = day + (3 - day.weekday());
    return (thursday - *Date::from_calendar(thursday.year(), 1, 1)) / 7 + 1;
}

Date moved(Date day, DayMove move) {
    const auto by_months = [&](int months) {
        const auto month = month_after(month_of(day), months);
        return month == month_of(day) ? day : std::min(first_of(month) + (day.day() - 1), last_of(month));
    };
    switch (move) {
    case DayMove::day_back:
        return day - 1;
    case DayMove::day_on:
        return day + 1;
    case DayMove::week_back:
        return day - 7;
    case DayMove::week_on:
        return day + 7;
    case DayMove::month_back:
        return by_months(-1);
    case DayMove::month_on:
        return by_months(1);
    }
    return day;
}

std::vector<QuickDay> quick_days(Date today, DateDirection lean, const DayRange& range) {
    const auto numbered = [](Date day) { return std::string(weekday_name(day)) + ' ' + std::to_string(day.day()); };
    std::vector<QuickDay> days;
    if (lean == DateDirection::past) {
        // The Friday before; on a Saturday yesterday was one.
        auto friday = today - ((today.weekday() + 2) % 7 + 1);
        friday = friday == today - 1 ? friday - 7 : friday;
        days = {{"Today", today}, {"Yesterday", today - 1}, {numbered(friday), friday}};
    } else {
        auto monday = today + (7 - today.weekday());
        monday = monday == today + 1 ? monday + 7 : monday;
        days = {{"Tomorrow", today + 1}, {numbered(monday), monday}, {"In 2 weeks", today + 14}};
    }
    std::erase_if(days, [&](const QuickDay& quick) { return !range.holds(quick.day); });
    return days;
}

std::string typed_words(Date day, Date today, DateDirection lean) {
    auto words = short_date(day, today);
    if (read_typed_date(words, today, lean) == DateReading(day)) {
        return words;
    }
    return words + ' ' + std::to_string(day.year());
}

std::string typing_examples(Date today, DateDirection lean) {
    if (lean == DateDirection::past) {
        const auto day = today - 13;
        return "Or type: tue, " + std::to_string(day.day()) + '.' + std::to_string(day.month()) + "., 2 weeks ago, last mon";
    }
    const auto day = today + 3;
    const auto next = month_after(month_of(today), 1);
    return "Or type: fri, " + std::to_string(day.day()) + '.' + std::to_string(day.month()) + "., in 2 weeks, end of " +
           std::string(month_names[static_cast<std::size_t>(next.month - 1)]);
}

std::string echo_of(std::string_view typed, Date day, Date today) {
    const auto words = folded(trimmed(typed));
    const auto without_year = folded(short_date(day, day));
    if (words == folded(day_words(day, today))) {
        return {};
    }
    if (words == folded(short_date(day, today)) || words == without_year + ' ' + std::to_string(day.year())) {
        const int away = day - today;
        return away >= -1 && away <= 1 ? relative_days(day, today) : std::string(weekday_name(day));
    }
    return day_words(day, today);
}

}
