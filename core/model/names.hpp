#pragma once

#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/wording_table.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace middleground {

// Two names for each value of an enum: `key` is what files hold ("decision_maker"), `label` what people read ("Decision maker").
template <typename E>
struct EnumName {
    E value;
    std::string_view key;
    std::string_view label;
};

// All values in their usual order. Specialised in names.cpp for every enum of the model.
template <typename E>
std::span<const EnumName<E>> names_of();

template <typename E>
std::string_view key_of(E value) {
    for (const auto& name : names_of<E>()) {
        if (name.value == value) {
            return name.key;
        }
    }
    return {};
}

template <typename E>
std::string_view label_of(E value) {
    for (const auto& name : names_of<E>()) {
        if (name.value == value) {
            return name.label;
        }
    }
    return {};
}

template <typename E>
std::optional<E> from_key(std::string_view key) {
    for (const auto& name : names_of<E>()) {
        if (name.key == key) {
            return name.value;
        }
    }
    return {};
}

template <>
std::span<const EnumName<Function>> names_of<Function>();
template <>
std::span<const EnumName<Role>> names_of<Role>();
template <>
std::span<const EnumName<Stance>> names_of<Stance>();
template <>
std::span<const EnumName<CommitmentEventKind>> names_of<CommitmentEventKind>();
template <>
std::span<const EnumName<Asker>> names_of<Asker>();
template <>
std::span<const EnumName<CommitmentState>> names_of<CommitmentState>();
template <>
std::span<const EnumName<PlanState>> names_of<PlanState>();
template <>
std::span<const EnumName<SharedState>> names_of<SharedState>();
template <>
std::span<const EnumName<InteractionKind>> names_of<InteractionKind>();
template <>
std::span<const EnumName<Direction>> names_of<Direction>();
template <>
std::span<const EnumName<NextStepState>> names_of<NextStepState>();
template <>
std::span<const EnumName<ConcernEventKind>> names_of<ConcernEventKind>();
template <>
std::span<const EnumName<ConcernState>> names_of<ConcernState>();
template <>
std::span<const EnumName<ConcernKind>> names_of<ConcernKind>();
template <>
std::span<const EnumName<PromiseEventKind>> names_of<PromiseEventKind>();
template <>
std::span<const EnumName<PromiseState>> names_of<PromiseState>();
template <>
std::span<const EnumName<TargetReason>> names_of<TargetReason>();
template <>
std::span<const EnumName<Process>> names_of<Process>();
template <>
std::span<const EnumName<Client>> names_of<Client>();
template <>
std::span<const EnumName<AlternativeKind>> names_of<AlternativeKind>();
template <>
std::span<const EnumName<FieldKind>> names_of<FieldKind>(); // these two: own_fields/own_fields.cpp
template <>
std::span<const EnumName<FieldOwner>> names_of<FieldOwner>();
template <>
std::span<const EnumName<WordingClass>> names_of<WordingClass>();
template <>
std::span<const EnumName<OriginSystem>> names_of<OriginSystem>();
template <>
std::span<const EnumName<ImportKind>> names_of<ImportKind>();
template <>
std::span<const EnumName<ImportField>> names_of<ImportField>();
template <>
std::span<const EnumName<DecimalSign>> names_of<DecimalSign>();
template <>
std::span<const EnumName<SameNames>> names_of<SameNames>();
template <>
std::span<const EnumName<RepeatedId>> names_of<RepeatedId>();
template <>
std::span<const EnumName<ImportedOutcome>> names_of<ImportedOutcome>();
template <>
std::span<const EnumName<DateOrder>> names_of<DateOrder>();

}
