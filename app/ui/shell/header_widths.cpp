#include "app/ui/shell/header_facts.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Takes what is too much from one of them, down to its least.
void shrink(float& width, float least, float& too_much) {
    const float taken = std::clamp(width - std::min(width, least), 0.0f, std::max(0.0f, too_much));
    width -= taken;
    too_much -= taken;
}

float used_by(const HeaderWidths& widths, float between) {
    float sum = 0;
    for (const float one : {widths.account, widths.title, widths.amount, widths.target}) {
        if (one > 0) sum += one + between;
    }
    return sum > 0 ? sum - between : 0;
}

// The others share what it leaves them, and it takes what they leave.
HeaderWidths around_typed(const HeaderWidths& natural, const HeaderRoom& room, float width, float HeaderWidths::*typed) {
    auto others = natural;
    others.*typed = 0;
    const float kept = std::min({natural.*typed, room.typed, width});
    auto result = header_widths(others, room, width - kept - room.between);
    result.*typed = kept;
    if (used_by(result, room.between) > width) result.amount = typed == &HeaderWidths::amount ? kept : 0;
    result.*typed += std::clamp(natural.*typed - kept, 0.0f, std::max(0.0f, width - used_by(result, room.between)));
    return result;
}

}

HeaderWidths header_widths(const HeaderWidths& natural, const HeaderRoom& room, float width, float HeaderWidths::*typed) {
    if (typed) return around_typed(natural, room, width, typed);
    auto result = natural;
    const auto used = [&] { return used_by(result, room.between); };
    float too_much = used() - width;
    shrink(result.target, room.least.target, too_much);
    shrink(result.account, room.least.account, too_much);
    shrink(result.title, room.least.title, too_much);
    // What one leaves goes back to the title, then to the account.
    const auto leave = [&](float& one) {
        one = 0;
        float left = width - used();
        const auto grow = [&](float& other, float wanted) {
            const float more = std::clamp(left, 0.0f, std::max(0.0f, wanted - other));
            if (other > 0) other += more;
            left -= more;
        };
        grow(result.title, natural.title);
        grow(result.account, natural.account);
        too_much = used() - width;
    };
    if (too_much > 0) leave(result.account);
    if (too_much > 0) leave(result.target);
    shrink(result.title, 0, too_much);
    return result;
}

}
