#include "core/intake/tables/amount_words.hpp"

#include "core/base/ascii.hpp"
#include "core/base/currencies.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace middleground {

namespace {

struct CurrencyWord {
    std::string_view word; // in small letters without accents
    std::string_view code;
};
// Names of currencies as people and programs write them where ISO codes are not used; as plain_letters has them, so kana are hiragana.
constexpr std::array currency_words{
    CurrencyWord{"rmb", "CNY"},       CurrencyWord{"yuan", "CNY"},     CurrencyWord{"renminbi", "CNY"}, CurrencyWord{"元", "CNY"},      CurrencyWord{"人民币", "CNY"},
    CurrencyWord{"円", "JPY"},        CurrencyWord{"yen", "JPY"},      CurrencyWord{"japanese yen", "JPY"}, CurrencyWord{"원", "KRW"},  CurrencyWord{"won", "KRW"},
    CurrencyWord{"rs", "INR"},        CurrencyWord{"rs.", "INR"},      CurrencyWord{"rupees", "INR"},   CurrencyWord{"indian rupee", "INR"}, CurrencyWord{"zl", "PLN"},
    CurrencyWord{"zloty", "PLN"},     CurrencyWord{"kc", "CZK"},       CurrencyWord{"ft", "HUF"},       CurrencyWord{"lei", "RON"},     CurrencyWord{"руб", "RUB"},
    CurrencyWord{"руб.", "RUB"},      CurrencyWord{"р", "RUB"},        CurrencyWord{"р.", "RUB"},       CurrencyWord{"рублей", "RUB"},  CurrencyWord{"рублеи", "RUB"},
    CurrencyWord{"рубль", "RUB"},     CurrencyWord{"россиискии рубль", "RUB"}, CurrencyWord{"₽", "RUB"}, CurrencyWord{"доллар", "USD"}, CurrencyWord{"доллар сша", "USD"},
    CurrencyWord{"долл", "USD"},      CurrencyWord{"евро", "EUR"},     CurrencyWord{"гривна", "UAH"},   CurrencyWord{"日本円", "JPY"},  CurrencyWord{"米どる", "USD"},
    CurrencyWord{"どる", "USD"},      CurrencyWord{"ゆーろ", "EUR"},   CurrencyWord{"美元", "USD"},     CurrencyWord{"欧元", "EUR"},    CurrencyWord{"peso mexicano", "MXN"},
    CurrencyWord{"dolar estadounidense", "USD"}, CurrencyWord{"dolar americano", "USD"}, CurrencyWord{"real brasileiro", "BRL"}, CurrencyWord{"schweizer franken", "CHF"}, CurrencyWord{"franken", "CHF"},
    CurrencyWord{"грн", "UAH"},       CurrencyWord{"грн.", "UAH"},     CurrencyWord{"тенге", "KZT"},    CurrencyWord{"fr", "CHF"},      CurrencyWord{"fr.", "CHF"},
    CurrencyWord{"sfr", "CHF"},       CurrencyWord{"euro", "EUR"},     CurrencyWord{"euros", "EUR"},    CurrencyWord{"dollar", "USD"},  CurrencyWord{"dollars", "USD"},
    CurrencyWord{"us dollar", "USD"}, CurrencyWord{"us dollars", "USD"}, CurrencyWord{"u.s. dollar", "USD"}, CurrencyWord{"u.s. dollars", "USD"}, CurrencyWord{"usd$", "USD"},
    CurrencyWord{"dolar", "USD"},     CurrencyWord{"dolares", "USD"},  CurrencyWord{"pound", "GBP"},    CurrencyWord{"pounds", "GBP"},  CurrencyWord{"pound sterling", "GBP"},
    CurrencyWord{"british pound", "GBP"}, CurrencyWord{"sterling", "GBP"}, CurrencyWord{"real", "BRL"}, CurrencyWord{"reais", "BRL"},   CurrencyWord{"brazilian real", "BRL"},
    CurrencyWord{"swiss franc", "CHF"}, CurrencyWord{"canadian dollar", "CAD"}, CurrencyWord{"australian dollar", "AUD"}, CurrencyWord{"pln zl", "PLN"},
    CurrencyWord{"kr", ""}, // of three countries: that of the column
    CurrencyWord{"kr.", ""},
};

struct Unit {
    std::string_view word;
    int zeros;
};
constexpr std::array units{
    Unit{"k", 3},       Unit{"t", 3},        Unit{"tsd", 3},     Unit{"tsd.", 3},   Unit{"thousand", 3}, Unit{"тыс", 3},  Unit{"тыс.", 3},   Unit{"tys", 3},     Unit{"tys.", 3},
    Unit{"m", 6},       Unit{"mm", 6},       Unit{"mn", 6},      Unit{"mio", 6},    Unit{"mio.", 6},     Unit{"mln", 6},  Unit{"million", 6}, Unit{"millions", 6}, Unit{"millionen", 6},
    Unit{"millones", 6}, Unit{"milhoes", 6}, Unit{"млн", 6},     Unit{"млн.", 6},   Unit{"b", 9},        Unit{"bn", 9},   Unit{"billion", 9}, Unit{"mrd", 9},    Unit{"mrd.", 9},
    Unit{"млрд", 9},    Unit{"lakh", 5},     Unit{"lakhs", 5},   Unit{"lac", 5},    Unit{"lacs", 5},     Unit{"crore", 7}, Unit{"crores", 7}, Unit{"cr", 7},      Unit{"cr.", 7},
    Unit{"万", 4},      Unit{"萬", 4},       Unit{"만", 4},      Unit{"億", 8},     Unit{"亿", 8},       Unit{"억", 8},
};
std::string plain_word(std::string_view word) {
    return plain_letters(trimmed(word));
}

std::optional<std::string> code_of_word(std::string_view word) {
    std::string capitals(word);
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (is_known_currency(capitals)) return capitals;
    std::string_view rest = word;
    if (const auto code = currency_of_sign(word, SignPlace::before, "", rest); !code.empty() && trimmed(rest).empty()) return std::string(code);
    const auto plain = plain_word(word);
    const auto found = std::ranges::find(currency_words, std::string_view(plain), &CurrencyWord::word);
    return found == currency_words.end() ? std::nullopt : std::optional(std::string(found->code));
}

// "kr" says less than a code beside it.
void take_currency(importing::Beside& beside, const std::string& code) {
    if (code.empty()) beside.crowns = true;
    else beside.currency = code;
}

}

