// Fields of one's own: each by its name, as if it were a member.
#include "core/merge/merge_fields.hpp"

#include "core/base/text.hpp"
#include "core/model/own_fields/own_fields.hpp"

namespace middleground::merging {

std::string Words::of_value(const OwnField* field) const {
    if (!field) return {};
    return own_value_words(*field, input_.today) + (field->shared ? ", shared with the buyer" : "");
}

std::string Words::of(const OwnField& field) const {
    return field.name + ": " + of_value(&field);
}

void Fields::named(const Member& member) {
    if (is_equal(member) || keeps_mine(member)) return;
    const auto fields_of = [&](const void* thing) -> const std::vector<OwnField>& { return member.in<std::vector<OwnField>>(thing); };
    const auto& mine = fields_of(sides_.mine);
    const auto& theirs = fields_of(sides_.theirs);
    const auto* base = sides_.base ? &fields_of(sides_.base) : nullptr;
    std::vector<std::string> names;
    for (const auto& one : mine) {
        names.push_back(one.name);
    }
    for (const auto& one : theirs) {
        if (!find_field(mine, one.name)) names.push_back(one.name);
    }
    const auto same = [](const OwnField* one, const OwnField* other) { return one && other ? *one == *other : one == other; };
    std::vector<OwnField> all;
    for (const auto& name : names) {
        const auto* in_mine = find_field(mine, name);
        const auto* in_theirs = find_field(theirs, name);
        const auto* in_base = base ? find_field(*base, name) : nullptr;
        const auto* taken = in_mine;
        const auto field = "fields." + name;
        if (!same(in_mine, in_theirs)) {
            const bool mine_stayed = base ? same(in_mine, in_base) : !in_mine;
            const bool theirs_stayed = base ? same(in_theirs, in_base) : !in_theirs;
            if (mine_stayed) {
                taken = in_theirs;
                run_.note(MergeChange::What::changed, about_, field, name, run_.words.of_value(in_theirs));
            } else if (!theirs_stayed) {
                MergeConflict conflict{.label = name,
                                       .mine = run_.words.of_value(in_mine),
                                       .theirs = run_.words.of_value(in_theirs),
                                       .choices = {MergeSide::mine, MergeSide::theirs}};
                if (base) conflict.base = run_.words.of_value(in_base);
                if (run_.ask(about_, field, std::move(conflict)).side == MergeSide::theirs) taken = in_theirs;
            }
        }
        if (taken) all.push_back(*taken);
    }
    member.in<std::vector<OwnField>>(sides_.out) = std::move(all);
}

}
