#include "core/intake/tables/amounts.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("the decimal sign of a column decides what can be read both ways", "[import]") {
    CHECK(imported_money("3,100", "EUR")->minor == 310000);
    CHECK(imported_money("3,100", "EUR", DecimalSign::comma)->minor == 310);
    CHECK(imported_money("3,100", "EUR", DecimalSign::point)->minor == 310000);
    CHECK(imported_money("1.500", "EUR", DecimalSign::point)->minor == 150);
    CHECK(imported_money("1.500", "EUR", DecimalSign::comma)->minor == 150000);
    CHECK(imported_money("0,125", "EUR")->minor == 13);
    CHECK(decimal_hint("1,12") == DecimalHint::comma);
    CHECK(decimal_hint("1.240.294") == DecimalHint::comma);
    CHECK(decimal_hint("1,240,294.50") == DecimalHint::point);
    CHECK(decimal_hint("3,100") == DecimalHint::either);
    CHECK(decimal_hint("31") == DecimalHint::nothing);
}

TEST_CASE("units and names of currencies beside a number", "[import]") {
    struct Case {
        std::string_view cell;
        std::int64_t minor;
        std::string_view currency;
    };
    for (const auto& one : {Case{"k\u20ac 12", 1200000, "EUR"}, Case{"12 MEUR", 1200000000, "EUR"}, Case{"Rs. 5,00,000", 50000000, "INR"}, Case{"2 Cr", 2000000000, "USD"}, Case{"1 500 z\u0142", 150000, "PLN"},
                            Case{"500\u4e07\u5186", 5000000, "JPY"}, Case{"ca. 1.2 Mio. EUR", 120000000, "EUR"}, Case{"12.000,- \u20ac", 1200000, "EUR"}, Case{"US$ 1,000", 100000, "USD"},
                            Case{"5.0E-1", 50, "USD"}, Case{".5", 50, "USD"}}) {
        INFO(one.cell);
        const auto money = imported_money(one.cell, "USD");
        REQUIRE(money.has_value());
        CHECK(*money == Money{one.minor, std::string(one.currency)});
    }
    for (const auto* cell : {"", "12 apples", "1-2", "(500)", "1.2.3,4,5", "1e999", "99999999999999999999", "5 < 6", "12/2026", "NaN"}) {
        INFO(cell);
        CHECK_FALSE(imported_money(cell, "USD").has_value());
    }
    CHECK(currency_named("RMB") == "CNY");
    CHECK(currency_named("USD - US Dollar") == "USD");
    CHECK(currency_named("\u20ac") == "EUR");
    CHECK(currency_named("\u0420\u0443\u0431\u043b\u044c") == "RUB");
    CHECK(currency_named("\u7c73\u30c9\u30eb") == "USD");
    CHECK(currency_named("beans").empty());
    CHECK(currency_in("\u0421\u0443\u043c\u043c\u0430, \u0440\u0443\u0431.") == "RUB");
    CHECK(currency_in("\u0411\u044e\u0434\u0436\u0435\u0442 \u20bd") == "RUB");
    CHECK(currency_in("\u91d1\u984d\uff08\u5186\uff09") == "JPY");
    CHECK(currency_in("Amount ($)") == "USD");
    CHECK(currency_in("Won amount").empty());
}

TEST_CASE("money with one sign and three digits behind it is read by itself where it says its currency", "[import]") {
    for (const auto sign : {DecimalSign::comma, DecimalSign::point}) {
        CHECK(imported_money("$120,000", "EUR", sign, false)->minor == 12000000);
        CHECK(imported_money("120.000 EUR", "USD", sign, false)->minor == 12000000);
        CHECK(imported_money("8,500 kr", "SEK", sign, false)->minor == 850000);
        CHECK(imported_money("\u20ac 1,2 Mio", "EUR", sign, false)->minor == 120000000);
    }
    // Who says how the table writes decimals means it.
    CHECK(imported_money("$120,000", "EUR", DecimalSign::comma)->minor == 12000);
    // Dinars have three decimals.
    CHECK(imported_money("KWD 1,250", "EUR", DecimalSign::comma, false)->minor == 1250);
    // A thousand million, or one and a bit?
    CHECK_FALSE(imported_money("1,234 Mio", "EUR"));
    CHECK(imported_money("1,234 Mio", "EUR", DecimalSign::comma)->minor == 123400000);
    CHECK(imported_money("1,200k", "EUR")->minor == 120000000);
    CHECK(decimal_hint("1,2 Mio") == DecimalHint::nothing);
    CHECK(decimal_hint("$45.5k") == DecimalHint::nothing);
    CHECK(decimal_hint("$120,000") == DecimalHint::nothing);
    CHECK(decimal_hint("$22,700.00") == DecimalHint::point);
}

TEST_CASE("crowns are of the column's country, or of none", "[import]") {
    CHECK(*imported_money("12 000,50 kr", "NOK") == Money{1200050, "NOK"});
    CHECK(*imported_money("12 000,50 kr SEK", "EUR") == Money{1200050, "SEK"});
    const auto none = imported_money("12 000,50 kr", "EUR");
    REQUIRE_FALSE(none);
    CHECK(none.error().what == "\"12 000,50 kr\" is in the crowns of one of several countries");
}
