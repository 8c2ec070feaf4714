#include "core/base/typed/typed_date.hpp"

#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace middleground;

namespace {

const Date today = Date::parse("2026-06-30").value(); // a Tuesday

constexpr DateDirection directions[] = {DateDirection::past, DateDirection::nearest, DateDirection::future};

// "2026-06-30", "2026-04-03 or 2026-03-04", "There is no 31 Feb. ..."
std::string words_of(const DateReading& reading) {
    if (const auto* date = std::get_if<Date>(&reading)) {
        return date->iso();
    }
    if (const auto* both = std::get_if<AmbiguousDate>(&reading)) {
        return both->first.iso() + " or " + both->second.iso();
    }
    return std::get<Error>(reading).message();
}

std::string read(std::string_view typed, DateDirection lean = DateDirection::nearest, Date from = today) {
    return words_of(read_typed_date(typed, from, lean));
}

// The words of the phrase that begins there, with "weak" behind it when it is; "" when there is none.
std::string phrase(std::string_view text, std::size_t from = 0) {
    const auto found = find_date_phrase(text, from, today);
    if (!found) {
        return {};
    }
    CHECK(found->begin == from);
    return std::string(text.substr(found->begin, found->end - found->begin)) + (found->strength == PhraseStrength::weak ? " weak" : "");
}

}

TEST_CASE("typed days") {
    struct Row {
        std::string typed;
        std::string iso;
    };
    for (const auto& row :
         {Row{"2026-06-30", "2026-06-30"}, Row{" 2026-06-30\n", "2026-06-30"}, Row{"30.6.2026", "2026-06-30"},
          Row{"30.06.2026", "2026-06-30"}, Row{"1.12.25", "2025-12-01"}, Row{"30. 6. 2027", "2027-06-30"}, Row{"30.6.", "2026-06-30"},
          Row{"30.6", "2026-06-30"}, Row{"30.6.2026.", "2026-06-30"},
          // without a year: the nearest one; of two equally near the one to come
          Row{"31.12.", "2025-12-31"}, Row{"30.12.", "2025-12-30"}, Row{"29.12.", "2026-12-29"}, Row{"1.1.", "2026-01-01"},
          Row{"29.2.", "2028-02-29"}, Row{"29 Feb", "2028-02-29"}, Row{"30 Jun", "2026-06-30"}, Row{"30 june 2026", "2026-06-30"},
          Row{"30 JUNE 2027", "2027-06-30"}, Row{"30. Juni", "2026-06-30"}, Row{"3 sept", "2026-09-03"}, Row{"Jun 30", "2026-06-30"},
          Row{"June 30, 2027", "2027-06-30"}, Row{"30jun", "2026-06-30"}, Row{"7 may", "2026-05-07"}, Row{"today", "2026-06-30"},
          Row{"Tomorrow", "2026-07-01"}, Row{"YESTERDAY", "2026-06-29"}, Row{"day after tomorrow", "2026-07-02"},
          Row{"the day before yesterday", "2026-06-28"},
          // weekdays
          Row{"wed", "2026-07-01"}, Row{"fri", "2026-07-03"}, Row{"Friday", "2026-07-03"}, Row{"Fri.", "2026-07-03"},
          Row{"mon", "2026-07-06"}, Row{"tue", "2026-07-07"}, Row{"thurs", "2026-07-02"}, Row{"next fri", "2026-07-10"},
          Row{"next tue", "2026-07-07"}, Row{"this fri", "2026-07-03"}, Row{"this mon", "2026-06-29"}, Row{"coming mon", "2026-07-06"},
          Row{"last tue", "2026-06-23"}, Row{"last mon", "2026-06-29"}, Row{"fri next week", "2026-07-10"}, Row{"by fri", "2026-07-03"},
          Row{"Fri 3 Jul", "2026-07-03"}, Row{"Fri, 3 July 2026", "2026-07-03"}, Row{"Sat 3 Jul", "2027-07-03"},
          // from today
          Row{"in 2 weeks", "2026-07-14"}, Row{"in 3 days", "2026-07-03"}, Row{"in a month", "2026-07-30"},
          Row{"in two months", "2026-08-30"}, Row{"in 8 months", "2027-02-28"}, Row{"in a year", "2027-06-30"},
          Row{"2 weeks ago", "2026-06-16"}, Row{"a week ago", "2026-06-23"}, Row{"3 days from now", "2026-07-03"},
          Row{"2 weeks", "2026-07-14"}, Row{"2w", "2026-07-14"}, Row{"+7", "2026-07-07"}, Row{"-3", "2026-06-27"}, Row{"+0", "2026-06-30"},
          Row{"+365", "2027-06-30"},
          // slashes: one reading only
          Row{"31/12", "2025-12-31"}, Row{"31/12/2026", "2026-12-31"}, Row{"12/31", "2025-12-31"}, Row{"6/30/2026", "2026-06-30"},
          Row{"30/6/26", "2026-06-30"}, Row{"6/6", "2026-06-06"}, Row{"2026/06/30", "2026-06-30"}, Row{"30-06-2026", "2026-06-30"},
          // names
          Row{"3. März", "2026-03-03"}, Row{"15 Aug", "2026-08-15"}, Row{"Aug 15", "2026-08-15"}, Row{"15th August 2027", "2027-08-15"},
          Row{"the 3rd of June", "2026-06-03"}, Row{"Aug. 15", "2026-08-15"}, Row{"15 Aug '27", "2027-08-15"},
          Row{"15 Aug 27", "2027-08-15"},
          // periods
          Row{"end of July", "2026-07-31"}, Row{"end July", "2026-07-31"}, Row{"end of Feb 2028", "2028-02-29"},
          Row{"end of month", "2026-06-30"}, Row{"end of the month", "2026-06-30"}, Row{"end of next month", "2026-07-31"},
          Row{"eom", "2026-06-30"}, Row{"end of week", "2026-07-03"}, Row{"end of year", "2026-12-31"}, Row{"mid July", "2026-07-15"},
          Row{"mid-July", "2026-07-15"}, Row{"Mitte Juli", "2026-07-15"}, Row{"end of Q3", "2026-09-30"}, Row{"Q4", "2026-10-01"},
          Row{"Q1 2027", "2027-01-01"}, Row{"the fourth quarter", "2026-10-01"}, Row{"4th quarter", "2026-10-01"},
          Row{"second quarter of 2027", "2027-04-01"}, Row{"first quarter 2027", "2027-01-01"}, Row{"end of Q4 2027", "2027-12-31"}, Row{"next week", "2026-07-06"},
          Row{"next month", "2026-07-01"}, Row{"next quarter", "2026-07-01"}, Row{"next year", "2027-01-01"},
          Row{"last month", "2026-05-01"}, Row{"July", "2026-07-01"}, Row{"july 2027", "2027-07-01"}, Row{"Jul '27", "2027-07-01"},
          Row{"end of 2027", "2027-12-31"}}) {
        INFO(row.typed);
        CHECK(read(row.typed) == row.iso);
    }
    CHECK(parse_typed_date(std::string(100000, ' ') + "today", today) == today);
}

