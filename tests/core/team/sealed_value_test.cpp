#include "core/team/sealed_value.hpp"

#include "core/base/random.hpp"
#include "core/team/value_text.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;

namespace {

const team::Key secret{{1, 2, 3}};
const std::string server(32, 'a');

std::string noise(std::size_t bytes) {
    Random random(bytes);
    std::string text;
    while (text.size() < bytes) text += make_id_text(random);
    text.resize(bytes);
    return text;
}

}

TEST_CASE("Sizes of sealed values are steps", "[team]") {
    std::set<std::size_t> steps;
    for (std::size_t bytes = 0; bytes <= team::most_value_bytes; bytes += 100) {
        const auto step = team::step_above(bytes);
        CHECK(step >= bytes);
        steps.insert(step >> 10);
    }
    CHECK(steps == std::set<std::size_t>{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 900});
    const team::Sealer sealer(secret, server);
    for (const std::size_t bytes : {0u, 1u, 500u, 1200u, 5000u, 50000u, 400000u, 1000000u}) {
        const auto text = noise(bytes);
        const auto sealed = sealer.sealed("d.1", text, {});
        REQUIRE(sealed);
        CHECK(sealed->size() == team::step_above(sealed->size()));
        CHECK(sealer.opened("d.1", *sealed) == text);
    }
    CHECK(sealer.sealed("d.1", "{}", {})->size() == 1024);
    const auto too_large = sealer.sealed("d.1", noise(1800000), {});
    REQUIRE_FALSE(too_large);
    CHECK(too_large.error().message().contains("too large for the team's server"));
    CHECK(sealer.sealed_saying("{}", {}).size() == team::said_bytes);
}

TEST_CASE("A sealed value opens with its key, its team and its place only", "[team]") {
    const team::Sealer sealer(secret, server);
    const auto sealed = *sealer.sealed("d.1", "{\"a\":1}", {{5}});
    CHECK(sealer.opened("d.1", sealed) == "{\"a\":1}");
    CHECK_FALSE(sealer.opened("d.2", sealed));
    CHECK_FALSE(team::Sealer({{1, 2, 4}}, server).opened("d.1", sealed));
    CHECK_FALSE(team::Sealer(secret, std::string(32, 'b')).opened("d.1", sealed));
    CHECK_FALSE(sealer.opened_saying(sealed));
    CHECK_FALSE(sealer.opened("d.1", sealer.sealed_saying("{}", {})));
    CHECK(sealer.opened("d.1", {}).error().message() == "It cannot be opened: it was damaged or forged.");
    auto newer = sealed;
    newer[0] = 2;
    CHECK(sealer.opened("d.1", newer).error().message().contains("newer version"));
    CHECK(*sealer.sealed("d.1", "{\"a\":1}", {{5}}) == sealed); // the same nonce gives the same bytes
    CHECK(*sealer.sealed("d.1", "{\"a\":1}", {{6}}) != sealed);
    CHECK(team::nonce_of(team::nonce_words_in(sealed)) == io::SealNonce{5});
    CHECK(team::name_of_bytes(sealed).size() == team::hash_letters);
}

TEST_CASE("Keys of the bucket are the same for the team, and others' for others", "[team]") {
    const team::Sealer sealer(secret, server);
    const auto key = sealer.key_of_deal({"d00001"});
    CHECK(key.size() == 34);
    CHECK(key.starts_with("d."));
    CHECK(key == team::Sealer(secret, server).key_of_deal({"d00001"}));
    CHECK(key != sealer.key_of_deal({"d00002"}));
    CHECK(key != team::Sealer({{9}}, server).key_of_deal({"d00001"}));
    CHECK(sealer.key_of_member("d00001").substr(2) != key.substr(2));
}
