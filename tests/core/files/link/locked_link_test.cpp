#include "core/codec/base64url.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr auto passphrase = locked_passphrase;
constexpr std::string_view does_not_open = "The passphrase does not open this link";

const std::string& locked() {
    static const auto link = io::encode_link(example_deal(), passphrase, locked_entropy()).value();
    return link;
}

std::string opened(std::string_view text, std::string_view with = passphrase) {
    const auto read = io::decode_link(text, today(), with);
    if (!read) return read.error().what;
    return *read == example_deal() ? "" : "another deal";
}

std::string bytes_of(std::string_view link) {
    return *io::from_base64url(link.substr(io::link_prefix.size()));
}

// With a check sum that is right for what is behind it: what somebody who knows the format can send.
std::string with_right_sum(std::string_view bytes) {
    auto out = std::string(bytes);
    const auto sum = io::crc_32(out.substr(0, 1) + out.substr(5));
    for (int i = 0; i < 4; ++i) {
        out[static_cast<std::size_t>(1 + i)] = static_cast<char>(sum >> (8 * i) & 0xff);
    }
    return std::string(io::link_prefix) + io::to_base64url(out);
}

}

TEST_CASE("a protected link opens with its passphrase and with nothing else") {
    const auto link = locked();
    CHECK(io::wants_passphrase(link));
    CHECK_FALSE(io::wants_passphrase(link_of(example_deal())));
    CHECK(opened(link).empty());
    CHECK(opened(link, " correct horse battery staple\r\n").empty());
    CHECK(opened(link, "") == "This link is protected with a passphrase");
    CHECK(opened(link, " \t") == "This link is protected with a passphrase");
    for (const auto* wrong : {"Correct horse battery staple", "correct horse battery stapl", "correct  horse battery staple", "x"}) {
        CHECK(opened(link, wrong) == does_not_open);
    }
    // Another salt and nonce, another link.
    CHECK(link != io::encode_link(example_deal(), passphrase, locked_entropy(2)).value());
    CHECK(opened(io::encode_link(example_deal(), passphrase, locked_entropy(2)).value()).empty());
}

TEST_CASE("a passphrase that is empty or too long makes no link") {
    CHECK(io::encode_link(example_deal(), "", locked_entropy()).error().what == "The passphrase is empty");
    CHECK(io::encode_link(example_deal(), " \n", locked_entropy()).error().what == "The passphrase is empty");
    CHECK(io::encode_link(example_deal(), std::string(1001, 'a'), locked_entropy()).error().what == "The passphrase is too long");
}

TEST_CASE("a deal that is too large for a link is too large for a protected one") {
    auto deal = example_deal();
    Random random(1);
    for (int i = 0; i < 9000; ++i) {
        deal.notes += static_cast<char>('!' + random.below(90));
    }
    CHECK(io::encode_link(deal, passphrase, locked_entropy()).error().what == "The link would be longer than 8000 characters");
}

TEST_CASE("a protected link that was cut off anywhere is refused before any work") {
    const auto link = locked();
    for (std::size_t length = io::link_prefix.size(); length < link.size(); ++length) {
        const auto cut = std::string_view(link).substr(0, length);
        REQUIRE(opened(cut) == link_is_damaged);
        REQUIRE_FALSE(io::wants_passphrase(cut));
    }
}

TEST_CASE("every flipped bit in the header of a protected link is noticed, and one in every byte behind it") {
    const auto bytes = bytes_of(locked());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < (i < 5 + io::seal_header_bytes ? 8 : 1); ++bit) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            REQUIRE(opened(std::string(io::link_prefix) + io::to_base64url(changed)) == link_is_damaged);
        }
    }
}

TEST_CASE("a header that was changed by somebody who put the check sum right does not open") {
    // A cheap one, so that each bit can be tried.
    const auto context = std::string(1, '\2');
    const auto seal = *io::sealed("any text", context, passphrase, locked_entropy(), {1, 1});
    CHECK(io::unsealed(seal, context, passphrase).text == "any text");
    for (std::size_t i = 0; i < seal.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = seal;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            // The cost itself: only what is still cheap.
            if (i < 2 && (changed[0] > 4 || changed[0] < 1 || changed[1] > 4 || changed[1] < 1)) continue;
            const auto tried = io::unsealed(changed, context, passphrase);
            REQUIRE_FALSE(tried.text);
            REQUIRE(tried.why_not == io::Unseal::wrong);
        }
    }
    CHECK_FALSE(io::unsealed(seal, "\1", passphrase).text);
    for (std::size_t length = 0; length < seal.size(); ++length) {
        REQUIRE_FALSE(io::unsealed(seal.substr(0, length), context, passphrase).text);
    }
    // In a link, one message for a wrong passphrase and for bytes that were changed.
    auto bytes = bytes_of(locked());
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    CHECK(opened(with_right_sum(bytes)) == does_not_open);
}

TEST_CASE("a header that asks for too much work is refused without doing it") {
    auto bytes = bytes_of(locked());
    constexpr std::size_t memory_at = 5;
    constexpr std::size_t passes_at = 6;
    for (const auto& [memory, passes] : {std::pair{0, 3}, {65, 3}, {255, 3}, {64, 0}, {64, 11}, {64, 255}, {255, 255}}) {
        INFO(memory << " MiB, " << passes << " passes");
        bytes[memory_at] = static_cast<char>(memory);
        bytes[passes_at] = static_cast<char>(passes);
        CHECK(opened(with_right_sum(bytes)) == link_of_other_version);
        CHECK_FALSE(io::wants_passphrase(with_right_sum(bytes)));
    }
    const auto whole = bytes_of(locked());
    for (std::size_t length = 5; length < 5 + io::seal_header_bytes + io::seal_tag_bytes; ++length) {
        CHECK(opened(with_right_sum(whole.substr(0, length))) == link_of_other_version);
    }
    CHECK_FALSE(io::sealed("text", {}, passphrase, locked_entropy(), {65, 1}));
    CHECK_FALSE(io::sealed("text", {}, passphrase, locked_entropy(), {1, 11}));
}

TEST_CASE("a protected link survives what chats and mails do to links") {
    const auto link = locked();
    const auto url = std::string(link_base) + link;
    const auto broken = link.substr(0, 60) + "=\r\n> " + link.substr(60, 70) + "\n" + link.substr(130);
    for (const auto& text : {url, link.substr(1), "See <" + url + ">.", std::string(link_base) + "%23" + link.substr(1), "__" + url + "__",
                             url + "),", std::string(link_base) + broken + " is it.", std::string(link_base) + "%2523" + link.substr(1)}) {
        INFO(text);
        CHECK(io::wants_passphrase(text));
        CHECK(opened(text).empty());
    }
}

TEST_CASE("what a protected link holds obeys the rules of the deal") {
    auto deal = example_deal();
    deal.title = std::string(600, 'a'); // a short text
    const auto link = io::encode_link(deal, passphrase, locked_entropy());
    REQUIRE(link);
    CHECK_FALSE(io::decode_link(*link, today(), passphrase));
}

TEST_CASE("a secret that is wiped is gone") {
    std::string secret = "a passphrase that is longer than the text's own room";
    const auto* bytes = secret.data();
    io::wipe(secret);
    CHECK(secret.empty());
    CHECK(bytes[0] == '\0');
}
