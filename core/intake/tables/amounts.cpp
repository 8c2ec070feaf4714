#include "core/intake/tables/amounts.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/amount_words.hpp"
#include "core/intake/tables/cells.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace middleground {

using namespace importing;

namespace {

constexpr std::string_view about_words[] = {"~", "\u2248", "ca.", "ca", "approx.", "approx", "circa", "about", "c.", "est.", "up to"};

// Blanks and apostrophes of every kind as one.
std::string with_plain_signs(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const bool blank = point.value == 0xa0 || (point.value >= 0x2000 && point.value <= 0x200a) || point.value == 0x202f || point.value == 0x3000;
        if (blank) {
            plain += ' ';
        } else if (point.value == 0x2019 || point.value == '`') {
            plain += '\'';
        } else if (point.value == 0x2212 || point.value == 0x2013) {
            plain += '-';
        } else {
            plain.append(text.substr(at, point.length));
        }
        at += point.length;
    }
    return std::string(trimmed(plain));
}

bool is_of_number(char c) {
    return is_digit(c) || c == ',' || c == '.' || c == ' ' || c == '\'';
}

// A number as it is written, and what stands before and behind it.
struct Parts {
    std::string before, number, behind;
    int exponent = 0; // of 1.2E+05
    bool is_range = false;
};

std::optional<Parts> parts_of_amount(std::string_view text) {
    const auto begin = std::ranges::find_if(text, is_digit) - text.begin();
    auto first = static_cast<std::size_t>(begin);
    if (first == text.size()) return {};
    if (first > 0 && (text[first - 1] == '.' || text[first - 1] == ',') && (first == 1 || text[first - 2] == ' ')) --first; // ".5"
    auto end = first;
    while (end < text.size() && is_of_number(text[end])) ++end;
    Parts parts;
    auto number = text.substr(first, end - first);
    while (!number.empty() && !is_digit(number.back())) number.remove_suffix(1);
    auto rest = text.substr(first + number.size());
    if (rest.size() > 1 && (rest[0] == 'E' || rest[0] == 'e') && (is_digit(rest[1]) || ((rest[1] == '+' || rest[1] == '-') && rest.size() > 2 && is_digit(rest[2])))) {
        std::size_t at = is_digit(rest[1]) ? 1 : 2;
        int exponent = 0;
        while (at < rest.size() && is_digit(rest[at]) && exponent < 100) exponent = 10 * exponent + (rest[at++] - '0');
        parts.exponent = rest[1] == '-' ? -exponent : exponent;
        rest.remove_prefix(at);
    }
    // "R$ 1.234": the point of "Rs." belongs to the word.
    parts.before = trimmed(text.substr(0, first));
    parts.number = number;
    parts.behind = trimmed(rest);
    if (parts.behind.starts_with(".-") || parts.behind.starts_with(",-")) parts.behind.erase(0, 2);
    const auto words = folded(parts.behind);
    const bool goes_on = std::ranges::any_of(std::initializer_list<std::string_view>{"-", "to ", "bis ", "..", "~", "/", "a "}, [&](std::string_view one) { return words.starts_with(one); });
    parts.is_range = goes_on && std::ranges::any_of(parts.behind, is_digit);
    return parts;
}

struct Plain {
    std::string whole, decimals;
};

struct Shape {
    DecimalHint hint = DecimalHint::nothing;
    std::size_t decimal_at = std::string_view::npos; // where neither is in doubt
};

Shape shape_of(std::string_view number) {
    const auto commas = std::ranges::count(number, ',');
    const auto points = std::ranges::count(number, '.');
    Shape shape;
    if (commas == 0 && points == 0) return shape;
    const char last = number[number.find_last_of(",.")];
    const auto at = number.rfind(last);
    const auto hint = last == ',' ? DecimalHint::comma : DecimalHint::point;
    const bool single = (last == ',' ? commas : points) == 1;
    const auto behind = number.size() - at - 1;
    if (commas > 0 && points > 0) {
        if (single) return {hint, at};
        return shape;
    }
    if (!single) return {behind == 3 ? (last == ',' ? DecimalHint::point : DecimalHint::comma) : DecimalHint::nothing, std::string_view::npos};
    const bool may_group = behind == 3 && at > 0 && at <= 3 && number[0] != '0' && !number.contains(' ') && !number.contains('\'');
    if (may_group) return {DecimalHint::either, std::string_view::npos};
    return {hint, at};
}

std::optional<Plain> plain_number(std::string_view number, std::optional<DecimalSign> decimals) {
    const auto shape = shape_of(number);
    auto at = shape.decimal_at;
    if (shape.hint == DecimalHint::either && decimals) {
        const auto sign = number.find(*decimals == DecimalSign::comma ? ',' : '.');
        if (sign != std::string_view::npos) at = sign;
    }
    Plain plain;
    std::size_t group = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const char c = number[i];
        if (i == at) continue;
        if (is_digit(c)) {
            (i > at && at != std::string_view::npos ? plain.decimals : plain.whole) += c;
            if (at == std::string_view::npos || i < at) ++group;
        } else if (at != std::string_view::npos && i > at) {
            return {}; // "1.5,3.2"
        } else {
            // Groups have three digits, or two where lakhs are counted.
            if (grouped && group != 3 && group != 2) return {};
            grouped = true;
            group = 0;
        }
    }
    if (grouped && group != 3) return {};
    return plain;
}

// A unit so large that "1,234" of it is hardly a thousand of them.
constexpr int millions = 6;

