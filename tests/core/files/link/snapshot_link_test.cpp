#include "core/files/link/snapshot_link.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/files/link/packed.hpp"
#include "generated/assets.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

// A link with these bytes behind the check sum, which is right.
std::string framed(unsigned char version, std::string_view rest) {
    std::string bytes(1, static_cast<char>(version));
    const auto sum = io::crc_32(bytes + std::string(rest));
    for (std::uint32_t i = 0; i < 4; ++i) {
        bytes += static_cast<char>(sum >> (8 * i) & 0xff);
    }
    return "#d0." + io::to_base64url(bytes + std::string(rest));
}

std::string framed_payload(std::string_view payload, std::uint64_t length) {
    std::string rest;
    io::put_number(rest, length);
    return framed(0, rest + io::deflated(std::array<std::string_view, 1>{payload}, io::link_dictionary));
}

}

TEST_CASE("deals survive their link, whatever is in them") {
    CHECK(link_outcome(link_of(example_deal()), example_deal()).empty());
    int too_long = 0;
    for (std::uint64_t seed = 0; seed < 250; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = seed % 2 == 0 ? odd_deal(random) : random_deal(random);
        const auto link = io::encode_link(deal);
        if (!link) {
            REQUIRE(link.error().what == "The link would be longer than 8000 characters");
            ++too_long;
            continue;
        }
        REQUIRE(link->size() <= io::link_limit);
        REQUIRE(link->starts_with(io::link_prefix));
        REQUIRE(link_outcome(*link, deal).empty());
        // By way of a file, the same link again.
        REQUIRE(io::encode_link(*io::read_deal(io::write_deal(deal), today())) == link);
    }
    CHECK(too_long < 60);
}

TEST_CASE("that somebody has left travels in a link") {
    auto deal = example_deal();
    deal.stakeholders[1].left = Departure{today() - 3, "A new job"};
    CHECK(link_outcome(link_of(deal), deal).empty());
    deal.stakeholders[1].left->why.clear();
    CHECK(link_outcome(link_of(deal), deal).empty());
}

TEST_CASE("what came with version 2 travels in a link, and costs nothing where it is not said", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[1].events = {{CommitmentEventKind::asked, today() - 5, {elena}, {}, {}, {}},
                                  {CommitmentEventKind::declined, today() - 4, {elena}, {}, {}, {}}};
    const auto sizes = [](const Deal& one) {
        const auto parts = *io::pack_deal(one);
        return std::array{parts.masks.size(), parts.numbers.size(), parts.dates.size()};
    };
    const auto plain = sizes(deal);
    deal.commitments[1].events[0].by = Asker::them;
    CHECK(link_outcome(link_of(deal), deal).empty());
    CHECK(sizes(deal) == std::array{plain[0], plain[1] + 1, plain[2]});
    deal.commitments[1].events[1].not_before = today() + 30;
    CHECK(link_outcome(link_of(deal), deal).empty());
    CHECK(sizes(deal) == std::array{plain[0], plain[1] + 1, plain[2] + 1});
    deal.commitments[1].events.push_back({CommitmentEventKind::dropped, today(), {}, {}, "No budget", {}});
    deal.commitments[3].events = {{CommitmentEventKind::not_needed, today(), {}, {}, {}, {}}};
    deal.stakeholders[1].stances[0].not_before = today() + 90;
    deal.concerns[0].kind = ConcernKind::question;
    deal.client = Client::new_client;
    CHECK(link_outcome(link_of(deal), deal).empty());
}

TEST_CASE("links that begin with d1 or d0 have the bytes of today's", "[set_aside]") {
    const auto body = link_of(example_deal()).substr(io::link_prefix.size());
    for (const auto* beginning : {"#d0.", "#d1.", "#d2."}) {
        CHECK(link_outcome(beginning + body, example_deal()).empty());
    }
}

TEST_CASE("a snapshot keeps the name that it had before version 2", "[set_aside]") {
    CHECK(io::snapshot_name(example_deal()) == "f8b3db18b582519e");
}

TEST_CASE("the samples fit into a chat message as links") {
    REQUIRE_FALSE(assets::samples().empty());
    for (const auto& asset : assets::samples()) {
        const auto deal = io::read_sample(asset.bytes, today());
        REQUIRE(deal);
        const auto url = std::string(link_base) + link_of(*deal);
        INFO(asset.name << ": " << url.size() << " characters");
        CHECK(url.size() < 3500);
        CHECK(link_outcome(url, *deal).empty());
    }
}

TEST_CASE("a deal that is too large for a link is refused with the file as the way out") {
    auto crowded = crowded_deal(today());
    Random random(1);
    for (auto& interaction : crowded.interactions) {
        interaction.summary = odd_text(random);
    }
    const auto link = io::encode_link(crowded);
    REQUIRE_FALSE(link);
    CHECK(link.error().what == "The link would be longer than 8000 characters");
    CHECK(link.error().remedy == "Send it as a file.");
    // Much that compresses well is too much as well: what is decoded has a limit.
    auto deal = example_deal();
    for (auto& commitment : deal.commitments) {
        commitment.ask = commitment.done_when = commitment.evidence = std::string(20000, 'x');
    }
    for (auto& person : deal.stakeholders) {
        person.problem = person.needed_outcome = person.notes = std::string(20000, 'x');
    }
    const auto repeated = io::encode_link(deal);
    REQUIRE_FALSE(repeated);
    CHECK(repeated.error().what == "The link would be longer than 8000 characters");
}