TEST_CASE("texts that are no day") {
    for (const std::string typed : {"",
                                    "   ",
                                    "soon",
                                    "to",
                                    "friyay",
                                    "30",
                                    "30 6",
                                    "30.6.20266",
                                    "30.6.202",
                                    "2026-6-30",
                                    "2026-06-30T00:00",
                                    "+",
                                    "+1.5",
                                    "+1234567",
                                    "--3",
                                    "+7 days",
                                    "99999999999999999999.6.",
                                    "30 Jun 30 Jun",
                                    "in weeks",
                                    "in 2",
                                    "weeks ago",
                                    "next",
                                    "next to",
                                    "end of",
                                    "Q",
                                    "Q44",
                                    "1/2/3/4",
                                    "3/",
                                    "/4",
                                    ".",
                                    "...",
                                    "by",
                                    "next 3",
                                    "30 \xff",
                                    "\xd9\xa3\xd9\xa0 Jun",
                                    "fri fri",
                                    "mid",
                                    "ju",
                                    "ma y",
                                    "+1234567",
                                    "-33333333333333"}) {
        INFO(typed);
        const auto date = parse_typed_date(typed, today);
        REQUIRE_FALSE(date);
        CHECK_FALSE(date.error().remedy.empty());
        CHECK(date.error().message().size() < 200);
    }
    CHECK_FALSE(parse_typed_date(std::string_view("30.6.\0", 6), today));
    CHECK(parse_typed_date(std::string(100000, '9'), today).error().message().size() < 200);
}

