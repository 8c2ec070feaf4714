#include "core/readers/mail/mail_date.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/readers/words.hpp"

#include <array>
#include <charconv>

namespace middleground::readers {

namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<int> number_in(std::string_view word) {
    int value = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc() || end != word.data() + word.size()) return {};
    return value;
}

// "9 Jun 2026", with anything before and behind it.
std::optional<Date> of_rfc_5322(std::string_view value) {
    std::array<std::string_view, 3> words; // the last three
    std::size_t count = 0;
    while (!value.empty()) {
        const auto begin = value.find_first_not_of(" \t,-");
        if (begin == std::string_view::npos) break;
        value.remove_prefix(begin);
        const auto end = std::min(value.find_first_of(" \t,-"), value.size());
        words = {words[1], words[2], value.substr(0, end)};
        value.remove_prefix(end);
        if (++count > 12) break;
        if (words[1].size() < 3) continue;
        const auto month = std::ranges::find_if(months, [&](std::string_view name) { return same_word(words[1].substr(0, 3), name); });
        const auto day = number_in(words[0]);
        auto year = number_in(words[2]);
        if (month == months.end() || !day || !year) continue;
        if (words[2].size() == 2) *year += *year < 50 ? 2000 : 1900;
        if (words[2].size() == 3) *year += 1900;
        const auto date = Date::from_calendar(*year, static_cast<int>(month - months.begin()) + 1, *day);
        return date ? std::optional(*date) : std::nullopt;
    }
    return {};
}

}

std::optional<Date> mail_day(std::string_view value) {
    constexpr std::size_t longest = 200; // bytes
    value = trimmed(value.substr(0, longest));
    if (const auto day = of_rfc_5322(value)) return day;
    // A day anywhere in it that has its year, so that today makes no difference; the longest.
    std::optional<Date> best;
    std::size_t best_length = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == ' ') continue;
        const auto found = find_date_phrase(value, at, Date());
        if (!found || found->end - found->begin <= best_length) continue;
        const auto words = value.substr(found->begin, found->end - found->begin);
        int digits = 0;
        int numbers = 0; // of "Jun 2026" there is one: no day
        bool has_year = false;
        for (const char c : words) {
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            numbers += digits == 1 ? 1 : 0;
            has_year |= digits == 4;
        }
        if (!has_year || numbers < 2) continue;
        const auto* day = std::get_if<Date>(&found->day);
        best = day ? std::optional(*day) : std::nullopt;
        best_length = found->end - found->begin;
    }
    return best;
}

}
