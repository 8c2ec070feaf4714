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
    static constexpr std::array<EnumName<NextAction>, 15> names{{{ask, "ask", "Ask next"},
                                                                {ask_again, "ask_again", "Ask again"},
                                                                {follow_up, "follow_up", "Follow up"},
                                                                {get_kept, "get_kept", "Help them keep it"},
                                                                {give_first, "give_first", "Give first"},
                                                                {resolve_concern, "resolve_concern", "Resolve first"},
                                                                {keep_promise, "keep_promise", "Keep your promise"},
                                                                {hear, "hear", "Hear them"},
                                                                {find_person, "find_person", "Find out who"},
                                                                 {answer, "answer", "Answer them"},
                                                                 {prepare, "prepare", "Prepare it"},
                                                                 {ask_if_wanted, "ask_if_wanted", "Ask if it is wanted"},
                                                                 {find_sponsor, "find_sponsor", "Find the new sponsor"},
                                                                 {save, "save", "Save what was agreed"},
                                                                 {plan_for_day, "plan_for_day", "Plan for their date"}}};
    return names;
}

template <>
std::span<const EnumName<AskClass>> names_of<AskClass>() {
    using enum AskClass;
    static constexpr std::array<EnumName<AskClass>, 6> names{{{answer, "answer", "Answer them"},
                                                              {promise, "promise", "Keep your word"},
                                                              {course, "course", "What has changed"},
                                                              {soon, "soon", "Has a day soon"},
                                                              {in_the_way, "in_the_way", "Stands in the way"},
                                                              {rest, "rest", "Next in the plan"}}};
    return names;
}

}
