#include "core/model/names.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/typed_date_words.hpp"
#include "core/files/settings.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <utility>

using namespace middleground;

namespace {

// Of a number that no enumerator has, the compilers print "(E)7".
template <auto value>
constexpr bool is_enumerator() {
    constexpr std::string_view before = "value = ";
    const std::string_view words = __PRETTY_FUNCTION__;
    return words[words.rfind(before) + before.size()] != '(';
}

template <typename E, std::size_t... numbers>
constexpr std::size_t enumerators(std::index_sequence<numbers...>) {
    return (std::size_t{0} + ... + (is_enumerator<static_cast<E>(numbers)>() ? 1u : 0u));
}

// Enums of the model count up from 0 without holes.
template <typename E>
void check_names() {
    constexpr std::size_t most = 100;
    constexpr auto count = enumerators<E>(std::make_index_sequence<most>());
    const auto names = names_of<E>();
    REQUIRE(names.size() == count);
    std::set<std::string_view> keys;
    std::set<std::string_view> labels;
    for (std::size_t i = 0; i < names.size(); ++i) {
        INFO(names[i].key);
        CHECK(static_cast<std::size_t>(names[i].value) == i);
        CHECK(from_key<E>(names[i].key) == names[i].value);
        CHECK(key_of(names[i].value) == names[i].key);
        CHECK(label_of(names[i].value) == names[i].label);
        CHECK(names[i].key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
        CHECK_FALSE(names[i].key.empty());
        CHECK_FALSE(names[i].label.empty());
        CHECK(names[i].label[0] >= 'A');
        CHECK(names[i].label[0] <= 'Z');
        keys.insert(names[i].key);
        labels.insert(names[i].label);
    }
    CHECK(keys.size() == count);
    CHECK(labels.size() == count);
    CHECK_FALSE(from_key<E>(""));
    CHECK_FALSE(from_key<E>("no such key"));
    CHECK(key_of(static_cast<E>(200)).empty());
    CHECK(label_of(static_cast<E>(200)).empty());
}

}

TEST_CASE("every enum has all its names") {
    check_names<Function>();
    check_names<Role>();
    check_names<Stance>();
    check_names<CommitmentEventKind>();
    check_names<Asker>();
    check_names<CommitmentState>();
    check_names<ConcernKind>();
    check_names<Client>();
    check_names<PlanState>();
    check_names<InteractionKind>();
    check_names<Direction>();
    check_names<ConcernEventKind>();
    check_names<ConcernState>();
    check_names<PromiseEventKind>();
    check_names<PromiseState>();
    check_names<TargetReason>();
    check_names<Process>();
    check_names<AlternativeKind>();
    check_names<SharedState>();
    check_names<NextStepState>();
    check_names<OriginSystem>();
    check_names<ImportKind>();
    check_names<ImportField>();
    check_names<ImportedOutcome>();
    check_names<DateOrder>();
}

TEST_CASE("the size of a table that depends on an enum follows from the enum") {
    constexpr std::make_index_sequence<100> numbers;
    CHECK(function_count == enumerators<Function>(numbers));
    CHECK(import_field_count == enumerators<ImportField>(numbers));
    CHECK(drawing_choice_count == enumerators<DrawingChoice>(numbers));
    CHECK(theme_choice_count == enumerators<ThemeChoice>(numbers));
    CHECK(date_unit_count == enumerators<DateUnit>(numbers));
}

TEST_CASE("labels that do not follow from the key") {
    CHECK(label_of(Function::it) == "IT");
    CHECK(label_of(Function::hr) == "HR");
    CHECK(label_of(Function::end_user) == "End users");
    CHECK(label_of(Role::decision_maker) == "Decision maker");
    CHECK(key_of(Role::decision_maker) == "decision_maker");
}
