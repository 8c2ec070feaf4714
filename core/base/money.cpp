#include "core/base/money.hpp"

#include "core/base/currencies.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace middleground {

namespace {

// ISO 4217, list one, active codes of countries; funds and metals are left out. Two decimals unless named below.
constexpr auto currency_codes = std::to_array<std::string_view>(
    {"AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND",
     "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK",
     "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD",
     "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW",
     "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU",
     "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR",
     "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP",
     "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UYW",
     "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW"});

constexpr std::array<std::string_view, 16> without_decimals{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                            "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> with_three_decimals{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::array<std::string_view, 2> with_four_decimals{"CLF", "UYW"};

template <std::size_t N>
constexpr bool contains(const std::array<std::string_view, N>& list, std::string_view code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

struct Sign {
    std::string_view sign;
    std::string_view currency;
};

// Signs that we write. Longer signs first: "A$" ends in "$".
constexpr std::array<Sign, 12> written_signs{{{"CA$", "CAD"},
                                              {"HK$", "HKD"},
                                              {"MX$", "MXN"},
                                              {"NT$", "TWD"},
                                              {"NZ$", "NZD"},
                                              {"A$", "AUD"},
                                              {"R$", "BRL"},
                                              {"S$", "SGD"},
                                              {"$", "USD"},
                                              {"\u20ac", "EUR"},
                                              {"\u00a3", "GBP"},
                                              {"\u00a5", "JPY"}}};
// Signs that we only read: not every font has them.
constexpr std::array<Sign, 11> read_signs{{{"US$", "USD"},
                                           {"C$", "CAD"},
                                           {"\u20b9", "INR"},
                                           {"\u20a9", "KRW"},
                                           {"\u20aa", "ILS"},
                                           {"\u20ba", "TRY"},
                                           {"\u20ab", "VND"},
                                           {"\u20b4", "UAH"},
                                           {"\u20a6", "NGN"},
                                           {"\u20bd", "RUB"},
                                           {"\uffe5", "JPY"}}};

}

int currency_exponent(std::string_view currency) {
    if (contains(without_decimals, currency)) {
        return 0;
    }
    if (contains(with_three_decimals, currency)) {
        return 3;
    }
    return contains(with_four_decimals, currency) ? 4 : 2;
}

bool is_currency_code(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_known_currency(std::string_view code) {
    return contains(currency_codes, code);
}

std::span<const std::string_view> known_currencies() {
    return currency_codes;
}

Money in_currency(const Money& money, std::string_view currency) {
    Money changed{money.minor, std::string(currency)};
    for (int places = currency_exponent(money.currency); places > currency_exponent(currency); --places) {
        changed.minor = (changed.minor + 5) / 10;
    }
    for (int places = currency_exponent(money.currency); places < currency_exponent(currency); ++places) {
        constexpr auto most = std::numeric_limits<std::int64_t>::max() / 10;
        changed.minor = changed.minor > most ? std::numeric_limits<std::int64_t>::max() : changed.minor * 10;
    }
    return changed;
}

std::string_view currency_of_sign(std::string_view text, SignPlace place, std::string_view default_currency, std::string_view& rest) {
    const auto matches = [&](std::string_view sign) { return place == SignPlace::before ? text.starts_with(sign) : text.ends_with(sign); };
    const auto without = [&](std::string_view sign) {
        return place == SignPlace::before ? text.substr(sign.size()) : text.substr(0, text.size() - sign.size());
    };
    const auto in = [&](const auto& signs) -> std::string_view {
        for (const auto& [sign, currency] : signs) {
            if (matches(sign)) {
                rest = without(sign);
                return currency;
            }
        }
        return {};
    };
    auto currency = in(read_signs);
    if (currency.empty()) {
        currency = in(written_signs);
    }
    // Who deals in Canadian dollars and types "$5" means those; likewise the yuan, which shares its sign with the yen.
    constexpr std::array<std::string_view, 9> dollars{"AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "CLP", "COP"};
    if (currency == "USD" && contains(dollars, default_currency) && !text.starts_with("US$") && !text.ends_with("US$")) {
        return default_currency;
    }
    return currency == "JPY" && default_currency == "CNY" ? default_currency : currency;
}

std::string format_money(const Money& money) {
    const int exponent = currency_exponent(money.currency);
    // Through unsigned: the smallest number has no positive twin.
    auto digits = std::to_string(money.minor < 0 ? 0 - static_cast<std::uint64_t>(money.minor) : static_cast<std::uint64_t>(money.minor));
    while (static_cast<int>(digits.size()) <= exponent) {
        digits.insert(digits.begin(), '0');
    }
    const auto whole_length = digits.size() - static_cast<std::size_t>(exponent);
    const auto decimals = digits.substr(whole_length);
    std::string number;
    for (std::size_t i = 0; i < whole_length; ++i) {
        if (i > 0 && (whole_length - i) % 3 == 0) {
            number += ',';
        }
        number += digits[i];
    }
    if (decimals.find_first_not_of('0') != std::string::npos) {
        number += '.' + decimals;
    }
    const std::string minus = money.minor < 0 ? "-" : "";
    for (const auto& [sign, currency] : written_signs) {
        if (currency == money.currency) {
            return minus + std::string(sign) + number;
        }
    }
    return minus + money.currency + (money.currency.empty() ? "" : " ") + number;
}

}
