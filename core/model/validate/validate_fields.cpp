// Tags and fields of one's own, of deals and people.
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/validate/limited.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <set>

namespace middleground::validation {

namespace {

std::string owner_words(const Stakeholder* person) {
    if (!person) return "The deal";
    const auto name = quoted(person->name);
    return name.empty() ? "The person" : "The person " + name;
}

std::string_view id_of(const Stakeholder* person) {
    return person ? std::string_view(person->id.text) : std::string_view();
}

}

void check_tags(Report& report, const std::vector<Tag>& tags, const Stakeholder* person) {
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        const Subject subject{"tag", static_cast<int>(tag - tags.begin()) + 1, tag->name, id_of(person)};
        check_limits(report, subject, *tag);
        if (tag->name.empty()) report.add(subject, "no name", "The tag has no name", "Type a word, or remove the tag.");
        if (std::find(tags.begin(), tag, *tag) != tag) {
            report.add(subject, "twice", owner_words(person) + " already has that tag", "Keep one of them.");
        }
    }
}

void check_fields(Report& report, const std::vector<OwnField>& fields, const Stakeholder* person) {
    std::set<std::string> seen;
    int place = 0;
    for (const auto& field : fields) {
        const Subject subject{"own field", ++place, field.name, id_of(person)};
        check_limits(report, subject, field);
        if (trimmed(field.name).empty()) report.add(subject, "no name", "The field has no name", "Type one, or remove the field.");
        if (!seen.insert(folded(trimmed(field.name))).second) {
            report.add(subject, "twice", owner_words(person) + " already has a field of that name", "Give one of them another name.");
        }
        const auto fault = value_fault(field);
        if (fault.empty()) continue;
        const bool number = field.kind == FieldKind::number;
        report.add(subject, "value", "The field " + fault,
                   field.value.empty() ? "Type one, or remove the field."
                   : number            ? "Write it with digits and a point, as -1234.5."
                                       : "Write it as 2026-06-30.");
    }
}

}
