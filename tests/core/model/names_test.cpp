#include "core/model/names.hpp"

#include "core/base/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace middleground;

namespace {

// Enums of the model count up from 0 without holes.
template <typename E>
void check_names(std::size_t count) {
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
    check_names<Function>(static_cast<std::size_t>(Function::other) + 1);
    check_names<Role>(static_cast<std::size_t>(Role::gatekeeper) + 1);
    check_names<Stance>(static_cast<std::size_t>(Stance::champion) + 1);
    check_names<CommitmentEventKind>(static_cast<std::size_t>(CommitmentEventKind::reopened) + 1);
    check_names<CommitmentState>(static_cast<std::size_t>(CommitmentState::broken) + 1);
    check_names<PlanState>(static_cast<std::size_t>(PlanState::broken) + 1);
    check_names<InteractionKind>(static_cast<std::size_t>(InteractionKind::other) + 1);
    check_names<Direction>(static_cast<std::size_t>(Direction::mutual) + 1);
    check_names<ConcernEventKind>(static_cast<std::size_t>(ConcernEventKind::reopened) + 1);
    check_names<ConcernState>(static_cast<std::size_t>(ConcernState::resolved) + 1);
    check_names<PromiseEventKind>(static_cast<std::size_t>(PromiseEventKind::broken) + 1);
    check_names<PromiseState>(static_cast<std::size_t>(PromiseState::broken) + 1);
    check_names<TargetReason>(static_cast<std::size_t>(TargetReason::seller_target) + 1);
    check_names<Process>(static_cast<std::size_t>(Process::buyer_led) + 1);
    check_names<AlternativeKind>(static_cast<std::size_t>(AlternativeKind::do_nothing) + 1);
}

TEST_CASE("labels that do not follow from the key") {
    CHECK(label_of(Function::it) == "IT");
    CHECK(label_of(Function::hr) == "HR");
    CHECK(label_of(Function::end_user) == "End users");
    CHECK(label_of(Role::decision_maker) == "Decision maker");
    CHECK(key_of(Role::decision_maker) == "decision_maker");
}
