#include "core/merge/doubles/members_of_two.hpp"

#include "core/base/text.hpp"
#include "core/merge/doubles/own_fields_of_two.hpp"
#include "core/merge/merge_extra.hpp"
#include "core/merge/merge_log.hpp"

#include <algorithm>

namespace middleground::doubling {

namespace {

using Elements = std::vector<const void*>;
using OwnFields = std::vector<OwnField>;

bool is_equal(const Member& member, const void* one, const void* other) {
    return member.comparison->equal(member.in(one), member.in(other));
}

// Nothing was said, or what is said where nobody says anything.
bool says_nothing(const Member& member, const void* thing) {
    using enum MemberKind;
    switch (member.kind) {
    case text:
    case reference:
        return trimmed(member.in<std::string>(thing)).empty();
    case flag:
        return !member.in<bool>(thing);
    case whole:
    case thousandths:
        return member.in<int>(thing) == member.usual;
    case choice:
        return member.in<std::uint8_t>(thing) == member.usual;
    case maybe_day:
        return !member.in<std::optional<Date>>(thing);
    case made:
        return member.type->made->of(thing) == nullptr;
    case part:
        return member.part(thing) == nullptr;
    default:
        return false;
    }
}

bool is_notes(const Member& member) {
    return member.key == "notes";
}
// Texts that may stand beside each other. A title or a name that is two is none.
bool can_be_both(const Member& member) {
    return member.kind == MemberKind::text && member.highest > Limits::short_text;
}

// One line each: an address and a telephone number do not become a text of several.
std::string_view between(const Member& member) {
    return member.key == "contact" ? ", " : "\n";
}

FieldOfTwo field_of(const Member& member, const merging::Words& words, const void* kept, const void* gone) {
    FieldOfTwo field;
    field.field = member.key;
    field.label = member.label;
    field.kept = words.of(member, kept);
    field.gone = words.of(member, gone);
    field.choices = {MergeSide::mine, MergeSide::theirs};
    const bool kept_empty = says_nothing(member, kept);
    const bool gone_empty = says_nothing(member, gone);
    if (kept_empty && !gone_empty) field.usual = MergeSide::theirs;
    if (!can_be_both(member) || kept_empty || gone_empty) return field;
    // What has the other in it says both.
    const auto one = trimmed(member.in<std::string>(kept)), other = trimmed(member.in<std::string>(gone));
    if (other.find(one) != std::string_view::npos) {
        field.usual = MergeSide::theirs;
    } else if (one.find(other) == std::string_view::npos) {
        field.choices.push_back(MergeSide::both);
        field.usual = MergeSide::both;
    }
    return field;
}

Elements elements_of(const Member& member, const void* thing) {
    Elements elements;
    for (std::size_t i = 0; i < member.size(thing); ++i) elements.push_back(member.element(thing, i));
    return elements;
}

void use(const Member& member, const void* from, void* out) {
    member.comparison->assign(member.at(out), member.in(from));
}

void unite(const Member& member, const void* kept, const void* gone, void* out) {
    auto all = elements_of(member, kept);
    for (const auto* one : elements_of(member, gone)) {
        if (!merging::holds_element(member, all, one)) all.push_back(one);
    }
    member.comparison->set_elements(member.at(out), all);
}

void unite_log(const Member& member, const void* kept, const void* gone, void* out) {
    const merging::Log log(member);
    auto events = log.union_of({}, elements_of(member, gone), elements_of(member, kept));
    if (!log.is_legal(events)) events = log.union_of({}, elements_of(member, kept), elements_of(member, gone));
    member.comparison->set_elements(member.at(out), events);
}

// What both call the same and say differently has a second name.
void unite_unknown(const Member& member, const void* kept, const void* gone, void* out) {
    auto all = merging::unknown_members(member.in<std::string>(kept));
    const auto others = merging::unknown_members(member.in<std::string>(gone));
    if (!all || !others) {
        if (all && all->empty()) use(member, gone, out);
        return;
    }
    const auto taken = [&](const std::string& name) { return std::ranges::find(*all, name, &merging::UnknownMember::name) != all->end(); };
    for (const auto& one : *others) {
        if (all->size() >= merging::most_unknown_members || std::ranges::find(*all, one) != all->end()) continue;
        auto name = one.name;
        for (int number = 2; taken(name); ++number) name = one.name.substr(0, one.name.size() - 1) + '_' + std::to_string(number) + '"';
        all->push_back({name, one.value});
    }
    member.in<std::string>(out) = merging::extra_of(*all);
}

Result<void> choose(const Member& member, const merging::Words& words, const void* kept, const void* gone, const FieldChoices& choices, void* out,
                    std::vector<std::string>& lost) {
    const auto field = field_of(member, words, kept, gone);
    const auto chosen = choices.find(field.field);
    const auto side = chosen == choices.end() ? field.usual : chosen->second;
    if (std::ranges::find(field.choices, side) == field.choices.end()) {
        return fail("This cannot be chosen", field.label, "Choose one of the two.");
    }
    if (side == MergeSide::both) {
        member.in<std::string>(out) = both_texts(member.in<std::string>(kept), member.in<std::string>(gone), between(member));
        return {};
    }
    use(member, side == MergeSide::mine ? kept : gone, out);
    const auto* other = side == MergeSide::mine ? gone : kept;
    const auto& text = side == MergeSide::mine ? field.gone : field.kept;
    if (!says_nothing(member, other) && !text.empty()) lost.push_back(field.label + ": " + text);
    return {};
}

}

std::vector<FieldOfTwo> fields_of_two(const MemberTable& table, const merging::Words& words, const void* kept, const void* gone) {
    std::vector<FieldOfTwo> fields;
    for (const auto& member : table.rows) {
        if (member.merge == MergeRule::named) {
            for (auto& field : own_fields_of_two(words, member.in<OwnFields>(kept), member.in<OwnFields>(gone))) fields.push_back(std::move(field));
        }
        if (member.merge != MergeRule::value || is_notes(member) || is_equal(member, kept, gone)) continue;
        fields.push_back(field_of(member, words, kept, gone));
    }
    return fields;
}

Result<void> put_together(const MemberTable& table, const merging::Words& words, const void* kept, const void* gone, const FieldChoices& choices, void* out,
                          std::vector<std::string>& lost) {
    for (const auto& member : table.rows) {
        if (member.merge == MergeRule::none || is_equal(member, kept, gone)) continue;
        switch (member.merge) {
        case MergeRule::none:
            break;
        case MergeRule::value:
            if (is_notes(member)) {
                member.in<std::string>(out) = both_texts(member.in<std::string>(kept), member.in<std::string>(gone));
            } else if (auto done = choose(member, words, kept, gone, choices, out, lost); !done) {
                return done;
            }
            break;
        case MergeRule::set:
            unite(member, kept, gone, out);
            break;
        case MergeRule::log:
            unite_log(member, kept, gone, out);
            break;
        case MergeRule::created:
            use(member, member.in<Date>(gone) < member.in<Date>(kept) ? gone : kept, out);
            break;
        case MergeRule::origin:
            use(member, says_nothing(member, kept) ? gone : kept, out);
            break;
        case MergeRule::named: {
            auto both = own_fields_of_both(words, member.in<OwnFields>(kept), member.in<OwnFields>(gone), choices, lost);
            if (!both) return std::unexpected(both.error());
            member.in<OwnFields>(out) = std::move(*both);
            break;
        }
        case MergeRule::unknown:
            unite_unknown(member, kept, gone, out);
            break;
        }
    }
    return {};
}

std::string both_texts(std::string_view one, std::string_view other, std::string_view between) {
    if (trimmed(other).empty() || one.find(trimmed(other)) != std::string_view::npos) return std::string(one);
    if (trimmed(one).empty() || other.find(trimmed(one)) != std::string_view::npos) return std::string(other);
    return std::string(one) + std::string(between) + std::string(other);
}

std::string said_by_other(std::string_view beginning, const std::vector<std::string>& lost) {
    if (lost.empty()) return {};
    std::string words(beginning);
    for (const auto& one : lost) words += (&one == &lost.front() ? ": " : "; ") + one;
    return words;
}

}
