#include "core/model/members/member_words.hpp"

namespace middleground {

std::optional<std::string> plain_words(const Member& member, const void* thing) {
    switch (member.kind) {
    case MemberKind::text:
    case MemberKind::unknown:
        return member.in<std::string>(thing);
    case MemberKind::whole:
        return std::to_string(member.in<int>(thing));
    case MemberKind::choice:
        return std::string(member.type->names().label_of(member.in<std::uint8_t>(thing)));
    default:
        return {};
    }
}

}
