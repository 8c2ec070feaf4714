#include "core/model/validate/limited.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

namespace middleground::validation {

void Limited::before(std::string_view key) {
    for (; next_ < table_.rows.size() && table_.rows[next_].key != key; ++next_) {
        check(table_.rows[next_]);
    }
}

void Limited::rest() {
    for (; next_ < table_.rows.size(); ++next_) {
        check(table_.rows[next_]);
    }
}

void Limited::check(const Member& member) {
    if (member.highest < 0 || !member.is_there(thing_)) return;
    switch (member.kind) {
    case MemberKind::text:
    case MemberKind::unknown:
        return text(member, member.in<std::string>(thing_));
    case MemberKind::whole:
    case MemberKind::thousandths:
        return range(member, member.in<int>(thing_));
    case MemberKind::list:
        return count(member, member.size(thing_));
    default: // no kind of member that has a limit
        return;
    }
}

std::string Limited::noun(const Member& member) const {
    if (!noun_.empty()) return std::string(noun_);
    return member.noun.empty() ? folded(member.label) : std::string(member.noun);
}

void Limited::text(const Member& member, std::string_view value) {
    if (value.size() > static_cast<std::size_t>(member.highest)) {
        const auto name = noun(member);
        report_.add(subject_, "long " + name, "The " + name + " is longer than " + std::to_string(member.highest) + " bytes", "Shorten it.");
    } else if (const auto place = first_invalid_utf8(value)) {
        const auto name = noun(member);
        report_.add(subject_, "encoding " + name, "The " + name + " is not well-formed UTF-8 at byte " + std::to_string(*place),
                    "Save the text as UTF-8.");
    }
}

void Limited::range(const Member& member, int value) {
    if (value >= member.lowest && value <= member.highest) return;
    const auto name = noun(member);
    report_.add(subject_, "range " + name, "The " + name + " is " + std::to_string(value),
                "It goes from " + std::to_string(member.lowest) + " to " + std::to_string(member.highest) + '.');
}

void Limited::count(const Member& member, std::size_t size) {
    if (size <= static_cast<std::size_t>(member.highest)) return;
    const auto name = noun(member);
    report_.add(subject_, "count " + name, "There are " + std::to_string(size) + ' ' + name,
                "At most " + std::to_string(member.highest) + " are possible.");
}

}
