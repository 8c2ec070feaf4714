#include "core/readers/plan/plan_days.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/readers/words.hpp"

#include <array>
#include <cstdlib>
#include <variant>

namespace middleground::readers {

namespace {

constexpr std::size_t longest_day = 60; // bytes

int number_in(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        number = 10 * number + (c - '0');
    }
    return number;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

// "KW 28", "CW28", "week 28": the Friday of that week, as the calendar of ISO 8601 counts them, in the year that is nearest.
std::optional<Date> friday_of_week(std::string_view text, Date today) {
    for (const std::string_view word : {"kw", "cw", "calendar week", "week", "wk"}) {
        if (!begins_with_word(text, word)) continue;
        const auto rest = trimmed(text.substr(word.size()));
        const auto count = digits_at(rest, 0);
        if (count == 0 || count > 2 || count != rest.size()) return {};
        const int week = number_in(rest);
        if (week < 1 || week > 53) return {};
        std::optional<Date> nearest;
        for (int year = today.year() - 1; year <= today.year() + 1; ++year) {
            const auto fourth = Date::from_calendar(year, 1, 4); // always in the first week
            if (!fourth) continue;
            const auto friday = *fourth - fourth->weekday() + (7 * (week - 1) + 4);
            if (!nearest || std::abs(friday - today) < std::abs(*nearest - today)) nearest = friday;
        }
        return nearest;
    }
    return {};
}

std::optional<Date> told(const std::variant<Date, AmbiguousDate>& day, const PlanDays& days) {
    if (const auto* one = std::get_if<Date>(&day)) return *one;
    const auto& both = std::get<AmbiguousDate>(day);
    if (!days.day_first) return {};
    return *days.day_first ? both.first : both.second;
}

std::optional<std::variant<Date, AmbiguousDate>> reading_of(std::string_view text, Date today) {
    const auto reading = read_typed_date(text, today, DateDirection::nearest, PeriodDay::last);
    if (const auto* day = std::get_if<Date>(&reading)) return *day;
    if (const auto* both = std::get_if<AmbiguousDate>(&reading)) return *both;
    return {};
}

bool ends_with_word(std::string_view text, std::string_view word) {
    if (text.size() <= word.size() || !same_word(text.substr(text.size() - word.size()), word)) return false;
    return text[text.size() - word.size() - 1] == ' ';
}

// Takes what leads to a day off the end; whether anything does that makes a day of a word such as "July".
bool take_lead(std::string_view& title, bool done) {
    bool leads = false;
    for (bool again = true; again;) {
        again = false;
        title = trimmed(title);
        for (const std::string_view mark : {",", ";", ":", "-", "|", "(", "\u2013", "\u2014"}) {
            if (title.size() <= mark.size() || !title.ends_with(mark)) continue;
            title.remove_suffix(mark.size());
            leads = again = true;
        }
        title = trimmed(title);
        for (const std::string_view word : {"by", "due", "until", "till", "before", "bis", "f\u00e4llig"}) {
            if (!ends_with_word(title, word)) continue;
            title = trimmed(title.substr(0, title.size() - word.size()));
            leads = again = true;
        }
        for (const std::string_view word : {"on", "am", "done", "finished", "completed", "erledigt"}) {
            const bool state = word != "on" && word != "am";
            if ((state && !done) || !ends_with_word(title, word)) continue;
            title = trimmed(title.substr(0, title.size() - word.size()));
            again = true;
            leads |= state;
        }
    }
    return leads;
}

}

PlanDays plan_days(std::string_view plan, Date today) {
    PlanDays days{today, {}, {}};
    bool day_first = false, month_first = false;
    for (std::size_t at = plan.find('/'); at != std::string_view::npos; at = plan.find('/', at + 1)) {
        // "30/06/2026": the first of its two strokes.
        std::size_t before = 0;
        while (before < at && before < 3 && is_digit(plan[at - before - 1])) ++before;
        const auto behind = digits_at(plan, at + 1);
        const auto next = at + 1 + behind;
        if (before == 0 || before > 2 || behind == 0 || behind > 2 || next >= plan.size() || plan[next] != '/' || digits_at(plan, next + 1) < 2) continue;
        const int one = number_in(plan.substr(at - before, before)), two = number_in(plan.substr(at + 1, behind));
        day_first |= one > 12 && one <= 31 && two <= 12;
        month_first |= two > 12 && two <= 31 && one <= 12;
    }
    if (day_first != month_first) days.day_first = day_first;
    return days;
}

std::optional<Date> plan_day(std::string_view text, const PlanDays& days) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_day) return {};
    if (const auto week = friday_of_week(text, days.today)) return week;
    // "End of August" of "August", which alone would begin there; a year alone is no day.
    if (is_digit(text.front())) {
        const auto day = reading_of(text, days.today);
        return day ? told(*day, days) : std::nullopt;
    }
    if (const auto last = reading_of("end of " + std::string(text), days.today)) return told(*last, days);
    const auto day = reading_of(text, days.today);
    return day ? told(*day, days) : std::nullopt;
}

bool is_doubtful_day(std::string_view text, const PlanDays& days) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_day) return false;
    const auto day = reading_of(text, days.today);
    return day && !told(*day, days);
}

bool says_no_day_yet(std::string_view text) {
    return is_one_of(trimmed(text), {"", "-", "--", "\u2013", "\u2014", "?", "tbd", "tbc", "tba", "n/a", "na", "none", "open", "offen"});
}

std::optional<Date> take_last_day(std::string_view& title, PlanDays& days, bool done) {
    title = trimmed(title);
    auto text = title;
    if (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
    const auto begin = text.size() > longest_day ? text.size() - longest_day : 0;
    for (auto from = std::max<std::size_t>(begin, 1); from < text.size(); ++from) {
        const char before = text[from - 1];
        if (before != ' ' && before != ',' && before != ':' && before != '(') continue;
        const auto found = find_date_phrase(text, from, days.today, DateDirection::nearest);
        if (!found || found->begin != from || found->end != text.size()) continue;
        auto left = text.substr(0, from);
        const bool leads = take_lead(left, done);
        if (left.empty() || (found->strength == PhraseStrength::weak && !leads)) continue;
        const auto words = text.substr(from);
        title = left;
        if (const auto day = plan_day(words, days)) return day;
        if (const auto day = told(found->day, days)) return day;
        days.unread = words;
        return {};
    }
    return {};
}

}