TEST_CASE("days that cannot be say why") {
    CHECK(read("31 Feb") == "There is no 31 Feb. Feb has 28 days, 29 in leap years.");
    CHECK(read("31.6.") == "There is no 31 Jun. Jun has 30 days.");
    CHECK(read("32 Jul") == "There is no 32 Jul. Jul has 31 days.");
    CHECK(read("0.0.") == "There is no month 0. Months go from 1 to 12.");
    CHECK(read("0 Jan") == "There is no 0 Jan. Jan has 31 days.");
    CHECK(read("29.2.2027") == "There is no 29 Feb 2027. Feb 2027 has 28 days.");
    CHECK(read("2026-06-31") == "There is no 31 Jun 2026. Jun 2026 has 30 days.");
    CHECK(read("1.13.") == "There is no month 13. Months go from 1 to 12.");
    CHECK(read("31/4") == "There is no 31 Apr. Apr has 30 days.");
    CHECK(read("Q5") == "There is no Q5. Quarters go from Q1 to Q4.");
    CHECK(read("1.1.9999") == "The year 9999 is outside 1900 to 2999. Type a year such as 2026.");
    CHECK(read("+999999") ==
          "That date is outside the years 1900 to 2999. Type a date such as 30 Jun, 30.6., fri, in 2 weeks or 2026-06-30.");
    CHECK(read("in 9999 years") == "That date is outside the years 1900 to 2999. Type a date such as 30 Jun 2026.");
    CHECK(read("9999 weeks ago").starts_with("That date is outside"));
    CHECK(read("Sat 3 Jul 2026") == "3 Jul is a Friday, not a Saturday. Type 3 Jul or another day.");
    CHECK(read("soon") == "\"soon\" is not a date. Type a date such as 30 Jun, 30.6., fri, in 2 weeks or 2026-06-30.");
}

TEST_CASE("a day with two readings is returned as both, and refused where nobody can be asked") {
    CHECK(read("3/4") == "2026-04-03 or 2026-03-04");
    CHECK(read("3/4/2027") == "2027-04-03 or 2027-03-04");
    CHECK(read("6/7/26") == "2026-07-06 or 2026-06-07");
    CHECK(read("03-04-2026") == "2026-04-03 or 2026-03-04");
    CHECK(read("Fri 3/4") == "2026-04-03"); // 4 Mar is a Wednesday
    CHECK(read("3/4", DateDirection::future) == "2027-04-03 or 2027-03-04");
    CHECK(read("3.4.") == "2026-04-03"); // dots have the day first
    CHECK(parse_typed_date("3/4", today).error().message() == "\"3/4\" could be 3 Apr or 4 Mar. Type 3 Apr or 4 Mar.");
}

TEST_CASE("a lean says whether a day without its year has passed or is to come") {
    struct Row {
        std::string typed, past, nearest, future;
    };
    for (const auto& row :
         {Row{"3 Jun", "2026-06-03", "2026-06-03", "2027-06-03"}, Row{"3 Sep", "2025-09-03", "2026-09-03", "2026-09-03"},
          Row{"30 Jun", "2026-06-30", "2026-06-30", "2026-06-30"}, Row{"tue", "2026-06-23", "2026-07-07", "2026-07-07"},
          Row{"mon", "2026-06-29", "2026-07-06", "2026-07-06"}, Row{"29 Feb", "2024-02-29", "2028-02-29", "2028-02-29"},
          Row{"July", "2025-07-01", "2026-07-01", "2026-07-01"}, Row{"Q2", "2026-04-01", "2026-04-01", "2027-04-01"},
          Row{"2 days", "2026-06-28", "2026-07-02", "2026-07-02"}, Row{"end of May", "2026-05-31", "2026-05-31", "2027-05-31"},
          Row{"next fri", "2026-07-10", "2026-07-10", "2026-07-10"}, Row{"+3", "2026-07-03", "2026-07-03", "2026-07-03"}}) {
        INFO(row.typed);
        CHECK(read(row.typed, DateDirection::past) == row.past);
        CHECK(read(row.typed, DateDirection::nearest) == row.nearest);
        CHECK(read(row.typed, DateDirection::future) == row.future);
    }
}

