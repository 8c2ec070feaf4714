#include "core/model/own_fields/own_fields.hpp"

#include "core/base/ascii.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_number.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace middleground {

namespace {

constexpr std::size_t most_digits = 18;
constexpr std::size_t longest_number = 60; // bytes, as typed
constexpr std::string_view minus_sign = "\u2212";

struct NumberParts {
    bool negative = false;
    std::string_view whole; // no zeros ahead
    std::string_view decimals;
};

// Of a plain number.
NumberParts parts_of(std::string_view plain) {
    NumberParts parts;
    parts.negative = plain.starts_with('-');
    if (parts.negative) plain.remove_prefix(1);
    const auto point = plain.find('.');
    parts.whole = plain.substr(0, point);
    if (parts.whole == "0") parts.whole = {};
    if (point != std::string_view::npos) parts.decimals = plain.substr(point + 1);
    return parts;
}

std::strong_ordering compare_numbers(std::string_view one, std::string_view other) {
    const auto mine = parts_of(one);
    const auto theirs = parts_of(other);
    if (mine.negative != theirs.negative) return mine.negative ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto by_size = mine.whole.size() <=> theirs.whole.size();
    const auto by_whole = by_size != 0 ? by_size : mine.whole <=> theirs.whole;
    const auto order = by_whole != 0 ? by_whole : mine.decimals <=> theirs.decimals;
    return mine.negative ? 0 <=> order : order;
}

std::string grouped(std::string_view plain) {
    const auto parts = parts_of(plain);
    std::string words = parts.negative ? "-" : "";
    const auto whole = parts.whole.empty() ? std::string_view("0") : parts.whole;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) words += ',';
        words += whole[i];
    }
    return parts.decimals.empty() ? words : words + '.' + std::string(parts.decimals);
}

std::unexpected<Error> no_number(std::string_view typed) {
    const bool can_be_said = typed.size() <= longest_number && !first_invalid_utf8(typed);
    return fail(can_be_said ? '"' + std::string(typed) + "\" is not a number" : std::string("This is not a number"), {},
                "Type one such as 1200, -3.5 or 12k.");
}

Result<std::string> number_value(std::string_view typed, char point) {
    auto text = typed;
    if (text.size() > longest_number) return no_number(typed);
    bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.starts_with(minus_sign)) {
        negative = true;
        text.remove_prefix(minus_sign.size());
    }
    if (text.ends_with('%')) text.remove_suffix(1);
    auto body = plain_amount(trimmed(text));
    if (!body) return no_number(typed);
    std::size_t end = 0;
    while (end < body->size() && is_of_typed_number((*body)[end])) {
        ++end;
    }
    std::string word;
    for (const char c : body->substr(end)) {
        word += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const auto affixes = affixes_of(word);
    const auto number = typed_number(trimmed(std::string_view(*body).substr(0, end)), point);
    if (!affixes || !affixes->currency.empty() || !number) return no_number(typed);
    auto digits = number->whole + number->decimals;
    auto after_point = static_cast<int>(number->decimals.size()) - affixes->zeros;
    if (after_point < 0) digits.append(static_cast<std::size_t>(-after_point), '0');
    after_point = std::max(after_point, 0);
    if (static_cast<int>(digits.size()) <= after_point) digits.insert(0, static_cast<std::size_t>(after_point) + 1 - digits.size(), '0');
    if (after_point > 0) digits.insert(digits.size() - static_cast<std::size_t>(after_point), 1, '.');
    auto plain = plain_number((negative ? "-" : "") + digits);
    if (!plain) return fail("The number has more than " + std::to_string(most_digits) + " digits", {}, "Leave some out, or make the field a text.");
    return std::move(*plain);
}

int rank_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::number:
        return 0;
    case FieldKind::date:
        return 1;
    case FieldKind::text:
    case FieldKind::choice:
        break;
    }
    return 2;
}

