#include "core/base/money.hpp"

#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <limits>

using namespace middleground;

TEST_CASE("decimals of currencies") {
    CHECK(currency_exponent("EUR") == 2);
    CHECK(currency_exponent("JPY") == 0);
    CHECK(currency_exponent("KWD") == 3);
    CHECK(currency_exponent("CLF") == 4);
    CHECK(currency_exponent("XYZ") == 2);
    CHECK(is_currency_code("XYZ"));
    CHECK_FALSE(is_currency_code("Eur"));
    CHECK_FALSE(is_currency_code("EURO"));
    CHECK_FALSE(is_currency_code(""));
    CHECK(is_known_currency("CHF"));
    CHECK_FALSE(is_known_currency("XYZ"));
}

TEST_CASE("amounts as people read them") {
    struct Row {
        Money money;
        std::string text;
    };
    for (const auto& row :
         {Row{{18400000, "EUR"}, "€184,000"}, Row{{18400050, "EUR"}, "€184,000.50"}, Row{{1200, "JPY"}, "¥1,200"},
          Row{{1234500, "KWD"}, "KWD 1,234.500"}, Row{{5, "USD"}, "$0.05"}, Row{{0, "GBP"}, "£0"}, Row{{99900, "CHF"}, "CHF 999"},
          Row{{100000, "AUD"}, "A$1,000"}, Row{{-5, "EUR"}, "-€0.05"}, Row{{12345, "CLF"}, "CLF 1.2345"}, Row{{100, ""}, "1"},
          Row{{std::numeric_limits<std::int64_t>::max(), "EUR"}, "€92,233,720,368,547,758.07"},
          Row{{std::numeric_limits<std::int64_t>::min(), "JPY"}, "-¥9,223,372,036,854,775,808"}}) {
        CHECK(format_money(row.money) == row.text);
    }
}

TEST_CASE("typed amounts") {
    struct Row {
        std::string typed;
        std::int64_t minor;
        std::string currency = "EUR";
    };
    for (const auto& row :
         {Row{"184000", 18400000}, Row{"184,000.50", 18400050}, Row{"184.000,50", 18400050}, Row{"184 000", 18400000},
          Row{"184\u00a0000", 18400000}, Row{"184\u202f000,5", 18400050}, Row{"184'000.50", 18400050}, Row{"184\u2019000", 18400000},
          Row{"€184k", 18400000}, Row{"184k€", 18400000}, Row{" 184 k € ", 18400000}, Row{"1.2m USD", 120000000, "USD"},
          Row{"USD 1.2m", 120000000, "USD"}, Row{"usd1.2m", 120000000, "USD"}, Row{"1.2musd", 120000000, "USD"}, Row{"$5", 500, "USD"},
          Row{"A$5", 500, "AUD"}, Row{"€5€", 500}, Row{"€5 EUR", 500}, Row{"$5 CAD", 500, "CAD"}, Row{"£1,234,567", 123456700, "GBP"},
          Row{"1.234.567", 123456700}, Row{"12,34,567", 123456700}, Row{"1,000", 100000}, Row{"1.000", 100000}, Row{"1,00", 100},
          Row{"1.5", 150}, Row{"1.", 100}, Row{".5", 50}, Row{"0.5", 50}, Row{"0", 0}, Row{"007", 700}, Row{"1,000 JPY", 1000, "JPY"},
          Row{"¥1,200", 1200, "JPY"}, Row{"₹1,00,000", 10000000, "INR"}, Row{"2 mio", 200000000}, Row{"2bn", 200000000000},
          Row{"2 million chf", 200000000, "CHF"}, Row{"1.2345k", 123450}, Row{"1.23450", 0, ""}, Row{"KWD 0.500", 500, "KWD"},
          Row{"KWD 1.234", 1234, "KWD"}, Row{"KWD 1,234", 1234000, "KWD"}, Row{"KWD 1,234.500", 1234500, "KWD"},
          Row{"CLF 1.2345", 12345, "CLF"}, Row{"92233720368547758.07", std::numeric_limits<std::int64_t>::max()},
          Row{"1.500 m", 150000000000},
          // refused
          Row{"", 0, ""}, Row{"  ", 0, ""}, Row{"-5", 0, ""}, Row{"€-5", 0, ""}, Row{"-€5", 0, ""}, Row{"\u22125", 0, ""},
          Row{"(5)", 0, ""}, Row{"5.123.4", 0, ""}, Row{"1,23,4", 0, ""}, Row{"1.2.3", 0, ""}, Row{"1..2", 0, ""}, Row{"1,2.3,4", 0, ""},
          Row{"5.1234", 0, ""}, Row{"1234.567", 0, ""}, Row{"1 2 3", 0, ""}, Row{"12 34", 0, ""}, Row{"abc", 0, ""}, Row{"k", 0, ""},
          Row{"€", 0, ""}, Row{"5 XYZ", 0, ""}, Row{"5 kk", 0, ""}, Row{"€5 USD", 0, ""}, Row{"EUR 5 USD", 0, ""}, Row{"1e5", 0, ""},
          Row{"0x10", 0, ""}, Row{"1.5 JPY", 0, ""}, Row{"92233720368547758.08", 0, ""}, Row{"99999999999999999999999", 0, ""},
          Row{"99999999999bn", 0, ""}, Row{"inf", 0, ""}, Row{"nan", 0, ""}, Row{"5 \xff", 0, ""}, Row{"\xd9\xa3", 0, ""},
          Row{std::string("5\0", 2), 0, ""}, Row{std::string(100000, '9'), 0, ""}, Row{std::string(100000, ','), 0, ""}, Row{",", 0, ""},
          Row{"5 5 k", 0, ""}, Row{"5,,5", 0, ""}, Row{"5k5", 0, ""}}) {
        INFO(row.typed.substr(0, 60));
        const auto money = parse_typed_money(row.typed, "EUR");
        if (row.currency.empty()) {
            REQUIRE_FALSE(money);
            CHECK_FALSE(money.error().what.empty());
            CHECK(money.error().message().size() < 200);
        } else {
            REQUIRE(money);
            CHECK(money->minor == row.minor);
            CHECK(money->currency == row.currency);
        }
    }
}

