#pragma once

#include "core/analysis/findings.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/model/names.hpp"

namespace middleground {

template <>
std::span<const EnumName<Side>> names_of<Side>();
template <>
std::span<const EnumName<Severity>> names_of<Severity>();
template <>
std::span<const EnumName<NextAction>> names_of<NextAction>();
template <>
std::span<const EnumName<AskClass>> names_of<AskClass>();

}
