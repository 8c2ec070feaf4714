#include "core/files/link/playbook_link.hpp"

#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Playbook sample() {
    Random random(21);
    return random_playbook(random, "p1ayb0");
}

}

TEST_CASE("a playbook survives its file and its link") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        const auto playbook = random_playbook(random, "p1ayb0");
        const auto text = io::write_playbook(playbook);
        const auto read = io::read_playbook(text);
        REQUIRE((read ? "" : read.error().message()) == "");
        CHECK(*read == playbook);
        CHECK(io::write_playbook(*read) == text);
        const auto link = io::encode_playbook_link(playbook);
        if (!link) continue; // too long
        const auto linked = io::decode_playbook_link("See https://m.example/ " + *link + " and tell me");
        REQUIRE((linked ? "" : linked.error().message()) == "");
        CHECK(*linked == playbook);
        CHECK(io::looks_like_playbook_link(*link));
        CHECK_FALSE(io::looks_like_link(*link));
    }
}

TEST_CASE("a deal's link is none of a playbook, and the other way around") {
    const auto link = io::encode_link(example_deal()).value();
    CHECK_FALSE(io::looks_like_playbook_link(link));
    CHECK(io::decode_playbook_link(link).error().what == "This is not a link to a playbook");
    CHECK(io::decode_link(io::encode_playbook_link(sample()).value(), today()).error().what == "This is not a link to a deal");
}

TEST_CASE("a playbook's link that is cut anywhere or changed gives one error") {
    const auto link = io::encode_playbook_link(sample()).value();
    for (std::size_t length = 4; length < link.size(); ++length) {
        const auto cut = io::decode_playbook_link(link.substr(0, length));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().what == "The link to a playbook is cut off or has been changed");
    }
    for (std::size_t place = 4; place < link.size(); place += 7) {
        auto changed = link;
        changed[place] = changed[place] == 'A' ? 'B' : 'A';
        CHECK_FALSE(io::decode_playbook_link(changed));
    }
    CHECK(io::decode_playbook_link("#p2." + link.substr(4)).error().what == "This playbook's link was made by another version of Middleground");
    CHECK_FALSE(io::decode_playbook_link(std::string(70000, 'A')));
    CHECK(io::decode_playbook_link("#p1.").error().remedy == "Copy it again, or ask for the file.");
}

TEST_CASE("a file that is cut at any byte gives one error, and so does what makes no playbook") {
    const auto text = io::write_playbook(sample());
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        const auto cut = io::read_playbook(std::string_view(text).substr(0, length));
        REQUIRE_FALSE(cut);
        CHECK_FALSE(cut.error().what.empty());
    }
    const auto refused = [&](auto change) {
        auto playbook = sample();
        change(playbook);
        const auto read = io::read_playbook(io::write_playbook(playbook));
        REQUIRE_FALSE(read);
        CHECK_FALSE(read.error().remedy.empty());
        return read.error().what;
    };
    CHECK(refused([](Playbook& one) { one.title = std::string(501, 'x'); }) == "The title is longer than 500 bytes");
    CHECK(refused([](Playbook& one) { one.steps[0].title.clear(); }) == "The title is missing");
    CHECK(refused([](Playbook& one) { one.steps.push_back(one.steps[0]); }).starts_with("The id \"step-0\" is used twice"));
    CHECK(refused([](Playbook& one) { one.steps[0].prerequisites = {"nobody"}; }).starts_with("It waits for \"nobody\""));
    CHECK(refused([](Playbook& one) { one.steps[0].prerequisites = {"step-0"}; }) == "It waits for itself");
    CHECK(refused([](Playbook& one) { one.steps[0].odds_a = -3; }) == "The odds are not positive numbers");
    CHECK(refused([](Playbook& one) { one.steps[0].days_min = 9999; }).starts_with("The days are 9999"));
    CHECK(refused([](Playbook& one) { one.edition = -1; }) == "The edition is -1");
    CHECK(refused([](Playbook& one) { one.steps[0].value_ideas.assign(1001, "x"); }) == "There are 1001 ideas of value");
    auto later = text;
    later.replace(later.find(": 1"), 3, ": 9");
    CHECK(io::read_playbook(later).error().what == "This file was made by a newer version of Middleground");
    // Nested to death, and huge.
    CHECK_FALSE(io::read_playbook(std::string(100000, '[')));
    CHECK_FALSE(io::read_playbook(std::string(io::max_file_bytes + 1u, ' ')));
}