TEST_CASE("a period that stands for the day by which something is due is its last day") {
    struct Row {
        std::string typed, day, due, past;
    };
    for (const auto& row :
         {Row{"Q3", "2026-07-01", "2026-09-30", "2025-07-01"}, Row{"Q3 2027", "2027-07-01", "2027-09-30", "2027-07-01"},
          Row{"third quarter", "2026-07-01", "2026-09-30", "2025-07-01"}, Row{"August", "2026-08-01", "2026-08-31", "2025-08-01"},
          Row{"August 2027", "2027-08-01", "2027-08-31", "2027-08-01"}, Row{"Feb 2028", "2028-02-01", "2028-02-29", "2028-02-01"},
          Row{"next month", "2026-07-01", "2026-07-31", "2026-07-01"}, Row{"next quarter", "2026-07-01", "2026-09-30", "2026-07-01"},
          // Q2 ends today
          Row{"Q2", "2027-04-01", "2026-06-30", "2026-04-01"}, Row{"end of August", "2026-08-31", "2026-08-31", "2025-08-31"},
          Row{"start of August", "2026-08-01", "2026-08-01", "2025-08-01"}, Row{"next week", "2026-07-06", "2026-07-06", "2026-07-06"},
          Row{"fri", "2026-07-03", "2026-07-03", "2026-06-26"}, Row{"15 Aug", "2026-08-15", "2026-08-15", "2025-08-15"}}) {
        INFO(row.typed);
        const auto due = [&](DateDirection lean) { return words_of(read_typed_date(row.typed, today, lean, PeriodDay::last)); };
        CHECK(read(row.typed, DateDirection::future) == row.day);
        CHECK(due(DateDirection::future) == row.due);
        CHECK(due(DateDirection::past) == row.past);
    }
    const auto field = day_in_field("Q3", today, DateDirection::nearest, "Due", PeriodDay::last);
    REQUIRE(field);
    CHECK(field.value() == Date::parse("2026-09-30").value());
    CHECK(day_in_field(" ", today, DateDirection::future, "Due").value() == std::nullopt);
    CHECK(day_in_field("3/4", today, DateDirection::future, "Due").error().where == "Due");
    CHECK(day_in_field("soon", today, DateDirection::future, "Due").error().where == "Due");
}

TEST_CASE("at a weekend, this and next follow the week from Monday to Sunday") {
    const auto saturday = Date::parse("2026-07-04").value();
    CHECK(read("fri", DateDirection::future, saturday) == "2026-07-10");
    CHECK(read("next fri", DateDirection::future, saturday) == "2026-07-10");
    CHECK(read("this fri", DateDirection::future, saturday) == "2026-07-03");
    CHECK(read("last fri", DateDirection::future, saturday) == "2026-07-03");
    CHECK(read("next week", DateDirection::future, saturday) == "2026-07-06");
    CHECK(read("end of week", DateDirection::future, saturday) == "2026-07-10");
    CHECK(read("end of week", DateDirection::past, saturday) == "2026-07-03");
    CHECK(read("in a month", DateDirection::future, Date::parse("2027-01-31").value()) == "2027-02-28");
    CHECK(read("tomorrow", DateDirection::future, Date::parse("2999-12-31").value()).starts_with("That date is outside"));
    CHECK(read("end of month", DateDirection::future, Date::parse("2999-12-31").value()) == "2999-12-31");
    CHECK(read("last month", DateDirection::future, Date::parse("1900-01-01").value()).starts_with("That date is outside"));
}

