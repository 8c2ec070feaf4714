#include "core/model/plan/prerequisites.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

namespace {

// "a" waits for "b" and "c", and so on; in capitals what is set aside.
Deal graph(const std::vector<std::pair<std::string, std::vector<std::string>>>& rows) {
    Deal deal;
    for (const auto& [name, before] : rows) {
        auto& commitment = deal.commitments.emplace_back();
        commitment.id = {name};
        for (const auto& one : before) {
            commitment.prerequisites.push_back({one});
        }
        if (name.front() >= 'A' && name.front() <= 'Z') commitment.events = {{CommitmentEventKind::dropped, {}, {}, {}, {}, {}}};
    }
    return deal;
}

std::string before(const Deal& deal, const std::string& name) {
    std::string names;
    for (const auto* one : waited_for(deal, *find(deal, CommitmentId{name}))) {
        names += one->id.text;
    }
    return names;
}

}

TEST_CASE("what is waited for is found through what is set aside", "[set_aside]") {
    const auto deal = graph({{"a", {}}, {"b", {}}, {"C", {"b", "a"}}, {"D", {"C"}}, {"e", {"a", "D"}}, {"f", {"D", "e", "nowhere"}}, {"G", {"C"}}});
    CHECK(before(deal, "e") == "ab");
    CHECK(before(deal, "f") == "bae");
    CHECK(before(deal, "D") == "ba");
    CHECK(before(deal, "a").empty());
    const PrerequisiteGraph all(deal);
    CHECK(all.prerequisites(4) == std::vector{0, 1});
    CHECK(all.named_prerequisites(4) == std::vector{0, 3});
    CHECK(all.prerequisites(5) == std::vector{0, 1, 4});
    CHECK(all.prerequisites(6) == std::vector{0, 1});
    CHECK(all.cycles().empty());
}

TEST_CASE("circles through what is set aside are found and do no harm", "[set_aside]") {
    const auto deal = graph({{"a", {"B"}}, {"B", {"a", "c"}}, {"c", {}}, {"d", {"B"}}});
    const PrerequisiteGraph all(deal);
    CHECK(all.cycles().size() == 1);
    CHECK(all.prerequisites(3) == std::vector{2});
    CHECK(before(deal, "d") == "ac");
    CHECK(before(deal, "a") == "c");
}
