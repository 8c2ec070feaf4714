// What a person types for an amount.
#include "core/base/ascii.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_number.hpp"

#include <limits>
#include <utility>

namespace middleground {

namespace {

constexpr std::string_view amount_forms = "Type an amount such as 184000, 184,000.50, 184k or 1.2m USD.";

std::unexpected<Error> not_an_amount(std::string_view text) {
    if (text.size() > 60 || first_invalid_utf8(text)) {
        return fail("This is not an amount", {}, std::string(amount_forms));
    }
    return fail('"' + std::string(text) + "\" is not an amount", {}, std::string(amount_forms));
}

std::unexpected<Error> unknown_word(std::string_view word) {
    return fail('"' + std::string(word) + "\" is neither a currency nor a short form", {}, std::string(amount_forms));
}

// The currencies of the signs at both ends, and what stands between them.
struct Signs {
    std::string before;
    std::string after;
};
struct Signed {
    Signs signs;
    std::string_view body;
};
Signed signs_of(std::string_view text, std::string_view default_currency) {
    std::string_view rest = text;
    Signs signs;
    signs.before = currency_of_sign(text, SignPlace::before, default_currency, rest);
    const auto tail = trimmed(rest);
    rest = tail;
    signs.after = currency_of_sign(tail, SignPlace::after, default_currency, rest);
    return {std::move(signs), trimmed(rest)};
}

std::string in_capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

}

Result<Money> parse_typed_money(std::string_view typed, std::string_view default_currency) {
    const auto text = trimmed(typed);
    if (text.empty()) {
        return fail("No amount was typed", {}, std::string(amount_forms));
    }
    if (text.size() > 60) {
        return not_an_amount(text);
    }
    if (text.starts_with('-') || text.starts_with("\u2212") || text.starts_with('(')) {
        return fail("An amount cannot be negative", {}, std::string(amount_forms));
    }
    const auto [signs, body] = signs_of(text, default_currency);
    if (body.starts_with('-') || body.starts_with("\u2212")) {
        return fail("An amount cannot be negative", {}, std::string(amount_forms));
    }
    const auto characters = plain_amount(body);
    if (!characters) {
        return not_an_amount(text);
    }

    // [letters] number [letters]
    std::size_t begin = 0;
    while (begin < characters->size() && is_ascii_letter((*characters)[begin])) {
        ++begin;
    }
    std::size_t end = begin;
    while (end < characters->size() && is_of_typed_number((*characters)[end])) {
        ++end;
    }
    std::string after;
    for (const char c : characters->substr(end)) {
        if (!is_ascii_letter(c) && c != ' ') {
            return not_an_amount(text);
        }
        if (c != ' ') {
            after += c;
        }
    }
    const auto before = in_capitals(characters->substr(0, begin));
    const auto affixes = affixes_of(in_capitals(after));
    if (!affixes || (!before.empty() && !is_known_currency(before))) {
        const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
        return has_digit ? unknown_word(affixes ? characters->substr(0, begin) : trimmed(characters->substr(end))) : not_an_amount(text);
    }
    std::string currency = before.empty() ? affixes->currency : before;
    // "$100 CAD" names one currency, though "$" alone would be another.
    const auto named = signs_of(text, currency.empty() ? default_currency : std::string_view(currency)).signs;
    for (const auto& code : {affixes->currency, named.before, named.after}) {
        if (!currency.empty() && !code.empty() && code != currency) {
            return fail("An amount has one currency, but this has " + currency + " and " + code, {},
                        "Leave out one of them, as in 184000 " + currency + '.');
        }
        currency = currency.empty() ? code : currency;
    }
    if (currency.empty()) {
        currency = default_currency;
    }
    if (!is_currency_code(currency)) {
        return fail("The amount has no currency", {}, "Type one with it, such as 184000 EUR.");
    }

    const int exponent = currency_exponent(currency);
    auto number = typed_number(trimmed(std::string_view(*characters).substr(begin, end - begin)), exponent == 3 ? '.' : '\0');
    if (!number) {
        return not_an_amount(text);
    }
    // Trailing zeros say nothing: "1.50" thousand, "100.000" of a currency without decimals would be grouped anyway.
    while (number->decimals.ends_with('0') && static_cast<int>(number->decimals.size()) > exponent + affixes->zeros) {
        number->decimals.pop_back();
    }
    if (static_cast<int>(number->decimals.size()) > exponent + affixes->zeros) {
        return fail(currency + " has " + (exponent == 0 ? "no" : std::to_string(exponent)) + " decimals", {},
                    "Leave out the other digits.");
    }
    auto digits = number->whole + number->decimals;
    digits.append(static_cast<std::size_t>(exponent + affixes->zeros) - number->decimals.size(), '0');
    std::int64_t minor = 0;
    for (const char c : digits) {
        const int digit = c - '0';
        if (minor > (std::numeric_limits<std::int64_t>::max() - digit) / 10) {
            return fail("The amount is too large", {}, "Type a smaller amount.");
        }
        minor = minor * 10 + digit;
    }
    return Money{minor, currency};
}

}