TEST_CASE("names of months and weekdays of eight languages, with and without accents, dots and capitals") {
    const std::pair<std::string, int> months[] = {
        {"januar", 1},     {"janvier", 1},  {"enero", 1},     {"gennaio", 1},    {"januari", 1},       {"Janeiro", 1}, {"stycznia", 1},
        {"Jänner", 1},     {"février", 2},  {"fevr", 2},      {"FEBRERO", 2},    {"fevereiro", 2},     {"luty", 2},    {"märz", 3},
        {"maerz", 3},      {"MÄRZ", 3},     {"marzo", 3},     {"maart", 3},      {"março", 3},         {"marca", 3},   {"avril", 4},
        {"abr.", 4},       {"kwietnia", 4}, {"kwiecień", 4},  {"mai", 5},        {"maggio", 5},        {"mei", 5},     {"maja", 5},
        {"juin", 6},       {"giugno", 6},   {"czerwca", 6},   {"juillet", 7},    {"luglio", 7},        {"lipca", 7},   {"août", 8},
        {"aout", 8},       {"AOÛT", 8},     {"ago.", 8},      {"sierpnia", 8},   {"settembre", 9},     {"sept.", 9},   {"setembro", 9},
        {"wrzesień", 9},   {"okt", 10},     {"ottobre", 10},  {"outubro", 10},   {"października", 10}, {"paź", 10},    {"novembre", 11},
        {"listopada", 11}, {"déc.", 12},    {"dezember", 12}, {"diciembre", 12}, {"grudzień", 12},     {"dez", 12}};
    for (const auto& [name, month] : months) {
        const auto reading = read_typed_date("3 " + name, today);
        INFO(name << ": " << words_of(reading));
        REQUIRE(std::holds_alternative<Date>(reading));
        CHECK(std::get<Date>(reading).month() == month);
        CHECK(std::get<Date>(reading).day() == 3);
    }
    const std::pair<std::string, std::string> weekdays[] = {
        {"Montag", "Mon"},       {"lundi", "Mon"},    {"lunes", "Mon"},     {"maandag", "Mon"},   {"segunda-feira", "Mon"},
        {"poniedziałek", "Mon"}, {"Di", "Tue"},       {"mardi", "Tue"},     {"martedì", "Tue"},   {"terça", "Tue"},
        {"wtorek", "Tue"},       {"mittwoch", "Wed"}, {"miércoles", "Wed"}, {"mercoledi", "Wed"}, {"woensdag", "Wed"},
        {"środa", "Wed"},        {"śr.", "Wed"},      {"jeudi", "Thu"},     {"giovedì", "Thu"},   {"quinta", "Thu"},
        {"czw", "Thu"},          {"Fr.", "Fri"},      {"vendredi", "Fri"},  {"VIERNES", "Fri"},   {"vrijdag", "Fri"},
        {"piątek", "Fri"},       {"sábado", "Sat"},   {"sam.", "Sat"},      {"zaterdag", "Sat"},  {"dimanche", "Sun"},
        {"niedziela", "Sun"},    {"zo", "Sun"}};
    for (const auto& [name, weekday] : weekdays) {
        const auto reading = read_typed_date(name, today);
        INFO(name << ": " << words_of(reading));
        REQUIRE(std::holds_alternative<Date>(reading));
        CHECK(weekday_name(std::get<Date>(reading)) == weekday);
        CHECK(std::get<Date>(reading) > today);
    }
    CHECK(read("demain") == "2026-07-01");
    CHECK(read("aujourd’hui") == "2026-06-30");
    CHECK(read("übermorgen") == "2026-07-02");
    CHECK(read("wczoraj") == "2026-06-29");
    CHECK(read("3 de junio de 2027") == "2027-06-03");
    CHECK(read("1er mars 2027") == "2027-03-01");
}

TEST_CASE("a day inside of a text is found where it begins, as long as it goes") {
    CHECK(phrase("by fri, then", 3) == "fri");
    CHECK(phrase("fri", 0) == "fri");
    CHECK(phrase("in 2 weeks or so") == "in 2 weeks");
    CHECK(phrase("15 Aug we meet") == "15 Aug");
    CHECK(phrase("15 August 2027.") == "15 August 2027");
    CHECK(phrase("15th of August, then") == "15th of August");
    CHECK(phrase("end of next month, maybe") == "end of next month");
    CHECK(phrase("frozen until Q4, declined", 13) == "Q4");
    CHECK(phrase("frozen until the fourth quarter of it", 13) == "the fourth quarter");
    CHECK(phrase("a fourth quart", 2) == "");
    CHECK(phrase("2026-06-30: call") == "2026-06-30");
    CHECK(phrase("yesterday: budget") == "yesterday");
    CHECK(phrase("last tue we") == "last tue");
    CHECK(phrase("19.6. call Marcus") == "19.6.");
    CHECK(phrase("Fri 3 Jul, 10 people") == "Fri 3 Jul");
    CHECK(phrase("3 June 12 people") == "3 June");
    // mostly something else
    CHECK(phrase("may be late") == "may weak");
    CHECK(phrase("sun shines") == "sun weak");
    CHECK(phrase("sat down") == "sat weak");
    CHECK(phrase("July offer") == "July weak");
    CHECK(phrase("3/4 of them") == "3/4 weak");
    CHECK(phrase("3.5 percent") == "3.5 weak");
    CHECK(phrase("3 out of 5") == "3 out weak");
    CHECK(phrase("3 may come") == "3 may weak");
    CHECK(phrase("3 May we come") == "3 May");
    CHECK(phrase("morgen") == "morgen weak");
    // nothing
    CHECK(phrase("soon") == "");
    CHECK(phrase("friend") == "");
    CHECK(phrase("fri", 1) == "");
    CHECK(phrase("fri", 3) == "");
    CHECK(phrase("fri", 99) == "");
    CHECK(phrase(" fri", 0) == "");
    CHECK(phrase("xfri", 1) == "");
    CHECK(phrase("éfri", 2) == "");
    CHECK(phrase("éfri", 1) == "");
    CHECK(phrase("31 Feb") == "");
    CHECK(phrase("Q4x") == "");
    CHECK(phrase("2 weeks") == "");
    CHECK(phrase("12.5.3 is a version") == "");
    CHECK(phrase("octo pus") == "");
    const auto both = find_date_phrase("3/4", 0, today);
    REQUIRE(both);
    CHECK(std::holds_alternative<AmbiguousDate>(both->day));
}