template <typename List, typename Is>
auto* found_in(List& list, Is is) {
    const auto found = std::ranges::find_if(list, is);
    return found == list.end() ? nullptr : &*found;
}

}

template <>
std::span<const EnumName<FieldKind>> names_of<FieldKind>() {
    using enum FieldKind;
    static constexpr std::array<EnumName<FieldKind>, 4> names{
        {{text, "text", "Text"}, {number, "number", "Number"}, {date, "date", "Date"}, {choice, "choice", "Choice"}}};
    return names;
}

template <>
std::span<const EnumName<FieldOwner>> names_of<FieldOwner>() {
    using enum FieldOwner;
    static constexpr std::array<EnumName<FieldOwner>, 2> names{{{deal, "deal", "Deals"}, {person, "person", "People"}}};
    return names;
}

bool same_field(std::string_view one, std::string_view other) {
    return folded(trimmed(one)) == folded(trimmed(other));
}

const OwnField* find_field(const std::vector<OwnField>& fields, std::string_view name) {
    return found_in(fields, [&](const OwnField& field) { return same_field(field.name, name); });
}

const FieldDefinition* find_field(const std::vector<FieldDefinition>& definitions, FieldOwner owner, std::string_view name) {
    return found_in(definitions, [&](const FieldDefinition& one) { return one.owner == owner && same_field(one.name, name); });
}

std::vector<OwnField> with_field(std::vector<OwnField> fields, std::string_view name, OwnField field) {
    auto* there = found_in(fields, [&](const OwnField& one) { return same_field(one.name, name); });
    if (field.value.empty()) {
        if (there) fields.erase(fields.begin() + (there - fields.data()));
    } else if (there) {
        *there = std::move(field);
    } else {
        fields.push_back(std::move(field));
    }
    return fields;
}

std::optional<std::string> plain_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    auto whole = text.substr(0, point);
    auto decimals = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && decimals.empty())) return {};
    const auto all_digits = [](std::string_view part) { return std::ranges::all_of(part, is_digit); };
    if (!all_digits(whole) || !all_digits(decimals)) return {};
    while (whole.size() > 1 && whole.front() == '0') {
        whole.remove_prefix(1);
    }
    while (decimals.ends_with('0')) {
        decimals.remove_suffix(1);
    }
    if (whole.size() + decimals.size() > most_digits) return {};
    auto plain = std::string(whole) + (decimals.empty() ? "" : "." + std::string(decimals));
    return negative && plain != "0" ? "-" + plain : plain;
}

Result<std::string> own_value(FieldKind kind, std::string_view typed, Date today, char point) {
    const auto text = trimmed(typed);
    if (text.empty()) return std::string();
    if (kind == FieldKind::number) return number_value(text, point);
    if (kind == FieldKind::date) {
        const auto day = parse_typed_date(text, today);
        if (!day) return std::unexpected(day.error());
        return day->iso();
    }
    return std::string(text);
}

std::string own_value_words(const OwnField& field, Date today) {
    if (!value_fault(field).empty()) return field.value;
    if (field.kind == FieldKind::number) return grouped(field.value);
    if (field.kind == FieldKind::date) return short_date(*Date::parse(field.value), today);
    return field.value;
}

std::weak_ordering compare_values(const OwnField& one, const OwnField& other) {
    const auto by_kind = rank_of(one.kind) <=> rank_of(other.kind);
    if (by_kind != 0) return by_kind;
    if (one.kind == FieldKind::number) return compare_numbers(one.value, other.value);
    if (one.kind == FieldKind::date) return one.value <=> other.value;
    return sort_key(one.value) <=> sort_key(other.value);
}

std::string value_fault(const OwnField& field) {
    if (field.value.empty()) return "has no value";
    if (field.kind == FieldKind::number && plain_number(field.value) != field.value) return "is not a plain number";
    if (field.kind == FieldKind::date && !Date::parse(field.value)) return "is not a date";
    return {};
}

}
