#include "core/analysis/names.hpp"

#include <array>

namespace middleground {

template <>
std::span<const EnumName<Side>> names_of<Side>() {
    using enum Side;
    static constexpr std::array<EnumName<Side>, 2> names{{{push, "push", "Push"}, {passive, "passivity", "Passivity"}}};
    return names;
}

template <>
std::span<const EnumName<Severity>> names_of<Severity>() {
    using enum Severity;
    static constexpr std::array<EnumName<Severity>, 3> names{
        {{high, "high", "Can lose the deal"}, {medium, "medium", "Slows the deal"}, {low, "low", "Worth a look"}}};
    return names;
}

template <>
std::span<const EnumName<NextAction>> names_of<NextAction>() {
    using enum NextAction;
    static constexpr std::array<EnumName<NextAction>, 9> names{{{ask, "ask", "Ask next"},
                                                                {ask_again, "ask_again", "Ask again"},
                                                                {follow_up, "follow_up", "Follow up"},
                                                                {get_kept, "get_kept", "Help them keep it"},
                                                                {give_first, "give_first", "Give first"},
                                                                {resolve_concern, "resolve_concern", "Resolve first"},
                                                                {keep_promise, "keep_promise", "Keep your promise"},
                                                                {hear, "hear", "Hear them"},
                                                                {find_person, "find_person", "Find out who"}}};
    return names;
}

}