TEST_CASE("what is echoed reads back as the same day, sampled from 1900 to 2999") {
    Random random(7);
    for (auto date = Date::from_days(-30000); date < Date::from_days(400000); date = date + (1 + static_cast<int>(random.below(60)))) {
        const auto seen = today + (static_cast<int>(random.below(8000)) - 4000);
        const auto with_year = date.year() == seen.year() ? " " + std::to_string(date.year()) : "";
        const auto echo = day_words(date, seen) + with_year;
        const auto short_echo = short_date(date, seen) + with_year;
        for (const auto lean : directions) {
            if (read_typed_date(echo, seen, lean) != DateReading(date) || read_typed_date(short_echo, seen, lean) != DateReading(date) ||
                read_typed_date(date.iso(), seen, lean) != DateReading(date)) {
                INFO(echo << " seen from " << seen.iso());
                FAIL();
            }
        }
        // Without the year the weekday says which of the near years it is.
        if (date.year() == seen.year() && read_typed_date(day_words(date, seen), seen) != DateReading(date)) {
            INFO(day_words(date, seen) << " seen from " << seen.iso());
            FAIL();
        }
        if (date == Date::from_days(400000)) {
            break; // the last valid day
        }
    }
}

TEST_CASE("no bytes and no beginning of a day make the reader fail") {
    const auto try_all = [](std::string_view text) {
        for (const auto lean : directions) {
            const auto reading = read_typed_date(text, today, lean);
            if (const auto* error = std::get_if<Error>(&reading)) {
                CHECK_FALSE(error->message().empty());
                CHECK_FALSE(first_invalid_utf8(error->message()));
            }
        }
        for (std::size_t from = 0; from <= std::min<std::size_t>(text.size(), 300); ++from) {
            if (const auto found = find_date_phrase(text, from, today)) {
                CHECK(found->begin == from);
                CHECK(found->end > from);
                CHECK(found->end <= text.size());
            }
        }
    };
    const std::string phrases[] = {"15th August 2027",   "in 2 weeks",  "3. März 2026",    "Fri, 19 June 2026", "end of next month",
                                   "mid-July '27",       "12/31/2026",  "2026-06-30",      "segunda-feira",     "day after tomorrow",
                                   "3 de junio de 2026", "aujourd’hui", "a week from now", "Q4 2026",           "19.6.26"};
    Random random(1);
    for (const auto& words : phrases) {
        for (std::size_t length = 0; length <= words.size(); ++length) {
            try_all(std::string_view(words).substr(0, length));
        }
        for (int round = 0; round < 60; ++round) {
            auto changed = words;
            changed[random.below(changed.size())] = static_cast<char>(random.below(256));
            changed.insert(random.below(changed.size()), 1, static_cast<char>(random.below(256)));
            try_all(changed);
        }
    }
    for (const auto& file : std::filesystem::recursive_directory_iterator(test::source_path("tests/fuzz/corpus"))) {
        if (file.is_regular_file()) {
            std::ifstream stream(file.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            try_all(std::string_view(bytes).substr(0, 1000));
        }
    }
}
