#include "core/intake/tables/cells.hpp"

#include "core/intake/tables/words.hpp"
#include "core/intake/tables/amounts.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace std::string_view_literals;

TEST_CASE("dates are read in the order of their column", "[import]") {
    struct Case {
        std::string_view cell;
        DateHint hint;
        DateOrder order;
        std::string_view day; // empty: none
    };
    using enum DateHint;
    for (const auto& one : {Case{"2026-06-30", ymd, DateOrder::dmy, "2026-06-30"},
                            Case{"2026-06-30T12:00:00.000Z", ymd, DateOrder::dmy, "2026-06-30"},
                            Case{"2026-06-30 12:00", ymd, DateOrder::mdy, "2026-06-30"},
                            Case{"20260630", ymd, DateOrder::mdy, "2026-06-30"},
                            Case{"6/30/2026", mdy, DateOrder::mdy, "2026-06-30"},
                            Case{"6/30/2026, 9:12 AM", mdy, DateOrder::mdy, "2026-06-30"},
                            Case{"6/30/26", mdy, DateOrder::mdy, "2026-06-30"},
                            Case{"30/06/2026", dmy, DateOrder::dmy, "2026-06-30"},
                            Case{"30.06.2026 14:22", dmy, DateOrder::mdy, "2026-06-30"},
                            Case{"03/04/2026", either, DateOrder::dmy, "2026-04-03"},
                            Case{"03/04/2026", either, DateOrder::mdy, "2026-03-04"},
                            Case{"03-04-2026", either, DateOrder::mdy, "2026-03-04"},
                            Case{"05/05/2026", nothing, DateOrder::mdy, "2026-05-05"},
                            Case{"30 Jun 2026", nothing, DateOrder::mdy, "2026-06-30"},
                            Case{"30. Dez. 2026", nothing, DateOrder::mdy, "2026-12-30"},
                            Case{"Jun 30, 2026", nothing, DateOrder::dmy, "2026-06-30"},
                            Case{"31/31/2026", nothing, DateOrder::dmy, ""},
                            Case{"13/01/2026", dmy, DateOrder::mdy, ""},
                            Case{"2026-02-30", ymd, DateOrder::ymd, ""},
                            Case{"soon", nothing, DateOrder::dmy, ""},
                            Case{"1/2", nothing, DateOrder::dmy, ""},
                            Case{"12345678901234567890/1/1", nothing, DateOrder::dmy, ""},
                            Case{"1767571200", nothing, DateOrder::dmy, "2026-01-05"},
                            Case{"1767571200000", nothing, DateOrder::dmy, "2026-01-05"},
                            Case{"1767571200000000000", nothing, DateOrder::dmy, "2026-01-05"},
                            Case{"99999999999999999999", nothing, DateOrder::dmy, ""},
                            Case{"", nothing, DateOrder::dmy, ""}}) {
        INFO(one.cell);
        CHECK(date_hint(one.cell) == one.hint);
        const auto day = imported_date(one.cell, one.order);
        CHECK((day ? day->iso() : std::string()) == one.day);
    }
}

TEST_CASE("amounts of every country", "[import]") {
    struct Case {
        std::string_view cell;
        std::int64_t minor;
        std::string_view currency;
    };
    for (const auto& one : {Case{"$1,234,567", 123456700, "USD"}, Case{"1.234.567,00 EUR", 123456700, "EUR"}, Case{"1.234.567,00 \u20ac", 123456700, "EUR"},
                            Case{"1 234 567,89", 123456789, "GBP"}, Case{"USD 1,000.00 (EUR 920.00)", 100000, "USD"}, Case{"75500", 7550000, "GBP"},
                            Case{"12000.5", 1200050, "GBP"}}) {
        INFO(one.cell);
        const auto money = imported_money(one.cell, "GBP");
        REQUIRE(money.has_value());
        CHECK(*money == Money{one.minor, std::string(one.currency)});
    }
    CHECK_FALSE(imported_money("=1+1", "EUR").has_value());
    CHECK_FALSE(imported_money("-5", "EUR").has_value());
    CHECK(currency_in("Amount (USD)") == "USD");
    CHECK(currency_in("Betrag in EUR") == "EUR");
    CHECK(currency_in("AMOUNT").empty());
}

TEST_CASE("headings and words are compared without what does not matter", "[import]") {
    CHECK(heading_key(" Deal - Title* ") == "dealtitle");
    CHECK(heading_key("Zust\u00e4ndiger Mitarbeiter f\u00fcr Deal") == heading_key("ZUST\u00c4NDIGER-Mitarbeiter f\u00dcr deal"));
    CHECK(words_key("Closed (Won)") == " closed won ");
    CHECK(contact_of("Elena Brandt (elena@x.example)").email == "elena@x.example");
    CHECK(contact_of("Elena Brandt <elena@x.example>").name == "Elena Brandt");
    CHECK(contact_of("elena@x.example").name.empty());
    CHECK(contact_of("Brandt (IT)").name == "Brandt (IT)");
    CHECK(record_id("0065f00000AbCdEEAV", OriginSystem::salesforce) == "0065f00000AbCdE");
    CHECK(record_id("0065f00000AbCdEEAV", OriginSystem::hubspot) == "0065f00000AbCdEEAV");
}

TEST_CASE("a day that does not exist is said as such", "[import]") {
    CHECK(imported_date("31.02.2026", DateOrder::dmy).error().what == "\"31.02.2026\" does not exist: February 2026 has 28 days");
    CHECK(imported_date("2028-02-30", DateOrder::ymd).error().what == "\"2028-02-30\" does not exist: February 2028 has 29 days");
    CHECK(imported_date("04/31/2026", DateOrder::mdy).error().what == "\"04/31/2026\" does not exist: April 2026 has 30 days");
    for (const auto* cell : {"soon", "31/31/2026", "99.99.9999", "..", "31.02.", "2026"}) {
        INFO(cell);
        REQUIRE_FALSE(imported_date(cell, DateOrder::dmy));
        CHECK(imported_date(cell, DateOrder::dmy).error().what.ends_with("\" is not a date"));
    }
}
