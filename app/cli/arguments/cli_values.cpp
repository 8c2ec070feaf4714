#include "app/cli/arguments/cli_values.hpp"

#include "app/platform/native/native_charsets.hpp"
#include "core/base/ascii.hpp"
#include "core/base/mail_address.hpp"
#include "core/model/names.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/report/export.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <ctime>
#include <random>

namespace middleground::cli {

namespace {

// "json, csv or md": the keys of an enum.
template <typename E>
std::string keys_of(std::string words = {}) {
    const auto names = names_of<E>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!words.empty()) words += i + 1 == names.size() ? " or " : ", ";
        words += names[i].key;
    }
    return words;
}

}

std::string check_name(const std::string& text) {
    return text.empty() ? "The name is empty" : "";
}

std::string check_day(const std::string& text) {
    return Date::parse(text) ? std::string() : '"' + text + "\" is not a day. Write it as 2026-06-30";
}

std::string check_number(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = error == std::errc() && end == text.data() + text.size();
    return fits ? std::string() : '"' + text + "\" is not a whole number of 0 or more";
}

std::string check_futures(const std::string& text) {
    constexpr std::uint32_t most = 10000000;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= most;
    return fits ? std::string() : '"' + text + "\" is not a whole number from 1 to 10,000,000";
}

std::string words_of_formats() {
    return keys_of<ExportFormat>();
}

std::string check_format(const std::string& text) {
    return from_key<ExportFormat>(text) ? std::string() : '"' + text + "\" is not a format. Choose " + keys_of<ExportFormat>();
}

std::string check_side(const std::string& text) {
    return text == "mine" || text == "theirs" ? std::string() : '"' + text + "\" is not a side. Choose mine or theirs";
}

std::string check_render(const std::string& text) {
    return text == "cpu" || text == "gl" ? std::string() : '"' + text + "\" is no way to draw. Choose cpu or gl";
}

std::string check_system(const std::string& text) {
    if (text == "auto" || from_key<OriginSystem>(text)) return {};
    return '"' + text + "\" is not a program. Choose " + keys_of<OriginSystem>("auto");
}

std::string check_dates(const std::string& text) {
    return from_key<DateOrder>(text) ? std::string() : '"' + text + "\" is not an order. Choose " + keys_of<DateOrder>();
}

template <typename E>
std::string check_key(const std::string& text, std::string_view what) {
    return from_key<E>(text) ? std::string() : '"' + text + "\" is no " + std::string(what) + ". Choose " + keys_of<E>();
}

std::string check_kind(const std::string& text) {
    return check_key<ImportKind>(text, "kind of table");
}

std::string check_encoding(const std::string& text) {
    if (NativeCharsets().to_utf8("", text)) return {};
    return '"' + text + "\" is no encoding. Write it as utf-8, windows-1252, windows-1251 or shift_jis";
}

char separator_of(const std::string& text) {
    struct Name {
        std::string_view name;
        char sign;
    };
    for (const auto& one : {Name{"comma", ','}, Name{"semicolon", ';'}, Name{"tab", '\t'}, Name{"bar", '|'}}) {
        if (text == one.name) return one.sign;
    }
    return text.empty() ? ',' : text.front();
}

std::string check_separator(const std::string& text) {
    const char sign = separator_of(text);
    const bool named = text == "comma" || text == "semicolon" || text == "tab" || text == "bar";
    const bool usable = sign != '"' && sign != '\n' && sign != '\r' && static_cast<unsigned char>(sign) < 0x80;
    return named || (text.size() == 1 && usable) ? std::string() : '"' + text + "\" is no separator. Choose comma, semicolon, tab, bar or one sign";
}

std::string check_headings(const std::string& text) {
    const bool is_line = !text.empty() && text.size() < 7 && std::ranges::all_of(text, is_digit) && text.front() != '0';
    return text == "none" || is_line ? std::string() : '"' + text + "\" is no line. Write the number of the line with the headings, or none";
}

std::string check_table_separator(const std::string& text) {
    const bool named = text == "comma" || text == "semicolon" || text == "tab";
    return named ? std::string() : '"' + text + "\" is no separator of tables. Choose comma, semicolon or tab";
}

std::string check_decimals(const std::string& text) {
    return check_key<DecimalSign>(text, "decimal sign");
}

std::string check_column(const std::string& text) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0) return '"' + text + "\" says nothing of a column. Write it as HEADING=FIELD, such as Client=account";
    return check_key<ImportField>(text.substr(equals + 1), "field");
}

std::string check_word(const std::string& text) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0) return '"' + text + "\" does not say what a word means. Write it as WORD=MEANING, such as Closed=won";
    const auto meaning = from_key<ImportedOutcome>(text.substr(equals + 1));
    return meaning && *meaning != ImportedOutcome::unclear ? std::string() : '"' + text.substr(equals + 1) + "\" is no meaning. Choose won, lost, no_decision or open";
}

std::string check_same_names(const std::string& text) {
    return check_key<SameNames>(text, "answer");
}

std::string check_repeated_ids(const std::string& text) {
    return check_key<RepeatedId>(text, "answer");
}

std::string check_currency(const std::string& text) {
    return is_known_currency(text) ? std::string() : '"' + text + "\" is not a currency. Write it as EUR";
}

std::string check_take(const std::string& text) {
    if (text == "all") return {};
    bool digit = false, fits = !text.empty();
    for (const char c : text) {
        fits = fits && ((c >= '0' && c <= '9') || (c == ',' && digit));
        digit = c != ',';
    }
    return fits && digit && text.find("0") != 0 ? std::string() : '"' + text + "\" says neither all nor numbers as 1,3,4";
}

std::string check_address(const std::string& text) {
    return mail_address_in(text) == text ? std::string() : '"' + text + "\" is not a mail address. Write it as nora@example.com";
}

Date today_of(const std::string& text) {
    if (!text.empty()) return Date::parse(text).value_or(Date{});
    const auto now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Date::from_calendar(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

std::uint64_t seed_of(const std::string& text) {
    std::uint64_t seed = 0;
    std::from_chars(text.data(), text.data() + text.size(), seed);
    if (!text.empty()) return seed;
    std::random_device random;
    return static_cast<std::uint64_t>(random()) << 32 | random();
}

}
