// What a person types for a day. Apart from date.cpp because it guesses, and date.cpp never does.
#include "core/base/typed/typed_date.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/typed_date_phrases.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::string_view date_forms = "Type a date such as 30 Jun, 30.6., fri, in 2 weeks or 2026-06-30.";
constexpr std::size_t longest_typed = 60; // bytes
constexpr std::size_t most_tokens = 16;   // of the longest phrase and what has to be seen behind it
constexpr std::size_t most_typed_tokens = 64;

Error not_a_day(std::string_view text) {
    if (text.size() > longest_typed || first_invalid_utf8(text)) {
        return {"This is not a date", {}, std::string(date_forms)};
    }
    return {'"' + std::string(text) + "\" is not a date", {}, std::string(date_forms)};
}

// "+7", "-3"
DateReading offset_from(std::string_view text, Date today) {
    if (text.size() < 2 || text.size() > 7) {
        return not_a_day(text);
    }
    int days = 0;
    for (const char c : text.substr(1)) {
        if (c < '0' || c > '9') {
            return not_a_day(text);
        }
        days = days * 10 + (c - '0');
    }
    const int offset = text.front() == '-' ? -days : days;
    const auto date = today + offset;
    if (date - today != offset) {
        return Error{"That date is outside the years 1900 to 2999", {}, std::string(date_forms)};
    }
    return date;
}

// What may stand before a day without changing it.
bool is_preposition(std::string_view word) {
    constexpr std::array<std::string_view, 10> words{"by", "on", "until", "till", "due", "am", "bis", "le", "el", "il"};
    return std::ranges::find(words, word) != words.end();
}

// Dots and commas behind the last word.
bool is_rest_empty(const std::vector<Token>& tokens, std::size_t at) {
    return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(std::min(at, tokens.size())), tokens.end(),
                       [](const Token& token) { return token.kind == TokenKind::sign && (token.text == "." || token.text == ","); });
}

}

DateReading read_typed_date(std::string_view typed, Date today, DateDirection lean, PeriodDay period) {
    const auto text = trimmed(typed);
    if (text.empty()) {
        return Error{"No date was typed", {}, std::string(date_forms)};
    }
    if (text.size() > longest_typed || first_invalid_utf8(text)) {
        return not_a_day(text);
    }
    if (text.front() == '+' || text.front() == '-') {
        return offset_from(text, today);
    }
    const auto tokens = date_tokens(text, 0, most_typed_tokens);
    const PhraseRules rules{today, lean, PhraseScope::whole, period};
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
        if (at == 1 && (tokens.empty() || !is_preposition(tokens.front().text))) {
            break;
        }
        if (const auto found = longest_phrase(tokens, at, rules); found && is_rest_empty(tokens, found->end)) {
            return found->day;
        }
    }
    return not_a_day(text);
}

Result<std::optional<Date>> day_in_field(std::string_view typed, Date today, DateDirection lean, std::string_view field, PeriodDay period) {
    if (trimmed(typed).empty()) return std::optional<Date>();
    const auto reading = read_typed_date(typed, today, lean, period);
    if (const auto* day = std::get_if<Date>(&reading)) return std::optional(*day);
    if (const auto* two = std::get_if<AmbiguousDate>(&reading)) {
        return fail("\u201c" + std::string(trimmed(typed)) + "\u201d could be " + short_date(two->first, today) + " or " +
                        short_date(two->second, today),
                    std::string(field), "Type the month as a word.");
    }
    auto error = std::get<Error>(reading);
    error.where = field;
    return std::unexpected(std::move(error));
}

Result<Date> parse_typed_date(std::string_view text, Date today) {
    const auto reading = read_typed_date(text, today);
    if (const auto* date = std::get_if<Date>(&reading)) {
        return *date;
    }
    if (const auto* error = std::get_if<Error>(&reading)) {
        return std::unexpected(*error);
    }
    const auto& both = std::get<AmbiguousDate>(reading);
    const auto first = short_date(both.first, today);
    const auto second = short_date(both.second, today);
    return fail('"' + std::string(trimmed(text)) + "\" could be " + first + " or " + second, {}, "Type " + first + " or " + second + '.');
}

std::optional<DatePhrase> find_date_phrase(std::string_view text, std::size_t from, Date today, DateDirection lean, PeriodDay period) {
    if (from >= text.size() || is_inside_word(text, from)) {
        return {};
    }
    const auto tokens = date_tokens(text, from, most_tokens);
    if (tokens.empty() || tokens.front().begin != from) {
        return {};
    }
    const auto found = longest_phrase(tokens, 0, {today, lean, PhraseScope::inside, period});
    if (!found || std::holds_alternative<Error>(found->day)) {
        return {};
    }
    const auto end = tokens[found->end - 1].end;
    if (is_inside_word(text, end)) {
        return {};
    }
    DatePhrase phrase{from, end, {}, found->strength};
    if (const auto* date = std::get_if<Date>(&found->day)) {
        phrase.day = *date;
    } else {
        phrase.day = std::get<AmbiguousDate>(found->day);
    }
    return phrase;
}

std::string day_words(Date date, Date today) {
    return std::string(weekday_name(date)) + ' ' + short_date(date, today);
}

}