TEST_CASE("links of other versions are told from damaged ones") {
    const auto link = link_of(example_deal());
    const auto body = link.substr(io::link_prefix.size());
    CHECK(link_outcome("#d3." + body, example_deal()) == link_of_other_version);
    CHECK(link_outcome("https://example.org/m/#d17." + body, example_deal()) == link_of_other_version);
    const auto bytes = *io::from_base64url(body);
    CHECK(link_outcome(framed(1, std::string_view(bytes).substr(5)), example_deal()) == link_of_other_version);
    CHECK(link_outcome(framed(2, std::string_view(bytes).substr(5)), example_deal()) == link_of_other_version);
    CHECK(link_outcome(framed(0, std::string_view(bytes).substr(5)), example_deal()).empty());
}

TEST_CASE("frames that nobody would write are refused") {
    const std::string zeros(io::max_decoded_bytes + 1, '\0');
    for (const auto& link : {
             framed(0, ""),
             framed(0, "\x80"),
             framed(0, std::string_view("\x00", 1)),
             framed(0, "\xFF\xFF\xFF\xFF\x0F" + std::string(100, 'x')),
             framed_payload("", 0),
             framed_payload("text", 4),
             framed_payload("text", 5),
             framed_payload("text", 3),
             framed_payload(std::string_view(zeros).substr(0, 20), 20),
             framed_payload(std::string_view(zeros).substr(1), io::max_decoded_bytes),
             framed_payload(zeros, io::max_decoded_bytes + 1),
             framed_payload(zeros, io::max_decoded_bytes),
         }) {
        REQUIRE(link.size() < 2000);
        CHECK(link_outcome(link, example_deal()) == link_of_other_version);
    }
    for (const auto* link : {"#d0.", "#d0.A", "#d0.AAAA", "#d0.AAAAAAAA", "#d0.!", "#d0.____"}) {
        CHECK(link_outcome(link, example_deal()) == link_is_damaged);
    }
    const auto long_text = io::decode_link("#d0." + std::string(io::max_encoded_bytes, 'A'), today());
    REQUIRE_FALSE(long_text);
    CHECK(long_text.error().what == "This is too long to be one of our links");
    CHECK_FALSE(io::looks_like_link("#d0." + std::string(io::max_encoded_bytes, 'A')));
}

TEST_CASE("a deal out of a link obeys the rules of deals, with tomorrow for others' time zones") {
    auto deal = example_deal();
    deal.stakeholders[0].influence = 101;
    const auto wrong = io::decode_link(link_of(deal), today());
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().what == "The influence is 101");
    CHECK(wrong.error().where == "stakeholder 1, \"Elena Brandt\"");
    const auto link = link_of([] {
        auto late = example_deal();
        late.interactions[0].on = late.interactions[0].created = today();
        return late;
    }());
    CHECK(io::decode_link(link, today()));
    CHECK(io::decode_link(link, today() - 1));
    CHECK_FALSE(io::decode_link(link, today() - 2));
}

TEST_CASE("what a link cannot say is refused when it is made") {
    auto deal = example_deal();
    deal.notes = "\xFF";
    CHECK_FALSE(io::encode_link(deal));
    deal = example_deal();
    deal.id = {"no id"};
    CHECK_FALSE(io::encode_link(deal));
    // Something that is not there can be named: the rules of deals refuse it when it is read.
    deal = example_deal();
    deal.concerns[0].stakeholder = {"p00009"};
    const auto read = io::decode_link(link_of(deal), today());
    REQUIRE_FALSE(read);
    CHECK(read.error().what == "Whose concern it is names somebody who is not in the deal");
}

TEST_CASE("unknown members travel in links and come out of them as they were") {
    const std::string_view text = R"({"middleground":2,"deal":{"id":"d00001","amount":{"minor":1,"currency":"EUR","zz":[1.50]},)"
                                  R"("opened":"2026-06-01","stakeholders":[{"id":"p00001","stances":[{"on":"2026-06-02","stance":)"
                                  R"("neutral","zz":{"k":null}}],"zz":"\u0001"}],"zz":-12345678901234567890},"by":"another program"})";
    const auto deal = io::read_deal(text, today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    const auto read = io::decode_link(link_of(*deal), today());
    REQUIRE(read);
    CHECK(*read == *deal);
    CHECK(io::write_deal_compact(*read) == text);
    for (const auto* extra : {"{}", "[]", "7", "{\"a\": 1}", "{\"a\":1", "{\"a\":1,\"a\":2}", "{\"a\":-0}"}) {
        auto other = *deal;
        other.extra = extra;
        INFO(extra);
        CHECK(link_outcome(link_of(other), other) == link_of_other_version);
    }
}

TEST_CASE("other texts do not look like links") {
    CHECK_FALSE(io::looks_like_link(""));
    CHECK_FALSE(io::looks_like_link("https://example.org/m/"));
    CHECK_FALSE(io::looks_like_link("Call Elena about #d4 on Monday"));
    CHECK(link_outcome("Call Elena", example_deal()) == "This is not a link to a deal");
    const auto none = io::decode_link("https://example.org/m/", today());
    CHECK(none.error().remedy == "Copy the whole link, from https to its last character.");
}
