#include "core/merge/merge_fields.hpp"

#include "core/merge/merge_extra.hpp"
#include "core/merge/merge_log.hpp"

#include <algorithm>

namespace middleground::merging {

namespace {

// The member as FORMATS.md calls it.
std::string_view field_of(const Member& member) {
    return member.kind == MemberKind::unknown ? "extra" : member.key;
}

bool is_nothing(const Member& member, const void* thing) {
    using enum MemberKind;
    if (member.kind == text || member.kind == reference || member.kind == unknown) return member.in<std::string>(thing).empty();
    return member.type->part && !member.part(thing);
}

std::vector<const void*> elements_of(const Member& member, const void* thing) {
    std::vector<const void*> elements;
    for (std::size_t i = 0; i < member.size(thing); ++i) {
        elements.push_back(member.element(thing, i));
    }
    return elements;
}

}

void Fields::merge() {
    for (const auto& member : table_.rows) {
        switch (member.merge) {
        case MergeRule::none:
            break;
        case MergeRule::value:
            value(member);
            break;
        case MergeRule::set:
            set(member);
            break;
        case MergeRule::named:
            named(member);
            break;
        case MergeRule::log:
            log(member);
            break;
        case MergeRule::created:
            created(member);
            break;
        case MergeRule::origin:
            if (!keeps_mine(member) && takes_theirs(member)) use(member, sides_.theirs);
            break;
        case MergeRule::unknown:
            unknown(member);
            break;
        }
    }
}

void Fields::value(const Member& member) {
    if (is_equal(member)) return;
    const bool forced = run_.is_forced(about_, member.key);
    if (!forced && keeps_mine(member)) return;
    if (!forced && takes_theirs(member)) return take(member);
    std::vector<MergeSide> choices{MergeSide::mine, MergeSide::theirs};
    if (may_be_two_) choices.push_back(MergeSide::both);
    const auto choice = ask(member, std::move(choices), may_be_two_);
    if (choice.side == MergeSide::theirs) use(member, sides_.theirs);
    if (choice.side == MergeSide::both) second_id_ = choice.new_id;
}

// When it was written down: nobody changes that, so the first one counts.
void Fields::created(const Member& member) {
    if (is_equal(member) || keeps_mine(member)) return;
    if (takes_theirs(member) || member.in<Date>(sides_.theirs) < member.in<Date>(sides_.mine)) use(member, sides_.theirs);
}

// A list in which only the elements count: what either side put in or took out is done.
void Fields::set(const Member& member) {
    if (is_equal(member)) return;
    const bool forced = run_.is_forced(about_, member.key);
    if (!forced && keeps_mine(member)) return;
    if (!forced && takes_theirs(member)) return take(member);
    const auto all = combined(member);
    const bool all_are_mine = std::ranges::equal(all, elements_of(member, sides_.mine), member.comparison->equal_elements);
    if (!forced && (sides_.base ? !both_replaced(member) : all_are_mine || all.size() == member.size(sides_.theirs))) {
        if (all_are_mine) return;
        member.comparison->set_elements(member.at(sides_.out), all);
        return run_.note(MergeChange::What::changed, about_, member.key, member.label, run_.words.of_elements(member, all));
    }
    const auto choice = ask(member, {MergeSide::mine, MergeSide::theirs, MergeSide::both}, false);
    if (choice.side == MergeSide::theirs) use(member, sides_.theirs);
    if (choice.side == MergeSide::both) member.comparison->set_elements(member.at(sides_.out), all);
}

// What happened: both sides' events together, unless that makes no sense, or it depends on their order within one day.
void Fields::log(const Member& member) {
    if (is_equal(member) || keeps_mine(member)) return;
    const auto mine = elements_of(member, sides_.mine);
    const auto theirs = elements_of(member, sides_.theirs);
    if (takes_theirs(member)) return record(member, theirs);
    const Log rules(member);
    std::optional<Elements> base;
    if (sides_.base) base = elements_of(member, sides_.base);
    const auto mine_first = rules.union_of(base, mine, theirs);
    const auto theirs_first = rules.union_of(base, theirs, mine);
    const bool one_is_legal = rules.is_legal(mine_first);
    const bool other_is_legal = rules.is_legal(theirs_first);
    if (one_is_legal && other_is_legal && rules.ends_alike(mine_first, theirs_first)) {
        return record(member, rules.earlier_kind_first(mine_first, theirs_first));
    }
    if (one_is_legal != other_is_legal) return record(member, one_is_legal ? mine_first : theirs_first);
    std::vector<MergeSide> choices{MergeSide::mine, MergeSide::theirs};
    if (one_is_legal) choices.push_back(MergeSide::both);
    const auto choice = ask(member, std::move(choices), false);
    if (choice.side == MergeSide::theirs) use(member, sides_.theirs);
    if (choice.side == MergeSide::both) member.comparison->set_elements(member.at(sides_.out), mine_first);
}

// Each member by itself, as it is in the file.
void Fields::unknown(const Member& member) {
    if (is_equal(member) || keeps_mine(member)) return;
    const auto unknown_of = [&](const void* thing) { return unknown_members(member.in<std::string>(thing)); };
    const auto mine = unknown_of(sides_.mine);
    const auto theirs = unknown_of(sides_.theirs);
    const auto base = sides_.base ? unknown_of(sides_.base) : std::optional(std::vector<UnknownMember>());
    if (takes_theirs(member)) return take(member);
    if (!mine || !theirs || !base || mine->size() + theirs->size() > most_unknown_members) {
        if (ask(member, {MergeSide::mine, MergeSide::theirs}, false).side == MergeSide::theirs) use(member, sides_.theirs);
        return;
    }
    const auto value_in = [](const std::vector<UnknownMember>& members, const std::string& name) {
        const auto found = std::ranges::find(members, name, &UnknownMember::name);
        return found == members.end() ? std::string() : found->value;
    };
    auto all = *mine;
    for (const auto& of_theirs : *theirs) {
        if (value_in(*mine, of_theirs.name).empty()) all.push_back({of_theirs.name, {}});
    }
    for (auto& one : all) {
        const auto in_mine = value_in(*mine, one.name);
        const auto in_theirs = value_in(*theirs, one.name);
        const auto in_base = value_in(*base, one.name);
        const auto label = std::string(member.label) + ", " + one.name;
        const auto field = std::string(field_of(member)) + '.' + one.name;
        const bool asks =
            in_mine != in_theirs && (sides_.base ? in_mine != in_base && in_theirs != in_base : !in_mine.empty() && !in_theirs.empty());
        one.value = in_mine;
        if (asks) {
            MergeConflict conflict{.label = label, .mine = in_mine, .theirs = in_theirs, .choices = {MergeSide::mine, MergeSide::theirs}};
            if (sides_.base) conflict.base = in_base;
            if (run_.ask(about_, field, std::move(conflict)).side == MergeSide::theirs) one.value = in_theirs;
        } else if (in_mine != in_theirs && (sides_.base ? in_mine == in_base : in_mine.empty())) {
            one.value = in_theirs;
            run_.note(MergeChange::What::changed, about_, field, label, in_theirs);
        }
    }
    std::erase_if(all, [](const UnknownMember& one) { return one.value.empty(); });
    member.in<std::string>(sides_.out) = extra_of(all);
}

bool Fields::is_equal(const Member& member) const {
    return member.comparison->equal(member.in(sides_.mine), member.in(sides_.theirs));
}

bool Fields::keeps_mine(const Member& member) const {
    return sides_.base ? member.comparison->equal(member.in(sides_.theirs), member.in(sides_.base)) : is_nothing(member, sides_.theirs);
}

bool Fields::takes_theirs(const Member& member) const {
    return sides_.base ? member.comparison->equal(member.in(sides_.mine), member.in(sides_.base)) : is_nothing(member, sides_.mine);
}

void Fields::use(const Member& member, const void* thing) {
    member.comparison->assign(member.at(sides_.out), member.in(thing));
}

void Fields::take(const Member& member) {
    use(member, sides_.theirs);
    run_.note(MergeChange::What::changed, about_, field_of(member), member.label, run_.words.of(member, sides_.out));
}

MergeChoice Fields::ask(const Member& member, std::vector<MergeSide> choices, bool both_is_second) {
    MergeConflict conflict{.label = std::string(member.label), .choices = std::move(choices), .both_is_second = both_is_second};
    if (sides_.base) conflict.base = run_.words.of(member, sides_.base);
    conflict.mine = run_.words.of(member, sides_.mine);
    conflict.theirs = run_.words.of(member, sides_.theirs);
    return run_.ask(about_, field_of(member), std::move(conflict));
}

// Mine without what theirs took out, then what theirs put in.
Fields::Elements Fields::combined(const Member& member) const {
    const auto holds = [&](const void* thing, const void* element) { return holds_element(member, elements_of(member, thing), element); };
    Elements all;
    for (const auto* one : elements_of(member, sides_.mine)) {
        if (!sides_.base || holds(sides_.theirs, one) || !holds(sides_.base, one)) all.push_back(one);
    }
    for (const auto* one : elements_of(member, sides_.theirs)) {
        if (!holds(sides_.mine, one) && (!sides_.base || !holds(sides_.base, one))) all.push_back(one);
    }
    return all;
}

// Both took the same element out and put something of their own in its place.
bool Fields::both_replaced(const Member& member) const {
    const auto holds = [&](const void* thing, const void* element) { return holds_element(member, elements_of(member, thing), element); };
    const auto adds = [&](const void* side, const void* other) {
        return std::ranges::any_of(elements_of(member, side), [&](const void* one) { return !holds(sides_.base, one) && !holds(other, one); });
    };
    return std::ranges::any_of(elements_of(member, sides_.base),
                               [&](const void* one) { return !holds(sides_.mine, one) && !holds(sides_.theirs, one); }) &&
           adds(sides_.mine, sides_.theirs) && adds(sides_.theirs, sides_.mine);
}

void Fields::record(const Member& member, const Elements& events) {
    const auto mine = elements_of(member, sides_.mine);
    if (std::ranges::equal(events, mine, member.comparison->equal_elements)) return;
    member.comparison->set_elements(member.at(sides_.out), events);
    Elements news;
    std::ranges::copy_if(events, std::back_inserter(news), [&](const void* event) { return !holds_element(member, mine, event); });
    const bool recorded = !news.empty();
    run_.note(recorded ? MergeChange::What::recorded : MergeChange::What::changed, about_, member.key, member.label,
              run_.words.of_elements(member, recorded ? news : events));
}

}