void importing::take_beside(std::string_view text, importing::Beside& beside) {
    while (!(text = trimmed(text)).empty()) {
        const auto plain = plain_letters(text);
        const auto whole = code_of_word(text);
        if (whole) {
            take_currency(beside, *whole);
            return;
        }
        std::string_view rest = text;
        if (const auto code = currency_of_sign(text, SignPlace::before, beside.currency, rest); !code.empty()) {
            beside.currency = code;
            text = rest;
            continue;
        }
        if (const auto code = currency_of_sign(text, SignPlace::after, beside.currency, rest); !code.empty()) {
            beside.currency = code;
            text = rest;
            continue;
        }
        // The first word, and then the rest.
        const auto end = std::min(text.find_first_of(" /"), text.size());
        const auto word = text.substr(0, end);
        const auto small = plain_letters(word);
        const auto unit = std::ranges::find(units, std::string_view(small), &Unit::word);
        if (unit != units.end()) {
            beside.zeros += unit->zeros;
        } else if (const auto code = code_of_word(word)) {
            take_currency(beside, *code);
        } else {
            // "k€", "MEUR", "万円": a unit with a currency behind it.
            const auto glued = std::ranges::find_if(units, [&](const Unit& one) {
                const auto length = one.word.size();
                return small.size() > length && small.starts_with(one.word) && word.size() > length && code_of_word(word.substr(length));
            });
            if (glued == units.end()) {
                beside.known = false;
                return;
            }
            beside.zeros += glued->zeros;
            take_currency(beside, *code_of_word(word.substr(glued->word.size())));
        }
        text = end < text.size() ? text.substr(end + 1) : std::string_view();
    }
}

std::string_view currency_in(std::string_view heading) {
    const auto is_letter = [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = 0; at < heading.size();) {
        const auto begin = at;
        while (at < heading.size() && heading[at] >= 'A' && heading[at] <= 'Z') ++at;
        const auto word = heading.substr(begin, at - begin);
        const bool stands_alone = (begin == 0 || !is_letter(heading[begin - 1])) && (at == heading.size() || !is_letter(heading[at]));
        if (word.size() == 3 && stands_alone && is_known_currency(word)) return word;
        if (at == begin) ++at;
    }
    // "amount_usd", as databases name their columns.
    if (heading.size() > 4 && heading[heading.size() - 4] == '_') {
        std::string code;
        for (const char c : heading.substr(heading.size() - 3)) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : '?';
        const auto codes = known_currencies();
        if (const auto found = std::ranges::find(codes, std::string_view(code)); found != codes.end() && code != "ALL" && code != "TRY") return *found;
    }
    // "Сумма, руб.", "Budget ₽", "金額（円）", "Amount in Euro"; not short words, which mean something else as well.
    const auto plain = plain_letters(heading);
    const auto key = words_key(plain);
    for (const auto& [word, code] : currency_words) {
        const bool is_sign = static_cast<unsigned char>(word[0]) >= 0xe2;
        const bool is_name = word.size() >= 3 && word != "won" && word != "real" && word != "reais" && word != "lei" && word != "pound" && word != "sterling";
        if (is_sign ? plain.contains(word) : is_name && key.contains(words_key(word))) return code;
    }
    std::string_view rest;
    for (const std::string_view sign : {"€", "£", "₽", "₹", "₴", "¥", "$"}) {
        if (heading.contains(sign)) return currency_of_sign(sign, SignPlace::before, "", rest);
    }
    return {};
}

std::string currency_named(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > 40) return {};
    if (auto code = code_of_word(text)) return *code;
    return std::string(currency_in(text));
}

}