TEST_CASE("messages about typed amounts say what is wrong") {
    CHECK(parse_typed_money("-5", "EUR").error().what == "An amount cannot be negative");
    CHECK(parse_typed_money("1.5", "JPY").error().what == "JPY has no decimals");
    CHECK(parse_typed_money("1.2345", "EUR").error().what == "EUR has 2 decimals");
    CHECK(parse_typed_money("99999999999999999999999", "EUR").error().what == "The amount is too large");
    CHECK(parse_typed_money("€100 USD", "EUR").error().message() ==
          "An amount has one currency, but this has USD and EUR. Leave out one of them, as in 184000 USD.");
    CHECK(parse_typed_money("EUR 5 USD", "EUR").error().what == "An amount has one currency, but this has EUR and USD");
    CHECK(parse_typed_money("£5€", "EUR").error().what == "An amount has one currency, but this has GBP and EUR");
    CHECK(parse_typed_money("$5€", "EUR").error().what == "An amount has one currency, but this has USD and EUR");
    CHECK(parse_typed_money("12abc", "EUR").error().what == "\"abc\" is neither a currency nor a short form");
    CHECK(parse_typed_money("abc", "EUR").error().what == "\"abc\" is not an amount");
    CHECK(parse_typed_money("5", "").error().what == "The amount has no currency");
}

TEST_CASE("a sign means the default currency where that has the same one") {
    CHECK(parse_typed_money("$5", "CAD").value() == Money{500, "CAD"});
    CHECK(parse_typed_money("US$5", "CAD").value() == Money{500, "USD"});
    CHECK(parse_typed_money("¥5", "CNY").value() == Money{500, "CNY"});
    CHECK(parse_typed_money("¥5", "EUR").value() == Money{5, "JPY"});
}

TEST_CASE("what format_money writes reads back") {
    constexpr std::array<std::string_view, 9> currencies{"EUR", "USD", "JPY", "KWD", "CLF", "CHF", "AUD", "GBP", "BRL"};
    for (std::uint64_t seed = 0; seed < 20000; ++seed) {
        Random random(seed);
        const Money money{static_cast<std::int64_t>(random.next() >> (1 + random.below(63))), std::string(currencies[random.below(9)])};
        const auto back = parse_typed_money(format_money(money), "EUR");
        if (!back || *back != money) {
            INFO("seed " << seed << ": " << format_money(money));
            FAIL();
        }
    }
}