// "$120,000": money with three decimals is written by nobody, but of the few currencies that have them.
bool says_its_currency(const Beside& beside) {
    return beside.known && (beside.crowns || (!beside.currency.empty() && currency_exponent(beside.currency) < 3));
}

bool is_of_crowns(std::string_view code) {
    return code == "SEK" || code == "NOK" || code == "DKK" || code == "ISK";
}

Beside beside_of(const Parts& parts) {
    Beside beside;
    take_beside(parts.before, beside);
    take_beside(parts.behind, beside);
    return beside;
}

std::unexpected<Error> no_amount(std::string_view cell, std::string why = {}) {
    return fail('"' + clean_line(cell, 40) + "\" is " + (why.empty() ? "not an amount" : std::move(why)), {}, "Write it as 184000 or 184,000.50, without a minus.");
}

std::string_view without_about(std::string_view text) {
    for (const auto word : about_words) {
        if (text.size() > word.size() && folded(text.substr(0, word.size())) == word) return trimmed(text.substr(word.size()));
    }
    return text;
}

}

bool says_nothing(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.empty()) return true;
    if (cell.size() > 20) return false;
    constexpr std::array<std::string_view, 24> words{"-", "--", "---", "\u2013", "\u2014", "?", "n/a", "na", "n.a.", "none", "k. a.", "k.a.", "tbd", "tbc", "tba",
                                                     "null", "nil", "s/d", "n/d", "nd", "\u043d\u0435\u0442", "keine angabe", "unknown", "(none)"};
    return std::ranges::find(words, folded(cell)) != words.end();
}

DecimalHint decimal_hint(std::string_view cell) {
    if (cell.size() > 60) return DecimalHint::nothing;
    const auto plain = with_plain_signs(cell);
    const auto parts = parts_of_amount(without_about(plain));
    if (!parts || parts->is_range || parts->exponent != 0) return DecimalHint::nothing;
    const auto hint = shape_of(parts->number).hint;
    const auto beside = beside_of(*parts);
    if (beside.zeros > 0) return beside.zeros >= millions && hint == DecimalHint::either ? hint : DecimalHint::nothing;
    return hint == DecimalHint::either && says_its_currency(beside) ? DecimalHint::nothing : hint;
}

Result<Money> imported_money(std::string_view cell, std::string_view currency, std::optional<DecimalSign> decimals, bool chosen) {
    constexpr std::size_t longest = 80;
    cell = trimmed(cell);
    if (const auto bracket = cell.find('('); bracket != std::string_view::npos && bracket > 0 && cell.ends_with(')')) {
        cell = trimmed(cell.substr(0, bracket));
    }
    if (cell.empty() || cell.size() > longest) return no_amount(cell);
    const auto plain = with_plain_signs(cell);
    const auto text = without_about(plain);
    if (text.starts_with('=')) return no_amount(cell);
    const auto parts = parts_of_amount(text);
    if (!parts) return no_amount(cell);
    if (parts->is_range) return no_amount(cell, "not one amount");
    const bool in_brackets = parts->before.starts_with('(') && parts->behind.ends_with(')');
    if (in_brackets || parts->before.starts_with('-') || parts->before.ends_with('-') || parts->behind.starts_with('-')) {
        return no_amount(cell, "below zero, and no amount of a deal is");
    }
    if (parts->before.starts_with('>') || parts->before.starts_with('<')) return no_amount(cell, "not one amount");
    const auto beside = beside_of(*parts);
    if (!beside.known) return no_amount(cell);
    if (beside.currency.empty() && beside.crowns && !is_of_crowns(currency)) {
        return fail('"' + clean_line(cell, 40) + "\" is in the crowns of one of several countries", {}, "Write SEK, NOK, DKK or ISK, or choose one of them for amounts that do not say.");
    }
    const std::string code = beside.currency.empty() ? std::string(currency) : beside.currency;
    if (!is_currency_code(code)) return fail("The amount has no currency", {}, "Say which currency amounts without one are in.");
    // "$5" of somebody who deals in Canadian dollars means those.
    const int exponent = currency_exponent(code);
    if (shape_of(parts->number).hint == DecimalHint::either) {
        if (beside.zeros >= millions) {
            if (!decimals) return no_amount(cell, "an amount that can be read in two ways");
        } else if (!chosen && says_its_currency(beside)) {
            decimals.reset();
        }
    }
    auto number = plain_number(parts->number, decimals);
    if (!number) return no_amount(cell);
    int shift = exponent + beside.zeros + parts->exponent;
    constexpr int most_shift = 40;
    if (shift > most_shift || shift < -most_shift) return no_amount(cell);
    auto digits = number->whole + number->decimals;
    auto point = static_cast<std::ptrdiff_t>(number->whole.size()) + shift;
    if (point < 0) {
        digits.insert(0, static_cast<std::size_t>(-point), '0');
        point = 0;
    }
    if (static_cast<std::size_t>(point) > digits.size()) digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
    const bool round_up = static_cast<std::size_t>(point) < digits.size() && digits[static_cast<std::size_t>(point)] >= '5';
    std::int64_t minor = 0;
    for (const char c : digits.substr(0, static_cast<std::size_t>(point))) {
        if (minor > (std::numeric_limits<std::int64_t>::max() - 10) / 10) return no_amount(cell, "larger than any amount");
        minor = 10 * minor + (c - '0');
    }
    return Money{minor + (round_up ? 1 : 0), code};
}

}
