#include "core/calibration/history_numbers.hpp"

#include "core/base/money.hpp"
#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace middleground;

TEST_CASE("numbers of every country are read, and words are not") {
    struct Case {
        std::string_view cell;
        std::optional<double> value;
        char point = 0;
    };
    for (const auto& one : {Case{"184000", 184000},
                            Case{" 184,000.50 ", 184000.5},
                            Case{"1.234,50", 1234.5},
                            Case{"0,5", 0.5},
                            Case{"12,5", 12.5},
                            Case{"1.234", 1234},
                            Case{"1.234", 1.234, '.'},
                            Case{"1,234", 1.234, ','},
                            Case{"1 234 567,89", 1234567.89},
                            Case{"1\u00a0234", 1234},
                            Case{"1'234.5", 1234.5},
                            Case{"$184k", 184000},
                            Case{"1.2m USD", 1200000},
                            Case{"EUR 75,500.00", 75500},
                            Case{"1.234.567,00 \u20ac", 1234567},
                            Case{"USD 1,000.00 (EUR 920.00)", 1000},
                            Case{"-3", -3},
                            Case{"\u22123,5", -3.5},
                            Case{"+7", 7},
                            Case{"(1,200)", -1200},
                            Case{"-$50", -50},
                            Case{"$-50", -50},
                            Case{"45 %", 45},
                            Case{"12.5%", 12.5},
                            Case{"1.5E+05", 150000},
                            Case{"2e-3", 0.002},
                            Case{"0", 0},
                            Case{"-0", 0},
                            Case{"0.000", 0},
                            Case{"00012", 12},
                            Case{"12345678901234567890", 12345678901234567800.0},
                            Case{"", {}},
                            Case{"-", {}},
                            Case{"()", {}},
                            Case{"soon", {}},
                            Case{"Q4", {}},
                            Case{"12 May", {}},
                            Case{"3 weeks", {}},
                            Case{"1,2,3", {}},
                            Case{"1.2.3", {}},
                            Case{"12-15", {}},
                            Case{"2026-06-30", {}},
                            Case{"1e99", {}},
                            Case{"1e999999999", {}},
                            Case{"1234567890123456789012345678901234567890123456789012345678901", {}},
                            Case{"\xff\xfe 12", {}}}) {
        INFO(one.cell);
        CHECK(history_number(one.cell, one.point) == one.value);
    }
}

TEST_CASE("numbers of a history are what the import makes of amounts") {
    Random random(3);
    constexpr std::string_view signs = "0123456789.,' 5k";
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string cell;
        for (auto length = 1 + random.below(9); length > 0; --length) {
            cell += signs[random.below(static_cast<std::uint32_t>(signs.size()))];
        }
        const auto money = parse_typed_money(cell, "CLF"); // four decimals
        if (!money) continue;
        ++read;
        INFO(cell);
        const auto number = history_number(cell, 0);
        REQUIRE(number.has_value());
        REQUIRE(*number == static_cast<double>(money->minor) / 10000);
    }
    CHECK(read > 1000);
}

TEST_CASE("one number shows how a column is written") {
    const auto point = [](const std::vector<std::string_view>& cells) { return decimal_point_of(cells); };
    CHECK(point({"1.234", "12.5", "7"}) == '.');
    CHECK(point({"1,234", "12,5", "n/a"}) == ',');
    CHECK(point({"1,234", "1,234.50"}) == '.');
    CHECK(point({"1.234", "1.234,50"}) == ',');
    CHECK(point({"1.234", "5.678"}) == 0);
    CHECK(point({"1.234.567", "12.5"}) == 0);
    CHECK(point({"12,5", "12.5"}) == 0);
    CHECK(point({"soon", ""}) == 0);
    CHECK(point({}) == 0);
}

TEST_CASE("numbers are written to be read again") {
    CHECK(number_words(0) == "0");
    CHECK(number_words(-0.0000001) == "0");
    CHECK(number_words(12500) == "12,500");
    CHECK(number_words(0.25) == "0.25");
    CHECK(number_words(-3) == "-3");
    CHECK(number_words(999999.5) == "999,999.5");
    CHECK(number_words(1234567890123456) == "1,234,567,890,123,456");
    CHECK(number_words(2e30).starts_with("2,000,000,000,000,"));
    Random random(5);
    for (int i = 0; i < 5000; ++i) {
        const double value = (random.below(2000000000) - 1e9) / (random.below(2) != 0 ? 100.0 : 1.0);
        INFO(number_words(value));
        REQUIRE(history_number(number_words(value), '.') == value);
    }
}

TEST_CASE("a bound lies between its neighbours, and is as round as can be") {
    CHECK(round_number_between(9800, 10300) == 10000);
    CHECK(round_number_between(46, 47) == 47);
    CHECK(round_number_between(-0.5, 0.5) == 0);
    CHECK(round_number_between(-12, -8) == -10);
    CHECK(round_number_between(0.21, 0.244) == 0.24);
    CHECK(round_number_between(0, 1e-9) == 1e-9);
    Random random(9);
    for (int i = 0; i < 20000; ++i) {
        const double low = (random.below(2000000) - 1e6) / 1000;
        const double high = low + (1 + random.below(100000)) / 1000.0;
        const double between = round_number_between(low, high);
        REQUIRE(between > low);
        REQUIRE(between <= high);
    }
}
